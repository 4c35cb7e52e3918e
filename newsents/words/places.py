"""The towns of the world by their German names, from the packed GeoNames table; read at the first question."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

TABLE = "gazetteer.tsv.gz"
GERMAN_SPEAKING = frozenset({"DE", "AT", "CH", "LI", "LU"})


class Town(NamedTuple):
    """A town as GeoNames has it: id "2886242", country "DE", state "DE-NW", name "Köln"; `state` may be ""."""

    id: str
    country: str
    state: str
    population: int
    latitude: float
    longitude: float
    name: str


@cache
def _lines_by_name() -> dict[str, tuple[str, ...]]:
    """The lines of the table by every name of their town, as text: most are never asked for."""
    index: dict[str, tuple[str, ...]] = {}
    data = (files("newsents.lexicons") / TABLE).read_bytes()
    lines = (line for line in gzip.decompress(data).decode().splitlines() if not line.startswith("#"))
    next(lines)  # the names of the columns
    for line in lines:
        *_, name, others = line.split("\t")
        index[name] = (*index.get(name, ()), line)
        for other in others.split("|") if others else ():
            index[other] = (*index.get(other, ()), line)
    return index


@lru_cache(maxsize=4096)
def find_towns(name: str) -> tuple[Town, ...]:
    """All towns of a name, largest first: "Frankfurt" → (Frankfurt am Main, Frankfurt (Oder))."""
    towns = []
    for line in _lines_by_name().get(name, ()):
        number, country, state, population, latitude, longitude, label, _ = line.split("\t")
        towns.append(Town(number, country, state, int(population), float(latitude), float(longitude), label))
    return tuple(towns)
