"""What names of bodies and places are made of: head nouns ("Landesarbeitsgericht"), club words ("VfL"), legal forms."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

from newsents.lexicons import load_table
from newsents.records import EntityKind
from newsents.words.gender import Gender
from newsents.words.known_names import known_organisations

ADJECTIVE = re.compile(
    r"(isch|lich|ig|al|iv|är|ell|frei|rot|weiß|weiss|schwarz|grün|neu|alt|groß|klein|hoh|vereint|vereinigt|nah|mittler"
    r"|deutsch|ober|unter|allgemein)(e|en|em|es|er)$",
    re.IGNORECASE,
)
CASES = ("", "s", "es")
TOPICS = {"party": "party", "agency": "media", "broadcaster": "media", "press": "media"}
"""Kinds of known organisations, and which nouns' topics they answer to."""
Words = tuple[str, ...]


class HeadNoun(NamedTuple):
    """A row of name_heads.tsv: gender, kind of the thing, and what the name may take in behind it."""

    gender: Gender
    kind: EntityKind | None
    takes_place: bool
    takes_genitive: bool
    takes_for: bool


@cache
def _heads() -> dict[str, HeadNoun]:
    return {
        row["ending"]: HeadNoun(
            cast(Gender, row["gender"]),
            cast(EntityKind, row["kind"]) or None,
            bool(row["place"]),
            bool(row["genitive"]),
            bool(row["for"]),
        )
        for row in load_table("name_heads.tsv")
    }


@lru_cache(maxsize=4096)
def find_head_noun(word: str) -> HeadNoun | None:
    """The longest listed ending of a noun, also in the genitive: "Sicherheitsrates" → that of "rat"."""
    lower = word.rsplit("-", 1)[-1].lower()
    best: tuple[int, HeadNoun] | None = None
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
    return ADJECTIVE.search(word) is not None and find_head_noun(word) is None


@cache
def load_club_words() -> frozenset[str]:
    """What the names of sports clubs begin with: "VfL", "Werder"."""
    return frozenset(row["word"] for row in load_table("club_words.tsv"))


@cache
def load_legal_forms() -> tuple[Words, ...]:
    """Legal forms by their words, long ones first: ("GmbH", "&", "Co.", "KG"), …"""
    return tuple(sorted((tuple(row["form"].split()) for row in load_table("legal_forms.tsv")), key=lambda f: -len(f)))


def strip_legal_form(words: Words) -> Words:
    """("Brennecke", "AG") → ("Brennecke",); a name that is nothing else stays."""
    for form in load_legal_forms():
        if len(words) > len(form) and words[-len(form) :] == form:
            return words[: -len(form)]
    return words


def topic_of_name(name: str) -> str:
    """What a name alone says of its bearer: "VfL Bochum" -> club, "Brennecke AG" -> company, "SPD" -> party."""
    known = known_organisations().get(name)
    words = name.split()
    if known is not None:
        return TOPICS.get(known, "")
    if words[0] in load_club_words():
        return "club"
    return "company" if (words[-1],) in load_legal_forms() else ""
