"""The `Article` that `extract()` returns: a text, its records, and questions to them in the language of the domain.

Like the records it imports neither spaCy nor a model, so that stored articles can be read and queried anywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, model_validator

from newsents.records import Entity, EntityBase, Organisation, Person, Place, Quote, Record, Records, Span


class Article(Record, frozen=True):
    """A text with what was found in it. `sentences` are (start, end) pairs of characters."""

    # Where a question takes an entity, its id, name or alias will do, or the record itself; all else is a TypeError.

    text: str
    entities: Annotated[tuple[Entity, ...], AfterValidator(Records)] = ()
    quotes: Annotated[tuple[Quote, ...], AfterValidator(Records)] = ()
    sentences: tuple[tuple[int, int], ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> Article:
        ids = {e.id for e in self.entities}
        for span in self.spans():
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"text[{span.start}:{span.end}] is not {span.text!r}")
        for quote in self.quotes:
            if quote.speaker.entity_id is not None and quote.speaker.entity_id not in ids:
                raise ValueError(f"quote {quote.id}: no entity {quote.speaker.entity_id!r}")
        return self

    def spans(self) -> Iterator[Span]:
        """Every span of every record of the article."""
        for e in self.entities:
            yield from e.mentions
            if e.kind == "person":
                yield from e.roles
        for q in self.quotes:
            yield from (*q.spans, *q.cues, *q.frame, *q.addressees)
            if q.speaker.span is not None:
                yield q.speaker.span

    def __repr__(self) -> str:
        return f"<Article {len(self.text)} characters, {len(self.entities)} entities, {len(self.quotes)} quotes>"

    def __str__(self) -> str:
        """The summary that the command line prints: who said what, and who and what is mentioned."""
        from newsents.summary import format_summary

        return format_summary(self)

    def to_html(self, *, page: bool = True) -> str:
        """The article with its records as a page that needs no network, or (`page=False`) as a part of one."""
        from newsents.page import make_page, make_part

        return make_page([("", self)]) if page else make_part(self)

    def _repr_html_(self) -> str:
        return self.to_html(page=False)

    @property
    def people(self) -> tuple[Person, ...]:
        return Records(e for e in self.entities if e.kind == "person")

    @property
    def places(self) -> tuple[Place, ...]:
        return Records(e for e in self.entities if e.kind == "place")

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        return Records(e for e in self.entities if e.kind == "organisation")

    def entities_called(self, key: str | EntityBase) -> tuple[Person | Place | Organisation, ...]:
        """All entities that answer best to a name: both people called "Müller" where nothing tells them apart.

        An id or full name wins over an alias ("Putins"), an alias over one word of a person's name ("wladimir"),
        and that over the same without a genitive's ending. A record of another article is looked up by its name.
        """
        key = _check_key(key)
        if not isinstance(key, str):
            return Records(e for e in self.entities if e == key) or self.entities_called(key.name)
        wanted = fold(key)
        return Records(
            tuple(e for e in self.entities if key == e.id or wanted == fold(e.name))
            or self._by_alias(wanted)
            or self._by_word(wanted)
            or self._by_alias(without_genitive(wanted))
            or self._by_word(without_genitive(wanted))
        )

    def _by_alias(self, wanted: str) -> tuple[Person | Place | Organisation, ...]:
        return tuple(e for e in self.entities if any(wanted == fold(a) for a in e.aliases))

    def _by_word(self, wanted: str) -> tuple[Person, ...]:
        return tuple(e for e in self.people if wanted in fold(e.name).split())

    def entity(self, key: str | EntityBase) -> Person | Place | Organisation | None:
        """The entity of that id, name or alias ("Putin", "Putins", "wladimir putin"), the first mentioned of several.

        None where nothing answers to the name.
        """
        return next(iter(self.entities_called(key)), None)

    def quotes_by(self, speaker: str | EntityBase) -> tuple[Quote, ...]:
        """The quotes of a speaker; for one without a name, words of the description do ("Beamte")."""
        found = self.entity(speaker)
        if found is not None:
            return Records(q for q in self.quotes if q.speaker.entity_id == found.id)
        wanted = fold(str(speaker))
        return Records(
            q for q in self.quotes if q.speaker.kind == "described" and wanted and wanted in fold(q.speaker.name)
        )

    def quotes_about(self, subject: str | EntityBase) -> tuple[Quote, ...]:
        """The quotes that mention an entity inside the quoted words."""
        found = self.entity(subject)
        if found is None:
            return ()
        mentions = found.mentions
        return Records(
            q for q in self.quotes if any(s.start <= m.start and m.end <= s.end for s in q.spans for m in mentions)
        )

    def mentioned_with(self, key: str | EntityBase) -> Counter[Person | Place | Organisation]:
        """In how many sentences each other entity stands beside this one: `mentioned_with("Putin").most_common(3)`."""
        found = self.entity(key)
        if found is None:
            return Counter()
        entities = {e.id: e for e in self.entities}
        ids = (i for here in self._ids_by_sentence().values() if found.id in here for i in here if i != found.id)
        return Counter({entities[i]: count for i, count in Counter(ids).items()})

    def sentences_with(self, *keys: str | EntityBase) -> tuple[str, ...]:
        """The sentences that mention all of these: `sentences_with("Putin", "Lawrow")`."""
        found = [self.entity(key) for key in keys]
        if not found or None in found:
            return ()
        wanted = {e.id for e in found if e is not None}
        numbers = sorted(n for n, here in self._ids_by_sentence().items() if wanted <= here.keys())
        return tuple(self.text[slice(*self.sentences[n])] for n in numbers)

    def _ids_by_sentence(self) -> dict[int, dict[str, None]]:
        """The ids of the entities mentioned in each sentence, by the sentence's number, in order of first mention."""
        starts = [start for start, _ in self.sentences]
        found: dict[int, dict[str, None]] = {}
        for entity in self.entities:
            for mention in entity.mentions:
                number = bisect_right(starts, mention.start) - 1
                if number >= 0 and mention.start < self.sentences[number][1]:
                    found.setdefault(number, {})[entity.id] = None
        return found


def _check_key(key: str | EntityBase) -> str | EntityBase:
    if isinstance(key, str | EntityBase):
        return key
    raise TypeError(
        "an entity is asked for by its id, name or alias (a str), or by its record (Person, Place, Organisation), "
        f"not by {type(key).__name__}"
    )


def fold(name: str) -> str:
    """Case and white space do not count: "wladimir  putin" finds "Wladimir Putin"."""
    return " ".join(name.casefold().split())


def without_genitive(name: str) -> str:
    """The folded name without a genitive's ending: "putins" and "schulz’" find "Putin" and "Schulz"."""
    return name[:-1] if name.endswith(("s", "'", "’")) else name


def json_schema() -> dict[str, Any]:
    """The JSON schema of an `Article`; newsents/article.schema.json is the same as a file."""
    return Article.model_json_schema(mode="serialization")
