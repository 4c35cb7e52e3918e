"""Nouns that say what a person is or does: "Bildungsministerin", "Ozeanograf"; and the gender that they show."""

from __future__ import annotations

from functools import cache, lru_cache

from newsents.lexicons import load_table
from newsents.words.folding import fold

CASES = ("", "s", "es", "n", "en", "r", "nen")


@cache
def _nouns() -> dict[str, str]:
    """Every listed noun in lower case, feminine forms too, with the gender that it shows, "" if it shows none."""
    nouns: dict[str, str] = {}
    for row in load_table("person_nouns.tsv"):
        if row["kind"] == "person" and not row["whole"]:
            _add_pair(nouns, row["noun"], f"{row['noun']}in" if row["sex"] == "m" else "", row["sex"])
    for row in load_table("roles.tsv"):
        _add_pair(nouns, row["noun"], row["feminine"], "m" if row["feminine"] else "")
    return nouns


def _add_pair(nouns: dict[str, str], noun: str, feminine: str, sex: str) -> None:
    masculine = fold(noun)
    nouns.setdefault(masculine, {"m": "male", "f": "female"}.get(sex, ""))
    if feminine:
        nouns.setdefault(fold(feminine), "female")


@cache
def _whole_nouns() -> dict[str, str]:
    rows = [row for row in load_table("person_nouns.tsv") if row["kind"] == "person" and row["whole"]]
    whole: dict[str, str] = {}
    for row in rows:
        _add_pair(whole, row["noun"], f"{row['noun']}in" if row["sex"] == "m" else "", row["sex"])
    return whole


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple((row["ending"], row["gender"]) for row in load_table("person_endings.tsv"))


@cache
def _others() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in load_table("not_persons.tsv"))


@lru_cache(maxsize=4096)
def find_person_noun(word: str, *, productive: bool = False) -> str | None:
    """The gender that a noun for a person shows ("female" for "Chefin", "" for "Mitglied"); None if it is none.

    With `productive`, unlisted nouns with a person's ending count too: "Biogeochemikerin".
    """
    last = fold(word.rsplit("-", 1)[-1])
    for case in CASES:
        if case and not last.endswith(case):
            continue
        base = last[: len(last) - len(case)] if case else last
        if base in _others():
            return None
        if base in _whole_nouns():
            return _whole_nouns()[base]
        for i in range(len(base) - 2):
            if base[i:] in _nouns():
                return _nouns()[base[i:]]
    if productive and word[:1].isupper() and len(last) > 4 and not any(last.endswith(o) for o in _others()):
        for ending, gender in _endings():
            if any(last.endswith(ending + case) for case in ("", "s", "n", "en")):
                return gender
    return None
