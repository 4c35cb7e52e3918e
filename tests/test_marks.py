"""Quotation marks of every style, paired; apostrophes and lone marks that are none."""

from __future__ import annotations

import pytest
from growth import LINEAR, measure_growth
from spacy.lang.de import German
from spacy.tokens import Doc

from newsents.analysis.tokenizer import make_tokenizer
from newsents.reading.view import View
from newsents.words.marks import load_pairs

BLANK = German()
TOKENIZER = make_tokenizer()(BLANK)


def marked(text: str) -> list[str]:
    """What stands between marks, in text order; "|" ends a paragraph."""
    view = View(TOKENIZER(text.replace(" | ", "\n\n")))
    return [" … ".join(view.text_of(part) for part in m.parts) for m in view.marked]


ROWS = [
    ("German", "Sie sagte „ja gern“ dazu.", ["ja gern"]),
    ("German single", "Sie sagte ‚ja gern‘ dazu.", ["ja gern"]),
    ("pointing inwards", "Sie sagte »ja gern« dazu.", ["ja gern"]),
    ("single, pointing inwards", "Sie sagte ›ja gern‹ dazu.", ["ja gern"]),
    ("Swiss", "Sie sagte «ja gern» dazu.", ["ja gern"]),
    ("single Swiss", "Sie sagte ‹ja gern› dazu.", ["ja gern"]),
    ("typewriter", 'Sie sagte "ja gern" dazu.', ["ja gern"]),
    ("single typewriter", "Sie sagte 'ja gern' dazu.", ["ja gern"]),
    ("English", "Sie sagte “ja gern” dazu.", ["ja gern"]),
    ("both end behind a stop", "Er sagte: „Sie rief: ‚Geh!‘“", ["Sie rief: ‚Geh!‘", "Geh!"]),
    ("typewriter behind a stop", 'Sie rief "Halt!", lief und rief "Wo?": dann still.', ["Halt!", "Wo?"]),
    ("opened in German, closed on the typewriter", 'Sie sagte „ja gern" dazu.', ["ja gern"]),
    ("opened in German, closed in English", "Sie sagte „ja gern” dazu.", ["ja gern"]),
    ("nested", "Er sagte: „Sie rief ‚halt‘ und ging.“", ["Sie rief ‚halt‘ und ging.", "halt"]),
    ("nested on the typewriter", "Er sagte: \"Sie rief 'halt' und ging.\"", ["Sie rief 'halt' und ging.", "halt"]),
    ("two in a row", "„Ja“, sagte er. „Nein“, sagte sie.", ["Ja", "Nein"]),
    ("two in a row on the typewriter", '"Ja", sagte er. "Nein", sagte sie.', ["Ja", "Nein"]),
    ("stop inside", "Er rief: „Halt!“", ["Halt!"]),
    ("an apostrophe closes nothing", "Das war Sax ’ Idee und „gut so“ gemeint.", ["gut so"]),
    ("never closed", "Er sagte „ja und ging.", []),
    ("never opened", "Er sagte ja“ und ging.", []),
    ("a lost mark loses nothing else in its paragraph", "Er „kam und „ging gleich“ wieder.", ["ging gleich"]),
    ("a lost mark loses nothing in the next paragraph", "Er sagte „ja. | Sie sagte „gut so“ dazu.", ["gut so"]),
    ("over paragraphs", "Er sagte: „Erstens. | „Zweitens.“", ["Erstens. … Zweitens."]),
    ("over three paragraphs", "„Erstens. | „Zweitens. | „Drittens.“", ["Erstens. … Zweitens. … Drittens."]),
    ("empty", "Er sagte „“ nichts.", []),
]


@pytest.mark.parametrize(("reason", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_find_marked(reason: str, text: str, expected: list[str]) -> None:
    assert marked(text) == expected, reason


@pytest.mark.parametrize("opening", sorted(load_pairs()))
def test_every_opening_mark_has_a_closing_one(opening: str) -> None:
    assert load_pairs()[opening]


@pytest.mark.parametrize("mark", sorted(load_pairs()))
def test_time_grows_with_the_number_of_unclosed_marks(mark: str) -> None:
    def find(doc: Doc) -> object:
        return View(doc).marked

    small, large = (Doc(BLANK.vocab, words=[mark, "Ja"] * n, spaces=[False, True] * n) for n in (500, 2000))
    assert measure_growth(find, small, large) < LINEAR
