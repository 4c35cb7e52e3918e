"""A frame without a verb: "[Es regne], so die Sprecherin weiter"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.constructions.inquit import is_complete, may_begin
from newsents.quotes.frames import clause_before, find_region, frame_end, spans_around
from newsents.quotes.phrases import next_noun, noun_phrase, past_genitives
from newsents.quotes.speech_acts import SpeechActs
from newsents.reading.view import View
from newsents.words.marks import DASHES, is_mark


def find_so(view: View, _: SpeechActs) -> Iterator[Candidate]:
    """ "[Das Lager sei abgebrannt], so Huber; …" """
    for i, word in enumerate(view.lower):
        if word != "so" or view.depth[i] or i == 0:
            continue
        before = view.words[i - 1]
        if not (before in {",", *DASHES} or is_mark(before)):
            continue
        found = _candidate(view, i)
        if found is not None:
            yield found


def _candidate(view: View, so: int) -> Candidate | None:
    """The words before and behind "so X", where no verb follows before the next comma."""
    low, high = clause_before(view, so), view.bounds(so)[1]
    head = next_noun(view, so + 1, high)
    if head is None or view.lower[so + 1] in ("auch", "etwa", "in", "im", "zum") or _compares(view, so, high):
        return None
    before = (low, so - 1 if view.words[so - 1] == "," else so)
    complete = is_complete(view, before)
    end = frame_end(view, so, complete)
    stop = next((j for j in range(so + 1, end) if view.words[j] in {",", *DASHES}), end)
    complete = complete or view.finite_in(*before) is not None
    if view.finite_in(so + 1, stop) is not None or not (complete or (end < high and may_begin(view, low))):
        return None
    spans = spans_around(view, (so, end), find_region(view, (so, end)))
    start = so - 1 if view.words[so - 1] == "," else so
    frame = tuple(j for j in range(start, end) if j < end - 1 or view.tags[j] != "$.")
    speaker = noun_phrase(view, head, (so + 1, end))
    speaker = speaker[0], past_genitives(view, speaker[1], end)
    return (
        Candidate("indirect", spans, "so", cues=(so,), frame=frame, attribution=Attribution("source", speaker))
        if spans
        else None
    )


def _compares(view: View, so: int, high: int) -> bool:
    """ "so viele Gäste wie nie", "so ein Lärm wie gestern": nobody speaks."""
    stop = next((i for i in range(so, high) if view.words[i] in (",", ";")), high)
    return "wie" in view.lower[so:stop] and view.tags[so + 1] not in ("ART", "NE", "NN")
