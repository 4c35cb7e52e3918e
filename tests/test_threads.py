"""Any mix of calls from any number of threads gives what one thread gives, and memory stays bounded."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import newsents
from newsents import Article, pipelines

THREADS, CALLS = 8, 200


def make_text(number: int) -> str:
    """A sentence with words that no other text has."""
    return f"„Das bleibt“, sagte Xaver Neu{number}wort am Montag in Ort{number}."


def extract_one(number: int, pipeline: Language | None) -> list[Article]:
    return [newsents.extract(make_text(number), pipeline=pipeline)]


def extract_two(number: int, pipeline: Language | None) -> list[Article]:
    texts = [make_text(number), make_text(number + 1)]
    return list(newsents.extract_many(texts, pipeline=pipeline))


def call_directly(number: int, pipeline: Language | None) -> list[Article]:
    """As a user's own code, which knows no lock of ours."""
    assert pipeline is not None
    return [newsents.to_article(pipeline(make_text(number)))]


@pytest.fixture(scope="module")
def alone() -> list[Article]:
    """What one thread gives."""
    nlp = newsents.load()
    articles = [doc._.newsents for doc in nlp.pipe(make_text(i) for i in range(2 * CALLS))]
    assert sum(len(article.quotes) for article in articles) > CALLS
    return articles


@pytest.mark.parametrize(
    ("make", "ways"),
    [
        (lambda: None, [extract_one, extract_two]),
        (newsents.load, [extract_one, extract_two, call_directly]),
    ],
    ids=["the embedded pipeline", "a user's, called directly too"],
)
def test_threads_give_what_one_gives(make: Any, ways: list[Any], alone: list[Article]) -> None:
    pipeline = make()
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(lambda i: ways[i % len(ways)](2 * i, pipeline), range(CALLS)))
    for i, articles in enumerate(found):
        assert articles == alone[2 * i : 2 * i + len(articles)]


def test_a_full_vocabulary_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipelines, "NEW_STRINGS", 50)
    made: list[weakref.ref[Language]] = []

    def load() -> Language:
        nlp = newsents.load()
        made.append(weakref.ref(nlp))
        return nlp

    monkeypatch.setattr(pipelines, "load", load)
    copies = pipelines.Copies(1)
    for i in range(6):
        with copies.borrow() as nlp:
            nlp(" ".join(f"Neu{i}wort{k}" for k in range(20)))
            del nlp
    gc.collect()
    assert len(made) == 6
    assert [ref() for ref in made] == [None] * 6


def test_a_full_pipeline_on_disk_is_loaded_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipelines, "NEW_STRINGS", 20)
    newsents.load().to_disk(tmp_path / "de_mine")
    lender = pipelines.find_pipeline(tmp_path / "de_mine")
    with lender.borrow() as first:
        first(make_text(1))
    with lender.borrow() as second:
        assert second is not first
        assert len(second.vocab.strings) < len(first.vocab.strings)


def test_docs_of_the_users_outlive_a_batch() -> None:
    nlp = newsents.load()
    kept: list[Doc] = []

    @Language.component("newsents_test_keeps")
    def keep(doc: Doc) -> Doc:
        kept.append(doc)
        return doc

    nlp.add_pipe("newsents_test_keeps")
    texts = [make_text(700_000 + i) for i in range(40)]
    list(newsents.extract_many(texts, pipeline=nlp, batch_size=4))
    assert ["".join(t.text_with_ws for t in doc) for doc in kept] == texts


def test_a_memory_zone_of_the_users_stays_open() -> None:
    nlp = newsents.load()
    with nlp.memory_zone():
        doc = nlp(make_text(800_001))
        (article,) = newsents.extract_many([make_text(800_002)], pipeline=nlp)
        assert "Neu800001wort" in [t.text for t in doc]
        assert nlp.vocab.in_memory_zone
    assert article == newsents.extract(make_text(800_002))
    assert "Neu800002wort" not in nlp.vocab.strings


def test_a_pipeline_that_a_worker_owns_uses_zones_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipelines, "NEW_STRINGS", 10)
    nlp = newsents.load()
    owner = pipelines.own_pipeline(nlp, None)
    sizes = []
    for i in range(6):
        with owner.borrow() as lent:
            assert lent(make_text(600_000 + i))._.newsents.text
        sizes.append(len(nlp.vocab.strings))
    assert sizes[-1] - sizes[0] < 20  # labels may still come, words do not stay


def test_a_component_may_ask_for_its_own_pipeline() -> None:
    nlp = newsents.load()

    @Language.component("newsents_test_asks")
    def ask(doc: Doc) -> Doc:
        if len(doc) > 5:
            newsents.extract("Kiel jubelt.", pipeline=nlp)
        return doc

    nlp.add_pipe("newsents_test_asks", first=True)
    assert newsents.extract(make_text(1), pipeline=nlp).quotes


def test_to_article_of_docs_in_threads(alone: list[Article]) -> None:
    nlp = newsents.load()
    nlp.remove_pipe("newsents_quotes")
    nlp.remove_pipe("newsents_entities")
    docs = list(nlp.pipe(article.text for article in alone[:50]))
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(newsents.to_article, docs)) == alone[:50]
