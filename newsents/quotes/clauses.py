"""How clauses of reported speech begin and end, by word order and by commas, which German never leaves out."""

from __future__ import annotations

from typing import Literal

from newsents.quotes.speech_acts import SpeechAct
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.marks import DASHES, is_mark
from newsents.words.speech import find_speech_noun
from newsents.words.tags import CLAUSE_ENDS, RELATIVES

Opening = Literal["dass", "w", "inf", "main", "none"]

COMPLEMENTISERS = frozenset(("dass", "ob"))
QUESTION_TAGS = frozenset(("PWS", "PWAV", "PWAT"))
PURPOSES = frozenset(("um", "ohne", "statt", "anstatt"))
JOINING = frozenset(("und", "sowie", "oder", "aber", "sondern", "doch", "jedoch", "denn"))


def classify_opening(view: View, start: int, end: int) -> Opening:
    """What kind of clause begins behind a comma or colon.

    "dass es regne" -> dass, "wer komme" -> w, "die Steuern zu senken" -> inf, "es regne" -> main, "der Chef" -> none.
    """
    first = _skip_marks(view, start, end)
    if first >= end:
        return "none"
    word, tag = view.lower[first], view.tags[first]
    joined = word in ("und", "oder", "sowohl") and first + 1 < end
    if (view.lower[first + 1] if joined else word) in COMPLEMENTISERS:
        return "dass"
    if _asks(view, first, end):
        return "w"
    is_purpose = begins_purpose(view, first, end)
    if not is_purpose and word not in JOINING and _is_infinitive_clause(view, first, end):
        return "inf"
    if tag in RELATIVES and _has_second_verb(view, first, end):
        return "main"
    if word in JOINING or tag in RELATIVES or _relative_behind_preposition(view, first):
        return "none"
    if is_purpose or word in load_words("condition") or tag == "KOUS":
        return _opening_after_condition(view, first, end)
    return _verbal_opening(view, first, end)


def begins_purpose(view: View, first: int, end: int) -> bool:
    """ "um zu helfen", "ohne dass er half"; not "um acht Uhr", "ohne ihn"."""
    if first >= end or view.lower[first] not in PURPOSES:
        return False
    return view.word(first + 1) == "dass" or has_infinitive(view, first, next_comma(view, first, end) or end)


def _skip_marks(view: View, i: int, end: int) -> int:
    while i < end and (is_mark(view.words[i]) or view.words[i] in DASHES):
        i += 1
    return i


def _asks(view: View, i: int, end: int) -> bool:
    """A question word, also behind a preposition or adverb: "für wen", "wie lange", "nicht, warum"."""
    if view.lower[i] in load_words("relative adverb"):
        return False
    if view.tags[i] in QUESTION_TAGS or view.lower[i] in load_words("question"):
        return True
    return i + 1 < end and view.tags[i] == "APPR" and view.tags[i + 1] in QUESTION_TAGS


def _relative_behind_preposition(view: View, i: int) -> bool:
    return view.tags[i] == "APPR" and i + 1 < len(view.tags) and view.tags[i + 1] in RELATIVES


def _opening_after_condition(view: View, start: int, end: int) -> Opening:
    """ "wenn er komme, werde es gut" is a main clause that begins with a condition; "weil es regne" alone is none."""
    comma = next_comma(view, start, end)
    for _ in range(3):  # "wenn sie behaupte, es fehle Geld, dann sei das falsch"
        if comma is None or comma + 1 >= end:
            return "none"
        after = comma + 1
        if view.lower[after] in ("so", "dann"):
            after += 1
        if after < end and view.finite[after]:
            return "main"
        comma = next_comma(view, comma + 1, end)
    return "none"


def _verbal_opening(view: View, start: int, end: int) -> Opening:
    """An infinitive with zu before any finite verb, or a finite verb in second place."""
    i = start
    while i < end:
        if view.finite[i]:
            return "main" if i > start or view.is_subjunctive(i) else "none"
        if view.tags[i] in ("VVIZU", "PTKZU") or _is_zu_infinitive(view, i):
            return "inf"
        if view.words[i] in (",", ":", ";"):
            return _opening_behind_comma(view, i, end)
        i += 1
    return "none"


def _has_second_verb(view: View, start: int, end: int) -> bool:
    """ "dem Land bleibe keine Wahl": a subjunctive with more behind it stands second, so this is no relative clause."""
    stop = next_comma(view, start, end) or end
    verb = view.finite_in(start, stop)
    return verb is not None and verb + 2 < stop and view.is_subjunctive(verb)


def _is_infinitive_clause(view: View, start: int, end: int) -> bool:
    """Up to the next comma there is an infinitive with zu and no finite verb, whatever the first word is tagged as."""
    stop = next_comma(view, start, end) or end
    if view.finite_in(start, stop) is not None:
        return False
    return has_infinitive(view, start, stop)


def has_infinitive(view: View, start: int, end: int) -> bool:
    """Whether an infinitive with "zu" stands in a stretch, whatever it is tagged as."""
    return any(view.tags[i] in ("VVIZU", "PTKZU") or _is_zu_infinitive(view, i) for i in range(start, end))


def opens_with_claim(view: View, start: int, end: int) -> bool:
    """ "Den Vorwurf, sie habe gelogen": a noun with what it says, which the verb behind it takes."""
    comma = next_comma(view, start, end)
    if comma is None or start in view.opening or view.finite_in(start, comma) is not None:
        return False
    nouns = (find_speech_noun(view.words[i]) for i in range(start, comma) if view.tags[i] == "NN")
    return any(noun is not None and noun.content for noun in nouns)


def find_main_verb(view: View, span: tuple[int, int]) -> int | None:
    """The finite verb in second place: the first that does not stand in a subordinate clause."""
    start, end = span
    subordinate = begins_subordinate(view, start)
    for i in range(start, end):
        if view.words[i] == ",":
            if i + 1 < end:
                subordinate = begins_subordinate(view, i + 1) or view.tags[i + 1] == "KOUI"
                if view.finite[i + 1]:
                    return i + 1
        elif view.finite[i] and not subordinate:
            return i
    return None


def _is_zu_infinitive(view: View, i: int) -> bool:
    """ "auszunutzen", whatever infinitive it is tagged as."""
    return view.tags[i] == "VVINF" and "zu" in view.lower[i][2:-3]


def _opening_behind_comma(view: View, comma: int, end: int) -> Opening:
    """A main clause whose verb follows a relative clause or apposition: "der Bau, der Jahre dauerte, sei …"."""
    for _ in range(3):
        following = next_comma(view, comma + 1, end)
        if following is None or view.words[comma] != ",":
            return "none"
        verb = view.finite_in(following + 1, next_comma(view, following + 1, end) or end)
        if verb is not None and view.is_subjunctive(verb):
            return "main"
        comma = following
    return "none"


def next_comma(view: View, start: int, end: int) -> int | None:
    """The next comma, colon, semicolon or dash outside brackets."""
    return next((i for i in range(start, end) if view.words[i] in (",", ":", ";") or view.words[i] in DASHES), None)


def statement_end(view: View, start: int, act: SpeechAct | None, opening: Opening) -> int:
    """Where a statement ends that follows its frame: with its sentence, unless the frame goes on behind it."""
    low, high = view.bounds(start)
    for i in range(start + 1, high):
        word = view.words[i]
        if word == ";":
            return i
        if word == ":" and i + 1 < high and is_mark(view.words[i + 1]):
            return i
        if word == ")" and "(" not in view.words[start:i] and "(" in view.words[low:start]:
            return i
        joint = word == "," or word in JOINING or word in DASHES
        if joint and act is not None and _frame_goes_on(view, start, i, high, act, opening):
            return i
    return high


def _frame_goes_on(view: View, start: int, i: int, high: int, act: SpeechAct, opening: Opening) -> bool:
    """Behind a comma or "und" the frame has its turn again: "…, und ging", "…, sagte dann", "… wiederholt"."""
    after = i + 1
    while after < high and (view.lower[after] in JOINING or is_mark(view.words[after])):
        after += 1
    if after >= high:
        return False
    if (
        opening == "main"
        and view.words[i] == ","
        and not view.depth[i]
        and view.lower[i + 1] in ("doch", "aber", "und")
    ):
        verb = find_main_verb(view, (after, next_comma(view, after, high) or high))
        return verb is not None and verb >= after and not view.is_subjunctive(verb) and act.edge < i
    if view.words[i] == "," and not view.depth[i] and _leaves_statement(view, start, after, high, opening):
        return True
    if view.words[i] == "," and _closes_bracket(view, after, high, act):
        return True
    if not view.finite[after] or view.is_subjunctive(after):
        return _belongs_to_frame(view, after, high, act)
    if view.words[i] == "," and view.lower[after - 1] not in JOINING:
        is_reported = act.finite is not None and act.speaker is not None and view.is_subjunctive(act.finite)
        if is_reported and _has_subjunctive(view, start, i):
            return True  # "Er habe gesagt, [es regne], erinnerte sie"
        return is_subordinate(view, act) and (_has_subjunctive(view, start, i) or _is_outside(view, after, act))
    if opening == "main" and view.words[i] == "," and _has_subjunctive(view, start, i):
        return True
    return opening in ("dass", "w", "inf") or _belongs_to_frame(view, after, high, act)


def _leaves_statement(view: View, start: int, after: int, high: int, opening: Opening) -> bool:
    """The author's clause behind a whole statement: "…, was gelogen war", "…, während Lund schwieg".

    A statement in the subjunctive or infinitive is left by what is in the indicative, one with "dass" by a main clause.
    """
    stop = next_comma(view, after, high) or high
    verb = view.finite_in(after, stop)
    if verb is None or view.is_subjunctive(verb) or not _is_whole(view, start, after - 1, opening):
        return False
    if view.lower[after] in load_words("comment"):
        reported = opening == "inf" or (opening == "main" and _has_subjunctive(view, start, after))
        return reported and not (view.lower[after] == "was" and _takes_question(view, after - 2))
    if opening in ("main", "none") or begins_subordinate(view, after) or view.tags[after] in ("KON", "KOUS", "KOKOM"):
        return False
    return after < verb < stop - 1 and view.tags[after] not in ("PRELS", "PWS", "PWAV", "APPR", "PDS", "ADV")


def _is_whole(view: View, start: int, end: int, opening: Opening) -> bool:
    """Whether the verb of the statement stands already, at its end where it is a subordinate clause."""
    if opening == "inf":
        return has_infinitive(view, start, end)
    if opening == "main":
        return view.finite_in(start, end) is not None
    return view.finite[end - 1] or view.tags[end - 1].startswith("V")


def _has_subjunctive(view: View, start: int, end: int) -> bool:
    return any(view.finite[i] and view.is_subjunctive(i) for i in range(start, end))


def _takes_question(view: View, i: int) -> bool:
    """ "… zu wissen, was geschah", "das, was geschah": the clause with "was" is what the word before it takes."""
    return view.tags[i] in ("PDS", "PIS", "PIAT") or view.lower[i] in load_words("takes question")


def _closes_bracket(view: View, after: int, high: int, act: SpeechAct) -> bool:
    """A lone participle, prefix or infinitive behind the statement: "hat die Behauptung, dass …, wiederholt"."""
    return (
        after + 1 < high
        and view.tags[after] in ("VVPP", "PTKVZ")
        and view.tags[after + 1] in CLAUSE_ENDS
        and view.tree.heads[after] < act.main
    )


def _belongs_to_frame(view: View, after: int, high: int, act: SpeechAct) -> bool:
    """The parser conjoins a verb of this stretch with the verb of speaking, and it is no subjunctive."""
    tree = view.tree
    verbs = [j for j in tree.children(act.main, "conj") if j >= after and j < high]
    if not verbs or verbs[0] - after > 12:
        return False
    finite = view.finite_in(after, verbs[0] + 1)
    return finite is not None and not view.is_subjunctive(finite) and view.lower[after - 1] in JOINING


def is_subordinate(view: View, act: SpeechAct) -> bool:
    """Whether the clause of the verb of speaking is itself a subordinate one: "als er sagte, …"."""
    return begins_subordinate(view, clause_start(view, act))


def clause_start(view: View, act: SpeechAct) -> int:
    """Where the clause of the verb of speaking begins, behind a comma; "auch" before its first word is passed."""
    finite = act.main if act.finite is None else act.finite
    low, _ = view.bounds(finite)
    first = finite
    while first > low and view.words[first - 1] not in (",", ":", ";"):
        first -= 1
    while first < finite and view.tags[first] in ("ADV", "$("):
        first += 1
    return first


def begins_subordinate(view: View, first: int) -> bool:
    """Whether a clause that begins here has its verb at the end: "die …", "mit denen …", "weil …"."""
    return view.tags[first] in ("KOUS", "PRELS", "PRELAT", "PWAV", "PWAT") or _relative_behind_preposition(view, first)


def _is_outside(view: View, verb: int, act: SpeechAct) -> bool:
    above = view.tree.ancestors(act.main)
    return verb in above or view.tree.heads[verb] in above or view.tree.heads[verb] == verb
