"""What looks like a name and is none: half-words, numbers, degrees, English offices, laws and their short forms."""

from __future__ import annotations

from functools import cache

from newsents.entities.names import Name
from newsents.lexicons import load_table
from newsents.reading.view import View
from newsents.words.bodies import find_head_noun
from newsents.words.closed_classes import load_words
from newsents.words.derivation import is_compound_prefix
from newsents.words.known_names import column, known_kind
from newsents.words.lemmas import ends_in_word, is_word
from newsents.words.tags import NOUNS

LONGEST_PHRASE = 6
"""How many words of a long form before its bracket are looked at."""
INSIDE = frozenset(("und", "für", "der", "des"))
"""What may stand inside a long form that is no noun or adjective."""

NEUTER_ARTICLES = frozenset(("das", "des", "beim", "dieses"))
"""Before an English noun in -ing; no town in -ing ("Straubing") has one."""


def is_no_name(view: View, name: Name) -> bool:
    """Whether words are none by their form: "Nah-", "in Moll", ", MSc", "Chief Executive", "das Upcycling"."""
    words, first = view.words[name.first : name.last], name.first
    if words[-1].endswith("-") or words[0] in load_words("crowd"):
        return True
    if all(word in load_words("english office") for word in words):
        return True
    if len(words) > 1:
        return False
    if words[0].endswith("ing") and name.kind != "person" and view.before(first) in NEUTER_ARTICLES:
        return True
    is_degree = words[0] in load_words("degree") and view.word(first - 1) == "," and view.tag(first - 2) == "NE"
    is_season = words[0].rsplit("-", 1)[-1] in load_words("no place")
    return is_degree or (is_season and (name.kind != "person" or name.local))


def is_law(word: str) -> bool:
    """Whether a noun names a law, an illness or the like, which is nothing: "Versorgungsgesetz", "Schweinepest"."""
    lower = word.rsplit("-", 1)[-1].lower()
    return any(lower.removesuffix(case).endswith(_ends_of_laws()) for case in ("", "s", "es"))


@cache
def _ends_of_laws() -> tuple[str, ...]:
    return tuple(row["noun"].lower() for row in load_table("thing_nouns.tsv") if row["compound"])


def names_nothing(front: str) -> bool:
    """Whether what stands before the last hyphen of a compound is no name: "Vor-Corona" (-Niveau), "Kita" (-Chefin)."""
    nothing = column("common_abbreviations.tsv", "abbreviation") | column("not_names.tsv", "word")
    return all(part in nothing or is_compound_prefix(part) for part in front.split("-"))


def drop_abbreviations_of_things(view: View, names: list[Name]) -> list[Name]:
    """The names without what a bracket makes short for a thing: "WGG" once "Wohngeldgesetz (WGG)" stands there."""
    named = {i for n in names if n.form == "name" for i in range(n.first, n.last)}
    brackets = (i for i in range(1, len(view) - 2) if view.words[i] == "(" and view.words[i + 2] == ")")
    things = {view.words[i + 1] for i in brackets if _is_short_for_thing(view, i, named)}
    return [n for n in names if n.text not in things and not _starts_with(n, things)]


def _starts_with(name: Name, things: set[str]) -> bool:
    """ "WGG-Novelle"."""
    return name.form == "part" and name.text.split("-")[0] in things


def _is_short_for_thing(view: View, bracket: int, named: set[int]) -> bool:
    """Whether the noun phrase before a bracket has the letters in it, and is no body or name."""
    short = view.words[bracket + 1]
    if known_kind(short) is not None or sum(c.isupper() for c in short) < 2 or view.tags[bracket - 1] != "NN":
        return False
    first = bracket
    while first and bracket - first < LONGEST_PHRASE and _belongs_to_phrase(view, first - 1):
        first -= 1
    phrase = range(first, bracket)
    is_german = all(is_german_word(word) for word in view.words[first:bracket])
    if not is_german or not _has_letters("".join(view.words[first:bracket]), short):
        return False
    return not any(i in named or _is_body(view.words[i]) for i in phrase)


def is_german_word(word: str) -> bool:
    """Whether a dictionary has the word, the end of it or the noun behind its last hyphen: not "European"."""
    last = word.rstrip("-").rsplit("-", 1)[-1]
    return is_word(last) or is_word(last.lower()) or ends_in_word(last)


def is_abbreviated(view: View, first: int, last: int) -> bool:
    """Whether a bracket behind words has their letters, and so makes them a name: "Kieler Hafenbetriebe (KHB)"."""
    short = view.word(last + 1)
    if view.word(last) != "(" or view.word(last + 2) != ")" or sum(c.isupper() for c in short) < 2:
        return False
    starts_alike = short[0].casefold() == view.words[first][0].casefold()
    return starts_alike and _has_letters("".join(view.words[first:last]), short)


def _belongs_to_phrase(view: View, i: int) -> bool:
    return view.tags[i] in NOUNS or view.is_adjective(i) or view.words[i] in INSIDE


def _is_body(word: str) -> bool:
    head = find_head_noun(word)
    return head is not None and head.kind == "organisation"


def _has_letters(long: str, short: str) -> bool:
    """Whether a short form's letters follow one another in the long form: "IfSG" in "Infektionsschutzgesetz"."""
    letters = iter(long.casefold())
    return all(letter in letters for letter in short.casefold() if letter.isalpha())
