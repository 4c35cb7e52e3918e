"""The cue lexicons: forms of verbs, nouns in compounds, moods; and what a bad line does."""

from __future__ import annotations

import pytest
from notation import Token, build_doc

from newsents.reading.view import View
from newsents.words.conjugation import make_finite_forms, make_participle
from newsents.words.speech import find_speech_noun, load_source_prepositions, load_speech_verbs, load_verb_forms


@pytest.mark.parametrize(
    ("reason", "infinitive", "forms"),
    [
        ("weak", "sagen", ["sage", "sagt", "sagen", "sagte", "sagten"]),
        ("stem in t", "antworten", ["antwortet", "antwortete", "antworteten"]),
        ("stem in n", "warnen", ["warnt", "warnte", "warnten"]),
        ("in -ern", "äußern", ["äußert", "äußerte", "äußern"]),
        ("in -eln", "zweifeln", ["zweifelt", "zweifelte", "zweifle"]),
        ("strong", "sprechen", ["spricht", "sprach", "sprachen", "spräche"]),
        ("strong with a prefix", "versprechen", ["verspricht", "versprach", "versprachen"]),
        ("mixed", "nennen", ["nennt", "nannte", "nannten"]),
    ],
)
def test_finite_forms(reason: str, infinitive: str, forms: list[str]) -> None:
    assert set(forms) <= make_finite_forms(infinitive), reason


def test_a_form_of_another_verb_is_not_made() -> None:
    assert "waren" not in make_finite_forms("warnen")


@pytest.mark.parametrize(
    ("infinitive", "participle"),
    [
        ("teilen", "geteilt"),
        ("berichten", "berichtet"),
        ("kritisieren", "kritisiert"),
        ("sprechen", "gesprochen"),
        ("versprechen", "versprochen"),
        ("empfehlen", "empfohlen"),
    ],
)
def test_participle(infinitive: str, participle: str) -> None:
    assert make_participle(infinitive) == participle


@pytest.mark.parametrize("form", ["mitteilte", "mitgeteilt", "mitzuteilen", "ankündigt", "bekanntgegeben", "hinwies"])
def test_forms_with_their_prefix(form: str) -> None:
    assert any(f.joined for f in load_verb_forms()[form])


@pytest.mark.parametrize("verb", load_speech_verbs(), ids=repr)
def test_every_verb_introduces_or_reports_something(verb: object) -> None:
    assert verb.frames | set(verb.reports)  # type: ignore[attr-defined]
    assert verb.frames <= {"speech", "clause", "question", "inf", "words", "denial", "judgement"}  # type: ignore[attr-defined]
    assert verb.to in ("", "dat", "acc", "an")  # type: ignore[attr-defined]


def test_no_verb_stands_in_the_lexicon_twice() -> None:
    verbs = [(v.companion, v.infinitive) for v in load_speech_verbs()]
    assert len(verbs) == len(set(verbs)) > 300


@pytest.mark.parametrize(
    ("reason", "word", "noun"),
    [
        ("itself", "Angaben", "Angabe"),
        ("compound", "Polizeiangaben", "Angabe"),
        ("compound", "Medienberichten", "Bericht"),
        ("another word", "Nachfrage", "Nachfrage"),
        ("lower case is no noun", "angaben", None),
        ("no cue", "Tisch", None),
    ],
)
def test_find_speech_noun(reason: str, word: str, noun: str | None) -> None:
    found = find_speech_noun(word)
    assert (found.noun if found else None) == noun, reason


def test_nach_stands_before_and_behind() -> None:
    assert {p.place for p in load_source_prepositions()["nach"]} == {"before", "after"}


@pytest.mark.parametrize(
    ("reason", "word", "tag", "lemma", "morph", "first", "any_"),
    [
        ("sein", "sei", "VAFIN", "sein", "", True, True),
        ("Konjunktiv I by form", "erziele", "VVFIN", "erzielen", "", True, True),
        ("Konjunktiv I of a stem in t", "halte", "VVFIN", "halten", "", True, True),
        ("past tense in -te", "sagte", "VVFIN", "sagen", "", False, False),
        ("wurde", "wurde", "VAFIN", "werden", "", False, False),
        ("Konjunktiv II", "hätten", "VAFIN", "haben", "", False, True),
        ("Konjunktiv II by the analysis", "könnten", "VMFIN", "können", "Mood=Sub", False, True),
        ("a wish, not reported", "möchte", "VMFIN", "mögen", "Mood=Sub", False, False),
        ("plural that only the tag calls a subjunctive", "bitten", "VVFIN", "bitten", "Mood=Sub", False, False),
        ("a noun", "Ehe", "NN", "Ehe", "", False, False),
    ],
)
def test_subjunctive(reason: str, word: str, tag: str, lemma: str, morph: str, first: bool, any_: bool) -> None:
    doc = build_doc([Token("Das", "PDS", lemma="der"), Token(word, tag, morph, lemma=lemma)])
    assert View(doc).is_first_subjunctive(1) is first, reason
    assert View(doc).is_subjunctive(1) is any_, reason


def test_first_person_is_no_subjunctive() -> None:
    doc = build_doc([Token("ich", "PPER", lemma="ich"), Token("komme", "VVFIN", lemma="kommen")])
    assert not View(doc).is_first_subjunctive(1)
