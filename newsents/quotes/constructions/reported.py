"""A speech act summed up: "Sie forderte [eine Zusage]", "… warnte [vor Regen]", "… nannte den Plan [unsinnig]"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.phrases import OUTSIDE
from newsents.quotes.speech_acts import Speaking
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View


def find_reported(view: View, verbs: Iterable[Speaking]) -> Iterator[Candidate]:
    """ "Die Gewerkschaft forderte [eine Zusage für alle Werke]." """
    for speaking in verbs:
        if not speaking.verb.reports or speaking.finite is None:
            continue
        rule, span = _find_object(view, speaking)
        if (
            span is None
            or (speaking.speaker is None and not _ends_in_marks(view, span))
            or _overlaps(span, speaking.speaker)
        ):
            continue
        yield Candidate(
            kind="reported",
            spans=(span,),
            rule=rule,
            cues=speaking.cues,
            frame=_clause(view, speaking, span),
            speaker=speaking.speaker,
            addressees=tuple(a for a in speaking.addressees if not _overlaps(a, span)),
        )


def _ends_in_marks(view: View, span: TokenRange) -> bool:
    """ "wurde als „Erfolg“ bezeichnet": the marks show that somebody said so, even where nobody is named."""
    return span[1] - 1 in view.closing


def _overlaps(a: TokenRange, b: TokenRange | None) -> bool:
    return b is not None and a[0] < b[1] and b[0] < a[1]


def _find_object(view: View, speaking: Speaking) -> tuple[str, TokenRange | None]:
    """What is reported, by the first complement that the verb takes and the clause has, and the rule for it."""
    for report in speaking.verb.reports:
        if report == "als":
            span = _predicate_with_als(view, speaking)
        elif report == "pred":
            span = _predicate(view, speaking)
        else:
            heads = [
                h for h in speaking.objects("" if report == "obj" else report) if _same_sentence(view, h, speaking)
            ]
            span = _phrase(view, speaking, heads[0]) if heads else None
        if span is not None and not _is_pronoun(view, span):
            return ("predicate" if report in ("als", "pred") else "reported"), span
    return "", None


def _same_sentence(view: View, i: int, speaking: Speaking) -> bool:
    return view.sentence[i] == view.sentence[speaking.main]


def _is_pronoun(view: View, span: TokenRange) -> bool:
    return span[1] - span[0] == 1 and view.tags[span[0]] in (
        "PPER",
        "PRF",
        "PDS",
        "PIS",
        "PRELS",
        "PWS",
        "PROAV",
        "PAV",
    )


def _phrase(view: View, speaking: Speaking, head: int) -> TokenRange | None:
    """The whole complement with its preposition and relative clauses, as one stretch around its head."""
    low, high = view.bounds(head)
    verbal = {speaking.main, *speaking.cues, speaking.finite}
    members = set(view.tree.subtree(head)) - verbal
    start = end = head
    while start > low and (start - 1 in members or (view.tags[start - 1] in ("$(", "$,") and start - 2 in members)):
        start -= 1
    while end + 1 < high and (end + 1 in members or (view.tags[end + 1] in ("$(", "$,") and end + 2 in members)):
        end += 1
    end += 1
    while end > head + 1 and (view.words[end - 1] in OUTSIDE or view.tags[end - 1] in ("$.", "PTKVZ")):
        end -= 1
    for i in range(start, end):
        if i in view.opening:
            end = max(end, min(view.opening[i].close + 1, high))
    return start, end


def _predicate_with_als(view: View, speaking: Speaking) -> TokenRange | None:
    """ "bezeichnete den Plan [als unsinnig]": from "als" to the end of what depends on it."""
    low, high = view.bounds(speaking.main)
    for i in range(low, high):
        if view.lower[i] == "als" and _follows_object(view, i) and i + 1 < high and not view.finite[i + 1]:
            head = view.tree.heads[i]
            if head <= i or head == speaking.main:
                head = i + 1
            phrase = _phrase(view, speaking, head)
            end = max(phrase[1] if phrase else head + 1, i + 2)
            return i, end
    return None


def _follows_object(view: View, i: int) -> bool:
    """No comparison ("mehr als", "größer als") and no clause ("als er kam")."""
    before = view.lower[i - 1] if i else ""
    return view.tags[i] != "KOUS" and before not in ("mehr", "weniger", "anders") and view.tags[i - 1] != "ADJD"


def _predicate(view: View, speaking: Speaking) -> TokenRange | None:
    """ "nannte den Plan [einen Fehler]", "[unsinnig]": the predicate, or the second of two accusatives."""
    found = view.tree.children(speaking.main, "xcomp")
    objects = speaking.objects()
    if not found and len(objects) > 1:
        found = objects[-1:]
    found = [f for f in found if not view.tags[f].startswith("VV")]
    return _phrase(view, speaking, found[0]) if found else None


def _clause(view: View, speaking: Speaking, span: TokenRange) -> tuple[int, ...]:
    """The clause of the verb without the statement and without clauses that are conjoined with it."""
    tree = view.tree
    others = [c for c in tree.children(speaking.main, "conj", "parataxis") if c != span[0]]
    tokens = tree.subtree(speaking.main, without=others)
    low, high = view.bounds(speaking.main)
    start, end = max(min(tokens), low), min(max(tokens) + 1, high)
    start, end = view.trim(start, end)
    while start < end and view.tags[start] == "KON":
        start += 1
    return tuple(i for i in range(start, end) if not span[0] <= i < span[1])
