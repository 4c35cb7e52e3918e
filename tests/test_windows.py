from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsents.analysis.windows import MAX_PIECES, MAX_WORD_PIECES, find_cut, make_windows


def one_piece(word: str) -> list[int]:
    return [7] * max(1, len(word) // 3)


@pytest.mark.parametrize(
    ("words", "limit", "cut"),
    [
        (["Es", "regnet", ".", "Sie", "geht"], 4, 3),  # the sentence end that fits
        (["Es", "regnet", ".", "“", "Sie", "geht", "."], 5, 4),  # closing marks belong to it
        (["Kommen", "Sie", "!", "“", ",", "sagte", "er", "."], 7, 5),  # no end before ", sagte er"
        (["Er", "kam", ",", "sah", "und", "siegte"], 4, 3),  # else a comma
        (["Bundesausbildungsförderungsgesetz"] * 3, 2, 2),  # else what fits
    ],
)
def test_cut(words: list[str], limit: int, cut: int) -> None:
    assert find_cut(words, [1] * len(words), limit) == cut


@given(st.lists(st.sampled_from(["Haus", ".", ",", "“", "Ministerpräsidentin" * 9, "a"]), max_size=900))
def test_windows_hold_every_word_once_and_fit(texts: list[str]) -> None:
    windows = list(make_windows(list(range(len(texts))), texts, one_piece))
    assert [i for w in windows for i in w.words] == list(range(len(texts)))
    assert all(len(w.ids) <= MAX_PIECES for w in windows)
    assert all(len(w.words) == len(w.first) for w in windows)
    assert MAX_WORD_PIECES < MAX_PIECES
