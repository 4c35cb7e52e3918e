"""A source as a prepositional phrase: "Laut Polizei [regnete es]", "[Es regnete] nach Angaben der Polizei [stark]"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.clauses import begins_subordinate, next_comma
from newsents.quotes.frames import clause_before, spans_around
from newsents.quotes.phrases import next_noun, noun_phrase, past_bearer
from newsents.quotes.source_phrases import find_end, find_source_noun
from newsents.quotes.speech_acts import SpeechActs
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.speech import SourcePreposition, find_speech_noun, load_source_prepositions
from newsents.words.tags import ATTRIBUTES, NAMES_AND_NOUNS, NOUN_LIKE

# What follows "nach" where it stands before its noun: "Studien nach der Wahl" is no "ihrer Ansicht nach".
AFTER_PREPOSITION = ATTRIBUTES | NAMES_AND_NOUNS | {"PPER"}


def find_sources(view: View, _: SpeechActs) -> Iterator[Candidate]:
    """ "[Der Pegel stieg] nach Angaben des Amtes [um zehn Meter]." """
    prepositions = load_source_prepositions()
    for i, word in enumerate(view.lower):
        if word in prepositions and not view.depth[i] and view.tags[i].startswith(("AP", "PTK", "ADJ", "NN", "NE")):
            for preposition in prepositions[word]:
                found = _candidate(view, i, preposition)
                if found is not None:
                    yield found
                    break


def _candidate(view: View, i: int, preposition: SourcePreposition) -> Candidate | None:
    """The phrase of one preposition and the statement around it."""
    head = _find_head(view, i, preposition)
    if head is None:
        return None
    noun = find_speech_noun(view.words[head]) if preposition.needs_noun else None
    if preposition.needs_noun and (noun is None or noun.source != preposition.word):
        return None
    if view.lower[head].endswith(tuple(load_words("mute source"))):
        return None  # "gemäß Fahrplan": nobody says it
    source = _source_phrase(view, i, head, preposition)
    phrase = (min(i, source[0]), max(i + 1, source[1]))
    region = _find_region(view, head, phrase)
    spans = spans_around(view, phrase, region)
    if not spans or all(view.finite_in(*span) is None for span in spans):
        return None
    cues = tuple(sorted((i, head))) if noun is not None else (i,)
    return Candidate(
        "indirect", spans, "source", cues=cues, frame=tuple(range(*phrase)), attribution=Attribution("source", source)
    )


def _find_head(view: View, i: int, preposition: SourcePreposition) -> int | None:
    """The noun that a preposition belongs to, by the parse, or the next (last) one by word order."""
    low, high = view.bounds(i)
    parsed = view.tree.heads[i]
    if preposition.place == "before":
        nearest = next_noun(view, i + 1, high)
        if nearest is not None and preposition.needs_noun:
            return past_bearer(view, nearest, high)
        return find_source_noun(view, i, high)
    if i == low or view.tags[i - 1] not in NOUN_LIKE | {"$(", "PDS", "PPER"}:
        return None
    if preposition.needs_noun:
        return i - 1 if i + 1 == high or view.tags[i + 1] not in AFTER_PREPOSITION else None
    is_phrase = low <= parsed < i and view.finite_in(parsed, i) is None
    return parsed if view.tree.deps[i] == "case" and is_phrase else i - 1


def _source_phrase(view: View, i: int, head: int, preposition: SourcePreposition) -> TokenRange:
    """The noun phrase of the source; before a finite verb it fills the whole place up to it."""
    low, high = view.bounds(i)
    if preposition.place == "after":
        start, _ = noun_phrase(view, head, (low, i))
        return _start_of_phrase(view, start, low), i
    end = find_end(view, i + 1, head, high)
    if i == clause_before(view, i):
        verb = view.finite_in(i, high)
        if verb is not None and verb > end and "," not in view.words[end:verb] and verb - end < 12:
            end = verb
        elif end < high and view.words[end] == ",":
            end = _past_relative(view, end, high)
    return i + 1, end


def _past_relative(view: View, comma: int, high: int) -> int:
    """Takes in a relative clause before the verb: "Nach Angaben des Amtes, das zählt, [waren] …"."""
    for i in range(comma + 1, high - 1):
        if view.words[i] == "," and view.finite[i + 1]:
            return i + 1
    return comma


def _start_of_phrase(view: View, start: int, low: int) -> int:
    """Takes in articles and adjectives that the parse left out: "[den ersten] Angaben zufolge"."""
    while start > low and view.tags[start - 1] in ATTRIBUTES:
        start -= 1
    return start


def _find_region(view: View, head: int, phrase: TokenRange) -> TokenRange:
    """The clause that the source is for: its sentence, or the subordinate or second clause that it stands in."""
    low, high = clause_before(view, phrase[0]), view.bounds(phrase[0])[1]
    colons = (j + 1 for j in range(phrase[0] - 1, low - 1, -1) if view.words[j] == ":" and not view.depth[j])
    low = next(colons, low)  # what stands before a colon is the author's
    high = next((j for j in range(phrase[1], high) if view.words[j] == ";"), high)
    comma = next((j for j in range(phrase[0] - 1, low - 1, -1) if view.words[j] == ","), None)
    if comma is None or comma + 1 >= phrase[0]:
        return low, high
    first = comma + 1
    verb = view.finite_in(first, phrase[0])
    if verb is None and begins_subordinate(view, first):
        final = view.finite_in(phrase[1], high)
        end = next_comma(view, final, high) if final is not None else None
        return first, end if end is not None else high
    if verb is not None and view.finite_in(low, comma) is not None and _is_second_clause(view, first, verb):
        return (first + 1 if view.tags[first] == "KON" else first), high
    return low, high


def _is_second_clause(view: View, first: int, verb: int) -> bool:
    """A main clause behind another: "A sinkt, und B steigt laut Polizei", "A sinkt, B steigt laut Polizei"."""
    if begins_subordinate(view, first):
        return False
    return view.tags[first] == "KON" or 0 < verb - first < 8
