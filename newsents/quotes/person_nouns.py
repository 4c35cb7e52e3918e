"""What a noun says of a speaker: "Bildungsministerin" is a female person, "Konzern" a body, "Bericht" a statement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from newsents.lexicons import load_table

Kind = Literal["person", "body", "statement"]
UMLAUTS = str.maketrans("äöü", "aou")
ENDINGS = ("", "s", "es", "n", "en", "e", "er", "r", "m", "em", "se", "ses")
FEMININE = ("in", "innen")
# Endings that make persons of subjects and beliefs where the lexicon has no noun: "Biogeochemiker", "Pianist".
PERSON_ENDINGS = ("iker", "ologe", "graf", "ist", "eur", "ianer")
SHORTEST_STEM = 4


@dataclass(frozen=True)
class PersonNoun:
    """A noun of the lexicon as found in a word: `sex` is m, f or, where only an article could tell, empty."""

    noun: str
    kind: Kind
    sex: str
    use: str
    topic: str


@cache
def _nouns() -> dict[str, tuple[PersonNoun, bool]]:
    """The lexicon by lower-case noun, and whether it must be the whole word or the part behind a hyphen."""
    found: dict[str, tuple[PersonNoun, bool]] = {}
    for row in load_table("person_nouns.tsv"):
        kind: Kind = "person" if row["kind"] == "person" else "body" if row["kind"] == "body" else "statement"
        noun = PersonNoun(row["noun"], kind, row["sex"], row["use"], row["topic"])
        found.setdefault(row["noun"].lower(), (noun, row["whole"] == "yes"))
    return found


def _base_forms(word: str) -> list[tuple[str, bool]]:
    """Nominatives that a word form may come from, and whether it is feminine: "Ärztinnen" -> "arzt" (feminine)."""
    forms: dict[tuple[str, bool], None] = {}
    for ending in ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            forms |= dict.fromkeys((form, False) for form in (stem, stem + "e", stem.translate(UMLAUTS)))
    for ending in FEMININE:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            plain = stem.translate(UMLAUTS)
            forms |= dict.fromkeys((form, True) for form in (stem, stem + "e", plain, plain + "e"))
    return [form for form in forms if len(form[0]) > 1]


def _match(form: str) -> PersonNoun | None:
    """The longest noun of the lexicon at the end of a form: "bildungsminister" -> Minister."""
    nouns = _nouns()
    if form in nouns:
        return nouns[form][0]
    for start in range(1, len(form) - SHORTEST_STEM + 1):
        noun, whole = nouns.get(form[start:], (None, True))
        if noun is not None and not whole:
            return noun
    return None


@lru_cache(maxsize=20_000)
def find_noun(word: str) -> PersonNoun | None:
    """The lexicon's noun in a word, the last part of a compound: "CDU-Chefin" -> Chef, female; None if there is none."""
    form = word.rsplit("-", 1)[-1].lower()
    best: tuple[int, PersonNoun] | None = None
    for base, feminine in _base_forms(form):
        noun = _match(base)
        if noun is None or (feminine and noun.kind != "person"):
            continue
        if feminine:
            noun = PersonNoun(noun.noun, noun.kind, "f", noun.use, noun.topic)
        if best is None or len(noun.noun) > best[0]:
            best = (len(noun.noun), noun)
    return best[1] if best else _by_ending(form)


def _by_ending(form: str) -> PersonNoun | None:
    """A person by the word's ending alone: "Önologin", "Agrarökonomin"."""
    if form.endswith("erin") or (form.endswith("in") and form[:-2].endswith(("ist", "log", "graf", "eur", "ant"))):
        return PersonNoun(form.capitalize(), "person", "f", "trait", "")
    if len(form) > 7 and form.endswith(PERSON_ENDINGS):
        return PersonNoun(form.capitalize(), "person", "m", "trait", "")
    return None
