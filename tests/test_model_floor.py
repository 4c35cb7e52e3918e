"""What the shipped model must at least get right, on the sentences of our own that are annotated by hand.

The floors stand a few points below what the model reached when it was shipped: they catch a wrong file or a broken
export, not a point up or down. Figures on corpora are in EVALUATION.md.
"""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from two_schemes import Example, load_examples

from newsents.annotations import NAMES

EXAMPLES = load_examples()
Pair = tuple[Example, Doc]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    nlp: Language = spacy.blank("de")
    nlp.add_pipe("newsents_analyser")
    return [(e, nlp(Doc(nlp.vocab, words=e.words))) for e in EXAMPLES]


def share(facts: list[bool]) -> float:
    return sum(facts) / len(facts)


def test_trees(pairs: list[Pair]) -> None:
    gold = [(h, d) for e, _ in pairs for h, d in zip(*e.ud, strict=True)]
    found = [(t.head.i, "root" if t.dep_ == "ROOT" else t.dep_) for _, doc in pairs for t in doc]
    assert share([g[0] == f[0] for g, f in zip(gold, found, strict=True)]) >= 0.88
    assert share([g == f for g, f in zip(gold, found, strict=True)]) >= 0.84


def test_tags_and_moods(pairs: list[Pair]) -> None:
    tagged = [(tag, t.tag_) for e, doc in pairs for tag, t in zip(e.tags, doc, strict=True)]
    assert share([a == b for a, b in tagged]) >= 0.93
    moods = [(m, t.morph.get("Mood", [])) for e, doc in pairs for m, t in zip(e.moods, doc, strict=True) if m]
    assert share([[a] == b for a, b in moods]) >= 0.95


def test_names(pairs: list[Pair]) -> None:
    gold, found = set(), set()
    for number, (example, doc) in enumerate(pairs):
        gold |= {(number, *name) for name in example.names()}
        found |= {(number, s.start, s.end, s.label_) for s in doc.spans[NAMES]}
    assert 2 * len(gold & found) / (len(gold) + len(found)) >= 0.85
