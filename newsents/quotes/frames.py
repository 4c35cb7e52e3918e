"""The frame of a quote: the reporting clause with speaker and verb, without the statement."""

from __future__ import annotations

from newsents.quotes.clauses import (
    COMPLEMENTISERS,
    JOINING,
    begins_purpose,
    begins_subordinate,
    classify_opening,
    next_comma,
)
from newsents.quotes.speech_acts import SpeechAct
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.marks import DASHES

BREAKS = frozenset((";", ":"))


def make_frame(view: View, spans: tuple[TokenRange, ...], act: SpeechAct) -> tuple[int, ...]:
    """The rest of the sentence around the verb, up to a semicolon or a clause that is conjoined with it.

    "Er kam gestern an, und [er sagte], dass er bleibe." leaves out what stands before the comma.
    """
    low, high = view.bounds(act.main)
    inside = {i for start, end in spans for i in range(start, end)}
    start = next((i + 1 for i in range(act.main, low - 1, -1) if view.words[i] in BREAKS), low)
    end = next((i for i in range(act.edge, high) if view.words[i] in BREAKS), high - 1) + 1
    start = max(start, _conjunct_start(view, act, start))
    tokens = [i for i in range(start, end) if i not in inside]
    return _without_edges(view, tokens)


def _conjunct_start(view: View, act: SpeechAct, low: int) -> int:
    """Where the clause of a conjoined verb with its own subject begins, behind "und"."""
    tree, verb = view.tree, act.main
    if tree.deps[verb] != "conj" or not tree.children(verb, "nsubj", "nsubj:pass"):
        return low
    joining = tree.children(verb, "cc")
    return joining[0] if joining and low <= joining[0] < verb else low


def _without_edges(view: View, tokens: list[int]) -> tuple[int, ...]:
    """Without the full stop of the sentence; the comma or colon between frame and statement stays."""
    while tokens and (view.tags[tokens[-1]] == "$." and view.words[tokens[-1]] != ":"):
        tokens.pop()
    while tokens and view.words[tokens[0]] in DASHES:
        tokens.pop(0)
    return tuple(tokens)


def spans_around(view: View, frame: TokenRange, region: TokenRange) -> tuple[TokenRange, ...]:
    """What a frame leaves of its region: "Der Schaden", "sei groß" around ", sagte sie,"."""
    parts = (view.trim(region[0], frame[0]), view.trim(frame[1], region[1]))
    return tuple(part for part in parts if part[1] > part[0])


def clause_before(view: View, i: int) -> int:
    """Where the stretch begins that a frame at a token looks back on: the sentence, or what follows a semicolon."""
    low, _ = view.bounds(i)
    closing = next((j for j in (i - 1, i - 2) if j in view.closing), None)
    if closing is not None:
        opening = view.closing[closing].open
        if opening > low and (view.words[opening - 1] == ":" or view.words[opening - 1][-1] in ".!?"):
            return opening
    return next((j + 1 for j in range(i - 1, low - 1, -1) if not view.depth[j] and _cuts(view, j, low, i)), low)


def _cuts(view: View, i: int, low: int, end: int) -> bool:
    """A semicolon, or a colon between the author's clause and a reported one: "Sie war froh: Es sei gut, sagte sie"."""
    if view.words[i] != ":":
        return view.words[i] == ";"
    verb = view.finite_in(i + 1, end)
    if verb is None or not view.words[i + 1][:1].isupper():
        return False
    return not any(view.finite[j] and view.is_subjunctive(j) for j in range(low, i))


def find_region(view: View, frame: TokenRange) -> TokenRange:
    """The sentence around a frame, from and up to a semicolon or a colon; behind marked speech only marks go on."""
    low, (_, high) = clause_before(view, frame[0]), view.bounds(frame[0])
    end = next((j for j in range(frame[1], high) if view.words[j] == ";" and not view.depth[j]), high)
    if view.word(frame[1]) == ":":
        end = frame[1]
    elif is_marked(view, (low, frame[0])):
        resumed = view.opening.get(frame[1] + 1) if frame[1] + 1 < high else None
        end = resumed.close + 1 if resumed is not None else frame[1]
    return low, end


def is_marked(view: View, before: TokenRange) -> bool:
    """Whether one pair of marks holds all of a stretch, but for the comma behind it."""
    start, end = view.trim(*before)
    return start in view.opening and view.opening[start].close >= end - 1


def frame_end(view: View, start: int, complete: bool) -> int:
    """Where a frame ends that stands in or behind its statement: at a stop, or a comma with more statement behind.

    `complete`: what stands before is a clause already, so that "…, sagte sie, die gestern kam" goes on with the frame.
    """
    low, high = clause_before(view, start), view.bounds(start)[1]
    marked = is_marked(view, (low, start))
    i = start + 1
    while i < high:
        if view.words[i] in (";", ":") and not view.depth[i]:
            return i
        if not marked and view.words[i] in {",", *DASHES} and _statement_resumes(view, i + 1, high, complete):
            return i
        if i in view.opening and view.words[i - 1] == ",":
            return i - 1 if marked else i
        i += 1
    return high


def _is_closed(view: View, last: int) -> bool:
    """A frame that no apposition can follow: "sagte sie", "teilte das Amt mit", "sagte sie bitter"."""
    return view.tags[last] in ("PTKVZ", "ADV", "ADJD") or (view.tags[last] == "PPER" and view.lower[last] != "es")


def _is_no_clause_of_frame(view: View, after: int, high: int) -> bool:
    """What follows is neither "und ging" nor "als er kam" nor "nur um zu zögern", but "aber nur zur Hälfte"."""
    if view.tags[after] in ("KOUS", "KOUI") or begins_purpose(view, after + (view.tags[after] == "ADV"), high):
        return False
    if view.tags[after] != "KON":
        return True
    verb = view.finite_in(after, next_comma(view, after, high) or high)
    return verb is None or view.is_subjunctive(verb)


def _ends_in_subjunctive(view: View, start: int, high: int) -> bool:
    """ "weil der Bund nicht [zahle]": a reason in the mood of reported speech belongs to the statement."""
    verb = view.finite_in(start, next_comma(view, start, high) or high)
    return verb is not None and view.is_subjunctive(verb)


def _is_apposition(view: View, after: int, high: int) -> bool:
    """ "sagte Karl Huber, [Chef des Amtes], …": up to the next comma there is no verb."""
    comma = next_comma(view, after, high)
    return comma is not None and not any(view.tags[i].startswith("V") for i in range(after, comma))


def _statement_resumes(view: View, after: int, high: int, complete: bool) -> bool:
    """ "sagte sie, [sei groß]", "…, [man habe …]", "…, [und dass …]", "…, [„so …“]"."""
    if after >= high:
        return False
    if begins_subordinate(view, after) and view.lower[after] not in COMPLEMENTISERS:
        return complete and view.tags[after] == "KOUS" and _ends_in_subjunctive(view, after, high)
    if after in view.opening:
        return True
    if view.finite[after]:
        return not complete or view.is_subjunctive(after)
    if not complete and view.tags[after] not in ("KOUS", "KOUI", "KON"):
        return not _is_apposition(view, after, high) and classify_opening(view, after, high) not in ("dass", "inf")
    if _is_closed(view, after - 2) and _is_no_clause_of_frame(view, after, high):
        return True
    opening = classify_opening(view, after, high)
    if opening == "dass":  # not "sagte sie, während er erwiderte, [dass …]"
        return complete and not view.finite[after - 2]
    if opening in ("main", "inf") or view.lower[after] in JOINING:
        comma = next_comma(view, after, high) or high
        verb = view.finite_in(after, max(comma, after + 1)) or view.finite_in(after, high)
        return verb is not None and view.is_subjunctive(verb)
    return False
