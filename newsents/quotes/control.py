"""Whose an infinitive is: of verbs of causing and asking it is the object's, not the subject's.

"Der Streit hat [die Ministerin] dazu veranlasst, vor Folgen zu warnen": the minister warns.
"""

from __future__ import annotations

from functools import cache

from newsents.quotes.phrases import next_noun
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.conjugation import make_finite_forms, make_participle
from newsents.words.folding import fold
from newsents.words.tags import BETWEEN_PARTS, NOUN_LIKE


@cache
def load_controlling_forms() -> frozenset[str]:
    """Forms of "veranlassen", "zwingen", "bitten" …, whose object does what the infinitive says."""
    verbs = load_words("object control")
    return frozenset(fold(form) for v in verbs for form in make_finite_forms(v) | {make_participle(v)})


def find_controller(view: View, infinitive: int) -> int | None:
    """The head of the object that an infinitive with "zu" belongs to; None if no such verb governs it."""
    if not _has_zu(view, infinitive):
        return None
    low, _ = view.bounds(infinitive)
    governor = next((i for i in range(infinitive - 1, low, -1) if _governs(view, i)), None)
    if governor is None:
        return None
    tree = view.tree
    objects = [c for c in tree.children(governor, "obj", "obl:arg", "iobj") if view.tags[c] in NOUN_LIKE]
    return objects[0] if objects else _object_by_order(view, governor, low, infinitive)


def _has_zu(view: View, i: int) -> bool:
    """ "zu warnen", "anzukündigen"."""
    return view.tags[i].endswith("IZU") or (i > 0 and view.lower[i - 1] == "zu")


def _governs(view: View, i: int) -> bool:
    return view.tags[i].startswith("V") and view.lower[i] in load_controlling_forms()


def _object_by_order(view: View, governor: int, low: int, infinitive: int) -> int | None:
    """The noun right before the verb ("hat Blix dazu gezwungen"), else the first one behind it."""
    before = governor - 1
    while before > low and view.tags[before] in BETWEEN_PARTS:
        before -= 1
    return before if view.tags[before] in NOUN_LIKE else next_noun(view, governor + 1, infinitive)
