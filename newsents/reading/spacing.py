"""A Doc without the white space inside its paragraphs: rules of word order must not stumble over two spaces or a
folded line. What is found in it is given back in characters of the text as it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.tokens import Doc, Span

from newsents.annotations import NAMES
from newsents.reading.paragraphs import find_breaks, find_spaces
from newsents.records import Record, map_spans

R = TypeVar("R", bound=Record)


class SingleSpaced:
    """`doc` has the tokens of `original` but those of white space that end no paragraph; often it is the same Doc."""

    def __init__(self, original: Doc) -> None:
        self.original = original
        self.doc = original
        spaces = np.flatnonzero(original.to_array(IS_SPACE)).tolist()
        if all(original[i].text.count("\n") > 1 for i in spaces):  # most articles: quicker than what follows
            return
        words = [t.text for t in original]
        breaks = find_breaks(words, original.text)
        dropped = find_spaces(words) - breaks
        if 0 < len(dropped) < len(words):
            self.doc = _copy(original, [i for i in range(len(words)) if i not in dropped])

    def take(self, records: Sequence[R]) -> tuple[R, ...]:
        """Records of the original, with the offsets of `doc`."""
        return self._move(records, self.original, self.doc)

    def restore(self, records: Sequence[R]) -> tuple[R, ...]:
        """Records of `doc`, with the offsets of the original."""
        return self._move(records, self.doc, self.original)

    def _move(self, records: Sequence[R], source: Doc, target: Doc) -> tuple[R, ...]:
        if self.doc is self.original:
            return tuple(records)
        at = [_offsets(source), _offsets(target)]
        text = target.text

        def move(start: int, end: int) -> tuple[int, int, str]:
            first, last = (bisect_right(at[0], c) - 1 for c in (start, max(start, end - 1)))
            start, end = at[1][first] + start - at[0][first], at[1][last] + end - at[0][last]
            return start, end, text[start:end]

        return tuple(map_spans(record, move) for record in records)


def _offsets(doc: Doc) -> list[int]:
    """Where each token begins that is no white space: both Docs have the same ones."""
    return [t.idx for t in doc if not t.is_space]


def _copy(doc: Doc, kept: list[int]) -> Doc:
    """The kept tokens with their annotations; a head that is left out is replaced by its own."""
    gaps = [after - i > 1 for i, after in zip(kept, [*kept[1:], len(doc)], strict=True)]
    spaces = [gap or bool(doc[i].whitespace_) for i, gap in zip(kept, gaps, strict=True)]
    copy = Doc(doc.vocab, words=[doc[i].text for i in kept], spaces=spaces)
    attributes = [TAG, POS, MORPH, LEMMA, ENT_IOB, ENT_TYPE, DEP if doc.has_annotation("DEP") else SENT_START]
    values = doc.to_array(attributes)[kept]
    if doc.has_annotation("DEP"):
        place = {i: k for k, i in enumerate(kept)}
        heads = np.array([place[_find_head(doc, i, place)] - k for k, i in enumerate(kept)], dtype=np.int64)
        attributes, values = [*attributes, HEAD], np.column_stack([values, heads.view(np.uint64)])
    copy.from_array(attributes, values)  # type: ignore[arg-type]
    if NAMES in doc.spans:
        copy.spans[NAMES] = _copy_names(doc, copy, kept)
    return copy


def _find_head(doc: Doc, i: int, place: dict[int, int]) -> int:
    head = doc[i].head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return head.i if head.i in place else i


def _copy_names(doc: Doc, copy: Doc, kept: list[int]) -> list[Span]:
    found = []
    for span in doc.spans[NAMES]:
        start, end = (int(np.searchsorted(kept, i)) for i in (span.start, span.end))
        if end > start:
            found.append(Span(copy, start, end, label=span.label))
    return found
