from __future__ import annotations

import pytest

from newsents.analysis.decoding import can_start, find_chunks


@pytest.mark.parametrize(
    ("tags", "chunks"),
    [
        ("B-PER I-PER O B-LOC", [(0, 2, "PER"), (3, 4, "LOC")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O I-ORG I-ORG", [(1, 3, "ORG")]),  # an I- without a B- still is a name
        ("B-PER I-LOC", [(0, 1, "PER"), (1, 2, "LOC")]),
        ("B-LOCderiv O", [(0, 1, "LOCderiv")]),
        ("O O", []),
    ],
)
def test_chunks(tags: str, chunks: list[tuple[int, int, str]]) -> None:
    assert find_chunks(tags.split()) == chunks


@pytest.mark.parametrize(
    ("words", "i", "expected"),
    [
        ("Es regnet . Sie geht", 3, True),
        ("Es regnet . „ Ja “", 3, True),
        ("Kommen Sie ! “ , sagte er", 4, False),
        ("Kommen Sie ! “ , sagte er", 5, False),
        ("der Minister Huber kam", 2, False),
        ("Weitere Themen : - Wetter", 3, True),
    ],
)
def test_can_start(words: str, i: int, expected: bool) -> None:
    assert can_start(words.split(), i) is expected
