"""TIGER trees as UD trees: the same sentences annotated by hand in both schemes give the same view."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import VOCAB, make_doc
from spacy.tokens import Doc
from two_schemes import UPOS, Example, load_examples

import newsents
from newsents.lexicons import load_table
from newsents.quotes.component import QuoteExtractor
from newsents.reading.tiger import find_relation, find_tiger_labels
from newsents.reading.tree import UD_LABELS, make_tree

EXAMPLES = load_examples()
ANNOTATE = spacy.blank("de")  # its tokenizer is not called: the Docs are made by hand
ANNOTATE.add_pipe("newsents_entities")
ANNOTATE.add_pipe("newsents_quotes")
WORDS = ["ist", "wird", "es", ",", "„", "“", "(", ")", "Rat", "sagt"]
# every label that the parsers of de_core_news_sm/md/lg have, but ROOT
SPACY_LABELS = [
    "ac", "adc", "ag", "ams", "app", "avc", "cc", "cd", "cj", "cm", "cp", "cvc", "da", "dep", "dm", "ep", "ju", "mnr",
    "mo", "ng", "nk", "nmc", "oa", "oc", "og", "op", "par", "pd", "pg", "ph", "pm", "pnc", "punct", "rc", "re", "rs",
    "sb", "sbp", "svp", "uc", "vo",
]  # fmt: skip


def read_arcs(doc: Doc) -> list[tuple[str, str, str]]:
    words, tree = [t.text for t in doc], make_tree(doc)
    return [(word, dep, words[head]) for word, dep, head in zip(words, tree.deps, tree.heads, strict=True)]


def test_there_are_enough_sentences() -> None:
    assert len(EXAMPLES) >= 60
    assert len({e.name for e in EXAMPLES}) == len(EXAMPLES)
    assert {label for e in EXAMPLES for label in e.tiger[1]} >= {
        "sb",
        "oa",
        "da",
        "op",
        "oc",
        "rc",
        "re",
        "cp",
        "cj",
        "pd",
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.name)
def test_both_annotations_are_trees(example: Example) -> None:
    for heads, labels in (example.tiger, example.ud):
        roots = [i for i, head in enumerate(heads) if head == i]
        assert [labels[i] for i in roots] in (["ROOT"], ["root"])
        for i in range(len(heads)):
            steps, above = 0, i
            while heads[above] != above:
                steps, above = steps + 1, heads[above]
                assert steps < len(heads)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.name)
def test_tiger_gives_the_ud_tree(example: Example) -> None:
    from_tiger = example.make_doc("TIGER")
    from_ud = example.make_doc("UD")
    tree = make_tree(from_ud)
    assert (tree.heads, tree.deps) == example.ud
    assert read_arcs(from_tiger) == read_arcs(from_ud)


def test_both_schemes_give_the_same_quotes() -> None:
    extractor, found = QuoteExtractor(), 0
    for example in EXAMPLES:
        quotes = extractor.match(example.make_doc("TIGER"))
        assert quotes == extractor.match(example.make_doc("UD")), example.name
        found += len(quotes)
    assert found > len(EXAMPLES) / 3


@pytest.mark.parametrize("example", [e for e in EXAMPLES if {"NE", "ADJA"} & set(e.tags)], ids=lambda e: e.name)
def test_both_schemes_give_the_same_records(example: Example) -> None:
    """A pipeline that marks no derived forms, nested names or compounds as such gives the same article here."""
    articles = [ANNOTATE(example.make_named_doc(scheme, ANNOTATE.vocab)) for scheme in ("TIGER", "UD")]
    tiger, ud = (newsents.to_article(doc) for doc in articles)
    assert tiger == ud
    assert len(ud.entities) >= ("NE" in example.tags)


def test_derived_forms_are_found_without_labels_for_them() -> None:
    example = next(e for e in EXAMPLES if "polnischen" in e.words)
    (place,) = newsents.to_article(ANNOTATE(example.make_named_doc("TIGER", ANNOTATE.vocab))).places
    assert (place.name, place.mentions[0].form) == ("Polen", "derived")


def test_sentences_in_one_doc() -> None:
    docs = [e.make_doc("TIGER") for e in EXAMPLES]
    together = Doc.from_docs(docs)
    assert read_arcs(together) == [arc for doc in docs for arc in read_arcs(doc)]


def test_table_covers_the_labels_of_spacy() -> None:
    assert find_tiger_labels() >= set(SPACY_LABELS)


def test_table_has_ud_labels_and_no_dead_rows() -> None:
    rows = load_table("tiger_labels.tsv")
    assert {row["ud"].split(":")[0] for row in rows} <= UD_LABELS
    finished = set()
    for row in rows:
        assert row["label"] not in finished, f"a row behind the general one: {row}"
        if row["dependent"] == row["head"] == "*":
            finished.add(row["label"])
    assert finished == find_tiger_labels()


def test_unknown_label_is_dep() -> None:
    assert find_relation("quatsch", "NN", "verb") == "dep"


@pytest.mark.parametrize(
    ("notation", "word", "arc"),
    [
        # the future perfect is no passive
        ("Er/PPER/sb>wird wird/VAFIN gelogen/VVPP/oc>haben haben/VAINF/oc>wird", "wird", ("aux", "gelogen")),
        ("Es/PPER/sb>wird wird/VAFIN gebaut/VVPP/oc>wird", "Es", ("nsubj:pass", "gebaut")),
        ("Das/PDS/sb>ist ist/VAFIN zu/PTKZU/pm>hören hören/VVINF/oc>ist", "ist", ("aux", "hören")),
        ("Er/PPER/sb>hat hat/VAFIN zu/PTKZU/pm>gehen gehen/VVINF/oc>hat", "gehen", ("xcomp", "hat")),
        ("Er/PPER/sb>wird wird/VAFIN Chef/NN/pd>wird", "Chef", ("xcomp", "wird")),
        ("Er/PPER/sb>ist ist/VAFIN in/APPR/pd>ist Not/NN/nk>in", "in", ("case", "Not")),
        ("Er/PPER/sb>ist ist/VAFIN in/APPR/pd>ist Not/NN/nk>in", "Er", ("nsubj", "Not")),
        ("Die/ART/nk>Bank Deutsche/ADJA/pnc>Bank Bank/NE/sb>schweigt schweigt/VVFIN", "Deutsche", ("amod", "Bank")),
        ("Sie/PPER/sb>ging ging/VVFIN ohne/APPR/mo>ging", "ohne", ("advmod", "ging")),  # a preposition left alone
        ("Und/KON/cd>ging er/PPER/sb>ging ging/VVFIN", "Und", ("cc", "ging")),  # a conjunction without conjunct
        ("Ja/PTKANT/dm>ging er/PPER/sb>ging ging/VVFIN", "Ja", ("discourse", "ging")),
    ],
)
def test_constructions(notation: str, word: str, arc: tuple[str, str]) -> None:
    arcs = {dependent: (dep, head) for dependent, dep, head in read_arcs(make_doc(notation))}
    assert arcs[word] == arc


@st.composite
def random_tiger_docs(draw: st.DrawFn) -> Doc:
    """Parsers make mistakes: any tree with any tags and labels."""
    n = draw(st.integers(1, 12))
    order = draw(st.permutations(range(n)))
    heads = [0] * n
    for place, i in enumerate(order):
        heads[i] = order[draw(st.integers(0, place - 1))] if place else i
    tags = draw(st.lists(st.sampled_from(sorted(UPOS)), min_size=n, max_size=n))
    labels = draw(st.lists(st.sampled_from(SPACY_LABELS), min_size=n, max_size=n))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=n, max_size=n))
    deps = ["ROOT" if heads[i] == i else labels[i] for i in range(n)]
    return Doc(VOCAB, words=words, tags=tags, deps=deps, heads=heads)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random_tiger_docs())
def test_any_tree_stays_a_tree(doc: Doc) -> None:
    tree = make_tree(doc)
    roots = [i for i, head in enumerate(tree.heads) if head == i]
    assert [tree.deps[i] for i in roots] == ["root"]
    assert sorted(tree.subtree(roots[0])) == list(range(len(doc)))
    assert all(dep.split(":")[0] in UD_LABELS | {"root"} for dep in tree.deps)
