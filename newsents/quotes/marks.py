"""Pairs quotation marks of every style: „So“, »So«, “so”, "so", ‚so‘ inside „so“, and apostrophes that are none.

Marks are looked up in lexicons/quotation_marks.tsv. Pairs are made within a paragraph, so that an unbalanced mark loses
nothing in the next one; a quotation that runs on reopens at the start of each paragraph and is one `Marked` in parts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from newsents.lexicons import load_table
from newsents.quotes.candidates import TokenRange

STOPS = frozenset((",", ".", ";", ":", "!", "?", ")"))
ENDS = frozenset((".", "!", "?", "…", "..."))  # a mark right behind these closes what is open


@dataclass(frozen=True)
class Marked:
    """What stands between marks: `parts` are its token ranges without them, `open` and `close` the outermost marks."""

    parts: tuple[TokenRange, ...]
    open: int
    close: int

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


@cache
def load_marks() -> dict[str, frozenset[str]]:
    """Each opening mark with those that may close it: „ with “, ” and "."""
    return {row["open"]: frozenset(row["close"].split()) for row in load_table("quotation_marks.tsv")}


@cache
def load_closing() -> frozenset[str]:
    return frozenset().union(*load_marks().values())


def is_mark(word: str) -> bool:
    """Whether a token is a quotation mark of any style."""
    return word in load_marks() or word in load_closing()


def find_marked(doc: Doc, paragraphs: Iterable[TokenRange]) -> list[Marked]:
    """All pairs of marks, in order of their opening one; inner pairs follow the pair around them."""
    found: list[Marked] = []
    running: tuple[list[TokenRange], int] | None = None  # parts so far and first mark of what runs over paragraphs
    for start, end in paragraphs:
        pairs, unclosed = _pair(doc, start, end)
        if running is not None:
            parts, first = running
            resumed = next((p for p in pairs if p[0] == start), None)
            if resumed is not None:
                pairs.remove(resumed)
                found.append(Marked((*parts, (resumed[0] + 1, resumed[1])), first, resumed[1]))
                running = None
            elif start in unclosed:
                parts.append((start + 1, end))
            else:
                running = None
        found.extend(Marked(((i + 1, j),), i, j) for i, j in pairs if j > i + 1)
        if running is None and unclosed:
            running = ([(unclosed[0] + 1, end)], unclosed[0])
    return sorted(found, key=lambda m: (m.open, -m.close))


def _pair(doc: Doc, start: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
    """The pairs of one paragraph and the marks left open in it."""
    marks, closing = load_marks(), load_closing()
    unclosed = _Unclosed()
    pairs: list[tuple[int, int]] = []
    for i in range(start, end):
        word = doc[i].text
        if word not in marks and word not in closing:
            continue
        partner = unclosed.find_partner(word)
        opens = word in marks and _stands_before_a_word(doc, i, start, end)
        reopens = opens and word in closing and doc[i - 1].text not in ENDS
        if partner is not None and not (reopens and doc[partner].text != "„"):
            unclosed.close(partner)
            pairs.append((partner, i))
        elif opens or (word in "„‚»" and word in marks and not _ends_a_word(doc, i, start)):
            unclosed.open(word, i)
    return pairs, unclosed.marks()


class _Unclosed:
    """The marks that are open at a point of the text, by their form: finding one takes no longer the more there are."""

    def __init__(self) -> None:
        self._places: dict[str, list[int]] = {mark: [] for mark in load_marks()}

    def open(self, mark: str, i: int) -> None:
        self._places[mark].append(i)

    def find_partner(self, mark: str) -> int | None:
        """The last open mark that `mark` may close: for “ that of „, for ‘ that of ‚."""
        fitting = (places[-1] for opening, places in self._places.items() if places and mark in load_marks()[opening])
        return max(fitting, default=None)

    def close(self, partner: int) -> None:
        """Forgets an open mark and those behind it, which are never closed: "„ein ‚Wort“"."""
        for places in self._places.values():
            while places and places[-1] >= partner:
                places.pop()

    def marks(self) -> list[int]:
        return sorted(itertools.chain.from_iterable(self._places.values()))


def _stands_before_a_word(doc: Doc, i: int, start: int, end: int) -> bool:
    """Space or a bracket before and a word right behind: 'sagte "ja', not that of 'Sax’ Haus' or of 'ja!", sagte'."""
    free_before = i == start or bool(doc[i - 1].whitespace_) or doc[i - 1].is_space or doc[i - 1].is_punct
    return free_before and i + 1 < end and not doc[i].whitespace_ and doc[i + 1].text not in STOPS


def _ends_a_word(doc: Doc, i: int, start: int) -> bool:
    return i > start and not doc[i - 1].whitespace_
