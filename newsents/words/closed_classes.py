"""Closed classes of German words, lexicons/function_words.tsv: articles, question words, forms of "sein" …"""

from __future__ import annotations

from functools import cache

from newsents.lexicons import load_table


@cache
def load_words(name: str) -> frozenset[str]:
    """The words of a class: load_words("condition") holds "wenn", "falls" …"""
    return frozenset(row["word"] for row in load_table("function_words.tsv") if row["class"] == name)
