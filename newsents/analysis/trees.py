"""Arc scores → one tree for each sentence: the best head of every word, cycles broken by Chu-Liu/Edmonds
(Chu and Liu 1965; Edmonds 1967), exactly one root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
NEVER = np.float32(-1e9)


def find_cycle(heads: list[int]) -> list[int]:
    """The words of one cycle among `heads` (0 is the root), or []."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, i = [], start
        while i and not state[i]:
            state[i] = start
            path.append(i)
            i = heads[i]
        if i and state[i] == start:
            return path[path.index(i) :]
    return []


def edmonds(scores: Floats) -> list[int]:
    """Maximum spanning arborescence; scores[d, h] of word d under head h, row and column 0 for the root."""
    n = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, NEVER)
    heads = [0, *scores[1:].argmax(axis=1).tolist()]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [i for i in range(n) if i not in inside]
    kept = len(outside)
    # contract the cycle into one word, the last row and column
    inner = np.array([scores[c, heads[c]] for c in cycle])
    entering = scores[np.ix_(cycle, outside)] - inner[:, None]  # break the cycle at c, enter it from outside
    leaving = scores[np.ix_(outside, cycle)]
    small = np.full((kept + 1, kept + 1), NEVER, dtype=np.float32)
    small[:kept, :kept] = scores[np.ix_(outside, outside)]
    small[kept, :kept] = entering.max(axis=0)
    small[:kept, kept] = leaving.max(axis=1)
    solved = edmonds(small)
    for position in range(1, kept):
        head = solved[position]
        heads[outside[position]] = cycle[int(leaving[position].argmax())] if head == kept else outside[head]
    broken = cycle[int(entering[:, solved[kept]].argmax())]
    heads[broken] = outside[solved[kept]]
    return heads


def best_tree(scores: Floats) -> list[int]:
    """Heads (0 is the root, else 1-based) of a sentence of n words from its (n, n + 1) scores; one root."""
    n = len(scores)
    own = scores.copy()
    own[np.arange(n), np.arange(1, n + 1)] = NEVER
    heads = own.argmax(axis=1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) != 1:
        # the word that gains most by being the root is the root
        gain = own[:, 0] - own[:, 1:].max(axis=1) if n > 1 else own[:, 0]
        root = int(gain.argmax())
        own[:, 0] = NEVER
        own[root, 1:] = NEVER
        own[root, 0] = 0
        heads = own.argmax(axis=1)
    tree = [0, *heads.tolist()]
    if find_cycle(tree):
        root = tree.index(0, 1)
        own[:, 0] = NEVER
        own[root - 1, 1:] = NEVER
        own[root - 1, 0] = 0
        tree = edmonds(np.vstack([np.full((1, n + 1), NEVER, dtype=np.float32), own]))
    return tree[1:]
