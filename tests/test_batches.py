"""Batches: pipelines that cannot be used, texts that fail, errors that hold no Docs, workers that stop."""

from __future__ import annotations

import gc
import pickle
import time
from collections.abc import Callable
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

import newsents
from newsents import ExtractionError, InvalidTextError, PipelineError
from newsents.batches import _pack
from newsents.errors import detach

LINE = "Die Stadt Kassel baut eine Brücke, sagte Baudezernent Uwe Lenz."
QUOTE_FIRST = 'newsents_quotes needs entities: add "newsents_entities" to the pipeline, before'


class StrangeError(Exception):
    """Cannot be made again from its arguments."""

    def __init__(self, doc: Doc, code: int) -> None:
        super().__init__(f"code {code}")
        self.doc = doc


@Language.component("newsents_test_strange")
def fail_strangely(doc: Doc) -> Doc:
    if "Köln" in doc.text:
        raise StrangeError(doc, 7)
    if "Bonn" in doc.text:
        raise ValueError(doc[0])
    if "Ulm" in doc.text:
        try:
            doc[0].no_such  # noqa: B018
        except AttributeError as error:
            raise OSError("Ulm") from error
    if "Trier" in doc.text:
        doc[0].no_such  # noqa: B018
    return doc


@Language.component("newsents_test_sleeps")
def sleep(doc: Doc) -> Doc:
    time.sleep(20 if "Schlaf" in doc.text else 0)
    return doc


def make_quotes_first() -> Language:
    nlp = newsents.load()
    nlp.remove_pipe("newsents_entities")
    nlp.add_pipe("newsents_entities", last=True)
    return nlp


def make_quotes_alone() -> Language:
    nlp = newsents.load()
    nlp.remove_pipe("newsents_entities")
    return nlp


UNUSABLE: dict[str, tuple[Callable[[], Any], str]] = {
    "not there": (lambda: "de_not_there", "'de_not_there' cannot be loaded"),
    "no pipeline": (lambda: 7, "not int"),
    "no analysis": (lambda: spacy.blank("de"), "newsents_analyser"),
    "quotes before entities": (make_quotes_first, QUOTE_FIRST),
    "quotes without entities": (make_quotes_alone, QUOTE_FIRST),
}


@pytest.mark.parametrize("on_error", ["raise", "skip", "yield"])
@pytest.mark.parametrize("n_process", [1, 2])
@pytest.mark.parametrize("kind", UNUSABLE)
def test_an_unusable_pipeline_ends_the_run(kind: str, n_process: int, on_error: Any) -> None:
    make, message = UNUSABLE[kind]
    with pytest.raises(PipelineError, match=message):
        list(newsents.extract_many([LINE] * 3, pipeline=make(), n_process=n_process, on_error=on_error))


def test_a_pipeline_that_is_not_there_is_said_before_the_first_text() -> None:
    with pytest.raises(PipelineError, match="de_not_there"):
        newsents.extract_many([LINE], pipeline="de_not_there", n_process=2)


def test_quotes_of_a_pipeline_on_disk_get_their_entities_first(tmp_path: Any) -> None:
    make_quotes_alone().to_disk(tmp_path / "de_quotes")
    assert newsents.extract(LINE, pipeline=tmp_path / "de_quotes") == newsents.extract(LINE)


@pytest.mark.parametrize("n_process", [1, 2])
def test_a_text_that_is_too_long_for_the_pipeline(n_process: int) -> None:
    nlp = newsents.load()
    nlp.max_length = 70
    with pytest.raises(InvalidTextError, match=r"126 characters.*at most 70.*split the text"):
        newsents.extract(LINE * 2, pipeline=nlp)
    options: Any = {"pipeline": nlp, "n_process": n_process, "on_error": "yield"}
    short, long = newsents.extract_many([LINE, LINE * 2], **options)
    assert short == newsents.extract(LINE)
    assert isinstance(long, ExtractionError)
    assert isinstance(long.reason, InvalidTextError)


def find_within(thing: object, seen: set[int]) -> list[object]:
    """Everything of spaCy's that can be reached from a thing, frames of the running test left out."""
    if id(thing) in seen or isinstance(thing, type) or callable(thing):
        return []
    seen.add(id(thing))
    if isinstance(thing, Doc | Span | Token):
        return [thing]
    return [found for part in gc.get_referents(thing) for found in find_within(part, seen)]


@pytest.mark.parametrize("n_process", [1, 2])
def test_errors_hold_no_docs(n_process: int) -> None:
    nlp = newsents.load()
    nlp.add_pipe("newsents_test_strange")
    texts = ["Köln ruft.", "Bonn ruft.", "Ulm ruft.", "Trier ruft.", LINE]
    options: Any = {"pipeline": nlp, "n_process": n_process, "on_error": "yield"}
    *errors, article = newsents.extract_many(texts, **options)
    assert article == newsents.extract(LINE)
    assert [type(e.reason) for e in errors] == [RuntimeError, RuntimeError, OSError, AttributeError]
    assert "StrangeError: code 7" in str(errors[0])
    assert "Bonn" in str(errors[1])
    for index, error in enumerate(errors):
        assert error.index == index
        assert "fail_strangely" in error.details
        assert find_within(error, set()) == []
        assert pickle.loads(pickle.dumps(error)).details == error.details


def test_a_plain_error_stays_what_it_is() -> None:
    for error in (
        ValueError("no", 3),
        PipelineError("no"),
        OSError(2, "gone"),
        UnicodeDecodeError("a", b"b", 0, 1, "c"),
    ):
        again, _ = detach(error)
        assert (type(again), again.args) == (type(error), error.args)


def test_closing_early_stops_workers_at_once() -> None:
    nlp = newsents.load()
    nlp.add_pipe("newsents_test_sleeps")
    texts = [LINE, *["Schlaf in Kiel."] * 40]
    articles = newsents.extract_many(texts, pipeline=nlp, n_process=2, batch_size=1)
    assert next(articles).text == LINE
    started = time.perf_counter()
    articles.close()  # type: ignore[attr-defined]
    assert time.perf_counter() - started < 10


def test_an_error_stops_workers_at_once() -> None:
    nlp = newsents.load()
    nlp.add_pipe("newsents_test_sleeps")
    texts = ["\ud800", *["Schlaf in Kiel."] * 40]
    started = time.perf_counter()
    with pytest.raises(ExtractionError):
        list(newsents.extract_many(texts, pipeline=nlp, n_process=2, batch_size=1))
    assert time.perf_counter() - started < 15


def test_a_pipeline_that_cannot_be_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.get_start_method", lambda: "spawn")
    nlp = newsents.load()
    nlp.tokenizer.infix_finditer = lambda text: iter(())
    with pytest.raises(PipelineError, match="n_process=1"):
        _pack(nlp, nlp)
