"""Scores of a window → sentences, names, tags and trees, as numbers of the window's words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsents.analysis.labelling import Chunk, find_chunks
from newsents.analysis.model import NAME_LAYERS, Model, Scores
from newsents.analysis.trees import best_tree

OPENING = frozenset("„»«\"“‚‘'›‹([–—-•*·#")


@dataclass(frozen=True)
class Analysis:
    """`heads` are numbers of the window's words, a root its own head; `tags[layer]` are label numbers."""

    starts: list[int]
    heads: list[int]
    deprels: NDArray[np.intp]
    tags: dict[str, NDArray[np.intp]]
    outer: list[Chunk]
    inner: list[Chunk]


def can_start(words: list[str], i: int) -> bool:
    """Whether a sentence may begin at a word: not inside "sagte er", not with a comma; after some mark, or „."""
    word, before = words[i], words[i - 1]
    if not (word[0].isalnum() or word[0] in OPENING):
        return False
    return not before[-1].isalnum() and before[-1] not in ",(„‚"


def find_starts(words: list[str], scores: NDArray[np.float32]) -> list[int]:
    """The words that begin a sentence; the first always does."""
    likely = np.flatnonzero(scores[:, 1] > scores[:, 0]).tolist()
    return [0, *(i for i in likely if i and can_start(words, i))]


def decode(model: Model, scores: Scores, words: list[str]) -> Analysis:
    best = {
        name: scores.tags[:, part].argmax(axis=1)
        for name, part in model.slices.items()
        if name not in ("start", *NAME_LAYERS)
    }
    starts = find_starts(words, scores.tags[:, model.slices["start"]])
    heads = np.zeros(len(words), dtype=np.intp)
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        arcs = scores.arcs[start:end]
        tree = np.array(best_tree(np.concatenate((arcs[:, :1], arcs[:, start + 1 : end + 1]), axis=1)))
        heads[start:end] = np.where(tree > 0, tree + start, 0)
    deprels = model.relations(scores, heads)
    own = np.arange(len(words))
    chunks = {}
    for layer, labelling in model.labellings.items():
        tags = labelling.find_best(scores.tags[:, model.slices[layer]])
        chunks[layer] = find_chunks([labelling.labels[k] for k in tags])
    return Analysis(
        starts, np.where(heads > 0, heads - 1, own).tolist(), deprels, best, chunks["outer"], chunks["inner"]
    )
