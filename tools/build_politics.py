"""Builds the lists of German parties and politicians that ship with newsents, from Wikidata.

    python tools/build_politics.py FOLDER    # with politicians.json.gz and parties.json, from Open Parliament TV

Writes newsents/lexicons/parties.tsv and newsents/lexicons/politicians.tsv.gz. The facts are Wikidata's (CC0).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path
from typing import Any

Record = dict[str, Any]
LEXICONS = Path("newsents/lexicons")
SOURCE = "Source: Wikidata, extracts of Open Parliament TV (2022), by tools/build_politics.py. Licence: CC0."
NO_PARTIES = {"Q4316268", "Q327591", "Q2415493", "Q453636", "Q109955407"}  # "parteilos" and the like
NO_NAME = re.compile(r"[,(„\"]|^\w\. |kanzler|minister", re.IGNORECASE)  # "A. Merkel", "Bundeskanzlerin Merkel"
# Other names of the parties that sit in parliaments; elsewhere abbreviations ("BP", "LIGA", "mut") would mislead.
OTHER_NAMES = {
    "Q49762": "CDU|Christlich Demokratische Union",
    "Q49763": "CSU|Christlich-Soziale Union",
    "Q49768": "SPD|Sozialdemokratische Partei",
    "Q49766": "Grüne|Grünen|Die Grünen|Bündnis 90|Bündnisgrüne",
    "Q13124": "FDP|Freie Demokraten",
    "Q49764": "Linke|Linken|Linkspartei|Die Linkspartei|DIE LINKE",
    "Q6721203": "AfD",
    "Q327389": "Freie Wähler|Freien Wähler",
    "Q13129": "Piratenpartei",
    "Q156019": "NPD|Nationaldemokratische Partei",
    "Q152554": "PDS",
    "Q166027": "WASG",
    "Q294989": "ÖDP",
    "Q148861": "DKP",
    "Q499632": "MLPD",
    "Q505829": "DVU",
    "Q161545": "SSW",
    "Q255857": "Bayernpartei",
    "Q22748": "Die PARTEI",
    "Q269316": "Die Republikaner",
    "Q106205950": "Volt Deutschland",
    "Q1021023": "Bürger in Wut",
    "Q101243970": "dieBasis",
    "Q492561": "Tierschutzpartei",
    "Q157537": "Zentrumspartei",
}


def as_list(value: Any) -> list[str]:
    return [] if value is None else [str(v) for v in value] if isinstance(value, list) else [str(value)]


def write_parties(parties: list[Record]) -> None:
    """One line a party; those whose only name is a Wikidata id or stands for no party are left out."""
    kept = [p for p in parties if p["id"] not in NO_PARTIES and not re.fullmatch(r"Q\d+", p["label"])]
    kept = [p for p in kept if p["id"] in OTHER_NAMES or p["id"] != "Q18761823"]
    rows = sorted({(p["id"], p["label"], OTHER_NAMES.get(p["id"], "")) for p in kept}, key=lambda r: int(r[0][1:]))
    lines = [f"# German parties: Wikidata id, name, other names in use. {SOURCE}", "id\tname\tother_names"]
    lines += ["\t".join(row).rstrip("\t") for row in rows]
    (LEXICONS / "parties.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} parties")


def make_politician(person: Record) -> str:
    others = [n for label in ("label", "altLabel") for n in as_list(person.get(label))]
    names = [n for n in dict.fromkeys(others) if " " in n and not NO_NAME.search(n)]
    names = names or as_list(person["label"])[:1]
    parties = " ".join(p for p in as_list(person["partyID"]) if p not in NO_PARTIES)
    born, died = (as_list(person.get(key))[:1] for key in ("birthDate", "dateOfDeath"))
    description = (as_list(person.get("abstract")) or [""])[0].replace("\t", " ").replace("\n", " ")
    years = ("".join(born)[:4], "".join(died)[:4])
    return "\t".join((str(person["id"]), "|".join(names), parties, *years, description))


def write_politicians(people: list[Record]) -> None:
    lines = [
        f"# Members of German parliaments and governments. {SOURCE}",
        "id\tnames\tparties\tborn\tdied\tdescription",
    ]
    lines += sorted((make_politician(p) for p in people), key=lambda line: int(line.split("\t")[0][1:]))
    target = LEXICONS / "politicians.tsv.gz"
    target.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), compresslevel=9, mtime=0))
    print(f"{len(people)} politicians, {target.stat().st_size // 1024} KiB")


def main(folder: Path) -> None:
    write_parties(json.loads((folder / "parties.json").read_text(encoding="utf-8")))
    write_politicians(json.loads(gzip.decompress((folder / "politicians.json.gz").read_bytes())))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
