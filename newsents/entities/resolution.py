"""Which names mean the same thing: a list of named decisions, each with an example; where evidence lacks, two stay two.

A decision looks at the different names of an article, not at their mentions, through dict indexes, so that the work is
linear in both. The order of the text plays no part in it, except for the ids and among equally full names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsents.article import fold
from newsents.entities.names import Name
from newsents.lexicons import load_table
from newsents.records import EntityKind
from newsents.words.bodies import load_club_words, strip_legal_form
from newsents.words.closed_classes import load_words
from newsents.words.known_names import known_countries, known_places
from newsents.words.spelling import initials, is_acronym, short_company_names, transliteration_key

Key = tuple[EntityKind, str]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Cluster:
    """One thing: its kind, its fullest name, and all names that mean it, in text order."""

    kind: EntityKind
    name: str
    names: tuple[Name, ...]


class Groups:
    """The different names of an article, and which of them have been found to mean the same (union-find)."""

    def __init__(self, names: Sequence[Name], aliases: Mapping[str, str]) -> None:
        self.aliases = {fold(short): fold(long) for short, long in aliases.items()}
        self.names: list[str] = []
        self.kinds: list[EntityKind] = []
        self.index: dict[Key, int] = {}
        self.members: list[list[int]] = []
        self.long_forms: list[Pair] = []
        for number, name in enumerate(names):
            self.members[self._find_or_add(name.kind, name.name)].append(number)
        self.known_ids: list[tuple[str, int]] = [
            (name.known_id, self.index[name.kind, fold(name.name)]) for name in names if name.known_id
        ]
        for name in names:
            if name.long_form and (name.kind, fold(name.long_form)) in self.index:
                pair = (self.index[name.kind, fold(name.name)], self.index[name.kind, fold(name.long_form)])
                self.long_forms.append(pair)
        self._parents = list(range(len(self.names)))
        self.words = [tuple(name.split()) for name in self.names]

    def _find_or_add(self, kind: EntityKind, name: str) -> int:
        key = (kind, fold(name))
        if key not in self.index:
            self.index[key] = len(self.names)
            self.names.append(name)
            self.kinds.append(kind)
            self.members.append([])
        return self.index[key]

    def of_kind(self, kind: EntityKind) -> list[int]:
        return [i for i, k in enumerate(self.kinds) if k == kind]

    def root(self, i: int) -> int:
        while self._parents[i] != i:
            self._parents[i] = self._parents[self._parents[i]]
            i = self._parents[i]
        return i

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self.root(a), self.root(b)))
        self._parents[b] = a

    def only(self, candidates: Iterable[int]) -> int | None:
        """The one thing that all candidates mean; None if there is none, or more than one."""
        roots = {self.root(c) for c in candidates}
        return roots.pop() if len(roots) == 1 else None


def introduced_short_forms(groups: Groups) -> Iterator[Pair]:
    """ "Europäischer Gerichtshof (EuGH)" … "der EuGH"."""
    yield from groups.long_forms


def known_ids(groups: Groups) -> Iterator[Pair]:
    """Names that a user's gazetteer gives the same id."""
    by_id: dict[tuple[EntityKind, str], int] = {}
    for known_id, i in groups.known_ids:
        yield by_id.setdefault((groups.kinds[i], known_id), i), i


def known_aliases(groups: Groups) -> Iterator[Pair]:
    """ "USA" and "Vereinigte Staaten", "UN" and "Vereinte Nationen": listed, or given by the user."""
    by_meaning: dict[Key, int] = {}
    for i, name in enumerate(groups.names):
        meaning = fold(name)
        meaning = groups.aliases.get(meaning) or _aliases(groups.kinds[i]).get(meaning, meaning)
        first = by_meaning.setdefault((groups.kinds[i], meaning), i)
        yield first, i


@cache
def _aliases(kind: EntityKind) -> Mapping[str, str]:
    if kind == "organisation":
        rows = load_table("known_organisations.tsv")
        return {fold(long): fold(row["name"]) for row in rows for long in row["long_forms"].split("|") if long}
    if kind == "place":
        rows = (*load_table("countries.tsv"), *load_table("regions.tsv"))
        return {fold(alias): fold(row["name"]) for row in rows for alias in row["aliases"].split(",") if alias}
    return {}


def acronyms(groups: Groups) -> Iterator[Pair]:
    """ "dpa" and "Deutsche Presse-Agentur": the initials of exactly one longer name."""
    by_initials: dict[str, list[int]] = {}
    for i in groups.of_kind("organisation"):
        if not is_acronym(groups.names[i]):
            by_initials.setdefault(initials(groups.names[i]), []).append(i)
    for i in groups.of_kind("organisation"):
        long = groups.only(by_initials.get(groups.names[i].casefold(), ())) if is_acronym(groups.names[i]) else None
        if long is not None:
            yield i, long


def legal_forms(groups: Groups) -> Iterator[Pair]:
    """ "Rieger SE" and "Rieger": the same but for the legal form."""
    by_bare: dict[str, int] = {}
    for i in groups.of_kind("organisation"):
        bare = fold(" ".join(strip_legal_form(groups.words[i])))
        yield by_bare.setdefault(bare, i), i


def shorter_names(groups: Groups) -> Iterator[Pair]:
    """ "Rieger" and "Rieger Dosiertechnik SE", "Borussia" and "Borussia Dortmund"; not "Nabu" and "Nabu Sachsen"."""
    by_start: dict[tuple[str, ...], list[int]] = {}
    bare = {i: strip_legal_form(groups.words[i]) for i in groups.of_kind("organisation")}
    for i, words in bare.items():
        for length in range(1, len(words)):
            if not _is_branch(words, length):
                by_start.setdefault(words[:length], []).append(i)
        if len(words) == 2 and words[1] in short_company_names(groups.names[i]):
            by_start.setdefault(words[1:], []).append(i)
    for i, words in bare.items():
        long = groups.only(by_start.get(words, ()))
        if long is not None:
            yield i, long


def _is_branch(words: tuple[str, ...], length: int) -> bool:
    """Whether what follows the shorter name is a place, and the longer name so another body: "DGB Bayern"."""
    return words[length] in known_places() and words[0] not in load_club_words()


def full_names(groups: Groups) -> Iterator[Pair]:
    """ "Johann Sebastian Bach" and "Johann Bach": the same first and last word, the others left out."""
    by_ends: dict[tuple[str, str], list[int]] = {}
    for i in groups.of_kind("person"):
        words = groups.words[i]
        if len(words) > 1:
            by_ends.setdefault((words[0].casefold(), words[-1].casefold()), []).append(i)
    for same in by_ends.values():
        longest = max(same, key=lambda i: len(groups.words[i]))
        middle = set(groups.words[longest])
        yield from ((i, longest) for i in same if set(groups.words[i]) <= middle)


def transliterations(groups: Groups) -> Iterator[Pair]:
    """ "Sergej Lawrow" and "Sergei Lavrov" or "Lavrov": equal but for the spelling of Cyrillic letters."""
    by_key: dict[str, list[int]] = {}
    for i in groups.of_kind("person"):
        by_key.setdefault(transliteration_key(groups.words[i][-1]), []).append(i)
    for same in by_key.values():
        by_first: dict[str, int] = {}
        for i in same:
            if len(groups.words[i]) > 1:
                yield by_first.setdefault(transliteration_key(groups.words[i][0]), i), i
        if len(by_first) == 1:
            yield from ((next(iter(by_first.values())), i) for i in same if len(groups.words[i]) == 1)


def surnames(groups: Groups) -> Iterator[Pair]:
    """ "Putin" and "Wladimir Putin", "von der Leyen" and "Ursula von der Leyen": the end of one person's name."""
    by_end: dict[tuple[str, ...], list[int]] = {}
    for i in groups.of_kind("person"):
        words = tuple(w.casefold() for w in groups.words[i])
        for length in range(1, len(words)):
            by_end.setdefault(words[-length:], []).append(i)
    for i in groups.of_kind("person"):
        full = groups.only(by_end.get(tuple(w.casefold() for w in groups.words[i]), ()))
        if full is not None:
            yield i, full


def first_words(groups: Groups) -> Iterator[Pair]:
    """ "Wang" and "Wang Yi" (Chinese order), "Emre" and "Emre Aydın": the first word of one person's name."""
    by_first: dict[str, list[int]] = {}
    for i in groups.of_kind("person"):
        if len(groups.words[i]) > 1:
            by_first.setdefault(groups.words[i][0], []).append(i)
    known = {groups.root(i) for same in by_first.values() for i in same}
    for i in groups.of_kind("person"):
        full = groups.only(by_first.get(groups.names[i], ())) if groups.root(i) not in known else None
        if full is not None:
            yield i, full


def place_additions(groups: Groups) -> Iterator[Pair]:
    """ "Frankfurt" and "Frankfurt am Main"; but not "Berlin" and "Berlin Mitte"."""
    by_first: dict[str, list[int]] = {}
    for i in groups.of_kind("place"):
        words = groups.words[i]
        if (len(words) > 2 and words[1] in load_words("place addition")) or (len(words) == 2 and words[1][0] == "("):
            by_first.setdefault(words[0], []).append(i)
    for i in groups.of_kind("place"):
        full = groups.only(by_first.get(groups.names[i], ()))
        if full is not None:
            yield i, full


DECISIONS: tuple[Callable[[Groups], Iterator[Pair]], ...] = (
    known_ids,
    introduced_short_forms,
    known_aliases,
    legal_forms,
    shorter_names,
    acronyms,
    full_names,
    transliterations,
    surnames,
    first_words,
    place_additions,
)


def resolve_names(names: Sequence[Name], aliases: Mapping[str, str] | None = None) -> tuple[Cluster, ...]:
    """Clusters of the names that mean one thing, in the order of their first mention; each name is in exactly one."""
    groups = Groups(names, aliases or {})
    for decision in DECISIONS:
        for a, b in list(decision(groups)):
            groups.join(a, b)
    parts: dict[int, list[int]] = {}
    for i in range(len(groups.names)):
        parts.setdefault(groups.root(i), []).append(i)
    clusters = (_make_cluster(groups, part, names) for part in parts.values())
    return tuple(sorted(clusters, key=lambda c: (c.names[0].start, -c.names[0].end, c.kind)))


def _make_cluster(groups: Groups, part: list[int], names: Sequence[Name]) -> Cluster:
    members = sorted(number for i in part for number in groups.members[i])
    fullest = max(part, key=lambda i: (len(groups.words[i]), len(groups.names[i]), -groups.members[i][0]))
    name = groups.names[fullest]
    if name.endswith("epublik"):  # "die Islamische Republik", beside "Iran"
        name = next((groups.names[i] for i in part if groups.names[i] in known_countries()), name)
    return Cluster(groups.kinds[part[0]], name, tuple(names[number] for number in members))
