"""Frames that point to another sentence: "Demnach [regnete es]", "[Es regnete.] Das sagte die Sprecherin"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.clauses import classify_opening, next_comma
from newsents.quotes.frames import clause_before, make_frame, spans_around
from newsents.quotes.speech_acts import SpeechAct, SpeechActs
from newsents.reading.view import View

DEMONSTRATIVES = frozenset(("das", "dies"))
SOURCES_BEFORE = frozenset(("demnach", "demzufolge", "danach"))
RELATIVE_SOURCES = frozenset(("wonach", "demzufolge"))


def find_demnach(view: View, _: SpeechActs) -> Iterator[Candidate]:
    """ "Demnach [stieg der Umsatz leicht]." — the source is the one named before; "danach" only with a subjunctive."""
    for low, high in view.sentences:
        for i in range(low, min(high, low + 12)):
            if view.lower[i] not in SOURCES_BEFORE or view.depth[i] or view.tags[i] == "KOUS":
                continue
            if i > low and view.words[i - 1] == ",":
                continue
            verb = view.finite_in(low, high)
            if verb is None or (view.lower[i] == "danach" and not view.is_subjunctive(verb)):
                continue
            end = next((j for j in range(i, high) if view.words[j] == ";" and not view.depth[j]), high)
            spans = spans_around(view, (i, i + 1), (clause_before(view, i), end))
            if spans:
                yield Candidate("indirect", spans, "demnach", cues=(i,), frame=(i,), attribution=Attribution("back"))


def find_wonach(view: View, _: SpeechActs) -> Iterator[Candidate]:
    """ "Sie wies Berichte zurück, wonach [die Schule schließe]." """
    for i, word in enumerate(view.lower):
        if word in RELATIVE_SOURCES and i > 0 and view.words[i - 1] == "," and not view.depth[i]:
            low, high = view.bounds(i)
            verb = view.finite_in(i, high)
            end = high if verb is None else (next_comma(view, verb, high) or high)
            span = view.trim(i + 1, end)
            if span[1] > span[0] + 1:
                frame = tuple(j for j in range(low, i + 1))
                yield Candidate("indirect", (span,), "wonach", cues=(i,), frame=frame, attribution=Attribution("back"))


def find_references(view: View, acts: SpeechActs) -> Iterator[Candidate]:
    """ "[Die Schule schließt.] Das teilte das Amt am Montag mit." — the statement is the sentence before."""
    for act in acts.outside:
        low, high = view.bounds(act.main)
        number = view.sentence[act.main]
        if number == 0 or not _points_back(view, act, low, high):
            continue
        statement = view.trim(*view.sentences[number - 1])
        if statement[0] >= statement[1] or any(view.depth[i] for i in range(*statement)) or view.words[high - 1] == ":":
            continue
        yield Candidate(
            kind="indirect",
            spans=(statement,),
            rule="reference",
            cues=act.cues,
            frame=make_frame(view, (), act),
            attribution=act.attribute(None if act.passive else _speaker(act, high)),
            addressees=act.addressees,
        )


def _points_back(view: View, act: SpeechAct, low: int, high: int) -> bool:
    """ "Das sagte sie" with no clause of its own behind it."""
    finite = act.main if act.finite is None else act.finite
    if view.lower[low] not in DEMONSTRATIVES or finite != low + 1 or "clause" not in act.verb.frames:
        return False
    if act.verb.denies or "als" in act.verb.reports:
        return False  # "Das wurde kritisiert": who judges a statement has not made it
    comma = next_comma(view, act.edge, high)
    return comma is None or classify_opening(view, comma + 1, high) not in ("dass", "inf", "main")


def _speaker(act: SpeechAct, high: int) -> tuple[int, int] | None:
    """The subject, which the parse may take "das" for."""
    speaker = act.speaker
    low, _ = act.view.bounds(act.main)
    if speaker is not None and speaker[0] > low:
        return speaker
    return act.speaker_between(low, high)
