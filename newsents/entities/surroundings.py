"""Makes a Name of a token range, with what the words around it say: title, class word, preposition, dateline."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from newsents.entities.names import Name
from newsents.lexicons import load_table
from newsents.reading.view import View
from newsents.records import EntityKind, Form
from newsents.words.bodies import load_legal_forms
from newsents.words.closed_classes import load_words
from newsents.words.gender import Gender
from newsents.words.marks import is_mark
from newsents.words.persons import find_person, find_title_gender
from newsents.words.places import find_towns

DATELINE_MARKS = frozenset("(:.–—-/")
THING_REACH = 4
"""How many words of a work's or ship's name may stand before the part that is taken for a name."""


@cache
def class_kinds() -> dict[str, EntityKind]:
    """Class words with the kind of what they stand before: {"Region": "place", "Firma": "organisation"}."""
    return {row["word"]: "place" if row["kind"] == "place" else "organisation" for row in load_table("class_words.tsv")}


@lru_cache(maxsize=4096)
def find_class_kind(word: str) -> EntityKind | None:
    """The kind that a class word or a compound of one tells: "Region", "Chemiekonzern"."""
    lower = word.lower()
    compound = (kind for c, kind in class_kinds().items() if len(c) > 4 and lower.endswith(c.lower()))
    return class_kinds().get(word) or (next(compound, None) if word[:1].isupper() else None)


@cache
def _things() -> frozenset[str]:
    return frozenset(row["noun"].lower() for row in load_table("thing_nouns.tsv"))


def make_name(
    view: View,
    first: int,
    last: int,
    kind: EntityKind,
    form: Form = "name",
    *,
    inside: bool = False,
    gender: Gender = "",
    known_id: str = "",
) -> Name:
    """The Name of tokens `first` to `last` (exclusive); a class word before it overrules `kind`."""
    start, end = view.starts[first], _find_end(view, first, last)
    is_local = _is_local(view, first, last)
    return Name(
        first=first,
        last=last,
        start=start,
        end=end,
        text=" ".join(view.text[start:end].split()),
        kind=(form == "name" and not known_id and _read_kind(view, first, last)) or kind,
        form=form,
        paragraph=view.paragraph[first],
        inside=inside,
        club=_may_be_club(view, first, last, form, is_local=is_local),
        local=is_local,
        gender=gender or find_title_gender(view.word(first - 1)),
        known_id=known_id,
    )


def _find_end(view: View, first: int, last: int) -> int:
    """The last character, without the full stop that the tokeniser left on "A 27." or "Fei Di."."""
    word, end = view.words[last - 1], view.ends[last - 1]
    if word[-1] == "." and last - first > 1 and (word[:-1],) in load_legal_forms():
        return end - 1
    if word[-1] != "." or last - first == 1 or len(word) < 3 or word in ("Jr.", "Sr."):
        return end
    is_number = word[:-1].isdigit()
    return end - 1 if is_number or (view.tags[last - 1] == "NE" and word[:-1].isalpha() and len(word) == 3) else end


def _is_local(view: View, first: int, last: int) -> bool:
    """Whether a name stands where only a place can: "in X", a dateline, "Bürgermeister von X"."""
    before = view.word(first - 1).lower()
    if view.begins_paragraph(first) and view.word(last) in DATELINE_MARKS:
        return view.word(last) != ":" or view.words[first].isupper()  # "Schwarz: Ich bin …" is a speaker
    if before == "von" and find_person(view.word(first - 2)) is not None:
        return bool(find_towns(view.words[first]))
    return before in load_words("local") and not view.is_noun(last) and not view.is_adjective(last)


def _may_be_club(view: View, first: int, last: int, form: Form, *, is_local: bool) -> bool:
    """Whether a town's name may mean its club: "Bochum empfängt", "die Bochumer"; not "Bochumer Stadion"."""
    if form == "derived":
        return view.words[first][0].isupper() and not view.is_noun(last) and not view.is_adjective(last)
    return form == "name" and not is_local and view.word(last) not in ("/", "(")


def _read_kind(view: View, first: int, last: int) -> EntityKind | Literal[False]:
    """What the words before a name say that it is: "Department Vendée" a place, "Firma Müller" an organisation.

    So does an article with quotation marks: "der «Südostschweiz»" is a paper.
    """
    before = view.word(first - 1)
    if is_mark(before) and is_mark(view.word(last)) and view.word(first - 2) in ("der", "dem", "des"):
        return "organisation"
    kind = find_class_kind(before)
    is_genitive = last - first > 1 or view.words[first].endswith("s")
    return False if kind is None or (is_genitive and kind == "organisation") else kind


def is_thing(word: str, may_be: bool) -> bool:
    """Whether a name's last word makes it that of an event or work: "Olympische Spiele", "Taifun"."""
    lower = word.lower()
    return may_be and any(lower.removesuffix(case) in _things() for case in ("", "s", "n", "en", "es"))


def names_a_thing(view: View, first: int) -> bool:
    """Whether a name is, or ends, that of a ship, work or storm: "das Forschungsschiff „Barbaros II“"."""
    for i in range(first - 1, max(first - 1 - THING_REACH, 0), -1):
        if is_mark(view.words[i]):
            noun = view.words[i - 1].rsplit("-", 1)[-1].lower()
            return view.tags[i - 1] == "NN" and any(noun[k:] in _things() for k in range(len(noun)))
        if not view.is_noun(i):
            return False
    return False
