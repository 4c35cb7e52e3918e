"""Lemmas of content words, from a table of German word forms; of compounds and prefix verbs not in it, by their end."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from newsents.words.forms import FormTable

SHORTEST_END = 4
ENDING = re.compile(r"(?<=....)(e|en|er|es|em)$")
TABLE = Path(__file__).parent.parent / "lexicons" / "lemmas.npz"


class Rule(NamedTuple):
    """What makes a lemma of a form: without the "ge" at a position (-1: none), cut at its end, with a suffix."""

    ge: int
    cut: int
    suffix: str


def apply_rule(form: str, ge: int, cut: int, suffix: str) -> str:
    """ "gearbeitet", 0, 2, "en" → "arbeiten"."""
    rest = form if ge < 0 else form[:ge] + form[ge + 2 :]
    return rest[: len(rest) - cut] + suffix


@cache
def _load() -> tuple[FormTable, list[Rule]]:
    with np.load(TABLE) as arrays:
        rules = [row.split("\t") for row in arrays["rules"].tolist()]
        return FormTable(arrays["keys"], arrays["numbers"]), [Rule(int(g), int(c), s) for g, c, s in rules]


def is_word(form: str) -> bool:
    """Whether a German dictionary has this form: "Büchern", not "Uesen"."""
    return bool(_load()[0].find(form))


def ends_in_word(form: str) -> bool:
    """Whether a noun looks like a compound: "Marktstart" ends in "Start"."""
    return any(is_word(form[at:].capitalize()) for at in range(2, len(form) - SHORTEST_END + 1))


def _find_known(form: str) -> str | None:
    table, rules = _load()
    number = table.find(form)
    return apply_rule(form, *rules[number - 1]) if number else None


def _find_by_end(form: str, *, is_noun: bool) -> str | None:
    """ "Brückenbauprojekten" → "Brückenbau" + "Projekt"; "mitgestaltete" → "mit" + "gestalten"."""
    for at in range(1, len(form) - SHORTEST_END + 1):
        end = form[at:].capitalize() if is_noun else form[at:]
        lemma = _find_known(end)
        if lemma:
            return form[:at] + (lemma.lower() if is_noun and form[at].islower() else lemma)
    return None


def _find_noun(form: str) -> str:
    return _find_known(form) or _find_known(form.capitalize()) or _find_by_end(form, is_noun=True) or form


def _find_verb(form: str) -> str:
    """An infinitive: what the table takes for an adjective, or lacks, is regular ("überzeugt", "besuche")."""
    lemma = _find_known(form) or _find_by_end(form, is_noun=False) or form
    if lemma.endswith("n"):
        return lemma
    if form.endswith("e"):
        return form + "n"
    stem = form.removesuffix("t")
    return form if stem == form else stem + ("n" if stem.endswith(("er", "el")) else "en")


def _find_adjective(form: str) -> str:
    """Without its ending: what the table takes for a verb is a participle ("vereinigten") or like it ("tolle")."""
    known = _find_known(form) or _find_by_end(form, is_noun=False)
    if known and (known == form or not known.endswith("en")):
        return known
    return ENDING.sub("", form)


MAKERS = {"NOUN": _find_noun, "VERB": _find_verb, "AUX": _find_verb, "ADJ": _find_adjective}


@lru_cache(maxsize=100_000)
def find_lemma(form: str, pos: str) -> str:
    """ "teilte", "VERB" → "teilen"; "Ankündigungen", "NOUN" → "Ankündigung"; names and function words as they are."""
    if pos not in MAKERS:
        return form if pos == "PROPN" else form.lower()
    if pos == "NOUN":
        return _find_noun(form)
    if pos == "ADJ" and form[:1].isupper() and form.endswith("er") and not is_word(form.lower()):
        return form  # "Münchner"
    lemma = MAKERS[pos](form.lower())
    return lemma[:1].lower() + lemma[1:]
