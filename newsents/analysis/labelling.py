"""Where labels stand in the scores; scores of BIO labels → the best well-formed sequence, and the chunks in it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Chunk = tuple[int, int, str]
NEVER = np.float32(-1e9)


def find_chunks(tags: list[str]) -> list[Chunk]:
    """B-PER I-PER O → [(0, 2, "PER")]; an I- that continues nothing begins a chunk."""
    found, start, label = [], 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if tag[0] == "I" and label == tag[2:]:
            continue
        if label:
            found.append((start, i, label))
        start, label = i, tag[2:]
    return found


def find_slices(heads: Mapping[str, list[str]]) -> dict[str, slice]:
    """Where each classifier's labels stand in the scores of all: {"upos": ["ADJ", "ADP"], …} → {"upos": 0:2, …}."""
    slices, at = {}, 0
    for name, labels in heads.items():
        slices[name] = slice(at, at + len(labels))
        at += len(labels)
    return slices


class Labelling:
    """Which of the labels ("O", "B-PER", "I-PER", …) may follow which: an I- only its B- or itself."""

    def __init__(self, labels: list[str]) -> None:
        self.labels = labels
        self.allowed = np.array([[b[0] != "I" or b[2:] == a[2:] for b in labels] for a in labels])
        self.barred = np.where(self.allowed, np.float32(0), NEVER)
        self.initial = np.array([NEVER if label[0] == "I" else 0 for label in labels], dtype=np.float32)

    def find_best(self, scores: NDArray[np.float32]) -> list[int]:
        """The label numbers of w words from their (w, labels) scores: each word's best, unless that breaks the order
        of B- and I-; then those with the highest sum among the well-formed ones (Viterbi, 1967)."""
        best = scores.argmax(axis=1)
        if not len(best) or (self.initial[best[0]] == 0 and self.allowed[best[:-1], best[1:]].all()):
            return [int(k) for k in best]
        sums, back = scores[0] + self.initial, np.zeros(scores.shape, dtype=np.intp)
        for i in range(1, len(scores)):
            steps = sums[:, None] + self.barred
            back[i] = steps.argmax(axis=0)
            sums = steps.max(axis=0) + scores[i]
        path = [int(sums.argmax())]
        for row in back[:0:-1]:
            path.append(int(row[path[-1]]))
        return path[::-1]
