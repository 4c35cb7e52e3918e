"""Text as somebody would type it, for the analysis to read, and the way back to the characters of the text as given.

Invisible characters (soft hyphens, zero-width spaces, marks of direction) go, letters with their accents become one
character (NFC), HTML's references become what they stand for ("&bdquo;"), and words that a line's end divides are
joined ("Bundes-⏎regierung", but not "Bundes-⏎und").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from unicodedata import normalize

from newsents.article import Article
from newsents.records import map_spans

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
SEPARATORS = "\u0085\u2028\u2029"
UNCLEAN = re.compile(
    rf"(?P<invisible>[{INVISIBLE}]+)|(?P<accented>.[\u0300-\u036f]+)|(?P<separator>[{SEPARATORS}])"
    r"|(?P<reference>&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,8});)"
    r"|(?P<divided>(?<=[a-zäöüß])-[ \t]*\r?\n[ \t]*(?=[a-zäöüß])(?!(?:und|oder|bis|sowie|noch|wie|als)\b))"
)
SUSPECT = re.compile(rf"[{INVISIBLE}{SEPARATORS}\u0300-\u036f&]|-[ \t]*\r?\n")  # quick to find nothing


class CleanText:
    """`text` is what to analyse; `restore` gives what was found in it the offsets of `original`."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = original
        if SUSPECT.search(original):
            self._clean()

    def _clean(self) -> None:
        """Cuts the text into pieces that change and pieces that do not, and notes where each begins, in both texts."""
        pieces: list[str] = []
        self._here, self._there = [0], [0]
        at = 0
        for match in UNCLEAN.finditer(self.original):
            for piece, end in ((self.original[at : match.start()], match.start()), (_replace(match), match.end())):
                pieces.append(piece)
                self._here.append(self._here[-1] + len(piece))
                self._there.append(end)
            at = match.end()
        self.text = "".join((*pieces, self.original[at:]))

    def restore(self, article: Article) -> Article:
        """An article about `text` as one about `original`."""
        if self.text == self.original:
            return article
        entities, quotes = (map_spans(records, self._move) for records in (article.entities, article.quotes))
        sentences = tuple(self._move(start, end)[:2] for start, end in article.sentences)
        return Article(text=self.original, entities=entities, quotes=quotes, sentences=sentences)

    def _move(self, start: int, end: int) -> tuple[int, int, str]:
        first, last = self._find_start(start), self._find_end(end) if end > start else self._find_start(start)
        return first, last, self.original[first:last]

    def _find_start(self, position: int) -> int:
        piece = bisect_right(self._here, position) - 1
        return self._there[piece] + position - self._here[piece]

    def _find_end(self, position: int) -> int:
        piece = bisect_right(self._here, position - 1) - 1
        if piece + 1 < len(self._here) and self._here[piece + 1] == position:
            return self._there[piece + 1]
        return self._there[piece] + position - self._here[piece]


def _replace(match: re.Match[str]) -> str:
    if match["accented"]:
        return normalize("NFC", match[0])
    if match["separator"]:
        return "\n"
    return _dereference(match[0]) if match["reference"] else ""


def _dereference(reference: str) -> str:
    """The character that a reference stands for; the reference itself if that is none to be printed."""
    character = unescape(reference)
    return character if character == "\u00a0" or (len(character) == 1 and character.isprintable()) else reference
