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
        found = [
            *self.find_titles(name),
            *self.find_appositions(name),
            *self.find_predicates(name),
            *self.find_relative(name),
            *self.find_appointments(name),
        ]
        return sorted(set(found))

    def find_titles(self, name: Name) -> Iterator[Range]:
        """Before the name: "US-Außenminister", "Dr." on its own, "der Bürgermeister von Ulm, "."""
        end = name.first
        while (length := self._title_before(end)) > 0:
            if load_titles()["".join(self.view.words[end - length : end])].is_role:
                yield end - length, end
            end -= length
        has_comma = self.view.word(end - 1) == ","
        end -= has_comma
        if end < 1 or self.view.paragraph[end - 1] != name.paragraph or (has_comma and not self._closes(name)):
            return
        start = None if has_comma else self.phrases.start_of_title(end)
        if start is None:
            start = self.phrases.start_of_phrase(end, productive=has_comma)
        if start is None or self._is_owner(name, start):
            return
        yield from self._split(start, end)
        last = self.phrases.by_last.get(start - 1)
        is_other = last is not None and last.kind == "person"
        if not has_comma and self.view.word(start - 1) == "," and self._closes(name) and not is_other:
            first = self.phrases.start_of_phrase(start - 1, productive=False)  # "Der Chef der SVP, Nationalrat X, …"
            if first is not None and (self.view.begins_sentence(first) or self.view.is_article(first - 1)):
                yield first, start - 1

    def _split(self, start: int, end: int) -> Iterator[Range]:
        """ "Regisseurin und Autorin" are two roles, "Partei- und Fraktionschefin" is one."""
        cut = next((i for i in range(start + 1, end - 1) if self.view.words[i] == "und"), None)
        is_pair = cut is not None and self.phrases.is_person(cut - 1, productive=True)
        if cut is None or not is_pair or not self.phrases.is_person(end - 1, productive=True):
            yield start, end
            return
        yield start, cut
        yield from self._split(cut + 1, end)

    def _title_before(self, end: int) -> int:
        """How many words the title has that stands there: "Dr.", or "Mag" and its full stop."""
        word = self.view.word
        if word(end - 1) in load_titles():
            return 1
        return 2 if word(end - 1) == "." and f"{word(end - 2)}." in load_titles() else 0

    def _closes(self, name: Name) -> bool:
        """Whether a name between commas ends there: "…, Ansgar Thiede," or "(parteilos)", or the sentence's end."""
        after = self.view.word(name.last)
        return after in CLOSING or not after.strip()

    def _is_owner(self, name: Name, start: int) -> bool:
        """Whether a name in the genitive owns rather than is what stands before it: "die Verteidiger Strauss-Kahns"."""
        if self.phrases.is_owner(name, name.first - 1):
            return True
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

    def find_relative(self, name: Name) -> Iterator[Range]:
        """ "X, die auch Richterin in Kassel ist", "X, der heute als Wirt arbeitet": clauses right behind the name."""
        view, start = self.view, self._skip_brackets(name.last) + 1
        if view.word(start - 1) != "," or view.word(start) not in ("der", "die", "welcher", "welche"):
            return
        end = next((i for i in range(start, len(view)) if view.words[i] in CLOSING or view.is_break(i)), len(view))
        last = end - 1
        if last <= start + 1 or not view.finite[last]:
            return
        words = view.words[start:end]
        is_work = view.words[last] in load_words("work verb") or "tätig" in words
        as_ = words.index("als") + start + 1 if is_work and "als" in words else None
        if as_ is None and (view.words[last] not in load_words("copula") or "nicht" in words):
            return
        for i in range(start + 1, last) if as_ is None else (as_,):
            is_free = as_ is not None or view.tag(i - 1) not in PREPOSITIONS | {"ART"}
            found = self.phrases.read_phrase(i + view.is_article(i)) if is_free else None
            if found is not None and found[1] == last:
                yield found[0], last - (view.words[last - 1] == "tätig")
                return

    def find_appointments(self, name: Name) -> Iterator[Range]:
        """ "X wurde zur Ministerin ernannt", "hat X als Richterin nominiert": in the clause behind the name."""
        view = self.view
        first, last = view.bounds(name.first)
        if load_words("appointment").isdisjoint(view.words[first:last]):
            return
        for i in range(name.last, min(name.last + PREDICATE_REACH, last)):
            if view.words[i] in ("zum", "zur", "als"):
                yield from self._read_before_verb(i + 1)
                return
            if view.words[i] in CLOSING or view.tags[i] == "KON" or i in self.phrases.by_first:
                return

    def _read_before_verb(self, i: int) -> Iterator[Range]:
        """The noun phrase at a position without the participle behind it: "Ministerin" of "Ministerin ernannt"."""
        found = self.phrases.read_phrase(i)
        if found is None:
            return
        start, end = found
        while end > start and self.view.tags[end - 1].startswith("V"):
            end -= 1
        if end == found[1] or self.view.words[end] in load_words("appointment"):
            yield start, end
