"""What the finders return and the resolution takes: a name as it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsents.records import EntityKind, Form
from newsents.words.gender import Gender

KINDS: dict[str, EntityKind] = {
    "PER": "person",
    "PERSON": "person",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "ORG": "organisation",
}
FORMS: dict[str, Form] = {"": "name", "deriv": "derived", "part": "part"}


@dataclass(frozen=True)
class Name:
    """A mention before it is known whose it is: tokens `first` to `last`, characters `start` to `end` (exclusive).

    `name` is its nominative or base ("Putins": "Putin"; "russischen": "Russland"), empty until it is normalised.
    `long_form` is the name that it is introduced as short for, as "EuGH" in "Europäischer Gerichtshof (EuGH)".
    `inside`: part of a longer name. `club`: may mean the club of that town. `gender`: what "Herr" or "Frau" before
    it say. `paragraph` counts from 0. `known_id`: the id that a user's gazetteer gives it.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: EntityKind
    form: Form = "name"
    name: str = ""
    long_form: str = ""
    paragraph: int = 0
    inside: bool = False
    club: bool = False
    local: bool = False
    gender: Gender = ""
    known_id: str = ""

    def named(self, name: str) -> Name:
        return replace(self, name=name)
