"""A speech act summed up: "Sie forderte [eine Zusage]", "… warnte [vor Regen]", "… nannte den Plan [unsinnig]"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.clauses import classify_opening, clause_start, opens_with_claim
from newsents.quotes.frames import clause_before
from newsents.quotes.phrases import OUTSIDE, bare_preposition, next_noun, noun_phrase, speaks
from newsents.quotes.speech_acts import SpeechAct, SpeechActs
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.speech import find_speech_noun
from newsents.words.tags import INNER_MARKS, RELATIVES


def find_reported(view: View, acts: SpeechActs) -> Iterator[Candidate]:
    """ "Die Gewerkschaft forderte [eine Zusage für alle Werke]." """
    for act in acts.outside:
        if not act.verb.reports or act.finite is None or _is_possible(view, act):
            continue
        rule, span = _find_object(view, act)
        if span is None or not _has_speaker(view, act, span) or _is_named(view, act, span):
            continue
        if _is_background(view, act) and not _ends_in_marks(view, span):
            continue
        yield Candidate(
            kind="reported",
            spans=(span,),
            rule=rule,
            cues=act.cues,
            frame=_clause(view, act, span),
            attribution=act.attribute(act.speaker),
            addressees=tuple(a for a in act.addressees if not _overlaps(a, span)),
        )


def _is_background(view: View, act: SpeechAct) -> bool:
    """ "ein Mann, der die Tat gestand": a relative clause says what is known of somebody."""
    start = clause_start(view, act)
    relative = RELATIVES & set(view.tags[start : start + 2])
    return bool(relative) and not view.is_subjunctive(act.finite or 0)


def _is_possible(view: View, act: SpeechAct) -> bool:
    """ "wollte den Plan erläutern", "müssen Einnahmen angeben": not yet said."""
    finite = act.finite or 0
    return view.tags[finite] == "VMFIN" and (not view.is_subjunctive(finite) or view.lower[finite] == "könnte")


def _has_speaker(view: View, act: SpeechAct, span: TokenRange) -> bool:
    """Somebody who can speak, other than the complement; or marks, which show that somebody said so."""
    speaker = act.speaker
    if speaker is None:
        return _ends_in_marks(view, span) or (act.passive and act.verb.judges)
    return not _overlaps(span, speaker) and speaks(view, speaker)


def _is_named(view: View, act: SpeechAct, span: TokenRange) -> bool:
    """ "schloss Russland aus", "ruft Anna Lund": a bare name is said only by verbs of judging."""
    judges = {"als", "pred", "dat"} & set(act.verb.reports)
    return not judges and span[0] in view.named and view.named[span[0]] == span


def _ends_in_marks(view: View, span: TokenRange) -> bool:
    """ "wurde als „Erfolg“ bezeichnet": the marks show that somebody said so, even where nobody is named."""
    return span[1] - 1 in view.closing


def _overlaps(a: TokenRange, b: TokenRange | None) -> bool:
    return b is not None and a[0] < b[1] and b[0] < a[1]


def _find_object(view: View, act: SpeechAct) -> tuple[str, TokenRange | None]:
    """What is reported, by the first complement that the verb takes and the clause has, and the rule for it."""
    for report in act.verb.reports:
        span = _complement(view, act, report)
        if span is not None and not _is_pronoun(view, act, span):
            return ("predicate" if report in ("als", "pred") else "reported"), span
    return "", None


def _complement(view: View, act: SpeechAct, report: str) -> TokenRange | None:
    """The phrase of one kind that the clause has: "obj", "dat", "als", "pred", "act", "obj+auf", "auf"."""
    if report == "als":
        return _predicate_with_als(view, act)
    if report == "pred":
        return _predicate(view, act)
    claim = _claim_in_front(view, act) if report in ("obj", "dat") else None
    if claim is not None:
        return claim
    first, _, second = report.partition("+")
    if second:
        return _join(_complement(view, act, first), _complement(view, act, second))
    heads = act.datives() if report == "dat" else act.objects("" if report in ("obj", "act") else report)
    heads = [h for h in heads if _same_sentence(view, h, act)]
    if report == "act":
        heads = [h for h in heads if find_speech_noun(view.words[h]) is not None and not _has_clause(view, h)]
    span = _phrase(view, act, heads[0]) if heads else None
    if span is not None and report == "obj" and "als" in act.verb.reports:
        return _join(span, _predicate_with_als(view, act)) or span
    return span


def _claim_in_front(view: View, act: SpeechAct) -> TokenRange | None:
    """ "[Den Vorwurf, sie habe gelogen], wies sie zurück": no preposition, and the verb right behind the comma."""
    finite = act.finite or 0
    if act.passive or view.word(finite - 1) != ",":
        return None
    start, end = view.trim(clause_before(view, finite), finite)
    found = start < end and not view.tags[start].startswith("APPR") and opens_with_claim(view, start, end)
    return (start, end) if found else None


def _has_clause(view: View, noun: int) -> bool:
    """ "stellte den Antrag, [zu vertagen]": what follows is what is said."""
    _, high = view.bounds(noun)
    return view.word(noun + 1) == "," and classify_opening(view, noun + 2, high) in ("dass", "inf")


def _join(first: TokenRange | None, second: TokenRange | None) -> TokenRange | None:
    """Two complements side by side, as in "beziffert [die Verluste] [auf elf Millionen]"."""
    if first is None or second is None or not 0 <= second[0] - first[1] < 3:
        return None
    return first[0], second[1]


def _same_sentence(view: View, i: int, act: SpeechAct) -> bool:
    return view.sentence[i] == view.sentence[act.main]


def _is_pronoun(view: View, act: SpeechAct, span: TokenRange) -> bool:
    """ "fordert es", "sagt etwas"; "bestreitet das", "weist beides zurück" take up what was said before."""
    if span[1] - span[0] > 1:
        return False
    if view.lower[span[0]] in ("das", "dies", "beides"):
        low, high = _clause_bounds(view, act)
        return act.passive or any(view.lower[i] in load_words("negation") for i in range(low, high))
    return view.tags[span[0]] in (
        "PPER",
        "PRF",
        "PDS",
        "PIS",
        "PRELS",
        "PWS",
        "PROAV",
        "PAV",
    )


def _phrase(view: View, act: SpeechAct, head: int) -> TokenRange | None:
    """The whole complement with its preposition and relative clauses, as one stretch around its head."""
    low, high = view.bounds(head)
    verbal = {act.main, *act.cues, act.finite}
    members = set(view.tree.subtree(head)) - verbal
    start = end = head
    while start > low and (start - 1 in members or (view.tags[start - 1] in INNER_MARKS and start - 2 in members)):
        start -= 1
    while end + 1 < high and (end + 1 in members or (view.tags[end + 1] in INNER_MARKS and end + 2 in members)):
        end += 1
    end += 1
    while end > head + 1 and (view.words[end - 1] in OUTSIDE or view.tags[end - 1] in ("$.", "PTKVZ")):
        end -= 1
    end = _past_attribute(view, act, end, high)
    for i in range(start, end):
        if i in view.opening:
            end = max(end, min(view.opening[i].close + 1, high))
    return start, end


def _past_attribute(view: View, act: SpeechAct, end: int, high: int) -> int:
    """Takes in what is the noun's, which the parse gives to the verb: "räumte Pannen [bei der Vergabe] ein"."""
    if end >= high or view.tags[end - 1] != "NN" or not view.tags[end].startswith("APPR"):
        return end
    preposition = bare_preposition(view.lower[end])
    directed = preposition == "in" and view.lower[end + 1 : end + 2] and view.lower[end + 1] in ("die", "das")
    if preposition in act.verb.reports or not (directed or preposition in load_words("attribute")):
        return end
    noun = next_noun(view, end + 1, high)
    if noun is None or any(view.finite[i] or view.tags[i] == "$," for i in range(end, noun)):
        return end
    return noun_phrase(view, noun, (end + 1, high))[1]


def _predicate_with_als(view: View, act: SpeechAct) -> TokenRange | None:
    """ "bezeichnete den Plan [als unsinnig]": from "als" to the end of what depends on it."""
    low, high = _clause_bounds(view, act)
    for i in range(low, high):
        if view.lower[i] == "als" and _follows_object(view, i) and i + 1 < high and not view.finite[i + 1]:
            head = view.tree.heads[i]
            if head <= i or head == act.main:
                head = i + 1
            phrase = _phrase(view, act, head)
            end = max(phrase[1] if phrase else head + 1, i + 2)
            return i, end
    return None


def _clause_bounds(view: View, act: SpeechAct) -> TokenRange:
    """From and up to the next finite verb that is not the act's own."""
    low, high = view.bounds(act.main)
    own = {act.main, act.finite, *act.cues}
    first, last = min(i for i in own if i is not None), act.edge
    start = next((i + 1 for i in range(first - 1, low - 1, -1) if view.finite[i] and i not in own), low)
    end = next((i for i in range(last + 1, high) if view.finite[i] and i not in own), high)
    return start, end


def _follows_object(view: View, i: int) -> bool:
    """No comparison ("mehr als", "größer als") and no clause ("als er kam")."""
    before = view.lower[i - 1] if i else ""
    return view.tags[i] != "KOUS" and before not in ("mehr", "weniger", "anders") and view.tags[i - 1] != "ADJD"


def _predicate(view: View, act: SpeechAct) -> TokenRange | None:
    """ "nannte den Plan [einen Fehler]", "[unsinnig]": the predicate, or the second of two accusatives."""
    found = view.tree.children(act.main, "xcomp")
    objects = act.objects()
    if not found and len(objects) > 1:
        found = objects[-1:]
    found = [f for f in found if not view.tags[f].startswith("VV")]
    return _phrase(view, act, found[0]) if found else None


def _clause(view: View, act: SpeechAct, span: TokenRange) -> tuple[int, ...]:
    """The clause of the verb without the statement and without clauses that are conjoined with it."""
    tree = view.tree
    others = [c for c in tree.children(act.main, "conj", "parataxis") if c != span[0]]
    tokens = tree.subtree(act.main, without=others)
    low, high = view.bounds(act.main)
    start, end = max(min(tokens), low), min(max(tokens) + 1, high)
    end = next((i for i in range(act.edge, end) if view.words[i] == ":" and not view.depth[i]), end)
    start, end = view.trim(start, end)
    while start < end and view.tags[start] == "KON":
        start += 1
    return tuple(i for i in range(start, end) if not span[0] <= i < span[1])
