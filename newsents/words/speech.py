"""The cue lexicons, typed: verbs and nouns of speaking, prepositions that name a source.

A new verb of speaking is one line in lexicons/speech_verbs.tsv; its forms are made from its infinitive.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from newsents.lexicons import Row, load_table
from newsents.words.conjugation import make_finite_forms, make_participle
from newsents.words.folding import fold

Shape = Literal["finite", "participle", "infinitive"]


@dataclass(frozen=True)
class SpeechVerb:
    """`companion` is its separable prefix ("mit") or the words that go with it ("in Aussicht")."""

    infinitive: str
    companion: tuple[str, ...]
    frames: frozenset[str]
    reports: tuple[str, ...]
    to: str
    source: frozenset[str] = frozenset()
    speaker: Literal["subject", "object"] = "subject"

    @property
    def denies(self) -> bool:
        """ "bestreiten", "ausschließen": with a negation it asserts."""
        return "denial" in self.frames

    @property
    def judges(self) -> bool:
        """ "kritisieren", "vorwerfen": somebody has said so even where nobody is named ("wurde kritisiert")."""
        return "als" in self.reports or "judgement" in self.frames

    def __repr__(self) -> str:
        return " ".join((*self.companion, self.infinitive))


@dataclass(frozen=True)
class VerbForm:
    """A word form of a verb of speaking; `joined`: with its prefix, as in "mitteilte"."""

    verb: SpeechVerb
    shape: Shape
    joined: bool


@dataclass(frozen=True)
class SpeechNoun:
    """ "Angaben": `content` where a clause may follow, `source` the preposition that makes its bearer a source."""

    noun: str
    content: bool
    source: str


@dataclass(frozen=True)
class SourcePreposition:
    """ "laut" stands before its noun phrase, "zufolge" behind; `needs_noun`: only with a noun of speaking."""

    word: str
    place: str
    needs_noun: bool


@cache
def load_speech_verbs() -> tuple[SpeechVerb, ...]:
    return tuple(_make_verb(row) for row in load_table("speech_verbs.tsv"))


def _make_verb(row: Row) -> SpeechVerb:
    companion, _, infinitive = row["verb"].rpartition("|")
    return SpeechVerb(
        infinitive,
        companion=tuple(companion.split()),
        frames=frozenset(row["frames"].split()),
        reports=tuple(row["reports"].split()),
        to=row["to"],
        source=frozenset(row["source"].split()),
        speaker="object" if row["speaker"] == "object" else "subject",
    )


@cache
def load_verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    """Every form of every verb of speaking, in lower case: "mitgeteilt", "teilte", "mitzuteilen"."""
    index: dict[str, list[VerbForm]] = defaultdict(list)
    for verb in load_speech_verbs():
        participle, prefix = make_participle(verb.infinitive), "".join(verb.companion)
        joined = len(verb.companion) == 1
        for form in make_finite_forms(verb.infinitive):
            index[form].append(VerbForm(verb, "finite", not verb.companion))
            if joined:
                index[prefix + form].append(VerbForm(verb, "finite", True))
        index[participle].append(VerbForm(verb, "participle", not verb.companion))
        index[verb.infinitive].append(VerbForm(verb, "infinitive", not verb.companion))
        if joined:
            index[prefix + participle].append(VerbForm(verb, "participle", True))
            index[f"{prefix}{verb.infinitive}"].append(VerbForm(verb, "infinitive", True))
            index[f"{prefix}zu{verb.infinitive}"].append(VerbForm(verb, "infinitive", True))
    return {form: tuple(forms) for form, forms in _fold(index).items()}


def _fold(index: dict[str, list[VerbForm]]) -> dict[str, list[VerbForm]]:
    folded: dict[str, list[VerbForm]] = defaultdict(list)
    for form, forms in index.items():
        folded[fold(form)] += forms
    return folded


@cache
def _speech_nouns() -> dict[str, SpeechNoun]:
    index = {}
    for row in load_table("speech_nouns.tsv"):
        noun = SpeechNoun(row["noun"], row["content"] == "yes", row["source"])
        index.update({fold(form): noun for form in (row["noun"], *row["forms"].split())})
    return index


@lru_cache(maxsize=4096)
def find_speech_noun(word: str) -> SpeechNoun | None:
    """The noun of speaking that a word is or ends in: "Angaben", "Polizeiangaben"."""
    index, lower = _speech_nouns(), fold(word)
    if not word[:1].isupper():
        return None
    for start in range(max(len(lower) - 3, 1)):
        if lower[start:] in index and (start == 0 or start > 2):
            return index[lower[start:]]
    return None


@cache
def load_source_prepositions() -> dict[str, tuple[SourcePreposition, ...]]:
    """By word: "nach" stands before ("nach Angaben von X") and behind ("ihrer Ansicht nach")."""
    index: dict[str, list[SourcePreposition]] = defaultdict(list)
    for row in load_table("source_prepositions.tsv"):
        index[fold(row["word"])].append(SourcePreposition(row["word"], row["place"], row["needs"] == "noun"))
    return {word: tuple(rows) for word, rows in index.items()}
