"""Whom a text has mentioned so far: the names and nouns for persons and bodies in text order, indexed once per Doc."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from newsents.quotes.candidates import TokenRange
from newsents.quotes.person_nouns import PersonNoun, find_noun
from newsents.records import Organisation, Person, Place
from newsents.syntax.tree import Syntax

Entity = Person | Place | Organisation
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
INSIDE_A_NAME = frozenset(("flat", "flat:name", "appos", "compound"))
GENITIVE_ARTICLES = frozenset(("der", "des", "eines", "einer"))
ADDRESSES = {"Herr": "m", "Herrn": "m", "Frau": "f"}


@dataclass(frozen=True, slots=True)
class Referent:
    """One mention of somebody who could speak: "die Ministerin", "Karl Huber", "der SPD".

    `entity` is set for names only; `sex` is m, f or "" where unknown, `gender` and `number` are grammatical;
    an attribute stands in the genitive behind another noun ("die Führung der SPD").
    """

    start: int
    end: int
    head: int
    entity: Entity | None
    noun: PersonNoun | None
    sex: str
    gender: str
    number: str
    is_subject: bool
    is_attribute: bool = False

    @property
    def is_person(self) -> bool:
        return (
            self.entity.kind == "person" if self.entity is not None else bool(self.noun and self.noun.kind == "person")
        )

    def __repr__(self) -> str:
        return f"<{self.start}:{self.end} {self.entity or (self.noun and self.noun.noun)}>"


@dataclass
class Discourse:
    """A Doc's referents with what is needed to ask for those before a token; everything is computed once."""

    doc: Doc
    syntax: Syntax
    entities: tuple[Entity, ...]
    tags: list[str] = field(init=False)
    words: list[str] = field(init=False)
    sentence_of: list[int] = field(init=False)
    sentence_starts: list[int] = field(init=False)
    paragraph_of: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.tags = [t.tag_ for t in self.doc]
        self.words = [t.text for t in self.doc]
        self.sentence_of, self.paragraph_of, self.sentence_starts = [], [], []
        paragraph, broken = 0, False
        for token in self.doc:
            if token.i == 0 or token.is_sent_start:
                self.sentence_starts.append(token.i)
                paragraph += broken
                broken = False
            self.sentence_of.append(len(self.sentence_starts) - 1)
            self.paragraph_of.append(paragraph)
            broken = broken or (token.is_space and "\n" in token.text)

    def sentence(self, number: int) -> TokenRange:
        """The tokens of a sentence, by its number."""
        after = number + 1
        return self.sentence_starts[number], self.sentence_starts[after] if after < len(self.sentence_starts) else len(
            self.words
        )

    def feature(self, token: int, name: str) -> str:
        """A morphological feature, "" where it is unknown or ambiguous: "Number" of "Beamte" -> "Plur"."""
        values = self.doc[token].morph.get(name, [])
        return str(values[0]) if len(values) == 1 else ""

    def noun(self, token: int, *, productive: bool = False) -> PersonNoun | None:
        """What a capitalised word says of a speaker: "41-Jährige" is a person."""
        word = self.words[token]
        return (
            find_noun(word, productive=productive)
            if word.rsplit("-", 1)[-1][:1].isupper() or word[:1].isupper()
            else None
        )

    def text(self, tokens: TokenRange) -> str:
        return self.doc[slice(*tokens)].text

    @cached_property
    def names(self) -> list[tuple[int, int, Entity, str]]:
        """All mentions as (first token, token after the last, entity, form), in text order, longest first."""
        starts = [t.idx for t in self.doc]
        found = []
        for entity in self.entities:
            for mention in entity.mentions:
                first = max(bisect_left(starts, mention.start + 1) - 1, 0)
                found.append((first, bisect_left(starts, mention.end), entity, mention.form))
        return sorted(found, key=lambda name: (name[0], -name[1]))

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name[0] for name in self.names]

    def names_in(self, tokens: TokenRange) -> list[tuple[int, int, Entity, str]]:
        """The outermost mentions inside a token range."""
        found: list[tuple[int, int, Entity, str]] = []
        for name in self.names[bisect_left(self._name_starts, tokens[0]) : bisect_left(self._name_starts, tokens[1])]:
            if name[1] <= tokens[1] and not (found and name[1] <= found[-1][1]):
                found.append(name)
        return found

    @cached_property
    def referents(self) -> list[Referent]:
        """Names, and nouns for persons and bodies that stand for themselves ("die Ministerin"), in text order."""
        taken = [False] * len(self.words)
        found: list[Referent] = []
        for start, end, entity, form in self.names:
            if form == "name" and not taken[start]:
                found.append(_name_referent(self, start, end, entity))
                taken[start:end] = [True] * (end - start)
        for _, start, end in self.roles:
            taken[start:end] = [True] * (end - start)
        found += [
            r for i in range(len(self.words)) if not taken[i] and (r := _noun_referent(self, i, taken)) is not None
        ]
        return sorted(found, key=lambda r: r.start)

    @cached_property
    def _referent_starts(self) -> list[int]:
        return [r.start for r in self.referents]

    def referents_before(self, token: int) -> Iterator[Referent]:
        """Those that start before a token, nearest first."""
        for position in range(bisect_left(self._referent_starts, token) - 1, -1, -1):
            yield self.referents[position]

    def referents_in(self, tokens: TokenRange) -> Sequence[Referent]:
        return self.referents[
            bisect_left(self._referent_starts, tokens[0]) : bisect_left(self._referent_starts, tokens[1])
        ]

    @cached_property
    def demonyms(self) -> dict[int, Entity]:
        """Nouns made from a place's or club's name, by token: "der Däne", "die Bochumer"."""
        return {
            start: entity
            for start, _, entity, form in self.names
            if form == "derived" and self.tags[start] in ("NN", "NE")
        }

    @cached_property
    def role_holders(self) -> dict[int, Entity]:
        """Whose role a noun heads, by token: "Gouverneur" in "der Gouverneur von Luhansk, Serhii Haidai"."""
        found: dict[int, Entity] = {}
        for person, start, end in self.roles:
            head = next((i for i in range(start, end) if self.tags[i] in ("NN", "NE")), start)
            found[head] = person
        return found

    @cached_property
    def roles(self) -> list[tuple[Person, int, int]]:
        """Every role with its person, first token and the token after its last."""
        starts = [t.idx for t in self.doc]
        return [
            (entity, max(bisect_left(starts, role.start + 1) - 1, 0), bisect_left(starts, role.end))
            for entity in self.entities
            if isinstance(entity, Person)
            for role in entity.roles
        ]

    @cached_property
    def descriptions(self) -> dict[str, list[str]]:
        """Nouns in organisations' names and right before them, by entity id: "der Zulieferer Kötter AG" -> Zulieferer."""
        found: dict[str, list[str]] = {}
        for start, end, entity, form in self.names:
            if entity.kind == "organisation" and form == "name":
                first = start - 1 if start and self.tags[start - 1] == "NN" else start
                words = found.setdefault(entity.id, [])
                words += [self.words[i] for i in range(first, end) if self.tags[i] in ("NN", "NE")]
        return found

    @cached_property
    def _aliases(self) -> dict[str, Entity]:
        """Entities by the wordings of their names, persons by their last name too; the first of several."""
        found: dict[str, Entity] = {}
        for entity in self.entities:
            names = [entity.name, *(m.text for m in entity.mentions if m.form == "name")]
            for name in (*names, *(names[0].split()[-1:] if isinstance(entity, Person) else ())):
                found.setdefault(name, entity)
        return found

    def find_alias(self, name: str) -> Entity | None:
        """Whose name that is, with or without a genitive -s: "Moskaus" -> Moskau."""
        return self._aliases.get(name) or self._aliases.get(name.removesuffix("s").removesuffix("’"))

    @cached_property
    def sexes(self) -> dict[str, str]:
        """What is known of each person's sex, by entity id: "m", "f" or ""."""
        sexes = {e.id: sex_of_roles(e) for e in self.entities if isinstance(e, Person)}
        for start, _, entity, _ in self.names:
            if start and sexes.get(entity.id) == "":
                sexes[entity.id] = ADDRESSES.get(self.words[start - 1], "")
        return sexes

    @cached_property
    def genders(self) -> dict[str, str]:
        """The grammatical gender of organisations and places, by entity id, as their articles show it: "die SPD" -> Fem."""
        votes: dict[str, Counter[str]] = {}
        for start, end, entity, form in self.names:
            if form == "name" and entity.kind != "person":
                votes.setdefault(entity.id, Counter()).update(self._genders_of(start, end))
        unknown = {e.id: "Neut" if e.kind == "place" else "" for e in self.entities}
        return unknown | {i: found.most_common(1)[0][0] for i, found in votes.items() if found}

    def _genders_of(self, start: int, end: int) -> Iterator[str]:
        """Of the article before a name and the nouns in it."""
        article = [start - 1] if start and self.tags[start - 1] in ("ART", "APPRART") else []
        for token in (*article, *(t for t in range(start, end) if self.tags[t] == "NN")):
            if self.feature(token, "Gender"):
                yield self.feature(token, "Gender")


def sex_of_roles(person: Person) -> str:
    """From the record, else from the nouns of its roles: "Ministerin"."""
    if person.gender:
        return "f" if person.gender == "female" else "m"
    nouns = [noun for role in person.roles for noun in map(find_noun, role.text.split()) if noun is not None]
    return next((noun.sex for noun in nouns if noun.kind == "person" and noun.sex), "")


def _is_subject(discourse: Discourse, token: int) -> bool:
    """Whether a noun or a name's head is the subject of its clause."""
    syntax, climbed = discourse.syntax, token
    for _ in range(4):
        if syntax.deps[climbed] not in INSIDE_A_NAME:
            break
        climbed = syntax.heads[climbed]
    return syntax.deps[climbed] in SUBJECTS


def find_head(discourse: Discourse, tokens: TokenRange) -> int:
    """The token of a range whose head lies outside it, the first noun of several."""
    start, end = tokens
    tops = [
        i for i in range(start, end) if not start <= discourse.syntax.heads[i] < end or discourse.syntax.heads[i] == i
    ]
    nouns = [i for i in tops if discourse.tags[i] in ("NN", "NE")]
    return (nouns or tops or [start])[0]


def _is_attribute(discourse: Discourse, start: int) -> bool:
    """Whether a noun or name that begins at a token, article included, is the genitive of the noun before it."""
    if start < 1:
        return False
    tags, words = discourse.tags, discourse.words
    if tags[start - 1] in ("ART", "PPOSAT", "PDAT"):
        start -= 1
    genitive = words[start].lower() in GENITIVE_ARTICLES or tags[start] in ("PPOSAT", "PDAT")
    return start > 0 and tags[start - 1] in ("NN", "NE") and genitive


def _name_referent(discourse: Discourse, start: int, end: int, entity: Entity) -> Referent:
    head = find_head(discourse, (start, end))
    person = isinstance(entity, Person)
    return Referent(
        start, end, head, entity, None,
        sex=discourse.sexes[entity.id] if person else "",
        gender="" if person else discourse.genders[entity.id],
        number="Plur" if discourse.feature(head, "Number") == "Plur" and not person else "Sing",
        is_subject=_is_subject(discourse, head),
        is_attribute=_is_attribute(discourse, start),
    )  # fmt: skip


def article_of(discourse: Discourse, noun: int) -> int | None:
    """The article, demonstrative or possessive of a noun, over its adjectives: "die frühere Ministerin" -> "die"."""
    i = noun - 1
    while i >= 0 and discourse.tags[i] in ("ADJA", "ADV", "CARD", "NE", "ADJD"):
        i -= 1
    return i if i >= 0 and discourse.tags[i] in ("ART", "PDAT", "PPOSAT", "PIAT", "APPRART") else None


def noun_sex(discourse: Discourse, token: int, noun: PersonNoun | None) -> str:
    """From the noun, else from its article and ending: "der Abgeordnete" -> m, "die 41-Jährige" -> f."""
    if noun is not None and noun.sex:
        return noun.sex
    gender = discourse.feature(token, "Gender")
    article = article_of(discourse, token)
    word = discourse.words[article].lower() if article is not None else ""
    if word in ("die", "eine") or word.endswith("diese"):
        return "f"
    if word in ("der", "ein", "dem", "den") and gender != "Fem":
        return "m"
    return {"Fem": "f", "Masc": "m"}.get(gender, "")


def _noun_referent(discourse: Discourse, token: int, taken: list[bool]) -> Referent | None:
    """A noun for a person or body that is not part of a name's phrase: "der Gewerkschafter", "der Däne"."""
    if discourse.tags[token] not in ("NN", "NE", "ADJA"):
        return None
    noun = discourse.noun(token)
    if noun is None and token not in discourse.demonyms:
        return None
    if noun is not None and noun.kind == "statement":
        return None
    if token + 1 < len(taken) and taken[token + 1] and discourse.tags[token + 1] == "NE":
        return None
    article = article_of(discourse, token)
    return Referent(
        token if article is None else article, token + 1, token, None,
        noun or PersonNoun(discourse.words[token], "person", "f" if discourse.words[token].endswith("in") else "", "trait", ""),
        sex=noun_sex(discourse, token, noun),
        gender=discourse.feature(token, "Gender"),
        number=discourse.feature(token, "Number") or "Sing",
        is_subject=_is_subject(discourse, token),
        is_attribute=_is_attribute(discourse, token if article is None else article),
    )  # fmt: skip
