"""The records that an `Article` is made of: frozen, typed, JSON in and out. Offsets are characters of `Article.text`.

This module imports neither spaCy nor a model, so that stored articles can be read and queried anywhere.
What each field means is set out in docs/RECORDS.md.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Field, TypeAdapter, model_validator

Form = Literal["name", "derived", "part"]
EntityKind = Literal["person", "place", "organisation"]
QuoteKind = Literal["direct", "indirect", "reported", "free"]
Gender = Literal["female", "male"]


T = TypeVar("T")


class Records(tuple[T, ...]):
    """A tuple of records, which a notebook shows as a small table: `article.quotes`, `article.people`."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        return Records(found) if isinstance(key, slice) else found

    def _repr_html_(self) -> str | None:
        from newsents.page import make_table

        return make_table(self)


class Record(BaseModel, frozen=True, extra="forbid"):
    """Base of all records: immutable, hashable, no unknown fields."""

    # Each record says `frozen=True` itself: pyright, and mypy without pydantic's plugin, do not see it inherited.


class Span(Record, frozen=True):
    """A stretch of the article's text: `article.text[start:end] == text`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _has_its_length(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not have the length of {self.text!r}")
        return self

    def __str__(self) -> str:
        return self.text


class Mention(Span, frozen=True):
    """One place where an entity is named: "Putins" (name), "russischen" (derived), "CDU-Chef" (part)."""

    form: Form = "name"


class Role(Span, frozen=True):
    """What a person is or does, without article: "russischen Außenminister"; `entity_ids` are those named in it.

    `name` is the same in the nominative, for tables and pages: "russischer Außenminister"; "" in articles stored before
    there was one. "Dr." is a role too, though no occupation.
    """

    entity_ids: tuple[str, ...] = ()
    name: str = ""

    @property
    def title(self) -> str:
        """The name, or the words in the text where there is none."""
        return self.name or self.text


class Link(Record, frozen=True):
    """Which real thing an entity is: an identifier in a public list, and why we think so.

    source "iso3166" ("DE"), "geonames" ("2950159") or "wikidata" ("Q567"); users' own linkers may use other names.
    """

    source: str
    id: str
    label: str
    evidence: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class EntityBase(Record, frozen=True):
    id: str
    name: str = Field(min_length=1)
    mentions: tuple[Mention, ...] = Field(min_length=1)
    links: tuple[Link, ...] = ()

    @property
    def aliases(self) -> tuple[str, ...]:
        """The name and every different wording of its mentions, in order of appearance."""
        return tuple(dict.fromkeys((self.name, *(m.text for m in self.mentions))))

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name!r}, {len(self.mentions)}×>"

    def _repr_html_(self) -> str | None:
        return Records((self,))._repr_html_()


class Person(EntityBase, frozen=True):
    """A human being: "Wladimir Putin" for "Putins", with roles ("Präsident") and what the text shows of gender."""

    kind: Literal["person"] = "person"
    roles: tuple[Role, ...] = ()
    gender: Gender | None = None
    affiliations: tuple[str, ...] = ()


class Place(EntityBase, frozen=True):
    """A country, town, street, building, water: "Russland" for "Russlands" and "russischen"."""

    kind: Literal["place"] = "place"


class Organisation(EntityBase, frozen=True):
    """An institution, company, party, club, medium: "Nationaler Sicherheitsrat Russlands"."""

    kind: Literal["organisation"] = "organisation"


Entity = Annotated[Person | Place | Organisation, Field(discriminator="kind")]


class EntitySpeaker(Record, frozen=True):
    """A speaker with a name. `span` is the noun phrase or pronoun in the text, None where the text has none."""

    kind: Literal["entity"] = "entity"
    name: str
    entity_id: str
    span: Span | None = None
    evidence: str = ""


class DescribedSpeaker(Record, frozen=True):
    """A speaker without a name: "ukrainische Beamte"."""

    kind: Literal["described"] = "described"
    name: str
    entity_id: None = None
    span: Span
    evidence: str = ""


class UnknownSpeaker(Record, frozen=True):
    """The text does not say, or not clearly enough, who speaks; `span` may hold a pronoun left unresolved."""

    kind: Literal["unknown"] = "unknown"
    name: None = None
    entity_id: None = None
    span: Span | None = None
    evidence: str = ""


Speaker = Annotated[EntitySpeaker | DescribedSpeaker | UnknownSpeaker, Field(discriminator="kind")]


class Quote(Record, frozen=True):
    """An attributed statement. Several spans where the frame interrupts it or it runs over paragraphs.

    `rule` names the construction that found it ("verb-clause", "laut", …); `speaker.evidence` says how the speaker
    was chosen.
    """

    id: str
    kind: QuoteKind
    spans: tuple[Span, ...] = Field(min_length=1)
    speaker: Speaker
    cues: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressees: tuple[Span, ...] = ()
    rule: str = ""

    @property
    def text(self) -> str:
        """The spans joined by a space."""
        return " ".join(s.text for s in self.spans)

    def __repr__(self) -> str:
        return f"<Quote {self.kind} {self.speaker.name or '?'}: {self.text[:60]!r}>"

    def _repr_html_(self) -> str | None:
        return Records((self,))._repr_html_()


def map_spans(record: Any, move: Callable[[int, int], tuple[int, int, str]]) -> Any:
    """A record, or a tuple of them, with start, end and text of each span as `move(start, end)` gives them."""
    if isinstance(record, tuple):
        return type(record)(map_spans(part, move) for part in record)
    if not isinstance(record, Record):
        return record
    changed = {name: map_spans(getattr(record, name), move) for name in type(record).model_fields}
    if isinstance(record, Span):
        changed |= dict(zip(("start", "end", "text"), move(record.start, record.end), strict=True))
    return record.model_copy(update=changed)


ENTITIES: TypeAdapter[tuple[Entity, ...]] = TypeAdapter(tuple[Entity, ...])
QUOTES: TypeAdapter[tuple[Quote, ...]] = TypeAdapter(tuple[Quote, ...])
