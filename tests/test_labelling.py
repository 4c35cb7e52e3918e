from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsents.analysis.labelling import Labelling, find_chunks

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
LABELLING = Labelling(LABELS)


def is_well_formed(path: tuple[int, ...]) -> bool:
    tags = ["O", *(LABELS[k] for k in path)]
    return all(b[0] != "I" or a[2:] == b[2:] for a, b in itertools.pairwise(tags))


@pytest.mark.parametrize(
    ("tags", "chunks"),
    [
        (["B-PER", "I-PER", "O"], [(0, 2, "PER")]),
        (["B-PER", "B-PER"], [(0, 1, "PER"), (1, 2, "PER")]),
        (["O", "I-LOC", "I-LOC"], [(1, 3, "LOC")]),  # an I- that continues nothing still is a name
        (["B-LOCderiv", "O"], [(0, 1, "LOCderiv")]),
        (["B-PER", "I-LOC"], [(0, 1, "PER"), (1, 2, "LOC")]),
        ([], []),
    ],
)
def test_chunks(tags: list[str], chunks: list[tuple[int, int, str]]) -> None:
    assert find_chunks(tags) == chunks


@given(st.lists(st.lists(st.integers(-9, 9), min_size=5, max_size=5), max_size=5))
def test_best_is_the_best_of_all_well_formed(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float32).reshape(-1, len(LABELS))
    best = tuple(LABELLING.find_best(scores))
    assert is_well_formed(best)
    total = lambda path: sum(scores[i, k] for i, k in enumerate(path))  # noqa: E731
    every = itertools.product(range(len(LABELS)), repeat=len(rows))
    assert total(best) == max(total(path) for path in every if is_well_formed(path))
