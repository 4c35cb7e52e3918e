"""Finds names: what the analysis marked, cleaned to what the records mean by a name (no title, article, class word)."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from newsents.entities.compounds import compound_body, is_part, is_town_adjective
from newsents.entities.finders.things import drop_abbreviations_of_things, is_abbreviated, is_law
from newsents.entities.names import FORMS, KINDS, Name
from newsents.entities.surroundings import class_kinds, is_thing, make_name, names_a_thing
from newsents.errors import PipelineError
from newsents.reading.view import View
from newsents.records import EntityKind, Form
from newsents.words.bodies import ends_as_adjective, find_head_noun
from newsents.words.closed_classes import load_words
from newsents.words.derivation import find_origins
from newsents.words.gender import Gender
from newsents.words.known_names import (
    column,
    first_names,
    is_road,
    known_countries,
    known_kind,
    known_places,
    plain_organisations,
)
from newsents.words.marks import is_mark
from newsents.words.persons import find_person, find_title_gender, load_role_words, load_titles
from newsents.words.places import find_towns
from newsents.words.tags import DETERMINERS, NAMES_AND_NOUNS, PREPOSITIONS, WHOLE_NOUNS

TRAILING = frozenset('.,:;!?)]}“”"»«‹›‚‘/–—-…|&')
LEADING = (TRAILING - {"&"}) | frozenset("([{„'")
OUT_OF_OFFICE = frozenset(("a.", "d.", "a.d.", "i.", "r.", "i.r."))
"""What stands between an office and its former holder: "Ministerin a. D. Ute Kranz"."""
OUTSIDE_TAGS = PREPOSITIONS | {"KON", "ADV", "ADJA"}


def read_label(label: str) -> tuple[EntityKind | None, Form]:
    """ "LOCderiv" → ("place", "derived"); the kind of what is no person, place or organisation is None."""
    for suffix in ("deriv", "part"):
        if label.endswith(suffix):
            return KINDS.get(label.removesuffix(suffix)), FORMS[suffix]
    return KINDS.get(label), "name"


def find_marked_names(view: View, own: list[Name]) -> list[Name]:
    """The names that the analysis marked, cleaned, outer ones before those inside them; those in `own` win."""
    outer, inner = view.names
    taken = {i for name in own for i in range(name.first, name.last)}
    read = (_read(view, *labelled, inside=False) for labelled in outer)
    marked = _drop_first_names([n for n in read if n is not None and taken.isdisjoint(range(n.first, n.last))])
    names = [*own, *drop_abbreviations_of_things(view, _keep_double_surnames(view, marked))]
    around: dict[int, Name] = {i: name for name in names for i in range(name.first, name.last)}
    for labelled in inner:
        name = _read(view, *labelled, inside=True)
        outside = around.get(name.first) if name is not None else None
        if name is not None and outside is not None and _may_stand_inside(name, outside):
            names.append(name)
    return sorted(names, key=lambda n: (n.start, -n.end))


def _complete_nickname(view: View, first: int, last: int) -> int:
    """Where a name begins of which the analysis took only the end: "Alfons „Fonse" + "“ Kern" → "Alfons"."""
    marks = [i for i in range(first, last) if is_mark(view.words[i])]
    if len(marks) != 1 or marks[0] + 1 >= last:
        return first
    opening = next((i for i in range(first - 1, max(first - 3, 0), -1) if is_mark(view.words[i])), None)
    if opening is not None and view.tags[opening - 1] == "NE":
        return opening - 1
    return first if opening is None and view.words[marks[0]] in "'’" else marks[0] + 1


def _begins_headline(view: View, first: int) -> bool:
    """Whether a country's adjective without article begins a sentence before a common noun that heads no name."""
    is_country = view.words[first].endswith("er") and not known_countries().isdisjoint(find_origins(view.words[first]))
    noun = view.word(first + 1)
    return is_country and view.begins_sentence(first) and view.tag(first + 1) == "NN" and find_head_noun(noun) is None


def _drop_first_names(names: list[Name]) -> list[Name]:
    """Without "Hans" where "Hans „Hansi“ Kern" has been completed."""
    longer = {i for n in names if n.last - n.first > 1 for i in range(n.first, n.last)}
    return [n for n in names if n.last - n.first > 1 or n.first not in longer]


def _keep_double_surnames(view: View, names: list[Name]) -> list[Name]:
    """ "Wimmer-Kogler" is a name, and no compound of "Wimmer", where the article has "Ina Wimmer-Kogler"."""
    people = [n for n in names if n.kind == "person" and n.form == "name" and n.last - n.first > 1]
    surnames = {view.words[n.last - 1] for n in people}
    doubles = {word for word in surnames if "-" in word[1:-1]}
    return [replace(n, kind="person", form="name") if n.text in doubles else n for n in names]


def read_span(view: View, span: Span) -> Name:
    """A name of a user's own finder, which is taken as it is."""
    kind, form = read_label(span.label_)
    if kind is None:
        raise PipelineError(f"a name finder must label its spans PER, LOC or ORG, not {span.label_!r}")
    return make_name(view, *view.locate(span), kind, form, known_id=span.id_)


def _read(view: View, first: int, last: int, label: str, *, inside: bool) -> Name | None:
    kind, form = read_label(label)
    first, last, gender = trim(view, first, last, kind)
    if kind is None or first >= last:
        return None
    is_town = is_town_adjective(view, first) and not ends_as_adjective(view.words[first])
    is_common = is_town and _is_common(view, last - 1, "organisation")
    if last - first == 2 and is_common and not is_abbreviated(view, first, last):
        kind, form, last = "place", "derived", first + 1  # "Kölner Polizei"
    if last - first == 2 and _begins_headline(view, first):
        kind, form, last = "place", "derived", first + 1  # "Deutscher Handel wächst"
    if kind == "person":
        first = _complete_nickname(view, first, last)
    if last - first == 1:
        kind, form = correct_label(view, first, kind, form)
        kind = _read_bearer(view, first, kind) if form == "name" else kind
    if is_false_name(view, first, last, kind, form):
        return None
    return make_name(view, first, last, kind, form, inside=inside, gender=gender)


def _may_stand_inside(name: Name, outside: Name) -> bool:
    """Only places and bodies that stand as words of their own: not "Deutsche" or "Wiechmann" in a company's name."""
    is_smaller = name.last - name.first < outside.last - outside.first
    return is_smaller and name.form == "name" and name.kind != "person" and outside.kind == "organisation"


def correct_label(view: View, i: int, kind: EntityKind, form: Form) -> tuple[EntityKind, Form]:
    """The form of one word, which its shape shows better than the analysis: "Moskaus", "Jenaer", "SPD-Politikerin"."""
    word = view.words[i]
    if is_road(word):
        return "place", "name"
    if word in plain_organisations() or word.removesuffix("s") in plain_organisations():
        return "organisation", "name"
    if "-" in word and not known_places().isdisjoint((word, word.removesuffix("s"))):
        return "place", "name"  # "Schengen-Raums"
    if form == "name" and kind == "place" and word.endswith(tuple(load_words("paper"))) and not find_towns(word):
        return "organisation", "name"
    if form == "derived" and word[0].isupper() and (_is_place_name(word) or _is_building(word)):
        form = "name"
    if form == "name" and kind != "person" and is_town_adjective(view, i):
        return "place", "derived"
    if form == "part" and "-" in word and len(find_origins(word)) > 1:
        return "place", "derived"  # "Deutsch-Däne"
    if "-" in word and (form != "derived" or word[0].isupper()):
        body = compound_body(word)
        if body is not None and (form != "name" or kind != "person" or body == "place"):
            return body, "name"
        if form == "name" and is_part(view, i):
            return kind, "part"
    return kind, form


def _read_bearer(view: View, i: int, kind: EntityKind) -> EntityKind:
    """A person behind an office ("Geschäftsführer Ringat"), a town behind "in" or "aus" ("aus Bachmut")."""
    word, before = view.words[i], view.word(i - 1)
    if kind == "person":
        is_town = before.lower() in ("in", "aus") and word not in first_names() and bool(find_towns(word))
        return "place" if is_town and view.tag(i + 1) not in NAMES_AND_NOUNS else kind
    is_known = known_kind(word) is not None or bool(find_towns(word)) or find_head_noun(word) is not None
    if is_known or sum(c.isupper() for c in word) > 1 or view.tags[i] != "NE":
        return kind
    office = find_person(before) if before in load_role_words() else None
    return "person" if office is not None and office.use == "function" and before not in class_kinds() else kind


def _is_place_name(word: str) -> bool:
    return word in known_places() or (word.endswith("s") and bool(find_towns(word[:-1])))


def _is_building(word: str) -> bool:
    """ "Peterskirche", which the analysis takes for a form of a name."""
    head = find_head_noun(word)
    return head is not None and head.kind is not None and not find_origins(word)


def trim(view: View, first: int, last: int, kind: EntityKind | None) -> tuple[int, int, Gender]:
    """A range without article, title, class word and closing marks, and the gender that a title showed.

    "die Ukraine" → "Ukraine", "Hallo Herr Müller" → "Müller", "Dr. Petra Maier-Lenz" → "Petra Maier-Lenz".
    """
    gender: Gender = ""
    while first < last and (view.words[last - 1] in TRAILING or not view.words[last - 1].strip()):
        last -= 1
    if kind == "person":
        title = next((i for i in range(last - 2, first - 1, -1) if view.words[i] in load_titles()), None)
        if title is not None:
            gender, first = find_title_gender(view.words[title]), title + 1
        while first < last and view.words[first].lower() in OUT_OF_OFFICE:
            first += 1
    while first < last and _stays_outside(view, first, last, kind):
        first += 1
    return first, last, gender


def _stays_outside(view: View, first: int, last: int, kind: EntityKind | None) -> bool:
    """Whether the first word of a range is no part of the name."""
    word = view.words[first]
    if not word.strip() or word in LEADING or word in load_titles():
        return True
    if first + 1 == last:
        return False
    if word.lower() in load_words("article") and (word.islower() or view.begins_sentence(first)):
        return not find_towns(f"{word} {view.words[first + 1]}")  # "Den Haag"
    if kind == "person":
        return view.tags[first] == "NN" and word in load_role_words() - load_words("noble")
    if word.islower() and view.tags[first] in OUTSIDE_TAGS:
        return True
    return word in class_kinds() and view.tag(first + 1) not in DETERMINERS | PREPOSITIONS | {"KON"}


def is_false_name(view: View, first: int, last: int, kind: EntityKind, form: Form) -> bool:
    """Whether a found name is none: "Mittwoch", "der Landtag", a bare number, a lower-case word, a ship."""
    words = view.words[first:last]
    letters = "".join(words)
    if sum(c.isalnum() for c in letters) < 2 or not any(c.isalpha() for c in letters):
        return True
    if form != "name":
        return False
    if letters.islower():
        return kind != "organisation" or len(words) > 1 or view.tags[first] not in WHOLE_NOUNS
    if (
        names_a_thing(view, first)
        or is_law(words[-1])
        or is_thing(words[-1], view.is_adjective(first) or len(words) == 1)
    ):
        return True
    return len(words) == 1 and _is_common(view, first, kind)


def _is_common(view: View, i: int, kind: EntityKind) -> bool:
    word = view.words[i]
    if word in column("not_names.tsv", "word") or (word in class_kinds() and view.tags[i] == "NN"):
        return True
    if kind == "person" and view.tags[i] == "NN":
        return view.tag(i - 1) in ("ART", "ADJA") or find_person(word) is not None
    return kind == "organisation" and is_common_body(word)


def is_common_body(word: str) -> bool:
    """Whether a word alone is the common noun of an institution: "Landgericht", not "Bundesgerichtshof"."""
    if word.startswith(tuple(load_words("national"))) or "-" in word:
        return False
    head = find_head_noun(word)
    return head is not None and head.takes_place
