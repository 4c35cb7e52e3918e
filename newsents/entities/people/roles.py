"""Finds what a person is said to be: title before the name, apposition around it, predicate."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.entities.names import Name
from newsents.entities.people.role_phrases import CLOSING, PhraseReader, Range
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.persons import load_titles
from newsents.words.tags import CLAUSE_STARTS, PREPOSITIONS

PREDICATE_REACH = 12


class RoleFinder:
    """Finds the roles around each person's name in one article, as token ranges without article or possessive."""

    def __init__(self, view: View, names: list[Name]) -> None:
        self.view = view
        self.phrases = PhraseReader(view, names)

    def find_roles(self, name: Name) -> list[Range]:
        """All roles around one mention, in text order."""
        found = [*self.find_titles(name), *self.find_appositions(name), *self.find_predicates(name)]
        return sorted(set(found))

    def find_titles(self, name: Name) -> Iterator[Range]:
        """Before the name: "US-Außenminister", "Dr." on its own, "der Bürgermeister von Ulm, "."""
        end = name.first
        while (title := load_titles().get(self.view.word(end - 1))) is not None:
            end -= 1
            if title.is_role:
                yield end, end + 1
        has_comma = self.view.word(end - 1) == ","
        end -= has_comma
        if end < 1 or self.view.paragraph[end - 1] != name.paragraph or (has_comma and not self._closes(name)):
            return
        start = None if has_comma else self.phrases.start_of_title(end)
        if start is None:
            start = self.phrases.start_of_phrase(end, productive=has_comma)
        if start is not None and not self._is_owner(name, start):
            yield start, end

    def _closes(self, name: Name) -> bool:
        """Whether a name between commas ends there: "…, Ansgar Thiede," or "(parteilos)", or the sentence's end."""
        after = self.view.word(name.last)
        return after in CLOSING or not after.strip()

    def _is_owner(self, name: Name, start: int) -> bool:
        """Whether a name in the genitive owns rather than is what stands before it: "die Verteidiger Strauss-Kahns"."""
        is_genitive = name.form == "name" and not name.text.endswith(name.name.split()[-1])
        return is_genitive and self.view.tag(start - 1) == "ART"

    def find_appositions(self, name: Name) -> Iterator[Range]:
        """After the name: "X, die Chefin des Ifo-Instituts, …", "X (45), Sprecher der Polizei."; several in a row."""
        i = self._skip_brackets(name.last)
        while self.view.word(i) == "," and self.view.paragraph[i] == name.paragraph:
            start = i + 1
            if self.view.tag(start) == "CARD" and self.view.word(start + 1) == ",":
                i = start + 1
                continue
            found = self.phrases.read_phrase(start + (self.view.word(start) == "als"))
            if found is None:
                return
            yield found
            i = self._skip_brackets(found[1])

    def _skip_brackets(self, i: int) -> int:
        """The token after a bracket: "Lutz Kretzschmar (CDU), …"."""
        if self.view.word(i) != "(":
            return i
        close = next((k for k in range(i, min(i + 8, len(self.view))) if self.view.words[k] == ")"), None)
        return i if close is None else close + 1

    def find_predicates(self, name: Name) -> Iterator[Range]:
        """ "X ist seit 2019 Sprecher der Polizei", and turned round: "Neuer Sprecher der Polizei ist X"."""
        view = self.view
        if view.word(name.first - 1) in load_words("copula"):
            start = self.phrases.start_of_phrase(name.first - 1, productive=False) if name.first > 1 else None
            if start is not None and (view.begins_sentence(start) or view.is_article(start - 1)):
                yield start, name.first - 1
        verb = self._skip_brackets(name.last)
        if view.word(verb) in load_words("copula") and view.tag(name.first - 1) not in PREPOSITIONS | {"KON"}:
            yield from self._find_after_copula(verb)

    def _find_after_copula(self, verb: int) -> Iterator[Range]:
        """The first noun phrase with a person as head, in the nominative, in the verb's clause."""
        view = self.view
        for i in range(verb + 1, min(verb + PREDICATE_REACH, len(view))):
            is_over = view.words[i] in CLOSING or view.words[i] in ("als", "nicht", "kein", "keine")
            if is_over or view.tags[i] in CLAUSE_STARTS | {"VVPP", "VVINF", "PTKNEG"}:
                return
            follows = view.tag(i - 1) in PREPOSITIONS | {"ADJA", "ART", "CARD"}
            is_start = view.tags[i] == "ART" or (view.tags[i] in ("ADJA", "NN") and not follows)
            found = self.phrases.read_phrase(i) if is_start and view.feature(i, "Case") in ("Nom", "") else None
            if found is not None and not view.tags[found[1] - 1].startswith("V"):
                yield found
                return
