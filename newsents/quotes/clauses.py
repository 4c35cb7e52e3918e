"""How clauses of reported speech begin and end, by word order and by commas, which German never leaves out."""

from __future__ import annotations

from typing import Literal

from newsents.quotes.speech_acts import Speaking
from newsents.reading.marked import is_mark
from newsents.reading.view import DASHES, Reading
from newsents.words.speech import load_words

Opening = Literal["dass", "w", "inf", "main", "none"]

COMPLEMENTISERS = frozenset(("dass", "daß", "ob"))
QUESTION_TAGS = frozenset(("PWS", "PWAV", "PWAT"))
PURPOSES = frozenset(("um", "ohne", "statt", "anstatt"))
JOINING = frozenset(("und", "sowie", "oder", "aber", "sondern", "doch", "jedoch", "denn"))


def classify_opening(reading: Reading, start: int, end: int) -> Opening:
    """What kind of clause begins behind a comma or colon.

    "dass es regne" -> dass, "wer komme" -> w, "die Steuern zu senken" -> inf, "es regne" -> main, "der Chef" -> none.
    """
    first = _skip_marks(reading, start, end)
    if first >= end:
        return "none"
    word, tag = reading.lower[first], reading.tags[first]
    joined = word in ("und", "oder", "sowohl") and first + 1 < end
    if (reading.lower[first + 1] if joined else word) in COMPLEMENTISERS:
        return "dass"
    if _asks(reading, first, end):
        return "w"
    if word not in PURPOSES and word not in JOINING and _is_infinitive_clause(reading, first, end):
        return "inf"
    if tag in ("PRELS", "PRELAT") and _has_second_verb(reading, first, end):
        return "main"
    if (
        word in PURPOSES
        or word in JOINING
        or tag in ("PRELS", "PRELAT")
        or _relative_behind_preposition(reading, first)
    ):
        return "none"
    if word in load_words("condition") or tag == "KOUS":
        return _opening_after_condition(reading, first, end)
    return _verbal_opening(reading, first, end)


def _skip_marks(reading: Reading, i: int, end: int) -> int:
    while i < end and (is_mark(reading.words[i]) or reading.words[i] in DASHES):
        i += 1
    return i


def _asks(reading: Reading, i: int, end: int) -> bool:
    """A question word, also behind a preposition or adverb: "für wen", "wie lange", "nicht, warum"."""
    if reading.lower[i] in load_words("relative adverb"):
        return False
    if reading.tags[i] in QUESTION_TAGS or reading.lower[i] in load_words("question"):
        return True
    return i + 1 < end and reading.tags[i] == "APPR" and reading.tags[i + 1] in QUESTION_TAGS


def _relative_behind_preposition(reading: Reading, i: int) -> bool:
    return reading.tags[i] == "APPR" and i + 1 < len(reading.tags) and reading.tags[i + 1] in ("PRELS", "PRELAT")


def _opening_after_condition(reading: Reading, start: int, end: int) -> Opening:
    """ "wenn er komme, werde es gut" is a main clause that begins with a condition; "weil es regne" alone is none."""
    comma = next_comma(reading, start, end)
    if comma is None or comma + 1 >= end:
        return "none"
    after = comma + 1
    if reading.lower[after] in ("so", "dann"):
        after += 1
    return "main" if after < end and reading.finite[after] else "none"


def _verbal_opening(reading: Reading, start: int, end: int) -> Opening:
    """An infinitive with zu before any finite verb, or a finite verb in second place."""
    i = start
    while i < end:
        if reading.finite[i]:
            return "main" if i > start or reading.is_subjunctive(i) else "none"
        if reading.tags[i] in ("VVIZU", "PTKZU") or _is_zu_infinitive(reading, i):
            return "inf"
        if reading.words[i] in (",", ":", ";"):
            return _opening_behind_comma(reading, i, end)
        i += 1
    return "none"


def _has_second_verb(reading: Reading, start: int, end: int) -> bool:
    """ "dem Land bleibe keine Wahl": a subjunctive with more behind it stands second, so this is no relative clause."""
    stop = next_comma(reading, start, end) or end
    verb = reading.finite_in(start, stop)
    return verb is not None and verb + 2 < stop and reading.is_subjunctive(verb)


def _is_infinitive_clause(reading: Reading, start: int, end: int) -> bool:
    """Up to the next comma there is an infinitive with zu and no finite verb, whatever the first word is tagged as."""
    stop = next_comma(reading, start, end) or end
    if reading.finite_in(start, stop) is not None:
        return False
    return any(reading.tags[i] in ("VVIZU", "PTKZU") or _is_zu_infinitive(reading, i) for i in range(start, stop))


def find_main_verb(reading: Reading, span: tuple[int, int]) -> int | None:
    """The finite verb in second place: the first that does not stand in a subordinate clause."""
    start, end = span
    subordinate = begins_subordinate(reading, start)
    for i in range(start, end):
        if reading.words[i] == ",":
            if i + 1 < end:
                subordinate = begins_subordinate(reading, i + 1) or reading.tags[i + 1] == "KOUI"
                if reading.finite[i + 1]:
                    return i + 1
        elif reading.finite[i] and not subordinate:
            return i
    return None


def _is_zu_infinitive(reading: Reading, i: int) -> bool:
    """ "auszunutzen", whatever infinitive it is tagged as."""
    return reading.tags[i] == "VVINF" and "zu" in reading.lower[i][2:-3]


def _opening_behind_comma(reading: Reading, comma: int, end: int) -> Opening:
    """A main clause whose verb follows a relative clause or apposition: "der Bau, der Jahre dauerte, sei …"."""
    for _ in range(3):
        following = next_comma(reading, comma + 1, end)
        if following is None or reading.words[comma] != ",":
            return "none"
        verb = reading.finite_in(following + 1, next_comma(reading, following + 1, end) or end)
        if verb is not None and reading.is_subjunctive(verb):
            return "main"
        comma = following
    return "none"


def next_comma(reading: Reading, start: int, end: int) -> int | None:
    """The next comma, colon, semicolon or dash outside brackets."""
    return next(
        (i for i in range(start, end) if reading.words[i] in (",", ":", ";") or reading.words[i] in DASHES), None
    )


def statement_end(reading: Reading, start: int, speaking: Speaking | None, opening: Opening) -> int:
    """Where a statement ends that follows its frame: with its sentence, unless the frame goes on behind it."""
    low, high = reading.bounds(start)
    for i in range(start + 1, high):
        word = reading.words[i]
        if word == ";":
            return i
        if word == ":" and i + 1 < high and is_mark(reading.words[i + 1]):
            return i
        if word == ")" and "(" not in reading.words[start:i] and "(" in reading.words[low:start]:
            return i
        joint = word == "," or word in JOINING or word in DASHES
        if joint and speaking is not None and _frame_goes_on(reading, i, high, speaking, opening):
            return i
    return high


def _frame_goes_on(reading: Reading, i: int, high: int, speaking: Speaking, opening: Opening) -> bool:
    """Behind a comma or "und" the frame has its turn again: "…, und ging", "…, sagte dann", "… wiederholt"."""
    after = i + 1
    while after < high and (reading.lower[after] in JOINING or is_mark(reading.words[after])):
        after += 1
    if after >= high:
        return False
    if (
        opening == "main"
        and reading.words[i] == ","
        and not reading.depth[i]
        and reading.lower[i + 1] in ("doch", "aber", "und")
    ):
        verb = find_main_verb(reading, (after, next_comma(reading, after, high) or high))
        return verb is not None and verb > after and not reading.is_subjunctive(verb) and speaking.edge < i
    if reading.words[i] == "," and _closes_bracket(reading, after, high, speaking):
        return True
    if not reading.finite[after] or reading.is_subjunctive(after):
        return _belongs_to_frame(reading, after, high, speaking)
    if reading.words[i] == "," and reading.lower[after - 1] not in JOINING:
        return is_subordinate(reading, speaking) and _is_outside(reading, after, speaking)
    return opening in ("dass", "w", "inf") or _belongs_to_frame(reading, after, high, speaking)


def _closes_bracket(reading: Reading, after: int, high: int, speaking: Speaking) -> bool:
    """A lone participle, prefix or infinitive behind the statement: "hat die Behauptung, dass …, wiederholt"."""
    return (
        after + 1 < high
        and reading.tags[after] in ("VVPP", "PTKVZ")
        and reading.tags[after + 1] in ("$.", "$,")
        and reading.syntax.heads[after] < speaking.main
    )


def _belongs_to_frame(reading: Reading, after: int, high: int, speaking: Speaking) -> bool:
    """The parser conjoins a verb of this stretch with the verb of speaking, and it is no subjunctive."""
    syntax = reading.syntax
    verbs = [j for j in syntax.children(speaking.main, "conj") if j >= after and j < high]
    if not verbs or verbs[0] - after > 12:
        return False
    finite = reading.finite_in(after, verbs[0] + 1)
    return finite is not None and not reading.is_subjunctive(finite) and reading.lower[after - 1] in JOINING


def is_subordinate(reading: Reading, speaking: Speaking) -> bool:
    """Whether the clause of the verb of speaking is itself a subordinate one: "als er sagte, …"."""
    finite = speaking.main if speaking.finite is None else speaking.finite
    low, _ = reading.bounds(finite)
    i = finite - 1
    while i >= low and reading.words[i] not in (",", ":", ";"):
        i -= 1
    first = i + 1
    return begins_subordinate(reading, first)


def begins_subordinate(reading: Reading, first: int) -> bool:
    """Whether a clause that begins here has its verb at the end: "die …", "mit denen …", "weil …"."""
    return reading.tags[first] in ("KOUS", "PRELS", "PRELAT", "PWAV") or _relative_behind_preposition(reading, first)


def _is_outside(reading: Reading, verb: int, speaking: Speaking) -> bool:
    above = reading.syntax.ancestors(speaking.main)
    return verb in above or reading.syntax.heads[verb] in above or reading.syntax.heads[verb] == verb
