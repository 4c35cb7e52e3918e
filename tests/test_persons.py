"""What nouns say of persons and speakers: one inflector, two questions."""

from __future__ import annotations

import pytest

from newsents.words.gender import find_meanings
from newsents.words.persons import find_noun, find_person

NOUNS = [
    pytest.param("Bildungsministerin", ("Minister", "person", "female"), id="feminine of a compound"),
    pytest.param("Ärztinnen", ("Arzt", "person", "female"), id="umlaut"),
    pytest.param("Kolleginnen", ("Kollege", "person", "female"), id="feminine without the -e"),
    pytest.param("CDU-Chefs", ("Chef", "person", "male"), id="part behind a hyphen"),
    pytest.param("Abgeordneter", ("Abgeordnete", "person", ""), id="declined as an adjective"),
    pytest.param("Familienmitglieder", ("Mitglied", "person", ""), id="plural in -er"),
    pytest.param("Großkonzerns", ("Konzern", "body", ""), id="body"),
    pytest.param("Medienberichten", ("Medienbericht", "statement", ""), id="statement"),
    pytest.param("Biogeochemikerin", ("Chemiker", "person", "female"), id="longest ending"),
    pytest.param("Sekunde", None, id="Kunde stands alone only"),
    pytest.param("Flugzeuge", None, id="no Zeuge"),
    pytest.param("Juni", None, id="no Uni"),
    pytest.param("Angebot", None, id="no Bote without its -e"),
    pytest.param("Potsdam", None, id="no Dame"),
    pytest.param("Strafraum", None, id="no Frau with an -m"),
    pytest.param("Umkreis", None, id="no Kreise, which say something"),
]


@pytest.mark.parametrize(("word", "expected"), NOUNS)
def test_nouns_for_speakers(word: str, expected: tuple[str, str, str] | None) -> None:
    noun = find_noun(word)
    assert (noun and (noun.noun, noun.kind, noun.gender)) == expected


PERSONS = [
    pytest.param("Ex-Kanzler", "male", id="prefix"),
    pytest.param("Sekretärs", "male", id="genitive"),
    pytest.param("Vorstandsmitglied", "", id="no gender"),
    pytest.param("Ministerinnen", "female", id="plural"),
    pytest.param("Rechtsanwältin", "female", id="umlaut of the feminine"),
    pytest.param("Sternekoch", "male", id="role at the end of a word"),
    pytest.param("Kamerafrau", "female", id="feminine of its own"),
    pytest.param("Aufsichtsrats", "male", id="a body that is a person too"),
    pytest.param("Heirat", None, id="no Rat"),
    pytest.param("Europa", None, id="no Opa"),
    pytest.param("Thomas", None, id="no Oma"),
    pytest.param("Kerstin", None, id="no feminine of Erste"),
    pytest.param("Krankenhäuser", None, id="no User"),
    pytest.param("Stellenangebote", None, id="the longer noun is no person"),
    pytest.param("Nummer", None, id="ends like a person"),
    pytest.param("Tisch", None, id="thing"),
]


@pytest.mark.parametrize(("word", "gender"), PERSONS)
def test_nouns_for_persons(word: str, gender: str | None) -> None:
    noun = find_person(word)
    assert (None if noun is None else noun.gender) == gender


def test_a_body_that_is_a_person_too_speaks_as_a_body() -> None:
    noun, person = find_noun("Rat"), find_person("Rat")
    assert noun is not None
    assert person is not None
    assert (noun.kind, person.kind) == ("body", "person")


def test_endings_of_unlisted_nouns() -> None:
    assert find_person("Glaziologin") is None
    noun = find_person("Glaziologin", productive=True)
    assert noun is not None
    assert noun.gender == "female"


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [
        ("er", {"male"}),
        ("Sie", {"female", "plural"}),
        ("ihr", {"female"}),
        ("seinen", {"male", "neuter"}),
        ("man", set()),
    ],
)
def test_what_pronouns_stand_for(pronoun: str, expected: set[str]) -> None:
    assert find_meanings(pronoun) == expected
