"""Joins what the analysis left apart or cut short: "Ursula von" + "Leyen", "Amt für" + "Statistik", "Nabu" + "Sachsen".

Each rule looks at the names once, from left to right, through an index by token.
"""

from __future__ import annotations

from dataclasses import replace

from newsents.entities.derivation import GERMAN_SPEAKING
from newsents.entities.finding import class_words, make_name
from newsents.entities.gazetteer import find_towns
from newsents.entities.heads import ends_as_adjective, find_head
from newsents.entities.names import Name
from newsents.entities.recovery import is_known_place
from newsents.entities.tokens import Tokens
from newsents.entities.variants import is_acronym
from newsents.records import EntityKind

PARTICLES = frozenset("von van der den dem de du la le di da del della zu zur zum vom ter ten bin ibn al el".split())
ORDINALS = frozenset("Erste Ersten Erster Zweite Zweiten Zweiter Dritte Dritten Kalte Kalten Heilige Heiligen".split())


class Joiner:
    """The names of an article by their tokens; longer names replace the parts that they are made of."""

    def __init__(self, tokens: Tokens, names: list[Name]) -> None:
        self.tokens = tokens
        self.outer: dict[int, Name] = {}
        self.inner: list[Name] = []
        for name in names:
            self._put(name)

    def _put(self, name: Name) -> None:
        if name.inside:
            self.inner.append(name)
        else:
            for i in range(name.first, name.last):
                self.outer[i] = name

    def _replace(self, first: int, last: int, kind: EntityKind, kept: Name | None = None) -> None:
        """Puts one name in place of all in a range; `kept` stays inside it."""
        gender = next((n.gender for i in range(first, last) if (n := self.outer.get(i)) is not None and n.gender), "")
        for i in range(first, last):
            self.outer.pop(i, None)
        if kept is not None and (inside := self._read_inside(kept)) is not None:
            self.inner.append(inside)
        self._put(make_name(self.tokens, first, last, kind, gender=gender))

    def _read_inside(self, kept: Name) -> Name | None:
        """A name that a longer one takes in: a place or parent body; not the field of a "Bundesverband"."""
        is_place = is_known_place(kept.text) or bool(find_towns(kept.text))
        if kept.kind == "organisation" and not is_place and not self.tokens.is_article(kept.first - 1):
            return None
        if self.tokens.is_adjective(kept.first):
            return None
        return replace(kept, inside=True, kind="place" if is_place else kept.kind)

    def join(self) -> list[Name]:
        for rule in (
            self._join_person,
            self._join_same,
            self._join_adjective,
            self._join_field,
            self._join_genitive,
            self._join_place,
        ):
            for i in range(len(self.tokens)):
                rule(i)
        for name in {id(n): n for n in self.outer.values()}.values():
            self._add_town(name)
        unique = {id(n): n for n in self.outer.values()}
        taken = {(n.first, n.last) for n in unique.values()}
        inner = {(n.first, n.last): n for n in self.inner if (n.first, n.last) not in taken and n.first in self.outer}
        return sorted((*unique.values(), *inner.values()), key=lambda n: (n.start, -n.end))

    def _add_town(self, name: Name) -> None:
        """The town at the end of a body's name: "VfL Bochum", "Kreissparkasse Verden"."""
        i = name.last - 1
        word = self.tokens.words[i]
        if (
            name.kind != "organisation"
            or i == name.first
            or self.tokens.words[i - 1][-1] in "-/&"
            or not word[0].isupper()
        ):
            return
        if is_known_place(word) or any(
            t.country in GERMAN_SPEAKING or t.population >= 100_000 for t in find_towns(word)
        ):
            self.inner.append(make_name(self.tokens, i, i + 1, "place", inside=True))

    def _starts(self, i: int, kind: EntityKind | None = None) -> Name | None:
        """The name, of form `name`, that begins at a token."""
        name = self.outer.get(i)
        is_start = name is not None and name.first == i and name.form == "name" and (kind is None or name.kind == kind)
        return name if is_start else None

    def _join_person(self, i: int) -> None:
        """ "Ursula" "von der" "Leyen", "Johann Sebastian" "Bach": two persons with at most particles between."""
        left = self._starts(i, "person")
        if left is None:
            return
        after = left.last
        while self.tokens.word(after) in PARTICLES and after - left.last < 3 and after not in self.outer:
            after += 1
        right = self._starts(after, "person")
        if right is not None and not self.tokens.words[left.last - 1].endswith("."):
            self._replace(left.first, right.last, "person")

    def _join_same(self, i: int) -> None:
        """ "Los" "Angeles", "Den" "Haag", "Democratic" "Front": two places or bodies with nothing between."""
        left = self._starts(i)
        right = self._starts(left.last) if left is not None else None
        if left is None or right is None or left.kind == "person" or left.kind != right.kind:
            return
        both = f"{left.text} {right.text}"
        has_class_word = self.tokens.tags[left.last - 1] == "NN" or self._is_class_word(left)
        if left.kind == "organisation":
            is_one = not has_class_word
        else:
            is_one = bool(find_towns(both)) or not (
                has_class_word or find_towns(left.text) or is_known_place(left.text)
            )
        if is_one and self.tokens.paragraphs[right.first] == left.paragraph:
            self._replace(left.first, right.last, left.kind)

    def _join_adjective(self, i: int) -> None:
        """ "Europäische Gerichtshof", "Weiße Haus": a capital on the adjective, inside a sentence, makes it a name."""
        tokens, end = self.tokens, i
        while self._is_capital_adjective(end):
            end += 1
        if end == i or not tokens.is_noun(end) or tokens.begins_sentence(i) or tokens.tag(i - 1) == "ADJA":
            return
        head = find_head(tokens.words[end])
        covering = self.outer.get(end)
        if head is None or head.kind is None or (covering is not None and covering.last > end + 1):
            return
        is_derived = tokens.words[i].endswith("er") and tokens.feature(i, "Case") != "Nom"
        if tokens.words[i].endswith("er") and (head.kind == "organisation" or head.gender != "female"):
            is_derived = is_derived or not tokens.words[i].endswith(("ischer", "licher", "aler"))
        if is_derived and not (head.kind == "place" and head.gender == "female"):
            return
        kind = (
            covering.kind if covering is not None and covering.last == end + 1 and covering.first < end else head.kind
        )
        self._replace(i, end + 1, kind)
        self._take_place(i, end + 1, kind)

    def _is_capital_adjective(self, i: int) -> bool:
        """By tag or by form: the analysis often takes "Weiße" in "Weiße Haus" for a name."""
        word = self.tokens.word(i)
        is_adjective = self.tokens.tag(i) == "ADJA" or (self.tokens.tag(i) in ("NE", "NN") and ends_as_adjective(word))
        return is_adjective and word[0].isupper() and word not in ORDINALS

    def _take_place(self, first: int, last: int, kind: EntityKind) -> None:
        place = self._starts(last, "place")
        if kind == "organisation" and place is not None:
            self._replace(first, place.last, kind, kept=place)

    def _join_field(self, i: int) -> None:
        """ "Amt für Statistik Berlin-Brandenburg", "Institut für Chemie und Biologie des Meeres"."""
        tokens = self.tokens
        head = find_head(tokens.words[i]) if tokens.is_noun(i) and tokens.word(i + 1) == "für" else None
        if head is None or not head.takes_for or (not tokens.is_noun(i + 2) and not tokens.is_adjective(i + 2)):
            return
        end = i + 2
        while tokens.is_adjective(end):
            end += 1
        while tokens.is_noun(end) and not (tokens.tag(end) == "NE" and self._starts(end, "place")):
            end += 1
            if tokens.word(end) in ("und", ",", "&") and tokens.is_noun(end + 1) and self._goes_on(end + 1):
                end += 1
        while tokens.word(end) in ("des", "der") and tokens.tag(end + 1) == "NN" and end + 1 not in self.outer:
            end += 2
        covering = self.outer.get(i)
        if covering is not None and covering.last >= end:
            return
        reaching = self.outer.get(end - 1)
        if reaching is not None and reaching.kind == "organisation":
            end = max(end, reaching.last)
        first = self._start_of_body(i)
        self._replace(first, end, "organisation")
        self._take_place(first, end, "organisation")

    def _goes_on(self, i: int) -> bool:
        """Whether the noun after an "und" still belongs to the field: not before a verb, not another name."""
        return i not in self.outer or self.outer[i].kind == "organisation"

    def _join_genitive(self, i: int) -> None:
        """ "Präsidialamt" "der" "Ukraine", "Institut für Chemie" "der" "Universität Oldenburg"."""
        tokens = self.tokens
        if tokens.words[i] not in ("der", "des") or i in self.outer or not i:
            return
        parent = self._starts(i + 1)
        if parent is None or parent.kind == "person":
            return
        left = self.outer.get(i - 1)
        first = left.first if left is not None and left.kind == "organisation" and left.form == "name" else i - 1
        head = self._head_of(first, i) if tokens.is_noun(i - 1) else None
        if head is not None and head.takes_genitive:
            self._replace(first, parent.last, "organisation", kept=parent)

    def _head_of(self, first: int, last: int):  # type: ignore[no-untyped-def]
        """The head of a name: its first noun."""
        return next(
            (find_head(self.tokens.words[k]) for k in range(first, last) if self.tokens.tags[k] != "ADJA"), None
        )

    def _join_place(self, i: int) -> None:
        """ "Polizei" "Bremen", "Nabu" "Sachsen", "Städte- und Gemeindebund" "Brandenburg": a place right behind a body."""
        tokens = self.tokens
        place = self._starts(i) if i else None
        if place is None or place.kind == "person" or tokens.paragraphs[i - 1] != tokens.paragraphs[i]:
            return
        left = self.outer.get(i - 1)
        if left is not None:
            if self._is_class_word(left):
                self.outer.pop(i - 1)
            elif self._takes_in(left, place):
                self._replace(left.first, place.last, "organisation", kept=place)
            return
        head = find_head(tokens.words[i - 1]) if tokens.tags[i - 1] in ("NN", "NE") else None
        if head is None or not head.takes_place or tokens.words[i - 1] in class_words():
            return
        self._replace(self._start_of_body(i - 1), place.last, "organisation", kept=place)

    def _is_class_word(self, left: Name) -> bool:
        """ "Pazifikinsel" before "Guam", "Département" before "Yvelines": not a name of its own."""
        is_noun = left.last - left.first == 1 and left.form == "name" and self.tokens.tags[left.first] == "NN"
        return is_noun and left.text.lower().endswith(tuple(w.lower() for w in class_words() if len(w) > 4))

    def _takes_in(self, body: Name, right: Name) -> bool:
        """ "Nabu" and "Sachsen" are one name, "Bundesverband" and "Paket & Expresslogistik" too; two others are not."""
        if body.kind != "organisation" or body.form != "name" or self._is_genitive(body, right):
            return False
        head = find_head(body.text)
        return right.kind == "place" or (head is not None and head.takes_place and body.text not in class_words())

    def _is_genitive(self, body: Name, place: Name) -> bool:
        """ "die SPD Brandenburgs" are two names."""
        return is_acronym(body.text) and place.text.endswith("s") and is_known_place(place.text[:-1])

    def _start_of_body(self, i: int) -> int:
        """Takes in "Städte- und" before "Gemeindebund", and capitalised adjectives."""
        tokens = self.tokens
        if tokens.word(i - 1) == "und" and tokens.word(i - 2).endswith("-"):
            i -= 2
        while (
            tokens.tag(i - 1) == "ADJA" and tokens.words[i - 1][0].isupper() and not tokens.words[i - 1].endswith("er")
        ):
            i -= 1
        return i
