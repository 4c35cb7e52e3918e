"""Finds press titles in quotation marks, which are words or places elsewhere: "der „Zeit“", "der «Berner Zeitung»"."""

from __future__ import annotations

from newsents.entities.context import make_name
from newsents.entities.names import Name
from newsents.reading.tokens import OPENING, Tokens
from newsents.words.known import column

HEADS = ("zeitung", "anzeiger", "rundschau", "blatt", "kurier", "nachrichten", "allgemeine", "allgemeinen", "magazin")
LONGEST_TITLE = 6


def find_press_titles(tokens: Tokens) -> list[Name]:
    """The titles, in order; their words may have been taken for other names."""
    found = (_find_at(tokens, i) for i, word in enumerate(tokens.words) if word in OPENING)
    return [name for name in found if name is not None]


def _find_at(tokens: Tokens, i: int) -> Name | None:
    """What an opening mark behind an article holds, if it is known as a title or ends like one."""
    if not (tokens.is_article(i - 1) or tokens.tag(i - 1) == "APPRART"):
        return None
    end = next((k for k in range(i + 1, min(i + LONGEST_TITLE, len(tokens))) if tokens.words[k] in OPENING), i)
    words = tokens.words[i + 1 : end]
    title = " ".join(words)
    is_known = not {title, title.removesuffix("s")}.isdisjoint(column("press_titles.tsv", "title"))
    has_head = bool(words) and words[0][0].isupper() and words[-1].removesuffix("s").lower().endswith(HEADS)
    return make_name(tokens, i + 1, end, "organisation") if title and (is_known or has_head) else None
