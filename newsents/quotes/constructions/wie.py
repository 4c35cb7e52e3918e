"""A comparing clause as frame: "Wie die Polizei mitteilte, [regnete es]", "[Es regnete], wie sie sagte"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.clauses import next_comma
from newsents.quotes.frames import find_region, spans_around
from newsents.quotes.speech_acts import Speaking
from newsents.reading.ranges import TokenRange
from newsents.reading.view import DASHES, Reading


def find_wie(reading: Reading, verbs: Iterable[Speaking]) -> Iterator[Candidate]:
    """ "[Der Strom fiel aus], wie der Versorger am Donnerstag mitteilte." """
    for speaking in verbs:
        frame = _find_frame(reading, speaking)
        if frame is None or "clause" not in speaking.verb.frames:
            continue
        spans = spans_around(reading, frame, find_region(reading, frame))
        if not spans or all(reading.finite_in(*span) is None for span in spans):
            continue
        tokens = tuple(range(frame[0], min(frame[1] + 1, reading.bounds(frame[0])[1])))
        yield Candidate(
            kind="indirect",
            spans=spans,
            rule="wie",
            cues=speaking.cues,
            frame=tokens if reading.words[tokens[-1]] == "," else tokens[: frame[1] - frame[0]],
            speaker=speaking.speaker or speaking.speaker_between(*frame),
            addressees=speaking.addressees,
        )


def _find_frame(reading: Reading, speaking: Speaking) -> TokenRange | None:
    """The clause from "wie" to the verb at its end; "sagte sie, wie es sei" is none: there the verb stands before."""
    low, high = reading.bounds(speaking.main)
    finite = speaking.main if speaking.finite is None else speaking.finite
    end = max(speaking.main, finite) + 1
    if end < high and reading.words[end] not in {",", ".", ":", "!", ")", ";", *DASHES}:
        return None
    for i in range(min(speaking.main, finite) - 1, low - 1, -1):
        if reading.lower[i] == "wie" and (
            i == low or reading.words[i - 1] in {",", "(", *DASHES} or _leads(reading, i, low)
        ):
            return (i, end) if reading.finite_in(i, finite) is None or next_comma(reading, i, finite) else None
        if reading.finite[i] and i != finite and next_comma(reading, i, finite) is None:
            return None
    return None


def _leads(reading: Reading, i: int, low: int) -> bool:
    """ "Denn wie …", "Aber wie …": a word before "wie" at the head of the sentence."""
    return i == low + 1 and reading.tags[low] in ("KON", "ADV", "$(")
