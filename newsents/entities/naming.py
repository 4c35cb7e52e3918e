"""From how a name stands in the text to the name itself: nominative, no genitive -s, the base of derived forms."""

from __future__ import annotations

import re
from dataclasses import replace

from newsents.entities.compounds import find_front, find_inner_name
from newsents.entities.finders.things import is_law, names_nothing
from newsents.entities.names import Name
from newsents.entities.surroundings import class_kinds
from newsents.reading.view import View
from newsents.records import EntityKind
from newsents.words.bodies import ends_as_adjective, find_head_noun
from newsents.words.closed_classes import load_words
from newsents.words.declension import (
    find_gender,
    normalise_adjective,
    normalise_case,
    normalise_genitive,
    normalise_noun,
    normalise_plural,
    read_genders,
)
from newsents.words.derivation import find_origins
from newsents.words.gender import Gender
from newsents.words.known_names import compound_forms, find_party_abroad, known_kind, known_organisations, known_places
from newsents.words.lemmas import is_word
from newsents.words.marks import is_mark
from newsents.words.places import find_towns

ADJECTIVE_ENDINGS = ("e", "en", "em", "er", "es")


class Namer:
    """Gives the names of one article their normal forms; the article's own forms are the evidence."""

    def __init__(self, view: View, names: list[Name]) -> None:
        self.view = view
        plain = [n for n in names if n.form == "name"]
        full = [n for n in plain if n.kind == "person" and n.last - n.first > 1]
        self.surnames = {view.words[n.last - 1] for n in full if not self.is_genitive(n)}
        self.words = {w for n in plain for w in view.words[n.first : n.last]}
        self.kinds: dict[str, EntityKind] = {}
        for name in full:
            self.kinds.setdefault(view.words[name.last - 1], "person")
        for name in plain:
            self.kinds.setdefault(name.text, name.kind)

    def name_all(self, names: list[Name]) -> list[Name]:
        """The names with `name` filled; "griechisch-türkisch" becomes two, and what has no base is left out."""
        simple = [n.named(self.normalise_name(n)) for n in names if n.form == "name"]
        bases = {n.name: n.kind for n in simple}
        found = list(simple)
        for name in names:
            if name.form == "derived":
                found.extend(self.find_derived(name, bases))
            elif name.form == "part":
                found.extend(self.find_part(name, {**bases, **self.kinds}))
        return sorted((n for n in found if n.name), key=lambda n: (n.start, -n.end))

    def normalise_name(self, name: Name) -> str:
        """ "des Nationalen Sicherheitsrates Russlands" → "Nationaler Sicherheitsrat Russlands"."""
        words = self.view.words[name.first : name.last]
        if name.end < self.view.ends[name.last - 1]:
            words[-1] = words[-1][: name.end - self.view.ends[name.last - 1]]
        if name.kind == "person":
            words = [*words[:-1], self._strip_genitive(name, words[-1])]
        else:
            words = self._normalise_phrase(name, words)
        text = self._join(name, words)
        return self._lower_capitals(name, text)

    def _join(self, name: Name, words: list[str]) -> str:
        """The words with the white space that the text has between them, a line break counting as a blank."""
        gaps = zip(range(name.first, name.last - 1), words[1:], strict=True)
        spaced = (" " * (self.view.starts[i + 1] > self.view.ends[i]) + word for i, word in gaps)
        text = words[0] + "".join(spaced)
        return " ".join(text.split())

    def _lower_capitals(self, name: Name, text: str) -> str:
        if not text.isupper() or len(text) < 4 or text in known_organisations() or text in known_places():
            return text
        lowered = normalise_case(text)
        is_known = lowered in self.words or (
            name.kind == "place" and (find_towns(lowered) or lowered in known_places())
        )
        return lowered if is_known or (name.kind == "person" and " " in text) else text

    def _strip_genitive(self, name: Name, word: str) -> str:
        if word in self.surnames and word[:-1] not in self.words:
            return word  # "Gallois", beside "Louis Gallois"
        return normalise_genitive(word, self.words, is_genitive=self.is_genitive(name))

    def is_genitive(self, name: Name) -> bool:
        """Whether a name stands in the genitive: "Putins Schritt", "des Kremls", "die Entscheidung Moskaus"."""
        view, before = self.view, self.view.before(name.first)
        if before in ("des", "eines"):
            return True
        if is_mark(view.word(name.last)) and name.kind == "person" and view.is_noun(name.last + 1):
            return not view.tag(name.first - 1).startswith("V")  # "Verdis „Aida“"
        follows = view.is_noun(name.last) or (view.is_adjective(name.last) and view.tag(name.last + 1) == "NN")
        if follows and view.paragraph[name.last] == name.paragraph:
            return name.last - name.first == 1 or name.kind != "organisation" or view.tag(name.last) != "NE"
        if before in load_words("not genitive"):
            return False
        is_after_class_word = view.word(name.first - 1) in class_kinds()
        return view.feature(name.last - 1, "Case") == "Gen" and not is_after_class_word

    def _normalise_phrase(self, name: Name, words: list[str]) -> list[str]:
        """Leading adjectives and the head noun of a body's or place's name in the nominative; the rest stays."""
        if len(words) == 1:
            return [self._normalise_single(name, words[0])]
        view = self.view
        head = self._find_head(name.first, words)
        noun, i = words[head], name.first + head
        is_after_des = view.before(name.first) == "des"
        is_genitive = is_after_des or (
            view.feature(i, "Case") == "Gen" and (head > 0 or find_head_noun(noun) is not None)
        )
        gender = find_gender(noun) or self._read_gender(name.first, i, is_genitive=is_after_des)
        if gender == "plural":
            noun = normalise_plural(noun)
        if gender not in ("female", "plural") and (view.tags[i] == "NN" or head or find_head_noun(noun) is not None):
            noun = normalise_noun(noun, is_genitive=is_genitive)
        fronts = [
            normalise_adjective(w, gender) if gender and self._is_inflected(name.first + k) else w
            for k, w in enumerate(words[:head])
        ]
        return [*fronts, noun, *words[head + 1 :]]

    def _find_head(self, first: int, words: list[str]) -> int:
        """The noun that has the case: "Amt" in "Auswärtigen Amts", "Heims" in "Wohn- und Pflegeheims Kirchdorf"."""
        plain = next((k for k in range(len(words)) if not self._is_adjective(first + k)), len(words) - 1)
        before = next((k for k, w in enumerate(words) if w.islower() and w not in ("und", "&")), len(words))
        known = (k for k in range(plain, before) if find_head_noun(words[k]) is not None)
        return next(known, plain)

    def _is_adjective(self, i: int) -> bool:
        """By its form, or by tag if the form allows it: not "Instituts"."""
        word = self.view.words[i]
        is_tagged = self.view.tags[i] == "ADJA" and word.endswith(ADJECTIVE_ENDINGS) and find_head_noun(word) is None
        return is_tagged or ends_as_adjective(word)

    def _is_inflected(self, i: int) -> bool:
        """Not "Frankfurter", "Zürcher", which have no case, nor "Robert"."""
        word = self.view.words[i]
        if not self._is_adjective(i):
            return False
        return not word.endswith("er") or (ends_as_adjective(word) and not find_towns(word[:-2]))

    def _read_gender(self, first: int, i: int, *, is_genitive: bool) -> Gender:
        """The gender that the analysis gives a noun, where determiner and adjective ending before it allow that."""
        gender = self.view.gender(i)
        if is_genitive:
            return gender if gender in ("male", "neuter") else "male"
        gender = "plural" if self.view.feature(i, "Number") == "Plur" else gender
        possible = read_genders(self.view.before(first), self.view.words[first]) if i > first else frozenset()
        return gender if gender in possible or not possible else sorted(possible)[0]

    def _normalise_single(self, name: Name, word: str) -> str:
        """ "Niederlanden" → "Niederlande", "Handelsblatts" → "Handelsblatt", "Grünen" → "Grüne"."""
        if word.endswith("n") and known_kind(word[:-1]) and not known_kind(word):
            return word[:-1]
        before = self.view.before(name.first)
        if before == "des" and word.endswith("es") and find_gender(word[:-2]) in ("male", "neuter"):
            return word[:-2]
        return self._strip_genitive(name, word)

    def find_derived(self, name: Name, bases: dict[str, EntityKind]) -> list[Name]:
        """ "russischen" → Russland; "griechisch-türkisch" → two names, each with its part of the word."""
        if "-" in name.text and not name.text.islower() and not find_origins(name.text):
            return self.find_part(replace(name, form="part"), {**bases, **self.kinds})
        if (party := find_party_abroad(name.text)) and not find_origins(name.text):
            return [replace(name, name=party, kind="organisation")]
        sources = find_origins(name.text) or tuple(filter(None, [_find_base(name.text, bases)]))
        if len(sources) == 2 and name.text.count("-") == 1:
            cut = name.text.index("-")
            parts = ((0, cut), (cut + 1, len(name.text)))
            return [_cut(name, *part, source) for part, source in zip(parts, sources, strict=True)]
        return [name.named(sources[-1])] if sources else []

    def find_part(self, name: Name, known: dict[str, EntityKind]) -> list[Name]:
        """ "US-Außenminister" → USA, "Grünen-Chefin" → Grüne, "Ukrainekrieg" → Ukraine."""
        found = find_inner_name(name.text, known)
        front = find_front(name.text)
        if found is None and front and not names_nothing(front) and not is_law(name.text):
            found = "".join(c for c in front if not is_mark(c)), name.kind
        if found is None:
            return []
        base, kind = found
        return [replace(name, name=compound_forms().get(base, base), kind=kind)]


def _cut(name: Name, start: int, end: int, source: str) -> Name:
    return replace(name, start=name.start + start, end=name.start + end, text=name.text[start:end], name=source)


def _find_base(word: str, bases: dict[str, EntityKind]) -> str | None:
    """A town that the article names and that a form in -er comes from: "Oytener", "Templiner"."""
    match = re.match(r"(.{3,}?)er(?:s|n|in|innen)?$", word)
    if match is None:
        return None
    stem = match[1]
    candidates = (stem, stem + "en", stem + "e", stem[:-1] + "e" + stem[-1], stem + "a")
    return next((c for c in candidates if bases.get(c) in ("place", "organisation")), None) or (
        stem if word.endswith("er") and word[0].isupper() and len(stem) > 3 and not is_word(word) else None
    )
