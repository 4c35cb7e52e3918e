"""The paragraphs of an article, told by its line breaks and sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

LINE_BREAK = re.compile("\r\n|[\r\n\u2028\u2029]")
HEADLINE_WIDTH = 120


def find_paragraphs(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, without the white space around it.

    A blank line ends one; a single line break does unless it stands inside a sentence, or most of them do: then
    they only fold the lines.
    """
    spaces = [(m.span(), len(LINE_BREAK.findall(m.group()))) for m in re.finditer(r"\s+", text)]
    single = [span for span, lines in spaces if lines == 1]
    folded = {span for span in single if _is_inside(span, sentences)}
    if len(folded) > len(single) / 2:
        folded.update(single)
    start = 0
    for (left, right), lines in spaces:
        if lines and (left, right) not in folded:
            if start < left:
                yield start, left
            start = right
    if start < len(text):
        yield start, len(text)


def _is_inside(span: tuple[int, int], sentences: Sequence[tuple[int, int]]) -> bool:
    number = bisect_right(sentences, span) - 1
    return number >= 0 and sentences[number][0] < span[0] and span[1] < sentences[number][1]


def is_headline(text: str) -> bool:
    """Whether a first paragraph reads as one: a short line without a full stop."""
    return len(text) <= HEADLINE_WIDTH and not LINE_BREAK.search(text) and not text.endswith((".", ":", ","))
