"""Who speaks in an article, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsents.article import Article
    from newsents.records import Quote, Span

NOBODY = "speaker not named"


class Keys:
    """What stands for somebody in attributes, whatever their id: "e1" an entity, "d1" a description, "u" nobody."""

    def __init__(self, article: Article) -> None:
        self._entities = {e.id: f"e{number}" for number, e in enumerate(article.entities, 1)}
        described = dict.fromkeys(_fold(q.speaker.name) for q in article.quotes if q.speaker.kind == "described")
        self._described = {name: f"d{number}" for number, name in enumerate(described, 1)}

    def of_entity(self, entity_id: str) -> str:
        return self._entities[entity_id]

    def of_speaker(self, quote: Quote) -> str:
        speaker = quote.speaker
        if speaker.kind == "entity":
            return self._entities[speaker.entity_id]
        return self._described[_fold(speaker.name)] if speaker.kind == "described" else "u"


@dataclass(frozen=True)
class Voice:
    """Somebody with all that they say; `quotes` have their numbers in the article, `words` said twice count once."""

    key: str
    name: str
    quotes: tuple[tuple[int, Quote], ...]
    words: int


def find_voices(article: Article, keys: Keys) -> list[Voice]:
    """Those who say most first, the unnamed last."""
    by_key: dict[str, list[tuple[int, Quote]]] = {}
    for number, quote in enumerate(article.quotes, 1):
        by_key.setdefault(keys.of_speaker(quote), []).append((number, quote))
    voices = [
        Voice(
            key, quotes[0][1].speaker.name or NOBODY, tuple(quotes), count_words(article.text, (q for _, q in quotes))
        )
        for key, quotes in by_key.items()
    ]
    return sorted(voices, key=lambda voice: (voice.key == "u", -voice.words))


def count_words(text: str, quotes: Iterable[Quote]) -> int:
    """How many words of the text are quoted; a quote inside another adds none."""
    spans = (span for quote in quotes for span in quote.spans)
    return sum(len(text[start:end].split()) for start, end in _merge(spans))


def _merge(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in sorted((s.start, s.end) for s in spans):
        if end > reached:
            yield max(start, reached), end
            reached = end


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
