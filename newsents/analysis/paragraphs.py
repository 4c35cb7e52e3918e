"""Where paragraphs end. They are analysed one by one, so that what one says never changes how another is read."""

from __future__ import annotations

import itertools
from statistics import median

TERMINAL = tuple(".!?:…“”\"»«’‘'›‹;)")
WRAPPED_WIDTH = range(40, 121)


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks only fold the lines, as in a mail: lines of like width that end mid-sentence."""
    lines = [line.strip() for line in text.splitlines()]
    followed = [a for a, b in itertools.pairwise(lines) if a and b]
    if len(followed) < 3:
        return False
    unfinished = sum(not line.endswith(TERMINAL) for line in followed)
    return int(median(map(len, followed))) in WRAPPED_WIDTH and unfinished > len(followed) / 2


def is_break(space: str, *, wrapped: bool) -> bool:
    """Whether the white space between two words ends a paragraph: a blank line does, a single one unless wrapped."""
    lines = space.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return lines > 1 or (lines == 1 and not wrapped)
