"""From the words in the text to the name: nominative, no genitive -s, base of derived forms."""

from __future__ import annotations

import pytest
from entity_docs import find_entities

from newsents.words.declension import (
    normalise_adjective,
    normalise_case,
    normalise_genitive,
    normalise_noun,
    strip_apostrophe,
)

GENITIVES = [
    pytest.param("Putins", (), True, "Putin", id="genitive"),
    pytest.param("Putins", ("Putin",), False, "Putin", id="the article has it without -s"),
    pytest.param("Hans", (), True, "Hans", id="own -s of a first name"),
    pytest.param("Paris", (), True, "Paris", id="own -s of a town"),
    pytest.param("Reuters", (), True, "Reuters", id="own -s of a company"),
    pytest.param("Peters", (), False, "Peters", id="no genitive, no evidence"),
    pytest.param("Strauss", (), True, "Strauss", id="double s"),
    pytest.param("USS", (), True, "USS", id="capitals"),
    pytest.param("Schulz’", (), False, "Schulz", id="apostrophe"),
    pytest.param("Merkel's", (), False, "Merkel", id="apostrophe and s"),
    pytest.param("Ugandas", (), False, "Uganda", id="country"),
]


@pytest.mark.parametrize(("word", "evidence", "is_genitive", "expected"), GENITIVES)
def test_genitive(word: str, evidence: tuple[str, ...], is_genitive: bool, expected: str) -> None:
    assert normalise_genitive(word, evidence, is_genitive=is_genitive) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Sicherheitsrates", "Sicherheitsrat"),
        ("Bundestags", "Bundestag"),
        ("Instituts", "Institut"),
        ("Hauses", "Haus"),
        ("Bundes", "Bund"),
        ("Ausschusses", "Ausschuss"),
        ("Bank", "Bank"),
    ],
)
def test_noun_in_the_genitive(word: str, expected: str) -> None:
    assert normalise_noun(word, is_genitive=True) == expected


@pytest.mark.parametrize(
    ("word", "gender", "expected"),
    [
        ("Nationalen", "male", "Nationaler"),
        ("Weiße", "neuter", "Weißes"),
        ("Kommunistischen", "female", "Kommunistische"),
        ("Vereinten", "plural", "Vereinte"),
        ("Deutschem", "neuter", "Deutsches"),
    ],
)
def test_adjective(word: str, gender: str, expected: str) -> None:
    assert normalise_adjective(word, gender) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("MOSKAU", "Moskau"), ("NEW YORK", "New York"), ("BADEN-BADEN", "Baden-Baden"), ("USA", "USA")],
)
def test_capitals(name: str, expected: str) -> None:
    assert normalise_case(name) == expected


@pytest.mark.parametrize(("word", "expected"), [("Hans'", "Hans"), ("Schulz’s", "Schulz"), ("Kiew", "Kiew")])
def test_apostrophe(word: str, expected: str) -> None:
    assert strip_apostrophe(word) == expected


IN_CONTEXT = [
    pytest.param(
        "[PER Anna/NE Kochs/NE/Case=Gen] Angaben/NN stimmen/VVFIN ./$.",
        ["Anna Koch"],
        id="a full name in the genitive, once",
    ),
    pytest.param(
        "[PER Louis/NE Gallois/NE] kam/VVFIN ./$. [PER Gallois/NE/Case=Gen] Plan/NN half/VVFIN ./$.",
        ["Louis Gallois"],
        id="a full name in -s, and in the genitive",
    ),
    pytest.param(
        "des/ART [ORG Nationalen/ADJA/Case=Gen Sicherheitsrates/NN/Case=Gen [LOC Russlands/NE/Case=Gen]]",
        ["Nationaler Sicherheitsrat Russlands", "Russland"],
        id="adjective, noun, genitive that stays",
    ),
    pytest.param(
        "der/ART [ORG Kommunistischen/ADJA/Case=Gen Partei/NN/Case=Gen [LOC Chinas/NE/Case=Gen]]",
        ["Kommunistische Partei Chinas", "China"],
        id="feminine",
    ),
    pytest.param(
        "des/ART [ORG Auswärtigen/ADJA/Case=Gen Amts/NN/Case=Gen]", ["Auswärtiges Amt"], id="genitive of a short noun"
    ),
    pytest.param(
        "des/ART [ORG Robert/NE Kern-Instituts/NN/Case=Gen]", ["Robert Kern-Institut"], id="head noun behind a founder"
    ),
    pytest.param(
        "des/ART [ORG Wohn-/TRUNC und/KON Pflegeheims/NN/Case=Gen [LOC Ulm/NE]]",
        ["Wohn- und Pflegeheim Ulm", "Ulm"],
        id="head noun behind half a word",
    ),
    pytest.param(
        "auf/APPR der/ART [LOC Rauen/ADJA Alb/NN/Gender=Neut]", ["Raue Alb"], id="the article shows the gender"
    ),
    pytest.param(
        "bei/APPR den/ART [ORG Freien/ADJA Wählern/NN/Number=Plur]", ["Freie Wähler"], id="dative plural of a noun"
    ),
    pytest.param("der/ART [LOC Uxheim/NE Winter/NN]", ["Uxheim Winter"], id="a name without adjective or head noun"),
    pytest.param("den/ART [ORG Vereinten/ADJA Nationen/NN]", ["Vereinte Nationen"], id="plural"),
    pytest.param("das/ART [ORG Rote/ADJA Kreuz/NN]", ["Rotes Kreuz"], id="neuter"),
    pytest.param("der/ART [ORG Europäische/ADJA Gerichtshof/NN]", ["Europäischer Gerichtshof"], id="masculine"),
    pytest.param(
        "des/ART [ORG Landeskriminalamts/NN/Case=Gen [LOC Hessen/NE]]",
        ["Landeskriminalamt Hessen", "Hessen"],
        id="head noun with a place behind it",
    ),
    pytest.param("des/ART „/$( [ORG Nordblatts/NN] “/$(", ["Nordblatt"], id="genitive in quotation marks"),
    pytest.param("aus/APPR den/ART [LOC Niederlanden/NE]", ["Niederlande"], id="dative plural"),
    pytest.param("[LOC MOSKAU/NE] :/$.", ["Moskau"], id="dateline"),
    pytest.param("[ORG ADAC/NE]", ["ADAC"], id="acronym"),
    pytest.param("die/ART [ORG Grünen/NN]", ["Grüne"], id="party in the plural"),
    pytest.param("[PER Scholz/NE] ’/$( Rede/NN", ["Scholz"], id="apostrophe as a token of its own"),
    pytest.param("[PER Roths/NE] Rede/NN", ["Roth"], id="genitive before a noun"),
    pytest.param("[PER Roths/NE] „/$( Arie/NN “/$(", ["Roth"], id="genitive before a title in quotation marks"),
    pytest.param("die/ART [ORG Staatskapelle/NN [LOC Ulm/NE]]", ["Staatskapelle Ulm", "Ulm"], id="noun in -elle"),
    pytest.param(
        "der/ART [ORG Internationale/ADJA Währungsfonds/NN/Case=Gen]",
        ["Internationaler Währungsfonds"],
        id="noun in -s",
    ),
    pytest.param(
        "von/APPR [PER Louis/NE Marais/NE] ./$. [PER Marais/NE] Rede/NN", ["Louis Marais"], id="surname in -s"
    ),
    pytest.param("mit/APPR [PER Kerns/NE] ./$.", ["Kerns"], id="no genitive after a preposition"),
    pytest.param("[LOC Templin/NE] ,/$, der/ART [LOCderiv Templiner/ADJA] See/NN", ["Templin"], id="town's adjective"),
    pytest.param("der/ART [ORGpart VW-Manager/NN]", ["VW"], id="part without evidence"),
    pytest.param("die/ART [LOCpart Rimini-Syndrom-Fälle/NN]", ["Rimini"], id="town before two common nouns"),
    pytest.param("der/ART [PERpart Otto-Koch-Erbe/NN]", ["Otto-Koch"], id="first name and surname before one"),
    pytest.param("die/ART [ORGpart Ex-Norda-Chefin/NN]", ["Norda"], id="prefix before a name without evidence"),
    pytest.param(
        "die/ART [ORGpart Ex-Linken-Chefin/NN] und/KON die/ART [ORG Linken/NN]", ["Linke"], id="declined in a compound"
    ),
    pytest.param("der/ART [LOCpart Ukrainekrieg/NN]", ["Ukraine"], id="solid compound"),
    pytest.param("ein/ART [PERpart Roth-Vertrauter/NN] von/APPR [PER Ida/NE Roth/NE]", ["Ida Roth"], id="person"),
]


@pytest.mark.parametrize(("text", "expected"), IN_CONTEXT)
def test_names_of_entities(text: str, expected: list[str]) -> None:
    assert [e.name for e in find_entities(text)] == expected
