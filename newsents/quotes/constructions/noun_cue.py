"""A noun of speaking before its content: "Hubers Ankündigung, [dass …]", "die Forderung, [Steuern zu senken]"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.clauses import Opening, classify_opening, next_comma
from newsents.quotes.phrases import find_subject, noun_phrase
from newsents.reading.ranges import TokenRange
from newsents.reading.view import Reading
from newsents.words.speech import find_speech_noun, load_words


def find_noun_cues(reading: Reading) -> Iterator[Candidate]:
    """ "Hubers Ankündigung am Dienstag, [dass er gehe], kam überraschend." """
    for i, tag in enumerate(reading.tags):
        if tag == "NN" and not reading.depth[i]:
            noun = find_speech_noun(reading.words[i])
            if noun is not None and noun.content:
                found = _candidate(reading, i)
                if found is not None:
                    yield found


def _candidate(reading: Reading, noun: int) -> Candidate | None:
    """The clause behind the first comma after the noun, with no verb in between."""
    low, high = reading.bounds(noun)
    comma = next_comma(reading, noun + 1, high)
    if comma is None or comma + 1 >= high or reading.words[comma] not in (",", ":") or comma - noun > 9:
        return None
    if any(reading.tags[j].startswith("V") and reading.tags[j] not in ("VVPP",) for j in range(noun + 1, comma)):
        return None
    opening = classify_opening(reading, comma + 1, high)
    if opening not in ("dass", "inf", "main") or comma + 1 in reading.opening:
        return None
    if opening == "main" and not _subjunctive(reading, comma + 1, high):
        return None
    span = reading.trim(comma + 1, _end(reading, comma + 1, high, noun, opening))
    if span[1] - span[0] < 3:
        return None
    speaker = _speaker(reading, noun, comma)
    frame = tuple(j for j in range(low, high) if not span[0] <= j < span[1])
    frame = frame[:-1] if frame and reading.tags[frame[-1]] == "$." else frame
    return Candidate("indirect", (span,), "noun", cues=(noun,), frame=frame, speaker=speaker)


def _subjunctive(reading: Reading, start: int, end: int) -> bool:
    verb = reading.finite_in(start, end)
    return verb is not None and reading.is_subjunctive(verb)


def _end(reading: Reading, start: int, high: int, noun: int, opening: Opening) -> int:
    """The clause ends at the comma where the clause of the noun goes on: "…, ließ", "…, wiederholt", "…, während"."""
    verb_before = reading.finite_in(reading.bounds(noun)[0], noun)
    for i in range(start + 2, high):
        if reading.words[i] == ";":
            return i
        if reading.words[i] != ",":
            continue
        after = i + 1
        if verb_before is None and after < high and reading.finite[after]:
            return i
        if (
            after + 1 < high
            and reading.tags[after] in ("VVPP", "PTKVZ", "VVINF")
            and reading.tags[after + 1].startswith("$")
        ):
            return i
        if after < high and reading.syntax.heads[after] < noun and reading.tags[after] in ("VVPP", "PTKVZ"):
            return i
    return high


def _speaker(reading: Reading, noun: int, comma: int) -> TokenRange | None:
    """Its genitive or possessive ("Hubers", "seine", "der Polizei"), or the subject of a verb like "vertreten"."""
    syntax = reading.syntax
    for child in syntax.children(noun, "det:poss", "nmod:poss", "nmod"):
        case = syntax.children(child, "case")
        if child < noun or not case or reading.lower[case[0]] in ("von", "vom", "aus", "seitens"):
            return noun_phrase(reading, child, (reading.bounds(noun)[0], comma))
    if noun > 0 and reading.tags[noun - 1] == "PPOSAT":
        return noun - 1, noun
    for verb in syntax.ancestors(noun):
        if reading.tags[verb].startswith("V"):
            subject = find_subject(reading, verb)
            light = reading.doc[verb].lemma_ in load_words("light verb")
            return noun_phrase(reading, subject) if light and subject is not None and subject != noun else None
    return None
