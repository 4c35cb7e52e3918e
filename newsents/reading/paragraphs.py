"""Where paragraphs end. They are analysed one by one, so that what one says never changes how another is read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

TERMINAL = tuple(".!?:…“”\"»«’‘'›‹;)")
WRAPPED_WIDTH = range(40, 121)
STOPS = frozenset((".", "!", "?", ":", ";", "…", "..."))


def find_paragraphs(words: Sequence[str], text: str) -> list[list[int]]:
    """The token numbers of each paragraph, without white space; `words` are the tokens of `text`."""
    breaks = find_breaks(words, text)
    paragraphs: list[list[int]] = [[]]
    for i, word in enumerate(words):
        if i in breaks:
            paragraphs.append([])
        elif word.strip():
            paragraphs[-1].append(i)
    return [p for p in paragraphs if p]


def find_breaks(words: Sequence[str], text: str) -> set[int]:
    """The numbers of the tokens of white space that end a paragraph."""
    spaces = find_spaces(words)
    wrapped = bool(spaces) and is_hard_wrapped(text)
    return {
        i
        for i in spaces
        if is_break(words[i], words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else "", wrapped=wrapped)
    }


def find_spaces(words: Sequence[str]) -> set[int]:
    """The numbers of the tokens of white space."""
    return {i for i, word in enumerate(words) if word.isspace()}


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks only fold the lines, as in a mail: lines of like width that end mid-sentence."""
    lines = [line.strip() for line in text.splitlines()]
    followed = [a for a, b in itertools.pairwise(lines) if a and b]
    if len(followed) < 3:
        return False
    unfinished = sum(not line.endswith(TERMINAL) for line in followed)
    return int(median(map(len, followed))) in WRAPPED_WIDTH and unfinished > len(followed) / 2


def is_break(space: str, before: str, after: str, *, wrapped: bool) -> bool:
    """Whether the white space between two words ends a paragraph.

    A blank line does; a single line break unless the text is hard-wrapped, or the sentence runs on over it.
    """
    lines = space.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return lines > 1 or (lines == 1 and not wrapped and not _runs_on(before, after))


def _runs_on(before: str, after: str) -> bool:
    """Behind a comma, and before a small letter where no stop precedes it: "der Rat,⏎sagte sie", "er kam⏎nicht"."""
    return before == "," or (after[:1].islower() and before not in STOPS)
