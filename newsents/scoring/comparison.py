"""What of an article was found as people annotated it: mentions, entities, roles, quotes and their speakers.

The definitions are those of the project's own evaluation, so that figures can be compared with EVALUATION.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias, TypeVar

from newsents.article import Article
from newsents.errors import InvalidTextError
from newsents.records import Entity, Mention, Quote, Span
from newsents.scoring.figures import Figure, Scores, Share

Item = TypeVar("Item")
Extent: TypeAlias = tuple[int, int]
ENOUGH = 0.5
"""The share of characters or words in common from which two quotes or descriptions are the same."""
FORMS = {"name": "recall_names", "derived": "recall_derived", "part": "recall_parts"}


def score(found: Article | Iterable[Article], gold: Article | Iterable[Article]) -> Scores:
    """How well what was found agrees with gold: two articles of the same text, or two series of them in the same order.

    An entity that gold has under two kinds, with the same name and mentions ("Moskau" as place and as organisation),
    counts once, and either kind is right. Raises InvalidTextError for articles of different texts or in unequal number.
    """
    counts: Counter[str] = Counter()
    for number, (here, right) in enumerate(_pair(found, gold)):
        if here.text != right.text:
            raise InvalidTextError(f"article {number}: what was found and gold have different texts")
        counts["articles"] += 1
        counts.update(Comparison(here, right).outcomes())
    return _make_scores(counts)


def _pair(found: Article | Iterable[Article], gold: Article | Iterable[Article]) -> Iterator[tuple[Article, Article]]:
    series = [[each] if isinstance(each, Article) else each for each in (found, gold)]
    try:
        yield from zip(*series, strict=True)
    except ValueError as error:
        raise InvalidTextError("there must be as many articles found as in gold") from error


def _make_scores(counts: Counter[str]) -> Scores:
    values: dict[str, int | Figure | Share] = {"articles": counts["articles"]}
    for name, field in Scores.model_fields.items():
        if field.annotation is Figure:
            values[name] = Figure(**{part: counts[f"{name} {part}"] for part in Figure.model_fields})
        elif field.annotation is Share:
            values[name] = Share(right=counts[f"{name} right"], total=counts[f"{name} total"])
    return Scores.model_validate(values)


class Comparison:
    """One article as found beside the same in gold; outcomes are words such as "mentions missed", to be counted."""

    def __init__(self, found: Article, gold: Article) -> None:
        self.found = found
        self.gold = gold
        self.wanted = merge_kinds(gold.entities)

    def outcomes(self) -> Iterator[str]:
        yield from self._mentions()
        yield from self._entities()
        yield from self._roles()
        yield from self._quotes()

    def _mentions(self) -> Iterator[str]:
        """The same characters and kind; of those, the gold name."""
        wanted = {(m.start, m.end): (e, kinds, m) for e, kinds in self.wanted for m in e.mentions}
        got = {(m.start, m.end): e for e in self.found.entities for m in e.mentions}
        for place, (entity, kinds, mention) in wanted.items():
            hit = place in got and got[place].kind in kinds
            yield "mentions right" if hit else "mentions missed"
            yield from _share(FORMS[mention.form], hit)
            if hit:
                yield from _share("canonical", same_name(got[place].name, entity.name))
        for place, entity in got.items():
            if place not in wanted or entity.kind not in wanted[place][1]:
                yield "mentions spurious"

    def _entities(self) -> Iterator[str]:
        """The same name and kind, however often it is mentioned."""
        left = list(self.found.entities)
        for wanted, kinds in self.wanted:
            match = next((e for e in left if same_name(e.name, wanted.name) and e.kind in kinds), None)
            yield f"entities {_settle(match, left)}"
        yield from ("entities spurious" for _ in left)

    def _roles(self) -> Iterator[str]:
        """The right person, by name, and at least half of the words."""
        left = [(p.name, r.text) for p in self.found.people for r in p.roles]
        for name, text in ((p.name, r.text) for p in self.gold.people for r in p.roles):
            match = next((r for r in left if same_name(r[0], name) and similar_words(r[1], text)), None)
            yield f"roles {_settle(match, left)}"
        yield from ("roles spurious" for _ in left)

    def _quotes(self) -> Iterator[str]:
        """At least half of the characters in common; then kind, speaker and exact words."""
        partners = match_quotes(self.found.quotes, self.gold.quotes)
        for number, wanted in enumerate(self.gold.quotes):
            quote = partners.get(number)
            yield "quotes missed" if quote is None else "quotes right"
            same_kind = quote is not None and quote.kind == wanted.kind
            yield f"{wanted.kind} {'right' if same_kind else 'missed'}"
            if quote is None:
                yield "who_said_what missed"
                continue
            if not same_kind:
                yield f"{quote.kind} spurious"
            yield from self._speaker(quote, wanted)
            yield from _share("exact_words", self._has_the_words(quote, wanted))
        matched = {id(quote) for quote in partners.values()}
        for quote in self.found.quotes:
            if id(quote) not in matched:
                yield from (f"{quote.kind} spurious", "quotes spurious", "who_said_what spurious")

    def _speaker(self, quote: Quote, wanted: Quote) -> Iterator[str]:
        right = same_speaker(quote, wanted)
        yield from _share("speakers", right)
        yield from ("who_said_what right",) if right else ("who_said_what missed", "who_said_what spurious")

    def _has_the_words(self, quote: Quote, wanted: Quote) -> bool:
        """Exactly the gold's letters and digits; marks and full stops do not count."""
        letters = {i for i in characters(wanted.spans) if self.gold.text[i].isalnum()}
        return letters in [{i for i in part if self.gold.text[i].isalnum()} for part in extents(quote, wanted)]


def merge_kinds(entities: Iterable[Entity]) -> list[tuple[Entity, set[str]]]:
    """Each entity of gold with its kinds: two with the same name and mentions are one of either kind."""
    merged: dict[tuple[str, frozenset[Extent]], tuple[Entity, set[str]]] = {}
    for entity in entities:
        places = frozenset((m.start, m.end) for m in entity.mentions)
        merged.setdefault((fold_name(entity.name), places), (entity, set()))[1].add(entity.kind)
    return list(merged.values())


def match_quotes(found: tuple[Quote, ...], gold: tuple[Quote, ...]) -> dict[int, Quote]:
    """The best partner among those found of each quote of gold, by its number; each is one's partner at most."""
    reach = [find_reach(quote) for quote in found]
    pairs = [
        (overlap(found[j], wanted), i, j)
        for i, wanted in enumerate(gold)
        for low, high in [find_reach(wanted)]
        for j, (start, end) in enumerate(reach)
        if start < high and low < end
    ]
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in sorted(pairs, reverse=True):
        if value >= ENOUGH and i not in partners and j not in taken:
            partners[i] = j
            taken.add(j)
    return {i: found[j] for i, j in partners.items()}


def find_reach(quote: Quote) -> Extent:
    """From the first to the last character of a quote and its clause: what does not touch has nothing in common."""
    spans = (*quote.spans, *quote.frame, *quote.cues)
    return min(s.start for s in spans), max(s.end for s in spans)


def overlap(quote: Quote, wanted: Quote) -> float:
    """The share of characters in common."""
    return max(jaccard(characters(wanted.spans), part) for part in extents(quote, wanted))


def extents(quote: Quote, wanted: Quote) -> Iterator[set[int]]:
    """The characters of a quote; against a reported one also with its frame, since some gold has the whole clause."""
    yield characters(quote.spans)
    if wanted.kind == "reported":
        yield characters((*quote.spans, *quote.frame, *quote.cues))


def same_speaker(quote: Quote, wanted: Quote) -> bool:
    """The same name; of a description half of the words; nobody where gold has nobody."""
    name = quote.speaker.name or ""
    if wanted.speaker.kind == "unknown":
        return not name
    if wanted.speaker.kind == "described":
        return similar_words(name, wanted.speaker.name)
    return same_name(name, wanted.speaker.name)


def similar_words(one: str, other: str) -> bool:
    """ "CDU-Chef in Hessen" and "Chef in Hessen" have three of four words in common."""
    return jaccard(*(set(re.findall(r"\w+", text.casefold())) for text in (one, other))) >= ENOUGH


def same_name(one: str, other: str) -> bool:
    return fold_name(one) == fold_name(other)


def fold_name(name: str) -> str:
    return name.casefold().strip()


def characters(spans: Iterable[Span | Mention]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def jaccard(one: set[Item], other: set[Item]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _share(name: str, right: bool) -> Iterator[str]:
    yield f"{name} total"
    if right:
        yield f"{name} right"


def _settle(match: Item | None, left: list[Item]) -> str:
    """ "right", and the match is no longer left for others; "missed" if there is none."""
    if match is None:
        return "missed"
    left.remove(match)
    return "right"
