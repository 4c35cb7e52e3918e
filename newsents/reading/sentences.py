"""Where sentences end: where the parser says, but marked speech and its frame stay together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsents.reading.ranges import TokenRange
from newsents.words.marks import is_mark

if TYPE_CHECKING:
    from newsents.reading.view import View


def find_sentences(view: View) -> list[TokenRange]:
    """The parser's sentences, cut at paragraphs and joined again inside marks and before a frame that goes on."""
    found: list[TokenRange] = []
    inside = [False] * (len(view) + 1)
    for marked in view.marked:
        for i in range(marked.open + 1, marked.close + 1):
            inside[i] = True
    for start, end in view.paragraphs:
        first = start
        for i in range(start + 1, end):
            if not inside[i] and (view.starts_sentence(i) or _is_behind_stop(view, i)) and not _goes_on(view, i):
                found.append((first, i))
                first = i
        found.append((first, end))
    return found


def _is_behind_stop(view: View, i: int) -> bool:
    """A full stop that is a word of its own ends a sentence, also where the parse runs on."""
    word = view.words[i]
    before = i - 2 if is_mark(view.words[i - 1]) and i > 1 else i - 1
    return view.words[before] in (".", "!", "?") and (word[0].isupper() or is_mark(word)) and i - 1 not in view.opening


def _goes_on(view: View, i: int) -> bool:
    """A new sentence does not begin with a comma, a closing mark, or in lower case behind marks: "“ sagte sie"."""
    word, before = view.words[i], view.words[i - 1]
    if word in (",", ";", ":", ")"):
        return True
    if is_mark(word) and i in view.closing:
        return True
    if is_mark(before) and word[:1].islower():
        return True
    return before == ":" and is_mark(word)
