"""Finds names: what the analysis marked, cleaned to what the records mean by a name (no title, article, class word)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Span

from newsents.annotations import NAMES
from newsents.entities.derivation import find_sources
from newsents.entities.gazetteer import find_towns
from newsents.entities.heads import find_head
from newsents.entities.names import FORMS, KINDS, Name
from newsents.entities.person_nouns import find_person_noun
from newsents.entities.tokens import ARTICLES, LOCAL, Tokens
from newsents.errors import PipelineError
from newsents.lexicons import load_table
from newsents.records import EntityKind, Form

TRAILING = frozenset('.,:;!?)]}“”"»«‹›‚‘/–—-…|')
LEADING = TRAILING | frozenset("([{„'")
OPENING = frozenset("„»«\"“‚‘'›‹")
DATELINE_MARKS = frozenset("(:.–—-/")
Labelled = tuple[int, int, str]


@cache
def _column(table: str, column: str) -> frozenset[str]:
    return frozenset(row[column] for row in load_table(table))


def class_words() -> frozenset[str]:
    """ "Region", "Firma": what a name is, which stays outside it."""
    return _column("class_words.tsv", "word")


@cache
def compound_body(word: str) -> EntityKind | None:
    """The kind of what a hyphen compound names as a whole, None if it is a `part`: "EU-Kommission", but "EU-Staaten".

    Last parts may be compounds again ("Fußball-Bundesliga", "Konrad-Adenauer-Stiftung").
    """
    front, hyphen, head = word.rpartition("-")
    if not hyphen or not front or not head[:1].isupper():
        return None
    for row in load_table("compound_bodies.tsv"):
        stem = row["noun"].lower()
        if head.lower() in (stem, stem + "s", stem + "es") and (row["after"] != "acronym" or front.isupper()):
            return KINDS["LOC" if row["kind"] == "place" else "ORG"]
    return None


def is_part(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen compound is a common noun with a name inside: "SPD-Politikerin", not "Rheinland-Pfalz"."""
    front, hyphen, head = tokens.words[i].rpartition("-")
    if not hyphen or not front or not head[:1].isupper() or head.isupper():
        return False
    acronym = front.rsplit("-", 1)[-1]
    is_noun = tokens.tags[i] == "NN" or find_person_noun(head) is not None
    return is_noun or (acronym.isupper() and 1 < len(acronym) < 6)


def is_town_adjective(tokens: Tokens, i: int) -> bool:
    """ "Jenaer" in "im Jenaer Stadtteil": a form in -er before a noun that the analysis took for the town."""
    word = tokens.words[i]
    return word.endswith("er") and tokens.is_noun(i + 1) and not find_towns(word) and bool(find_sources(word))


def is_common_body(word: str) -> bool:
    """Whether a word alone is the common noun of an institution: "Landgericht", not "Bundesgerichtshof"."""
    if word.startswith(("Bundes", "Europa", "Reichs")) or "-" in word:
        return False
    head = find_head(word)
    return head is not None and head.takes_place


def find_labelled(doc: Doc) -> tuple[list[Labelled], list[Labelled]]:
    """The outer and the nested names of the analysis, else the entities of another pipeline, as token ranges."""
    if NAMES not in doc.spans or not len(doc.spans[NAMES]):
        return [(e.start, e.end, e.label_) for e in doc.ents], []
    outer: list[Labelled] = []
    inner: list[Labelled] = []
    spans = sorted((s.start, -s.end, n, s.label_) for n, s in enumerate(doc.spans[NAMES]))
    reach = -1
    for start, minus_end, _, label in spans:
        (inner if start < reach else outer).append((start, -minus_end, label))
        reach = max(reach, -minus_end)
    return outer, inner


def trim(tokens: Tokens, first: int, last: int, kind: EntityKind | None) -> tuple[int, int, str]:
    """A range without article, title, class word and closing marks, and the gender that a title showed.

    "die Ukraine" → "Ukraine", "Hallo Herr Müller" → "Müller", "Dr. Petra Maier-Lenz" → "Petra Maier-Lenz".
    """
    titles = _titles()
    gender = ""
    while first < last and (tokens.words[last - 1] in TRAILING or not tokens.words[last - 1].strip()):
        last -= 1
    if kind == "person":
        for i in range(last - 2, first - 1, -1):
            if tokens.words[i] in titles:
                gender, first = titles[tokens.words[i]] or gender, i + 1
                break
    while first < last and _stays_outside(tokens, first, last, kind):
        gender = titles.get(tokens.words[first], "") or gender
        first += 1
    return first, last, gender


def _stays_outside(tokens: Tokens, first: int, last: int, kind: EntityKind | None) -> bool:
    word = tokens.words[first]
    if not word.strip() or word in LEADING or word in _column("titles.tsv", "title"):
        return True
    if first + 1 == last:
        return False
    if word.lower() in ARTICLES and (word.islower() or tokens.is_first(first) or kind != "organisation"):
        return kind != "person" or word.islower()
    if kind == "person":
        return tokens.tags[first] == "NN" and word in _role_words()
    if word.islower() and tokens.tags[first] in ("APPR", "APPRART", "KON", "ADV"):
        return True
    return word in class_words() and tokens.tag(first + 1) not in ("ART", "APPR", "KON")


@cache
def _role_words() -> frozenset[str]:
    persons = {row["noun"] for row in load_table("person_nouns.tsv") if row["kind"] == "person"}
    feminine = {f"{row['noun']}in" for row in load_table("person_nouns.tsv") if row["sex"] == "m"}
    return frozenset(persons | feminine) - {"Graf", "Prinz", "Prinzessin"}


def read_label(label: str) -> tuple[EntityKind | None, Form]:
    """ "LOCderiv" → ("place", "derived"); the kind of what is no person, place or organisation is None."""
    for suffix in ("deriv", "part", ""):
        if label.endswith(suffix):
            return KINDS.get(label.removesuffix(suffix)), FORMS[suffix]
    return None, "name"


def is_false_name(tokens: Tokens, first: int, last: int, kind: EntityKind, form: Form) -> bool:
    """Whether a found name is none: "Mittwoch", "der Landtag", a bare number, a lower-case word."""
    words = tokens.words[first:last]
    if not any(c.isalpha() for word in words for c in word):
        return True
    if form == "name" and all(w.islower() for w in words):
        return kind != "organisation" or len(words) > 1 or tokens.tags[first] not in ("NE", "NN", "XY", "FM")
    if sum(c.isalnum() for word in words for c in word) < 2:
        return True
    if form == "name" and _names_a_thing(tokens, first, last):
        return True
    if len(words) > 1 or form != "name":
        return False
    if words[0] in class_words() and tokens.tags[first] == "NN":
        return True
    return words[0] in _column("not_names.tsv", "word") or (kind == "organisation" and is_common_body(words[0]))


def _class_kind(tokens: Tokens, first: int, last: int) -> EntityKind | None:
    """What a class word before a name says that it is: "Department Vendée" a place, "Firma Müller" an organisation."""
    kind = _class_kinds().get(tokens.word(first - 1))
    is_genitive = last - first > 1 or tokens.words[first].endswith("s")
    return None if is_genitive and kind == "organisation" else kind


@cache
def _class_kinds() -> dict[str, EntityKind]:
    return {row["word"]: row["kind"] for row in load_table("class_words.tsv")}  # type: ignore[misc]


@cache
def _titles() -> dict[str, str]:
    return {row["title"]: row["gender"] for row in load_table("titles.tsv")}


def _names_a_thing(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a name is that of a ship, work or storm: "das Forschungsschiff „Barbaros II“"."""
    if tokens.word(first - 1) not in OPENING:
        return False
    noun = tokens.word(first - 2).rsplit("-", 1)[-1].lower()
    things = _things()
    return tokens.tag(first - 2) == "NN" and any(noun[i:] in things for i in range(len(noun)))


@cache
def _things() -> frozenset[str]:
    return frozenset(row["noun"].lower() for row in load_table("thing_nouns.tsv"))


def make_name(tokens: Tokens, first: int, last: int, kind: EntityKind, form: Form = "name", **more: object) -> Name:
    """A Name of a token range, with what its surroundings say."""
    start, end, name_text = tokens.starts[first], tokens.ends[last - 1], tokens.words[first]
    if last - first > 1 and tokens.words[last - 1][-1] == "." and tokens.words[last - 1][:-1].isdigit():
        end -= 1  # "A 27." at the end of a sentence
    elif (
        kind == "person" and len(tokens.words[last - 1]) > 2 and tokens.words[last - 1][-1] == "." and last - first > 1
    ):
        end -= tokens.words[last - 1] not in ("Jr.", "Sr.")  # "Fei Di.", which looks like an abbreviation
    before, after = tokens.word(first - 1).lower(), tokens.word(last)
    is_dateline = tokens.is_first(first) and after in DATELINE_MARKS
    local = is_dateline or (before in LOCAL and not tokens.is_noun(last) and not tokens.is_adjective(last))
    if before == "von" and not local and find_person_noun(tokens.word(first - 2)) is not None:
        local = bool(find_towns(tokens.words[first]))  # "Bürgermeister von Templin"
    if form == "derived":
        club = name_text[0].isupper() and not tokens.is_noun(last) and not tokens.is_adjective(last)
    else:
        club = form == "name" and not local and not is_dateline and after not in ("/", "(")
    if not more.get("gender"):
        more["gender"] = _titles().get(tokens.word(first - 1), "")
    kind = _class_kind(tokens, first, last) or kind if form == "name" else kind
    name = Name(first, last, start, end, tokens.text[start:end], kind, form, paragraph=tokens.paragraphs[first])
    return replace(name, club=club, local=local, **more)  # type: ignore[arg-type]


def read_span(tokens: Tokens, span: Span) -> Name:
    """A name of a user's own finder, which is taken as it is."""
    kind, form = read_label(span.label_)
    if kind is None:
        raise PipelineError(f"a name finder must label its spans PER, LOC or ORG, not {span.label_!r}")
    return make_name(tokens, span.start, span.end, kind, form, known_id=span.id_)


def find_marked_names(tokens: Tokens, own: list[Name]) -> list[Name]:
    """The names that the analysis marked, cleaned, in order, outer ones before those inside them; `own` win over them."""
    outer, inner = find_labelled(tokens.doc)
    taken = {i for name in own for i in range(name.first, name.last)}
    read = (_read(tokens, *labelled, inside=False) for labelled in outer)
    names = [*own, *(n for n in read if n is not None and taken.isdisjoint(range(n.first, n.last)))]
    around: dict[int, Name] = {i: name for name in names for i in range(name.first, name.last)}
    for first, last, label in inner:
        name = _read(tokens, first, last, label, inside=True)
        outside = around.get(first)
        if name is not None and outside is not None and _may_stand_inside(name, outside):
            names.append(name)
    return sorted(names, key=lambda n: (n.start, -n.end))


def _read(tokens: Tokens, first: int, last: int, label: str, *, inside: bool) -> Name | None:
    kind, form = read_label(label)
    first, last, gender = trim(tokens, first, last, kind)
    if kind is None or first >= last:
        return None
    word = tokens.words[last - 1]
    if form == "derived" and word[0].isupper() and word.endswith("s") and find_towns(word[:-1]):
        form = "name"  # "Moskaus"
    if form == "name" and kind != "person" and last - first == 1 and is_town_adjective(tokens, first):
        kind, form = "place", "derived"
    if last - first == 1 and (form != "derived" or "-" in word):
        body = compound_body(word)
        if body is not None and (form == "part" or kind != "person"):
            kind, form = body, "name"
        elif form == "name" and is_part(tokens, first):
            form = "part"
    if is_false_name(tokens, first, last, kind, form):
        return None
    return make_name(tokens, first, last, kind, form, inside=inside, gender=gender)


def _may_stand_inside(name: Name, outside: Name) -> bool:
    """Only places and bodies that stand as words of their own: not "Deutsche" or "Wiechmann" in a company's name."""
    is_smaller = name.last - name.first < outside.last - outside.first
    return is_smaller and name.form == "name" and name.kind != "person" and outside.kind == "organisation"
