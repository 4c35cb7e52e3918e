"""Derived forms and compounds: one linguistic reason a row."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsents.lexicons import load_table
from newsents.words.derivation import find_origins, find_part

DERIVED = [
    ("russischen", "Russland", "adjective with an ending"),
    ("chinesisch", "China", "adjective without one"),
    ("US-amerikanische", "USA", "adjective with a hyphen of its own"),
    ("bayrische", "Bayern", "two stems: bayerisch"),
    ("bayerischer", "Bayern", "two stems: bayrisch"),
    ("Niederländische", "Niederlande", "at the beginning of a sentence"),
    ("RUSSISCHE", "Russland", "in capitals"),
    ("britische", "Großbritannien", "stem unlike the name"),
    ("europäischem", "Europa", "continent"),
    ("sowjetische", "Sowjetunion", "former country"),
    ("hallesche", "Halle", "irregular town adjective"),
    ("Russen", "Russland", "weak noun"),
    ("Türkinnen", "Türkei", "feminine plural"),
    ("Französin", "Frankreich", "feminine with umlaut"),
    ("Chinese", "China", "noun in -e"),
    ("Israelis", "Israel", "noun in -i"),
    ("Schweizerin", "Schweiz", "noun in -er"),
    ("Deutscher", "Deutschland", "noun declined as an adjective"),
    ("Bayern", "Bayern", "inhabitants named as their land"),
    ("Berliner", "Berlin", "town + er"),
    ("Stuttgarters", "Stuttgart", "town + er, genitive"),
    ("Bremerin", "Bremen", "town in -en without it"),
    ("Karlsruher", "Karlsruhe", "town in -e without it"),
    ("Dresdner", "Dresden", "town in -en without its e"),
    ("Basler", "Basel", "town in -el without its e"),
    ("Darmstädter", "Darmstadt", "umlaut"),
    ("Hannoveraner", "Hannover", "town + aner"),
    ("Zürcher", "Zürich", "shortened town"),
    ("Münchner", "München", "town in -chen"),
    ("New Yorker", "New York", "two words"),
    ("St. Galler", "St. Gallen", "two words with a stop"),
    ("Hersfelder", "Bad Hersfeld", "Bad left out"),
    ("Bündner", "Graubünden", "canton"),
    ("Berliner:innen", "Berlin", "gender colon"),
    ("BerlinerInnen", "Berlin", "gender I"),
    ("süddeutsche", "Süddeutschland", "part of a country"),
    ("Westschweizer", "Westschweiz", "part of a country, noun"),
    ("prorussische", "Russland", "prefix"),
    ("pro-russische", "Russland", "prefix with hyphen"),
    ("Exiliranerin", "Iran", "prefix with noun"),
    ("Ex-Kölner", "Köln", "prefix with hyphen before a town"),
]

NOT_DERIVED = [
    ("sozialdemokratische", "of no place"),
    ("römisch-katholische", "the last part is of no place"),
    ("Englisch", "a language"),
    ("Lehrer", "Lehre is a town"),
    ("Trainerin", "Train is a town"),
    ("Konzern", "Konz is a town, -ern an ending"),
    ("Bücher", "Büchen is a town"),
    ("neuesten", "neu + Esten"),
    ("präkolumbianisch", "of a time, not of Colombia"),
    ("Russland", "the name itself"),
    ("Europas", "the name's genitive"),
    ("Müll", "no ending"),
]


@pytest.mark.parametrize(("word", "source", "reason"), DERIVED)
def test_source(word: str, source: str, reason: str) -> None:
    assert find_origins(word) == (source,), reason


@pytest.mark.parametrize(
    ("word", "sources"),
    [
        ("griechisch-türkisch", ("Griechenland", "Türkei")),
        ("deutsch-französischen", ("Deutschland", "Frankreich")),
        ("Deutsch-Türkin", ("Deutschland", "Türkei")),
        ("deutsch-deutsche", ("Deutschland",)),
    ],
)
def test_two_sources(word: str, sources: tuple[str, ...]) -> None:
    assert find_origins(word) == sources


@pytest.mark.parametrize(("word", "reason"), NOT_DERIVED)
def test_no_source(word: str, reason: str) -> None:
    assert find_origins(word) == (), reason


@pytest.mark.parametrize(
    ("word", "lead", "name", "reason"),
    [
        ("US-Außenminister", "US", "USA", "abbreviation of a country"),
        ("EU-Kommissar", "EU", "EU", "listed body"),
        ("Ukraine-Krieg", "Ukraine", "Ukraine", "country"),
        ("Köln-Trainer", "Köln", "Köln", "large town"),
        ("New-York-Reise", "New-York", "New York", "name of two words, hyphens throughout"),
        ("Ex-US-Präsident", "US", "USA", "behind a prefix"),
        ("Nicht-EU-Länder", "EU", "EU", "behind a negation"),
        ("UN-Generalsekretär", "UN", "UN", "no prefix un-"),
        ("XYZ-Chef", "XYZ", "XYZ", "unlisted abbreviation"),
        ("Siemens-Chef", "Siemens", None, "a name that the article must know"),
        ("Deutschlandchef", "Deutschland", "Deutschland", "country without hyphen"),
        ("Bundestagswahl", "Bundestag", "Bundestag", "linking s"),
        ("Bundesligatrainerin", "Bundesliga", "Bundesliga", "body without hyphen"),
        ("Russland-", "Russland", "Russland", "the second part is left out: Russland- und Chinapolitik"),
        ("Bundestags-", "Bundestags", "Bundestag", "linking s before a hyphen"),
        ("dpa-Bericht", "dpa", "dpa", "listed in lower case"),
        ("europaweit", "europa", "Europa", "adjective of extent"),
        ("deutschsprachige", "deutsch", "Deutschland", "adjective of language"),
        ("weltweite", "", None, "adjective of extent, of no name"),
        ("Haus", "", None, "no compound"),
        ("TV-Sender", "", None, "common abbreviation"),
        ("E-Mail", "", None, "one letter"),
        ("Baden-Württemberg", "", None, "a name as a whole"),
        ("Anhaltspunkt", "", None, "Anhalt is a word too"),
        ("Bernstein", "", None, "Bern + Stein"),
        ("Iranerin", "", None, "derived, no compound"),
        ("Chinas", "", None, "genitive"),
    ],
)
def test_part(word: str, lead: str, name: str | None, reason: str) -> None:
    assert find_part(word) == (lead, name), reason


def test_every_listed_adjective_leads_back_to_its_row() -> None:
    """Rows may share a form ("Salzburger"), but only with a row of the same name."""
    for table in ("countries.tsv", "regions.tsv", "demonyms.tsv"):
        for row in load_table(table):
            for stem in filter(None, row["adjectives"].split(",")):
                assert find_origins(f"{stem}en")[-1] == row["name"], stem


@settings(deadline=None)  # the first example loads the tables
@given(st.one_of(st.text(max_size=40), st.from_regex(r"[A-Za-zäöüß-]{0,20}(er|isch|en|-Chef)", fullmatch=True)))
def test_never_raises(word: str) -> None:
    assert all(find_origins(word))
    lead, name = find_part(word)
    assert name is None or name
    assert not lead or lead in word.replace("‑", "-").replace("–", "-")
