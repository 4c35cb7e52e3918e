"""Whom the text speaks of, named or only described, as known up to a point: where last mentioned, how often spoken."""

from __future__ import annotations

from dataclasses import dataclass

from newsents.quotes.speakers.discourse import Entity
from newsents.quotes.speakers.referents import Referent
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
    mentions: int = 0
    speeches: int = 0
    tokens: TokenRange | None = None
    pair: tuple[Entity, Entity] | None = None

    @property
    def is_person(self) -> bool:
        if self.entity is not None:
            return self.entity.kind == "person"
        return self.noun is not None and self.noun.kind == "person"

    @property
    def kind(self) -> str:
        """What it is to a ranking: person, organisation, place, or described."""
        return str(self.entity.kind) if self.entity is not None else "described"


@dataclass(frozen=True, slots=True)
class Mention:
    """A referent with the one it means."""

    referent: Referent
    someone: Someone
