"""A noun of speaking before its content: "Hubers Ankündigung, [dass …]", "die Forderung, [Steuern zu senken]"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.clauses import Opening, classify_opening, next_comma
from newsents.quotes.phrases import find_subject, noun_phrase
from newsents.quotes.speech_acts import SpeechActs
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.folding import fold
from newsents.words.speech import find_speech_noun


def find_noun_cues(view: View, _: SpeechActs) -> Iterator[Candidate]:
    """ "Hubers Ankündigung am Dienstag, [dass er gehe], kam überraschend." """
    for i, tag in enumerate(view.tags):
        if tag == "NN" and not view.depth[i]:
            noun = find_speech_noun(view.words[i])
            if noun is not None and noun.content:
                found = _candidate(view, i)
                if found is not None:
                    yield found


def _candidate(view: View, noun: int) -> Candidate | None:
    """The clause behind the first comma after the noun, with no verb in between."""
    low, high = view.bounds(noun)
    comma = next_comma(view, noun + 1, high)
    if comma is None or comma + 1 >= high or view.words[comma] not in (",", ":") or comma - noun > 9:
        return None
    if any(view.tags[j].startswith("V") and view.tags[j] not in ("VVPP",) for j in range(noun + 1, comma)):
        return None
    opening = classify_opening(view, comma + 1, high)
    asks = view.lower[noun].endswith(("frage", "fragen"))
    if opening not in (("w", "dass") if asks else ("dass", "inf", "main")) or comma + 1 in view.opening:
        return None
    if opening == "main" and not _is_claim(view, comma + 1, high):
        return None
    span = view.trim(comma + 1, _end(view, comma + 1, high, noun, opening))
    if span[1] - span[0] < 3:
        return None
    speaker = _speaker(view, noun, comma)
    if asks and speaker is None:
        return None  # "auf die Frage, ob er komme": nobody's
    frame = tuple(j for j in range(low, high) if not span[0] <= j < span[1])
    frame = frame[:-1] if frame and view.tags[frame[-1]] == "$." else frame
    return Candidate("indirect", (span,), "noun", cues=(noun,), frame=frame, attribution=Attribution("source", speaker))


def _is_claim(view: View, start: int, end: int) -> bool:
    """ "…, er sei krank"; not "Gäbe es Kritik, [stünde] er hinten"."""
    verb = view.finite_in(start, end)
    return verb is not None and verb != start and view.is_subjunctive(verb)


def _end(view: View, start: int, high: int, noun: int, opening: Opening) -> int:
    """The clause ends at the comma where the clause of the noun goes on: "…, ließ", "…, wiederholt", "…, während"."""
    verb_before = view.finite_in(view.bounds(noun)[0], noun)
    for i in range(start + 2, high):
        if view.words[i] == ";":
            return i
        if view.words[i] != ",":
            continue
        after = i + 1
        if after < high and view.finite[after] and (verb_before is None or not view.is_subjunctive(after)):
            return i
        if after + 1 < high and view.tags[after] in ("VVPP", "PTKVZ", "VVINF") and view.tags[after + 1].startswith("$"):
            return i
        if after < high and view.tree.heads[after] < noun and view.tags[after] in ("VVPP", "PTKVZ"):
            return i
    return high


def _speaker(view: View, noun: int, comma: int) -> TokenRange | None:
    """Its genitive or possessive ("Hubers", "seine", "der Polizei"), or the subject of a verb like "vertreten"."""
    tree = view.tree
    for child in tree.children(noun, "det:poss", "nmod:poss", "nmod"):
        case = tree.children(child, "case")
        if child < noun or not case or view.lower[case[0]] in ("von", "vom", "aus", "seitens"):
            return noun_phrase(view, child, (view.bounds(noun)[0], comma))
    if noun > 0 and view.tags[noun - 1] == "PPOSAT":
        return noun - 1, noun
    for verb in tree.ancestors(noun):
        if view.tags[verb].startswith("V"):
            subject = find_subject(view, verb)
            light = fold(view.lemma(verb)) in load_words("light verb")
            return noun_phrase(view, subject) if light and subject is not None and subject != noun else None
    return None
