"""Noun phrases with a person as head, read from a token to the left or right: "Leiterin des Büros in Bonn".

They are read from tags, order and marks rather than from the tree, which is often wrong in long appositions.
"""

from __future__ import annotations

from newsents.entities.names import Name
from newsents.reading.view import View
from newsents.words.bodies import find_head_noun
from newsents.words.closed_classes import load_words
from newsents.words.persons import find_person
from newsents.words.tags import (
    ADVERBS,
    BEFORE_NOUN,
    CLAUSE_STARTS,
    DETERMINERS,
    NAMES_AND_NOUNS,
    NOUNS,
    PREPOSITIONS,
    WHOLE_NOUNS,
)

Range = tuple[int, int]
NOMINAL = BEFORE_NOUN | NOUNS | {"APPR", "KON"}
LINKING = frozenset(("der", "des", "und", "sowie"))
"""What may follow the head of a noun phrase inside it, beside prepositions, whatever its tag."""
CLOSING = frozenset(',.;:!?)]“”"»«–—(')
MODIFIERS = PREPOSITIONS | ADVERBS
"""What the phrase of a participle begins with: "aus Polen stammende", "einst gefeierte"."""
MODIFIER_REACH = 8
REACH = 25
"""How many tokens a phrase may be long."""


class PhraseReader:
    """Reads noun phrases of one article; `names` tells which tokens are names."""

    def __init__(self, view: View, names: list[Name]) -> None:
        self.view = view
        outer = [n for n in names if n.form == "name" and not n.inside]
        self.by_first = {n.first: n for n in outer}
        self.by_last = {n.last: n for n in outer}
        self.parts = {n.last: n.first for n in names if n.form == "part"}
        self.people = {
            i
            for n in names
            if n.form == "derived" or (n.form == "name" and n.kind == "person")
            for i in range(n.first, n.last)
        }
        """Tokens like "Däne", which say where one is from, not what one does, and those of names ("Hoffmann")."""

    def is_person(self, i: int, *, productive: bool = False) -> bool:
        """Whether a noun says what one person is or does: "Chefin", "ödp-Kandidat", no "Däne", no plural."""
        word = self.view.word(i)
        is_noun = self.view.tag(i) in WHOLE_NOUNS | {"ADJA"} and word.rsplit("-", 1)[-1][:1].isupper()
        noun = find_person(word, productive=productive) if is_noun and i not in self.people else None
        return noun is not None and not noun.is_plural

    # to the left, from its last token

    def start_of_title(self, end: int) -> int | None:
        """Where the phrase begins whose head stands right before `end`: "Brandenburgs Bildungsministerin"."""
        head, word = end - 1, self.view.word
        if word(head).lower() in ("d.", "a.d."):  # "Ministerin a. D."
            head -= 2 if word(head - 1).lower() == "a." else 1
        if not self.is_person(head, productive=True) or self._is_body_of_person(head):
            return None
        start = self._extend_left(head)
        while word(start - 1) in ("und", "&") and (word(start - 2).endswith("-") or self.is_person(start - 2)):
            start = self._extend_left(start - 2)
        return start

    def _is_body_of_person(self, i: int) -> bool:
        """ "Chef des Verwaltungsrats" before a name: the head is "Chef", a "Rat" in the genitive being a body."""
        head = find_head_noun(self.view.words[i])
        has_article = self.view.word(i - 1).lower() in ("des", "der")
        return has_article and head is not None and head.kind == "organisation" and self.is_person(i - 2)

    def _extend_left(self, head: int) -> int:
        """Takes in adjectives, and a genitive name: "damalige", "eingewechselte"; "Bochums"."""
        view, start = self.view, self.parts.get(head + 1, head)
        while start and (view.tags[start - 1] == "ADJA" or (view.tags[start - 1] == "CARD" and start < head)):
            start -= 1
        if view.word(start - 1).endswith(("nde", "nden", "nder")) and self.is_person(start - 1):
            start -= 1  # "Vorsitzende Richter", "Regierende Bürgermeister"
        while view.word(head) in load_words("english office") and view.word(start - 1) in load_words("english office"):
            start -= 1  # "Chief Executive" + "Officer"
        before = self.by_last.get(start)
        if before is not None and before.kind != "person" and before.text[-1] in "s’'":
            start = before.first
        return self._take_in_modifiers(start) if start < head and view.tags[start] == "ADJA" else start

    def _take_in_modifiers(self, participle: int) -> int:
        """The phrase of a participle, up to the article before it: "der" + "für Verkehr zuständige Senator"."""
        view = self.view
        for i in range(participle - 1, max(-1, participle - MODIFIER_REACH), -1):
            if view.tags[i] not in NOMINAL | MODIFIERS or view.paragraph[i] != view.paragraph[participle]:
                break
            if view.tags[i] in MODIFIERS and view.is_article(i - 1):
                return i
            if view.tags[i] in MODIFIERS and view.word(i - 1) == "," and view.is_adjective(i - 2):
                return i - 2  # "frühere, wegen Betrugs verurteilte Chefin"
            if view.is_article(i) and view.tag(i - 1) not in PREPOSITIONS:
                break
        return participle

    def start_of_phrase(self, end: int, *, productive: bool) -> int | None:
        """Where a longer phrase that ends before `end` begins: "Gouverneur von Luhansk", "Leiterin des Büros in Bonn".

        Of several persons in it the first is the head; "und der …" begins another phrase.
        """
        view, best = self.view, None
        if view.tag(end - 1) in DETERMINERS | {"APPR", "KON"} or view.word(end - 1) in load_words("in role"):
            return None  # "in Templin", "mit der Nachfolge von Müller"
        for i in range(end - 1, max(-1, end - REACH), -1):
            if view.tags[i] not in NOMINAL or view.paragraph[i] != view.paragraph[end - 1]:
                break
            if view.tags[i] == "KON" and view.tag(i + 1) in DETERMINERS:
                break
            if view.words[i].endswith(".") and view.tags[i] in NAMES_AND_NOUNS and len(view.words[i]) > 4:
                break  # "… der Roth GmbH.", where the tokeniser left the full stop on
            if self.is_person(i, productive=productive) and self._is_head(i, end):
                start = self._extend_left(i)
                is_extended = start < i and view.tag(start - 1) == "NN"  # "aus Prag stammende Chefin"
                if view.tag(start - 1) not in ("APPR", "KON", "ADJA", "NN") or is_extended:
                    best = start
        return best

    def _is_head(self, i: int, end: int) -> bool:
        """Whether what follows a noun, up to the end, belongs to it: a genitive, a preposition, or nothing."""
        after = i + 1
        word = self.view.word(after)
        is_link = (
            word in load_words("in role") or word in LINKING or self.view.tag(after) in DETERMINERS | {"APPR", "ADJA"}
        )
        return after == end or is_link or after in self.by_first

    # to the right, from its first token

    def read_phrase(self, start: int) -> Range | None:
        """The phrase that begins at a token, article not counted, and ends before a mark or verb."""
        view = self.view
        start = self._skip_time(start)
        has_article = view.tag(start) in ("ART", "PPOSAT") or view.is_article(start)
        start += has_article
        head = self._find_head(start, has_article=has_article)
        if not self.is_person(head, productive=True) or self._is_title(head):
            return None
        end = self._find_end(head, has_article=has_article)
        return (start, end) if end is not None and not self._is_of_another(head, end) else None

    def _skip_time(self, start: int) -> int:
        """The token after "früher", "heute", "seit 2019", "bis Mai 2020"."""
        view, i = self.view, start
        if view.word(i) in ("seit", "bis", "ab"):
            i += 1
            while view.tag(i) in ("CARD", "ADJA") or view.word(i).endswith(tuple(load_words("time noun"))):
                i += 1
        elif view.tag(i) in ADVERBS:
            i += 1
        return i if self.is_person(i, productive=True) or view.tag(i) in ("ADJA", "ART") else start

    def _find_head(self, start: int, *, has_article: bool) -> int:
        """The noun after adjectives, a genitive name, or a participle with its own phrase."""
        view, head = self.view, start
        if has_article and view.tag(start) == "APPR":  # "der für den Kosovo zuständige Minister"
            ends = range(start, min(start + 8, len(view)))
            head = next((i for i in ends if view.tags[i] == "ADJA" and self.is_person(i + 1)), start)
        while view.tag(head) in ("ADJA", "CARD", "TRUNC") or (
            view.word(head) == "und" and view.tag(head - 1) in ("TRUNC", "ADJA")
        ):
            head += 1
        while view.word(head) in load_words("english office") and view.word(head + 1) in load_words("english office"):
            head += 1  # "Managing" + "Director"
        before = self.by_first.get(head)
        if before is not None and before.kind != "person" and self.is_person(before.last, productive=True):
            return before.last
        return head

    def _begins_circumstance(self, i: int) -> bool:
        """Whether a preposition says when or on which occasion: "am Freitag", "auf Anfrage", "bei der Eröffnung"."""
        view = self.view
        if view.tags[i] not in PREPOSITIONS:
            return False
        if view.words[i] in load_words("before circumstance"):
            return True
        noun = next((k for k in range(i + 1, i + 5) if view.is_noun(k)), i)
        word = view.word(noun)
        is_year = view.tag(i + 1) == "CARD" and view.word(i + 1).isdigit() and len(view.word(i + 1)) == 4
        is_time = word.endswith(tuple(load_words("time noun"))) and noun > i
        return is_year or is_time or (view.words[i] in ("bei", "beim", "zum", "zur", "auf") and _is_occasion(word))

    def _is_title(self, head: int) -> bool:
        """Whether the noun is the title of another person: "…, Vizekanzler Udo Kern"; not "Berater Ida Roths"."""
        after = self.by_first.get(head + 1)
        return after is not None and after.kind == "person" and not self.is_owner(after, head)

    def is_owner(self, name: Name, head: int) -> bool:
        """Whether a person in the genitive owns what stands before: "ehemaliger Berater Angela Mahlers"."""
        return name.text.endswith("s") and self.view.words[head - 1].endswith(("er", "e")) and self._is_strong(head - 1)

    def _is_strong(self, i: int) -> bool:
        """Whether an adjective has no determiner before it, so that its noun is in the nominative."""
        return self.view.is_adjective(i) and self.view.word(i - 1) in CLOSING

    def _is_of_another(self, head: int, end: int) -> bool:
        """Whether the phrase ends with the name of another person that it describes: "der Chef der Bank Udo Kern"."""
        last = next((n for i in range(end, head, -1) if (n := self.by_last.get(i)) is not None), None)
        if last is None or last.kind != "person" or last.last < end - 1:
            return False
        before = last.first - 1
        return self.view.is_noun(before) and not self.is_person(before, productive=True)

    def _find_end(self, head: int, *, has_article: bool) -> int | None:
        """The token after the phrase; None where a clause shows that it was none."""
        view = self.view
        for i in range(head + 1, min(head + REACH, len(view))):
            tag, word = view.tags[i], view.words[i]
            if word in CLOSING or not word.strip() or tag in CLAUSE_STARTS | {"PTKNEG", "PPER"}:
                return i
            if self._begins_circumstance(i):
                return i
            if tag == "KON" and view.tag(i + 1) == "ART" and i + 2 < len(view) and self.is_person(i + 2):
                return i
            if view.finite[i]:
                # "…, Sprecher der Polizei und sagte"; "…, Sprecher der Polizei sagte", where a comma is missing
                cut = next((k for k in range(i, head, -1) if view.words[k] == "und"), None)
                return cut if cut is not None or has_article else i
        return len(view) if head + REACH >= len(view) else None


def _is_occasion(word: str) -> bool:
    """ "Vorstellung", "Jahreskonferenz"."""
    return word.lower().endswith(tuple(load_words("occasion")))
