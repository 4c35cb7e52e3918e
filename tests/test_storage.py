"""The pipeline in other hands: stored, pickled, and in processes that start from nothing."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

import newsents
from newsents.annotations import read_article
from newsents.article import Article
from tests.test_analyser import facts

TEXT = "Jan Ohm (CDU): „Der Haushalt in Bremen ist solide“,sagte er.\n\nDie SPD widersprach, so Ida Roth aus Ulm."
COMPONENTS = ("newsents_analyser", "newsents_entities", "newsents_quotes")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return newsents.load(threads=1)


def read(nlp: Language) -> tuple[list[Any], Article]:
    doc = nlp(TEXT)
    return facts(doc), read_article(doc)


def from_disk(component: Any, other: Any, path: Path) -> None:
    component.to_disk(path)
    other.from_disk(path)


def from_bytes(component: Any, other: Any, path: Path) -> None:
    other.from_bytes(component.to_bytes())


@pytest.mark.parametrize("move", [from_disk, from_bytes])
@pytest.mark.parametrize("name", COMPONENTS)
def test_each_component_is_stored(nlp: Language, name: str, move: Callable[..., None], tmp_path: Path) -> None:
    other = newsents.load(threads=1)
    move(nlp.get_pipe(name), other.get_pipe(name), tmp_path / name)
    assert read(other) == read(nlp)


@pytest.mark.parametrize("move", [from_disk, from_bytes])
def test_kinds_of_quotes_are_stored(move: Callable[..., None], tmp_path: Path) -> None:
    stored, other = (
        spacy.blank("de").create_pipe("newsents_quotes", config={"kinds": k}) for k in (["free"], ["direct"])
    )
    move(stored, other, tmp_path / "quotes")
    assert other.kinds == {"free"}  # type: ignore[attr-defined]


def test_the_pipeline_is_stored(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert read(spacy.load(tmp_path)) == read(nlp)
    assert read(newsents.load(threads=1).from_bytes(nlp.to_bytes())) == read(nlp)


def test_how_long_texts_may_be_is_stored(tmp_path: Path) -> None:
    nlp = newsents.load(threads=1)
    for length in (nlp.max_length, 123):  # what load() gives, and what a user chose
        nlp.max_length = length
        nlp.to_disk(tmp_path / str(length))
        assert spacy.load(tmp_path / str(length)).max_length == length
        assert newsents.load(threads=1).from_bytes(nlp.to_bytes()).max_length == length


def test_the_pipeline_says_what_it_is(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    for meta in (nlp.meta, spacy.load(tmp_path).meta):
        assert (meta["lang"], meta["name"], meta["version"]) == ("de", "newsents", newsents.__version__)
        assert meta["license"] == metadata("newsents")["License-Expression"]


@pytest.fixture
def spawning() -> Iterator[None]:
    """New processes that know nothing of this one, as on Windows and macOS."""
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method("spawn", force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


def make_plain() -> Language:
    nlp = newsents.load(threads=1)
    nlp.replace_pipe("newsents_entities", "newsents_entities", config={"linker": {"@misc": "newsents.no_linker"}})
    return nlp


@pytest.mark.parametrize("make", [newsents.load, make_plain])
def test_pickled(make: Callable[[], Language]) -> None:
    nlp = make()
    expected = read(nlp)  # the matchers and tables that the first text fills travel as well
    assert read(pickle.loads(pickle.dumps(nlp))) == expected


@pytest.mark.usefixtures("spawning")
def test_processes_that_are_spawned() -> None:
    nlp = make_plain()
    expected = read_article(nlp(TEXT))
    assert [read_article(doc) for doc in nlp.pipe([TEXT] * 4, n_process=2, batch_size=2)] == [expected] * 4
