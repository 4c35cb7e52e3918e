"""Words that somebody does something with: "Mit den Worten „[Es reicht]“ trat der Trainer zurück"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.phrases import find_subject, noun_phrase
from newsents.quotes.speech_acts import SpeechActs
from newsents.reading.marked import Marked
from newsents.reading.view import View
from newsents.words.closed_classes import load_words


def find_wordings(view: View, acts: SpeechActs) -> Iterator[Candidate]:
    """ "Er verabschiedete sich mit dem Satz „[Das war alles]“." """
    for marked in view.marked:
        wording = marked.open - 1
        if view.depth[marked.open] or wording < 2 or view.lower[wording] not in load_words("wording"):
            continue
        if view.lower[wording - 2] == "mit":
            yield _candidate(view, marked, wording)


def _candidate(view: View, marked: Marked, wording: int) -> Candidate:
    """The subject of the clause around the phrase speaks."""
    verb = next((i for i in view.tree.ancestors(wording) if view.tags[i].startswith("V")), None)
    head = find_subject(view, verb) if verb is not None else None
    speaker = None if head is None else noun_phrase(view, head)
    low, high = view.bounds(wording)
    frame = tuple(i for i in range(low, high) if not marked.open <= i <= marked.close)
    return Candidate("direct", marked.parts, "wording", (wording,), frame, Attribution("source", speaker))
