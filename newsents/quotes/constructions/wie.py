"""A comparing clause as frame: "Wie die Polizei mitteilte, [regnete es]", "[Es regnete], wie sie sagte"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.clauses import next_comma
from newsents.quotes.frames import find_region, spans_around
from newsents.quotes.speech_acts import SpeechAct, SpeechActs
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.marks import DASHES
from newsents.words.tags import LEAD_INS


def find_wie(view: View, acts: SpeechActs) -> Iterator[Candidate]:
    """ "[Der Strom fiel aus], wie der Versorger am Donnerstag mitteilte." """
    for act in acts.outside:
        frame = _find_frame(view, act)
        if frame is None or "clause" not in act.verb.frames:
            continue
        spans = spans_around(view, frame, find_region(view, frame))
        if not spans or all(view.finite_in(*span) is None for span in spans):
            continue
        tokens = tuple(range(frame[0], min(frame[1] + 1, view.bounds(frame[0])[1])))
        yield Candidate(
            kind="indirect",
            spans=spans,
            rule="wie",
            cues=act.cues,
            frame=tokens if view.words[tokens[-1]] == "," else tokens[: frame[1] - frame[0]],
            attribution=act.attribute(act.speaker or act.speaker_between(*frame)),
            addressees=act.addressees,
        )


def _find_frame(view: View, act: SpeechAct) -> TokenRange | None:
    """The clause from "wie" to the verb at its end; "sagte sie, wie es sei" is none: there the verb stands before."""
    low, high = view.bounds(act.main)
    finite = act.main if act.finite is None else act.finite
    end = max(act.main, finite) + 1
    if end < high and view.words[end] not in {",", ".", ":", "!", ")", ";", *DASHES}:
        return None
    for i in range(min(act.main, finite) - 1, low - 1, -1):
        if view.lower[i] == "wie" and (i == low or view.words[i - 1] in {",", "(", *DASHES} or _leads(view, i, low)):
            if finite == act.main and view.lower[i + 1] in ("von", "vom"):
                return None  # "wie von Kritikern behauptet" is a participle
            return (i, end) if view.finite_in(i, finite) is None or next_comma(view, i, finite) else None
        if view.finite[i] and i != finite and next_comma(view, i, finite) is None:
            return None
    return None


def _leads(view: View, i: int, low: int) -> bool:
    """ "Denn wie …", "Aber wie …": a word before "wie" at the head of the sentence."""
    return i == low + 1 and view.tags[low] in LEAD_INS
