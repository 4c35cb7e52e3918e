"""What kind of thing a name is, made consistent within an article, before names are resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsents.entities.names import Name
from newsents.records import EntityKind
from newsents.words.bodies import load_club_words
from newsents.words.closed_classes import load_words
from newsents.words.gender import Gender
from newsents.words.known_names import first_names, is_known_town, known_countries, known_kind, known_places
from newsents.words.places import find_towns
from newsents.words.spelling import is_acronym, short_company_names


def settle_names(names: Sequence[Name]) -> list[Name]:
    """All decisions of this module in order; the names keep theirs."""
    for settle in (settle_clubs, settle_kinds, settle_namesakes):
        names = settle(names)
    return list(names)


def find_clubs(names: Sequence[Name]) -> dict[str, str]:
    """What clubs that the article names are called: {"Bayern": "FC Bayern München", "München": …}; not if two are."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = name.name.split()
        if name.kind == "organisation" and name.form == "name" and len(words) > 1 and words[0] in load_club_words():
            for word in words[1:]:
                found.setdefault(word, set()).add(name.name)
    return {town: clubs.pop() for town, clubs in found.items() if len(clubs) == 1}


def settle_clubs(names: Sequence[Name]) -> list[Name]:
    """In sport a town, or its people, stand for its club: "Bochum empfängt", "die Bochumer", not "in Bochum"."""
    clubs = find_clubs(names)
    if not clubs:
        return list(names)
    return [
        replace(n, name=clubs[n.name], kind="organisation")
        if n.name in clubs and not n.inside and (n.club or n.form == "part")
        else n
        for n in names
    ]


def settle_kinds(names: Sequence[Name]) -> list[Name]:
    """One kind for a name in the whole article: that of most of its mentions ("Kreml"), or that of a longer name.

    A person and a company that share a name stay two ("Rieger" beside "Anna Rieger" and "Rieger SE").
    """
    votes: dict[str, Counter[EntityKind]] = {}
    for name in names:
        if name.form == "name" and not name.inside:
            votes.setdefault(name.name, Counter())[name.kind] += 1
    people = {n.name for n in names if n.kind == "person" and " " in n.name}
    parts = {part for person in people for part in (person.split()[0], person.split()[-1])}
    starts = {short for n in names if n.kind == "organisation" for short in short_company_names(n.name)}
    local = {n.name for n in names if _stands_local(n) or (n.name not in parts and _is_genitive_of_town(n))}
    kinds = {
        name: _decide(name, count, is_surname=name in parts, is_company=name in starts, is_local=name in local)
        for name, count in votes.items()
    }
    return [
        replace(n, kind=kind) if not n.inside and (kind := kinds.get(n.name)) is not None and kind != n.kind else n
        for n in names
    ]


def _stands_local(name: Name) -> bool:
    """ "in Xanten", not "nach Xanten-Reise"; not a person with a small foreign town's name: "nach Cook kam auch …"."""
    return (
        name.form == "name"
        and name.local
        and not name.name.endswith(tuple(load_words("paper")))
        and (name.kind != "person" or not find_towns(name.name) or is_known_town(name.name))
    )


def _is_genitive_of_town(name: Name) -> bool:
    """ "Jenas Oberbürgermeister"."""
    return name.text == f"{name.name}s" and is_known_town(name.name)


def _decide(
    name: str, votes: Counter[EntityKind], *, is_surname: bool, is_company: bool, is_local: bool
) -> EntityKind | None:
    """The kind of all mentions of a name, None to leave each as it is."""
    if is_surname and is_company:
        return None
    if (
        is_surname
        and (not is_local or not find_towns(name))
        and (known_kind(name) is None or votes["person"] >= votes["place"])
    ):
        return "person"
    if is_company and votes["person"] and not is_surname:
        return "organisation"
    is_country = name in known_countries() or (name in known_places() and is_acronym(name))  # "BRD"
    if known_kind(name) == "organisation" or is_country:
        return known_kind(name)
    others = votes["place"] + votes["person"]
    if is_local and " " not in name and (others >= votes["organisation"] or find_towns(name)):
        return "place"
    if len(votes) == 1:
        return None
    best = max(votes.values())
    leading = [kind for kind, n in votes.items() if n == best]
    if len(leading) == 1:
        return leading[0]
    return known_kind(name) or ("place" if "place" in leading and find_towns(name) else min(leading))


def settle_namesakes(names: Sequence[Name]) -> list[Name]:
    """A surname of several people is the one whom "Herr" or "Frau" or the paragraph shows; else it stays unknown."""
    bearers: dict[str, dict[str, str]] = {}
    for name in names:
        if name.kind == "person" and " " in name.name:
            bearers.setdefault(name.name.split()[-1], {}).setdefault(
                name.name, first_name_gender(name.name) or name.gender
            )
    shared = {surname: people for surname, people in bearers.items() if len(people) > 1}
    if not shared:
        return list(names)
    here: dict[tuple[int, str], int] = {}
    for n in names:
        here.setdefault((n.paragraph, n.name), n.start)
    return [
        n.named(_choose_bearer(n, shared[n.name], here)) if n.kind == "person" and n.name in shared else n
        for n in names
    ]


def _choose_bearer(name: Name, people: dict[str, str], here: dict[tuple[int, str], int]) -> str:
    if name.gender:
        fitting = [person for person, gender in people.items() if gender == name.gender]
        if len(fitting) == 1:
            return fitting[0]
    near = {person: here[name.paragraph, person] for person in people if (name.paragraph, person) in here}
    before = [person for person, start in near.items() if start < name.start]
    best = before or list(near)
    return best[0] if len(best) == 1 else name.name


def first_name_gender(name: str) -> Gender:
    """ "Petra Maier-Lenz" → "female", by the first name; of double names ("Hans-Peter") by its first part."""
    first = name.split()[0]
    return first_names().get(first) or first_names().get(first.split("-")[0], "")
