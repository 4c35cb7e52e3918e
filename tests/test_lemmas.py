from __future__ import annotations

import pytest

from newsents.words.forms import FormTable
from newsents.words.lemmas import apply_rule, find_lemma, is_word


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("sagte", "VERB", "sagen"),
        ("Teilte", "VERB", "teilen"),  # at the start of a sentence
        ("brach", "VERB", "brechen"),  # strong
        ("mitgestaltete", "VERB", "mitgestalten"),  # by its end
        ("sei", "AUX", "sein"),
        ("muss", "AUX", "müssen"),
        ("Ankündigungen", "NOUN", "Ankündigung"),
        ("Brückenbauprojekten", "NOUN", "Brückenbauprojekt"),  # a compound that no dictionary has
        ("vereinigten", "ADJ", "vereinigt"),  # a participle as an adjective
        ("Münchner", "ADJ", "Münchner"),  # never inflected
        ("Hollenbach", "PROPN", "Hollenbach"),
        ("Der", "DET", "der"),
        ("Xyzqw", "NOUN", "Xyzqw"),
        ("", "NOUN", ""),
        ("🙂", "VERB", "🙂"),
    ],
)
def test_lemma(form: str, pos: str, lemma: str) -> None:
    assert find_lemma(form, pos) == lemma


def test_rule() -> None:
    assert apply_rule("gearbeitet", 0, 2, "en") == "arbeiten"
    assert apply_rule("aufgebaut", 3, 1, "en") == "aufbauen"
    assert apply_rule("Haus", -1, 0, "") == "Haus"


def test_words_of_the_dictionary() -> None:
    assert is_word("Büchern")
    assert not is_word("Uesen")


def test_form_table() -> None:
    table = FormTable.build({"Haus": 3, "Häuser": 4})
    assert [table.find(form) for form in ("Haus", "Häuser", "Hauses", "")] == [3, 4, 0, 0]
