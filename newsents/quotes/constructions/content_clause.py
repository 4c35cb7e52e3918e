"""A verb of speaking before its content clause: "Sie sagte, [dass es regne]", "… versprach, [zu gehen]"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.clauses import PURPOSES, Opening, classify_opening, is_subordinate, statement_end
from newsents.quotes.frames import make_frame
from newsents.quotes.speech_acts import Speaking
from newsents.reading.marked import is_mark
from newsents.reading.view import Reading

NEEDED = {"dass": "clause", "w": "clause", "inf": "inf", "main": "clause"}


def find_content_clauses(reading: Reading, verbs: Iterable[Speaking]) -> Iterator[Candidate]:
    """ "Die Ministerin teilte am Montag mit, [dass die Schule geschlossen werde]." """
    for speaking in verbs:
        found = _find_opening(reading, speaking)
        if found is None:
            continue
        start, opening = found
        span = reading.trim(start, statement_end(reading, start, speaking, opening))
        if span[1] - span[0] < 2:
            continue
        yield Candidate(
            kind="indirect",
            spans=(span,),
            rule=f"clause-{opening}",
            cues=speaking.cues,
            frame=make_frame(reading, (span,), speaking),
            speaker=speaking.speaker,
            addressees=speaking.addressees,
        )


def _find_opening(reading: Reading, speaking: Speaking) -> tuple[int, Opening] | None:
    """The first comma or colon behind the verb that a fitting clause follows, past appositions and relative clauses."""
    _, high = reading.bounds(speaking.main)
    comma = _next_start(reading, speaking.edge, high)
    while comma is not None:
        opening = classify_opening(reading, comma + 1, high)
        if opening != "none" and _fits(reading, speaking, comma, opening):
            return comma + 1, opening
        if reading.lower[comma + 1 : comma + 2] and reading.lower[comma + 1] in PURPOSES:
            return None
        if opening == "main" or (opening == "none" and reading.finite_in(speaking.edge + 1, comma)):
            return None
        comma = _next_start(reading, comma, high)
    return None


def _next_start(reading: Reading, comma: int, high: int) -> int | None:
    """The next comma or colon."""
    return next((i for i in range(comma + 1, high) if reading.words[i] in (",", ":")), None)


def _fits(reading: Reading, speaking: Speaking, comma: int, opening: Opening) -> bool:
    """The verb takes such a clause, and it is no marked speech, which has its own matcher."""
    if NEEDED[opening] not in speaking.verb.frames or (opening == "dass" and _is_refused(reading, speaking)):
        return False
    if is_mark(reading.words[comma + 1]) and opening == "main":
        marked = reading.opening.get(comma + 1)
        if marked is not None and marked.close + 2 >= reading.bounds(comma)[1]:
            return False
    if opening == "main":
        if reading.finite[comma + 1] and is_subordinate(reading, speaking):
            return False  # "Nachdem er das gesagt hatte, ging er": the main clause around the verb goes on
        return _main_clause_fits(reading, speaking, comma)
    if opening == "w" and reading.lower[comma + 1] == "was":
        return reading.lower[speaking.edge] in ("fragte", "fragt", "erklärte", "sagte", "wissen")
    return True


def _is_refused(reading: Reading, speaking: Speaking) -> bool:
    """ "wollte nicht bestätigen, dass …": nothing is said."""
    finite = speaking.finite
    if finite is None or reading.tags[finite] != "VMFIN":
        return False
    low, high = sorted((finite, speaking.main))
    return any(reading.lower[i] in ("nicht", "weder", "nie") for i in range(low, high))


def _main_clause_fits(reading: Reading, speaking: Speaking, comma: int) -> bool:
    """A main clause in the subjunctive is a statement; one in the indicative only right behind the frame."""
    _, high = reading.bounds(comma)
    verb = reading.finite_in(comma + 1, high)
    if verb is None:
        return False
    if reading.words[comma] == ":":
        return "speech" in speaking.verb.frames
    if any(reading.is_subjunctive(i) for i in range(comma + 1, min(high, verb + 25)) if reading.finite[i]):
        return True
    return (
        "speech" in speaking.verb.frames
        and reading.tags[comma + 1] not in ("ADV", "KON", "PAV", "PROAV")
        and not reading.finite_in(speaking.edge + 1, comma)
        and not speaking.passive
        and not any(reading.tags[c] == "NN" for c in reading.syntax.children(speaking.main, "obj", "xcomp"))
    )
