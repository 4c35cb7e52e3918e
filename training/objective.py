"""What the network is trained for: the losses of all tasks, from gold labels and from a teacher's scores."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from .corpora import IGNORE
from .labels import FEATURES
from .model import Analyser, Output

# Names weigh most: with equal weights the trees, few but dense, take the encoder for themselves, and names underfit.
NAMES = {"outer": 4.0, "inner": 1.5}
SYNTAX = {"upos": 0.2, "xpos": 0.2, "start": 0.1, "Mood": 0.3, "head": 0.4, "deprel": 0.3} | {
    f: 0.06 for f in FEATURES if f != "Mood"
}
TASKS = {"names": NAMES, "syntax": SYNTAX, "all": NAMES | SYNTAX}
SOFT = 0.7  # the share of the teacher in the loss of a word that has gold labels, too


def cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    if not (target != IGNORE).any():
        return logits.sum() * 0
    return functional.cross_entropy(logits, target, ignore_index=IGNORE)


def arc_mask(sentence: Tensor) -> Tensor:
    """(b, w) -> (b, w, w + 1), True where an arc may go: the root, or a word of the same sentence."""
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None]
    return torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)


def read_batch(model: Analyser, batch: dict[str, Tensor]) -> Output:
    places = batch["sentence"].shape[1] + 2
    return model(batch["ids"], batch["clusters"], batch["word"], places, batch["lengths"])


def divergence(logits: Tensor, target: Tensor) -> Tensor:
    """Mean over words of the cross-entropy of a teacher's log-probabilities and a student's scores."""
    return -(target.exp() * functional.log_softmax(logits, dim=-1)).sum(-1).mean()


def loss_of(model: Analyser, batch: dict[str, Tensor], slices: dict[str, slice], weights: dict[str, float]) -> Tensor:
    out = read_batch(model, batch)
    tags, arcs = out.tags.float(), out.arcs.float().masked_fill(~arc_mask(batch["sentence"]), -1e4)
    loss = torch.zeros((), device=tags.device)
    for name in weights.keys() & slices.keys():
        loss = loss + weights[name] * cross_entropy(tags[..., slices[name]].flatten(0, 1), batch[name].flatten())
    if "head" in weights:
        loss = loss + weights["head"] * cross_entropy(arcs.flatten(0, 1), batch["head"].flatten())
        b, w = (batch["head"] != IGNORE).nonzero(as_tuple=True)
        if len(b):
            scores = model.relations(out.dependents[b, w], out.heads[b, batch["head"][b, w]])
            loss = loss + weights["deprel"] * cross_entropy(scores.float(), batch["deprel"][b, w])
    if "soft" not in batch:
        return loss
    b, w = batch["soft"].nonzero(as_tuple=True)
    taught = torch.zeros((), device=tags.device)
    for name in weights.keys() & slices.keys():
        taught = taught + weights[name] * divergence(tags[b, w, slices[name]], batch["soft_tags"][b, w, slices[name]])
    taught = taught + weights["head"] * divergence(arcs[b, w], batch["soft_arcs"][b, w])
    scores = model.relations(out.dependents[b, w], out.heads[b, batch["soft_head"][b, w]])
    taught = taught + weights["deprel"] * divergence(scores.float(), batch["soft_deprels"][b, w])
    return (1 - SOFT) * loss + SOFT * taught
