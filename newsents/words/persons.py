"""What a noun says of a speaker: "Bildungsministerin" is a female person, "Konzern" a body, "Bericht" a statement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from newsents.lexicons import load_table
from newsents.words.folding import fold
from newsents.words.person_nouns import find_person_noun

Kind = Literal["person", "body", "statement"]
UMLAUTS = str.maketrans("äöü", "aou")
ENDINGS = ("", "s", "es", "n", "en", "e", "er", "r", "m", "em", "se", "ses")
FEMININE = ("in", "innen")
SHORTEST_STEM = 4


@dataclass(frozen=True)
class PersonNoun:
    """A noun of the lexicon as found in a word: `sex` is m, f or, where only an article could tell, empty."""

    noun: str
    kind: Kind
    sex: str
    use: str
    topic: str
    group: str = ""


@cache
def _nouns() -> dict[str, tuple[PersonNoun, bool]]:
    """The lexicon by lower-case noun, and whether it must be the whole word or the part behind a hyphen."""
    found: dict[str, tuple[PersonNoun, bool]] = {}
    for row in load_table("person_nouns.tsv"):
        kind: Kind = "person" if row["kind"] == "person" else "body" if row["kind"] == "body" else "statement"
        noun = PersonNoun(row["noun"], kind, row["sex"], row["use"], row["topic"], row["group"])
        found[fold(row["noun"])] = noun, row["whole"] == "yes"
    for row in load_table("speech_nouns.tsv"):
        statement = PersonNoun(row["noun"], "statement", "", "", "")
        for form in (row["noun"], *row["forms"].split()):
            found.setdefault(fold(form), (statement, len(form) <= SHORTEST_STEM))
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
def find_noun(word: str, *, productive: bool = False) -> PersonNoun | None:
    """The lexicon's noun in a word, the last part of a compound: "CDU-Chefin" -> Chef, female; None if there is none.

    With `productive`, an unlisted noun with a person's ending counts too: "Biogeochemikerin".
    """
    form = fold(word.rsplit("-", 1)[-1])
    best: tuple[int, PersonNoun] | None = None
    for base, feminine in _base_forms(form):
        noun = _match(base)
        if noun is None or (feminine and noun.kind != "person"):
            continue
        if feminine:
            noun = replace(noun, sex="f")
        if best is None or len(noun.noun) > best[0]:
            best = (len(noun.noun), noun)
    return best[1] if best else _otherwise_listed(form, productive)


def _otherwise_listed(form: str, productive: bool) -> PersonNoun | None:
    """A noun that only the lexicons of roles and endings know: "Bergsteigerin"."""
    gender = find_person_noun(form.capitalize(), productive=productive)
    if gender is None:
        return None
    return PersonNoun(form.capitalize(), "person", {"female": "f", "male": "m"}.get(gender, ""), "trait", "")
