"""Finds parties and chambers of other countries whose names are common nouns here: "die Republikaner", "der Senat"."""

from __future__ import annotations

from newsents.entities.finders.cover import Cover
from newsents.entities.finders.short_names import DEFINITE
from newsents.entities.names import Name
from newsents.entities.surroundings import make_name
from newsents.lexicons import Row, load_table
from newsents.reading.view import View
from newsents.records import Form
from newsents.words.known_names import find_party_abroad
from newsents.words.persons import find_person
from newsents.words.tags import ATTRIBUTES, NAMES_AND_NOUNS

CASES = ("", "s", "es", "n")
HOME = frozenset(("Berlin", "Hamburg", "Bremen"))
"""Towns with a senate of their own."""


def find_bodies_abroad(view: View, names: list[Name]) -> list[Name]:
    """The names with those added that a country, its capital or a counterpart in the article shows to be names."""
    places = {n.name for n in names if n.kind == "place"}
    words = set(view.words)
    rows = {row["word"]: row for row in load_table("bodies_abroad.tsv") if _is_at_home(row, places, words)}
    cover = Cover(len(view), names)
    for i, word in enumerate(view.words):
        if view.is_adjective(i) and any(_is_made_from(view, i, row) for row in rows.values()):
            cover.add(make_name(view, i, i + 1, "organisation", "derived").named(find_party_abroad(word) or ""))
        base = next((b for case in CASES if word.endswith(case) and (b := word[: len(word) - len(case)]) in rows), "")
        if base and view.tags[i] in NAMES_AND_NOUNS and _stands_as_name(view, i, rows[base]):
            form: Form = "derived" if view.tag(i + 1) == "NE" else "name"  # "der Republikaner Udo Roth"
            cover.add(make_name(view, i, i + 1, "organisation", form).named(base))
    return cover.in_order()


def _is_at_home(row: Row, places: set[str], words: set[str]) -> bool:
    """Whether the article is about a country that has such a body: it names it, or the body's counterpart."""
    has_sign = not places.isdisjoint(row["countries"].split(",")) or row["counterpart"] in words
    return has_sign and (row["word"] != "Senat" or places.isdisjoint(HOME))


def _is_made_from(view: View, i: int, row: Row) -> bool:
    """ "republikanischen"; "demokratische" only before somebody of a party: "der demokratische Senator"."""
    if not row["adjective"] or not view.words[i].startswith(row["adjective"]):
        return False
    return not row["adjective"].startswith("demokrat") or find_person(view.word(i + 1)) is not None


def _stands_as_name(view: View, i: int, row: Row) -> bool:
    """A chamber has its article, a party may do without; "überzeugte Demokraten" are people."""
    before = view.word(i - 1).lower()
    if before in DEFINITE:
        return True
    is_party = row["kind"] == "party"
    return is_party and view.tag(i - 1) not in ATTRIBUTES
