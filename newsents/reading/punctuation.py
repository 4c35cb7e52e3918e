"""Attaches punctuation the way UD does, given the tree of the words.

"Er sagte, dass es regne." → the comma goes to "regne", the full stop to "sagte", a pair of marks to the head inside.
"""

from __future__ import annotations

from collections.abc import Sequence

PAIRS = {"„": "“”", "“": "”", "»": "«", "«": "»", "(": ")", "[": "]", "‚": "‘’", "›": "‹", "‹": "›", '"': '"'}
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "csubj", "appos", "parataxis"})


def attach_punctuation(words: Sequence[str], heads: list[int], deps: Sequence[str], first: int, end: int) -> None:
    """Sets the heads of the tokens labelled "punct" in one sentence, the tokens from `first` to before `end`."""
    sentence = _Sentence(words, heads, deps, first, end)
    if sentence.edges:
        for i in range(first, end):
            if deps[i] == "punct":
                heads[i] = sentence.find_head(i)


def find_pairs(words: Sequence[str], first: int, end: int) -> list[tuple[int, int]]:
    """Opening and closing marks that belong together, inner pairs first."""
    pairs: list[tuple[int, int]] = []
    open_marks: list[int] = []
    for i in range(first, end):
        if open_marks and words[i] in PAIRS[words[open_marks[-1]]]:
            pairs.append((open_marks.pop(), i))
        elif words[i] in PAIRS:
            open_marks.append(i)
    return pairs


class _Sentence:
    def __init__(self, words: Sequence[str], heads: list[int], deps: Sequence[str], first: int, end: int) -> None:
        self.words, self.heads, self.deps = words, heads, deps
        self.first, self.end = first, end
        self.edges = self._find_edges()
        self.pairs = [p for p in find_pairs(words, first, end) if any(p[0] < i < p[1] for i in self.edges)]

    def _find_edges(self) -> dict[int, tuple[int, int]]:
        """First and last word below each word."""
        words = [i for i in range(self.first, self.end) if self.deps[i] != "punct"]
        edges = {i: (i, i) for i in words}
        for i in words:
            above = i
            while self.heads[above] != above:
                above = self.heads[above]
                left, right = edges[above]
                edges[above] = (min(left, i), max(right, i))
        return edges

    def find_head(self, mark: int) -> int:
        low, high = self.first, self.end
        for opening, closing in self.pairs:
            if mark in (opening, closing):
                inside = [i for i in range(opening + 1, closing) if i in self.edges]
                return next(
                    (i for i in inside if not opening < self.heads[i] < closing or self.heads[i] == i), inside[0]
                )
            if opening < mark < closing:
                low, high = opening + 1, closing
                break
        before = self._climb(next((i for i in range(mark - 1, low - 1, -1) if i in self.edges), None), low, mark)
        after = self._climb(next((i for i in range(mark + 1, high) if i in self.edges), None), mark + 1, high)
        if before and after:
            return self._choose(before, after)
        return (before or after or [next(iter(self.edges))])[-1]

    def _climb(self, word: int | None, low: int, high: int) -> list[int]:
        """The word and the words above it, nearest first, as far as they lie from `low` to before `high`."""
        chain: list[int] = []
        while word is not None and low <= word < high and word not in chain:
            chain.append(word)
            word = self.heads[word]
        return chain

    def _choose(self, before: list[int], after: list[int]) -> int:
        """The word that the mark sets off, between the chains of the words on either side of it."""
        left, right = before[-1], after[-1]
        right_depends = self.heads[right] < right
        opened = [i for i in after if self._is_set_off(i, after[0], 0)]
        closed = [i for i in before if self._is_set_off(i, before[0], 1)]
        if right_depends and self.deps[right] in CLAUSES | {"conj"}:
            return right
        if closed or opened:
            return (closed or opened)[-1]
        return right if right_depends or self.heads[left] <= left else left

    def _is_set_off(self, i: int, edge: int, side: int) -> bool:
        """A clause or apposition whose first (side 0) or last word (side 1) is `edge`, with a mark at its other end."""
        if self.deps[i] not in CLAUSES or self.edges[i][side] != edge:
            return False
        beyond = self.edges[i][0] - 1 if side else self.edges[i][1] + 1
        return not self.first <= beyond < self.end or beyond not in self.edges
