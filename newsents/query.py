"""Questions to an article, in the language of the domain. Pure functions of the records: no spaCy, no model."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from newsents.records import Article, EntityBase, Organisation, Person, Place, Quote


def fold(name: str) -> str:
    """Case and white space do not count: "wladimir  putin" finds "Wladimir Putin"."""
    return " ".join(name.casefold().split())


def without_genitive(name: str) -> str:
    """The folded name without a genitive's ending: "putins" and "schulz’" find "Putin" and "Schulz"."""
    return name[:-1] if name.endswith(("s", "'", "’")) else name


class ArticleQueries:
    """Mixed into `Article`. Wherever an entity is asked for, its id, name, alias or the record itself will do."""

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

    def entities_called(self, key: str) -> tuple[Person | Place | Organisation, ...]:
        """All entities that answer best to a name: both people called "Müller" where nothing tells them apart.

        An id or full name wins over an alias ("Putins"), an alias over one word of a person's name ("wladimir"),
        and that over the same without a genitive's ending.
        """
        wanted = fold(key)
        return (
            tuple(e for e in self._article.entities if key == e.id or wanted == fold(e.name))
            or self._by_alias(wanted)
            or self._by_word(wanted)
            or self._by_alias(without_genitive(wanted))
            or self._by_word(without_genitive(wanted))
        )

    def _by_alias(self, wanted: str) -> tuple[Person | Place | Organisation, ...]:
        return tuple(e for e in self._article.entities if any(wanted == fold(a) for a in e.aliases))

    def _by_word(self, wanted: str) -> tuple[Person, ...]:
        return tuple(e for e in self.people if wanted in fold(e.name).split())

    def entity(self, key: str | EntityBase) -> Person | Place | Organisation | None:
        """The entity of that id, name or alias ("Putin", "Putins", "wladimir putin"), the first mentioned of several.

        A record of another article is looked up by its name. None where nothing answers to the name.
        """
        if not isinstance(key, str):
            return next((e for e in self._article.entities if e == key), None) or self.entity(key.name)
        return next(iter(self.entities_called(key)), None)

    def quotes_by(self, speaker: str | EntityBase) -> tuple[Quote, ...]:
        """The quotes of a speaker; for one without a name, words of the description do ("Beamte")."""
        quotes = self._article.quotes
        found = self.entity(speaker)
        if found is not None:
            return tuple(q for q in quotes if q.speaker.entity_id == found.id)
        wanted = fold(str(speaker))
        return tuple(q for q in quotes if q.speaker.kind == "described" and wanted and wanted in fold(q.speaker.name))

    def quotes_about(self, subject: str | EntityBase) -> tuple[Quote, ...]:
        """The quotes that mention an entity inside the quoted words."""
        found = self.entity(subject)
        if found is None:
            return ()
        return tuple(
            q
            for q in self._article.quotes
            if any(s.start <= m.start and m.end <= s.end for s in q.spans for m in found.mentions)
        )

    def mentioned_with(self, key: str | EntityBase) -> Counter[Person | Place | Organisation]:
        """In how many sentences each other entity stands beside this one: `mentioned_with("Putin").most_common(3)`."""
        found = self.entity(key)
        if found is None:
            return Counter()
        entities = {e.id: e for e in self._article.entities}
        ids = (i for here in self._ids_by_sentence().values() if found.id in here for i in here if i != found.id)
        return Counter({entities[i]: count for i, count in Counter(ids).items()})

    def sentences_with(self, *keys: str | EntityBase) -> tuple[str, ...]:
        """The sentences that mention all of these: `sentences_with("Putin", "Lawrow")`."""
        article = self._article
        found = [self.entity(key) for key in keys]
        if not found or None in found:
            return ()
        wanted = {e.id for e in found if e is not None}
        numbers = sorted(n for n, here in self._ids_by_sentence().items() if wanted <= here.keys())
        return tuple(article.text[slice(*article.sentences[n])] for n in numbers)

    def _ids_by_sentence(self) -> dict[int, dict[str, None]]:
        """The ids of the entities mentioned in each sentence, by the sentence's number, in order of first mention."""
        article = self._article
        starts = [start for start, _ in article.sentences]
        found: dict[int, dict[str, None]] = {}
        for entity in article.entities:
            for mention in entity.mentions:
                number = bisect_right(starts, mention.start) - 1
                if number >= 0 and mention.start < article.sentences[number][1]:
                    found.setdefault(number, {})[entity.id] = None
        return found
