"""Closed classes of German words, lexicons/function_words.tsv: articles, question words, forms of "sein" …"""

from __future__ import annotations

from functools import cache

from newsents.lexicons import load_table
from newsents.words.folding import fold


@cache
def load_words(name: str) -> frozenset[str]:
    """The words of a class, folded: load_words("condition") holds "wenn", "falls" …"""
    return frozenset(fold(row["word"]) for row in load_table("function_words.tsv") if row["class"] == name)
