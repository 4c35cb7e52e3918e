"""Stretches of words, as pairs of positions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

TokenRange = tuple[int, int]
"""The first word and the one behind the last."""


def number_ranges(length: int, ranges: Sequence[TokenRange]) -> list[int]:
    """The number of the range that each position stands in or behind: 4, [(0, 1), (2, 4)] → [0, 0, 1, 1]."""
    later = {start for start, _ in ranges[1:]}
    return list(accumulate((i in later for i in range(length)), initial=0))[1:]


def find_runs(positions: Iterable[int]) -> list[TokenRange]:
    """Positions as ranges: 3, 4, 7 → (3, 5), (7, 8)."""
    runs: list[TokenRange] = []
    for i in sorted(positions):
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
