"""Compounds with a name inside: `part`s like "CDU-Chef" and "Ukrainekrieg", and names like "EU-Kommission"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import dropwhile

from newsents.lexicons import load_table
from newsents.reading.view import View
from newsents.records import EntityKind
from newsents.words.closed_classes import load_words
from newsents.words.derivation import find_origins, find_part, is_compound_prefix
from newsents.words.known_names import compound_names, first_names, known_kind
from newsents.words.lemmas import is_word
from newsents.words.persons import find_person
from newsents.words.places import find_towns


@lru_cache(maxsize=4096)
def compound_body(word: str) -> EntityKind | None:
    """The kind of what a hyphen compound names as a whole, None if it is a `part`: "EU-Kommission", but "EU-Staaten".

    Last parts may be compounds again ("Fußball-Bundesliga", "Konrad-Adenauer-Stiftung").
    """
    front, _, head = word.rpartition("-")
    if not front or not head[:1].isupper():
        return None
    for row in load_table("compound_bodies.tsv"):
        stem = row["noun"].lower()
        if head.lower() in (stem, stem + "s", stem + "es") and (row["after"] != "acronym" or front.isupper()):
            return "place" if row["kind"] == "place" else "organisation"
    return None


def is_part(view: View, i: int) -> bool:
    """Whether a hyphen compound is a common noun with a name inside: "SPD-Politikerin", not "Rheinland-Pfalz"."""
    front, _, head = view.words[i].rpartition("-")
    if not front or not head[:1].isupper() or head.isupper():
        return False
    last_of_front = front.rsplit("-", 1)[-1]
    is_acronym = last_of_front.isupper() and 1 < len(last_of_front) < 6
    return is_acronym or view.tags[i] == "NN" or find_person(head) is not None


def is_town_adjective(view: View, i: int) -> bool:
    """Whether a form in -er is that of a town: "Jenaer" in "im Jenaer Stadtteil", "die Jenaer"."""
    word = view.words[i]
    is_placed = view.is_noun(i + 1) or view.is_article(i - 1)
    return word.endswith("er") and is_placed and not find_towns(word) and bool(find_origins(word))


def find_inner_name(word: str, known: Mapping[str, EntityKind]) -> tuple[str, EntityKind] | None:
    """The name inside a compound: "CDU-Chef" → "CDU", "Ukrainekrieg" → "Ukraine"; the article's own, `known`, first."""
    written, named = find_part(word)
    if written.endswith("n") and written[:-1] in load_words("declined party"):
        return written[:-1], "organisation"
    parts = word.split("-")
    fronts = ("-".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
    for name in (*fronts, written):
        for form in (name, name.removesuffix("s"), name.removesuffix("n"), name.replace("-", " ")):
            if form in known:
                return form, known[form]
    kind = (known_kind(named) or _find_kind(named)) if named is not None else None
    return (named, kind) if named is not None and kind is not None else None


def find_front(word: str) -> str:
    """What a hyphen compound that no list knows is made of: "Siemens" of "Ex-Siemens-Chef", "" of "Ex-Kanzler-Berater".

    A town needs no common noun behind it: "Rimini" of "Rimini-Syndrom-Fälle", but "Otto-Koch" of "Otto-Koch-Preis".
    """
    whole = word.split("-")[:-1]
    parts = list(dropwhile(is_compound_prefix, whole))
    if len(parts) < len(whole) and any(find_person(part) is not None for part in parts):
        return ""
    if len(parts) > 1 and find_towns(parts[0]) and parts[0] not in first_names() and all(map(is_word, parts[1:])):
        return parts[0]
    return "-".join(parts)


def _find_kind(name: str) -> EntityKind | None:
    if name in compound_names():
        return "organisation"
    return "place" if find_towns(name) else None
