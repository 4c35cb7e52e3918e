"""Dependencies in Universal Dependencies, whatever scheme the parser used; rules read neither `dep_` nor `head`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Literal

from spacy.tokens import Doc

from newsents.errors import PipelineError
from newsents.reading.tiger import convert_tiger, find_tiger_labels

UD_LABELS = {
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop",
    "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
    "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
}  # fmt: skip


class Tree:
    """`heads[i]` and `deps[i]` of each word; the root of a sentence is its own head with the label "root"."""

    def __init__(self, heads: list[int], deps: list[str]) -> None:
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


def make_tree(doc: Doc, at: Sequence[int] | None = None) -> Tree:
    """The tree over the tokens `at` (or all) of a Doc parsed in UD (the embedded pipeline) or TIGER (de_core_news_*).

    What hangs on a token that is left out hangs on that one's head. Raises PipelineError for a Doc without a parse, or
    with labels of neither scheme.
    """
    if len(doc) and not doc.has_annotation("DEP"):
        raise PipelineError("the Doc has no dependencies; put a parser in front, or use newsents.load()")
    heads, deps = _read_dependencies(doc)
    if at is None or len(at) == len(doc):
        return Tree(heads, deps)
    place = {token: i for i, token in enumerate(at)}
    new_heads = [place.get(_climb(heads, token, place), i) for i, token in enumerate(at)]
    return Tree(new_heads, ["root" if head == i else deps[at[i]] for i, head in enumerate(new_heads)])


def _read_dependencies(doc: Doc) -> tuple[list[int], list[str]]:
    strings = doc.vocab.strings
    if find_scheme(strings[label] for label in set(doc.to_array("DEP").tolist())) == "TIGER":
        return convert_tiger(doc)
    return [t.head.i for t in doc], ["root" if t.head.i == t.i else t.dep_ for t in doc]


def _climb(heads: Sequence[int], token: int, place: Container[int]) -> int:
    """The nearest head that is not left out, or a root that is."""
    head = heads[token]
    while head not in place and heads[head] != head:
        head = heads[head]
    return head


def find_scheme(labels: Iterable[str]) -> Literal["UD", "TIGER"]:
    """{"nsubj", "obj", "punct"} → "UD", {"sb", "oa", "punct"} → "TIGER"; labels that both have need no conversion."""
    found = {label.split(":")[0] for label in labels} - {
        "ROOT",
        "root",
        "",
    }  # parsers leave white space without a label
    if found <= UD_LABELS:
        return "UD"
    if found <= find_tiger_labels():
        return "TIGER"
    strange = sorted(found - UD_LABELS - find_tiger_labels()) or sorted(found)
    raise PipelineError(
        f"cannot read the dependency labels {', '.join(strange)}: the known schemes are Universal Dependencies (nsubj, "
        "obj, obl …) and TIGER (sb, oa, nk …, as in de_core_news_*), one of them throughout"
    )
