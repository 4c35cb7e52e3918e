"""Roles in the nominative, as a table shows them: "russischen Außenminister" → "russischer Außenminister"."""

from __future__ import annotations

import re

from newsents.words.bodies import ends_as_adjective
from newsents.words.closed_classes import load_words
from newsents.words.declension import normalise_adjective
from newsents.words.derivation import find_origins
from newsents.words.gender import Gender
from newsents.words.persons import PersonNoun, find_person

ADJECTIVE = re.compile(r"..(e|en|em|er|es)$")
WEAK = re.compile(r"(?<=ent)en$|(?<=ant)en$|(?<=ist)en$|(?<=at)en$|(?<=graf)en$|(?<=loge)n$|(?<=[eo]r)s$|(?<=eur)s$")
"""Case endings of persons' nouns that the lexicon lacks."""
LINKS = ("und", "&")


def name_role(role: str, gender: Gender = "") -> str:
    """The nominative of a role; `gender`: that of the person, for nouns that have both ("Vorsitzende")."""
    words = role.split()
    head = _find_head(words)
    if head is None:
        return " ".join(words)
    noun = find_person(words[head], productive=True)
    assert noun is not None
    gender = _read_gender(words[head], noun, gender)
    first = _find_first_adjective(words, head)
    fronts = [_decline(word, gender) for word in words[first:head]]
    rest = words[head + 1 :]
    if rest[:1] and rest[0] in LINKS and _find_head(rest[1:]) == _find_first_noun(rest[1:]):
        rest = [rest[0], name_role(" ".join(rest[1:]), gender)]
    return " ".join([*words[:first], *fronts, _name_noun(words[head], noun, gender), *rest])


def _is_person(word: str) -> bool:
    return word.rsplit("-", 1)[-1][:1].isupper() and find_person(word, productive=True) is not None


def _find_head(words: list[str]) -> int | None:
    """The noun that the role is about: "Ministerin" in "vom Präsidenten ernannte Ministerin für Verkehr"."""
    people = [i for i, word in enumerate(words) if _is_person(word)]
    free = [i for i in people if i == 0 or words[i - 1].lower() not in load_words("in role") | load_words("article")]
    if not free:
        return people[0] if people else None
    head = free[0]
    return head + 1 if head + 1 in free and ADJECTIVE.search(words[head]) else head  # "Vorsitzende Richter"


def _find_first_noun(words: list[str]) -> int | None:
    return next((i for i, word in enumerate(words) if word[0].isupper() and not ends_as_adjective(word)), None)


def _find_first_adjective(words: list[str], head: int) -> int:
    """Where the adjectives begin that have the case of the noun, half-words between them included."""
    first = i = head
    while i > 0:
        word = words[i - 1].rstrip(",")
        if _is_adjective(word):
            first = i - 1
        elif not (word.endswith("-") or word in LINKS):
            break
        i -= 1
    return first


def _is_adjective(word: str) -> bool:
    if not ADJECTIVE.search(word) or word in load_words("in role") | load_words("article") | load_words("adverb in -e"):
        return False
    return word[0].islower() or ends_as_adjective(word) or word.startswith(("Vorsitzend", "Regierend", "Erst"))


def _decline(word: str, gender: Gender) -> str:
    """One word before the noun; "Berliner", "Executive" and what is no adjective stay."""
    bare = word.rstrip(",")
    is_town = bare[0].isupper() and bare.endswith("er") and bool(find_origins(bare))
    if not gender or is_town or bare in load_words("english office") or not _is_adjective(bare):
        return word
    return normalise_adjective(bare, gender) + word[len(bare) :]


def _read_gender(word: str, noun: PersonNoun, gender: Gender) -> Gender:
    """The gender of the noun itself ("Mitglied": neuter), else that of the person or of the noun's ending."""
    if noun.gender:
        return noun.gender
    lower = word.lower()
    if lower.endswith(tuple(load_words("neuter person"))):
        return "neuter"
    if lower.endswith(tuple(load_words("feminine person"))):
        return "female"
    return gender or ("male" if word.endswith("r") or not noun.noun.endswith("e") else "")


def _name_noun(word: str, noun: PersonNoun, gender: Gender) -> str:
    """ "Präsidenten" → "Präsident", "Vorsitzenden" → "Vorsitzender" or "Vorsitzende", "Ministerin" as it is."""
    if noun.gender == "female":
        return word
    if noun.gender and word.endswith("er"):
        return word  # "Verbraucherschützer", which has "Schütze" in it
    at = word.lower().rfind(noun.noun.lower())
    if at < 0 or len(word) - at - len(noun.noun) > 3 or noun.noun == word.rsplit("-", 1)[-1]:
        base = WEAK.sub("", word)
    else:
        base = word[: at + len(noun.noun)]
    if noun.gender or not noun.noun.endswith(("e", "er")) or gender == "neuter":
        return base
    stem = base.removesuffix("r") if noun.noun.endswith("er") else base
    return stem + "r" if gender == "male" and stem.endswith("e") else stem
