"""Trees from scores: against all trees of a short sentence, one by one."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsents.analysis.trees import best_tree, edmonds, find_cycle


def reaches_root(heads: list[int]) -> bool:
    for start in range(1, len(heads) + 1):
        i, steps = start, 0
        while i and steps <= len(heads):
            i, steps = heads[i - 1], steps + 1
        if i:
            return False
    return True


def brute_force(scores: np.ndarray) -> float:
    """The score of the best tree with exactly one root."""
    n = len(scores)
    options = (
        heads
        for heads in product(range(n + 1), repeat=n)
        if heads.count(0) == 1 and all(h != i + 1 for i, h in enumerate(heads)) and reaches_root(list(heads))
    )
    return max(sum(float(scores[i, h]) for i, h in enumerate(heads)) for heads in options)


def square(n: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float32, (n, n + 1), elements=st.floats(-8, 8, width=16))


@given(st.integers(1, 6).flatmap(square))
def test_every_result_is_a_tree_with_one_root(scores: np.ndarray) -> None:
    heads = best_tree(scores)
    assert heads.count(0) == 1
    assert reaches_root(heads)


@pytest.mark.parametrize("seed", range(30))
def test_unrooted_scores_find_the_best_arborescence(seed: int) -> None:
    """Where only one word can be the root, the result is the best of all trees."""
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(5, 6)).astype(np.float32)
    scores[:, 0] = -50
    scores[seed % 5, 0] = 50
    heads = best_tree(scores)
    assert sum(float(scores[i, h]) for i, h in enumerate(heads)) == pytest.approx(brute_force(scores), abs=1e-3)


def test_a_cycle_is_named() -> None:
    assert sorted(find_cycle([0, 2, 1])) == [1, 2]
    assert find_cycle([0, 0, 1]) == []


def test_edmonds_breaks_a_cycle_at_the_cheapest_place() -> None:
    scores = np.array([[0, 0, 0], [1, 0, 10], [5, 8, 0]], dtype=np.float32)
    assert edmonds(scores) == [0, 2, 0]
