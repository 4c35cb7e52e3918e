"""The label inventories of all heads, and sentences turned into label ids. Shared by training and export."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from newsents.analysis.labelling import find_slices

from .corpora import IGNORE, Sentence

NER_TYPES = ["PER", "LOC", "ORG", "OTH"]
NER_LABELS = ["O", *(f"{p}-{t}{form}" for t in NER_TYPES for form in ("", "deriv", "part") for p in "BI")]
FEATURES = [
    "Case", "Gender", "Number", "Person", "Tense", "Mood", "VerbForm", "Degree", "Definite", "PronType",
    "NumType", "Poss", "Reflex", "Polarity", "Foreign",
]  # fmt: skip
NONE = "_"
MIN_COUNT = 4


@dataclass
class Labels:
    """`heads` maps each token classifier to its labels, in the order of the concatenated output."""

    heads: dict[str, list[str]]
    deprels: list[str]

    @classmethod
    def collect(cls, sentences: Iterable[Sentence]) -> Labels:
        counts: dict[str, Counter[str]] = {"upos": Counter(), "xpos": Counter(), **{f: Counter() for f in FEATURES}}
        deprels: Counter[str] = Counter()
        for s in sentences:
            counts["upos"].update(s.upos or ())
            counts["xpos"].update(s.xpos or ())
            deprels.update(s.deprels or ())
            for feats in s.feats or ():
                for name, value in (feats or {}).items():
                    if name in FEATURES:
                        counts[name][value] += 1
        frequent = lambda c: sorted(k for k, n in c.items() if n >= MIN_COUNT)  # noqa: E731
        heads = {
            "outer": NER_LABELS,
            "inner": NER_LABELS,
            "upos": frequent(counts["upos"]),
            "xpos": frequent(counts["xpos"]),
        }
        heads |= {f: [NONE, *frequent(counts[f])] for f in FEATURES}
        heads["start"] = ["no", "yes"]
        return cls(heads, frequent(deprels))

    def slices(self) -> dict[str, slice]:
        return find_slices(self.heads)

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1))

    @classmethod
    def read(cls, path: Path) -> Labels:
        return cls(**json.loads(path.read_text()))

    def encode(self, s: Sentence) -> dict[str, list[int]]:
        """Label ids per head for every word of one sentence; IGNORE where the corpus says nothing."""
        n = len(s.words)
        out = {name: [IGNORE] * n for name in [*self.heads, "head", "deprel"]}
        index = {name: {label: i for i, label in enumerate(labels)} for name, labels in self.heads.items()}
        for layer in ("outer", "inner", "upos", "xpos"):
            values = getattr(s, layer)
            if values is not None:
                out[layer] = [index[layer].get(v, IGNORE) for v in values]
        if s.feats is not None:
            for i, feats in enumerate(s.feats):
                if feats is None:
                    continue
                for f in FEATURES:
                    if f in feats:
                        out[f][i] = index[f].get(feats[f], IGNORE)
                    elif s.origin == "gsd":  # the only corpus whose silence means "has none"
                        out[f][i] = 0
        if s.heads is not None and s.deprels is not None:
            rel = {label: i for i, label in enumerate(self.deprels)}
            out["head"] = list(s.heads)
            out["deprel"] = [rel.get(r, IGNORE) for r in s.deprels]
        out["start"] = [1] + [0] * (n - 1)
        return out
