"""Whom a text has mentioned so far: the names and nouns for persons and bodies in text order, indexed once per Doc."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsents.quotes.speakers.discourse import Discourse, Entity
from newsents.reading.ranges import TokenRange
from newsents.records import Person
from newsents.words.gender import Gender
from newsents.words.persons import PersonNoun
from newsents.words.tags import DETERMINERS, NAMES_AND_NOUNS

SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
INSIDE_A_NAME = frozenset(("flat", "flat:name", "appos", "compound"))
DATELINE_ENDS = frozenset((".", "–", "-", "—", "/", "("))
PERSONAL = frozenset(("er", "sie"))
PAIR = PersonNoun("", "person", "", "trait", "")
IN_A_ROLE = frozenset(("NN", "NE", "ADJA", "ART", "PPOSAT", "TRUNC"))
LONGEST_ROLE = 7
GENITIVE_ARTICLES = frozenset(("der", "des", "eines", "einer"))


@dataclass(frozen=True, slots=True)
class Referent:
    """One mention of somebody who could speak: "die Ministerin", "Karl Huber", "der SPD".

    `entity` is set for names only; `gender` is that of a person, `grammatical` that of the noun, "" where unknown;
    an attribute stands in the genitive behind another noun ("die Führung der SPD").
    """

    start: int
    end: int
    head: int
    entity: Entity | None
    noun: PersonNoun | None
    gender: Gender
    grammatical: Gender
    number: str
    is_subject: bool
    is_attribute: bool = False
    pair: tuple[Entity, Entity] | None = None

    @property
    def is_person(self) -> bool:
        return (
            self.entity.kind == "person" if self.entity is not None else bool(self.noun and self.noun.kind == "person")
        )

    @property
    def is_pronoun(self) -> bool:
        return self.entity is None and self.noun is None

    def __repr__(self) -> str:
        return f"<{self.start}:{self.end} {self.entity or (self.noun and self.noun.noun)}>"


class Referents:
    """All referents of a Doc, in text order."""

    def __init__(self, discourse: Discourse) -> None:
        self.found = find_referents(discourse)
        self._starts = [r.start for r in self.found]

    def within(self, tokens: TokenRange) -> Sequence[Referent]:
        """Those that start inside a token range."""
        return self.found[bisect_left(self._starts, tokens[0]) : bisect_left(self._starts, tokens[1])]


def find_referents(discourse: Discourse) -> list[Referent]:
    """Names, and nouns for persons and bodies that stand for themselves ("die Ministerin"), in text order."""
    view = discourse.view
    taken = [False] * len(view.words)
    found: list[Referent] = []
    for start, end, entity, form in discourse.names:
        if (
            form == "name"
            and not taken[start]
            and not (entity.kind == "place" and _opens_report(discourse, start, end))
        ):
            found.append(_name_referent(discourse, start, end, entity))
            taken[start:end] = [True] * (end - start)
    for _, start, end in discourse.roles:
        taken[start:end] = [True] * (end - start)
    nouns = (i for i, tag in enumerate(view.tags) if tag in ("NN", "NE", "ADJA") and not taken[i])
    found += [r for i in nouns if (r := _noun_referent(discourse, i, taken)) is not None]
    found += [_pronoun_referent(i) for i in range(len(view)) if is_subject_pronoun(discourse, i)]
    found += _find_pairs(discourse, sorted((r for r in found if r.is_person), key=lambda r: r.start))
    return sorted(found, key=lambda r: r.start)


def is_subject_pronoun(discourse: Discourse, token: int) -> bool:
    """Whether "er" or "sie" is a subject."""
    view = discourse.view
    return view.tags[token] == "PPER" and view.lower[token] in PERSONAL and view.tree.deps[token] in SUBJECTS


def _pronoun_referent(token: int) -> Referent:
    return Referent(token, token + 1, token, None, None, gender="", grammatical="", number="", is_subject=True)


def _find_pairs(discourse: Discourse, persons: list[Referent]) -> Iterator[Referent]:
    """Two persons that "und" joins: "Anna Lund und Jens Holm", "Kommissarin Lund und Staatsanwalt Holm"."""
    view = discourse.view
    for first, second in pairwise(persons):
        between = range(first.end, second.start)
        joint = next((i for i in between if view.words[i] in ("und", "sowie")), None)
        if first.entity is None or second.entity is None or first.entity is second.entity or joint is None:
            continue
        if len(between) <= LONGEST_ROLE and all(i == joint or view.tags[i] in IN_A_ROLE for i in between):
            yield replace(first, end=second.end, entity=None, noun=PAIR, gender="", number="Plur",
                          pair=(first.entity, second.entity))  # fmt: skip


def _opens_report(discourse: Discourse, start: int, end: int) -> bool:
    """Whether a place is where a report is dated from: "Chur. Die Regierung …", "Bremen – …"."""
    view = discourse.view
    paragraph = view.paragraph
    opens = start == 0 or paragraph[start - 1] != paragraph[start]
    return opens and end < len(paragraph) and view.words[end] in DATELINE_ENDS


def _is_subject(discourse: Discourse, token: int) -> bool:
    """Whether a noun or a name's head is the subject of its clause."""
    tree, climbed = discourse.view.tree, token
    for _ in range(4):
        if tree.deps[climbed] not in INSIDE_A_NAME:
            break
        climbed = tree.heads[climbed]
    return tree.deps[climbed] in SUBJECTS


def find_head(discourse: Discourse, tokens: TokenRange) -> int:
    """The token of a range whose head lies outside it, the first noun of several."""
    view = discourse.view
    start, end = tokens
    tops = [i for i in range(start, end) if not start <= view.tree.heads[i] < end or view.tree.heads[i] == i]
    nouns = [i for i in tops if view.tags[i] in NAMES_AND_NOUNS]
    return (nouns or tops or [start])[0]


def _is_attribute(discourse: Discourse, start: int) -> bool:
    """Whether a noun or name that begins at a token, article included, is the genitive of the noun before it."""
    view = discourse.view
    if start < 1:
        return False
    tags, words = view.tags, view.words
    if tags[start - 1] in ("ART", "PPOSAT", "PDAT"):
        start -= 1
    genitive = words[start].lower() in GENITIVE_ARTICLES or tags[start] in ("PPOSAT", "PDAT")
    return start > 0 and tags[start - 1] in NAMES_AND_NOUNS and genitive


def _name_referent(discourse: Discourse, start: int, end: int, entity: Entity) -> Referent:
    head = find_head(discourse, (start, end))
    person = isinstance(entity, Person)
    return Referent(
        start, end, head, entity, None,
        gender=discourse.genders[entity.id] if person else "",
        grammatical="" if person else discourse.grammatical[entity.id],
        number="Plur" if discourse.view.feature(head, "Number") == "Plur" and not person else "Sing",
        is_subject=_is_subject(discourse, head),
        is_attribute=_is_attribute(discourse, start),
    )  # fmt: skip


def article_of(discourse: Discourse, noun: int) -> int | None:
    """The article, demonstrative or possessive of a noun, over its adjectives: "die frühere Ministerin" -> "die"."""
    view = discourse.view
    i = noun - 1
    while i >= 0 and view.tags[i] in ("ADJA", "ADV", "CARD", "NE", "ADJD"):
        i -= 1
    return i if i >= 0 and view.tags[i] in DETERMINERS else None


def noun_gender(discourse: Discourse, token: int, noun: PersonNoun | None) -> Gender:
    """From the noun, else from its article and ending: "der Abgeordnete", "die 41-Jährige"; never neuter."""
    view = discourse.view
    if noun is not None and noun.gender:
        return noun.gender
    gender = view.gender(token)
    article = article_of(discourse, token)
    word = view.words[article].lower() if article is not None else ""
    if word in ("die", "eine") or word.endswith("diese"):
        return "female"
    if word in ("der", "ein", "dem", "den") and gender != "female":
        return "male"
    return "" if gender == "neuter" else gender


def _demonym(word: str) -> PersonNoun:
    """What the name of a people says: "Dänin" is a female person."""
    return PersonNoun(word, "person", "female" if word.endswith("in") else "", "trait", "")


def _is_predicate(discourse: Discourse, token: int) -> bool:
    """Whether a noun only says what somebody is: "als Buchhändlerin", "Passig ist Autorin"."""
    view = discourse.view
    before = token - 1
    while before > 0 and view.tags[before] == "ADJA":
        before -= 1
    return (before >= 0 and view.tags[before] == "KOKOM") or bool(view.tree.children(token, "cop"))


def _noun_referent(discourse: Discourse, token: int, taken: list[bool]) -> Referent | None:
    """A noun for a person or body that is not part of a name's phrase: "der Gewerkschafter", "der Däne"."""
    view = discourse.view
    noun = discourse.noun(token)
    if noun is None and token not in discourse.demonyms:
        return None
    if noun is not None and noun.kind == "statement":
        return None
    if _is_predicate(discourse, token):
        return None
    if token + 1 < len(taken) and taken[token + 1] and view.tags[token + 1] == "NE":
        return None
    article = article_of(discourse, token)
    return Referent(
        token if article is None else article, token + 1, token, None,
        noun or _demonym(view.words[token]),
        gender=noun_gender(discourse, token, noun),
        grammatical=view.gender(token),
        number=view.feature(token, "Number") or "Sing",
        is_subject=_is_subject(discourse, token),
        is_attribute=_is_attribute(discourse, token if article is None else article),
    )  # fmt: skip
