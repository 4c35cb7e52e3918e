"""The names that a pipeline marked: the group of the embedded analysis, else the entities of any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsents.annotations import NAMES

if TYPE_CHECKING:
    from newsents.reading.view import View

Labelled = tuple[int, int, str]
"""Positions and label of a name: "PER", "LOCderiv"."""


def read_names(view: View) -> tuple[list[Labelled], list[Labelled]]:
    """The outer names in order, and those inside them."""
    doc = view.doc
    if not doc.spans.get(NAMES):
        return [(*view.locate(e), e.label_) for e in doc.ents], []
    outer: list[Labelled] = []
    inner: list[Labelled] = []
    reach = -1
    spans = [(*view.locate(s), s.label_) for s in doc.spans[NAMES]]
    for start, end, label in sorted((s for s in spans if s[1] > s[0]), key=lambda s: (s[0], -s[1])):
        (inner if start < reach else outer).append((start, end, label))
        reach = max(reach, end)
    return outer, inner
