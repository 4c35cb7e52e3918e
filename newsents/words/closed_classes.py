"""Small classes of German words, function_words.tsv and name_words.tsv: articles, question words, copulas …"""

from __future__ import annotations

from functools import cache

from newsents.lexicons import load_table


@cache
def load_words(name: str) -> frozenset[str]:
    """The words of a class: load_words("condition") holds "wenn", "falls" …"""
    rows = (*load_table("function_words.tsv"), *load_table("name_words.tsv"))
    return frozenset(row["word"] for row in rows if row["class"] == name)
