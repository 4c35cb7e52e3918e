"""What single words mean in any German news text: "SPD", "USA", "Bundesumweltministerium"."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from newsents.lexicons import load_table
from newsents.records import EntityKind
from newsents.words.closed_classes import load_words
from newsents.words.gender import Gender
from newsents.words.places import GERMAN_SPEAKING, find_towns

LARGE_TOWN = 100_000
ROAD = re.compile(r"[AB]\d{1,3}")


def is_press_head(word: str) -> bool:
    """Whether a word may end a paper's name: "Zeitung", "Tagblatts"."""
    return word.removesuffix("s").lower().endswith(tuple(load_words("press")))


def is_road(word: str) -> bool:
    """ "A27", "B6"."""
    return ROAD.fullmatch(word) is not None


@cache
def column(table: str, name: str) -> frozenset[str]:
    """One column of a lexicon as a set."""
    return frozenset(row[name] for row in load_table(table))


@cache
def known_organisations() -> dict[str, str]:
    """Short names that stand for one body in all news texts, with their type: {"SPD": "party"}."""
    return {row["name"]: row["type"] for row in load_table("known_organisations.tsv")}


@cache
def plain_organisations() -> frozenset[str]:
    """Those of them that are no other word: "SPD", "Nabu", but not "Grüne" or "Verdi"."""
    return frozenset(row["name"] for row in load_table("known_organisations.tsv") if not row["ambiguous"])


@cache
def known_places() -> frozenset[str]:
    """Countries, states and their short names: "Frankreich", "USA", "NRW"; not "Zug" and the like."""
    rows = (*load_table("countries.tsv"), *(r for r in load_table("regions.tsv") if not r["word"]))
    return frozenset(n for row in rows for n in (row["name"], *row["aliases"].split(",")) if n)


@cache
def compound_forms() -> dict[str, str]:
    """What stands for a country in compounds only: {"US": "USA"}, of "US-Präsident"."""
    return {form: row["name"] for row in load_table("countries.tsv") for form in row["in_compounds"].split(",") if form}


@cache
def first_names() -> dict[str, Gender]:
    """First names with the gender of their bearers."""
    return {row["name"]: cast(Gender, row["gender"]) for row in load_table("first_names.tsv")}


@cache
def known_countries() -> frozenset[str]:
    return column("countries.tsv", "name")


@cache
def compound_names() -> frozenset[str]:
    """Bodies that German likes to put in front of compounds: "Nato" in "Nato-Partner"."""
    return column("compound_names.tsv", "name")


def known_kind(word: str) -> EntityKind | None:
    """What a word is in any text: "CDU" an organisation, "US" and "Ukraine" places."""
    if word in known_organisations():
        return "organisation"
    return "place" if word in compound_forms() or word in known_places() else None


def is_known_town(word: str) -> bool:
    """Whether a town of the German-speaking countries, or a large one, is called so."""
    return any(t.country in GERMAN_SPEAKING or t.population >= LARGE_TOWN for t in find_towns(word))


def is_federal_body(word: str) -> bool:
    """ "Bundesumweltministerium", "Bundestages", but not "Bundesparteitag"."""
    if not word.startswith("Bundes"):
        return False
    rest = word.removeprefix("Bundes").removesuffix("s").removesuffix("e")
    rows = load_table("federal_bodies.tsv")
    return any(rest == row["ending"] or (not row["whole"] and rest.endswith(row["ending"])) for row in rows)


def find_party_abroad(word: str) -> str | None:
    """ "republikanischen", "Republikanerin" → "Republikaner"; None for what comes from no such party."""
    rows = (row for row in load_table("bodies_abroad.tsv") if row["adjective"])
    return next((row["word"] for row in rows if word.startswith((row["adjective"], row["word"]))), None)
