"""Marks → records: what annotators made or corrected."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn, TypeAlias

from newsents.article import Article
from newsents.errors import AnnotationError
from newsents.exchange.marks import ENTITY_KINDS, LABELS, QUOTE_KINDS, RELATIONS, Mark, Sheet
from newsents.records import (
    ENTITIES,
    DescribedSpeaker,
    Entity,
    EntitySpeaker,
    Mention,
    Quote,
    Span,
    Speaker,
    UnknownSpeaker,
)

Key: TypeAlias = tuple[str, str, str]


def read_sheet(sheet: Sheet) -> Article:
    """The records that marks and relations say; mentions of the same kind and name are one entity.

    Ids are given anew, in order of appearance. Raises AnnotationError for what no record can hold: an unknown label, a
    role of nobody, a cue of no quote.
    """
    reader = _Reader(sheet)
    reader.check()
    entities = reader.read_entities()
    return Article(
        text=sheet.text, entities=entities, quotes=tuple(reader.read_quotes(entities)), sentences=sheet.sentences
    )


class _Reader:
    def __init__(self, sheet: Sheet) -> None:
        self.text = sheet.text
        self.sheet = sheet
        self.marks = {mark.id: mark for mark in sorted(sheet.marks, key=_place)}
        self.relations = sheet.relations
        self.mentions = self._marked(*ENTITY_KINDS)
        self.targets: dict[tuple[str, str], list[str]] = {}
        for relation in sheet.relations:
            self.targets.setdefault((relation.label, relation.source), []).append(relation.target)

    def check(self) -> None:
        for mark in self.marks.values():
            if not 0 <= mark.start < mark.end <= len(self.text):
                self._complain(mark, f"lies outside the text of {len(self.text)} characters")
            if mark.label not in LABELS:
                self._complain(mark, f"no label {mark.label!r}; there are {', '.join(LABELS)}")
        for relation in self.relations:
            if relation.label not in RELATIONS:
                raise AnnotationError(f"no relation {relation.label!r}; there are {', '.join(RELATIONS)}")
            if not {relation.source, relation.target} <= self.marks.keys():
                raise AnnotationError(f"a relation {relation.label!r} begins or ends at no mark")
        for label in ("role", "cue", "addressee"):
            targets = {r.target for r in self.relations if r.label == label}
            for mark in self._marked(label):
                if mark.id not in targets:
                    self._complain(mark, f"is a {label} without a relation {label!r} to it")

    def read_entities(self) -> tuple[Entity, ...]:
        grouped: dict[Key, list[Mark]] = {}
        for mark in self.mentions:
            grouped.setdefault(self._key(mark), []).append(mark)
        self.ids = {key: f"e{number}" for number, key in enumerate(grouped, 1)}
        roles = self._roles()
        return ENTITIES.validate_python(
            tuple(
                {
                    "kind": key[0],
                    "id": self.ids[key],
                    "name": key[1],
                    "mentions": tuple(self._mention(mark) for mark in marks),
                    **({"roles": roles.get(key, ())} if key[0] == "person" else {}),
                }
                for key, marks in grouped.items()
            )
        )

    def read_quotes(self, entities: Iterable[Entity]) -> Iterator[Quote]:
        names = {e.id: e.name for e in entities}
        parts = {relation.target for relation in self.relations if relation.label == "part"}
        firsts = [mark for mark in self._marked(*QUOTE_KINDS) if mark.id not in parts]
        for number, first in enumerate(firsts, 1):
            spans = self._parts(first)
            yield Quote(
                id=f"q{number}",
                kind=first.label,
                spans=tuple(map(self._span, spans)),
                speaker=self._speaker(spans, names),
                cues=tuple(self._span(m) for m in self._targets("cue", *spans)),
                addressees=tuple(self._span(m) for m in self._targets("addressee", *spans)),
            )

    def _roles(self) -> dict[Key, tuple[dict[str, Any], ...]]:
        found: dict[Key, tuple[dict[str, Any], ...]] = {}
        for bearer in self.mentions:
            for role in self._targets("role", bearer):
                if bearer.label != "person":
                    self._complain(role, f"is a role of a {bearer.label}; only persons have roles")
                ids = tuple(dict.fromkeys(self.ids[self._key(m)] for m in self._inside(role)))
                key = self._key(bearer)
                record = {**self._span(role).model_dump(), "entity_ids": ids, "name": role.name}
                found[key] = (*found.get(key, ()), record)
        return {key: tuple(sorted(roles, key=lambda r: r["start"])) for key, roles in found.items()}

    def _inside(self, role: Mark) -> Iterator[Mark]:
        first = bisect_left(self.mentions, role.start, key=lambda m: m.start)
        behind = bisect_left(self.mentions, role.end, key=lambda m: m.start)
        return (m for m in self.mentions[first:behind] if m.end <= role.end)

    def _speaker(self, spans: list[Mark], names: dict[str, str]) -> Speaker:
        found = self._targets("speaker", *spans)
        if not found:
            return UnknownSpeaker()
        if len(found) > 1:
            self._complain(spans[0], f"has {len(found)} speakers; mark one stretch that names them all")
        [mark] = found
        same = self._same(mark)
        entity_id = self.ids.get(self._key(same)) if same.label in ENTITY_KINDS else self._called(mark.name, names)
        if entity_id is None:
            return DescribedSpeaker(name=mark.name or self._span(mark).text, span=self._span(mark))
        return EntitySpeaker(name=names[entity_id], entity_id=entity_id, span=self._span(mark))

    def _called(self, name: str, names: dict[str, str]) -> str | None:
        return next((i for i, known in names.items() if name and known == name), None)

    def _parts(self, first: Mark) -> list[Mark]:
        """The quote's stretches in order, whether each leads to the next or the first to all."""
        found = {first.id: first}
        waiting = [first]
        while waiting:
            new = [part for part in self._targets("part", waiting.pop()) if part.id not in found]
            found |= {part.id: part for part in new}
            waiting += new
        return sorted(found.values(), key=_place)

    def _same(self, mark: Mark) -> Mark:
        """The mention that a mark leads to, over as many "same" as there are."""
        seen = {mark.id}
        while targets := [t for t in self._targets("same", mark) if t.id not in seen]:
            mark = targets[0]
            seen.add(mark.id)
        return mark

    def _key(self, mark: Mark) -> Key:
        known = self._same(mark)
        bearer = known if known.label in ENTITY_KINDS else mark
        return bearer.label, bearer.name or self._span(bearer).text, bearer.entity

    def _targets(self, label: str, *sources: Mark) -> list[Mark]:
        ids = dict.fromkeys(i for source in sources for i in self.targets.get((label, source.id), ()))
        return sorted((self.marks[i] for i in ids), key=_place)

    def _marked(self, *labels: str) -> list[Mark]:
        return [mark for mark in self.marks.values() if mark.label in labels]

    def _mention(self, mark: Mark) -> Mention:
        return Mention(start=mark.start, end=mark.end, text=self._span(mark).text, form=mark.form or "name")

    def _span(self, mark: Mark) -> Span:
        return Span(start=mark.start, end=mark.end, text=self.text[mark.start : mark.end])

    def _complain(self, mark: Mark, what: str) -> NoReturn:
        raise AnnotationError(f"{mark.start}:{mark.end} {self.text[mark.start : mark.end]!r}: {what}")


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end
