"""The genders that grammar needs, in the words of the records; UD's are made into them here and nowhere else."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from newsents.lexicons import load_table

Gender = Literal["female", "male", "neuter", "plural", ""]
"""What a noun shows: "Chefin", "Chef", "Amt"; "plural" where a name has no singular ("Alpen"); "" for nothing."""
Meanings = frozenset[Gender]
FROM_UD: dict[str, Gender] = {"Fem": "female", "Masc": "male", "Neut": "neuter"}


@cache
def _pronouns() -> dict[str, Meanings]:
    rows = load_table("pronouns.tsv")
    return {row["pronoun"]: frozenset(cast(list[Gender], row["meanings"].split())) for row in rows}


def find_meanings(pronoun: str) -> Meanings:
    """What a pronoun or possessive can stand for: "sie" for a woman or several; empty for what is none."""
    lower = pronoun.lower()
    stem = next((stem for stem in ("sein-", "ihr-") if lower.startswith(stem[:-1])), "")
    return _pronouns().get(lower) or _pronouns().get(stem, frozenset())
