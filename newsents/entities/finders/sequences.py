"""Finds names of several words that tables know: "Bündnis 90/Die Grünen", "Halle (Saale)", "Volksrepublik China"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsents.entities.names import Name
from newsents.entities.surroundings import make_name
from newsents.lexicons import load_table
from newsents.reading.view import View
from newsents.words.bodies import ends_as_adjective
from newsents.words.closed_classes import load_words
from newsents.words.known_names import known_countries
from newsents.words.places import find_towns

Words = tuple[str, ...]


def find_known_sequences(view: View) -> list[Name]:
    """The names, in order; the analysis may have cut them in two."""
    taken = 0
    found = []
    for i in range(len(view)):
        name = next(filter(None, _find_at(view, i)), None) if i >= taken else None
        if name is not None:
            found.append(name)
            taken = name.last
    return found


def _find_at(view: View, i: int) -> Iterator[Name | None]:
    yield _find_long_form(view, i)
    yield _find_town(view, i)
    yield _find_canton(view, i)
    yield _find_state(view, i)


@cache
def _long_forms() -> dict[str, list[Words]]:
    """Names with a slash or an "und" in them, by their first word, as the tokeniser cuts them."""
    forms: dict[str, list[Words]] = {}
    for row in load_table("known_organisations.tsv"):
        for form in row["long_forms"].split("|"):
            if "/" in form or " und " in form:
                words = tuple(form.replace("/", " / ").split())
                forms.setdefault(words[0], []).append(words)
    return forms


def _find_long_form(view: View, i: int) -> Name | None:
    """ "Bündnis 90/Die Grünen", "Stiftung Wissenschaft und Politik"."""
    for words in _long_forms().get(view.words[i], ()):
        if tuple(view.words[i : i + len(words)]) == words:
            return make_name(view, i, i + len(words), "organisation")
    return None


def _find_town(view: View, i: int) -> Name | None:
    """ "Frankfurt (Oder)", "Halle (Westfalen)", "Sachsen bei Ansbach": with what tells it from its namesakes."""
    if view.word(i + 1) in load_words("place addition") and find_towns(" ".join(view.words[i : i + 3])):
        return make_name(view, i, i + 3, "place")
    if view.word(i + 1) != "(" or view.word(i + 3) != ")" or not find_towns(view.words[i]):
        return None
    addition = view.words[i + 2]
    is_known = addition in load_words("town's addition") or bool(find_towns(f"{view.words[i]} ({addition})"))
    return make_name(view, i, i + 4, "place") if is_known else None


@cache
def _cantons() -> frozenset[str]:
    return frozenset(r["code"].removeprefix("CH-") for r in load_table("regions.tsv") if r["code"].startswith("CH-"))


def _find_canton(view: View, i: int) -> Name | None:
    """ "Schwyz (SZ)": the code of a canton in brackets behind a name."""
    is_code = view.words[i] in _cantons() and view.word(i - 1) == "(" and view.word(i + 1) == ")"
    return make_name(view, i, i + 1, "place") if is_code and bool(find_towns(view.word(i - 2))) else None


def _find_state(view: View, i: int) -> Name | None:
    """ "Islamischen Republik Iran", "Volksrepublik China"; of "Republik Moldau" the class word stays outside."""
    end = i
    while view.word(end)[:1].isupper() and ends_as_adjective(view.words[end]):
        end += 1
    word = view.word(end).lower()
    is_state = word.endswith(tuple(load_words("state"))) and (end > i or word not in load_words("state"))
    return make_name(view, i, end + 2, "place") if is_state and view.word(end + 1) in known_countries() else None
