"""Finds short forms that the text introduces: "Europäischer Gerichtshof (EuGH)", "EuGH (Europäischer Gerichtshof)"."""

from __future__ import annotations

from dataclasses import replace

from newsents.entities.names import Name
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.known_names import known_organisations
from newsents.words.spelling import initials, is_acronym

NOT_SHORT_FORMS = frozenset(("party", "agency"))


def find_short_forms(view: View, names: list[Name]) -> list[Name]:
    """The names, with `long_form` where a bracket says what they are short for."""
    by_first = {n.first: n for n in names if not n.inside}
    long_forms: dict[str, str] = {}
    for name in by_first.values():
        bracketed = by_first.get(_after_bracket(view, name.last))
        if bracketed is not None and name.kind == bracketed.kind == "organisation":
            short, long = sorted((name, bracketed), key=lambda n: len(n.name))
            if _is_short_form(short.name, long.name, is_whole=not _is_complement(view, name)):
                long_forms[short.name] = long.name
    return [replace(n, long_form=long_forms.get(n.name, "")) for n in names]


def _after_bracket(view: View, i: int) -> int:
    """Where a name would stand that a bracket holds: "(EuGH)", "(kurz EuGH)"; -1 if no bracket opens there."""
    if view.word(i) != "(":
        return -1
    return i + 2 if view.word(i + 1).rstrip(":") in load_words("short form") else i + 1


def _is_complement(view: View, name: Name) -> bool:
    """Whether a name belongs to a noun that the bracket may mean: "Programm der Vereinten Nationen (UNEP)"."""
    return view.is_article(name.first - 1) and view.is_noun(name.first - 2)


def _is_short_form(short: str, long: str, *, is_whole: bool) -> bool:
    """By the initials, or, of a name that stands for itself, by the bracket alone ("Universität St. Gallen (HSG)")."""
    if not is_acronym(short) or is_acronym(long):
        return False
    if short[0].casefold() == long[0].casefold():
        return True
    is_other = known_organisations().get(short) in NOT_SHORT_FORMS
    return not is_other and (is_whole or short[0].casefold() in initials(long))
