"""Whom the text speaks of, named or only described, as known up to a point: where last mentioned, how often spoken."""

from __future__ import annotations

from dataclasses import dataclass

from newsents.quotes.speakers.discourse import Entity
from newsents.quotes.speakers.referents import PAIR, Referent
from newsents.reading.ranges import TokenRange
from newsents.words.gender import Gender
from newsents.words.persons import PersonNoun


@dataclass(eq=False, slots=True)
class Someone:
    """A named entity, else a description: "Rentnerin" for "eine Rentnerin … die Frau"; `noun` is the description's.

    `tokens` is where it is named or taken up, before the point that has been read to.
    """

    name: str
    entity: Entity | None = None
    noun: PersonNoun | None = None
    gender: Gender = ""
    grammatical: Gender = ""
    number: str = "Sing"
    tokens: TokenRange | None = None
    pair: tuple[Entity, ...] = ()

    @property
    def is_person(self) -> bool:
        if self.entity is not None:
            return self.entity.kind == "person"
        return self.noun is not None and self.noun.kind == "person"

    @property
    def is_place(self) -> bool:
        return self.entity is not None and self.entity.kind == "place"


def join(*each: Someone) -> Someone:
    """Several who speak as one: "Anna Lund und Jens Holm"."""
    entities = tuple(one.entity for one in each if one.entity is not None)
    return Someone(" und ".join(one.name for one in each), noun=PAIR, number="Plur", pair=entities)


@dataclass(frozen=True, slots=True)
class Mention:
    """A referent with the one it means."""

    referent: Referent
    someone: Someone
