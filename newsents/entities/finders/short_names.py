"""Finds institutions called by a word of their name alone: "die Kommission" once "EU-Kommission" stands there."""

from __future__ import annotations

from dataclasses import replace

from newsents.entities.finders.cover import Cover
from newsents.entities.names import Name
from newsents.entities.surroundings import make_name
from newsents.lexicons import load_table
from newsents.reading.view import View
from newsents.words.bodies import ends_as_adjective
from newsents.words.closed_classes import load_words
from newsents.words.declension import normalise_adjective

DEFINITE = frozenset(("der", "die", "das", "dem", "den", "des", "beim", "vom", "zum", "zur", "im", "am"))
GOES_ON = frozenset(("der", "des", "für", "zur", "zum", "aus"))
"""What stands behind a common noun that is more than the short form: "die Kommission für Steuern"."""


def find_short_names(view: View, names: list[Name]) -> list[Name]:
    """The names with the short ones behind the first long one; a short form of two long ones is none."""
    long_names: dict[str, set[str]] = {}
    starts: dict[str, int] = {}
    for name in names:
        if name.kind == "organisation" and name.form == "name" and not name.inside:
            for short in _short_forms(name.name):
                long_names.setdefault(short, set()).add(name.name)
                starts.setdefault(short, name.last)
    cover = Cover(len(view), names)
    for i in range(len(view)):
        short = _read_short_form(view, i, long_names)
        if short and len(long_names[short]) == 1 and i >= starts[short]:
            name = make_name(view, i, i + 1, "organisation").named(short)
            cover.add(replace(name, kind="organisation", long_form=next(iter(long_names[short]))))
    return cover.in_order()


def _short_forms(name: str) -> list[str]:
    """ "UN-Sicherheitsrat" → Sicherheitsrat; "Städtetag NRW" → Städtetag; "Paritätischer Verband" → Paritätischer."""
    words = name.split()
    if len(words) == 1:
        front, _, head = name.rpartition("-")
        rows = load_table("compound_bodies.tsv")
        return [row["noun"] for row in rows if front.isupper() and row["after"] == "acronym" and row["noun"] == head]
    endings = tuple(load_words("short institution"))
    nouns = [word for word in words if word.lower().endswith(endings) and word[0].isupper()][:1]
    adjectives = [w for w in words[:1] if w[:-2] + "e" in load_words("bare institution")]
    return nouns + adjectives


def _read_short_form(view: View, i: int, known: dict[str, set[str]]) -> str:
    """The short form that a word with a definite article before it is, "" if it is none."""
    word = view.words[i]
    if view.word(i - 1).lower() not in DEFINITE or view.word(i + 1) in GOES_ON:
        return ""
    if ends_as_adjective(word) and not view.is_noun(i + 1) and not view.is_adjective(i + 1):
        return next((a for a in (normalise_adjective(word, g) for g in ("male", "neuter", "female")) if a in known), "")
    if not view.is_noun(i) or view.tag(i + 1) == "NE":
        return ""
    return next((noun for case in ("", "s", "es") if (noun := word.removesuffix(case)) in known), "")
