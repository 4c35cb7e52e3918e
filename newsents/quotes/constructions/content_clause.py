"""A verb of speaking before its content clause: "Sie sagte, [dass es regne]", "… versprach, [zu gehen]"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from newsents.quotes.candidates import Candidate
from newsents.quotes.clauses import (
    Opening,
    begins_purpose,
    begins_subordinate,
    classify_opening,
    has_infinitive,
    is_subordinate,
    next_comma,
    statement_end,
)
from newsents.quotes.frames import make_frame
from newsents.quotes.phrases import may_speak, next_noun, speaks
from newsents.quotes.speech_acts import SpeechAct, SpeechActs
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.marks import FULL_STOPS, is_mark
from newsents.words.tags import ADVERBS, NOUN_LIKE

NEEDED = {"dass": "clause", "w": "clause", "inf": "inf", "main": "clause"}


def find_content_clauses(view: View, acts: SpeechActs) -> Iterator[Candidate]:
    """ "Die Ministerin teilte am Montag mit, [dass die Schule geschlossen werde]." """
    outside = zip_longest(acts.outside, acts.outside[1:])
    inside = ((act, following) for act, following in zip_longest(acts.inside, acts.inside[1:]) if _is_told(view, act))
    for act, following in (*outside, *inside):
        found = _find_opening(view, act, following)
        if found is None:
            continue
        start, opening = found
        span = view.trim(start, min(statement_end(view, start, act, opening), _reach(view, act)))
        if span[1] - span[0] < 2 or (opening == "w" and view.finite_in(*span) is None):
            continue
        yield Candidate(
            kind="indirect",
            spans=(span,),
            rule=f"clause-{opening}",
            cues=act.cues,
            frame=make_frame(view, (span,), act),
            attribution=act.attribute(act.speaker),
            addressees=act.addressees,
        )


def _find_opening(view: View, act: SpeechAct, following: SpeechAct | None) -> tuple[int, Opening] | None:
    """The first comma or colon behind the verb that a fitting clause follows, past appositions and relative clauses.

    What stands behind the `following` verb of speaking is that one's: "Nachdem sie das bestritten hatte, sagte er, …".
    """
    high = _reach(view, act)
    limit = high if following is None else following.main
    comma = _next_start(view, act.edge, high)
    while comma is not None and not act.edge < limit < comma:
        opening = classify_opening(view, comma + 1, high)
        if opening == "none" and "question" in act.verb.frames and view.lower[comma + 1] in load_words("question"):
            opening = "w"  # "fragte, weshalb …"
        if opening == "none" and "inf" in act.verb.frames and _leads_to_infinitive(view, comma, high):
            return comma + 1, "inf"
        if opening != "none" and _fits(view, act, comma, opening):
            return comma + 1, opening
        if comma + 1 < high and begins_purpose(view, comma + 1, high):
            return None
        if opening == "main" or (opening == "none" and view.finite_in(act.edge + 1, comma)):
            return None
        comma = _next_start(view, comma, high)
    return None


def _reach(view: View, act: SpeechAct) -> int:
    """The end of the sentence; inside marks that of the sentence within them: "„[Er sagte, er komme]. Gut.“"."""
    _, high = view.bounds(act.main)
    if not view.depth[act.main]:
        return high
    depth = view.depth[act.main]
    return next((i for i in range(act.main, high) if view.depth[i] < depth or view.words[i] in FULL_STOPS), high)


def _is_told(view: View, act: SpeechAct) -> bool:
    """Inside marks: "„Mein Lehrer hat gesagt, …“", "„Ich habe ihn gefragt, …“"; not "„Ich sage nicht, …“"."""
    if act.finite is None or act.subject is None or is_subordinate(view, act) or _is_negated(view, act):
        return False
    if act.finite < act.main and "sich" in view.lower[act.finite : act.main] and act.verb.companion != ("sich",):
        return False  # "hat sich entschieden, zu gehen"
    return bool(act.addressees) or view.lower[act.subject] not in ("ich", "wir", "du", "ihr", "man")


def _is_negated(view: View, act: SpeechAct) -> bool:
    """ "sagt nicht", "hat nie gesagt"."""
    first, last = sorted((act.main, act.finite or act.main))
    return any(view.lower[i] in load_words("negation") for i in range(first, min(last + 3, len(view))))


def _leads_to_infinitive(view: View, comma: int, high: int) -> bool:
    """ "forderte, [Wege, die vereist sind, zu streuen]", "kündigte an, [Schulen, Kitas und Bäder zu schließen]".

    The first words are no apposition ("versprach Vogt, die Ministerin, zu gehen") and no clause of their own.
    """
    first = comma + 1
    head = next_noun(view, first, high)
    if head is None or begins_subordinate(view, first) or view.finite_in(first, next_comma(view, first, high) or high):
        return False
    if view.tags[comma - 1] in NOUN_LIKE and may_speak(view, head):
        return False
    start: int | None = first
    while start is not None:
        end = next_comma(view, start, high)
        stop = high if end is None else end
        if view.finite_in(start, stop) is None:
            if has_infinitive(view, start, stop):
                return start > first
        elif not begins_subordinate(view, start):
            return False
        start = None if end is None or view.words[end] != "," or end + 1 >= high else end + 1
    return False


def _next_start(view: View, comma: int, high: int) -> int | None:
    """The next comma or colon before a semicolon."""
    found = next((i for i in range(comma + 1, high) if view.words[i] in (",", ":", ";")), None)
    return None if found is None or view.words[found] == ";" else found


def _fits(view: View, act: SpeechAct, comma: int, opening: Opening) -> bool:
    """The verb takes such a clause, and it is no marked speech, which has its own matcher."""
    if not _takes(view, act, comma + 1, opening) or _is_supposed(view, act) or _only_shows(view, act, comma):
        return False
    if opening in ("dass", "w") and _is_refused(view, act):
        return False
    if opening == "dass" and _is_result(view, act, comma):
        return False
    if is_mark(view.words[comma + 1]) and opening == "main":
        marked = view.opening.get(comma + 1)
        if marked is not None and marked.close + 2 >= view.bounds(comma)[1]:
            return False
    if opening == "main":
        if view.finite[comma + 1] and is_subordinate(view, act):
            return False  # "Nachdem er das gesagt hatte, ging er": the main clause around the verb goes on
        return _main_clause_fits(view, act, comma)
    if opening == "w" and view.lower[comma + 1] == "was":
        return not (act.verb.reports or act.passive) or view.lower[act.edge] in (
            "fragte",
            "fragt",
            "erklärte",
            "sagte",
            "wissen",
        )
    return True


def _takes(view: View, act: SpeechAct, first: int, opening: Opening) -> bool:
    """Whether the lexicon gives the verb such a clause; verbs of asking take only what asks."""
    if "question" in act.verb.frames:
        return opening == "w" or (opening == "dass" and view.lower[first] == "ob")
    if opening == "main" and "speech" in act.verb.frames:
        verb = view.finite_in(first, len(view))
        is_claim = (
            verb is not None and view.words[first - 1] == "," and first < verb and view.is_first_subjunctive(verb)
        )
        return "clause" in act.verb.frames or (is_claim and not begins_subordinate(view, first))
    return NEEDED[opening] in act.verb.frames


def _only_shows(view: View, act: SpeechAct, comma: int) -> bool:
    """ "In Tests hat sich gezeigt, dass …", "zeigte sich enttäuscht über den Entschluss, das Bad zu schließen"."""
    if act.verb.companion != ("sich",) or act.verb.infinitive != "zeigen":
        return False
    return act.speaker is None or not speaks(view, act.speaker) or view.tags[comma - 1] in NOUN_LIKE


def _is_whoever(view: View, act: SpeechAct, comma: int) -> bool:
    """ "Wer das Gegenteil behaupte, [möge es zeigen]": behind such a clause the main clause goes on."""
    low, _ = view.bounds(act.main)
    first = act.main
    while first > low and view.words[first - 1] not in (",", ";", ":"):
        first -= 1
    first += view.tags[first] == "KON"
    return view.lower[first] == "wer" and (view.finite[comma + 1] or view.lower[comma + 1] in ("der", "die"))


def _is_supposed(view: View, act: SpeechAct) -> bool:
    """ "Man könnte meinen, …", "Nähme sie an, …": nobody has said it."""
    finite = act.finite
    if finite is None or not view.is_subjunctive(finite):
        return False
    low, _ = view.bounds(finite)
    if finite == low or view.is_first_subjunctive(finite):
        return finite == low
    return act.subject is not None and view.lower[act.subject] == "man" and act.main != finite


def _is_result(view: View, act: SpeechAct, comma: int) -> bool:
    """ "widersprach so leise, dass es fast unterging"."""
    return any(view.lower[i] == "so" and view.tags[i + 1] in ADVERBS for i in range(act.edge + 1, comma - 1))


def _is_refused(view: View, act: SpeechAct) -> bool:
    """ "wollte nicht bestätigen, dass …", "habe nicht sagen können, wie …": nothing is said."""
    finite = act.finite
    if finite is None or (view.tags[finite] != "VMFIN" and view.tag(act.main + 1) != "VMINF"):
        return False
    low, high = sorted((finite, act.main))
    return any(view.lower[i] in ("nicht", "weder", "nie") for i in range(low, high))


def _sums_up(view: View, act: SpeechAct) -> bool:
    """ "bat um Geduld: …", "wies das zurück: …": the verb has its object, and what follows is told besides."""
    return any(act.objects("" if report == "obj" else report) for report in act.verb.reports if report.isalpha())


def _main_clause_fits(view: View, act: SpeechAct, comma: int) -> bool:
    """A main clause in the subjunctive is a statement; one in the indicative only right behind the frame."""
    _, high = view.bounds(comma)
    verb = view.finite_in(comma + 1, high)
    if verb is None or view.lower[comma + 1 : comma + 4] == ["es", "sei", "denn"] or _is_whoever(view, act, comma):
        return False
    if view.words[comma] == ":":
        return "speech" in act.verb.frames and not _sums_up(view, act)
    if any(view.is_subjunctive(i) for i in range(comma + 1, min(high, verb + 25)) if view.finite[i]):
        return True
    return (
        "speech" in act.verb.frames
        and view.tags[comma + 1] not in ("ADV", "KON", "PAV", "PROAV")
        and not view.finite_in(act.edge + 1, comma)
        and not act.passive
        and not any(view.tags[c] in ("NN", "PIS") for c in view.tree.children(act.main, "obj", "xcomp"))
        and not any(act.objects("" if report == "obj" else report) for report in act.verb.reports)
    )
