"""Headlines: "Huber: [Kein Baum wird gefällt]", "„[Wir sind bereit]“: Huber tritt an"; not "Waldbrände: Athen hilft".

A headline is a line without a full stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.arguments import find_rank
from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.labels import Label, find_label
from newsents.quotes.phrases import next_noun, noun_phrase
from newsents.quotes.speech_acts import SpeechAct, SpeechActs
from newsents.reading.marked import Marked
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.marks import DASHES, FULL_STOPS

SIGNS = frozenset("+*•#|")


def find_headlines(view: View, acts: SpeechActs) -> Iterator[Candidate]:
    """ "Ministerin Huber: [Kein Baum wird gefällt]", "„[Kein Baum wird gefällt]“ – Huber bleibt hart"."""
    speaking = [act.finite for act in acts.outside if act.finite is not None and _says_something(act)]
    for start, end in view.paragraphs:
        start, end = _without_signs(view, start, end)
        if end <= start or view.words[end - 1] in FULL_STOPS - {"!", "?"}:
            continue
        last = view.closing.get(end - 1)
        if start in view.opening:
            found = _quote_first(view, view.opening[start], end)
        elif last is not None and start < last.open - 1 and view.words[last.open - 1] in DASHES | {":"}:
            found = _quote_last(view, start, last)
        else:
            colon = next((i for i in range(start, end) if view.words[i] == ":" and not view.depth[i]), end)
            label = find_label(view, start, colon) if colon + 1 < end else None
            found = None if label is None else _label_first(view, label, (colon + 1, end), speaking)
        if found is not None:
            yield found


def _says_something(act: SpeechAct) -> bool:
    """ "droht mit Streik", "sagt, …"; a verb that only reports has what it reports: "hält stand" is no "hält für"."""
    if act.verb.frames - {"words"}:
        return True
    return any(act.objects("" if report == "obj" else report) for report in act.verb.reports)


def _without_signs(view: View, start: int, end: int) -> TokenRange:
    """The line between the signs of a ticker: "+++ Huber: Kein Baum wird gefällt +++"."""
    while start < end and set(view.words[start]) <= SIGNS:
        start += 1
    while end > start and set(view.words[end - 1]) <= SIGNS:
        end -= 1
    return start, end


def _label_first(view: View, label: Label, rest: TokenRange, speaking: list[int]) -> Candidate | None:
    """ "Studie: [Jeder Dritte würde kündigen]"."""
    frame = tuple(range(label.phrase[0], rest[0]))
    span = view.trim(*rest)
    verb = view.finite_in(*span)
    if (
        label.kind == "topic"
        or rest[0] in view.opening
        or verb is None
        or any(span[0] <= i < span[1] for i in speaking)
    ):
        return None  # "Bahn: Gewerkschaft droht mit Streik": who speaks stands behind the colon
    if label.kind in ("body", "name") and not _claims(view, span, verb, label):
        return None
    return Candidate("indirect", (span,), "headline", frame=frame, attribution=Attribution("source", label.phrase))


def _claims(view: View, span: TokenRange, verb: int, label: Label) -> bool:
    """ "Stadt muss zahlen", "Urteil hat keinen Bestand"; not "Dänemark stellt Ermittlungen ein", which is news."""
    negated = any(view.lower[i].startswith("kein") or view.tags[i] == "PTKNEG" for i in range(*span))
    demands = negated or view.tags[verb] == "VMFIN" or view.is_subjunctive(verb)
    subject = next_noun(view, *span)
    is_thing = subject is not None and find_rank(view, subject, subject + 1) < 2
    return demands or is_thing if label.kind == "body" else demands and is_thing


def _quote_last(view: View, start: int, marked: Marked) -> Candidate | None:
    """ "Trainer Huber: „[Noch nichts verloren]“"; who speaks stands right before, or nowhere: "Elf verliert – „[…]“"."""
    joint = marked.open - 1
    first = next((i + 1 for i in range(joint - 1, start, -1) if view.words[i] in DASHES | {":"}), start)
    label = find_label(view, first, joint)
    if label is not None and label.kind != "topic":
        frame = tuple(range(first, marked.open))
        return Candidate(
            "direct", marked.parts, "headline", frame=frame, attribution=Attribution("source", label.phrase)
        )
    is_sentence = view.words[marked.end - 1] in FULL_STOPS - {"!", "?"}
    return Candidate("direct", marked.parts, "headline") if _is_utterance(view, marked) and not is_sentence else None


def _quote_first(view: View, marked: Marked, end: int) -> Candidate | None:
    """A person whom the words behind colon or dash are about speaks: also "„…“ – Karl Huber, Bürgermeister"."""
    joint = marked.close + 1
    if joint + 1 >= end or view.words[joint] not in DASHES | {":"} or not _is_utterance(view, marked):
        return None
    verb = view.finite_in(joint + 1, end)
    label = find_label(view, joint + 1, end if verb is None else verb)
    head = next_noun(view, joint + 1, end)
    if label is None or head is None or label.kind != "person":
        return Candidate("direct", marked.parts, "headline")
    attribution = Attribution("source", noun_phrase(view, head, (joint + 1, end)))
    return Candidate("direct", marked.parts, "headline", frame=tuple(range(joint, end)), attribution=attribution)


def _is_utterance(view: View, marked: Marked) -> bool:
    """A clause, some words, or an exclamation; no title of one or two words."""
    last = view.words[marked.end - 1]
    return last in FULL_STOPS or marked.end - marked.start > 2 or view.finite_in(marked.start, marked.end) is not None
