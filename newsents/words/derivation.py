"""Which name a derived form or a compound comes from: "russischen" → Russland, "Kölner" → Köln, "US-Chef" → USA.

Countries, regions and irregular towns are in newsents/lexicons (countries.tsv, regions.tsv, demonyms.tsv); regular town
adjectives ("Stuttgarter", "Bremer", "Dresdner", "Basler") are taken apart by rule and looked up in the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from newsents.lexicons import Row, load_table
from newsents.words.known_names import compound_forms
from newsents.words.lemmas import is_word
from newsents.words.places import GERMAN_SPEAKING, find_towns

ADJECTIVE_ENDINGS = ("", "e", "en", "er", "em", "es")
GENDER_MARK = re.compile(r"[*:_/·]-?(?=in(?:nen)?$)|(?<=er)(?=In(?:nen)?$)")
ADJECTIVE_COMPOUND = re.compile(
    r"(?P<lead>\w{4,}?)(?:weit|sprachig|stämmig|freundlich|feindlich|kritisch|skeptisch|treu)(?:e[mnrs]?)?$"
)
TOWN_FORM = re.compile(r"(?P<stem>.{2,}?)er(?:s|n|in|innen)?$")
# A foreign town must be large for its -er form to be read as such: German words in -er are many.
SMALLEST_FOREIGN_TOWN = 100_000
SMALLEST_IN_COMPOUNDS = 200_000


def find_origins(word: str) -> tuple[str, ...]:
    """The places that a derived form comes from, in order: "griechisch-türkische" → ("Griechenland", "Türkei").

    Empty where it comes from none: "sozialdemokratische", "Trainer", and "Englisch" as the name of a language.
    """
    return _find_origins(_normalise_form(word))


@lru_cache(maxsize=4096)
def _find_origins(word: str) -> tuple[str, ...]:
    found = _find_whole(word)
    if found is not None:
        return (found,)
    return _find_in_hyphens(word) if "-" in word else ()


def find_part(word: str) -> tuple[str, str | None]:
    """The name that a compound starts with, as written and as named: "US-Außenminister" → ("US", "USA").

    The second is None where the lexicons do not know the name, for the article to decide: "Siemens-Chef" →
    ("Siemens", None); ("", None) where nothing can be split off: "Haus", "TV-Sender", "Berliner".
    """
    return _find_part(word.strip().replace("‑", "-").replace("–", "-"))


@lru_cache(maxsize=4096)
def _find_part(word: str) -> tuple[str, str | None]:
    if "-" in word:
        return _find_hyphen_part(word)
    adjective = ADJECTIVE_COMPOUND.match(word)
    if adjective is not None:
        lead = adjective["lead"]
        known = _forms().get(lead.lower()) or _place_names().get(lead.lower())
        return (lead, known) if known is not None else ("", None)
    return _find_solid_part(word)


def _find_hyphen_part(word: str) -> tuple[str, str | None]:
    """ "Nordkorea-Experte", "New-York-Reise", "Ex-CDU-Chef", "Bundestags-": the longest known name."""
    parts = word.split("-")
    if word.lower() in _place_names():
        return ("", None)  # Baden-Württemberg
    has_prefix = False
    while len(parts) > 1 and is_compound_prefix(parts[0]):
        has_prefix, parts = True, parts[1:]
    for cut in range(len(parts) - (not has_prefix), 0, -1):
        lead = "-".join(parts[:cut])
        known = next(filter(None, map(_find_known_name, (lead, lead.replace("-", " "), lead.removesuffix("s")))), None)
        if known is not None:
            return (lead, known)
    first = parts[0]
    if len(first) < 2 or len(parts) == 1 or first in _common_abbreviations() or not any(c.isupper() for c in first):
        return ("", None)
    return (first, first if sum(c.isupper() for c in first) > 1 else None)


def is_compound_prefix(part: str) -> bool:
    """ "Ex", "Anti", "Nicht", but not "UN", and nothing empty."""
    return part == "" or (part.lower() in _hyphen_prefixes() and not (part.isupper() and len(part) > 1))


def _find_solid_part(word: str) -> tuple[str, str | None]:
    """ "Deutschlandchef", "Bundestagswahl": a country, region or body, then a German noun."""
    for cut in range(len(word) - 4, 3, -1):
        name = word[:cut]
        if name not in _solid_names():
            continue
        rests = (word[cut:], word[cut + 1 :]) if word[cut] == "s" else (word[cut:],)
        if any(len(rest) > 3 and is_word(rest.capitalize()) for rest in rests):
            return ("", None) if find_origins(word) or find_towns(word) else (name, name)
    return ("", None)


def _find_known_name(lead: str) -> str | None:
    """The name that stands before a hyphen, if listed or a large town: "US" → "USA", "EU" → "EU", "Köln" → "Köln"."""
    if lead in compound_forms():
        return compound_forms()[lead]
    towns = find_towns(lead)
    is_large = bool(towns) and towns[0].population >= SMALLEST_IN_COMPOUNDS
    is_known = lead in _compound_names() or _place_names().get(lead.lower()) == lead or is_large
    return lead if is_known and lead not in _common_abbreviations() else None


def _normalise_form(word: str) -> str:
    """ "Berliner:innen" → "Berlinerinnen"; "RUSSISCHE" → "Russische"; "deutsch-" → "deutsch"."""
    word = GENDER_MARK.sub("", word.strip().replace("‑", "-").replace("–", "-").strip("-"))
    if word.isupper() and len(word) > 4:
        word = "-".join(part.capitalize() for part in word.split("-"))
    return re.sub(r"erInnen$|erIn$", lambda m: m.group().lower(), word)


def _find_whole(word: str) -> str | None:
    """The source of one derived form; "Englisch" without an ending is the language."""
    if word[:1].isupper() and word.lower() in _stems() and "-" not in word:
        return None
    return _forms().get(word) or _forms().get(word[:1].lower() + word[1:]) or _find_prefixed(word) or _find_town(word)


def _find_in_hyphens(word: str) -> tuple[str, ...]:
    """ "deutsch-französischen" → both, "pro-russisch" and "Ex-Kölner" → the last; the last part must be derived."""
    *firsts, last = word.split("-")
    source = _find_whole(last)
    if source is None:
        return ()
    before = (_forms().get(first[:1].lower() + first[1:]) or _find_whole(first) for first in firsts)
    return tuple(dict.fromkeys(name for name in (*before, source) if name))


def _find_prefixed(word: str) -> str | None:
    """ "süddeutsche" → "Süddeutschland", "prorussischen" → "Russland", "Westberliner" → "Westberlin"."""
    low = word.lower()
    for prefix, effect in _prefixes():
        if not low.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        source = _forms().get(rest) or _forms().get(rest.capitalize() if word[0].isupper() else "")
        if source is not None and len(rest) > 4:
            return source if effect == "none" else prefix.capitalize() + source[0].lower() + source[1:]
    return None


def _find_town(word: str) -> str | None:
    """The town of a regular form in -er: "Stuttgarter" → "Stuttgart"; the largest, where several would do."""
    match = TOWN_FORM.match(word)
    if match is None or not word[0].isupper() or word[: match.end("stem") + 2] in _common_nouns():
        return None
    sizes = {name: _find_size(name) for name in _find_town_names(match["stem"])}
    best = max(sizes, key=lambda name: sizes[name])
    return best if sizes[best] else None


def _find_town_names(stem: str) -> Iterator[str]:
    """What a town can be called whose form in -er has this stem, by rule."""
    yield stem  # Stuttgart-er
    yield stem + "en"  # Brem-er
    yield stem + "e"  # Karlsruh-er
    if stem[-1] in "ln":
        yield f"{stem[:-1]}e{stem[-1]}"  # Basl-er, Dresdn-er
    yield f"Bad {stem}"  # Driburg-er, Hersfeld-er
    for umlaut, plain in (("städt", "stadt"), ("länd", "land"), ("wäld", "wald")):
        if stem.endswith(umlaut):
            yield stem[: -len(umlaut)] + plain  # Darmstädt-er


def _find_size(name: str) -> int:
    """Inhabitants of the largest town of that name that counts, else 0."""
    towns = find_towns(name)
    counts = (t.population for t in towns if t.country in GERMAN_SPEAKING or t.population >= SMALLEST_FOREIGN_TOWN)
    return max(counts, default=0)


def _inflect_inhabitant(noun: str) -> Iterator[str]:
    """All forms of an inhabitant: Russe → Russen, Russin, Russinnen; Israeli → Israelis, Israelin, …"""
    yield noun
    if noun.endswith("in"):
        yield noun + "nen"
        return
    endings = ("s", "n") if noun.endswith("er") else ("n",) if noun.endswith("e") else ("s", "en", "n")
    yield from (noun + ending for ending in endings)
    stem = noun.removesuffix("e")
    yield from (stem + "in", stem + "innen")


@cache
def _forms() -> dict[str, str]:
    """Every listed derived form → the name it comes from; adjectives in lower case."""
    forms: dict[str, str] = {}
    for row in (*load_table("countries.tsv"), *load_table("regions.tsv"), *load_table("demonyms.tsv")):
        for stem in filter(None, row["adjectives"].split(",")):
            for ending in ADJECTIVE_ENDINGS:
                forms.setdefault(stem + ending, row["name"])
        for noun in filter(None, row["inhabitants"].split(",")):
            for form in _inflect_inhabitant(noun):
                forms.setdefault(form, row["name"])
    return forms


@cache
def _stems() -> frozenset[str]:
    """The uninflected adjectives, which are languages when written with a capital: "englisch"."""
    rows = (*load_table("countries.tsv"), *load_table("regions.tsv"), *load_table("demonyms.tsv"))
    return frozenset(stem for row in rows for stem in row["adjectives"].split(","))


@cache
def _prefixes() -> tuple[tuple[str, str], ...]:
    rows = [row for row in load_table("derivation_prefixes.tsv") if row["effect"] != "hyphen"]
    return tuple(sorted(((r["prefix"], r["effect"]) for r in rows), key=lambda pair: -len(pair[0])))


@cache
def _common_nouns() -> frozenset[str]:
    """Words in -er that only look like somebody from a town: "Lehrer" (Lehre), "Bürger" (Bürgen)."""
    return frozenset(row["noun"] for row in load_table("not_from_towns.tsv"))


@cache
def _place_names() -> dict[str, str]:
    """Countries and regions by every name in lower case, as it is written: {"russland": "Russland"}."""
    names: dict[str, str] = {}
    for row in (*load_table("countries.tsv"), *load_table("regions.tsv")):
        for name in _find_all_names(row):
            names.setdefault(name.lower(), name)
    return names


@cache
def _compound_names() -> frozenset[str]:
    return frozenset(row["name"] for row in load_table("compound_names.tsv"))


@cache
def _solid_names() -> frozenset[str]:
    """Names that German joins to a noun without a hyphen; short regions are left out ("Bern-stein", "Main-stream")."""
    bodies = (row["name"] for row in load_table("compound_names.tsv") if row["solid"])
    countries = (name for row in load_table("countries.tsv") for name in _find_all_names(row))
    regions = (name for row in load_table("regions.tsv") if not row["word"] for name in _find_all_names(row))
    long_regions = (name for name in regions if len(name) > 4)
    return frozenset(name for name in (*bodies, *countries, *long_regions) if len(name) > 3 and name.isalpha())


def _find_all_names(row: Row) -> tuple[str, ...]:
    return (row["name"], *filter(None, row["aliases"].split(",")))


@cache
def _hyphen_prefixes() -> frozenset[str]:
    """What stands before a hyphen and names nothing: "Ex-US-Präsident", "Anti-EU-Partei", "Nicht-EU-Länder"."""
    return frozenset(row["prefix"] for row in load_table("derivation_prefixes.tsv") if row["effect"] != "region")


@cache
def _common_abbreviations() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in load_table("common_abbreviations.tsv"))
