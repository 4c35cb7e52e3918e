"""Head nouns of names: what "Landesarbeitsgericht", "Flensburger Förde", "Nationaler Sicherheitsrat" are called by."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

from newsents.lexicons import load_table
from newsents.records import EntityKind
from newsents.words.gender import Gender

ADJECTIVE = re.compile(
    r"(isch|lich|ig|al|iv|är|ell|frei|rot|weiß|weiss|schwarz|grün|neu|alt|groß|klein|hoh|vereint|vereinigt|nah|mittler"
    r"|deutsch|ober|unter|allgemein)(e|en|em|es|er)$",
    re.IGNORECASE,
)
CASES = ("", "s", "es")


class Head(NamedTuple):
    """A row of name_heads.tsv: gender, kind of the thing, and what the name may take in behind it."""

    gender: Gender
    kind: EntityKind | None
    takes_place: bool
    takes_genitive: bool
    takes_for: bool


@cache
def _heads() -> dict[str, Head]:
    return {
        row["ending"]: Head(
            cast(Gender, row["gender"]),
            cast(EntityKind, row["kind"]) or None,
            bool(row["place"]),
            bool(row["genitive"]),
            bool(row["for"]),
        )
        for row in load_table("name_heads.tsv")
    }


@lru_cache(maxsize=4096)
def find_head(word: str) -> Head | None:
    """The longest listed ending of a noun, also in the genitive: "Sicherheitsrates" → that of "rat"."""
    lower = word.rsplit("-", 1)[-1].lower()
    best: tuple[int, Head] | None = None
    for case in CASES:
        if not lower.endswith(case):
            continue
        base = lower[: len(lower) - len(case)]
        for i in range(len(base)):
            head = _heads().get(base[i:])
            if head is not None:
                if best is None or len(base) - i > best[0]:
                    best = len(base) - i, head
                break
    return best[1] if best else None


def is_head_ending(word: str) -> bool:
    """Whether a noun ends in a listed ending as it stands: "Währungsfonds" does, so its -s is no genitive's."""
    lower = word.rsplit("-", 1)[-1].lower()
    return any(lower[i:] in _heads() for i in range(len(lower)))


def ends_as_adjective(word: str) -> bool:
    """Whether a word has the ending of an inflected adjective: "Europäischen", "Weiße"; not "Staatskapelle"."""
    return ADJECTIVE.search(word) is not None and find_head(word) is None
