"""The view of a parse: walking it, and which scheme of labels a Doc has."""

from __future__ import annotations

import pytest
from notation import VOCAB, make_doc
from spacy.tokens import Doc

from newsents.errors import PipelineError
from newsents.reading.tree import Tree, find_scheme, make_tree


def make_example() -> Tree:
    frame, clause = "Der/ART/det>Rat Rat/NN/nsubj> sagte/VVFIN", "es/PPER/nsubj>regne regne/VVFIN/ccomp>"
    return make_tree(make_doc(f"{frame} ,/$,/punct>regne {clause} ./$./punct>"))


def test_children_in_text_order() -> None:
    tree = make_example()
    assert tree.children(2) == [1, 5, 6]
    assert tree.children(2, "ccomp", "nsubj") == [1, 5]
    assert tree.children(0) == []


def test_subtree_and_branches_left_out() -> None:
    tree = make_example()
    assert tree.subtree(2) == list(range(7))
    assert tree.subtree(2, without=[5]) == [0, 1, 2, 6]


def test_ancestors_nearest_first() -> None:
    assert make_example().ancestors(0) == [1, 2]
    assert make_example().ancestors(2) == []


def test_root_is_its_own_head() -> None:
    tree = make_example()
    assert (tree.heads[2], tree.deps[2]) == (2, "root")


@pytest.mark.parametrize(
    ("labels", "scheme"),
    [
        ({"nsubj", "obj", "obl:arg", "root", "punct"}, "UD"),
        ({"sb", "oa", "nk", "ROOT", "punct"}, "TIGER"),
        ({"cc", "sb"}, "TIGER"),  # comparative complement in TIGER, conjunction in UD
        ({"cc", "conj"}, "UD"),
        ({"ROOT", "punct"}, "UD"),  # "Nein." is the same in both
        ({"ROOT", "sb", ""}, "TIGER"),  # white space has no label
        (set(), "UD"),
    ],
)
def test_labels_tell_the_scheme(labels: set[str], scheme: str) -> None:
    assert find_scheme(labels) == scheme


@pytest.mark.parametrize(
    ("labels", "named"),
    [
        ({"SUBJ", "OBJA", "DET"}, "DET, OBJA, SUBJ"),  # a third scheme
        ({"nsubj", "sb"}, "nsubj, sb"),  # both at once
        ({"sb", "oa", "quatsch"}, "quatsch"),
    ],
)
def test_no_guess_at_other_labels(labels: set[str], named: str) -> None:
    with pytest.raises(PipelineError, match="known schemes") as error:
        find_scheme(labels)
    assert named in str(error.value)


def test_doc_without_parse() -> None:
    with pytest.raises(PipelineError, match="parser"):
        make_tree(Doc(VOCAB, words=["Nein", "."]))
    assert make_tree(Doc(VOCAB)).heads == []
