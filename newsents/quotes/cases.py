"""Which cases and number the form of a noun phrase allows: "den Vorwurf" no nominative, "der Agentur" a dative.

Articles and endings decide; the analysis only where they leave it open.
"""

from __future__ import annotations

from newsents.reading.view import View
from newsents.words.gender import Gender
from newsents.words.persons import find_noun

ALL = frozenset(("Nom", "Acc", "Dat"))
NOMINATIVE_ONLY = frozenset(("Nom",))
DIRECT = frozenset(("Nom", "Acc"))
ACCUSATIVE = frozenset(("Acc",))
DATIVE = frozenset(("Dat",))
OBLIQUE = frozenset(("Acc", "Dat"))

PRONOUNS = {
    "er": NOMINATIVE_ONLY, "wir": NOMINATIVE_ONLY, "ich": NOMINATIVE_ONLY, "du": NOMINATIVE_ONLY,
    "man": NOMINATIVE_ONLY, "sie": DIRECT, "es": DIRECT, "ihn": ACCUSATIVE, "mich": ACCUSATIVE, "dich": ACCUSATIVE,
    "ihm": DATIVE, "ihr": DATIVE, "ihnen": DATIVE, "mir": DATIVE, "dir": DATIVE, "uns": OBLIQUE, "euch": OBLIQUE,
    "das": DIRECT, "dies": DIRECT, "alles": DIRECT, "nichts": DIRECT,
}  # fmt: skip
FEMININE = (
    "ung",
    "heit",
    "keit",
    "schaft",
    "ion",
    "tät",
    "agentur",
    "presse",
    "post",
    "welt",
    "kammer",
    "stadt",
    "behörde",
)
SINGULAR = frozenset(
    ("ein", "eine", "einen", "einem", "einer", "eines", "der", "das", "dem", "des", "dieser", "jeder", "jede")
)
"""Before a noun that is no genitive."""
PLURAL = frozenset(("beide", "beiden", "viele", "vielen", "mehrere", "mehreren", "alle", "allen", "einige", "einigen"))


def is_plural(verb: str) -> bool:
    """By the form of a finite verb in the third person: all plurals end in -n, and no singular in -en."""
    return verb.endswith(("en", "ern", "eln")) or verb == "sind"


def find_number(view: View, start: int, head: int) -> str:
    """Sing, Plur, or "" where the form leaves it open."""
    first = view.lower[start]
    if view.tags[head] == "PPER":
        return {"wir": "Plur", "ihnen": "Plur", "sie": ""}.get(first, "Sing")
    if first in SINGULAR:
        return "Sing"
    if first in PLURAL or any(view.tags[i] == "CARD" and view.lower[i] != "ein" for i in range(start, head)):
        return "Plur"
    if first == "die" and view.tags[head] == "NE":
        return ""  # "die SPD", "die Grünen"
    word, noun = view.lower[head], find_noun(view.words[head])
    if word.endswith(FEMININE) or (noun is not None and noun.gender == "female" and word.endswith("in")):
        return "Sing"
    return "Plur" if word.endswith("innen") else view.feature(head, "Number")


def find_cases(view: View, start: int, head: int, number: str) -> frozenset[str]:
    """The cases that a phrase from `start` to its noun may have."""
    if view.lower[start] in ("deren", "dessen") and start < head:
        start += 1  # a genitive that says nothing of the noun behind it
    first, tag = view.lower[start], view.tags[start]
    if tag in ("PPER", "PDS") or (tag == "PIS" and first in PRONOUNS):
        return PRONOUNS.get(first, ALL)
    if head == start or tag in ("NN", "NE", "CARD", "TRUNC"):
        return ALL
    if first == "der" or (first.endswith("er") and first != "mehrer"):
        return _cases_behind_der(view, start, head)
    if first.endswith("em"):
        return DATIVE
    if first.endswith("en"):
        return DATIVE if number == "Plur" and first != "einen" else ACCUSATIVE if first in ("den", "einen") else OBLIQUE
    if first in ("des", "eines"):
        return frozenset()
    if first in ("ein", "kein", "sein", "ihr", "unser", "mein", "euer"):
        return NOMINATIVE_ONLY if _gender(view, head) == "male" else DIRECT
    return DIRECT if first.endswith(("e", "ie", "as", "es")) else ALL


def _cases_behind_der(view: View, start: int, head: int) -> frozenset[str]:
    """ "der Kanzler" a nominative, "der Zeitung", "der Süddeutschen Zeitung" a dative; "der FAZ" either."""
    if start + 1 < head and view.tags[start + 1] == "ADJA" and view.tags[start] == "ART":
        return DATIVE if view.lower[start + 1].endswith("en") else NOMINATIVE_ONLY
    if view.lower[start] in ("ihrer", "seiner", "einer", "unserer", "meiner", "keiner"):
        return DATIVE
    gender = _gender(view, head)
    if view.tags[head] == "NE" or not gender:
        return frozenset(("Nom", "Dat"))
    return DATIVE if gender == "female" else NOMINATIVE_ONLY


def _gender(view: View, head: int) -> Gender:
    """By the gender of a person noun and by endings; else by the analysis."""
    word = view.lower[head]
    noun = find_noun(view.words[head])
    if noun is not None and noun.kind == "person" and noun.gender:
        return noun.gender
    is_feminine = word.endswith(FEMININE) or (noun is not None and word.endswith("in"))
    return "female" if is_feminine else view.gender(head)
