"""Links: places by context and size, parties by name, politicians by name and office; nothing on a guess."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from newsents.entities.links.linking import Linker, link_entities
from newsents.records import Entity, Link, Mention, Organisation, Person, Place, Role
from newsents.words.places import find_towns

PARTY = "Q49768"  # SPD


def mention(text: str) -> tuple[Mention, ...]:
    return (Mention(start=0, end=len(text), text=text),)


def places(*names: str) -> tuple[Place, ...]:
    return tuple(Place(id=f"l{i}", name=name, mentions=mention(name)) for i, name in enumerate(names))


def person(name: str, *roles: str, entity_ids: tuple[str, ...] = (), affiliations: tuple[str, ...] = ()) -> Person:
    spans = tuple(Role(start=0, end=len(r), text=r, entity_ids=entity_ids) for r in roles)
    return Person(id="p1", name=name, mentions=mention(name), roles=spans, affiliations=affiliations)


def organisation(name: str, *other: str) -> Organisation:
    return Organisation(id="o1", name=name, mentions=tuple(m for n in (name, *other) for m in mention(n)))


def link_of(*entities: Entity) -> Link | None:
    """The link of the first entity."""
    links = link_entities(entities)[0].links
    return links[0] if links else None


@pytest.mark.parametrize(
    ("names", "source", "number", "reason"),
    [
        (["Russland"], "iso3166", "RU", "country"),
        (["Holland"], "iso3166", "NL", "other name of a country"),
        (["Luxemburg"], "iso3166", "LU", "the country before its capital"),
        (["Bayern"], "iso3166-2", "DE-BY", "German state"),
        (["Graubünden"], "iso3166-2", "CH-GR", "canton"),
        (["Hamburg"], "geonames", "2911298", "a city state is a town"),
        (["Moskau"], "geonames", "524901", "German name of a town"),
        (["Templin"], "geonames", "2823533", "small town of a name of its own"),
        (["Paris"], "geonames", "2988507", "by far the largest, in any context"),
        (["Paris", "USA"], "geonames", "2988507", "by far the largest, although there is one in the USA"),
        (["Freiburg", "Deutschland"], "geonames", "2925177", "the country is named"),
        (["Freiburg", "Schweiz"], "geonames", "2660718", "another country is named"),
        (["Frankfurt", "Brandenburg"], "geonames", "2925535", "the state is named"),
        (["Frankfurt"], "geonames", "2925533", "no context: much the largest"),
        (["Halle", "Brüssel"], "geonames", None, "a foreign capital alone is no context for a small namesake"),
        (["Neustadt"], "geonames", None, "many of a name"),
        (["Kongo"], "iso3166", None, "two countries of a name"),
        (["Allgäu"], "iso3166-2", None, "a region without a code"),
        (["Oder"], "geonames", None, "a river"),
        (["Tannenhausener Weg"], "geonames", None, "unknown"),
    ],
)
def test_place(names: list[str], source: str, number: str | None, reason: str) -> None:
    link = link_of(*places(*names))
    if number is None:
        assert link is None, reason
    else:
        assert link is not None, reason
        assert (link.source, link.id) == (source, number), reason


def test_town_has_coordinates_country_and_evidence() -> None:
    link = link_of(*places("Freiburg", "Schweiz"))
    assert link is not None
    assert (link.country, link.label) == ("CH", "Freiburg")
    assert (round(link.latitude or 0), round(link.longitude or 0)) == (47, 7)
    assert "Schweiz" in link.evidence


def test_order_of_places_does_not_matter() -> None:
    names = ("Freiburg", "Halle", "Neustadt", "Deutschland", "Paris", "Zürich")
    there = {e.name: [link.id for link in e.links] for e in link_entities(places(*names))}
    back = {e.name: [link.id for link in e.links] for e in link_entities(places(*reversed(names)))}
    assert there == back


@pytest.mark.parametrize(
    ("entities", "number", "reason"),
    [
        ((organisation("SPD"),), "Q49768", "short name"),
        ((organisation("Sozialdemokratische Partei Deutschlands"),), "Q49768", "long name"),
        ((organisation("Partei der Freiheit", "FDP"),), "Q13124", "another wording of the same entity"),
        ((organisation("Grüne"),), "Q49766", "no neighbour named"),
        ((organisation("Grüne"), *places("Wien", "Österreich")), None, "the Austrian Greens"),
        ((organisation("FDP"), *places("Bern")), None, "the Swiss FDP"),
        ((organisation("FDP"), *places("Bern", "Berlin")), "Q13124", "both countries, in a German list"),
        ((organisation("BP"),), None, "an oil company, not the Bayernpartei"),
        ((organisation("Deutsche Partei"),), None, "two parties of a name"),
    ],
)
def test_party(entities: tuple[Entity, ...], number: str | None, reason: str) -> None:
    link = link_of(*entities)
    assert (link.id if link else None) == number, reason


@pytest.mark.parametrize(
    ("entities", "number", "reason"),
    [
        ((person("Olaf Scholz", "Bundeskanzler"),), "Q61053", "office"),
        ((person("Gerhard Schröder", "Altkanzler"),), "Q2530", "office decides between namesakes"),
        ((person("Gerhard Schröder"),), None, "namesakes without office"),
        ((person("Robert Habeck", "Vizekanzler"),), "Q109943", "office in a compound"),
        ((person("Saskia Esken", "Chefin", affiliations=("o1",)), organisation("SPD")), "Q15813082", "party"),
        ((person("Saskia Esken", "Chefin", affiliations=("SPD",)),), "Q15813082", "party by name"),
        ((person("Saskia Esken", "SPD-Chefin", entity_ids=("o1",)), organisation("SPD")), "Q15813082", "party in role"),
        ((person("Saskia Esken", "CDU-Chefin", entity_ids=("o1",)), organisation("CDU")), None, "another party"),
        ((person("Robert Habeck"),), "Q109943", "rare full name, nothing against it"),
        ((person("Robert Habeck", "Torwart"),), None, "a role outside politics"),
        ((person("Thomas Schmidt", "Polizeisprecher"),), None, "a common name"),
        ((person("Scholz", "Bundeskanzler"),), None, "a surname alone"),
        (
            (person("Michael Roth", "Minister", entity_ids=("l0",)), *places("Österreich")),
            None,
            "minister of another country",
        ),
    ],
)
def test_politician(entities: tuple[Entity, ...], number: str | None, reason: str) -> None:
    link = link_of(*entities)
    assert (link.id if link else None) == number, reason


def test_links_that_are_there_stay() -> None:
    own = Link(source="acme", id="7", label="Köln", evidence="our list")
    entity = places("Köln")[0].model_copy(update={"links": (own,)})
    assert link_entities((entity,)) == (entity,)


def test_linkers_are_in_the_registry() -> None:
    entities = places("Köln")
    make_linker = spacy.registry.misc.get("newsents.linker")
    linker: Linker = make_linker()
    assert linker(entities)[0].links
    assert spacy.registry.misc.get("newsents.no_linker")()(entities) == entities


def test_towns_are_sorted_by_size() -> None:
    sizes = [town.population for town in find_towns("Neustadt")]
    assert len(sizes) > 2
    assert sizes == sorted(sizes, reverse=True)


NAMES = st.one_of(st.text(min_size=1, max_size=30), st.sampled_from(["Baden", "SPD", "Freiburg", "Karl Müller", "US"]))


@settings(deadline=None)  # the first example loads the tables
@given(st.lists(st.tuples(st.sampled_from([Place, Organisation, Person]), NAMES), max_size=8))
def test_never_raises_and_changes_only_links(pairs: list[tuple[type[Place | Organisation | Person], str]]) -> None:
    entities = tuple(kind(id=f"e{i}", name=name, mentions=mention(name)) for i, (kind, name) in enumerate(pairs))
    linked = link_entities(entities)
    assert tuple(e.model_copy(update={"links": ()}) for e in linked) == entities
    assert all(link.evidence for e in linked for link in e.links)
