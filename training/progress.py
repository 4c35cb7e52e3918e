"""Figures of a network in training on the dev sentences: greedy, in floating point, without the package around it."""

from __future__ import annotations

from collections import Counter

import torch
from torch import Tensor

from newsents.analysis.labelling import find_chunks
from newsents.analysis.pieces import WordReader

from .batches import Example, collate, windows
from .corpora import IGNORE
from .labels import Labels
from .model import Analyser, Output
from .objective import arc_mask, read_batch

TAGGERS = ("upos", "xpos", "Mood", "Case", "Number", "start")


@torch.no_grad()
def evaluate(model: Analyser, examples: list[Example], reader: WordReader, labels: Labels) -> dict[str, float]:
    """F1 of the nine classes of names, UAS, LAS, and the accuracy of taggers; Mood only where gold has one."""
    model.eval()
    counts: Counter[str] = Counter()
    packed = windows(examples, reader, None, 192)
    device = next(model.parameters()).device
    for i in range(0, len(packed), 16):
        batch = {k: v.to(device) for k, v in collate(packed[i : i + 16], labels).items()}
        out = read_batch(model, batch)
        counts += count_tags(out.tags, batch, labels) + count_arcs(model, out, batch)
        counts += count_names(out.tags[..., labels.slices()["outer"]], batch["outer"], labels.heads["outer"])
    model.train()
    share = lambda name: round(100 * counts[name] / max(1, counts[f"all {name}"]), 2)  # noqa: E731
    return {name: share(name) for name in ("F1", "UAS", "LAS", *TAGGERS)}


def count_tags(tags: Tensor, batch: dict[str, Tensor], labels: Labels) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name in TAGGERS:
        target = batch[name]
        known = (target != IGNORE) & ((target != 0) | (name != "Mood"))
        right = tags[..., labels.slices()[name]].argmax(-1) == target
        counts.update({name: int((right & known).sum()), f"all {name}": int(known.sum())})
    return counts


def count_arcs(model: Analyser, out: Output, batch: dict[str, Tensor]) -> Counter[str]:
    guess = out.arcs.masked_fill(~arc_mask(batch["sentence"]), -1e4).argmax(-1)
    b, w = (batch["head"] != IGNORE).nonzero(as_tuple=True)
    right = guess[b, w] == batch["head"][b, w]
    relations = model.relations(out.dependents[b, w], out.heads[b, guess[b, w]]).argmax(-1)
    labelled = right & (relations == batch["deprel"][b, w])
    return Counter({"UAS": int(right.sum()), "LAS": int(labelled.sum()), "all UAS": len(b), "all LAS": len(b)})


def count_names(scores: Tensor, gold: Tensor, labels: list[str]) -> Counter[str]:
    """Twice the hits, and gold and found together, as F1 is their quotient; all classes but OTH."""
    counts: Counter[str] = Counter()
    for wanted, got in zip(gold.tolist(), scores.argmax(-1).tolist(), strict=True):
        kept = [k for k, g in enumerate(wanted) if g != IGNORE]
        sets = [
            {c for c in find_chunks([labels[tags[k]] for k in kept]) if not c[2].startswith("OTH")}
            for tags in (wanted, got)
        ]
        counts.update({"F1": 2 * len(sets[0] & sets[1]), "all F1": sum(map(len, sets))})
    return counts
