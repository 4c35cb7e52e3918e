"""Who is subject, object and addressee of a verb in second place, by case, number and sense before order.

"[Die Vorwürfe] weist [Falk Brentz] zurück": claims reject nobody. "[Der Agentur] sagte [sie]": a dative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsents.quotes.cases import DATIVE, NOMINATIVE_ONLY, find_cases, find_number, is_plural
from newsents.quotes.phrases import BEFORE_HEAD, next_noun, past_bearer, past_genitives
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.persons import find_noun
from newsents.words.speech import find_speech_noun
from newsents.words.tags import BETWEEN_PARTS, LEAD_INS, NOUN_LIKE, PRONOUNS

BEGINS = BEFORE_HEAD | NOUN_LIKE | PRONOUNS
SKIPPED = BETWEEN_PARTS | {"PRF", "$("}
LIMITS = frozenset((",", ";", ":", "–", "—", "-"))


@dataclass(frozen=True)
class Phrase:
    """A noun phrase without a preposition: the cases that its form allows, its number, "" where both are possible."""

    start: int
    end: int
    head: int
    cases: frozenset[str]
    number: str
    rank: int
    """How likely it speaks: 3 a person, 2 a body or place, 1 anything, 0 what is said."""

    def __contains__(self, i: int) -> bool:
        return self.start <= i < self.end


@dataclass(frozen=True)
class Arguments:
    """The phrases of a clause by what they are to its verb."""

    subject: Phrase
    accusative: Phrase | None = None
    dative: Phrase | None = None


def find_arguments(view: View, finite: int, *, dative: bool, clausal: bool) -> Arguments | None:
    """The arguments of a finite verb in second or first place; None where order and parse have to decide.

    `dative`: the verb takes an addressee in the dative; `clausal`: its statement is no noun, so there is no accusative.
    """
    low, high = view.bounds(finite)
    first = _clause_start(view, low, finite)
    if view.words[first - 1 : first] == [","] and first > low and view.finite_in(low, first) is None:
        return None  # a list or an apposition fills the place before the verb
    front = _phrase_at(view, first, finite) if first < finite else None
    behind = list(_phrases_behind(view, finite, high))
    if front is None or not behind:
        return None
    phrases = [front, *behind]
    subject = _choose_subject(phrases, "Plur" if is_plural(view.lower[finite]) else "Sing", dative, clausal)
    if subject is None:
        return None
    others = [p for p in phrases if p is not subject]
    to = next((p for p in others if "Dat" in p.cases and p.rank > 1 and (clausal or "Acc" not in p.cases)), None)
    return Arguments(subject, next((p for p in others if p is not to and "Acc" in p.cases), None), to)


def _choose_subject(phrases: list[Phrase], number: str, dative: bool, clausal: bool) -> Phrase | None:
    """The one nominative that agrees with the verb; of several the one that can be nothing else, or that can speak."""
    fitting = [p for p in phrases if "Nom" in p.cases and p.number in ("", number)]
    highest = max((p.rank for p in fitting), default=0)
    sure = [p for p in fitting if p.cases == NOMINATIVE_ONLY]
    sure = sure or [p for p in fitting if not dative and "Acc" not in p.cases and p.rank == highest]
    if len(fitting) == 1 or sure:
        return (sure or fitting)[0]
    addressed = dative and clausal
    if addressed:
        fitting = [p for p in fitting if "Dat" not in p.cases] or fitting
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    best = max(fitting, key=lambda p: p.rank)
    rivals = [p for p in fitting if p is not best]
    is_clear = best.rank > 1 and all(p.rank < (best.rank if addressed else 2) for p in rivals)
    return best if is_clear else None


def _clause_start(view: View, low: int, finite: int) -> int:
    start = finite
    while start > low and view.words[start - 1] not in LIMITS:
        start -= 1
    while start < finite and view.tags[start] in LEAD_INS:
        start += 1
    return start


def _phrases_behind(view: View, finite: int, high: int) -> Iterator[Phrase]:
    """The phrases between a finite verb and the end of its clause."""
    i = finite + 1
    while i < high and view.words[i] not in LIMITS | {"("} and not view.tags[i].startswith(("V", "KO", "PTKVZ", "$.")):
        if view.tags[i].startswith("APPR"):
            noun = next_noun(view, i + 1, high)
            i = i + 1 if noun is None else _end(view, noun, high)
            continue
        phrase = None if _is_genitive(view, i) else _phrase_at(view, i, high)
        if phrase is not None:
            yield phrase
        i = i + 1 if phrase is None else phrase.end


def _is_genitive(view: View, i: int) -> bool:
    """Behind a noun or a closing mark "der", "dieser" say whose it is: "die „Praxisferne“ [dieser Idee]"."""
    return view.lower[i] in load_words("possessive") and (view.tags[i - 1] == "NN" or i - 1 in view.closing)


def _phrase_at(view: View, start: int, high: int) -> Phrase | None:
    """The noun phrase that begins at a word."""
    first = start + 1 if start in view.opening else start
    if first >= high or view.tags[first] not in BEGINS:
        return None
    head = next_noun(view, first, high)
    if head is None:
        return None
    head = past_bearer(view, head, high)
    while head + 2 < high and view.words[head].endswith("-") and view.tags[head + 2] in NOUN_LIKE:
        head += 2  # "der Städte- und Gemeindebund" is one
    end = _end(view, head, high)
    joined = any(view.lower[i] in ("und", "sowie") for i in range(head + 1, end))
    number = "Plur" if joined else find_number(view, first, head)
    is_addressed = end < high and view.lower[end] == "gegenüber"  # "der Polizei gegenüber"
    cases = DATIVE if is_addressed else find_cases(view, first, head, number)
    return Phrase(start, end, head, cases, number, find_rank(view, head, end))


def _end(view: View, head: int, high: int) -> int:
    """Behind a noun with its name, genitives and what is joined to it: "Mieter und Vermieter"."""
    end = head + 1
    if view.tags[head] in PRONOUNS:
        return end
    while end < high and (_continues(view, end) or end in view.closing):
        end += 1
    if end < high and view.tags[end] not in NOUN_LIKE:
        end = past_genitives(view, end, high)
    if end + 1 < high and view.lower[end] in ("und", "sowie"):
        second = next_noun(view, end + 1, high)
        if second is not None and second - end < 5 and not any(view.finite[j] for j in range(end, second)):
            return _end(view, second, high)
    return end


def _continues(view: View, i: int) -> bool:
    """A name behind its noun or name; of two nouns side by side the second is another phrase, unless it has a name."""
    if view.tags[i] == "NN":
        return view.tags[i - 1] != "NN" or i + 1 in view.named
    return view.tags[i] in NOUN_LIKE and view.tags[i] != "CARD"


def find_rank(view: View, head: int, end: int) -> int:
    """A person, a body or place, anything, or what is said."""
    if view.tags[head] in PRONOUNS:
        return 3 if view.lower[head] in load_words("person pronoun") else 1
    noun = find_noun(view.words[head])
    labels = {view.labels.get(i) for i in range(head, end)}
    if noun is not None and noun.kind != "statement":
        return 3 if noun.kind == "person" else 2
    if "PER" in labels and view.tags[head] == "NE":
        return 3
    if view.tags[head] == "NE" or head in view.named:
        return 2
    said = noun is not None or find_speech_noun(view.words[head]) is not None
    return 0 if said else 1
