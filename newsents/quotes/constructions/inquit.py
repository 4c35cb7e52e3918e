"""A verb of speaking in or behind its statement: "[Es regne], sagte sie", "[Der Schaden], so hieß es, [sei groß]"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.cases import agrees
from newsents.quotes.clauses import (
    COMPLEMENTISERS,
    begins_purpose,
    begins_subordinate,
    classify_opening,
    find_main_verb,
)
from newsents.quotes.frames import clause_before, find_region, frame_end, spans_around
from newsents.quotes.phrases import bare_preposition, may_be_subject, may_speak, next_noun, noun_phrase
from newsents.quotes.speech_acts import SpeechAct, SpeechActs
from newsents.quotes.unlisted import find_acts_behind_marks, find_acts_behind_statements
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.marks import DASHES, is_mark


def find_inquits(view: View, acts: SpeechActs) -> Iterator[Candidate]:
    """ "[Der Umsatz sei gestiegen], sagte der Sprecher am Montag." """
    unlisted = (*find_acts_behind_marks(view, acts), *find_acts_behind_statements(view, acts))
    for act in (*acts.outside, *unlisted):
        frame = _find_frame(view, act)
        if frame is None:
            continue
        spans = spans_around(view, frame, find_region(view, frame))
        if spans and (spans[0][0] in view.opening or _reports(view, act, spans, frame)):
            yield Candidate(
                kind="indirect",
                spans=spans,
                rule="inquit",
                cues=act.cues,
                frame=_frame_tokens(view, frame),
                attribution=act.attribute(_speaker_within(act, frame)),
                addressees=act.addressees,
            )


def _reports(view: View, act: SpeechAct, spans: tuple[TokenRange, ...], frame: TokenRange) -> bool:
    """Whether words without marks are a statement of the verb behind them, and not its own clause or another's.

    Subjunctive ones are. "Sie trat ans Pult, dankte den Helfern und ging" has verbs in a row; what nobody says ("ob er
    kommt, verriet niemand") is no statement.
    """
    if not {"speech", "clause"} & act.verb.frames:
        return False
    statement = spans[0]
    subjunctive = any(view.finite[i] and view.is_subjunctive(i) and not view.depth[i] for s in spans for i in range(*s))
    if subjunctive and ("clause" in act.verb.frames or _is_main_clause(view, statement)):
        return True
    if begins_subordinate(view, statement[0]) and ("clause" not in act.verb.frames or _is_denied(view, act, frame)):
        return "question" in act.verb.frames
    speaker = _head_within(view, act, frame)
    if speaker is None or act.verb.source or act.passive:
        return speaker is not None or "clause" in act.verb.frames
    return (
        may_speak(view, speaker)
        and may_be_subject(view, speaker)
        and agrees(view, frame[0], speaker)
        and _is_no_object(view, act, speaker)
    )


def _is_main_clause(view: View, statement: TokenRange) -> bool:
    """ "Dass er gehe, sei gut" is one, "dass er gehe" none."""
    if not begins_subordinate(view, statement[0]):
        return True
    verb = find_main_verb(view, statement)
    return verb is not None and view.is_subjunctive(verb)


def _is_denied(view: View, act: SpeechAct, frame: TokenRange) -> bool:
    """ "…, verriet er nicht": of verbs that deny ("bestritt er nicht") it is a statement again."""
    return not act.verb.denies and any(view.lower[i] in load_words("negation") for i in range(*frame))


def _head_within(view: View, act: SpeechAct, frame: TokenRange) -> int | None:
    """The head of the noun phrase that the frame has for a subject."""
    subject = act.subject
    if subject is not None and frame[0] < subject < frame[1]:
        return subject
    return next_noun(view, frame[0] + 1, frame[1])


def _is_no_object(view: View, act: SpeechAct, head: int) -> bool:
    """Behind a verb that persons are the object of ("lobte die Helfer") only a plain nominative is the subject."""
    if "clause" in act.verb.frames and act.verb.to != "acc" and "als" not in act.verb.reports:
        return True
    start, _ = noun_phrase(view, head)
    return view.lower[start] in load_words("nominative") or view.lower[head] in load_words("nominative")


def _find_frame(view: View, act: SpeechAct) -> TokenRange | None:
    """The clause that begins with the finite verb behind a comma or a closing mark: ", sagte sie"."""
    first = act.main if act.finite is None else act.finite
    if view.depth[first]:
        return None
    low = clause_before(view, first)
    if view.lower[first - 1 : first] in (["so"], ["das"], ["dies"]):
        first -= 1
    elif view.lower[first - 1] in load_words("wording"):
        first -= 3
    if first <= low or not (view.words[first - 1] in {",", *DASHES} or is_mark(view.words[first - 1])):
        return None
    before = (low, first - 1 if view.words[first - 1] == "," else first)
    complete = is_complete(view, before)
    end = frame_end(view, first, complete)
    if act.edge >= end or not _names_speaker(view, act, first, end, complete=complete):
        return None
    if act.verb.source and bare_preposition(view.lower[before[0]]) in act.verb.source and not complete:
        return None  # "In einem Brief, der vorliegt, heißt es, …": the first words name who says it
    if complete:
        return first, end
    resumed = end < view.bounds(first)[1] and view.words[end] != ":"
    if view.words[first - 1] != "," and view.words[first - 1] not in DASHES:
        return None  # "Dem „Spiegel“ sagte sie, …": the marks are no statement, and no comma sets it off
    return (first, end) if resumed and before[1] > before[0] and may_begin(view, before[0]) else None


def _names_speaker(view: View, act: SpeechAct, first: int, end: int, *, complete: bool) -> bool:
    """The subject stands behind the verb: "…, sagte sie", not "Der Chef, Karl Huber, sagte, …"; or there is none."""
    if (view.tags[first] == "VMFIN" and act.main != first) or (act.voice == "agent" and view.lower[first] != "so"):
        return False
    if act.passive or act.verb.source:
        return "clause" in act.verb.frames
    subjects = view.tree.children(act.main, "nsubj")
    if any(first < s < end for s in subjects):
        return True
    if subjects and not complete:
        return False
    return act.speaker_between(first, end) is not None


def is_complete(view: View, before: TokenRange) -> bool:
    """Whether a stretch is a statement by itself: marked speech, a main clause, a dass-clause; no "als er kam"."""
    start, end = view.trim(*before)
    if start >= end:
        return False
    if start in view.opening and view.opening[start].close >= end - 1:
        return True
    if view.lower[start] == "wie":
        return False
    is_adverbial = view.tags[start] == "KOUS" and view.lower[start] not in COMPLEMENTISERS
    if is_adverbial or begins_purpose(view, start, end):
        return classify_opening(view, start, end) == "main"
    if classify_opening(view, start, end) in ("dass", "main"):
        return not _is_bracket_open(view, start, end)
    asks = view.words[before[1] - 1 : before[1]] == ["?"] or view.tags[start] in ("PWAV", "PWS")
    verb = find_main_verb(view, (start, end))
    return asks or (verb is not None and verb > start and not _is_bracket_open(view, start, end))


def _is_bracket_open(view: View, start: int, end: int) -> bool:
    """An auxiliary that still waits for its participle: "Sie hat, so sagt sie, …"."""
    verb = find_main_verb(view, (start, end))
    return verb is not None and verb == end - 1 and view.tags[verb] in ("VAFIN", "VMFIN")


def may_begin(view: View, start: int) -> bool:
    """Whether an unfinished statement can begin so: "Der Schaden, sagte er, …", no "Als er kam, sagte er, …"."""
    return view.tags[start] not in ("KOUS", "KOUI", "PRELS") and view.lower[start] != "wie"


def _frame_tokens(view: View, frame: TokenRange) -> tuple[int, ...]:
    """The frame with the comma that joins it: ", sagte sie"."""
    start, end = frame
    if start > 0 and view.words[start - 1] == ",":
        start -= 1
    while end > start and view.tags[end - 1] == "$." and view.words[end - 1] != ":":
        end -= 1
    return tuple(range(start, end))


def _speaker_within(act: SpeechAct, frame: TokenRange) -> TokenRange | None:
    """The speaker, if the parse did not look for it in the statement; else the first noun behind the verb."""
    speaker = act.speaker
    if speaker is not None and frame[0] <= speaker[0] < frame[1]:
        return speaker[0], min(speaker[1], frame[1])
    return act.speaker_between(*frame)
