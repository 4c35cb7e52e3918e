from __future__ import annotations

import pytest

from newsents.analysis.decoding import can_start


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
