"""Finds short forms that the text introduces: "Europäischer Gerichtshof (EuGH)", "EuGH (Europäischer Gerichtshof)"."""

from __future__ import annotations

from dataclasses import replace

from newsents.entities.known import known_organisations
from newsents.entities.names import Name
from newsents.entities.tokens import Tokens
from newsents.entities.variants import initials, is_acronym

NOT_SHORT_FORMS = frozenset(("party", "agency"))
INTRODUCERS = frozenset(("kurz", "abgekürzt", "genannt"))


def find_short_forms(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names, with `long_form` where a bracket says what they are short for."""
    by_first = {n.first: n for n in names if not n.inside}
    long_forms: dict[str, str] = {}
    for name in by_first.values():
        bracketed = by_first.get(_after_bracket(tokens, name.last))
        if bracketed is not None and name.kind == bracketed.kind == "organisation":
            short, long = sorted((name, bracketed), key=lambda n: len(n.name))
            if _is_short_form(short.name, long.name):
                long_forms[short.name] = long.name
    return [replace(n, long_form=long_forms.get(n.name, "")) for n in names]


def _after_bracket(tokens: Tokens, i: int) -> int:
    """Where a name would stand that a bracket holds: "(EuGH)", "(kurz EuGH)"; -1 if no bracket opens there."""
    if tokens.word(i) != "(":
        return -1
    return i + 2 if tokens.word(i + 1).rstrip(":") in INTRODUCERS else i + 1


def _is_short_form(short: str, long: str) -> bool:
    known = known_organisations().get(short)
    if not is_acronym(short) or is_acronym(long) or short[0].casefold() not in initials(long):
        return False
    return known not in NOT_SHORT_FORMS or short[0].casefold() == long[0].casefold()
