"""Text as somebody would type it, for the analysis to read, and the way back to the characters of the text as given.

HTML's references become what they stand for ("&bdquo;"), invisible characters go (soft hyphens, zero-width spaces,
marks of direction), letters with their accents become one character (NFC), and words that a line's end divides are
joined ("Bundes-⏎regierung", but not "Bundes-⏎und"). Each step reads what the one before it wrote ("u&#x308;").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from unicodedata import normalize

from newsents.article import Article
from newsents.records import map_spans
from newsents.references import INVISIBLE, REFERENCE, dereference

Replace = Callable[[re.Match[str]], str]
STEPS: tuple[tuple[re.Pattern[str], Replace], ...] = (
    (REFERENCE, dereference),
    (re.compile(f"[{INVISIBLE}]+"), lambda match: ""),
    # Unicode's own bound (UAX 15): a longer run of accents is no letter, and costs the square of its length.
    (re.compile(".[\u0300-\u036f]{1,30}"), lambda match: normalize("NFC", match[0])),
    (re.compile("[\u0085\u2028\u2029]"), lambda match: "\n"),
    (
        re.compile(r"(?<=[a-zäöüß])-[ \t]*\r?\n[ \t]*(?=[a-zäöüß])(?!(?:und|oder|bis|sowie|noch|wie|als)\b)"),
        lambda match: "",
    ),
)


class CleanText:
    """`text` is what to analyse; `restore` gives what was found in it the offsets of `original`."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = original
        self._rewritings: list[Rewriting] = []
        for pattern, replace in STEPS:
            if pattern.search(self.text):
                self._rewritings.append(Rewriting(self.text, pattern, replace))
                self.text = self._rewritings[-1].text

    def restore(self, article: Article) -> Article:
        """An article about `text` as one about `original`."""
        if self.text == self.original:
            return article
        entities, quotes = (map_spans(records, self._move) for records in (article.entities, article.quotes))
        sentences = tuple(self._move(start, end)[:2] for start, end in article.sentences)
        return Article(text=self.original, entities=entities, quotes=quotes, sentences=sentences)

    def _move(self, start: int, end: int) -> tuple[int, int, str]:
        for rewriting in reversed(self._rewritings):
            start, end = rewriting.find_source(start, end)
        return start, end, self.original[start:end]


class Rewriting:
    """A text with all matches of a pattern replaced, and where each of its pieces begins, in both texts."""

    def __init__(self, source: str, pattern: re.Pattern[str], replace: Replace) -> None:
        pieces: list[str] = []
        self._here, self._there = [0], [0]  # of a piece that stays, one that is replaced, one that stays, …
        at = 0
        for match in pattern.finditer(source):
            for piece, end in ((source[at : match.start()], match.start()), (replace(match), match.end())):
                pieces.append(piece)
                self._here.append(self._here[-1] + len(piece))
                self._there.append(end)
            at = match.end()
        self.text = "".join((*pieces, source[at:]))

    def find_source(self, start: int, end: int) -> tuple[int, int]:
        """What a stretch of the text comes from: whole references, and nothing of what vanished around it."""
        piece, inside = self._locate(start)
        first = self._there[piece] + (0 if piece % 2 else inside)
        if end <= start:
            return first, first
        piece, inside = self._locate(end - 1)
        return first, self._there[piece + 1] if piece % 2 else self._there[piece] + inside + 1

    def _locate(self, position: int) -> tuple[int, int]:
        """The piece that a character stands in, and where in it."""
        piece = bisect_right(self._here, position) - 1
        return piece, position - self._here[piece]
