"""Text from anywhere as HTML that shows it and does nothing else."""

from __future__ import annotations

import html

# A parser would read a bare carriage return as a line feed, and drop NUL.
_BY_REFERENCE = str.maketrans({"\r": "&#13;", "\0": "\ufffd"})


def escape(text: str) -> str:
    """Text for an element or a quoted attribute, which a parser gives back as it was: "<b>" as "&lt;b&gt;"."""
    return html.escape(text).translate(_BY_REFERENCE)


def german(text: str) -> str:
    """Words of the article among those of the page; `bdi` keeps their direction to themselves."""
    return f'<bdi lang="de">{escape(text)}</bdi>'


def shorten(text: str, width: int = 80) -> str:
    """One line of at most `width` characters, cut at a word: "Auf drei dieser Strecken …"."""
    line = " ".join(text[: 4 * width].split())
    if len(line) <= width and len(text) <= 4 * width:
        return line
    head, space, _ = line[: width - 1].rpartition(" ")
    return f"{head if space else line[: width - 2]} …"


def count(number: int, thing: str) -> str:
    """ "1 quote", "2 quotes"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
