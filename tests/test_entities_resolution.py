"""Which names mean one thing: a row for each decision, and the properties that hold for any article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsents.entities.consistency import settle_clubs, settle_kinds, settle_names, settle_namesakes
from newsents.entities.names import KINDS, Name
from newsents.entities.resolution import DECISIONS, resolve_names
from newsents.records import EntityKind
from newsents.words.bodies import strip_legal_form
from newsents.words.spelling import initials, transliteration_key


def make_name(kind: str, name: str, number: int = 0, **more: object) -> Name:
    start = 100 * number
    first = Name(number, number + 1, start, start + len(name), name, KINDS[kind], name=name)
    return replace(first, **more)  # type: ignore[arg-type]


def make_names(spec: str) -> list[Name]:
    """ "PER Ida Roth; ORG Roth AG" → names in text order."""
    pairs = (part.split(maxsplit=1) for part in spec.split("; "))
    return [make_name(kind, name, number) for number, (kind, name) in enumerate(pairs)]


def clusters(names: Iterable[Name]) -> list[tuple[str, int]]:
    return [(c.name, len(c.names)) for c in resolve_names(list(names))]


TOGETHER = [
    pytest.param("PER Wladimir Putin; PER Putin", [("Wladimir Putin", 2)], id="surname"),
    pytest.param("PER Putin; PER Wladimir Putin", [("Wladimir Putin", 2)], id="surname first, as in titles"),
    pytest.param("PER Ursula von der Leyen; PER von der Leyen", [("Ursula von der Leyen", 2)], id="von"),
    pytest.param("PER Ida Roth-Beck; PER Roth-Beck", [("Ida Roth-Beck", 2)], id="double name"),
    pytest.param("PER Wang Yi; PER Wang", [("Wang Yi", 2)], id="Chinese order"),
    pytest.param("PER Emre Aydın; PER Emre", [("Emre Aydın", 2)], id="first name"),
    pytest.param("PER Johann S. Kern; PER Johann Kern; PER Kern", [("Johann S. Kern", 3)], id="middle name"),
    pytest.param("PER Sergej Lawrow; PER Sergei Lavrov; PER Lavrov", [("Sergej Lawrow", 3)], id="transliteration"),
    pytest.param("PER Wolodymyr Selenskyj; PER Zelensky", [("Wolodymyr Selenskyj", 2)], id="surname transliterated"),
    pytest.param("ORG Rieger Dosiertechnik SE; ORG Rieger", [("Rieger Dosiertechnik SE", 2)], id="short company name"),
    pytest.param("ORG Robert Kern GmbH; ORG Kern", [("Robert Kern GmbH", 2)], id="company with its founder's name"),
    pytest.param("ORG Rieger AG; ORG Rieger", [("Rieger AG", 2)], id="legal form"),
    pytest.param(
        "ORG Rieger AG; ORG Rieger Dosiertechnik AG", [("Rieger Dosiertechnik AG", 2)], id="legal form, middle left out"
    ),
    pytest.param("ORG Borussia Dortmund; ORG Borussia", [("Borussia Dortmund", 2)], id="short club name"),
    pytest.param("ORG Deutsche Presse-Agentur; ORG dpa", [("Deutsche Presse-Agentur", 2)], id="initials"),
    pytest.param("ORG UN; ORG Vereinte Nationen", [("Vereinte Nationen", 2)], id="listed alias"),
    pytest.param("LOC USA; LOC Vereinigte Staaten", [("Vereinigte Staaten", 2)], id="listed alias of a place"),
    pytest.param("LOC Frankfurt am Main; LOC Frankfurt", [("Frankfurt am Main", 2)], id="addition to a place"),
    pytest.param("ORG NATO; ORG Nato", [("NATO", 2)], id="capitals"),
]

APART = [
    pytest.param("PER Ida Roth; PER Udo Roth", id="two people of one surname"),
    pytest.param("PER Ida Roth; PER Udo Roth; PER Roth", id="a surname that may be either's"),
    pytest.param("PER Ida Roth; ORG Roth", id="person and company"),
    pytest.param("PER Maier; PER Meier", id="German spellings are different names"),
    pytest.param("ORG Nabu; ORG Nabu Sachsen", id="regional branch"),
    pytest.param("ORG Borussia Dortmund; ORG Borussia Mönchengladbach; ORG Borussia", id="either of two clubs"),
    pytest.param("LOC Berlin; LOC Berlin Mitte", id="part of a town"),
    pytest.param("LOC Freiburg; ORG Freiburg", id="town and club"),
    pytest.param("ORG Technische Universität Ulm; ORG Technische Universität Aachen; ORG TUX", id="no initials"),
]


@pytest.mark.parametrize(("spec", "expected"), TOGETHER)
def test_one_thing(spec: str, expected: list[tuple[str, int]]) -> None:
    assert clusters(make_names(spec)) == expected


@pytest.mark.parametrize("spec", APART)
def test_several_things(spec: str) -> None:
    names = make_names(spec)
    assert len(resolve_names(names)) == len(names)


def test_short_form_that_a_bracket_introduces() -> None:
    short = make_name("ORG", "IOW", 1, long_form="Leibniz-Institut Warnemünde")
    assert clusters([make_name("ORG", "Leibniz-Institut Warnemünde"), short]) == [("Leibniz-Institut Warnemünde", 2)]


def test_aliases_of_the_user() -> None:
    names = make_names("ORG Haus Seeblick; ORG Klinik am See")
    assert len(resolve_names(names, {"Klinik am See": "Haus Seeblick"})) == 1


def test_ids_of_the_users_gazetteer() -> None:
    names = [make_name("ORG", "Haus Seeblick", 0, known_id="h1"), make_name("ORG", "Klinik am See", 1, known_id="h1")]
    assert len(resolve_names(names)) == 1


def test_each_decision_says_what_it_does() -> None:
    assert all(d.__doc__ for d in DECISIONS)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param("ORG Kreml; LOC Kreml; ORG Kreml", ["organisation"] * 3, id="most mentions"),
        pytest.param("LOC Roth; PER Ida Roth", ["person"] * 2, id="a surname"),
        pytest.param("PER Rieger; ORG Rieger SE", ["organisation"] * 2, id="a company"),
        pytest.param("PER Rieger; ORG Rieger; PER Ida Rieger; ORG Rieger SE", None, id="both: each as it is"),
        pytest.param("ORG Ukraine", ["place"], id="country"),
        pytest.param("LOC SPD", ["organisation"], id="party"),
    ],
)
def test_kinds(spec: str, expected: list[EntityKind] | None) -> None:
    names = make_names(spec)
    assert [n.kind for n in settle_kinds(names)] == (expected or [n.kind for n in names])


def test_town_in_a_dateline_is_no_person() -> None:
    names = [make_name("PER", "Chur", 0, local=True), make_name("PER", "Chur", 1)]
    assert {n.kind for n in settle_kinds(names)} == {"place"}


def test_town_means_its_club_in_sport() -> None:
    names = [
        make_name("ORG", "VfL Bochum", 0),
        make_name("LOC", "Bochum", 1, club=True),
        make_name("LOC", "Bochum", 2, local=True),
        make_name("LOC", "Bochum", 3, form="derived", club=True),
    ]
    assert [n.name for n in settle_clubs(names)] == ["VfL Bochum", "VfL Bochum", "Bochum", "VfL Bochum"]


def test_shared_surname() -> None:
    people = [make_name("PER", "Petra Roth", 0, paragraph=0), make_name("PER", "Udo Roth", 1, paragraph=1)]
    rows = [
        (make_name("PER", "Roth", 2, gender="female", paragraph=1), "Petra Roth"),
        (make_name("PER", "Roth", 2, paragraph=1), "Udo Roth"),
        (make_name("PER", "Roth", 2, paragraph=2), "Roth"),
    ]
    for name, expected in rows:
        assert settle_namesakes([*people, name])[-1].name == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lawrow", "Lavrov"), ("Selenskyj", "Zelensky"), ("Patruschew", "Patrushev"), ("Serhij", "Serhii")],
)
def test_transliterations_have_one_key(one: str, other: str) -> None:
    assert transliteration_key(one) == transliteration_key(other)


@pytest.mark.parametrize(("one", "other"), [("Maier", "Meier"), ("Schmidt", "Schmitt"), ("Putin", "Patin")])
def test_other_names_have_not(one: str, other: str) -> None:
    assert transliteration_key(one) != transliteration_key(other)


def test_initials() -> None:
    assert initials("Bundesverband Paket & Expresslogistik") == "bpe"
    assert initials("Deutsche Presse-Agentur") == "dpa"


def test_legal_form() -> None:
    assert strip_legal_form(("Roth", "GmbH", "&", "Co.", "KG")) == ("Roth",)
    assert strip_legal_form(("AG",)) == ("AG",)


WORDS = st.sampled_from(
    ["Ida", "Udo", "Roth", "Beck", "Wang", "AG", "Ulm", "Nabu", "EU", "am", "Main", "Lawrow", "Lavrov"]
)
NAMES = st.builds(
    lambda kind, words, paragraph, form: (kind, " ".join(words), paragraph, form),
    st.sampled_from(["PER", "LOC", "ORG"]),
    st.lists(WORDS, min_size=1, max_size=3),
    st.integers(0, 3),
    st.sampled_from(["name", "name", "derived", "part"]),
)
ARTICLES = st.lists(NAMES, max_size=25)


def build(article: list[tuple[str, str, int, str]]) -> list[Name]:
    ordered = sorted(article, key=lambda row: row[2])
    return [
        make_name(kind, name, number, paragraph=paragraph, form=form)
        for number, (kind, name, paragraph, form) in enumerate(ordered)
    ]


@settings(deadline=None)
@given(ARTICLES)
def test_every_name_is_in_exactly_one_cluster(article: list[tuple[str, str, int, str]]) -> None:
    names = settle_names(build(article))
    found = [name for cluster in resolve_names(names) for name in cluster.names]
    assert sorted(found, key=lambda n: n.start) == names
    assert len({n.start for n in found}) == len(names)


@settings(deadline=None)
@given(ARTICLES)
def test_clusters_have_a_name_of_theirs_and_one_kind(article: list[tuple[str, str, int, str]]) -> None:
    for cluster in resolve_names(settle_names(build(article))):
        assert cluster.name in {n.name for n in cluster.names}
        assert {n.kind for n in cluster.names} == {cluster.kind}
        assert list(cluster.names) == sorted(cluster.names, key=lambda n: n.start)


@settings(deadline=None)
@given(ARTICLES, st.permutations(range(4)))
@example([("PER", "Ida", 1, "name"), ("PER", "Ida Udo", 0, "name"), ("PER", "Udo Ida", 0, "name")], [1, 0, 2, 3])
def test_order_of_paragraphs_does_not_matter(article: list[tuple[str, str, int, str]], order: list[int]) -> None:
    moved = [(kind, name, order[paragraph], form) for kind, name, paragraph, form in article]

    def parts(rows: list[tuple[str, str, int, str]]) -> set[frozenset[tuple[str, str]]]:
        resolved = resolve_names(settle_names(build(rows)))
        return {frozenset((n.text, n.kind) for n in cluster.names) for cluster in resolved}

    assert parts(article) == parts(moved)


@settings(deadline=None)
@given(ARTICLES)
def test_resolution_is_deterministic(article: list[tuple[str, str, int, str]]) -> None:
    names = build(article)
    assert resolve_names(names) == resolve_names(list(names))
