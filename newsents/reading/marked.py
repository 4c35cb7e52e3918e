"""Pairs quotation marks of every style: „So“, »So«, “so”, "so", ‚so‘ inside „so“, and apostrophes that are none.

Marks are looked up in lexicons/quotation_marks.tsv. Pairs are made within a paragraph, so that an unbalanced mark loses
nothing in the next one; a quotation that runs on reopens at the start of each paragraph and is one `Marked` in parts.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsents.reading.ranges import TokenRange
from newsents.words.marks import FULL_STOPS, load_closing, load_pairs

if TYPE_CHECKING:
    from newsents.reading.view import View

NOT_OPENED = frozenset((",", ".", ";", ":", "!", "?", ")"))
"""What no quotation begins with."""
LONGEST = 6
"""How many paragraphs a quotation may run over without marks at their heads."""


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


def find_marked(view: View) -> list[Marked]:
    """All pairs of marks, in order of their opening one; inner pairs follow the pair around them."""
    found: list[Marked] = []
    running: _Running | None = None
    for start, end in view.paragraphs:
        paragraph = _pair(view, start, end)
        if running is not None:
            marked = running.go_on(view, start, end, paragraph)
            if marked is not None:
                found.append(marked)
            if marked is not None or running.ended:
                running = None
        found.extend(Marked(((i + 1, j),), i, j) for i, j in paragraph.pairs if j > i + 1)
        if running is None and paragraph.unclosed:
            running = _Running(paragraph.unclosed[0], end)
    return sorted(found, key=lambda m: (m.open, -m.close))


@dataclass
class _Paragraph:
    """The pairs of one paragraph, the marks left open in it, and closing marks that close nothing in it."""

    pairs: list[tuple[int, int]]
    unclosed: list[int]
    stray: list[int]


class _Running:
    """A quotation that runs on in the next paragraphs, with marks at the head of each or without."""

    def __init__(self, first: int, end: int) -> None:
        self.first = first
        self.parts: list[TokenRange] = [(first + 1, end)]
        self.ended = False
        self._is_bare = False  # a paragraph without any mark was taken in, which only a closing mark proves right

    def go_on(self, view: View, start: int, end: int, paragraph: _Paragraph) -> Marked | None:
        """Takes a paragraph in; what is returned has found its closing mark."""
        resumed = next((p for p in paragraph.pairs if p[0] == start), None)
        if resumed is not None and not self._is_bare:
            paragraph.pairs.remove(resumed)
            return Marked((*self.parts, (resumed[0] + 1, resumed[1])), self.first, resumed[1])
        close = paragraph.stray[0] if paragraph.stray else None
        fits = close is not None and view.words[close] in load_pairs()[view.words[self.first]]
        if close is not None and fits and not any(opening < close for opening, _ in paragraph.pairs):
            return Marked((*self.parts, (start, close)), self.first, close)
        if start in paragraph.unclosed:
            self.parts.append((start + 1, end))
        elif not paragraph.pairs and not paragraph.unclosed and close is None and len(self.parts) < LONGEST:
            self.parts.append((start, end))
            self._is_bare = True
        else:
            self.ended = True
        return None


def _pair(view: View, start: int, end: int) -> _Paragraph:
    """Pairs the marks of one paragraph."""
    marks, closing = load_pairs(), load_closing()
    unclosed = _Unclosed()
    pairs: list[tuple[int, int]] = []
    stray: list[int] = []
    for i in range(start, end):
        word = view.words[i]
        if word not in marks and word not in closing:
            continue
        partner = unclosed.find_partner(word)
        opens = word in marks and _stands_before_a_word(view, i, start, end)
        reopens = opens and word in closing and view.words[i - 1] not in FULL_STOPS
        if partner is not None and not (reopens and view.words[partner] != "„"):
            unclosed.close(partner)
            pairs.append((partner, i))
        elif opens or (word in marks and (_stands_alone(view, i, start, end) or _is_plain_opening(view, i, start))):
            unclosed.open(word, i)
        elif word in closing and _ends_a_word(view, i, start):
            stray.append(i)
    return _Paragraph(pairs, unclosed.marks(), stray)


class _Unclosed:
    """The marks that are open at a point of the text, by their form: finding one takes no longer the more there are."""

    def __init__(self) -> None:
        self._places: dict[str, list[int]] = {mark: [] for mark in load_pairs()}

    def open(self, mark: str, i: int) -> None:
        self._places[mark].append(i)

    def find_partner(self, mark: str) -> int | None:
        """The last open mark that `mark` may close: for “ that of „, for ‘ that of ‚."""
        fitting = (places[-1] for opening, places in self._places.items() if places and mark in load_pairs()[opening])
        return max(fitting, default=None)

    def close(self, partner: int) -> None:
        """Forgets an open mark and those behind it, which are never closed: "„ein ‚Wort“"."""
        for places in self._places.values():
            while places and places[-1] >= partner:
                places.pop()

    def marks(self) -> list[int]:
        return sorted(itertools.chain.from_iterable(self._places.values()))


def _stands_before_a_word(view: View, i: int, start: int, end: int) -> bool:
    """Space or a bracket before and a word right behind: 'sagte "ja', not that of 'Sax’ Haus' or of 'ja!", sagte'."""
    free_before = i == start or not view.is_glued(i - 1) or not any(c.isalnum() for c in view.words[i - 1])
    return free_before and i + 1 < end and view.is_glued(i) and view.words[i + 1] not in NOT_OPENED


def _stands_alone(view: View, i: int, start: int, end: int) -> bool:
    """Blanks on both sides and a word behind: '" Das reicht ", sagte sie', not the inches of '50 "'."""
    if i + 1 >= end or view.is_glued(i) or view.words[i + 1] in NOT_OPENED:
        return False
    return i == start or not (view.is_glued(i - 1) or view.words[i - 1][-1].isdigit())


def _is_plain_opening(view: View, i: int, start: int) -> bool:
    return view.words[i] in "„‚»" and not _ends_a_word(view, i, start)


def _ends_a_word(view: View, i: int, start: int) -> bool:
    return i > start and view.is_glued(i - 1)
