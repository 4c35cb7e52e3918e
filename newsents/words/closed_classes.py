"""Small classes of German words, function_words.tsv and name_words.tsv: articles, question words, copulas …"""

from __future__ import annotations

from functools import cache

from newsents.lexicons import load_table
from newsents.words.folding import fold


@cache
def load_words(name: str) -> frozenset[str]:
    """The words of a class: load_words("condition") holds "wenn", "falls" …, folded, those of names as written."""
    function = (fold(row["word"]) for row in load_table("function_words.tsv") if row["class"] == name)
    return frozenset(function).union(row["word"] for row in load_table("name_words.tsv") if row["class"] == name)
