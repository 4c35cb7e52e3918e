"""Where marks hang in a UD tree; a row for each reason that a mark stands."""

from __future__ import annotations

import pytest

from newsents.reading.punctuation import attach_punctuation, find_pairs


def test_pairs_of_marks() -> None:
    words = ["„", "Er", "sagt", "‚", "nein", "‘", "“", "(", "sie", ")", "»", "so", "«", "“"]
    assert find_pairs(words, 0, len(words)) == [(3, 5), (0, 6), (7, 9), (10, 12)]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Er>sagt/nsubj sagt>sagt/root , dass>regnet/mark es>regnet/nsubj regnet>sagt/ccomp .", "regnet sagt"),
        # a clause in front of the verb that governs it
        ("Es>regnet/nsubj regnet>sagt/ccomp , sagt>sagt/root er>sagt/nsubj .", "regnet sagt"),
        # both marks of an embedded clause
        ("Rat>geht/nsubj , der>tagt/nsubj tagt>Rat/acl:relcl , geht>geht/root .", "tagt tagt geht"),
        # an insertion ahead of the word that governs it
        ("Das>gut/nsubj , sagt>gut/parataxis er>sagt/nsubj , ist>gut/cop gut>gut/root", "sagt sagt"),
        # a list
        ("Köln>Köln/root , Bonn>Köln/conj und>Ulm/cc Ulm>Köln/conj", "Bonn"),
        # a pair hangs at the head of what it holds, and so does the full stop inside
        ("Er>ruft/nsubj ruft>ruft/root : „ Geh>ruft/ccomp heim>Geh/advmod . “", "Geh Geh Geh Geh"),
        # a mark without partner is like any other
        ("„ Geh>Geh/root heim>Geh/advmod !", "Geh Geh"),
        # quotation marks around nothing
        ("Er>ruft/nsubj ruft>ruft/root „ “ .", "ruft ruft ruft"),
    ],
)
def test_marks_hang_at(notation: str, expected: str) -> None:
    """Words are word>head/label; what has no ">" is a mark, whose heads are listed in order."""
    words = [item.partition(">")[0] for item in notation.split()]
    links = [item.partition(">")[2].partition("/") for item in notation.split()]
    heads = [words.index(head) if head else i for i, (head, _, _) in enumerate(links)]
    deps = [label or "punct" for _, _, label in links]
    attach_punctuation(words, heads, deps, 0, len(words))
    assert [words[heads[i]] for i, dep in enumerate(deps) if dep == "punct"] == expected.split()


def test_only_marks() -> None:
    heads = [0, 0]
    attach_punctuation(["*", "*"], heads, ["punct", "punct"], 0, 2)
    assert heads == [0, 0]
