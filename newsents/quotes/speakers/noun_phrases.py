"""Reads the noun phrase of a speaker: its core, the name it holds, whether it joins two, and how to write it."""

from __future__ import annotations

from dataclasses import dataclass

from newsents.quotes.speakers.discourse import Discourse, Entity
from newsents.reading.ranges import TokenRange
from newsents.records import Person
from newsents.words.closed_classes import load_words
from newsents.words.declension import normalise_adjective
from newsents.words.folding import fold
from newsents.words.persons import PersonNoun
from newsents.words.speech import find_speech_noun
from newsents.words.tags import (
    BEFORE_NOUN,
    BETWEEN_PARTS,
    CLAUSE_ENDS,
    DETERMINERS,
    INNER_MARKS,
    LEAD_INS,
    NAMES_AND_NOUNS,
    NOUNS,
    PREPOSITIONS,
    PRONOMINAL_ADVERBS,
)

# PDS: "dessen" often is tagged as a pronoun
BEFORE_CORE = BEFORE_NOUN | BETWEEN_PARTS | INNER_MARKS | {"PIDAT", "PTKA", "KOKOM", "APPR", "APZR", "PDS"}
DROPPED = DETERMINERS - {"PIAT"} | LEAD_INS | PRONOMINAL_ADVERBS | {"APPR", "$,", "KOKOM", "_SP"}
INDEFINITE = frozenset(
    ("ein", "eine", "einer", "eines", "einem", "einen", "kein", "keine", "mehrere", "viele", "einige", "manche")
)
INDEFINITE_PRONOUNS = frozenset(
    ("einer", "eine", "jemand", "andere", "anderer", "viele", "manche", "mancher", "einige", "mehrere")
)
JOINING = frozenset(("und", "sowie", "oder"))
LINKING = JOINING | {","}
POSSESSOR_PREPOSITIONS = frozenset(("von", "vom", "aus", "bei", "beim", "durch", "seitens"))
KEPT_PREPOSITIONS = frozenset(("von", "vom", "für", "aus"))
QUOTATION_MARKS = frozenset("„“”\"»«›‹‚‘’'")
MARKS = " ()[],;:–-" + "".join(sorted(QUOTATION_MARKS))


# Where an impersonal frame may name its speaker: "hieß es bei der Feuerwehr", "In der Begründung heißt es".
PLACES_OF_SPEAKING = frozenset(("in", "im", "aus", "von", "vom", "bei", "beim", "auf", "seitens"))


@dataclass(frozen=True)
class NounPhrase:
    """`core` runs from the first noun to the last beside it: "Trainer Huber" of "der alte Trainer Huber in Ulm"."""

    tokens: TokenRange
    core: TokenRange
    head: int
    noun: PersonNoun | None
    article: str

    @property
    def is_definite(self) -> bool:
        """Whether an article or demonstrative takes up somebody known: "der", "dieser", "vom", "seine"."""
        return bool(self.article) and self.article not in INDEFINITE

    @property
    def is_bare(self) -> bool:
        return not self.article


def read_noun_phrase(discourse: Discourse, tokens: TokenRange) -> NounPhrase | None:
    """The parts of "ein Sprecher der Polizei"; None where there is no noun."""
    view = discourse.view
    tags, (start, end) = view.tags, tokens
    first = start
    while first < end and tags[first] in BEFORE_CORE and not discourse.name_starting(first):
        first += 1
    if first == end or (tags[first] not in NOUNS and not discourse.name_starting(first)):
        adjective = _nominal_adjective(discourse, start, first)
        if adjective is None:
            return None
        first = adjective
    last = _core_end(discourse, first, end)
    head = _past_possessor(discourse, first, last)
    while head + 1 < last and (tags[head + 1] == "NN" or view.words[head].endswith("-")):
        head += 1  # "Bochums Trainer": the noun behind a genitive is what is spoken of
    noun = discourse.noun(head, productive=True)
    return NounPhrase(tokens, (first, last), head, noun, _article(discourse, start, first))


def _past_possessor(discourse: Discourse, first: int, last: int) -> int:
    """The noun behind a full name in the genitive: "Angela Merkels [Ansicht]"; else the first token."""
    view = discourse.view
    for start, stop, _, form in discourse.names_in((first, last)):
        is_before_noun = form == "name" and start == first and stop < last and view.tags[stop] == "NN"
        if is_before_noun and view.words[stop - 1].endswith(("s", "’")):
            return stop
    return first


def find_place_of_speaking(
    discourse: Discourse, cue: int, quoted: set[int], prepositions: frozenset[str] = PLACES_OF_SPEAKING
) -> TokenRange | None:
    """Who a frame names by a preposition, in the unquoted words around its verb: "hieß es bei der Feuerwehr"."""
    view = discourse.view
    low, high = view.bounds(cue)
    start, end = cue, cue + 1
    while start > low and start - 1 not in quoted and view.tags[start - 1] not in CLAUSE_ENDS:
        start -= 1
    while end < high and end not in quoted and view.tags[end] not in CLAUSE_ENDS:
        end += 1
    for i in range(start, end - 1):
        if i in quoted or view.words[i].lower() not in prepositions or view.tags[i][:4] != "APPR":
            continue
        if view.lower[i] in ("von", "vom") and view.tag(i - 1) in NOUNS:
            continue  # "im Fall von X wurde kritisiert": whose it is, not who says it
        stop = i + 1
        while stop < end and stop not in quoted and not view.tags[stop].startswith(("V", "$.", "$,", "PPER")):
            stop += 1
        phrase = read_noun_phrase(discourse, (i + 1, stop)) if stop > i + 1 else None
        if phrase is not None and (phrase.noun is not None or find_named(discourse, phrase) is not None):
            return i + 1, stop
    return None


def _nominal_adjective(discourse: Discourse, start: int, stop: int) -> int | None:
    """The last person or capitalised adjective before a point: "der 41-Jährige", tagged as adjective or number."""
    view = discourse.view
    for i in range(stop - 1, start - 1, -1):
        if view.tags[i] in ("ADJA", "ADJD", "PIS", "CARD") and view.words[i].rsplit("-", 1)[-1][:1].isupper():
            return i
    return None


def _core_end(discourse: Discourse, first: int, end: int) -> int:
    """Where the run of nouns and names ends that starts at a token, over marks: "Zeitung „Die Zeit“"."""
    view = discourse.view
    reach = {start: stop for start, stop, _, form in discourse.names_in((first, end)) if form == "name"}
    last = first
    while last < end:
        if last in reach:
            last = reach[last]
        elif last > first and view.words[last] in LINKING and view.words[last - 1].endswith("-"):
            last += 1  # "Kongress- und Verteidigungskreise"
        elif _goes_on(discourse, last) or last == first or (last + 1 in reach and _is_mark(discourse, last)):
            last += 1
        else:
            break
    return last


def _goes_on(discourse: Discourse, token: int) -> bool:
    view = discourse.view
    word = view.words[token]
    return word not in POSSESSOR_PREPOSITIONS and (view.tags[token] in NOUNS or word.startswith("Dr"))


def _is_mark(discourse: Discourse, token: int) -> bool:
    view = discourse.view
    return view.tags[token] == "$(" and view.words[token] in QUOTATION_MARKS


def _article(discourse: Discourse, start: int, stop: int) -> str:
    view = discourse.view
    for i in range(start, stop):
        if view.tags[i] in DETERMINERS:
            return view.words[i].lower()
    return ""


def find_named(discourse: Discourse, phrase: NounPhrase) -> tuple[Entity, str] | None:
    """The entity whose name a noun phrase is or ends in, directly or in apposition, and the reason.

    "Trainer Karl Huber" -> Huber; "der Sprecher des Amtes, Karl Huber" -> Huber; "Putins Sprecher" -> none.
    """
    names = [name for name in discourse.names_in(phrase.tokens) if name[3] == "name"]
    for _, end, entity, _ in names:
        if end == phrase.core[1]:
            return entity, f"named {discourse.view.text_of(phrase.core)!r}"
    for start, _, entity, _ in names:
        if start >= phrase.core[1] and is_apposition(discourse, phrase.core[1], start):
            person = phrase.noun is None or phrase.noun.kind == "person"
            if person == isinstance(entity, Person):
                return entity, f"apposition {entity.name!r}"
    return (
        _find_role_holder(discourse, phrase)
        or _find_second_office(discourse, phrase)
        or _find_unmarked_name(discourse, phrase)
    )


def _find_unmarked_name(discourse: Discourse, phrase: NounPhrase) -> tuple[Entity, str] | None:
    """A known name that was not marked as a mention here, at the end of the core: "so Huber"."""
    view = discourse.view
    if view.tags[phrase.core[1] - 1] not in NAMES_AND_NOUNS or phrase.noun is not None:
        return None
    for start in range(*phrase.core):
        entity = discourse.find_alias(view.text_of((start, phrase.core[1])))
        if entity is not None:
            return entity, f"known as {entity.name!r}"
    return None


def _find_second_office(discourse: Discourse, phrase: NounPhrase) -> tuple[Entity, str] | None:
    """The name behind a second office of the same person: "Minister und Parteichef Karl Huber"."""
    joint, end = phrase.core[1], phrase.tokens[1]
    if (
        joint >= end
        or discourse.view.words[joint] not in JOINING
        or phrase.noun is None
        or phrase.noun.kind != "person"
    ):
        return None
    second = read_noun_phrase(discourse, (joint + 1, end))
    return find_named(discourse, second) if second is not None and second.core[0] == joint + 1 else None


def is_apposition(discourse: Discourse, after: int, name: int) -> bool:
    """Whether only a role stands between a comma and the name: "…, Oberst Karl Huber"."""
    view = discourse.view
    i = name - 1
    while i >= after and view.tags[i] in ("ART", "ADJA", "NN", "PPOSAT"):
        i -= 1
    return i >= after and view.words[i] in (",", "(", "–", "-")


def _find_role_holder(discourse: Discourse, phrase: NounPhrase) -> tuple[Entity, str] | None:
    """The person whose role the head noun belongs to: "der Gouverneur von Luhansk" before ", Serhii Haidai"."""
    entity = discourse.role_holders.get(phrase.head)
    return (entity, f"role of {entity.name!r}") if entity is not None else None


def find_demonym(discourse: Discourse, phrase: NounPhrase) -> tuple[Entity, str] | None:
    """The club or body that its people stand for, in the plural: "die Bochumer" -> VfL Bochum."""
    view = discourse.view
    entity = discourse.demonyms.get(phrase.head)
    plural = view.feature(phrase.head, "Number") == "Plur"
    if entity is not None and entity.kind == "organisation" and plural:
        return entity, f"its people {view.words[phrase.head]!r}"
    return None


def find_possessor(discourse: Discourse, phrase: NounPhrase) -> TokenRange | None:
    """Whose statement it is, behind or before the noun: "Angaben der Polizei", "Putins Ankündigung", "seine Kritik"."""
    view = discourse.view
    start, end = phrase.tokens
    for name in discourse.names_in((start, phrase.head)):
        if name[3] == "name":
            return name[0], name[1]
    for i in range(start, phrase.head):
        if view.tags[i] == "PPOSAT":
            return i, i + 1
    after = phrase.head + 1
    if after < phrase.core[1]:
        return after, end
    if after < end and view.words[after] in POSSESSOR_PREPOSITIONS:
        return after + 1, end
    if after < end and view.tags[after] in ("ART", "PDAT", "PPOSAT", "PIAT", "ADJA"):
        return after, end
    return None


def find_origin(discourse: Discourse, phrase: NounPhrase) -> Entity | None:
    """The entity that a statement's adjective or first part names: "israelische Angaben", "US-Angaben"."""
    word = discourse.view.words[phrase.head]
    noun = find_speech_noun(word)
    plain = noun is not None and len(word) <= len(noun.noun) + 3  # not "israelische Medienberichte"
    if fold(word).endswith(tuple(load_words("document"))):
        return None  # "norwegische Studie": not the country's
    for start, _, entity, form in discourse.names_in((phrase.tokens[0], phrase.head + 1)):
        if (form == "derived" and plain and start < phrase.head) or (form == "part" and start == phrase.head):
            return entity
    return None


def joins_two(discourse: Discourse, phrase: NounPhrase, number: str) -> bool:
    """Whether the phrase names two speakers: "Paris und Rom", not "Minister und Parteichef Karl Huber".

    `number` is that of the verb, where there is one.
    """
    view = discourse.view
    after, end = phrase.core[1], phrase.tokens[1]
    if not any(view.words[i] in JOINING for i in range(after, end)):
        return False
    if number == "Sing":
        return False
    joint = next(i for i in range(after, end) if view.words[i] in JOINING)
    if joint > after and view.words[after] != ",":
        return number == "Plur" and view.tree.heads[find_next_noun(discourse, joint, end)] == phrase.head
    second = read_noun_phrase(discourse, (joint + 1, end))
    if second is None:
        return False
    if view.feature(phrase.head, "Number") == "Plur" or number == "Plur":
        return True
    return all(any(n[1] == p.core[1] and n[3] == "name" for n in discourse.names_in(p.core)) for p in (phrase, second))


def find_next_noun(discourse: Discourse, token: int, end: int) -> int:
    """The first noun behind a token, or the token itself."""
    return next((i for i in range(token + 1, end) if discourse.view.tags[i] in NOUNS), token)


def normalise_description(discourse: Discourse, phrase: NounPhrase, *, joined: bool = False) -> str:
    """The phrase as written without article, preposition, marks and relative clause: "71-jähriger Rentner"."""
    view = discourse.view
    start, end = phrase.tokens
    while start < phrase.core[0] and view.tags[start] in DROPPED:
        start += 1
    spokesman = phrase.noun is not None and phrase.noun.topic == "speak" and not joined
    stop = phrase.core[1] if spokesman else _description_end(discourse, phrase.core[1], end, joined)
    text = _in_nominative(discourse, phrase, " ".join(view.text_of((start, stop)).split()))
    if phrase.noun is not None and phrase.noun.kind == "statement":
        text = without_statement(text)
    return text.strip(MARKS)


def _in_nominative(discourse: Discourse, phrase: NounPhrase, text: str) -> str:
    """ "zuständigen Ministeriums", behind "des" -> "zuständiges Ministerium"; other genitives stay."""
    view = discourse.view
    noun, lemma = view.words[phrase.head], view.lemma(phrase.head)
    gender = view.gender(phrase.head)
    is_genitive = phrase.article in ("des", "eines") and gender in ("male", "neuter") and noun.endswith("s")
    if not is_genitive or not lemma[:1].isupper():
        return text
    before, found, after = text.partition(noun)
    adjectives = [normalise_adjective(w, gender) if w.endswith("en") else w for w in before.split()]
    return " ".join([*adjectives, lemma]) + after if found else text


def _description_end(discourse: Discourse, stop: int, end: int, joined: bool) -> int:
    """Past genitives and "von X", up to a comma, a verb or another preposition."""
    view = discourse.view
    while stop < end:
        tag, word = view.tags[stop], view.words[stop]
        if tag.startswith(("V", "$", "PREL", "PTKVZ", "ADV", "PAV", "PROAV", "KOU")) and not (joined and word == ","):
            break
        if tag in PREPOSITIONS and word not in KEPT_PREPOSITIONS:
            break
        if word in JOINING and not joined:
            break
        stop += 1
    return stop


def describe_indefinite(discourse: Discourse, tokens: TokenRange) -> str:
    """The words for somebody not named, up to a comma or verb: "einer mit grauem Schnauz", "anderer"."""
    view, (start, end) = discourse.view, tokens
    while start < end and view.tags[start] in DROPPED:
        start += 1
    if start == end or view.lower[start] not in INDEFINITE_PRONOUNS:
        return ""
    stop = next((i for i in range(start, end) if view.tags[i].startswith(("V", "$"))), end)
    return view.text_of((start, stop)) if stop > start else ""


def without_statement(text: str) -> str:
    """ "Polizeiangaben" -> "Polizei", "Unternehmensangaben" -> "Unternehmen": the compound names its speaker first."""
    who = text[: -len("angaben")]
    if not text.lower().endswith("angaben") or " " in text or len(who) < 3:
        return text
    return who.removesuffix("s") if who.endswith(("ens", "ungs", "ions")) else who
