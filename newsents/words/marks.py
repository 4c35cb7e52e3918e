"""Quotation marks, dashes and stops: what stands between words. The pairs of marks are lexicons/quotation_marks.tsv."""

from __future__ import annotations

from functools import cache

from newsents.lexicons import load_table

DASHES = frozenset(("–", "—", "-", "--"))
FULL_STOPS = frozenset((".", "!", "?", "…", "..."))
STOPS = FULL_STOPS | {":", ";"}


@cache
def load_pairs() -> dict[str, frozenset[str]]:
    """Each opening mark with those that may close it: „ with “, ” and "."""
    return {row["open"]: frozenset(row["close"].split()) for row in load_table("quotation_marks.tsv")}


@cache
def load_closing() -> frozenset[str]:
    """The marks that may close a quotation."""
    return frozenset().union(*load_pairs().values())


@cache
def load_marks() -> frozenset[str]:
    """Every quotation mark."""
    return load_closing() | load_pairs().keys()


def is_mark(word: str) -> bool:
    """Whether a word is a quotation mark of any style."""
    return word in load_marks()
