"""Cases of names, from the form in a text to the nominative: "Putins" → "Putin", "Nationalen" → "Nationaler"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsents.lexicons import load_table
from newsents.words.bodies import find_head_noun, is_head_ending
from newsents.words.gender import Gender
from newsents.words.known_names import is_known_town, known_places
from newsents.words.places import find_towns

APOSTROPHES = "'’‘`´"
STRONG: dict[Gender, str] = {"male": "er", "neuter": "es", "female": "e", "plural": "e"}
ES_STEMS = tuple("sßzxdtfkgbmnhl")
MALE_OR_NEUTER: frozenset[Gender] = frozenset(("male", "neuter"))
FEMALE: frozenset[Gender] = frozenset(("female",))
GENDERS: dict[tuple[str, str], frozenset[Gender]] = {
    **{(word, "en"): MALE_OR_NEUTER for word in ("dem", "des", "im", "am", "beim", "vom", "zum")},
    ("das", "e"): frozenset(("neuter",)),
    ("die", "e"): FEMALE,
    ("die", "en"): frozenset(("plural",)),
    ("der", "e"): frozenset(("male",)),
    ("der", "en"): frozenset(("female", "plural")),
    ("zur", "en"): FEMALE,
    ("", "em"): MALE_OR_NEUTER,
}
"""What a determiner and an adjective's ending show of the noun behind them."""


@cache
def names_in_s() -> frozenset[str]:
    """Names that end in -s by themselves: "Paris", "Hans", "Reuters"."""
    own = {row["name"] for row in load_table("names_in_s.tsv")}
    return frozenset(own | {place for place in known_places() if place.endswith("s")})


def strip_apostrophe(word: str) -> str:
    """ "Schulz’" → "Schulz", "Merkel's" → "Merkel"."""
    if word and word[-1] in APOSTROPHES:
        return word[:-1]
    return word[:-2] if len(word) > 3 and word[-2] in APOSTROPHES and word[-1] == "s" else word


def normalise_genitive(word: str, evidence: Iterable[str] = (), *, is_genitive: bool) -> str:
    """ "Putins" → "Putin", but "Hans" and "Paris" stay; `evidence` are the words of the article's other names.

    A form without -s elsewhere in the article decides; then the list of names in -s; then the grammar.
    """
    plain = strip_apostrophe(word)
    if plain != word or not word.endswith("s") or len(word) < 4 or word.isupper():
        return plain
    stem = word[:-1]
    if stem in evidence:
        return stem
    if word in names_in_s() or stem.endswith("s"):
        return word
    is_place = stem in known_places() or (is_known_town(stem) and not find_towns(word))
    return stem if is_genitive or is_place else word


def normalise_noun(word: str, *, is_genitive: bool) -> str:
    """The nominative of a common noun in a name: "Sicherheitsrates" → "Sicherheitsrat", "Bundestags" → "Bundestag"."""
    if not is_genitive or len(word) < 4 or is_head_ending(word):
        return word
    if word.endswith("es") and (word[:-2].endswith(ES_STEMS) or is_head_ending(word[:-2])):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def normalise_plural(word: str) -> str:
    """The nominative of a head noun in the dative plural: "Wählern" → "Wähler", "Stadtwerken" → "Stadtwerke"."""
    is_dative = word.endswith("n") and not is_head_ending(word) and is_head_ending(word[:-1])
    return word[:-1] if is_dative else word


def read_genders(determiner: str, adjective: str) -> frozenset[Gender]:
    """The genders that a determiner and the ending behind it allow: ("der", "Schwäbischen") → female or plural."""
    ending = next((e for e in ("en", "em", "er", "es", "e") if adjective.endswith(e)), "")
    return GENDERS.get((determiner, ending), frozenset()) or GENDERS.get(("", ending), frozenset())


def find_gender(noun: str) -> Gender:
    """The gender of a name's head noun by its ending: "Sicherheitsrat" → "male"; "" if no ending is known."""
    head = find_head_noun(noun)
    return head.gender if head is not None else ""


def normalise_adjective(word: str, gender: Gender) -> str:
    """The strong nominative: ("Nationalen", "male") → "Nationaler", ("Weiße", "neuter") → "Weißes"."""
    for ending in ("en", "em", "es", "er", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + STRONG[gender]
    return word


def normalise_case(word: str) -> str:
    """An upper-case dateline: "MOSKAU" → "Moskau", "NEW YORK" → "New York"; short forms stay ("USA")."""
    parts = re.split(r"([\s-])", word)
    return "".join(p.capitalize() if len(p) > 3 or len(parts) > 1 else p for p in parts)
