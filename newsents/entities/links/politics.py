"""Which German party or politician is meant, from lists of Wikidata: a full name, and party or role that agree."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsents.lexicons import load_table
from newsents.records import Link
from newsents.words.closed_classes import load_words

RARE = 2  # bearers of a surname among the listed politicians
NEIGHBOURS = ("AT", "CH", "LI", "LU")


class Politician(NamedTuple):
    """One line of politicians.tsv.gz: id "Q567", parties ("Q49762",), description "deutsche Politikerin (CDU), …"."""

    id: str
    name: str
    parties: tuple[str, ...]
    died: str
    description: str


def resolve_party(names: Sequence[str], countries: Collection[str]) -> Link | None:
    """The German party of one of these names; none if the article is about a neighbour that has one so called."""
    for name in names:
        found = _parties().get(name, ())
        if len(found) != 1:
            continue
        if name in load_words("party abroad") and "DE" not in countries and any(c in countries for c in NEIGHBOURS):
            return None
        number, label = found[0]
        evidence = f'"{name}" is a listed name of the German party {label}'
        return Link(source="wikidata", id=number, label=label, evidence=evidence, country="DE")
    return None


def resolve_politician(
    name: str, roles: Sequence[str], parties: Collection[str], *, mentioned: Collection[str], is_foreign: bool
) -> Link | None:
    """The politician of that full name, if party or role agree, or if the name is rare and no role speaks against it.

    `parties` are the Wikidata ids of the parties that the text gives the person, `mentioned` those in the whole
    article; `is_foreign` says that a role names another country ("österreichischer Minister").
    """
    people = tuple(p for p in _politicians().get(name, ()) if not parties or set(p.parties) & set(parties))
    political = [role for role in roles if _is_political(role)]
    if len(people) > 1:
        people = _find_described(people, political)
    if len(people) != 1 or (is_foreign and not parties):
        return None
    reason = _find_reason(people[0], political, parties, has_roles=bool(roles), mentioned=mentioned)
    return None if reason is None else _make_link(people[0], reason)


def _find_reason(
    person: Politician,
    political: Sequence[str],
    parties: Collection[str],
    *,
    has_roles: bool,
    mentioned: Collection[str],
) -> str | None:
    """Why the only candidate is the one, or None; a common name, or one of the dead, needs an office that agrees."""
    surname_bearers = _surnames()[person.name.split()[-1]]
    if political and _find_described((person,), political):
        return f'the role "{political[0]}" agrees with what is known'
    if person.died and surname_bearers > 1:
        return None
    if parties and (political or surname_bearers <= RARE):
        return "name and party agree"
    if political and not parties:
        return f'the role "{political[0]}" is a political one, and no other listed politician has the name'
    if has_roles or person.died:
        return None
    if set(person.parties) & set(mentioned):
        return "the full name, and the article mentions the party"
    is_rare = surname_bearers <= (RARE if mentioned else 1)
    return "a rare full name that only one listed politician has" if is_rare else None


def _make_link(person: Politician, reason: str) -> Link:
    evidence = f"{person.name}, {person.description or 'politician'}: {reason}"
    return Link(source="wikidata", id=person.id, label=person.name, evidence=evidence)


def _is_political(role: str) -> bool:
    low = role.lower()
    return any(row["piece"] in low for row in load_table("political_roles.tsv"))


def _find_described(people: Sequence[Politician], roles: Sequence[str]) -> tuple[Politician, ...]:
    """Those whose description has the kind of office of a role: "Altkanzler" and "7. Bundeskanzler …"."""
    low = " ".join(roles).lower()
    pieces = [r["piece"] for r in load_table("political_roles.tsv") if r["piece"] in low and r["piece"] != "politiker"]
    return tuple(p for p in people if any(piece in p.description.lower() for piece in pieces))


@cache
def _parties() -> dict[str, tuple[tuple[str, str], ...]]:
    """Parties by every name: {"SPD": (("Q49768", "Sozialdemokratische Partei Deutschlands"),)}."""
    parties: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in load_table("parties.tsv"):
        for name in dict.fromkeys((row["name"], *filter(None, row["other_names"].split("|")))):
            parties[name] = (*parties.get(name, ()), (row["id"], row["name"]))
    return parties


@cache
def _politicians() -> dict[str, tuple[Politician, ...]]:
    """Politicians by every full name; a name of several has several."""
    people: dict[str, tuple[Politician, ...]] = {}
    data = gzip.decompress((files("newsents.lexicons") / "politicians.tsv.gz").read_bytes()).decode()
    for line in data.splitlines()[2:]:
        number, names, parties, _, died, description = line.split("\t")
        labels = names.split("|")
        person = Politician(number, labels[0], tuple(parties.split()), died, description)
        for name in labels:
            people[name] = (*people.get(name, ()), person)
    return people


@cache
def _surnames() -> Counter[str]:
    """How many listed politicians bear a surname."""
    unique = {person.id: person for people in _politicians().values() for person in people}
    return Counter(person.name.split()[-1] for person in unique.values())
