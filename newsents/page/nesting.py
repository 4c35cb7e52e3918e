"""Marks on a text as well-formed elements, also where they overlap: what crosses an end is closed and opened again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsents.page.escaping import escape


@dataclass(frozen=True)
class Mark:
    """A stretch of the text to mark. Of marks on the same stretch that of lower rank stands outside.

    `attributes` are those of every piece, `beside` those of the first in a paragraph, and `anchor` is the id of the
    first in the text. A mark with `href` is a link, unless it stands inside one.
    """

    start: int
    end: int
    rank: int
    attributes: str
    beside: str = ""
    anchor: str = ""
    href: str = ""


class Nesting:
    """Writes a text from `start` on, with the elements that are open at each place."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self._open: list[tuple[Mark, str]] = []  # with the names of their elements, outermost first
        self._parts: list[str] = []

    def advance(self, place: int) -> None:
        """Writes up to `place`, and closes what ends there."""
        self._parts.append(escape(self._text[self._at : place]))
        self._at = place
        ending = next((i for i, (mark, _) in enumerate(self._open) if mark.end <= place), None)
        if ending is None:
            return
        closed = self._open[ending:]
        del self._open[ending:]
        self._parts += [f"</{name}>" for _, name in reversed(closed)]
        for mark, _ in closed:
            if mark.end > place:
                self.open(mark, again=True)

    def open(self, mark: Mark, *, again: bool = False) -> None:
        name = "a" if mark.href and all(name != "a" for _, name in self._open) else "span"
        href = f' href="{mark.href}"' if name == "a" else ""
        first = "" if again else mark.anchor + mark.beside
        self._parts.append(f"<{name}{first}{href}{mark.attributes}>")
        self._open.append((mark, name))

    def finish(self) -> str:
        return "".join(self._parts)


def nest(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """`text[start:end]` with the marks, which lie inside it; without the tags it is that text again."""
    ordered = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end, m.rank))
    starting: dict[int, list[Mark]] = {}
    for mark in ordered:
        starting.setdefault(mark.start, []).append(mark)
    nesting = Nesting(text, start)
    for place in sorted({place for mark in ordered for place in (mark.start, mark.end)}):
        nesting.advance(place)
        for mark in starting.get(place, ()):
            nesting.open(mark)
    nesting.advance(end)
    return nesting.finish()
