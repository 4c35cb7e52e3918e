"""What people are said to be, and what follows from it: roles, gender, affiliations."""

from __future__ import annotations

import pytest
from entity_docs import find_entities

from newsents.records import Person


def find_people(text: str) -> list[Person]:
    return [e for e in find_entities(text) if isinstance(e, Person)]


def roles_of(text: str) -> list[str]:
    return [role.text for person in find_people(text) for role in person.roles]


NAME = "[PER Ida/NE Roth/NE]"

BEFORE = [
    pytest.param(f"Präsidentin/NN {NAME}", ["Präsidentin"], id="title"),
    pytest.param(f"der/ART [ORGpart CDU-Chef/NN] {NAME}", ["CDU-Chef"], id="compound"),
    pytest.param(
        f"die/ART damalige/ADJA [LOCderiv polnische/ADJA] Ministerin/NN {NAME}",
        ["damalige polnische Ministerin"],
        id="adjectives",
    ),
    pytest.param(f"[LOC Hessens/NE] Ministerin/NN {NAME}", ["Hessens Ministerin"], id="genitive of a place"),
    pytest.param(f"Chefin/NN Dr./NN {NAME}", ["Chefin", "Dr."], id="doctor is a role of its own"),
    pytest.param(f"ihr/PPOSAT Anwalt/NN {NAME}", ["Anwalt"], id="no possessive"),
    pytest.param(f"Frau/NN {NAME}", [], id="a form of address is none"),
    pytest.param(f"Partei-/TRUNC und/KON Fraktionschefin/NN {NAME}", ["Partei- und Fraktionschefin"], id="two in one"),
    pytest.param(f"der/ART Chief/NE Executive/NE Officer/NN {NAME}", ["Chief Executive Officer"], id="English"),
    pytest.param(f"die/ART Vorsitzende/NN Richterin/NN {NAME}", ["Vorsitzende Richterin"], id="two nouns"),
    pytest.param(f"die/ART Glaziologin/NN {NAME}", ["Glaziologin"], id="unlisted noun with a person's ending"),
    pytest.param(
        f"der/ART Präsident/NN der/ART [LOC Ukraine/NE] {NAME}", ["Präsident der Ukraine"], id="genitive, no comma"
    ),
    pytest.param(f"Chef/NN des/ART Verwaltungsrats/NN {NAME}", ["Chef des Verwaltungsrats"], id="head before a body"),
    pytest.param(f"Malerin/NN und/KON Autorin/NN {NAME}", ["Malerin", "Autorin"], id="two"),
    pytest.param(f"Mag/NN ./$. {NAME}", ["Mag."], id="title whose full stop is a word of its own"),
    pytest.param(f"Ministerin/NN a./NE D./NE {NAME}", ["Ministerin a. D."], id="out of office"),
    pytest.param(
        f"der/ART für/APPR Sport/NN zuständige/ADJA Minister/NN {NAME}",
        ["für Sport zuständige Minister"],
        id="participle with its phrase",
    ),
    pytest.param(
        f"die/ART aus/APPR [LOC Polen/NE] stammende/ADJA Pflegerin/NN {NAME}",
        ["aus Polen stammende Pflegerin"],
        id="participle with a place",
    ),
    pytest.param(
        f"der/ART Minister/NN dankte/VVFIN der/ART neuen/ADJA Chefin/NN {NAME}",
        ["neuen Chefin"],
        id="adjective behind its own article",
    ),
    pytest.param(f"die/ART Zollbeamtin/NN {NAME}", ["Zollbeamtin"], id="feminine of an adjective noun"),
    pytest.param(f"am/APPRART Mittwoch/NN {NAME}", [], id="day"),
    pytest.param(f"mit/APPR der/ART Nachfolge/NN von/APPR {NAME}", [], id="preposition"),
    pytest.param(f"in/APPR der/ART Nummer/NN {NAME}", [], id="noun that only looks like a person's"),
]

AROUND = [
    pytest.param(
        f"so/ADV die/ART Leiterin/NN des/ART Büros/NN in/APPR [LOC Bonn/NE] ,/$, {NAME} ./$.",
        ["Leiterin des Büros in Bonn"],
        id="before, with a comma",
    ),
    pytest.param(
        f"Der/ART Bürgermeister/NN von/APPR [LOC Ulm/NE] ,/$, {NAME} (/$( parteilos/ADJD )/$( ,/$, kam/VVFIN",
        ["Bürgermeister von Ulm"],
        id="before, with a bracket behind",
    ),
    pytest.param(
        f"{NAME} ,/$, die/ART Chefin/NN des/ART Instituts/NN ,/$, kam/VVFIN", ["Chefin des Instituts"], id="after"
    ),
    pytest.param(f"{NAME} (/$( 41/CARD )/$( ,/$, Politologin/NN ./$.", ["Politologin"], id="age in brackets"),
    pytest.param(f"{NAME} ,/$, Managing/NN Director/NN ,/$, kam/VVFIN", ["Managing Director"], id="English, after"),
    pytest.param(f"{NAME} ,/$, 41/CARD ,/$, Politologin/NN ./$.", ["Politologin"], id="age between commas"),
    pytest.param(
        f"{NAME} ,/$, Chefin/NN der/ART Bank/NN ,/$, Mutter/NN zweier/CARD Söhne/NN ,/$, kam/VVFIN",
        ["Chefin der Bank", "Mutter zweier Söhne"],
        id="several",
    ),
    pytest.param(
        f"{NAME} ,/$, Sprecherin/NN der/ART Polizei/NN und/KON sagte/VVFIN",
        ["Sprecherin der Polizei"],
        id="verb behind",
    ),
    pytest.param(
        f"{NAME} ,/$, früher/ADJD Chefin/NN der/ART Bank/NN ,/$,", ["Chefin der Bank"], id="adverb before the noun"
    ),
    pytest.param(f"{NAME} ,/$, seit/APPR 2019/CARD Rektorin/NN ,/$,", ["Rektorin"], id="time before the noun"),
    pytest.param(
        f"{NAME} ,/$, die/ART für/APPR Sport/NN zuständige/ADJA Ministerin/NN ,/$, kam/VVFIN",
        ["für Sport zuständige Ministerin"],
        id="participle with its own phrase",
    ),
    pytest.param(f"Neue/ADJA Rektorin/NN ist/VAFIN {NAME} ./$.", ["Neue Rektorin"], id="predicate first"),
    pytest.param(f"{NAME} ,/$, die/PRELS Sprecherin/NN ist/VAFIN ,/$,", ["Sprecherin"], id="relative clause"),
    pytest.param(
        f"{NAME} ,/$, die/PRELS heute/ADV als/KOUS Wirtin/NN arbeitet/VVFIN ,/$, kam/VVFIN",
        ["Wirtin"],
        id="relative clause about work",
    ),
    pytest.param(
        f"{NAME} ,/$, die/PRELS mit/APPR einer/ART Richterin/NN befreundet/VVPP ist/VAFIN ,/$, kam/VVFIN",
        [],
        id="relative clause about another",
    ),
    pytest.param(
        f"{NAME} sah/VVFIN eine/ART Frau/NN ,/$, die/PRELS Lehrerin/NN war/VAFIN ./$.", [], id="clause of another noun"
    ),
    pytest.param(
        f"{NAME} wurde/VAFIN am/APPRART Montag/NN zur/APPRART Ministerin/NN ernannt/VVPP ./$.",
        ["Ministerin"],
        id="appointed",
    ),
    pytest.param(f"Sie/PPER hat/VAFIN {NAME} als/KOUS Richterin/NN nominiert/VVPP ./$.", ["Richterin"], id="proposed"),
    pytest.param(f"{NAME} kam/VVFIN zur/APPRART Ministerin/NN ./$.", [], id="on the way to another"),
    pytest.param(
        f"{NAME} ist/VAFIN zur/APPRART Chefin/NN der/ART Bank/NN gewählt/VVPP worden/VAPP ./$.",
        ["Chefin der Bank"],
        id="elected, two participles",
    ),
    pytest.param(
        f"{NAME} ,/$, die/PRELS als/KOUS Ärztin/NN tätig/ADJD ist/VAFIN ,/$, kam/VVFIN", ["Ärztin"], id="at work as"
    ),
    pytest.param(
        f"{NAME} ,/$, seit/APPR drei/CARD Jahren/NN Rektorin/NN ,/$, kam/VVFIN", ["Rektorin"], id="for some years"
    ),
    pytest.param(
        f"{NAME} ,/$, Leiterin/NN des/ART Amts/NN am/APPRART Freitag/NN in/APPR [LOC Bonn/NE] ./$.",
        ["Leiterin des Amts"],
        id="time behind it",
    ),
    pytest.param(
        f"{NAME} ,/$, Chefin/NN der/ART Bank/NN bei/APPR der/ART Eröffnung/NN ./$.", ["Chefin der Bank"], id="occasion"
    ),
    pytest.param(
        f"{NAME} ,/$, Beraterin/NN bei/APPR der/ART Bank/NN ./$.", ["Beraterin bei der Bank"], id="house, no occasion"
    ),
    pytest.param(
        f"Der/ART Chef/NN der/ART [ORG SVP/NE] ,/$, Nationalrat/NN {NAME} ,/$, kam/VVFIN",
        ["Chef der SVP", "Nationalrat"],
        id="a phrase and a title",
    ),
    pytest.param(f"{NAME} ,/$, seit/APPR Mai/NN im/APPRART Amt/NN ,/$,", [], id="no noun phrase"),
    pytest.param(f"{NAME} ist/VAFIN Sprecherin/NN der/ART Polizei/NN ./$.", ["Sprecherin der Polizei"], id="predicate"),
    pytest.param(
        f"{NAME} war/VAFIN seit/APPR 2019/CARD die/ART erste/ADJA Rektorin/NN ./$.", ["erste Rektorin"], id="adverbial"
    ),
    pytest.param(f"{NAME} ist/VAFIN nicht/PTKNEG Sprecherin/NN ./$.", [], id="denied"),
    pytest.param(f"mit/APPR {NAME} ist/VAFIN die/ART erste/ADJA Frau/NN im/APPRART Amt/NN", [], id="not the subject"),
]


@pytest.mark.parametrize(("text", "expected"), [*BEFORE, *AROUND])
def test_roles(text: str, expected: list[str]) -> None:
    assert roles_of(text) == expected


def test_other_peoples_titles_are_not_ones_own() -> None:
    people = find_people(f"König/NN {NAME} ,/$, Königin/NN [PER Eva/NE Kern/NE] ,/$, Gäste/NN")
    assert [[role.text for role in person.roles] for person in people] == [["König"], ["Königin"]]


def test_owner_is_not_what_he_owns() -> None:
    assert roles_of("[PER Roth/NE] kam/VVFIN ./$. Die/ART Verteidiger/NN [PER Roths/NE] schwiegen/VVFIN") == []


def test_one_who_works_for_an_owner() -> None:
    people = find_people(
        "[PER Jens/NE Holm/NE] ,/$, früherer/ADJA Berater/NN [PER Ida/NE Roths/NE] ,/$, kam/VVFIN ./$."
    )
    assert [[role.text for role in person.roles] for person in people] == [["früherer Berater Ida Roths"], []]


def test_surname_is_no_role() -> None:
    people = find_people(f"Minister/NN [PER Jan/NE Hoffmann/NE] und/KON Landrätin/NN {NAME} kamen/VVFIN")
    assert [[role.text for role in person.roles] for person in people] == [["Minister"], ["Landrätin"]]


def test_nationality_is_no_role() -> None:
    assert roles_of(f"der/ART [LOCderiv Däne/NN] {NAME}") == []


def test_entities_inside_a_role() -> None:
    person, place = find_entities(f"Gouverneurin/NN von/APPR [LOC Luhansk/NE] ,/$, {NAME} ./$.")[::-1]
    assert isinstance(person, Person)
    assert [role.entity_ids for role in person.roles] == [(place.id,)]


GENDERS = [
    pytest.param("Frau/NN [PER Roth/NE]", "female", id="form of address"),
    pytest.param("[PER Petra/NE Roth/NE]", "female", id="first name"),
    pytest.param("[PER Hans-Peter/NE Roth/NE]", "male", id="double first name"),
    pytest.param("Ministerin/NN [PER Roth/NE]", "female", id="role in -in"),
    pytest.param("Minister/NN [PER Roth/NE]", "male", id="masculine role"),
    pytest.param("Vorstandsmitglied/NN [PER Roth/NE]", None, id="role that shows none"),
    pytest.param("[PER Roth/NE]", None, id="nothing known"),
]


@pytest.mark.parametrize(("text", "expected"), GENDERS)
def test_gender(text: str, expected: str | None) -> None:
    assert [p.gender for p in find_people(text)] == [expected]


AFFILIATIONS = [
    pytest.param(f"{NAME} (/$( [ORG SPD/NE] )/$(", ["SPD"], id="party in brackets"),
    pytest.param(f"[ORGpart CDU-Politikerin/NN] {NAME}", ["CDU"], id="in the role"),
    pytest.param(f"{NAME} von/APPR der/ART [ORG DZ/NE Bank/NN] sagte/VVFIN", ["DZ Bank"], id="of a house"),
    pytest.param(f"{NAME} in/APPR [LOC Bonn/NE]", [], id="a place is none"),
]


@pytest.mark.parametrize(("text", "expected"), AFFILIATIONS)
def test_affiliations(text: str, expected: list[str]) -> None:
    entities = {e.id: e for e in find_entities(text)}
    (person,) = (e for e in entities.values() if isinstance(e, Person))
    assert [entities[number].name for number in person.affiliations] == expected
