from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsents.analysis.pieces import MAX_WORD_PIECES, WordPieces
from newsents.analysis.windows import BEGIN, END, MAX_PIECES, find_cut, make_window, make_windows


def read(word: str) -> WordPieces:
    return WordPieces([7] * min(max(1, len(word) // 3), MAX_WORD_PIECES), 5)


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
    windows = list(make_windows(list(range(len(texts))), texts, read))
    assert [i for w in windows for i in w.words] == list(range(len(texts)))
    assert all(len(w.ids) <= MAX_PIECES for w in windows)
    for w in windows:
        assert set(w.places.tolist()) == set(range(len(w.words) + 2))
        assert w.places.tolist() == sorted(w.places.tolist())


def test_a_window_tells_pieces_from_words() -> None:
    window = make_window([4, 6], [WordPieces([11, 12], 3), WordPieces([13], 0)])
    assert window.ids.tolist() == [BEGIN, 11, 12, 13, END]
    assert window.clusters.tolist() == [0, 3, 0, 0, 0]
    assert window.places.tolist() == [0, 1, 1, 2, 3]
