"""Finds names that the analysis missed by their shape: "A 27", "SPD", "Bundesumweltministerium", "polnischen"."""

from __future__ import annotations

from functools import lru_cache

from newsents.entities.finders.analysed import is_false_name
from newsents.entities.finders.cover import Cover
from newsents.entities.finders.things import is_german_word
from newsents.entities.names import Name
from newsents.entities.surroundings import make_name
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.derivation import find_origins
from newsents.words.known_names import (
    first_names,
    is_federal_body,
    is_known_town,
    is_road,
    known_places,
    plain_organisations,
)
from newsents.words.lemmas import ends_in_word, is_word
from newsents.words.tags import NAMES_AND_NOUNS

COMPASS = frozenset(("Osten", "Norden", "Süden", "Ostens", "Nordens", "Südens"))
"""Beside one of these "im Westen" is a direction."""
LONGEST_NAME = 10
"""Longer nouns that no dictionary has are compounds rather than names."""


def find_by_shape(view: View, names: list[Name]) -> list[Name]:
    """The names with those added that their own form, or a bracket or quotation marks around them, shows."""
    people = {word for name in names if name.kind == "person" for word in view.words[name.first : name.last]}
    cover = Cover(len(view), names)
    for i, word in enumerate(view.words):
        if not cover.taken[i] and word[0].isalnum() and word not in people:
            cover.add(_find_at(view, i))
    for name in names:
        if name.kind == "organisation":
            cover.add(_find_bracketed_acronym(view, name))
            cover.add(_find_foreign_long_form(view, name))
    return cover.in_order()


def _find_at(view: View, i: int) -> Name | None:
    word, tag = view.words[i], view.tags[i]
    if (road := _find_road(view, i)) is not None:
        return road
    if tag == "ADJA":
        first = i - 1 if _is_of_town(f"{view.word(i - 1)} {word}") else i  # "New Yorker"
        return make_name(view, first, i + 1, "place", "derived") if _is_derived_adjective(view, i) else None
    if not view.is_noun(i):
        return None
    if (
        word in plain_organisations()
        or word.removesuffix("s") in plain_organisations()
        or is_federal_body(word)
        or _is_declined_party(view, i)
    ):
        return make_name(view, i, i + 1, "organisation")
    if word in known_places() and not is_false_name(view, i, i + 1, "place", "name"):
        return make_name(view, i, i + 1, "place")
    if _is_church(word) or (word in ("Westen", "Westens") and _means_the_west(view, i)):
        return make_name(view, i, i + 1, "place")
    if tag == "NN" and _is_inhabitant(word):
        return make_name(view, i, i + 1, "place", "derived")
    return make_name(view, i, i + 1, "place") if _stands_as_town(view, i) else None


def _stands_as_town(view: View, i: int) -> bool:
    """ "nach Uesen", "im polnischen Zgorzelec": a name, alone, where a place stands."""
    is_after = view.word(i - 1) in load_words("local") or (
        view.is_adjective(i - 1) and bool(find_origins(view.words[i - 1]))
    )
    if not is_after or view.words[i].isupper() or view.tag(i + 1) in NAMES_AND_NOUNS:
        return False
    return _is_no_word(view.words[i]) or (view.tags[i] == "NE" and is_known_town(view.words[i]))


def _is_no_word(word: str) -> bool:
    """Whether a short noun is in no dictionary and no compound, and so a name: "Uesen", not "Marktstart"."""
    if len(word) > LONGEST_NAME or is_word(word):
        return False
    return word.endswith(tuple(load_words("town ending"))) or not ends_in_word(word)


def _is_of_town(words: str) -> bool:
    """Whether two words are one form of a town's name in two words: "New Yorker", "Bad Homburger"."""
    return words[:1].isupper() and any(" " in source for source in find_origins(words))


def _find_road(view: View, i: int) -> Name | None:
    """ "A 27", "A27": a letter with a number of at most three digits."""
    if is_road(view.words[i]) and view.word(i - 1) in load_words("before road"):
        return make_name(view, i, i + 1, "place")
    is_split = is_road(view.words[i] + view.word(i + 1).rstrip(".")) and view.word(i + 1)[0].isdigit()
    return make_name(view, i, i + 2, "place") if is_split and view.tag(i - 1) not in ("CARD", "KON") else None


def _is_derived_adjective(view: View, i: int) -> bool:
    """ "polnischen", "Kölner"; a capital that only begins a sentence must come from a country ("Reiner Populismus")."""
    sources = find_origins(view.words[i])
    is_sure = view.words[i][0].islower() or not view.begins_sentence(i)
    return bool(sources) and (is_sure or sources[0] in known_places())


def _is_inhabitant(word: str) -> bool:
    """ "Zyprer", "Dänen", "Walliser": people of a country or state; those of towns look too much like other nouns."""
    sources = find_origins(word)
    return len(sources) == 1 and sources[0] in known_places()


def _is_declined_party(view: View, i: int) -> bool:
    """ "den Grünen", "die Linke"; not "im Grünen", "der linke Flügel"."""
    word, before = view.words[i].removesuffix("n"), view.word(i - 1).lower()
    if word not in load_words("declined party") or view.is_noun(i + 1):
        return False
    return before in ("die", "der", "den") or (word == "Grüne" and before not in ("im", "ins", "aufs"))


@lru_cache(maxsize=4096)
def _is_church(word: str) -> bool:
    """ "Peterskirche", "Johannesplatz": a saint's name with a building or square."""
    ending = next((e for e in load_words("saint's") if word.endswith(e)), None)
    stem = word[: -len(ending)] if ending is not None else ""
    return len(stem) > 3 and (stem in first_names() or stem.removesuffix("s") in first_names())


def _means_the_west(view: View, i: int) -> bool:
    """ "Der Westen ist beunruhigt", "zwischen Russland und dem Westen"; not "im Westen der Stadt"."""
    before = view.word(i - 1).lower()
    is_definite = before in ("der", "den", "dem", "des")
    is_alone = before in ("im", "vom", "zum") and COMPASS.isdisjoint(view.words) and view.tag(i + 1) != "NE"
    return (is_definite or is_alone) and view.word(i + 1).lower() not in ("der", "des", "von", "deutschlands", "und")


def _find_bracketed_acronym(view: View, name: Name) -> Name | None:
    """ "Leibniz-Institut für Ostseeforschung (IOW)": what stands in brackets behind a body, all in capitals."""
    i = name.last + 1
    is_acronym = sum(c.isupper() for c in view.word(i)) >= 2
    is_bracketed = view.word(i - 1) == "(" and view.word(i + 1) == ")"
    return make_name(view, i, i + 1, "organisation") if is_acronym and is_bracketed else None


def _find_foreign_long_form(view: View, short: Name) -> Name | None:
    """ "European Payments Initiative (EPI)": capitalised words of no German text whose initials the bracket holds."""
    first, last = short.first - 1 - len(short.text), short.first - 1
    words = view.words[first:last] if first >= 0 and view.word(last) == "(" and len(short.text) > 1 else []
    is_spelled = "".join(word[0] for word in words) == short.text
    is_foreign = is_spelled and not all(is_german_word(word) for word in words)
    return make_name(view, first, last, "organisation") if is_foreign else None
