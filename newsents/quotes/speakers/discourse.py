"""Where the entities of an article stand in it: their names and roles by word, and what is known of each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.records import Organisation, Person, Place
from newsents.words.gender import Gender
from newsents.words.persons import PersonNoun, find_noun, find_title_gender
from newsents.words.tags import NAMES_AND_NOUNS

Entity = Person | Place | Organisation


class Name(NamedTuple):
    """A mention of an entity: its first token, the token after its last, and the mention's form."""

    start: int
    end: int
    entity: Entity
    form: str


@dataclass
class Discourse:
    """A view with the article's entities by where they stand in it; everything is computed once."""

    view: View
    entities: tuple[Entity, ...]

    def noun(self, token: int, *, productive: bool = False) -> PersonNoun | None:
        """What a capitalised word says of a speaker: "41-Jährige" is a person."""
        word = self.view.words[token]
        return (
            find_noun(word, productive=productive)
            if word.rsplit("-", 1)[-1][:1].isupper() or word[:1].isupper()
            else None
        )

    @cached_property
    def names(self) -> list[Name]:
        """All mentions, in text order, the longest of those that begin together first."""
        found = [
            Name(*self.view.positions(mention.start, mention.end), entity, mention.form)
            for entity in self.entities
            for mention in entity.mentions
        ]
        return sorted(found, key=lambda name: (name.start, -name.end))

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.names]

    def names_in(self, tokens: TokenRange) -> list[Name]:
        """The outermost mentions inside a token range."""
        found: list[Name] = []
        for name in self.names[bisect_left(self._name_starts, tokens[0]) : bisect_left(self._name_starts, tokens[1])]:
            if name.end <= tokens[1] and not (found and name.end <= found[-1].end):
                found.append(name)
        return found

    @cached_property
    def _names_by_bound(self) -> tuple[dict[int, Name], dict[int, Name]]:
        """The longest names by first token, and by the token after their last."""
        names = [name for name in self.names if name.form == "name"]
        starting = {name.start: name for name in reversed(names)}
        ending = {name.end: name for name in reversed(names)}
        return starting, ending

    def name_starting(self, token: int) -> Name | None:
        """The name that starts at a token, if any."""
        return self._names_by_bound[0].get(token)

    def name_ending(self, token: int) -> Name | None:
        """The name that ends right before a token, if any."""
        return self._names_by_bound[1].get(token)

    def roles_at(self, token: int) -> list[tuple[Person, int, int]]:
        """Roles that start at a token."""
        return self._roles_by_start.get(token, [])

    def role_start_before(self, token: int) -> int:
        """Where the role begins that stands right before a name: "Sachsens Agrarminister" before "Kretzschmar"."""
        return self._role_starts_by_end.get(token, token)

    @cached_property
    def _role_starts_by_end(self) -> dict[int, int]:
        return {end: start for _, start, end in reversed(self.roles)}

    @cached_property
    def _roles_by_start(self) -> dict[int, list[tuple[Person, int, int]]]:
        found: dict[int, list[tuple[Person, int, int]]] = {}
        for role in self.roles:
            found.setdefault(role[1], []).append(role)
        return found

    @cached_property
    def demonyms(self) -> dict[int, Entity]:
        """Nouns made from a place's or club's name, by token: "der Däne", "die Bochumer"."""
        return {
            start: entity
            for start, _, entity, form in self.names
            if form == "derived" and self.view.tags[start] in NAMES_AND_NOUNS
        }

    @cached_property
    def role_holders(self) -> dict[int, Entity]:
        """Whose role a noun heads, by token: "Gouverneur" in "der Gouverneur von Luhansk, Serhii Haidai"."""
        found: dict[int, Entity] = {}
        for person, start, end in self.roles:
            head = next((i for i in range(start, end) if self.view.tags[i] in NAMES_AND_NOUNS), start)
            found[head] = person
        return found

    @cached_property
    def roles(self) -> list[tuple[Person, int, int]]:
        """Every role with its person, first token and the token after its last."""
        return [
            (entity, *self.view.positions(role.start, role.end))
            for entity in self.entities
            if isinstance(entity, Person)
            for role in entity.roles
        ]

    @cached_property
    def descriptions(self) -> dict[str, list[str]]:
        """Nouns in organisations' names and right before them, by entity id: Zulieferer for "der Zulieferer Kötter"."""
        found: dict[str, dict[str, None]] = {}
        for start, end, entity, form in self.names:
            if entity.kind == "organisation" and form == "name":
                first = start - 1 if start and self.view.tags[start - 1] == "NN" else start
                nouns = (self.view.words[i] for i in range(first, end) if self.view.tags[i] in NAMES_AND_NOUNS)
                found.setdefault(entity.id, {}).update(dict.fromkeys(nouns))
        return {key: list(words) for key, words in found.items()}

    @cached_property
    def _aliases(self) -> dict[str, Entity]:
        """Entities by the wordings of their names, persons by their last name too; the first of several."""
        found: dict[str, Entity] = {}
        for entity in self.entities:
            names = [entity.name, *(" ".join(m.text.split()) for m in entity.mentions if m.form == "name")]
            for name in (*names, *(names[0].split()[-1:] if isinstance(entity, Person) else ())):
                found.setdefault(name, entity)
        return found

    def find_alias(self, name: str) -> Entity | None:
        """Whose name that is, with or without a genitive -s: "Moskaus" -> Moskau."""
        return self._aliases.get(name) or self._aliases.get(name.removesuffix("s").removesuffix("’"))

    @cached_property
    def genders(self) -> dict[str, Gender]:
        """What is known of each person's gender, by entity id, "" where nothing is."""
        genders = {e.id: gender_of_roles(e) for e in self.entities if isinstance(e, Person)}
        for start, _, entity, _ in self.names:
            if start and genders.get(entity.id) == "":
                genders[entity.id] = find_title_gender(self.view.words[start - 1])
        return genders

    @cached_property
    def grammatical(self) -> dict[str, Gender]:
        """The grammatical gender of organisations and places, by entity id, as articles show it: "die SPD"."""
        votes: dict[str, Counter[Gender]] = {}
        for start, end, entity, form in self.names:
            if form == "name" and entity.kind != "person":
                votes.setdefault(entity.id, Counter()).update(self._genders_of(start, end))
        unknown: dict[str, Gender] = {e.id: "neuter" if e.kind == "place" else "" for e in self.entities}
        return unknown | {i: found.most_common(1)[0][0] for i, found in votes.items() if found}

    def _genders_of(self, start: int, end: int) -> Iterator[Gender]:
        """Of the article before a name and the nouns in it."""
        article = [start - 1] if start and self.view.tags[start - 1] in ("ART", "APPRART") else []
        for token in (*article, *(t for t in range(start, end) if self.view.tags[t] == "NN")):
            if gender := self.view.gender(token):
                yield gender


def gender_of_roles(person: Person) -> Gender:
    """From the record, else from the nouns of its roles: "Ministerin"."""
    if person.gender:
        return person.gender
    nouns = [noun for role in person.roles for noun in map(find_noun, role.text.split()) if noun is not None]
    return next((noun.gender for noun in nouns if noun.kind == "person" and noun.gender), "")
