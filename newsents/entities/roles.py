"""Finds what a person is said to be: title before the name, apposition around it, predicate.

Each finder takes the tokens of a name and returns token ranges, without article or possessive.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsents.entities.heads import find_head
from newsents.entities.names import Name
from newsents.entities.person_nouns import find_person_noun
from newsents.entities.tokens import Tokens
from newsents.lexicons import load_table

Range = tuple[int, int]
NOMINAL = frozenset("NN NE FM XY TRUNC ADJA ART APPR APPRART KON CARD PPOSAT PDAT PIAT PROAV ADV".split())
DETERMINERS = frozenset("ART PPOSAT PDAT PIAT APPRART".split())
CLOSING = frozenset(',.;:!?)]“”"»«–—')
COPULAS = frozenset("ist war sei wäre wird wurde bleibt blieb sind waren werde".split())
REACH = 25
"""How many tokens an apposition may be long."""


class RoleFinder:
    """Finds the roles around each person's name in one article."""

    def __init__(self, tokens: Tokens, names: list[Name]) -> None:
        self.tokens = tokens
        self.by_last = {n.last: n for n in names if n.form == "name" and not n.inside}
        self.by_first = {n.first: n for n in names if n.form == "name" and not n.inside}

    def find_roles(self, name: Name) -> list[Range]:
        """All roles around one mention, in text order."""
        found = [*self.find_titles(name), *self.find_appositions(name), *self.find_predicates(name)]
        return sorted(set(found))

    # before the name

    def find_titles(self, name: Name) -> Iterator[Range]:
        """ "US-Außenminister", and "Dr." on its own, in "US-Außenminister Dr. Blinken"; or a noun phrase and a comma."""
        i = name.first
        titles = _titles()
        while (title := self._title_before(i)) is not None and title in titles:
            if titles[title] == "role":
                yield i - 1, i
            i -= 1
        if self.tokens.word(i - 1) == "," and self._closes(name):
            i -= 1
            is_close = False
        else:
            is_close = True
        if i and self.tokens.paragraphs[i - 1] == name.paragraph:
            start = self._start_of_title(i) if is_close else None
            start = self._start_of_phrase(i, is_close=is_close) if start is None else start
            if start is not None:
                yield start, i

    def _title_before(self, i: int) -> str | None:
        return self.tokens.word(i - 1) or None

    def _closes(self, name: Name) -> bool:
        """Whether a name between commas ends there: "…, Ansgar Thiede," or "(parteilos)", or the sentence's end."""
        after = self.tokens.word(name.last)
        return not after or after in CLOSING or after == "(" or not after.strip()

    def _start_of_title(self, end: int) -> int | None:
        """Where the noun phrase begins whose head stands right before a name: "Brandenburgs Bildungsministerin"."""
        head = end - 1
        if not self._is_person(head, productive=True) or self._is_body_of_person(head):
            return None
        start = self._extend_left(head)
        tokens = self.tokens
        while tokens.word(start - 1) in ("und", "sowie", "&") and (
            tokens.word(start - 2).endswith("-") or self._is_person(start - 2, productive=False)
        ):
            start = self._extend_left(start - 2)
        return start

    def _is_body_of_person(self, i: int) -> bool:
        """ "Chef des Verwaltungsrats" before a name: the head is "Chef", a "Rat" in the genitive being a body."""
        head = find_head(self.tokens.words[i])
        has_article = self.tokens.word(i - 1).lower() in ("des", "der")
        return (
            has_article
            and head is not None
            and head.kind == "organisation"
            and self._is_person(i - 2, productive=False)
        )

    def _extend_left(self, head: int) -> int:
        """Takes in adjectives, and a genitive name: "damalige", "eingewechselte"; "Bochums"."""
        tokens, start = self.tokens, head
        while start and (tokens.tags[start - 1] == "ADJA" or (tokens.tags[start - 1] == "CARD" and start < head)):
            start -= 1
        if (
            start
            and tokens.words[start - 1].endswith(("nde", "nden", "nder"))
            and self._is_person(start - 1, productive=False)
        ):
            start -= 1  # "Vorsitzende Richter", "Regierende Bürgermeister"
        before = self.by_last.get(start)
        if before is not None and before.kind != "person" and before.text[-1] in "s’'":
            start = before.first
        return start

    def _start_of_phrase(self, end: int, *, is_close: bool) -> int | None:
        """Where a longer noun phrase before a name begins: "Gouverneur von Luhansk", "Leiterin des WWF-Büros in Bonn"."""
        tokens, best = self.tokens, None
        if tokens.tags[end - 1] in ("APPR", "APPRART", "ART", "PPOSAT", "KON"):
            return None  # "in Templin", "mit der Nachfolge von Müller"
        for i in range(end - 1, max(-1, end - REACH), -1):
            if tokens.tags[i] not in NOMINAL or tokens.paragraphs[i] != tokens.paragraphs[end - 1]:
                break
            if tokens.tags[i] in ("PROAV", "ADV"):
                break
            if self._is_person(i, productive=not is_close) and self._heads_phrase(i, end):
                start = self._extend_left(i)
                if tokens.tag(start - 1) in DETERMINERS or not self._continues(start):
                    best = start
        return best

    def _heads_phrase(self, i: int, end: int) -> bool:
        """Whether what follows a noun, up to a name, belongs to it: a genitive or a preposition, or nothing."""
        after = i + 1
        if after == end:
            return True
        return self.tokens.tags[after] in ("ART", "APPR", "APPRART", "PPOSAT", "KON", "ADJA") or after in self.by_first

    def _continues(self, start: int) -> bool:
        """Whether a noun without article depends on what is before it: "Angaben von Sprechern …"."""
        return self.tokens.tag(start - 1) in ("APPR", "KON", "ADJA", "NN")

    # after the name

    def find_appositions(self, name: Name) -> Iterator[Range]:
        """ "X, die Chefin des Ifo-Instituts, …", "X (45), Sprecher der Polizei."; several in a row."""
        i = self._skip_brackets(name.last)
        while self.tokens.word(i) == "," and self.tokens.paragraphs[i] == name.paragraph:
            start = i + 1
            if self.tokens.tag(start) == "CARD" and self.tokens.word(start + 1) == ",":
                i = start + 1
                continue
            found = self._read_phrase(start)
            if found is None:
                return
            yield found
            i = self._skip_brackets(found[1])

    def _skip_brackets(self, i: int) -> int:
        """The token after a bracket: "Lutz Kretzschmar (CDU), …"."""
        if self.tokens.word(i) != "(":
            return i
        close = next((k for k in range(i, min(i + 8, len(self.tokens))) if self.tokens.words[k] == ")"), None)
        return i if close is None else close + 1

    def _read_phrase(self, start: int) -> Range | None:
        """The noun phrase with a person as head that begins at a token and ends before a mark or verb."""
        tokens = self.tokens
        if tokens.tag(start) in ("ART", "PPOSAT") or tokens.word(start).lower() in (
            "der",
            "die",
            "dem",
            "den",
            "einer",
        ):
            start += 1
        head = start
        while tokens.tag(head) in ("ADJA", "CARD", "TRUNC") or (
            tokens.word(head) in ("und",) and tokens.tag(head - 1) in ("TRUNC", "ADJA")
        ):
            head += 1
        before = self.by_first.get(head)
        if before is not None and before.kind != "person" and self._is_person(before.last, productive=True):
            head = before.last
        if not self._is_person(head, productive=True):
            return None
        end = self._end_of_phrase(head)
        return (start, end) if end is not None else None

    def _end_of_phrase(self, head: int) -> int | None:
        tokens = self.tokens
        for i in range(head + 1, min(head + REACH, len(tokens))):
            tag, word = tokens.tags[i], tokens.words[i]
            if word in CLOSING or word == "(" or not word.strip():
                return i
            if tag.startswith("V") and tag.endswith("FIN"):
                return self._cut_before_verb(head, i)
            if tag in ("PRELS", "KOUS", "PTKNEG", "PPER"):
                return i
        return min(head + REACH, len(tokens)) if head + REACH >= len(tokens) else None

    def _cut_before_verb(self, head: int, verb: int) -> int | None:
        """ "…, Sprecher der Polizei und sagte": the phrase ends at the "und"; without one it is no apposition."""
        return next((k for k in range(verb, head, -1) if self.tokens.words[k] == "und"), None)

    # predicates

    def find_predicates(self, name: Name) -> Iterator[Range]:
        """ "X ist seit 2019 Sprecher der Polizei", "X war der erste Präsident"."""
        tokens = self.tokens
        verb = self._skip_brackets(name.last)
        if tokens.word(verb) not in COPULAS or tokens.tag(name.first - 1) in ("APPR", "APPRART", "KON"):
            return
        for i in range(verb + 1, min(verb + 12, len(tokens))):
            if tokens.words[i] in CLOSING or tokens.tags[i] in ("VVPP", "VVINF", "PTKNEG", "KOUS"):
                return
            is_start = tokens.tags[i] in ("ART", "ADJA", "NN") and tokens.tag(i - 1) not in (
                "APPR",
                "APPRART",
                "ADJA",
                "ART",
            )
            found = self._read_phrase(i) if is_start and tokens.feature(i, "Case") in ("Nom", "") else None
            if found is not None and not self._is_participle(found[1]):
                yield found
                return

    def _is_participle(self, end: int) -> bool:
        return self.tokens.tag(end - 1) in ("VVPP", "VVINF", "VAPP", "VAINF")

    def _is_person(self, i: int, *, productive: bool) -> bool:
        tokens = self.tokens
        if i < 0 or tokens.tag(i) not in ("NN", "NE", "XY", "FM", "ADJA") or not tokens.words[i][:1].isupper():
            return False
        return find_person_noun(tokens.words[i], productive=productive) is not None


@cache
def _titles() -> dict[str, str]:
    return {row["title"]: row["use"] for row in load_table("titles.tsv")}
