"""Which cases and number the form of a noun phrase allows: "den Vorwurf" no nominative, "der Agentur" a dative.

Articles and endings decide; the analysis only where they leave it open.
"""

from __future__ import annotations

from newsents.quotes.phrases import noun_phrase
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.persons import find_noun

ALL = frozenset(("Nom", "Acc", "Dat"))
NOMINATIVE_ONLY = frozenset(("Nom",))
DIRECT = frozenset(("Nom", "Acc"))
ACCUSATIVE = frozenset(("Acc",))
DATIVE = frozenset(("Dat",))
OBLIQUE = frozenset(("Acc", "Dat"))

PRONOUN_CASES = {
    "er": NOMINATIVE_ONLY, "wir": NOMINATIVE_ONLY, "ich": NOMINATIVE_ONLY, "du": NOMINATIVE_ONLY,
    "man": NOMINATIVE_ONLY, "sie": DIRECT, "es": DIRECT, "ihn": ACCUSATIVE, "mich": ACCUSATIVE, "dich": ACCUSATIVE,
    "ihm": DATIVE, "ihr": DATIVE, "ihnen": DATIVE, "mir": DATIVE, "dir": DATIVE, "uns": OBLIQUE, "euch": OBLIQUE,
    "das": ACCUSATIVE, "dies": ACCUSATIVE, "alles": DIRECT, "nichts": DIRECT,
}  # fmt: skip
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
    if is_feminine(word) or (noun is not None and noun.gender == "female" and word.endswith("in")):
        return "Sing"
    if word.endswith("innen"):
        return "Plur"
    return "" if start == head else view.feature(head, "Number")  # "Wissenschaftler", "Beamte" are one or many


def agrees(view: View, verb: int, noun: int) -> bool:
    """Not "dankte … Helfern": the number of a verb and of its subject, as far as they show, is the same."""
    number = find_number(view, noun_phrase(view, noun)[0], noun)
    if not number and view.lower[noun] != "sie":
        number = view.feature(noun, "Number")
    return len({view.feature(verb, "Number"), number} - {""}) < 2 or bool(view.tree.children(noun, "conj"))


def find_cases(view: View, start: int, head: int, number: str) -> frozenset[str]:
    """The cases that a phrase from `start` to its noun may have."""
    if view.lower[start] in ("deren", "dessen") and start < head:
        start += 1  # a genitive that says nothing of the noun behind it
    first, tag = view.lower[start], view.tags[start]
    if tag in ("PPER", "PDS") or (tag == "PIS" and first in PRONOUN_CASES):
        return PRONOUN_CASES.get(first, ALL)
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
        return NOMINATIVE_ONLY if _sex(view, head) == "male" else DIRECT
    return DIRECT if first.endswith(("e", "ie", "as", "es")) else ALL


def _cases_behind_der(view: View, start: int, head: int) -> frozenset[str]:
    """ "der Kanzler" a nominative, "der Zeitung", "der Süddeutschen Zeitung" a dative; "der FAZ" either."""
    if start + 1 < head and view.tags[start + 1] == "ADJA" and view.tags[start] == "ART":
        return DATIVE if view.lower[start + 1].endswith("en") else NOMINATIVE_ONLY
    if view.lower[start] in ("ihrer", "seiner", "einer", "unserer", "meiner", "keiner"):
        return DATIVE
    sex = _sex(view, head)
    if sex:
        return NOMINATIVE_ONLY if sex == "male" else DATIVE
    if is_feminine(view.lower[head]):
        return DATIVE
    return frozenset(("Nom", "Dat"))


def _sex(view: View, head: int) -> str:
    """Of a person by its noun: male, female, or "" where it is no person or only an article could tell."""
    noun = find_noun(view.words[head])
    if noun is None or noun.kind != "person":
        return ""
    return noun.gender or ("female" if view.lower[head].endswith("in") else "")


def is_feminine(noun: str) -> bool:
    """By its ending, whatever the analysis takes "der" for: "Forderung", "Agentur"."""
    return noun.endswith(tuple(load_words("feminine ending")))
