"""Analysed Docs written by hand, for the tests of newsents.entities.

"Der/ART Sprecher/NN [PER Ida/NE Roth/NE] kam/VVFIN ./$. ¶ [ORG Polizei/NN [LOC Bremen/NE]]": word/TAG, names in
brackets with their label, "¶" for a blank line, "|Case=Gen" behind a tag for morphology.
"""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from newsents.annotations import NAMES
from newsents.entities.component import EntityFinder
from newsents.records import Organisation, Person, Place

NLP = spacy.blank("de")
NO_SPACE_BEFORE = frozenset(",.;:!?)“»’")
NO_SPACE_AFTER = frozenset("(„«")


def make_doc(text: str) -> Doc:
    words: list[str] = []
    tags: list[str] = []
    morphs: list[str] = []
    names: list[tuple[int, int, str]] = []
    open_names: list[tuple[int, str]] = []
    for piece in text.split():
        if piece.startswith("["):
            open_names.append((len(words), piece[1:]))
            continue
        closing = len(piece) - len(piece.rstrip("]"))
        word, _, tag = piece.rstrip("]").rpartition("/")
        tag, _, morph = tag.partition("|")
        words.append("\n\n" if piece == "¶" else word)
        tags.append("_SP" if piece == "¶" else tag)
        morphs.append(morph)
        for _ in range(closing):
            start, label = open_names.pop()
            names.append((start, len(words), label))
    following = [*words[1:], "\n\n"]
    spaces = [
        not (b.strip() == "" or b in NO_SPACE_BEFORE or a in NO_SPACE_AFTER or a == "\n\n")
        for a, b in zip(words, following, strict=True)
    ]
    doc = Doc(NLP.vocab, words=words, spaces=spaces, tags=tags, morphs=morphs)
    doc.spans[NAMES] = [Span(doc, *name) for name in sorted(names)]
    return doc


def find_entities(text: str) -> tuple[Person | Place | Organisation, ...]:
    """The entities of a text in the notation of this module, without links."""
    return EntityFinder(NLP.vocab).match(make_doc(text))


def describe(text: str) -> list[str]:
    """All mentions, in text order, as "Putins: person name Wladimir Putin"."""
    entities = find_entities(text)
    mentions = sorted((m.start, -m.end, m, e) for e in entities for m in e.mentions)  # type: ignore[type-var]
    return [f"{m.text}: {e.kind} {m.form} {e.name}" for _, _, m, e in mentions]
