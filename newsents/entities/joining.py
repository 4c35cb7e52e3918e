"""Joins what the analysis left apart or cut short: "Ursula von" + "Leyen", "Amt für" + "Statistik", "Nabu" + "Sachsen".

Each rule goes over the text once, from left to right, with the names indexed by token.
"""

from __future__ import annotations

from dataclasses import replace

from newsents.entities.names import Name
from newsents.entities.surroundings import class_kinds, make_name
from newsents.reading.view import View
from newsents.records import EntityKind
from newsents.words.bodies import HeadNoun, ends_as_adjective, find_head_noun, load_club_words, load_legal_forms
from newsents.words.closed_classes import load_words
from newsents.words.gender import Gender
from newsents.words.known_names import first_names, is_known_town, is_press_head, known_places
from newsents.words.persons import find_person
from newsents.words.places import find_towns
from newsents.words.spelling import is_acronym
from newsents.words.tags import NAMES_AND_NOUNS, PREPOSITIONS

INFLECTED_ER = ("ischer", "licher", "aler", "iger")
NUMBERS = frozenset(("1.", "2.", "3."))
ROMAN = frozenset(("I", "II", "III", "IV"))


class Joiner:
    """The names of an article by their tokens; longer names replace the parts that they are made of."""

    def __init__(self, view: View, names: list[Name]) -> None:
        self.view = view
        self.outer: dict[int, Name] = {}
        self.inner: list[Name] = []
        self.people = {n.text for n in names if n.kind == "person" and n.form == "name"}
        for name in names:
            self._put(name)

    def join(self) -> list[Name]:
        """The names after all rules, in order, outer ones before those inside them."""
        for rule in (
            self._join_town_as_first_name,
            self._join_person,
            self._complete_person,
            self._join_number,
            self._join_same,
            self._join_ampersand,
            self._join_adjective,
            self._join_field,
            self._join_genitive,
            self._join_place,
            self._join_house,
            self._join_legal_form,
        ):
            for i in range(len(self.view)):
                rule(i)
        outer = {(n.first, n.last): n for n in self.outer.values()}
        for name in outer.values():
            self._add_town(name)
        inner = {(n.first, n.last): n for n in self.inner if n.first in self.outer}
        return sorted({**inner, **outer}.values(), key=lambda n: (n.start, -n.end))

    def _put(self, name: Name) -> None:
        if name.inside:
            self.inner.append(name)
        else:
            self.outer.update(dict.fromkeys(range(name.first, name.last), name))

    def _replace(self, first: int, last: int, kind: EntityKind, kept: Name | None = None) -> None:
        """Puts one name in place of all in a range; `kept` stays inside it."""
        gender: Gender = next(
            (n.gender for i in range(first, last) if (n := self.outer.get(i)) is not None and n.gender), ""
        )
        for i in range(first, last):
            self.outer.pop(i, None)
        if kept is not None and (inside := self._read_inside(kept)) is not None:
            self.inner.append(inside)
        self._put(make_name(self.view, first, last, kind, gender=gender))

    def _read_inside(self, kept: Name) -> Name | None:
        """A place or parent body that a longer name takes in; not the field of a "Bundesverband"."""
        is_place = kept.text in known_places() or bool(find_towns(kept.text))
        is_field = kept.kind == "organisation" and not is_place and not self.view.is_article(kept.first - 1)
        if is_field or self.view.is_adjective(kept.first):
            return None
        return replace(kept, inside=True, kind="place" if is_place else kept.kind)

    def _starts(self, i: int, kind: EntityKind | None = None) -> Name | None:
        """The name, of form `name`, that begins at a token."""
        name = self.outer.get(i)
        is_start = name is not None and name.first == i and name.form == "name" and (kind is None or name.kind == kind)
        return name if is_start else None

    def _add_town(self, name: Name) -> None:
        """The town at the end of a body's name: "VfL Bochum", "Kreissparkasse Verden"."""
        i = name.last - 1
        word = self.view.words[i]
        is_last = i > name.first and name.kind == "organisation" and self.view.words[i - 1][-1] not in "-/&"
        is_town = self.view.tags[i] == "NE" and word[0].isupper() and is_known_town(word)
        if is_last and (is_town or word in known_places()):
            before = self.view.words[i - 1]
            is_double = i - 1 > name.first and (before == "St." or bool(find_towns(f"{before} {word}")))
            first = i - is_double
            self.inner = [n for n in self.inner if n.first < first or n.last > i + 1]
            self.inner.append(make_name(self.view, first, i + 1, "place", inside=True))

    def _join_town_as_first_name(self, i: int) -> None:
        """ "Rom" "Braslau", "Paris" "Lohe": a town that nothing makes one, right before a surname."""
        town = self._starts(i, "place")
        surname = self._starts(town.last) if town is not None else None
        if town is None or surname is None or town.last - i > 1 or surname.last - surname.first > 1:
            return
        if surname.kind != "person" and surname.text not in self.people:
            return
        is_country = town.text in known_places() and town.text not in first_names()
        has_preposition = self.view.tag(i - 1) in PREPOSITIONS and self.view.word(i - 1).lower() not in ("von", "mit")
        if not (
            town.local or has_preposition or is_country or town.text.endswith("s") or surname.text in first_names()
        ):
            self._replace(i, surname.last, "person")

    def _join_person(self, i: int) -> None:
        """ "Ursula" "von der" "Leyen", "Johann Sebastian" "Bach": two persons with at most particles between."""
        left = self._starts(i, "person")
        if left is None or self.view.words[left.last - 1].endswith("."):
            return
        after = left.last
        while (
            self.view.word(after) in load_words("name particle") and after - left.last < 3 and after not in self.outer
        ):
            after += 1
        right = self._starts(after, "person")
        if right is not None:
            self._replace(left.first, right.last, "person")

    def _complete_person(self, i: int) -> None:
        """ "Sprecherin Ida" + "Rast", "Gerlinde" + "Roth": a first name or surname beside it that was missed."""
        view, name = self.view, self._starts(i, "person")
        if name is None or name.last - name.first > 1:
            return
        has_title = find_person(view.word(i - 1), productive=True) is not None
        if self._is_missed(i - 1) and not has_title and not view.words[i - 1].endswith("s"):
            self._replace(i - 1, name.last, "person")
            return
        is_free = name.last not in self.outer and view.is_noun(name.last)
        is_surname = self._is_missed(name.last) or (has_title and not view.is_noun(name.last + 1))
        if view.words[i] in first_names() and is_free and is_surname:
            self._replace(i, name.last + 1, "person")

    def _is_missed(self, i: int) -> bool:
        """Whether a token in no name is tagged as one."""
        return self.view.tag(i) == "NE" and i not in self.outer and self.view.word(i)[:1].isupper()

    def _join_number(self, i: int) -> None:
        """ "1." + "FC Köln", "2." + "Bundesliga"."""
        name = self._starts(i, "organisation")
        number = self.view.word(i - 1)
        if name is None or number not in NUMBERS:
            return
        word = self.view.words[i]
        if word in load_club_words() or word.lower().endswith("liga"):
            self._replace(i - 1, name.last, "organisation")

    def _join_same(self, i: int) -> None:
        """ "Los" "Angeles", "Den" "Haag", "Democratic" "Front": two places or bodies with nothing between."""
        left = self._starts(i)
        right = self._starts(left.last) if left is not None else None
        if left is None or right is None or left.kind == "person" or left.kind != right.kind:
            return
        is_common = self.view.tags[left.last - 1] == "NN" or self._is_class_word(left)
        is_place = left.text in known_places() or bool(find_towns(left.text))
        is_one = not is_common and (left.kind == "organisation" or not is_place)
        if is_one or find_towns(f"{left.text} {right.text}"):
            self._replace(left.first, right.last, left.kind)

    def _join_ampersand(self, i: int) -> None:
        """ "Bundesverband Paket" "& Expresslogistik": both sides, and the institution before them."""
        view = self.view
        if view.words[i] != "&" or not (view.is_noun(i - 1) and view.word(i + 1)[:1].isupper()):
            return
        sides = [n for k in (i - 1, i, i + 1) if (n := self.outer.get(k)) is not None and n.kind == "organisation"]
        first = min([i - 1, *(n.first for n in sides)])
        last = max([i + 2, *(n.last for n in sides)])
        head = find_head_noun(view.words[first - 1]) if view.is_noun(first - 1) else None
        is_institution = head is not None and head.takes_place and view.words[first - 1] not in class_kinds()
        if sides or is_institution:
            self._replace(first - is_institution, last, "organisation")

    def _join_adjective(self, i: int) -> None:
        """ "Europäische Gerichtshof", "Weiße Haus": a capital on the adjective, inside a sentence, makes it a name."""
        view, end = self.view, i
        while self._is_capital_adjective(end):
            end += 1
        if end == i or not view.is_noun(end) or view.begins_sentence(i) or view.is_adjective(i - 1):
            return
        head, covering = find_head_noun(view.words[end]), self.outer.get(end)
        if head is None or head.kind is None or (covering is not None and covering.last > end + 1):
            return
        if not any(self._is_town_adjective(k, head) for k in {i, end - 1}):
            is_larger = covering is not None and covering.first < end
            self._replace(i, end + 1, covering.kind if covering is not None and is_larger else head.kind)
            self._take_place(i, end + 1)

    def _is_capital_adjective(self, i: int) -> bool:
        """By tag or by form: the analysis often takes "Weiße" in "Weiße Haus" for a name."""
        word, tag = self.view.word(i), self.view.tag(i)
        is_adjective = tag == "ADJA" or (tag in NAMES_AND_NOUNS and ends_as_adjective(word))
        return (
            is_adjective
            and word.rsplit("-", 1)[-1][:1].isupper()
            and not word.startswith(tuple(load_words("common adjective")))
        )

    def _is_town_adjective(self, i: int, head: HeadNoun) -> bool:
        """Whether an adjective in -er only says where: "Kölner Polizei"; but "Flensburger Förde" is a name."""
        word = self.view.words[i]
        if not word.endswith("er") or word.endswith(INFLECTED_ER) or is_press_head(self.view.word(i + 1)):
            return False
        return head.kind != "place" or head.gender != "female"

    def _take_place(self, first: int, last: int) -> None:
        """ "Evangelische Innenstadtgemeinde" + "Görlitz"."""
        place, body = self._starts(last, "place"), self.outer[first]
        if body.kind == "organisation" and place is not None:
            self._replace(first, place.last, "organisation", kept=place)

    def _join_field(self, i: int) -> None:
        """ "Amt für Statistik Berlin-Brandenburg", "Institut für Chemie und Biologie des Meeres"."""
        view = self.view
        head = find_head_noun(view.words[i]) if view.word(i + 1) == "für" and view.is_noun(i) else None
        if head is None or not head.takes_for:
            return
        end = self._end_of_field(i + 2)
        covering, reaching = self.outer.get(i), self.outer.get(end - 1)
        if end == i + 2 or (covering is not None and covering.last >= end):
            return
        if reaching is not None and reaching.kind == "organisation":
            end = max(end, reaching.last)
        first = self._start_of_body(i)
        self._replace(first, end, "organisation")
        self._take_place(first, end)

    def _end_of_field(self, i: int) -> int:
        """The token after "Chemie und Biologie des Meeres"; the start again if no noun stands there."""
        view, end = self.view, i
        while view.is_adjective(end):
            end += 1
        start = end
        while view.is_noun(end) and not (view.tag(end) == "NE" and self._starts(end, "place")):
            end += 1
            if view.word(end) in ("und", "&") and view.is_noun(end + 1) and self._is_free(end + 1):
                end += 1
        while view.word(end) in ("des", "der") and view.tag(end + 1) == "NN" and end + 1 not in self.outer:
            end += 2
        return i if end == start else end

    def _is_free(self, i: int) -> bool:
        """Whether a noun after "und" may belong to a body's field: no place or person of its own."""
        name = self.outer.get(i)
        return name is None or name.kind == "organisation"

    def _join_genitive(self, i: int) -> None:
        """ "Präsidialamt" "der" "Ukraine", "Institut für Chemie" "der" "Universität Oldenburg"."""
        view = self.view
        parent = self._starts(i + 1) if i and view.words[i] in ("der", "des") and i not in self.outer else None
        if parent is None or parent.kind == "person" or not view.is_noun(i - 1):
            return
        left = self.outer.get(i - 1)
        first = left.first if left is not None and left.kind == "organisation" and left.form == "name" else i - 1
        head = next((find_head_noun(view.words[k]) for k in range(first, i) if not view.is_adjective(k)), None)
        if head is not None and head.takes_genitive:
            self._replace(first, parent.last, "organisation", kept=parent)

    def _join_place(self, i: int) -> None:
        """ "Polizei" "Bremen", "Nabu" "Sachsen", "Gemeindebund" "Brandenburg": a place right behind a body."""
        view = self.view
        place = self._starts(i) if i else None
        if place is None or place.kind == "person" or view.paragraph[i - 1] != view.paragraph[i]:
            return
        left = self.outer.get(i - 1)
        last = place.last + (view.word(place.last) in ROMAN)
        if left is not None and self._is_class_word(left):
            self.outer.pop(i - 1)
        elif left is not None and self._takes_in(left, place):
            self._replace(left.first, last, "organisation", kept=place)
        elif left is None and place.kind == "place" and self._is_institution(i - 1):
            self._replace(self._start_of_body(i - 1), last, "organisation", kept=place)

    def _join_house(self, i: int) -> None:
        """ "Alters- und Pflegeheims" "Sonnmatt": a house that no list has, right behind an institution."""
        view = self.view
        is_behind = i > 0 and i - 1 not in self.outer and self._is_institution(i - 1) and not view.is_noun(i + 1)
        if is_behind and self._is_missed(i) and not view.words[i].endswith("s"):
            self._replace(self._start_of_body(i - 1), i + 1, "organisation")

    def _join_legal_form(self, i: int) -> None:
        """ "Rasthof" + "GmbH.": a legal form to which the tokeniser left the sentence's full stop."""
        name = self._starts(i)
        form = self.view.word(name.last) if name is not None else ""
        if name is not None and name.kind != "place" and form.endswith(".") and (form[:-1],) in load_legal_forms():
            self._replace(i, name.last + 1, "organisation")

    def _is_institution(self, i: int) -> bool:
        word = self.view.words[i]
        head = find_head_noun(word) if self.view.tags[i] in NAMES_AND_NOUNS else None
        return head is not None and head.takes_place and word not in class_kinds()

    def _is_class_word(self, left: Name) -> bool:
        """ "Pazifikinsel" before "Guam", "Département" before "Yvelines": not a name of its own."""
        if left.last - left.first > 1 or left.form != "name" or self.view.tags[left.first] != "NN":
            return False
        word = left.text
        return word in class_kinds() or any(word.endswith(c.lower()) for c in class_kinds() if len(c) > 4)

    def _takes_in(self, body: Name, right: Name) -> bool:
        """ "Nabu" and "Sachsen" are one name, "Bundesverband" and "Glas" too; "SPD" and "Brandenburgs" are two."""
        if body.kind != "organisation" or body.form != "name":
            return False
        is_genitive = right.text.endswith("s") and right.text[:-1] in known_places()
        if is_acronym(body.text) and is_genitive:
            return False
        return right.kind == "place" or self._is_institution(body.last - 1)

    def _start_of_body(self, i: int) -> int:
        """Takes in "Städte- und" before "Gemeindebund", and capitalised adjectives."""
        view = self.view
        if view.word(i - 1) == "und" and view.word(i - 2).endswith("-"):
            i -= 2
        while view.is_adjective(i - 1) and self._is_capital_adjective(i - 1) and view.word(i - 1)[-2:] != "er":
            i -= 1
        return i
