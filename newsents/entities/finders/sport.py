"""Towns that mean their clubs in sport: "trifft auf Heidenheim", "besiegte Flensburg", "der Trainer Leverkusens"."""

from __future__ import annotations

import re
from dataclasses import replace

from newsents.entities.names import Name
from newsents.reading.view import View
from newsents.words.bodies import load_club_words
from newsents.words.closed_classes import load_words
from newsents.words.known_names import known_countries
from newsents.words.places import find_towns

SCORE = re.compile(r"\d{1,3}:\d{1,3}")


def read_towns_as_clubs(view: View, names: list[Name]) -> list[Name]:
    """The names, where a town that plays somewhere in an article on sport is a club wherever it is no place."""
    if not _is_about_sport(view, names):
        return names
    playing = {n.name for n in names if _is_town(n) and _plays(view, n)}
    return [replace(n, kind="organisation") if n.name in playing and _is_town(n) else n for n in names]


def _is_about_sport(view: View, names: list[Name]) -> bool:
    """A league, a club or a result is named."""
    has_club = any(n.kind == "organisation" and n.name.split()[0] in load_club_words() and " " in n.name for n in names)
    return has_club or any(word.lower().endswith("liga") or SCORE.fullmatch(word) for word in view.words)


def _is_town(name: Name) -> bool:
    is_free = name.kind == "place" and name.form == "name" and name.club and not name.inside
    return is_free and name.name not in known_countries() and bool(find_towns(name.name))


def _plays(view: View, name: Name) -> bool:
    """Whether the words around a town are those around a team."""
    before, after = view.word(name.first - 1), view.word(name.last)
    if before == "gegen" or before in load_words("team"):
        return True
    if before == "auf":
        return not load_words("meets").isdisjoint(view.words[slice(*view.bounds(name.first))])
    verbs = load_words("sport verb") | load_words("meets")
    return before in verbs or (after in verbs and view.finite[name.last])
