"""Words → windows: runs of words of one paragraph, with their pieces, that the encoder reads in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from newsents.analysis.pieces import WordPieces

Integers = NDArray[np.int64]
MAX_PIECES = 192  # as in training
BEGIN, END = 0, 2
SENTENCE_END = frozenset(".!?…:;")
CLOSERS = frozenset("“”\"»«’‘'›‹)")


@dataclass(frozen=True)
class Window:
    """`words` are token numbers of the Doc. Of each piece, from <s> to </s>: its id, the cluster of the word that it
    begins (else 0), and the number of its word from 1 (<s> is 0, </s> one more than the last)."""

    words: list[int]
    ids: Integers
    clusters: Integers
    places: Integers


def find_cut(words: list[str], sizes: list[int], limit: int) -> int:
    """How many words the first window takes: up to the last sentence end that fits, else the last comma, else all
    that fit."""
    size, fits, sentence, comma = 0, 0, 0, 0
    for i, (word, n) in enumerate(zip(words, sizes, strict=True)):
        size += n
        if size > limit:
            break
        fits = i + 1
        following = words[i + 1] if i + 1 < len(words) else ""
        if word[-1] in SENTENCE_END or (i and word in CLOSERS and words[i - 1][-1] in SENTENCE_END):
            if following[:1] not in CLOSERS and following[:1] != ",":
                sentence = i + 1
        elif word == ",":
            comma = i + 1
    return sentence or comma or max(fits, 1)


def make_window(words: list[int], readings: list[WordPieces]) -> Window:
    sizes = np.array([1, *(len(r.pieces) for r in readings), 1])
    clusters = np.zeros(sizes.sum(), dtype=np.int64)
    clusters[sizes.cumsum()[:-2]] = [r.cluster for r in readings]
    ids = np.fromiter(chain((BEGIN,), chain.from_iterable(r.pieces for r in readings), (END,)), dtype=np.int64)
    return Window(words, ids, clusters, np.arange(len(sizes)).repeat(sizes))


def make_windows(words: list[int], texts: list[str], read: Callable[[str], WordPieces]) -> Iterator[Window]:
    """The windows of one paragraph; `texts` are the forms of the tokens `words`."""
    readings = [read(text) for text in texts]
    sizes = [len(r.pieces) for r in readings]
    at, total = 0, sum(sizes)
    while at < len(words):
        if total <= MAX_PIECES - 2:
            cut = len(words)
        else:
            # no window can hold more words than pieces, so a slice is all that need be looked at
            until = at + MAX_PIECES
            cut = at + find_cut(texts[at:until], sizes[at:until], MAX_PIECES - 2)
        yield make_window(words[at:cut], readings[at:cut])
        total -= sum(sizes[at:cut])
        at = cut
