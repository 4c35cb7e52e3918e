"""What the matchers read of a Doc: words, tags, moods, sentences, paragraphs and marks, in lists made once.

A sentence here keeps marked speech together: "„Ich gehe. Jetzt“, sagte er." is one, whatever stops the marks hold.
"""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Doc

from newsents.annotations import NAMES
from newsents.reading.marked import Marked, find_marked, is_mark
from newsents.reading.mood import is_subjunctive
from newsents.reading.ranges import TokenRange
from newsents.reading.tree import Syntax

STOPS = frozenset((".", "!", "?", "…", "...", ":", ";"))
# A tagger may take a comma for a conjunction; its form says what it is.
PUNCTUATION = {",": "$,", ".": "$.", "!": "$.", "?": "$.", ":": "$.", ";": "$.", "(": "$(", ")": "$("}
DASHES = frozenset(("–", "—", "-", "--"))
# Tags of the place and agency that open a report: "Potsdam (dpa) –"
DATELINE = frozenset(("NE", "NN", "$(", "$,", "FM", "CARD", "XY", "_SP"))


class Reading:
    """A Doc as the matchers see it; `sentence[i]` and `paragraph[i]` number each token's sentence and paragraph."""

    def __init__(self, doc: Doc, syntax: Syntax) -> None:
        self.doc = doc
        self.syntax = syntax
        self.words = [t.text for t in doc]
        self.lower = [w.lower() for w in self.words]
        self.tags = [PUNCTUATION.get(t.text, t.tag_) for t in doc]
        self.finite = [t.endswith("FIN") for t in self.tags]
        self.paragraphs = _paragraphs(doc)
        self.paragraph = _numbers(len(doc), self.paragraphs)
        self.marked: list[Marked] = find_marked(doc, self.paragraphs)
        self.sentences = _sentences(self)
        self.sentence = _numbers(len(doc), self.sentences)

    def bounds(self, i: int) -> TokenRange:
        """The sentence around a token."""
        return self.sentences[self.sentence[i]]

    @cached_property
    def depth(self) -> list[int]:
        """How many pairs of marks stand around each token."""
        depth = [0] * len(self.words)
        for marked in self.marked:
            for start, end in marked.parts:
                for i in range(start, end):
                    depth[i] += 1
        return depth

    @cached_property
    def opening(self) -> dict[int, Marked]:
        """Marked stretches by their opening mark."""
        return {m.open: m for m in self.marked}

    @cached_property
    def closing(self) -> dict[int, Marked]:
        return {m.close: m for m in self.marked}

    @cached_property
    def named(self) -> dict[int, TokenRange]:
        """The widest name over each token that has one."""
        named: dict[int, TokenRange] = {}
        for span in sorted(self.doc.spans.get(NAMES, ()), key=lambda s: s.end - s.start):
            named.update(dict.fromkeys(range(span.start, span.end), (span.start, span.end)))
        return named

    def is_subjunctive(self, i: int) -> bool:
        """Whether a finite verb is in the mood of reported speech: "sei", "habe", "komme", "hätten"."""
        return is_subjunctive(self.lower[i], self.doc[i])

    def finite_in(self, start: int, end: int) -> int | None:
        """The first finite verb of a stretch."""
        return next((i for i in range(start, end) if self.finite[i]), None)

    def _past_dateline(self, start: int, end: int) -> int:
        """Behind the place and agency that open a report: "Potsdam (dpa) – [Die Schulen bleiben], sagte Vogt"."""
        if start >= end or start != self.bounds(start)[0] or self.tags[start] != "NE":
            return start
        dash = next((i for i in range(start, min(start + 9, end)) if self.words[i] in DASHES), start)
        return dash if all(tag in DATELINE for tag in self.tags[start:dash]) else start

    def trim(self, start: int, end: int) -> TokenRange:
        """A stretch of a sentence without commas and stops at its edges: the statement of ", sagte er." is nothing."""
        edge = STOPS | DASHES | {","}
        start = self._past_dateline(start, end)
        while start < end and self.words[start] in edge:
            start += 1
        while end > start and self.words[end - 1] in edge:
            end -= 1
        return start, end


def _numbers(length: int, ranges: list[TokenRange]) -> list[int]:
    numbers = [0] * length
    for number, (start, end) in enumerate(ranges):
        for i in range(start, end):
            numbers[i] = number
    return numbers


def _paragraphs(doc: Doc) -> list[TokenRange]:
    """Stretches between tokens of white space, of which there is none inside a paragraph."""
    found, start = [], 0
    for token in doc:
        if token.is_space:
            if token.i > start:
                found.append((start, token.i))
            start = token.i + 1
    if start < len(doc):
        found.append((start, len(doc)))
    return found


def _sentences(reading: Reading) -> list[TokenRange]:
    """The parser's sentences, cut at paragraphs and joined again inside marks and before a frame that goes on."""
    doc, found = reading.doc, []
    inside = [False] * (len(doc) + 1)
    for marked in reading.marked:
        for i in range(marked.open + 1, marked.close + 1):
            inside[i] = True
    for start, end in reading.paragraphs:
        first = start
        for i in range(start + 1, end):
            if (doc[i].is_sent_start or _is_behind_stop(reading, i)) and not inside[i] and not _goes_on(reading, i):
                found.append((first, i))
                first = i
        found.append((first, end))
    return found


def _is_behind_stop(reading: Reading, i: int) -> bool:
    """A full stop that is a token of its own ends a sentence, also where the parse runs on."""
    word = reading.words[i]
    before = i - 2 if is_mark(reading.words[i - 1]) and i > 1 else i - 1
    return (
        reading.words[before] in (".", "!", "?")
        and (word[0].isupper() or is_mark(word))
        and i - 1 not in reading.opening
    )


def _goes_on(reading: Reading, i: int) -> bool:
    """A new sentence does not begin with a comma, a closing mark, or in lower case behind marks: "“ sagte sie"."""
    word, before = reading.words[i], reading.words[i - 1]
    if word in (",", ";", ":", ")"):
        return True
    if is_mark(word) and i in reading.closing:
        return True
    if is_mark(before) and word[:1].islower():
        return True
    return before == ":" and is_mark(word)
