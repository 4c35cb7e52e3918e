"""Which real things an article's entities are: `entity.links`, filled offline and only where the evidence decides.

    "Russland" → iso3166 RU; "Bayern" → iso3166-2 DE-BY; "Köln" → geonames 2886242; "SPD" → wikidata Q49768

Users give their own linker by config, as any function of the `Linker` protocol in spaCy's registry:

    @spacy.registry.misc("acme.linker")
    def make_acme_linker() -> Linker: ...

    nlp.add_pipe("newsents_entities", config={"linker": {"@misc": "acme.linker"}})
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from spacy.util import registry

from newsents.entities.links.places import link_places
from newsents.entities.links.politics import resolve_party, resolve_politician
from newsents.records import Entity, Link, Organisation, Person, Place

Entities = tuple[Entity, ...]


class Linker(Protocol):
    """Anything that gives back an article's entities, in their order, with links."""

    def __call__(self, entities: Entities, /) -> Entities: ...


def make_linker() -> Linker:
    """The linker that is used where the config names no other; it reads its tables at the first article."""
    return link_entities


def make_no_linker() -> Linker:
    """The linker of those who want no links."""
    return keep_entities


def keep_entities(entities: Entities) -> Entities:
    """The entities as they are; a function of the module, so that a pipeline with it can be pickled."""
    return entities


def link_entities(entities: Entities) -> Entities:
    """The same entities with links where the evidence decides; links that are there already stay as they are."""
    places, mentioned_areas = link_places(e.name for e in entities if isinstance(e, Place))
    links: dict[str, Link | None] = {e.id: places.get(e.name) for e in entities if isinstance(e, Place)}
    countries = {*mentioned_areas.countries, *mentioned_areas.by_towns}
    for entity in entities:
        if isinstance(entity, Organisation):
            links[entity.id] = resolve_party(_find_names(entity), countries)
    by_id = {e.id: e for e in entities}
    mentioned = {link.id for link in links.values() if link is not None and link.source == "wikidata"}
    for entity in entities:
        if isinstance(entity, Person):
            links[entity.id] = _link_person(entity, by_id, links, mentioned)
    return tuple(_add_link(entity, links.get(entity.id)) for entity in entities)


def _link_person(
    person: Person, by_id: dict[str, Entity], links: dict[str, Link | None], all_parties: set[str]
) -> Link | None:
    """The politician that a person is: party and country come from what the roles and affiliations name."""
    named = (*person.affiliations, *(number for role in person.roles for number in role.entity_ids))
    found = [links.get(number) for number in named]
    parties = {link.id for link in found if link is not None and link.source == "wikidata"}
    parties |= {link.id for name in named if name not in by_id and (link := resolve_party((name,), ()))}
    countries = {link.id for link in found if link is not None and link.source == "iso3166"}
    roles = tuple(role.text for role in person.roles)
    is_foreign = bool(countries) and "DE" not in countries
    return resolve_politician(person.name, roles, parties, mentioned=all_parties, is_foreign=is_foreign)


def _find_names(entity: Organisation) -> Sequence[str]:
    """The name and its other wordings as a name: "Sozialdemokratische Partei Deutschlands", "SPD"."""
    return tuple(dict.fromkeys((entity.name, *(m.text for m in entity.mentions if m.form == "name"))))


def _add_link(entity: Entity, link: Link | None) -> Entity:
    return entity if link is None or entity.links else entity.model_copy(update={"links": (link,)})


registry.misc.register("newsents.linker", func=make_linker)
registry.misc.register("newsents.no_linker", func=make_no_linker)
