"""The text of an article with its records marked in it: without the tags it is that text again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newsents.page.escaping import escape, shorten
from newsents.page.nesting import Mark, nest
from newsents.page.paragraphs import LINE_BREAK, find_paragraphs, is_headline
from newsents.page.voices import NOBODY, Keys

if TYPE_CHECKING:
    from newsents.article import Article
    from newsents.records import Quote, Span

QUOTE, ROLE, SPEAKER, MENTION, CUE = range(5)  # which stands outside, where they cover the same words


def write_text(article: Article, keys: Keys, prefix: str, heading: str) -> tuple[str, bool]:
    """The text in paragraphs, and whether the first of them is a headline, which becomes a `heading` ("h1")."""
    text = article.text
    paragraphs = list(find_paragraphs(text, article.sentences))
    headed = len(paragraphs) > 1 and is_headline(text[slice(*paragraphs[0])])
    parts, reached = [], 0
    for number, ((start, end), marks) in enumerate(_deal(find_marks(article, keys, prefix), paragraphs)):
        name = heading if headed and number == 0 else "p"
        parts += [escape(text[reached:start]), f"<{name}>{nest(text, start, end, marks)}</{name}>"]
        reached = end
    return "".join((*parts, escape(text[reached:]))), headed


def _deal(marks: Iterable[Mark], paragraphs: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], list[Mark]]]:
    """Each paragraph with its marks; a mark that runs on is cut, and one piece alone bears its id."""
    waiting = sorted(marks, key=lambda m: m.start, reverse=True)
    for start, end in paragraphs:
        here: list[Mark] = []
        rest: list[Mark] = []
        while waiting and waiting[-1].start < end:
            mark = waiting.pop()
            here.append(replace(mark, start=max(mark.start, start), end=min(mark.end, end)))
            if mark.end > end:
                rest.append(replace(mark, start=end, anchor=""))
        waiting += reversed(rest)
        yield (start, end), here


def find_marks(article: Article, keys: Keys, prefix: str) -> Iterator[Mark]:
    """Everything to be marked in the text."""
    yield from _mark_entities(article, keys, prefix)
    names = _name_speakers(article, keys)
    for number, quote in enumerate(article.quotes, 1):
        yield from _mark_quote(article.text, quote, keys.of_speaker(quote), f"{prefix}q{number}", names[number])


def _mark_entities(article: Article, keys: Keys, prefix: str) -> Iterator[Mark]:
    for entity in article.entities:
        key = keys.of_entity(entity.id)
        title = escape(f"{shorten(entity.name)} ({entity.kind})")
        attributes = f' class="name {entity.kind}" data-who="{key}" title="{title}"'
        for number, mention in enumerate(entity.mentions, 1):
            anchor = f' id="{prefix}{key}-{number}"'
            yield Mark(mention.start, mention.end, MENTION, attributes, anchor=anchor, href=f"#{prefix}{key}")
        for role in entity.roles if entity.kind == "person" else ():
            yield Mark(role.start, role.end, ROLE, f' class="role" data-who="{key}"')


def _mark_quote(text: str, quote: Quote, key: str, identifier: str, beside: str) -> Iterator[Mark]:
    name = escape(_speaker(quote))
    before: Span | None = None
    for span in quote.spans:
        label = f"{quote.kind} quote, {name}{', continued' if before else ''}"
        attributes = f' class="quote {quote.kind}" data-who="{key}" role="group" aria-label="{label}"'
        if before is None:
            yield Mark(span.start, span.end, QUOTE, attributes, beside, f' id="{identifier}"')
        else:
            same_paragraph = not LINE_BREAK.search(text, before.end, span.start)
            yield Mark(span.start, span.end, QUOTE, attributes, "" if same_paragraph else beside)
        before = span
    for cue in quote.cues:
        yield Mark(cue.start, cue.end, CUE, f' class="cue" data-who="{key}"')
    if quote.speaker.span is not None:
        span = quote.speaker.span
        yield Mark(span.start, span.end, SPEAKER, f' class="speaker" data-who="{key}"')


def _name_speakers(article: Article, keys: Keys) -> dict[int, str]:
    """The attributes with the name to stand beside each quote, by its number.

    None for one inside another of the same speaker, whose name stands there; `data-again` for one that follows another
    of the same in the paragraph.
    """
    beside: dict[int, str] = {}
    ends: dict[str, int] = {}  # of the last outer quote of each speaker
    last, last_key = 0, ""
    for number, quote in sorted(enumerate(article.quotes, 1), key=lambda q: (q[1].spans[0].start, -q[1].spans[0].end)):
        key, span = keys.of_speaker(quote), quote.spans[0]
        if span.end <= ends.get(key, 0):
            beside[number] = ""
            continue
        again = key == last_key and not LINE_BREAK.search(article.text, last, span.start)
        beside[number] = f' data-speaker="{escape(_speaker(quote))}"{" data-again" if again else ""}'
        ends[key], last, last_key = span.end, span.start, key
    return beside


def _speaker(quote: Quote) -> str:
    return shorten(quote.speaker.name or NOBODY, 40)
