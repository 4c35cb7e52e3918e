"""Questions to an article, in the language of the domain. Pure functions of the records: no spaCy, no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from newsents.records import Article, EntityBase, Organisation, Person, Place, Quote


def fold(name: str) -> str:
    """Case and white space do not count: "wladimir  putin" finds "Wladimir Putin"."""
    return " ".join(name.casefold().split())


class ArticleQueries:
    """Mixed into `Article`."""

    __slots__ = ()

    @property
    def _article(self) -> Article:
        return cast("Article", self)

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(e for e in self._article.entities if e.kind == "person")

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(e for e in self._article.entities if e.kind == "place")

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        return tuple(e for e in self._article.entities if e.kind == "organisation")

    def entity(self, key: str) -> Person | Place | Organisation | None:
        """The entity of that id, name, alias or surname ("Putin", "Putins", "wladimir putin"), or None.

        An exact name or id wins over an alias, an alias over a single word of a name; of equals, the first mentioned.
        """
        wanted = fold(key)
        entities = self._article.entities
        for matches in (
            lambda e: key == e.id or wanted == fold(e.name),
            lambda e: any(wanted == fold(a) for a in e.aliases),
            lambda e: e.kind == "person" and wanted in fold(e.name).split(),
        ):
            for e in entities:
                if matches(e):
                    return e
        return None

    def quotes_by(self, speaker: str | EntityBase) -> tuple[Quote, ...]:
        """The quotes of a speaker: an entity, its id, name or alias, or the words of a description ("Beamte")."""
        article = self._article
        found = self.entity(speaker) if isinstance(speaker, str) else speaker
        if found is not None:
            return tuple(q for q in article.quotes if q.speaker.entity_id == found.id)
        wanted = fold(str(speaker))
        return tuple(q for q in article.quotes if q.speaker.name and wanted in fold(q.speaker.name))

    def quotes_about(self, subject: str | EntityBase) -> tuple[Quote, ...]:
        """The quotes that mention an entity inside the quoted words."""
        found = self.entity(subject) if isinstance(subject, str) else subject
        if found is None:
            return ()
        return tuple(
            q
            for q in self._article.quotes
            if any(s.start <= m.start and m.end <= s.end for s in q.spans for m in found.mentions)
        )

    def mentioned_with(self, key: str | EntityBase) -> dict[str, int]:
        """How many sentences mention the entity together with each other one, by id, most frequent first."""
        article = self._article
        found = self.entity(key) if isinstance(key, str) else key
        if found is None:
            return {}
        counts: dict[str, int] = {}
        for start, end in article.sentences:
            here = [e for e in article.entities if any(start <= m.start < end for m in e.mentions)]
            if any(e.id == found.id for e in here):
                for e in here:
                    if e.id != found.id:
                        counts[e.id] = counts.get(e.id, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: -item[1]))
