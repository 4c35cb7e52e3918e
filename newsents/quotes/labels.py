"""What stands before a colon: who speaks ("Trainer Kramer (54):"), or a topic ("Waldbrände:", "Nach der Rede:")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsents.quotes.phrases import next_noun
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.persons import find_noun

LONGEST = 12
NO_LABELS = ("AP", "KOU", "KON", "PWAV", "ADV", "V", "CARD")


@dataclass(frozen=True)
class Label:
    """`kind` of its noun: a person, a body, the name of an organisation, a document, or a topic, which says nothing."""

    phrase: TokenRange
    kind: Literal["person", "body", "name", "document", "topic"]


def find_label(view: View, start: int, colon: int) -> Label | None:
    """What the words up to a colon stand for; None if they are a clause or too many."""
    if not start < colon <= start + LONGEST or view.finite_in(start, colon) is not None:
        return None
    phrase = (start, colon)
    head = None if view.tags[start].startswith(NO_LABELS) else next_noun(view, start, colon)
    if head is None:
        return Label(phrase, "topic")
    while head + 1 < colon and view.tags[head] == "NN" and view.tags[head + 1] == "NE":
        head += 1
    names = [label for first, stop, label in view.names[0] if first <= head < stop]
    if "PER" in names:
        return Label(phrase, "person")
    noun = find_noun(view.words[head], productive=True)
    if noun is not None and noun.kind != "statement":
        return Label(phrase, "person" if noun.kind == "person" else "body")
    if view.lower[head].endswith(tuple(load_words("document"))):
        return Label(phrase, "document")
    return Label(phrase, "name" if "ORG" in names else "topic")
