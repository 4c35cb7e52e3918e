"""What is known at a point of the text: who was mentioned and who spoke where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from newsents.quotes.candidates import Candidate
from newsents.quotes.speakers.discourse import Discourse, Entity
from newsents.quotes.speakers.ranking import Choice, Option, choose_best
from newsents.quotes.speakers.referents import Referent, Referents
from newsents.quotes.speakers.someone import Mention, Someone
from newsents.reading.ranges import TokenRange
from newsents.records import Organisation, Person
from newsents.words.bodies import topic_of_name
from newsents.words.gender import Gender
from newsents.words.persons import PersonNoun, find_noun

# How far back an antecedent may stand, in sentences, and how many mentions are looked at: keeps the work linear.
# A noun says more of whom it means than a pronoun, and reaches farther back.
SENTENCES_BACK = 5
SENTENCES_BACK_FROM_NOUN = 15
MENTIONS_BACK = 60
MOST_HOLDERS = 20


@dataclass
class Context:
    """What resolution knows at a point: the discourse, what stands in quotes, who was mentioned and who has spoken."""

    discourse: Discourse
    candidates: list[Candidate]
    choose: Callable[[Choice], Option] = choose_best
    referents: Referents = field(init=False)
    quoted: list[bool] = field(init=False)
    mentions: list[Mention] = field(default_factory=list)
    spoken: list[tuple[int, Someone]] = field(default_factory=list)
    known: dict[int, Someone] = field(default_factory=dict)
    number: int | None = None
    read: int = 0

    def __post_init__(self) -> None:
        self.referents = Referents(self.discourse)
        self._starts: list[int] = []
        self._someone: dict[str, Someone] = {}
        self.quoted = [False] * len(self.discourse.view.words)
        for candidate in self.candidates:
            if candidate.kind == "direct":
                for start, end in candidate.spans:
                    self.quoted[start:end] = [True] * (end - start)

    def named(self, entity: Entity) -> Someone:
        """The one that an entity is."""
        if entity.id not in self._someone:
            self._someone[entity.id] = Someone(
                entity.name, entity, grammatical=self.discourse.grammatical.get(entity.id, "")
            )
        return self._someone[entity.id]

    def mention(self, referent: Referent, someone: Someone) -> None:
        """Notes that someone is mentioned, behind all mentions so far."""
        if someone.tokens is None or referent.start >= someone.tokens[1]:
            someone.tokens = referent.start, referent.end
        self.mentions.append(Mention(referent, someone))
        self._starts.append(referent.start)

    def speak(self, token: int, someone: Someone, tokens: TokenRange | None) -> None:
        """Notes that someone speaks, and the phrase that names them."""
        someone.tokens = tokens or someone.tokens
        self.spoken.append((token, someone))

    def spoke_last(self, token: int) -> tuple[int, Someone] | None:
        """Who spoke last before a token, and where, in its paragraph or the one before."""
        paragraph = self.discourse.view.paragraph
        for position, someone in reversed(self.spoken):
            if position < token:
                return (position, someone) if paragraph[token] - paragraph[position] <= 1 else None
        return None

    def gender_of(self, someone: Someone) -> Gender:
        """What is known of someone's gender so far."""
        return self.discourse.genders.get(someone.entity.id, "") if someone.entity is not None else someone.gender

    def learn_gender(self, someone: Someone, gender: Gender) -> None:
        """Notes what a pronoun has shown of a person: after "Kim Berg … sie", Berg is female."""
        if isinstance(someone.entity, Person) and not self.discourse.genders[someone.entity.id]:
            self.discourse.genders[someone.entity.id] = gender

    def before(
        self, token: int, excluded: tuple[TokenRange, ...] = (), reach: int = SENTENCES_BACK
    ) -> Iterator[Mention]:
        """Who is mentioned in the sentences before a token, nearest first, outside `excluded` (the quote itself)."""
        view = self.discourse.view
        first = max(0, view.sentence[token] - reach)
        last = bisect_left(self._starts, token)
        for mention in reversed(self.mentions[max(0, last - MENTIONS_BACK) : last]):
            start = mention.referent.start
            if view.sentence[start] < first:
                return
            if not any(low <= start < high for low, high in excluded):
                yield mention

    # persons by their roles, bodies by their nouns

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
