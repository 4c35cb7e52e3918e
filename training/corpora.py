"""Reads the training corpora into one `Sentence` type; what a corpus does not annotate is None.

Corpora (see README.md for licences): GermEval 2014 for names, UD German GSD and PUD for syntax,
and the project's own mood-annotated sentences. Nothing here needs torch.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsents.analysis.tokenizer import make_blank

IGNORE = -100


@dataclass
class Sentence:
    """One training sentence; every annotation layer is a list as long as `words`, or None."""

    words: list[str]
    origin: str
    outer: list[str] | None = None
    inner: list[str] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[dict[str, str] | None] | None = None
    heads: list[int] | None = None  # 0 is the root, else 1-based
    deprels: list[str] | None = None


def read_blocks(path: Path) -> Iterator[list[list[str]]]:
    """Blank-line separated blocks of tab-separated rows, without comment lines."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip() and not (line.startswith("#") and "\t" not in line):
            rows.append(line.split("\t"))
        elif not line.strip() and rows:
            yield rows
            rows = []


def read_lookup(name: str) -> dict[str, float]:
    """A table of spacy-lookups-data: word form → number."""
    import spacy_lookups_data

    path = Path(spacy_lookups_data.__file__).parent / "data" / f"{name}.json.gz"
    table: dict[str, float] = json.loads(gzip.decompress(path.read_bytes()))
    return table


def read_germeval(path: Path) -> Iterator[Sentence]:
    for rows in read_blocks(path):
        yield Sentence(
            words=[r[0] for r in rows],
            outer=[r[1] for r in rows],
            inner=[r[2] for r in rows],
            origin="germeval",
        )


KEPT_SUBTYPES = {
    "nsubj:pass", "csubj:pass", "aux:pass", "compound:prt", "det:poss", "acl:relcl",
    "obl:agent", "obl:arg", "obl:tmod", "flat:name", "expl:pv", "nmod:poss",
}  # fmt: skip


def normalise_deprel(label: str) -> str:
    """`nsubj:outer` -> `nsubj`; the frequent subtypes stay."""
    if label in KEPT_SUBTYPES:
        return {"nmod:poss": "nmod", "expl:pv": "expl", "flat:name": "flat"}.get(label, label)
    return label.split(":")[0]


def read_ud(path: Path) -> Iterator[Sentence]:
    """UD trees over surface tokens: the syntactic words of "im" are merged into one ADP/APPRART."""
    for rows in read_blocks(path):
        is_pud = any(r[4] == "DT" or r[4] in {"IN", "VBC", "NNP", "JJ", "RB", "."} for r in rows)
        surface: list[tuple[str, list[list[str]]]] = []  # form, syntactic words
        until = 0
        for row in rows:
            if "-" in row[0]:
                _first, last = map(int, row[0].split("-"))
                surface.append((row[1], []))
                until = last
            elif "." in row[0]:
                continue
            elif int(row[0]) <= until:
                surface[-1][1].append(row)
            else:
                surface.append((row[1], [row]))
        index = {r[0]: i + 1 for i, (_, parts) in enumerate(surface) for r in parts}
        index["0"] = 0
        s = Sentence(words=[], origin="pud" if is_pud else "gsd")
        s.upos, s.xpos, s.feats, s.heads, s.deprels = [], [], [], [], []
        for i, (form, parts) in enumerate(surface, 1):
            # the part whose head lies outside carries the surface token's arc
            main = next((p for p in parts if index[p[6]] != i), parts[0])
            is_contraction = len(parts) > 1 and parts[0][3] == "ADP"
            s.words.append(form)
            s.upos.append("ADP" if is_contraction else main[3])
            s.xpos.append("APPRART" if is_contraction else main[4])
            feats = dict(f.split("=", 1) for f in main[5].split("|") if "=" in f)
            if is_contraction:
                feats = {k: v for p in parts for k, v in (f.split("=", 1) for f in p[5].split("|") if "=" in f)}
                feats = {k: v for k, v in feats.items() if k in ("Case", "Gender", "Number")}
            s.feats.append(feats)
            s.heads.append(index[main[6]])
            s.deprels.append(normalise_deprel("case" if is_contraction else main[7]))
        if is_pud:
            s.xpos = None
        yield s


NAME_MARK = re.compile(r"\{(\w+) |(\})")


def read_names(path: Path) -> Iterator[Sentence]:
    """Own sentences, one a line, as running text with marked names: "Das {ORG Amtsgericht {LOC Erfurt}} schweigt." """
    tokenizer = make_blank()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            text, marked = read_marked(line.strip())
            doc = tokenizer(text)
            sentence = Sentence([t.text for t in doc], "names", outer=["O"] * len(doc), inner=["O"] * len(doc))
            for depth, start, end, label in marked:
                span = doc.char_span(start, end)
                tags = (sentence.outer, sentence.inner)[depth]
                if span is None or tags is None:
                    raise ValueError(f"{text[start:end]!r} is not made of whole tokens: {line}")
                tags[span.start : span.end] = [f"B-{label}", *[f"I-{label}"] * (len(span) - 1)]
            yield sentence


def read_marked(line: str) -> tuple[str, list[tuple[int, int, int, str]]]:
    """The text without its braces, and depth, start, end and class of each pair."""
    text, open_marks, found, at = "", [], [], 0
    for match in NAME_MARK.finditer(line):
        text, at = text + line[at : match.start()], match.end()
        if match[1]:
            open_marks.append((len(text), match[1]))
        else:
            start, label = open_marks.pop()
            found.append((len(open_marks), start, len(text), label))
    return text + line[at:], found


MOOD_MARK = re.compile(r"^(.*)\|(Sub|Ind|Imp)$")


def read_moods(path: Path) -> Iterator[Sentence]:
    """Own sentences: one a line, tokens by spaces, finite verbs marked "habe|Sub"; mood alone is taught."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        words: list[str] = []
        feats: list[dict[str, str] | None] = []
        for token in line.split():
            match = MOOD_MARK.match(token)
            words.append(match[1] if match else token)
            feats.append({"Mood": match[2]} if match else None)
        yield Sentence(words=words, feats=feats, origin="mood")


def read_boundaries(path: Path) -> Iterator[Sentence]:
    """Own paragraphs whose sentences are separated by "|||": where sentences begin is all they teach."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            for sentence in line.split("|||"):
                yield label_moods(Sentence(words=sentence.split(), origin="boundary"))


DECIDED = Path(__file__).parent / "sentences" / "decided_moods.tsv"
AMBIGUOUS_AFTER_ICH = {"habe", "werde", "gebe"}


@cache
def load_decided_moods() -> dict[str, str]:
    """ "sei" → "Sub", "wurde" → "Ind"."""
    return {form: mood for rows in read_blocks(DECIDED) for form, mood in rows}


def label_moods(sentence: Sentence) -> Sentence:
    """Silver: marks the finite forms whose mood the form itself decides ("sei", "hätte"; "ist", "wurde")."""
    moods = load_decided_moods()
    says_ich = any(w.lower() == "ich" for w in sentence.words)
    forms = [w.lower() for w in sentence.words]
    sentence.feats = [
        {"Mood": moods[f]} if f in moods and not (says_ich and f in AMBIGUOUS_AFTER_ICH) else None for f in forms
    ]
    return sentence
