"""What a noun says of a person or speaker: "Bildungsministerin" is a female person, "Konzern" a body, "Bericht" a text.

Two questions to one inflector: `find_person` asks what a person is or does, and knows the roles that also name bodies
("Rat", "Stadtrat"); `find_noun` asks who speaks, where a "Rat" is a body, and only then whether it is a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from newsents.lexicons import load_table
from newsents.words.folding import fold
from newsents.words.gender import Gender

Kind = Literal["person", "body", "statement"]
UMLAUTS = str.maketrans("äöü", "aou")
ENDINGS = ("", "s", "es", "n", "en", "e", "er", "se", "ses")
PLURAL_ENDINGS = ("e", "er", "se")
ADJECTIVE_ENDINGS = ("r", "m")
FEMININE = ("in", "innen", "ins")
PRODUCTIVE_ENDINGS = ("", "s", "n", "en")
SHORTEST_STEM = 4


@dataclass(frozen=True)
class PersonNoun:
    """A noun of the lexicon as found in a word; `gender` is "" where only an article could tell ("Abgeordnete")."""

    noun: str
    kind: Kind
    gender: Gender
    use: str
    topic: str
    group: str = ""
    whole: bool = False
    """Whether it must be the whole word, or the part behind a hyphen: "Sekunde" is no "Kunde"."""
    is_plural: bool = False
    """Whether the form can only be a plural: "Gäste", "Ärztinnen", not "Präsidenten"."""


Nouns = Mapping[str, PersonNoun | None]


@lru_cache(maxsize=20_000)
def find_person(word: str, *, productive: bool = False) -> PersonNoun | None:
    """The noun for a person in a word, the last part of a compound: "CDU-Chefin" → Chef, female; None if none is.

    With `productive`, an unlisted noun with a person's ending counts too: "Biogeochemikerin".
    """
    return _find(word, _persons()) or (_find_by_ending(word) if productive else None)


@lru_cache(maxsize=20_000)
def find_noun(word: str, *, productive: bool = False) -> PersonNoun | None:
    """The noun for one who speaks or what is spoken: also "Großkonzern" → Konzern, "Medienberichten" → Bericht."""
    return _find(word, _speakers()) or find_person(word, productive=productive)


class Title(NamedTuple):
    """A word before a person's name that is no part of it: "Dr." is a role of its own, "Herr" shows a gender."""

    is_role: bool
    gender: Gender


@cache
def load_titles() -> dict[str, Title]:
    return {row["title"]: Title(row["use"] == "role", cast(Gender, row["gender"])) for row in load_table("titles.tsv")}


def find_title_gender(word: str) -> Gender:
    """The gender that a title shows: "Frau", "Herrn"; "" for "Dr." and what is no title."""
    title = load_titles().get(word)
    return title.gender if title is not None else ""


@cache
def load_role_words() -> frozenset[str]:
    """Nouns for persons as they stand before a name, in the nominative: "Präsident", "Ministerin"."""
    rows = [row for row in load_table("person_nouns.tsv") if row["kind"] == "person"]
    return frozenset(row["noun"] for row in rows) | {f"{row['noun']}in" for row in rows if row["gender"] == "male"}


@cache
def load_body_groups() -> frozenset[str]:
    """Groups of nouns that hold a body: its people in the plural stand for it."""
    return frozenset(row["group"] for row in load_table("person_nouns.tsv") if row["kind"] == "body" and row["group"])


def _find(word: str, nouns: Nouns) -> PersonNoun | None:
    """The longest noun that a form of the word is or ends in."""
    best: tuple[int, PersonNoun | None] = 0, None
    for base, is_feminine, is_plural in _find_bases(fold(word.rsplit("-", 1)[-1])):
        length, noun = _match(base, nouns)
        if is_feminine:
            noun = replace(noun, gender="female") if noun is not None and noun.gender == "male" else None
        if length > best[0] and (noun is not None or not is_feminine):
            best = length, replace(noun, is_plural=True) if noun is not None and is_plural else noun
    return best[1]


def _find_bases(form: str) -> Iterator[tuple[str, bool, bool]]:
    """Nominatives that a form may come from, and whether it is feminine and surely plural: "ärztinnen" → "arzt"."""
    for ending in ENDINGS:
        if form.endswith(ending):
            stem = form[: len(form) - len(ending)]
            yield stem, False, ending in PLURAL_ENDINGS
            if (plain := stem.translate(UMLAUTS)) != stem:
                yield plain, False, True
    if form.endswith(ADJECTIVE_ENDINGS) and form[-2:-1] == "e":
        yield form[:-1], False, False  # "Abgeordneter"
    for ending in FEMININE:
        if form.endswith(ending):
            stem = form.removesuffix(ending)
            for base in (stem, stem.translate(UMLAUTS)):
                yield from ((base, True, ending == "innen"), (base + "e", True, ending == "innen"))


def _match(base: str, nouns: Nouns) -> tuple[int, PersonNoun | None]:
    """The longest noun at the end of a nominative, and its length, else 0: "bildungsminister" → Minister."""
    if base in nouns:
        return len(base), nouns[base]
    for start in range(1, len(base) - SHORTEST_STEM + 1):
        end = base[start:]
        if end in nouns and ((noun := nouns[end]) is None or not noun.whole):
            return len(end), noun
    return 0, None


def _find_by_ending(word: str) -> PersonNoun | None:
    last = fold(word.rsplit("-", 1)[-1])
    if not word[:1].isupper() or len(last) < 5 or last.endswith(tuple(_no_persons())):
        return None
    for row in load_table("person_endings.tsv"):
        if last.endswith(tuple(row["ending"] + case for case in PRODUCTIVE_ENDINGS)):
            return PersonNoun(last.capitalize(), "person", cast(Gender, row["gender"]), "trait", "")
    return None


@cache
def _no_persons() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in load_table("not_persons.tsv"))


@cache
def _listed() -> dict[str, PersonNoun]:
    """person_nouns.tsv by lower-case noun."""
    return {
        fold(row["noun"]): PersonNoun(
            row["noun"], cast(Kind, row["kind"]), cast(Gender, row["gender"]),
            row["use"], row["topic"], row["group"], row["whole"] == "yes",
        )
        for row in load_table("person_nouns.tsv")
    }  # fmt: skip


@cache
def _persons() -> Nouns:
    """Nouns for persons with the roles, which stand at the end of words too; None for what only looks like one."""
    persons = {form: noun for form, noun in _listed().items() if noun.kind == "person"}
    for row in load_table("roles.tsv"):
        for noun, gender in ((row["noun"], "male" if row["feminine"] else ""), (row["feminine"], "female")):
            role = PersonNoun(noun, "person", cast(Gender, gender), "trait", "")
            if noun:
                persons[fold(noun)] = replace(persons.get(fold(noun), role), whole=False)
    return {**persons, **dict.fromkeys(_no_persons())}


@cache
def _speakers() -> Nouns:
    """Nouns for persons, bodies and what is said or written."""
    speakers: dict[str, PersonNoun] = {}
    for row in load_table("speech_nouns.tsv"):
        for form in (row["noun"], *row["forms"].split()):
            speakers[fold(form)] = PersonNoun(row["noun"], "statement", "", "", "", whole=len(form) < 5)
    return speakers | _listed()
