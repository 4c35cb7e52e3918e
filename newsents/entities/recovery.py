"""Finds names that the analysis missed: known elsewhere in the text, in compounds, by their shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from newsents.entities.derivation import find_part, find_sources
from newsents.entities.finding import OPENING, compound_body, is_false_name, is_part, make_name
from newsents.entities.names import Name
from newsents.entities.person_nouns import find_person_noun
from newsents.entities.tokens import LOCAL, Tokens
from newsents.entities.variants import strip_legal_form
from newsents.lexicons import load_table
from newsents.records import EntityKind

ROADS = frozenset("ABEL")


class Cover:
    """Which tokens a name covers already; new names are added where none stands."""

    def __init__(self, tokens: Tokens, names: list[Name]) -> None:
        self.tokens = tokens
        self.names = list(names)
        self.taken = [False] * len(tokens)
        for name in names:
            self.taken[name.first : name.last] = [True] * (name.last - name.first)

    def is_free(self, first: int, last: int) -> bool:
        return not any(self.taken[first:last])

    def add(self, name: Name) -> None:
        self.names.append(name)
        self.taken[name.first : name.last] = [True] * (name.last - name.first)


@cache
def known_organisations() -> dict[str, str]:
    """Short names that stand for one body in all news texts, with their type: {"SPD": "party"}."""
    return {row["name"]: row["type"] for row in load_table("known_organisations.tsv")}


@cache
def known_places() -> frozenset[str]:
    """Countries, states and their short names: "Frankreich", "USA", "NRW"; not "Zug" and the like."""
    rows = (*load_table("countries.tsv"), *(r for r in load_table("regions.tsv") if not r["word"]))
    return frozenset(n for row in rows for n in (row["name"], *row["aliases"].split(",")) if n)


def known_kind(word: str) -> EntityKind | None:
    """What a word is in any text: "CDU" an organisation, "US" and "Ukraine" places."""
    if word in known_organisations():
        return "organisation"
    if word == "US" or word in known_places():
        return "place"
    return None


def recover_names(tokens: Tokens, names: list[Name]) -> list[Name]:
    """All names, with those that the analysis missed, in order."""
    cover = Cover(tokens, names)
    _repeat_names(tokens, cover)
    for i, word in enumerate(tokens.words):
        if not cover.taken[i] and word[0].isalnum():
            found = _find_by_shape(tokens, i)
            if found is not None and cover.is_free(found.first, found.last):
                cover.add(found)
    _repeat_names(tokens, cover)
    _find_press_titles(tokens, cover)
    _find_bracketed_acronyms(tokens, cover)
    return sorted(cover.names, key=lambda n: (n.start, -n.end))


def _find_by_shape(tokens: Tokens, i: int) -> Name | None:
    word = tokens.words[i]
    if word in ROADS and tokens.word(i + 1).rstrip(".").isdigit() and tokens.tag(i - 1) not in ("CARD", "KON"):
        return make_name(tokens, i, i + 2, "place") if len(tokens.word(i + 1).rstrip(".")) < 4 else None
    if word in known_organisations() and tokens.is_noun(i) and not word.istitle():
        return make_name(tokens, i, i + 1, "organisation")
    if word.startswith("Bundes") and _is_federal(word):
        return make_name(tokens, i, i + 1, "organisation")
    if word in ("Westen", "Westens") and _means_the_west(tokens, i):
        return make_name(tokens, i, i + 1, "place")
    if tokens.tags[i] == "ADJA" and find_sources(word):
        return make_name(tokens, i, i + 1, "place", "derived")
    if is_known_place(word) and tokens.is_noun(i) and not is_false_name(tokens, i, i + 1, "place", "name"):
        return make_name(tokens, i, i + 1, "place")
    if tokens.tags[i] == "NN" and word[0].isupper() and _is_inhabitant(word):
        return make_name(tokens, i, i + 1, "place", "derived")
    return None


def is_known_place(word: str) -> bool:
    return word in known_places()


def _is_inhabitant(word: str) -> bool:
    """ "Zyprer", "Dänen", "Walliser": people of a country or state; those of towns look too much like other nouns."""
    sources = find_sources(word)
    return len(sources) == 1 and sources[0] in known_places()


def _is_federal(word: str) -> bool:
    """ "Bundesumweltministerium", "Bundestag", but not "Bundesparteitag"."""
    rest = word.removeprefix("Bundes").removesuffix("s").removesuffix("e")
    rows = load_table("federal_bodies.tsv")
    return any(rest == row["ending"] or (not row["whole"] and rest.endswith(row["ending"])) for row in rows)


def _means_the_west(tokens: Tokens, i: int) -> bool:
    """ "Der Westen ist beunruhigt", "zwischen Russland und dem Westen"; not "im Westen der Stadt"."""
    is_definite = tokens.word(i - 1).lower() in ("der", "den", "dem", "des")
    return is_definite and tokens.word(i + 1).lower() not in ("der", "des", "von", "deutschlands", "und")


def find_inner_name(word: str, known: Mapping[str, EntityKind]) -> tuple[str, EntityKind] | None:
    """The name inside a compound: "CDU-Chef" → "CDU", "Ukrainekrieg" → "Ukraine"; first of the article's own (`known`)."""
    written, named = find_part(word)
    parts = word.split("-")
    fronts = ("-".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
    for front in (*fronts, written):
        for name in (front, front.removesuffix("s"), front.removesuffix("n")):
            if name in known:
                return name, known[name]
    if named is None:
        return (written, "organisation") if written in ("Grünen", "Linken") else None
    return named, known_kind(named) or ("organisation" if named in _compound_bodies() else "place")


@cache
def _compound_bodies() -> frozenset[str]:
    return frozenset(row["name"] for row in load_table("compound_names.tsv"))


def _repeat_names(tokens: Tokens, cover: Cover) -> None:
    """Finds again, anywhere in the text, what is a name somewhere in it: "Vollmer", once "Henrike Vollmer" is known."""
    by_first: dict[str, list[tuple[tuple[str, ...], EntityKind]]] = {}
    known: dict[str, EntityKind] = {}
    for name in cover.names:
        if name.form != "name":
            continue
        words = tuple(tokens.words[name.first : name.last])
        for variant in _variants(words, name.kind):
            by_first.setdefault(variant[0], []).append((variant, name.kind))
            known.setdefault(" ".join(variant), name.kind)
    for i, word in enumerate(tokens.words):
        if cover.taken[i] or not word[0].isalnum():
            continue
        found = _match_at(tokens, i, by_first) or _match_compound(tokens, i, known)
        if found is not None and cover.is_free(found.first, found.last):
            cover.add(found)


def _variants(words: tuple[str, ...], kind: EntityKind) -> Iterator[tuple[str, ...]]:
    yield words
    if kind == "person" and len(words) > 1:
        yield words[-1:]
        yield words[:1]
    if kind == "organisation" and (bare := strip_legal_form(words)) != words:
        yield bare
        yield bare[:1]
    for form in (words, words[-1:] if kind == "person" else ()):
        if form and len(form[-1]) > 3 and form[-1].endswith("s"):
            yield (*form[:-1], form[-1][:-1])


def _match_at(tokens: Tokens, i: int, by_first: dict[str, list[tuple[tuple[str, ...], EntityKind]]]) -> Name | None:
    word = tokens.words[i]
    found: Name | None = None
    for first in (word, word[:-1] if word.endswith("s") else ""):
        for words, kind in by_first.get(first, ()):
            last = i + len(words)
            here = tokens.words[i:last]
            if (
                len(here) != len(words)
                or here[:-1] != list(words[:-1])
                or here[-1].removesuffix("s")
                not in (
                    words[-1],
                    words[-1].removesuffix("s"),
                )
            ):
                continue
            is_proper = len(words) > 1 or _is_proper(tokens, i, kind)
            if is_proper and (found is None or last > found.last):
                found = make_name(tokens, i, last, kind)
    return found


def _is_proper(tokens: Tokens, i: int, kind: EntityKind) -> bool:
    """Whether a word that is a name elsewhere is one here; "Koch" and "Richter" behind an article are none."""
    if tokens.tags[i] == "NE" or not tokens.is_noun(i) or kind != "person":
        return tokens.is_noun(i)
    is_bare = tokens.tag(i - 1) not in ("ART", "ADJA", "PPOSAT", "PDAT", "PIAT", "CARD") and tokens.tag(i + 1) != "NE"
    return (is_bare or tokens.word(i - 1).lower() in LOCAL) and find_person_noun(tokens.words[i]) is None


def _match_compound(tokens: Tokens, i: int, known: Mapping[str, EntityKind]) -> Name | None:
    """"CDU-Chef", "EU-weite", "Bundestagswahl"; "Fußball-Bundesliga" as a name."""
    word = tokens.words[i]
    if "-" not in word[1:-1]:
        inner = find_inner_name(word, {}) if tokens.tags[i] == "NN" and word[0].isupper() else None
        is_safe = inner is not None and (inner[1] == "organisation" or inner[0] in known_places() - {"Europa"})
        return make_name(tokens, i, i + 1, inner[1], "part") if inner is not None and is_safe else None
    body = compound_body(word)
    inner = find_inner_name(word, known)
    if body and (inner is not None or known_kind(word.rpartition("-")[2])):
        return make_name(tokens, i, i + 1, body)
    is_compound = inner is not None and (is_part(tokens, i) or tokens.tags[i] in ("ADJA", "ADJD"))
    return make_name(tokens, i, i + 1, inner[1], "part") if inner is not None and is_compound else None


def _find_press_titles(tokens: Tokens, cover: Cover) -> None:
    """ "der „Zeit“", "dem «Bund»": what may be a word elsewhere is a paper in quotation marks behind an article."""
    titles = {tuple(row["title"].split()) for row in load_table("press_titles.tsv")}
    for i, word in enumerate(tokens.words):
        if word not in OPENING or not (tokens.is_article(i - 1) or tokens.tag(i - 1) == "APPRART"):
            continue
        end = next((k for k in range(i + 1, min(i + 6, len(tokens))) if tokens.words[k] in OPENING), i)
        words = tuple(tokens.words[i + 1 : end])
        if words in titles or (words and words[:-1] == () and words[0].removesuffix("s") in {t[0] for t in titles}):
            if cover.is_free(i + 1, end):
                cover.add(make_name(tokens, i + 1, end, "organisation"))


def _find_bracketed_acronyms(tokens: Tokens, cover: Cover) -> None:
    """ "Leibniz-Institut für Ostseeforschung (IOW)": what stands in brackets behind a body, all in capitals."""
    for name in list(cover.names):
        i = name.last + 1
        if name.kind == "organisation" and tokens.word(i - 1) == "(" and tokens.word(i + 1) == ")":
            word = tokens.words[i]
            if cover.is_free(i, i + 1) and sum(c.isupper() for c in word) >= 2:
                cover.add(make_name(tokens, i, i + 1, "organisation"))
