"""Makes person records: roles with the entities inside them, gender, affiliations."""

from __future__ import annotations

from collections import Counter

from newsents.entities.consistency import first_name_gender
from newsents.entities.names import Name
from newsents.entities.people.roles import RoleFinder
from newsents.entities.resolution import Cluster
from newsents.reading.view import View
from newsents.records import Gender, Mention, Organisation, Person, Role
from newsents.words.gender import Gender as NounGender
from newsents.words.persons import PersonNoun, find_person
from newsents.words.role_names import name_role

ARTICLES: dict[str, NounGender] = {"der": "male", "den": "male", "dem": "male", "des": "male", "die": "female"}
"""What an article before a role shows of a person whose gender nothing else does: "der Vorsitzende"."""


class PeopleReader:
    """Reads what the text says of each person; `ids` are the entity ids of all names by their first character."""

    def __init__(self, view: View, names: list[Name], ids: dict[Name, str]) -> None:
        self.view = view
        self.ids = ids
        self.finder = RoleFinder(view, names)
        self.starting: dict[int, list[Name]] = {}
        for name in names:
            self.starting.setdefault(name.first, []).append(name)

    def read_person(self, entity_id: str, cluster: Cluster, mentions: tuple[Mention, ...]) -> Person:
        ranges = sorted({r for n in cluster.names if n.form == "name" for r in self.finder.find_roles(n)})
        gender = self._read_gender(cluster, ranges)
        return Person(
            id=entity_id,
            name=cluster.name,
            mentions=mentions,
            roles=tuple(self._make_role(*r, gender) for r in ranges),
            gender=gender,
            affiliations=self._read_affiliations(cluster, ranges),
        )

    def _names_between(self, first: int, last: int) -> list[Name]:
        return [name for i in range(first, last) for name in self.starting.get(i, ()) if name.last <= last]

    def _make_role(self, first: int, last: int, gender: Gender | None) -> Role:
        start, end = self.view.starts[first], self.view.ends[last - 1]
        inside = dict.fromkeys(self.ids[n] for n in self._names_between(first, last))
        text = self.view.text[start:end]
        name = name_role(text, gender or ARTICLES.get(self.view.word(first - 1).lower(), ""))
        return Role(start=start, end=end, text=text, entity_ids=tuple(inside), name=name)

    def _read_gender(self, cluster: Cluster, ranges: list[tuple[int, int]]) -> Gender | None:
        """What titles, first name and roles show, in this order; a role in -in more than a masculine one."""
        votes: Counter[NounGender] = Counter()
        for name in cluster.names:
            votes[name.gender] += 4
        votes[first_name_gender(cluster.name) if " " in cluster.name else ""] += 3
        for first, last in ranges:
            noun = next(filter(None, map(self._find_person, range(first, last))), None)
            if noun is not None:
                votes[noun.gender] += 2 if noun.gender == "female" else 1
        if votes["female"] == votes["male"]:
            return None
        return "female" if votes["female"] > votes["male"] else "male"

    def _find_person(self, i: int) -> PersonNoun | None:
        return find_person(self.view.words[i], productive=True) if self.view.is_noun(i) else None

    def _read_affiliations(self, cluster: Cluster, ranges: list[tuple[int, int]]) -> tuple[str, ...]:
        """The bodies in the roles, the party in brackets ("(SPD)"), and the house one is "von" or "vom"."""
        bodies = [n for r in ranges for n in self._names_between(*r)]
        for name in cluster.names:
            after = self.view.word(name.last)
            if after == "(":
                bodies.extend(self.starting.get(name.last + 1, ()))
            elif after in ("von", "vom"):
                skip = 2 if self.view.is_article(name.last + 1) else 1
                bodies.extend(self.starting.get(name.last + skip, ()))
        return tuple(dict.fromkeys(self.ids[n] for n in bodies if n.kind == Organisation.model_fields["kind"].default))
