"""A speech act summed up: "Sie forderte [eine Zusage]", "… warnte [vor Regen]", "… nannte den Plan [unsinnig]"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.phrases import OUTSIDE
from newsents.quotes.speech_acts import Speaking
from newsents.reading.ranges import TokenRange
from newsents.reading.view import Reading


def find_reported(reading: Reading, verbs: Iterable[Speaking]) -> Iterator[Candidate]:
    """ "Die Gewerkschaft forderte [eine Zusage für alle Werke]." """
    for speaking in verbs:
        if not speaking.verb.reports or speaking.finite is None:
            continue
        rule, span = _find_object(reading, speaking)
        if (
            span is None
            or (speaking.speaker is None and not _ends_in_marks(reading, span))
            or _overlaps(span, speaking.speaker)
        ):
            continue
        yield Candidate(
            kind="reported",
            spans=(span,),
            rule=rule,
            cues=speaking.cues,
            frame=_clause(reading, speaking, span),
            speaker=speaking.speaker,
            addressees=tuple(a for a in speaking.addressees if not _overlaps(a, span)),
        )


def _ends_in_marks(reading: Reading, span: TokenRange) -> bool:
    """ "wurde als „Erfolg“ bezeichnet": the marks show that somebody said so, even where nobody is named."""
    return span[1] - 1 in reading.closing


def _overlaps(a: TokenRange, b: TokenRange | None) -> bool:
    return b is not None and a[0] < b[1] and b[0] < a[1]


def _find_object(reading: Reading, speaking: Speaking) -> tuple[str, TokenRange | None]:
    """What is reported, by the first complement that the verb takes and the clause has, and the rule for it."""
    for report in speaking.verb.reports:
        if report == "als":
            span = _predicate_with_als(reading, speaking)
        elif report == "pred":
            span = _predicate(reading, speaking)
        else:
            heads = [
                h for h in speaking.objects("" if report == "obj" else report) if _same_sentence(reading, h, speaking)
            ]
            span = _phrase(reading, speaking, heads[0]) if heads else None
        if span is not None and not _is_pronoun(reading, span):
            return ("predicate" if report in ("als", "pred") else "reported"), span
    return "", None


def _same_sentence(reading: Reading, i: int, speaking: Speaking) -> bool:
    return reading.sentence[i] == reading.sentence[speaking.main]


def _is_pronoun(reading: Reading, span: TokenRange) -> bool:
    return span[1] - span[0] == 1 and reading.tags[span[0]] in (
        "PPER",
        "PRF",
        "PDS",
        "PIS",
        "PRELS",
        "PWS",
        "PROAV",
        "PAV",
    )


def _phrase(reading: Reading, speaking: Speaking, head: int) -> TokenRange | None:
    """The whole complement with its preposition and relative clauses, as one stretch around its head."""
    low, high = reading.bounds(head)
    verbal = {speaking.main, *speaking.cues, speaking.finite}
    members = set(reading.syntax.subtree(head)) - verbal
    start = end = head
    while start > low and (start - 1 in members or (reading.tags[start - 1] in ("$(", "$,") and start - 2 in members)):
        start -= 1
    while end + 1 < high and (end + 1 in members or (reading.tags[end + 1] in ("$(", "$,") and end + 2 in members)):
        end += 1
    end += 1
    while end > head + 1 and (reading.words[end - 1] in OUTSIDE or reading.tags[end - 1] in ("$.", "PTKVZ")):
        end -= 1
    for i in range(start, end):
        if i in reading.opening:
            end = max(end, min(reading.opening[i].close + 1, high))
    return start, end


def _predicate_with_als(reading: Reading, speaking: Speaking) -> TokenRange | None:
    """ "bezeichnete den Plan [als unsinnig]": from "als" to the end of what depends on it."""
    low, high = reading.bounds(speaking.main)
    for i in range(low, high):
        if reading.lower[i] == "als" and _follows_object(reading, i) and i + 1 < high and not reading.finite[i + 1]:
            head = reading.syntax.heads[i]
            if head <= i or head == speaking.main:
                head = i + 1
            phrase = _phrase(reading, speaking, head)
            end = max(phrase[1] if phrase else head + 1, i + 2)
            return i, end
    return None


def _follows_object(reading: Reading, i: int) -> bool:
    """No comparison ("mehr als", "größer als") and no clause ("als er kam")."""
    before = reading.lower[i - 1] if i else ""
    return reading.tags[i] != "KOUS" and before not in ("mehr", "weniger", "anders") and reading.tags[i - 1] != "ADJD"


def _predicate(reading: Reading, speaking: Speaking) -> TokenRange | None:
    """ "nannte den Plan [einen Fehler]", "[unsinnig]": the predicate, or the second of two accusatives."""
    found = reading.syntax.children(speaking.main, "xcomp")
    objects = speaking.objects()
    if not found and len(objects) > 1:
        found = objects[-1:]
    found = [f for f in found if not reading.tags[f].startswith("VV")]
    return _phrase(reading, speaking, found[0]) if found else None


def _clause(reading: Reading, speaking: Speaking, span: TokenRange) -> tuple[int, ...]:
    """The clause of the verb without the statement and without clauses that are conjoined with it."""
    syntax = reading.syntax
    others = [c for c in syntax.children(speaking.main, "conj", "parataxis") if c != span[0]]
    tokens = syntax.subtree(speaking.main, without=others)
    low, high = reading.bounds(speaking.main)
    start, end = max(min(tokens), low), min(max(tokens) + 1, high)
    start, end = reading.trim(start, end)
    while start < end and reading.tags[start] == "KON":
        start += 1
    return tuple(i for i in range(start, end) if not span[0] <= i < span[1])
