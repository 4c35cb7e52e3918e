"""An article as annotators see it: marked stretches of the text and named relations between them.

Ida Roth kam. „Ja“, sagte sie.   [Ida Roth] person, [Ja] direct, [sagte] cue, [sie] speaker;
                                 direct –cue→ cue, direct –speaker→ speaker, speaker –same→ person
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from newsents.records import EntityKind, Form, QuoteKind, Record

Label: TypeAlias = Literal[EntityKind, QuoteKind, "role", "speaker", "cue", "addressee"]
RelationLabel: TypeAlias = Literal["speaker", "cue", "addressee", "part", "role", "same"]
ENTITY_KINDS: tuple[str, ...] = get_args(EntityKind)
QUOTE_KINDS: tuple[str, ...] = get_args(QuoteKind)
LABELS: tuple[str, ...] = (*ENTITY_KINDS, *QUOTE_KINDS, "role", "speaker", "cue", "addressee")
RELATIONS: tuple[str, ...] = get_args(RelationLabel)
ATTRIBUTES = ("name", "form", "entity")


class Mark(Record, frozen=True):
    """A stretch of the text with a label: a mention, a part of a quote, a role, a cue, a speaker, an addressee.

    `name` is the canonical name of a mention, whom a speaker's words mean, or a role in the nominative;
    `entity` tells namesakes apart.
    """

    id: str
    start: int
    end: int
    label: str
    name: str = ""
    form: Form | Literal[""] = ""
    entity: str = ""


class Relation(Record, frozen=True):
    """From one mark to another, by their ids: a quote's speaker, cue, addressee or next part; a person's role.

    "same" leads from a mention or a speaker's words to a mention of the same entity.
    """

    label: str
    source: str
    target: str


class Sheet(Record, frozen=True):
    """A text with its marks and relations, which every annotation tool's format holds in some way."""

    text: str
    marks: tuple[Mark, ...] = ()
    relations: tuple[Relation, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
