"""Records on a Doc: plain data that any way of storing keeps, an Article that is made once for what is there."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import newsents
from newsents import PipelineError
from newsents.annotations import DATA, read_quotes, write_entities, write_quotes

TEXT = "„Wir bauen“, sagte Henrike Vollmer am Montag in Potsdam."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return newsents.load()


def test_the_article_is_made_once(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.newsents is doc._.newsents
    assert newsents.to_article(doc) is doc._.newsents


def test_what_is_written_later_is_seen(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.newsents.quotes
    write_quotes(doc, ())
    assert doc._.newsents.quotes == ()
    write_entities(doc, ())
    assert doc._.newsents.entities == ()


def test_what_is_changed_in_place_is_seen(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.newsents.quotes[0].cues
    getattr(doc._, DATA)["quotes"][0]["cues"] = []
    assert doc._.newsents.quotes[0].cues == ()


def test_sentences_that_are_set_later_are_seen() -> None:
    doc = spacy.blank("de")("Ida Roth lacht. Kiel jubelt.")
    write_quotes(doc, ())
    assert doc._.newsents.sentences == ()
    for token in doc:
        token.is_sent_start = token.text in ("Ida", "Kiel")
    assert doc._.newsents.sentences == ((0, 15), (16, 28))


def test_a_copy_has_records_of_its_own(nlp: Language) -> None:
    doc = nlp(TEXT)
    article = doc._.newsents
    copy = doc.copy()
    assert copy._.newsents == article
    write_quotes(copy, ())
    assert (copy._.newsents.quotes, doc._.newsents) == ((), article)


def test_bytes_hold_plain_data_after_the_article_was_read(nlp: Language) -> None:
    doc = nlp(TEXT)
    article = doc._.newsents
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.newsents == article
    assert {type(value) for value in doc.user_data.values()} == {dict}


def test_a_docbin_without_user_data(nlp: Language) -> None:
    stored = DocBin(docs=[nlp(TEXT)]).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    with pytest.raises(PipelineError, match=r"to_article.*store_user_data=True"):
        _ = doc._.newsents
    assert newsents.to_article(doc) == newsents.extract(TEXT) == doc._.newsents


def test_a_docbin_that_lost_the_analysis_says_what_is_missing(nlp: Language) -> None:
    stored = DocBin(attrs=["ORTH", "SPACY"], docs=[nlp(TEXT)]).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    with pytest.raises(PipelineError, match="needs STTS tags"):
        newsents.to_article(doc)


@pytest.mark.parametrize("text", ["Ida Roth lacht.", "", " "])
def test_a_doc_that_nobody_analysed(text: str) -> None:
    doc = spacy.blank("de")(text)
    with pytest.raises(PipelineError, match="neither entities nor quotes"):
        _ = doc._.newsents
    assert doc.user_data == {}


def test_quotes_without_entities_are_made_anew(nlp: Language) -> None:
    doc = nlp(TEXT)
    quotes = read_quotes(doc)
    setattr(doc._, DATA, None)
    write_quotes(doc, tuple(q.model_copy(update={"speaker": newsents.UnknownSpeaker()}) for q in quotes))
    assert newsents.to_article(doc).quotes == quotes
