"""One view of dependencies, Universal Dependencies over surface tokens, whatever scheme the parser used.

Matchers read this view and never `token.dep_` or `token.head`. Tags (`token.tag_`, STTS), parts of speech, morphology
and lemmas are the same in all German pipelines and are read from the tokens.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc


class Syntax:
    """`heads[i]` and `deps[i]` of each token; the root of a sentence is its own head with the label "root"."""

    def __init__(self, doc: Doc, heads: list[int], deps: list[str]) -> None:
        self.doc = doc
        self.heads = heads
        self.deps = deps
        self._children: list[list[int]] = [[] for _ in heads]
        for i, head in enumerate(heads):
            if head != i:
                self._children[head].append(i)

    def children(self, i: int, *deps: str) -> list[int]:
        """Direct dependents in text order, of the given labels if any are given ("nsubj", "nsubj:pass")."""
        return [c for c in self._children[i] if not deps or self.deps[c] in deps]

    def subtree(self, i: int, without: Iterable[int] = ()) -> list[int]:
        """The token and all below it, in text order; branches at tokens in `without` are left out."""
        skipped, found, stack = set(without), [], [i]
        while stack:
            j = stack.pop()
            if j not in skipped:
                found.append(j)
                stack.extend(self._children[j])
        return sorted(found)

    def ancestors(self, i: int) -> list[int]:
        """The chain of heads above a token, nearest first."""
        chain = []
        while self.heads[i] != i:
            i = self.heads[i]
            chain.append(i)
        return chain


def make_syntax(doc: Doc) -> Syntax:
    """The view of a Doc parsed in UD (the embedded pipeline) or in TIGER (de_core_news_*)."""
    heads = [t.head.i for t in doc]
    deps = ["root" if t.head.i == t.i else t.dep_ for t in doc]
    return Syntax(doc, heads, deps)
