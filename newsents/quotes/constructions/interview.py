"""Interviews set as turns: "Nordpost: [Bauen Sie neu?]", "Karl Huber: [Ja.]", then also turns without labels.

Labels must have shown who asks and who answers; a list of facts ("Treffpunkt: …", "Dauer: …") has nobody who does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.speech_acts import SpeechActs
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.marks import FULL_STOPS, is_mark
from newsents.words.tags import INNER_MARKS, NOUNS, PREPOSITIONS

LONGEST = 10
LONGEST_IMPRINT = 12
NAMING = NOUNS | PREPOSITIONS | INNER_MARKS | {"ART", "ADJA", "CARD"}


@dataclass(frozen=True)
class Label:
    """Who a paragraph is put down to: `phrase`, the last word of its name, and the words behind the colon."""

    phrase: TokenRange
    key: str
    rest: TokenRange


@dataclass
class Turn:
    """What one says before another does: a span a paragraph."""

    label: Label
    spans: list[TokenRange] = field(default_factory=list)
    labelled: bool = True


def find_interviews(view: View, _: SpeechActs) -> Iterator[Candidate]:
    """ "Nordpost: [Bauen Sie neu?]" by the Nordpost, and below it "[Woher kommt das Geld?]" too."""
    labels = {number: label for number, p in enumerate(view.paragraphs) if (label := _find_label(view, p)) is not None}
    asking, answering = _find_parties(view, labels)
    if not answering:
        return
    members = {n: label for n, label in labels.items() if label.key in asking | answering}
    for turn in _take_turns(view, members, asking):
        yield Candidate(
            "direct",
            tuple(turn.spans),
            "interview",
            frame=tuple(range(turn.label.phrase[0], turn.spans[0][0])) if turn.labelled else (),
            attribution=Attribution("source", turn.label.phrase),
        )


def _find_label(view: View, paragraph: TokenRange) -> Label | None:
    """ "Karl Huber:", "Die Nordpost:", "Anna K. aus Ulm:" and more behind it, no words in marks."""
    start, end = paragraph
    colon = next((i for i in range(start, min(start + LONGEST, end)) if view.words[i] == ":"), start)
    if not start < colon < end - 1 or is_mark(view.words[colon + 1]):
        return None
    if any(view.tags[i] not in NAMING for i in range(start, colon)) or view.tags[start] in ("CARD", "APPR", "APPRART"):
        return None
    last = next((i for i in range(start + 1, colon) if view.tags[i].startswith(("AP", "$"))), colon) - 1
    return Label((start, colon), view.lower[last], (colon + 1, end))


def _find_parties(view: View, labels: dict[int, Label]) -> tuple[set[str], set[str]]:
    """Who puts questions, and who has the turn right behind one of them."""
    asking = {label.key for label in labels.values() if _asks(view, label.rest)}
    answering = {
        labels[number + 1].key
        for number, label in labels.items()
        if label.key in asking and number + 1 in labels and labels[number + 1].key not in asking
    }
    return (asking if answering else set()), answering


def _asks(view: View, paragraph: TokenRange) -> bool:
    return view.words[paragraph[1] - 1] == "?"


def _take_turns(view: View, labels: dict[int, Label], asking: set[str]) -> Iterator[Turn]:
    """The turns of an interview: a question is the asker's, what follows it the other's, up to prose."""
    first, keys = min(labels), {label.key for label in labels.values()}
    asker = next(label for label in labels.values() if label.key in asking)
    answerer = next(label for label in labels.values() if label.key not in asking)
    turn: Turn | None = None
    headed = False
    for number in range(first, len(view.paragraphs)):
        start, end = view.paragraphs[number]
        label = labels.get(number)
        if label is None and _is_imprint(view, start, end):
            break
        if label is None and not _stops(view, end):
            headed = True
            continue
        if label is None and not _asks(view, (start, end)) and (headed or keys & set(view.lower[start:end])):
            break  # prose names them from outside: "Karl Huber lebt in Ulm."
        speaker = label or (asker if _asks(view, (start, end)) else answerer)
        if label is not None and label.key not in asking:
            answerer = label
        if turn is None or label is not None or speaker.key != turn.label.key:
            if turn is not None:
                yield turn
            turn = Turn(speaker, labelled=label is not None)
        turn.spans.append(label.rest if label is not None else (start, end))
        headed = False
    if turn is not None:
        yield turn


def _is_imprint(view: View, start: int, end: int) -> bool:
    """ "Das Gespräch führte Jana Ohm.", "Die Fragen stellte Jana Ohm.", "Interview: Jana Ohm"."""
    words = view.lower[start : min(end, start + 3)]
    return end - start <= LONGEST_IMPRINT and any(word in load_words("imprint") for word in words)


def _stops(view: View, end: int) -> bool:
    """A line without a stop is a heading."""
    last = end - 2 if is_mark(view.words[end - 1]) else end - 1
    return view.words[last] in FULL_STOPS
