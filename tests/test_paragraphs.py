from __future__ import annotations

import pytest

from newsents.reading.paragraphs import is_break, is_hard_wrapped

WRAPPED = """Der Gemeinderat von Altdorf hat am Dienstagabend beschlossen, das
alte Hallenbad im kommenden Jahr abzureissen und an seiner Stelle einen
Neubau zu errichten. Die Kosten belaufen sich auf rund zwölf Millionen
Franken, wie die Gemeinde am Mittwoch mitteilte."""
HEADLINE = """Altdorf baut neu
Das Hallenbad wird abgerissen.
Der Neubau kostet zwölf Millionen Franken.
Baubeginn ist im Mai."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRAPPED, True),
        (HEADLINE, False),
        ("", False),
        ("Ein Satz.", False),
        (WRAPPED + "\n\n" + WRAPPED, True),
    ],
)
def test_hard_wrapped(text: str, expected: bool) -> None:
    assert is_hard_wrapped(text) is expected


@pytest.mark.parametrize(
    ("space", "wrapped", "expected"),
    [
        (" ", False, False),
        ("\n", False, True),
        ("\n", True, False),
        ("\n\n", True, True),
        ("\r\n", False, True),
        ("\r\n", True, False),
        (" \n \n ", True, True),
        ("\t", False, False),
    ],
)
def test_break(space: str, wrapped: bool, expected: bool) -> None:
    assert is_break(space, "Bad", "Aibling", wrapped=wrapped) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (",", "sagte", False),
        (",", "Anna", False),
        ("“", "sagte", False),
        ("Rat", "hat", False),
        ("Rat", "Anna", True),
        (".", "hat", True),
        (":", "mehl", True),
        ("", "hat", False),
        ("Ende", "", True),
    ],
)
def test_a_single_break_ends_no_sentence_that_runs_on(before: str, after: str, expected: bool) -> None:
    assert is_break("\n", before, after, wrapped=False) is expected
    assert is_break("\n\n", before, after, wrapped=False)
