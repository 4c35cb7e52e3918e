"""Records → marks."""

from __future__ import annotations

from collections import Counter
from typing import Any

from newsents.article import Article
from newsents.exchange.marks import Mark, Relation, Sheet
from newsents.records import Entity, Mention, Quote, Span


def make_sheet(article: Article) -> Sheet:
    """The marks and relations of an article. Left out: links, gender, affiliations, frames, rules and evidence."""
    marker = _Marker(article)
    for entity in article.entities:
        marker.mark_entity(entity)
    for quote in article.quotes:
        marker.mark_quote(quote)
    return Sheet(
        text=article.text,
        marks=tuple(marker.marks.values()),
        relations=tuple(dict.fromkeys(marker.relations)),
        sentences=article.sentences,
    )


class _Marker:
    def __init__(self, article: Article) -> None:
        self.marks: dict[Any, Mark] = {}
        self.relations: list[Relation] = []
        self.entities = {e.id: e for e in article.entities}
        self.bearers = Counter((e.kind, e.name) for e in article.entities)

    def mark_entity(self, entity: Entity) -> None:
        for mention in entity.mentions:
            self._mark_mention(entity, mention)
        if entity.kind == "person":
            for role in entity.roles:
                bearer = self._nearest(entity, role.start)
                self._relate("role", bearer, self._mark(role, "role", name=role.name))

    def mark_quote(self, quote: Quote) -> None:
        # quotes may have the same words and differ in speaker: each has marks of its own
        first, *others = [self._mark(span, quote.kind, key=(quote.id, n)) for n, span in enumerate(quote.spans)]
        for part in others:
            self._relate("part", first, part)
        for cue in quote.cues:
            self._relate("cue", first, self._mark(cue, "cue"))
        for addressee in quote.addressees:
            self._relate("addressee", first, self._mark(addressee, "addressee"))
        self._mark_speaker(quote, first)

    def _mark_speaker(self, quote: Quote, first: Mark) -> None:
        speaker = quote.speaker
        if speaker.kind == "described":
            self._relate("speaker", first, self._mark(speaker.span, "speaker", name=speaker.name))
        elif speaker.kind == "entity":
            entity = self.entities[speaker.entity_id]
            mention = self._nearest(entity, speaker.span.start if speaker.span else first.start)
            if speaker.span is None or (speaker.span.start, speaker.span.end) == (mention.start, mention.end):
                self._relate("speaker", first, mention)
                return
            words = self._mark(speaker.span, "speaker", name=speaker.name)
            self._relate("speaker", first, words)
            self._relate("same", words, mention)

    def _nearest(self, entity: Entity, place: int) -> Mark:
        """The mention of an entity that begins nearest to a place."""
        return self._mark_mention(entity, min(entity.mentions, key=lambda m: abs(m.start - place)))

    def _mark_mention(self, entity: Entity, mention: Mention) -> Mark:
        namesake = entity.id if self.bearers[entity.kind, entity.name] > 1 else ""
        return self._mark(mention, entity.kind, name=entity.name, form=mention.form, entity=namesake)

    def _mark(self, span: Span, label: str, *, key: object = None, **attributes: Any) -> Mark:
        """The mark of these words, made once: several quotes may share a cue."""
        identity = (span.start, span.end, label, key, *attributes.values())
        if identity not in self.marks:
            number = str(len(self.marks) + 1)
            self.marks[identity] = Mark(id=number, start=span.start, end=span.end, label=label, **attributes)
        return self.marks[identity]

    def _relate(self, label: str, source: Mark, target: Mark) -> None:
        self.relations.append(Relation(label=label, source=source.id, target=target.id))
