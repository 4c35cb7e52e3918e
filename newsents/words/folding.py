"""How words are compared: in small letters and without ß, which the Swiss and old books spell otherwise."""

from __future__ import annotations


def fold(word: str) -> str:
    """ "Gemäß" and "gemäss" → "gemäss", "heißt" and "heisst" → "heisst", "daß" and "dass" → "dass"."""
    return word.lower().replace("ß", "ss")
