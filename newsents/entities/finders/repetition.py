"""Finds again, anywhere in a text, what is a name somewhere in it: "Vollmer", once "Henrike Vollmer" is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsents.entities.compounds import compound_body, find_inner_name, is_part
from newsents.entities.finders.cover import Cover
from newsents.entities.names import Name
from newsents.entities.surroundings import make_name
from newsents.reading.view import View
from newsents.records import EntityKind
from newsents.words.bodies import strip_legal_form
from newsents.words.closed_classes import load_words
from newsents.words.known_names import known_kind, known_places
from newsents.words.persons import find_person
from newsents.words.spelling import short_company_names
from newsents.words.tags import ADJECTIVES, BEFORE_NOUN

Words = tuple[str, ...]


def repeat_names(view: View, names: list[Name]) -> list[Name]:
    """The names with their repetitions, whole, short or inside compounds."""
    cover = Cover(len(view), names)
    kinds = _find_variants(view, names)
    known = {" ".join(words): kind for words, kind in kinds.items()}
    by_first: dict[str, list[Words]] = {}
    for words in kinds:
        by_first.setdefault(words[0], []).append(words)
    for i, word in enumerate(view.words):
        if not cover.taken[i] and word[0].isalnum():
            words = _match_at(view, i, by_first)
            if words and (len(words) > 1 or _is_proper(view, i, kinds[words])):
                cover.add(make_name(view, i, i + len(words), kinds[words]))
            else:
                cover.add(_find_compound(view, i, known))
    return cover.in_order()


def _find_variants(view: View, names: list[Name]) -> dict[Words, EntityKind]:
    """All ways in which the names of a text may be repeated, with their kinds."""
    kinds: dict[Words, EntityKind] = {}
    for name in names:
        if name.form == "name":
            for words in _variants(tuple(view.words[name.first : name.last]), name.kind):
                kinds.setdefault(words, name.kind)
    return kinds


def _variants(words: Words, kind: EntityKind) -> Iterator[Words]:
    """ "Henrike Vollmer": also "Vollmer", "Henrike"; "Rapidex Logistik GmbH": also "Rapidex Logistik", "Rapidex"."""
    yield words
    if kind == "person" and len(words) > 1:
        yield from (words[-1:], words[:1])
    if kind == "organisation" and (bare := strip_legal_form(words)) != words:
        yield bare
        yield from ((short,) for short in short_company_names(" ".join(words)))
    if len(words[-1]) > 3 and words[-1].endswith("s"):
        yield (*words[:-1], words[-1][:-1])


def _match_at(view: View, i: int, by_first: Mapping[str, list[Words]]) -> Words:
    """The longest known name that stands at a token, the last word perhaps in the genitive."""
    word = view.words[i]
    best: Words = ()
    for first in (word, word.removesuffix("s")) if word.endswith("s") else (word,):
        for words in by_first.get(first, ()):
            here = view.words[i : i + len(words)]
            fits = here[:-1] == list(words[:-1]) and here[-1] in (words[-1], words[-1] + "s")
            if fits and len(here) == len(words) > len(best):
                best = words
    return best


def _is_proper(view: View, i: int, kind: EntityKind) -> bool:
    """Whether a word that is a name elsewhere is one here; "Koch" and "Richter" behind an article are none."""
    if kind != "person" or view.tags[i] == "NE" or not view.is_noun(i):
        return view.is_noun(i)
    is_bare = view.tag(i - 1) not in BEFORE_NOUN and view.tag(i + 1) != "NE"
    if find_person(view.words[i]) is not None:
        return is_bare and _does_one_thing(view, i)
    return is_bare or view.word(i - 1).lower() in load_words("local")


def _does_one_thing(view: View, i: int) -> bool:
    """ "sagte Richter.", "Richter leitet": a singular verb needs an article before a common noun, not before a name."""
    verb = i - 1 if i and view.finite[i - 1] else i + 1
    is_subject = verb < len(view) and view.finite[verb] and (verb < i or view.begins_sentence(i))
    return is_subject and not view.words[verb].endswith("n")


def _find_compound(view: View, i: int, known: Mapping[str, EntityKind]) -> Name | None:
    """ "CDU-Chef", "EU-weite", "Bundestagswahl"; "Fußball-Bundesliga" as a name."""
    word = view.words[i]
    if "-" not in word[1:-1]:
        return _find_solid_compound(view, i)
    inner, body = find_inner_name(word, known), compound_body(word)
    if body and (inner is not None or known_kind(word.rpartition("-")[2])):
        return make_name(view, i, i + 1, body)
    is_compound = is_part(view, i) or view.tags[i] in ADJECTIVES
    return make_name(view, i, i + 1, inner[1], "part") if inner is not None and is_compound else None


def _find_solid_compound(view: View, i: int) -> Name | None:
    """ "Bundestagswahl", "Ukrainekrieg"; not "Europameister", which names no continent."""
    if view.tags[i] != "NN" or not view.words[i][0].isupper():
        return None
    inner = find_inner_name(view.words[i], {})
    if inner is None or (inner[1] == "place" and inner[0] not in known_places() - {"Europa"}):
        return None
    return make_name(view, i, i + 1, inner[1], "part")
