"""Which country, state or town a place is: listed areas first, then towns by name, size and what else is mentioned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from newsents.lexicons import load_table
from newsents.records import Link
from newsents.words.places import GERMAN_SPEAKING, Town, find_towns

# How many times as large as the next town of its name a town must be: to be meant whatever else the article mentions;
# to be meant if nothing speaks for another; and among the towns of the countries that the article mentions.
CERTAIN, LIKELY, LOCAL = 20, 10, 5
WELL_KNOWN = 100_000
ONLY_ONE = "the only town of this name in the gazetteer"
SAME_PLACE = 0.3  # degrees: GeoNames lists some towns twice, and towns beside their parts


class Area(NamedTuple):
    """A country, state or region of the lexicons; `code` is "" for regions without one: "Allgäu"."""

    name: str
    code: str
    country: str
    source: str


@dataclass
class MentionedAreas:
    """Countries and states that an article mentions, each with the name that shows it: {"CH": "Schweiz"}.

    A town speaks for its country less than the country's name does: "Brüssel" is mostly no sign of Belgium.
    """

    countries: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    by_towns: dict[str, str] = field(default_factory=dict)

    def add(self, link: Link, name: str) -> None:
        if link.country is not None:
            found = self.by_towns if link.source == "geonames" else self.countries
            found.setdefault(link.country, name)
        if link.source == "iso3166-2":
            self.states.setdefault(link.id, name)

    def find_near(self, towns: list[Town]) -> tuple[list[Town], str]:
        """Those of the towns that the article speaks for, and the name that does: state before country before town."""
        for shown, key in ((self.states, "state"), (self.countries, "country"), (self.by_towns, "country")):
            near = [t for t in towns if getattr(t, key) in shown]
            if near and (shown is not self.by_towns or near[0] is towns[0]):
                return near, shown[getattr(near[0], key)]
        return [], ""


def link_places(names: Iterable[str]) -> tuple[dict[str, Link], MentionedAreas]:
    """The links of an article's place names, certain ones first, the rest by the areas that those are in."""
    distinct = tuple(dict.fromkeys(names))
    links: dict[str, Link] = {}
    mentioned = MentionedAreas()
    for resolve in (_resolve_area, _resolve_certain_town):
        for name in distinct:
            link = links.get(name) or resolve(name)
            if link is not None:
                links[name] = link
                mentioned.add(link, name)
    for name in distinct:
        link = links.get(name) or resolve_town(name, mentioned)
        if link is not None:
            links[name] = link
    return links, mentioned


def resolve_town(name: str, mentioned: MentionedAreas) -> Link | None:
    """The town of that name, by what else is mentioned or by size, or None: "Freiburg" beside "Schweiz" is in CH."""
    towns = _find_rivals(name)
    if not towns:
        return None
    near, shown = mentioned.find_near(towns)
    if near and _dominates(near, LOCAL):
        reason = (
            ONLY_ONE if len(towns) == 1 else f'of {len(towns)} towns of this name the one that "{shown}" speaks for'
        )
        return _make_link(near[0], reason)
    if near or len(towns) == 1:
        return None
    return _make_link(towns[0], _say_size(towns)) if _dominates(towns, LIKELY) and _is_known(towns[0]) else None


def _resolve_certain_town(name: str) -> Link | None:
    """The town meant whatever else the article says: "Moskau", "Templin"."""
    towns = _find_rivals(name)
    if len(towns) == 1 and (_is_known(towns[0]) or towns[0].country in GERMAN_SPEAKING):
        return _make_link(towns[0], ONLY_ONE)
    if len(towns) > 1 and _dominates(towns, CERTAIN) and _is_known(towns[0]):
        return _make_link(towns[0], _say_size(towns))
    return None


def _find_rivals(name: str) -> list[Town]:
    """The towns that a name can mean, largest first; of regions without a code ("Baden") only those elsewhere."""
    area = _areas().get(name)
    if area is not None and not area.code and not area.country:
        return []
    rivals: list[Town] = []
    for town in find_towns(name):
        is_new = all(
            abs(town.latitude - r.latitude) + abs(town.longitude - r.longitude) > SAME_PLACE for r in rivals[:9]
        )
        if is_new and (area is None or area.code or town.country != area.country):
            rivals.append(town)
    return rivals


def _dominates(towns: list[Town], times: int) -> bool:
    return len(towns) == 1 or towns[0].population >= times * towns[1].population


def _is_known(town: Town) -> bool:
    return town.population >= WELL_KNOWN


def _say_size(towns: list[Town]) -> str:
    return (
        f"by far the largest town of this name: {towns[0].population:,} inhabitants, the next {towns[1].population:,}"
    )


def _make_link(town: Town, reason: str) -> Link:
    return Link(
        source="geonames",
        id=town.id,
        label=town.name,
        evidence=f"{town.name} ({town.country}): {reason}",
        country=town.country,
        latitude=town.latitude,
        longitude=town.longitude,
    )


def _resolve_area(name: str) -> Link | None:
    """The country or state of that name: "Holland", "Bayern"; "Hamburg" and "Zürich" are taken as towns."""
    area = _areas().get(name)
    if area is None or not area.code:
        return None
    if area.source != "iso3166" and any(t.state == area.code and t.name == name for t in find_towns(name)):
        return None
    what = "country" if area.source == "iso3166" else "state or province"
    evidence = f'"{name}" is a listed name of the {what} {area.name}'
    return Link(source=area.source, id=area.code, label=area.name, evidence=evidence, country=area.country)


@cache
def _areas() -> dict[str, Area]:
    areas: dict[str, Area] = {}
    for table, source in (("countries.tsv", "iso3166"), ("regions.tsv", "iso3166-2")):
        for row in load_table(table):
            area = Area(row["name"], row["code"], row.get("country", row["code"]), source)
            for name in (row["name"], *filter(None, row["aliases"].split(","))):
                areas.setdefault(name, area)
    return areas
