"""Ranks those mentioned before a pronoun or noun by how present they are: near, subjects, and who spoke last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from newsents.quotes.candidates import Candidate
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.referents import Referent, Referents
from newsents.reading.ranges import TokenRange
from newsents.records import Organisation, Person
from newsents.words.bodies import topic_of_name
from newsents.words.gender import Gender
from newsents.words.persons import PersonNoun, find_noun

# How far back an antecedent may stand, in sentences, and how many mentions are looked at: keeps the work linear.
SENTENCES_BACK = 5
REFERENTS_BACK = 60
MOST_HOLDERS = 20

NEARER_SENTENCE = 1.0
SAME_PARAGRAPH = 1.0
SUBJECT = 1.5
ATTRIBUTE = -1.0
SPOKE_LAST = 1.5
INSIDE_QUOTATION = -2.0
PERSON = 1.0
AGREES_SURELY = 0.5


@dataclass
class Context:
    """What resolution knows at a point: the discourse, what stands in quotes, and who has spoken where so far."""

    discourse: Discourse
    candidates: list[Candidate]
    referents: Referents = field(init=False)
    quoted: list[bool] = field(init=False)
    spoken: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.referents = Referents(self.discourse)
        self.quoted = [False] * len(self.discourse.view.words)
        for candidate in self.candidates:
            if candidate.kind == "direct":
                for start, end in candidate.spans:
                    self.quoted[start:end] = [True] * (end - start)

    def spoke_last(self, token: int) -> str:
        """The name of the last speaker before a token in its paragraph, or ""."""
        paragraph = self.discourse.view.paragraph
        for position, name in reversed(self.spoken):
            if position < token:
                return name if paragraph[position] == paragraph[token] else ""
        return ""

    def gender_of(self, referent: Referent) -> Gender:
        """What is known of a referent's gender so far."""
        return self.discourse.genders.get(referent.entity.id, "") if referent.entity is not None else referent.gender

    def learn_gender(self, referent: Referent, gender: Gender) -> None:
        """Notes what a pronoun has shown of a person: after "Kim Berg … sie", Berg is female."""
        if isinstance(referent.entity, Person) and not self.discourse.genders[referent.entity.id]:
            self.discourse.genders[referent.entity.id] = gender

    @cached_property
    def _holders(self) -> dict[str, list[Person]]:
        """Persons by the nouns of their roles and those nouns' groups."""
        found: dict[str, dict[str, Person]] = {}
        for person, start, end in self.discourse.roles:
            for token in range(start, end):
                for key in keys_of(self.discourse.noun(token)):
                    found.setdefault(key, {})[person.id] = person
        return {key: list(persons.values()) for key, persons in found.items()}

    @cached_property
    def _bodies(self) -> dict[str, list[Organisation]]:
        """Organisations by the nouns in and before their names, and those nouns' groups and topics."""
        found: dict[str, dict[str, Organisation]] = {}
        for entity in self.discourse.entities:
            if isinstance(entity, Organisation):
                nouns = [find_noun(word) for word in self.discourse.descriptions.get(entity.id, ())]
                topics = [topic_of_name(entity.name), *(noun.topic for noun in nouns if noun is not None)]
                for key in (*topics, *(key for noun in nouns for key in keys_of(noun))):
                    found.setdefault(key, {})[entity.id] = entity
        return {key: list(bodies.values()) for key, bodies in found.items()}

    def holders_of(self, noun: PersonNoun) -> list[Person]:
        """All persons whose role may be that noun, none if there are too many to tell."""
        persons = {p.id: p for key in keys_of(noun) for p in self._holders.get(key, ())}
        return list(persons.values()) if len(persons) <= MOST_HOLDERS else []

    def bodies_of(self, noun: PersonNoun) -> list[Organisation]:
        """All organisations that may be what a noun says, none if there are too many to tell."""
        bodies = {b.id: b for key in (*keys_of(noun), noun.topic) for b in self._bodies.get(key, ())}
        return list(bodies.values()) if len(bodies) <= MOST_HOLDERS else []


def keys_of(noun: PersonNoun | None) -> tuple[str, ...]:
    """Under what a noun is looked up: itself and its group."""
    return tuple(key for key in (noun.noun, noun.group) if key) if noun is not None else ()


def find_antecedents(context: Context, token: int, excluded: tuple[TokenRange, ...]) -> Iterator[Referent]:
    """Those mentioned in the sentences before a token, nearest first, outside `excluded` (the quote itself)."""
    view = context.discourse.view
    first = max(0, view.sentence[token] - SENTENCES_BACK)
    for count, referent in enumerate(context.referents.before(token)):
        if count == REFERENTS_BACK or view.sentence[referent.start] < first:
            return
        if any(start <= referent.start < end for start, end in excluded):
            continue
        if not _is_beside(context.discourse, referent, token):
            yield referent


def _is_beside(discourse: Discourse, referent: Referent, token: int) -> bool:
    """Whether both depend on one verb, so that they are two: "Den Fonds forderte er auf"."""
    view = discourse.view
    heads = view.tree.heads
    return heads[referent.head] == heads[token] != token and view.tags[heads[token]].startswith("V")


def salience(context: Context, referent: Referent, token: int) -> float:
    """How present a referent is at a token."""
    view = context.discourse.view
    distance = view.sentence[token] - view.sentence[referent.start]
    same_paragraph = view.paragraph[token] == view.paragraph[referent.start]
    spoke_last = context.spoke_last(token)
    name = referent.entity.name if referent.entity is not None else view.words[referent.head]
    return (
        -NEARER_SENTENCE * distance
        + SAME_PARAGRAPH * same_paragraph
        + SUBJECT * referent.is_subject
        + ATTRIBUTE * referent.is_attribute
        + SPOKE_LAST * (name == spoke_last)
        + INSIDE_QUOTATION * (context.quoted[referent.start] and not context.quoted[token])
        + PERSON * referent.is_person
    )


def choose_antecedent(
    context: Context, token: int, excluded: tuple[TokenRange, ...], agrees: Callable[[Referent], float | None]
) -> Referent | None:
    """The most present referent that agrees (`agrees` gives None for no, else what it adds); the first of equals."""
    best: Referent | None = None
    highest = float("-inf")
    for referent in find_antecedents(context, token, excluded):
        agreement = agrees(referent)
        if agreement is None:
            continue
        score = salience(context, referent, token) + agreement
        if score >= highest:
            best, highest = referent, score
    return best
