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
    running: tuple[list[TokenRange], int] | None = None  # parts so far and first mark of what runs over paragraphs
    for start, end in view.paragraphs:
        pairs, unclosed = _pair(view, start, end)
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


def _pair(view: View, start: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
    """The pairs of one paragraph and the marks left open in it."""
    marks, closing = load_pairs(), load_closing()
    unclosed = _Unclosed()
    pairs: list[tuple[int, int]] = []
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
        elif opens or (word in "„‚»" and word in marks and not _ends_a_word(view, i, start)):
            unclosed.open(word, i)
    return pairs, unclosed.marks()


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


def _ends_a_word(view: View, i: int, start: int) -> bool:
    return i > start and view.is_glued(i - 1)
