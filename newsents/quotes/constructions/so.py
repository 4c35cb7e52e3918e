"""A frame without a verb: "[Es regne], so die Sprecherin weiter"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.constructions.inquit import is_complete, may_begin
from newsents.quotes.frames import clause_before, find_region, frame_end, spans_around
from newsents.quotes.phrases import next_noun, noun_phrase, past_genitives
from newsents.reading.marked import is_mark
from newsents.reading.view import DASHES, Reading


def find_so(reading: Reading) -> Iterator[Candidate]:
    """ "[Das Lager sei abgebrannt], so Huber; …" """
    for i, word in enumerate(reading.lower):
        if word != "so" or reading.depth[i] or i == 0:
            continue
        before = reading.words[i - 1]
        if not (before in {",", *DASHES} or is_mark(before)):
            continue
        found = _candidate(reading, i)
        if found is not None:
            yield found


def _candidate(reading: Reading, so: int) -> Candidate | None:
    """The words before and behind "so X", where no verb follows before the next comma."""
    low, high = clause_before(reading, so), reading.bounds(so)[1]
    head = next_noun(reading, so + 1, high)
    if head is None or reading.lower[so + 1] in ("auch", "etwa", "in", "im", "zum"):
        return None
    before = (low, so - 1 if reading.words[so - 1] == "," else so)
    complete = is_complete(reading, before)
    end = frame_end(reading, so, complete)
    stop = next((j for j in range(so + 1, end) if reading.words[j] in {",", *DASHES}), end)
    complete = complete or reading.finite_in(*before) is not None
    if reading.finite_in(so + 1, stop) is not None or not (complete or (end < high and may_begin(reading, low))):
        return None
    spans = spans_around(reading, (so, end), find_region(reading, (so, end)))
    start = so - 1 if reading.words[so - 1] == "," else so
    frame = tuple(j for j in range(start, end) if j < end - 1 or reading.tags[j] != "$.")
    speaker = noun_phrase(reading, head, (so + 1, end))
    speaker = speaker[0], past_genitives(reading, speaker[1], end)
    return Candidate("indirect", spans, "so", cues=(so,), frame=frame, speaker=speaker) if spans else None
