"""White space inside a paragraph changes nothing but offsets: folded lines, doubled and protected spaces."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import Token, build_doc
from spacy.tokens import Doc, Span

import newsents
from newsents import Article
from newsents.reading.view import View

ARTICLE = (
    "Der Gemeinderat von Altdorf hat beschlossen, das alte Hallenbad abzureißen. „Wir bauen ein neues Bad“, sagte die "
    "Rätin Anna Koch am Dienstag. Nach Angaben der Polizei kam es zu keinem Protest. Der Verein «Pro Bad» warf "
    "dem Rat vor, die Bürger nicht gefragt zu haben. Koch wies den Vorwurf zurück: „Wir haben alle gefragt.“"
)


def fold(text: str, width: int) -> str:
    """The text with line breaks for spaces, as in a mail."""
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)


def content(article: Article) -> list[object]:
    """What was found, with every run of white space as one space."""
    plain = lambda text: re.sub(r"\s+", " ", text)  # noqa: E731
    return [
        [(e.kind, e.name, [plain(m.text) for m in e.mentions]) for e in article.entities],
        [(q.kind, plain(q.text), q.speaker.name, [plain(c.text) for c in q.cues]) for q in article.quotes],
    ]


def test_a_folded_text_says_the_same() -> None:
    folded = newsents.extract(fold(ARTICLE, 72))
    assert content(folded) == content(newsents.extract(ARTICLE))
    assert len(folded.quotes) == 4  # what a council has decided is an act, no statement


@given(st.lists(st.sampled_from([" ", "  ", "\u00a0", " \t", "\u2009"]), min_size=8, max_size=8))
@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
def test_spaces_change_nothing(spaces: list[str]) -> None:
    words = ARTICLE.split(" ")
    text = "".join(word + spaces[i % len(spaces)] for i, word in enumerate(words)).strip()
    assert content(newsents.extract(text)) == content(newsents.extract(ARTICLE))


@pytest.fixture
def doc() -> Doc:
    words = ["Die", "\n", "Stadt", " ", "Bad", "  ", "Aibling", "\n\n", "wächst"]
    links = [("det", 2), ("dep", 0), ("nsubj", 8), ("dep", 2), ("appos", 2), ("dep", 4), ("flat", 4), ("dep", 6)]
    tokens = [
        Token(word, "NN", relation=relation, head=head, space=False)
        for word, (relation, head) in zip(words, [*links, ("root", None)], strict=True)
    ]
    return build_doc(tokens, [(4, 7, "LOC")])


def test_only_breaks_of_paragraphs_stay(doc: Doc) -> None:
    view = View(doc)
    assert view.words == ["Die", "\n", "Stadt", "Bad", "Aibling", "\n\n", "wächst"]
    assert [view.words[head] for head in view.tree.heads] == [
        "Stadt",
        "Die",
        "wächst",
        "Stadt",
        "Bad",
        "Aibling",
        "wächst",
    ]
    assert view.tree.deps[-1] == "root"
    assert view.names == ([(3, 5, "LOC")], [])


def test_offsets_are_those_of_the_doc(doc: Doc) -> None:
    view = View(doc)
    span = view.span((3, 5))
    assert doc.text[span.start : span.end] == span.text == "Bad  Aibling"
    assert view.text_of((3, 5)) == "Bad Aibling"
    assert view.positions(span.start, span.end) == (3, 5)


def test_a_finder_sees_the_doc_itself() -> None:
    seen: list[Doc] = []

    def find(doc: Doc) -> list[Span]:
        seen.append(doc)
        return [Span(doc, i, i + 3, label="ORG", span_id="fleet-7") for i, t in enumerate(doc) if t.text == "Blaue"]

    nlp = newsents.load()
    nlp.get_pipe("newsents_entities").finder = find  # type: ignore[attr-defined]
    doc = nlp("Die  Blaue  Flotte fährt,  sagte Jens  Albers.")
    assert seen == [doc]
    fleet = doc._.newsents.entity("Blaue Flotte")
    assert [(m.text, fleet.links[0].id) for m in fleet.mentions] == [("Blaue  Flotte", "fleet-7")]
