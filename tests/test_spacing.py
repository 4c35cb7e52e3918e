"""White space inside a paragraph changes nothing but offsets: folded lines, doubled and protected spaces."""

from __future__ import annotations

import re

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

import newsents
from newsents import Article
from newsents.annotations import NAMES
from newsents.reading.spacing import SingleSpaced
from newsents.records import Mention, Place, Quote

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
    assert len(folded.quotes) == 5


@given(st.lists(st.sampled_from([" ", "  ", "\u00a0", " \t", "\u2009"]), min_size=8, max_size=8))
@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
def test_spaces_change_nothing(spaces: list[str]) -> None:
    words = ARTICLE.split(" ")
    text = "".join(word + spaces[i % len(spaces)] for i, word in enumerate(words)).strip()
    assert content(newsents.extract(text)) == content(newsents.extract(ARTICLE))


@pytest.fixture
def doc() -> Doc:
    words = ["Die", "\n", "Stadt", " ", "Bad", "  ", "Aibling", "\n\n", "wächst"]
    heads = [2, 0, 8, 2, 2, 4, 4, 6, 8]
    deps = ["det", "dep", "nsubj", "dep", "appos", "dep", "flat", "dep", "ROOT"]
    made = Doc(spacy.blank("de").vocab, words=words, spaces=[False] * 9, tags=["NN"] * 9, heads=heads, deps=deps)
    made.spans[NAMES] = [Span(made, 4, 7, label="LOC")]
    return made


def test_only_breaks_of_paragraphs_stay(doc: Doc) -> None:
    single = SingleSpaced(doc).doc
    assert [t.text for t in single] == ["Die", "\n", "Stadt", "Bad", "Aibling", "\n\n", "wächst"]
    assert [t.head.text for t in single] == ["Stadt", "Die", "wächst", "Stadt", "Bad", "Aibling", "wächst"]
    assert [t.dep_ for t in single][-1] == "ROOT"
    assert [(s.text, s.label_) for s in single.spans[NAMES]] == [("Bad Aibling", "LOC")]


def test_offsets_there_and_back(doc: Doc) -> None:
    view = SingleSpaced(doc)
    start = doc.text.index("Bad")
    place = Place(id="e1", name="Bad Aibling", mentions=(Mention(start=start, end=start + 12, text="Bad  Aibling"),))
    (taken,) = view.take([place])
    mention = taken.mentions[0]
    assert view.doc.text[mention.start : mention.end] == mention.text == "Bad Aibling"
    assert view.restore([taken]) == (place,)


def test_a_doc_without_such_space_is_itself() -> None:
    plain = newsents.load().make_doc("Ein Satz.\n\nNoch einer.")
    view = SingleSpaced(plain)
    quotes: tuple[Quote, ...] = ()
    assert view.doc is plain
    assert view.restore(quotes) == ()
