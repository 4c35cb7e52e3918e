"""Words → windows: runs of words of one paragraph, with their pieces, that the encoder reads in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

MAX_PIECES = 192  # as in training
MAX_WORD_PIECES = 12
SENTENCE_END = frozenset(".!?…:;")
CLOSERS = frozenset("“”\"»«’‘'›‹)")


@dataclass(frozen=True)
class Window:
    """`words` are token numbers of the Doc, `ids` the pieces between <s> and </s>, `first` each word's first piece."""

    words: list[int]
    ids: list[int]
    first: list[int]


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


def make_windows(words: list[int], texts: list[str], pieces_of: Callable[[str], list[int]]) -> Iterator[Window]:
    """The windows of one paragraph; `texts` are the forms of the tokens `words`."""
    pieces = [pieces_of(text)[:MAX_WORD_PIECES] for text in texts]
    sizes = [len(p) for p in pieces]
    at, total = 0, sum(sizes)
    while at < len(words):
        if total <= MAX_PIECES - 2:
            cut = len(words)
        else:
            # no window can hold more words than pieces, so a slice is all that need be looked at
            until = at + MAX_PIECES
            cut = at + find_cut(texts[at:until], sizes[at:until], MAX_PIECES - 2)
        ids, first = [0], []
        for piece in pieces[at:cut]:
            first.append(len(ids))
            ids.extend(piece)
        ids.append(2)
        yield Window(words[at:cut], ids, first)
        total -= sum(sizes[at:cut])
        at = cut
