"""The contract of the spaCy component "newsents_quotes": config, errors, round trips, empty texts."""

from __future__ import annotations

import pytest
import spacy
from reported_speech import make_doc, sentences
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from newsents.annotations import read_quotes
from newsents.errors import PipelineError
from newsents.quotes.component import QuoteExtractor

TEXT = "„Wir haben“, sagte sie, „alles geprüft.“"


def make_nlp(**config: object) -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("newsents_quotes", config=config)
    return nlp


def test_entry_point_makes_the_component() -> None:
    assert isinstance(make_nlp().get_pipe("newsents_quotes"), QuoteExtractor)


def test_bad_config() -> None:
    with pytest.raises(Exception, match="kinds"):
        make_nlp(kinds=["loud"])


def test_records() -> None:
    (quote,) = read_quotes(QuoteExtractor()(make_doc(TEXT)))
    assert (quote.id, quote.kind, quote.rule) == ("q1", "direct", "inquit")
    assert [s.text for s in quote.spans] == ["Wir haben", "alles geprüft."]
    assert [s.text for s in quote.cues] == ["sagte"]
    assert [s.text for s in quote.frame] == [", sagte sie"]


def test_kinds_limits_the_result() -> None:
    doc = QuoteExtractor(kinds=["reported"])(make_doc(TEXT))
    assert read_quotes(doc) == ()


@pytest.mark.parametrize("text", sorted(sentences()))
def test_offsets_slice_the_text(text: str) -> None:
    doc = QuoteExtractor()(make_doc(text))
    for quote in read_quotes(doc):
        for span in (*quote.spans, *quote.cues, *quote.frame, *quote.addressees):
            assert doc.text[span.start : span.end] == span.text
            assert span.text.strip()


def test_an_unanalysed_doc_says_what_is_missing() -> None:
    doc = spacy.blank("de")("Sie sagte ja.")
    with pytest.raises(PipelineError, match=r"DEP .*TAG"):
        QuoteExtractor()(doc)


@pytest.mark.parametrize("words", [[], ["\n"], ["Ja"], ["„"], ["„", "“"]])
def test_nearly_empty_docs(words: list[str]) -> None:
    doc = Doc(spacy.blank("de").vocab, words=words)
    if words:
        doc = Doc(doc.vocab, words=words, tags=["XY"] * len(words), heads=[0] * len(words), deps=["ROOT"] * len(words))
    assert read_quotes(QuoteExtractor()(doc)) == ()


def test_quotes_survive_bytes_and_docbin() -> None:
    doc = QuoteExtractor()(make_doc(TEXT))
    assert read_quotes(Doc(doc.vocab).from_bytes(doc.to_bytes())) == read_quotes(doc)
    (again,) = DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab)
    assert read_quotes(again) == read_quotes(doc)


def test_matching_writes_nothing() -> None:
    doc = make_doc(TEXT)
    assert QuoteExtractor().match(doc)
    assert read_quotes(doc) == ()


def test_addressee_is_without_article() -> None:
    text = "Das Amt teilte der Zeitung am Montag mit, dass die Straße gesperrt bleibt."
    (quote,) = read_quotes(QuoteExtractor()(make_doc(text)))
    assert [s.text for s in quote.addressees] == ["Zeitung"]
