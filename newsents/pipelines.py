"""Which spaCy pipeline reads a text: how it is made or found, and lent to one thread at a time.

spaCy's vocabulary grows with every new word and may not be shared while `nlp.memory_zone()` is open. So pipelines of
our own are used by one thread at a time and made anew when their vocabulary is full; those of users get no zone.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache, partial
from pathlib import Path
from typing import Protocol, TypeAlias
from weakref import WeakKeyDictionary

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsents import __version__
from newsents.analysis.component import count_threads, load_model
from newsents.analysis.tokenizer import make_blank
from newsents.errors import InvalidTextError, PipelineError

Pipeline: TypeAlias = Language | str | Path | None
MAX_CHARACTERS = 10_000_000
NEW_STRINGS = 100_000
"""How many strings a vocabulary may learn (some 40 MB, several thousand articles)."""
META = {
    "name": "newsents",
    "version": __version__,
    "description": "People, places, organisations and quotes from German news text",
    "author": "newsents contributors",
    "license": "MIT AND CC-BY-SA-4.0 AND CC-BY-4.0 AND CC0-1.0",
}
"""What `nlp.meta` says of the embedded pipeline; the licences of code, model and lemmas, towns, politicians."""
ENTITIES, QUOTES = ANNOTATORS = ("newsents_entities", "newsents_quotes")


def load(*, threads: int = 0) -> Language:
    """A new spaCy pipeline with the embedded German model and all components; no download.

    `threads` is how many cores the model may use (0: all that the process has).
    """
    nlp = make_blank()
    nlp.meta.update(META)
    nlp.max_length = MAX_CHARACTERS
    nlp.add_pipe("newsents_analyser", config={"threads": threads})
    for name in ANNOTATORS:
        nlp.add_pipe(name)
    return nlp


def make_pipeline(pipeline: Pipeline) -> Language:
    """None gives the embedded pipeline, a name or path what is there, a Language itself."""
    if isinstance(pipeline, Language):
        return pipeline
    return load() if pipeline is None else _load_installed(str(pipeline))


def _load_installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except Exception as error:  # not there, or there and broken in any way
        raise PipelineError(f"the spaCy pipeline {name!r} cannot be loaded: {error}") from error
    if ENTITIES not in nlp.pipe_names:
        nlp.add_pipe(ENTITIES, before=QUOTES if QUOTES in nlp.pipe_names else None)
    if QUOTES not in nlp.pipe_names:
        nlp.add_pipe(QUOTES)
    return nlp


@cache
def make_annotators() -> tuple[Callable[[Doc], Doc], ...]:
    """The components on their own, for Docs of pipelines that do not have them."""
    nlp = spacy.blank("de")
    return tuple(nlp.create_pipe(name) for name in ANNOTATORS)


def check_length(nlp: Language, text: str) -> str:
    """The text itself, or InvalidTextError if it is longer than the pipeline allows."""
    if len(text) > nlp.max_length:
        raise InvalidTextError(
            f"{len(text)} characters; this pipeline takes at most {nlp.max_length} at once: split the text, or pass "
            "the pipeline as a Language with a larger `max_length`"
        )
    return text


class Lender(Protocol):
    """Lends a pipeline that nobody else uses meanwhile."""

    def borrow(self) -> AbstractContextManager[Language]: ...


class _Copy:
    """A pipeline, and how large its vocabulary may grow."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._most = len(nlp.vocab.strings) + NEW_STRINGS

    def is_full(self) -> bool:
        return len(self.nlp.vocab.strings) > self._most


class Copies:
    """The embedded pipeline, in as many copies as threads ask for at the same time, up to `limit`."""

    def __init__(self, limit: int) -> None:
        self._free = threading.Semaphore(limit)
        self._idle: list[_Copy] = []

    @contextmanager
    def borrow(self) -> Iterator[Language]:
        with self._free:
            copy = self._take()
            try:
                yield copy.nlp
            finally:
                if not copy.is_full():
                    self._idle.append(copy)

    def _take(self) -> _Copy:
        try:
            return self._idle.pop()
        except IndexError:
            with _loading:
                return _Copy(load())


class Single:
    """One pipeline for all threads, one after the other; `make` makes it anew when its vocabulary is full."""

    def __init__(self, make: Callable[[], Language], nlp: Language | None = None) -> None:
        self._make = make
        self._lock = threading.RLock()  # its own components may ask for it again
        self._copy: _Copy | None = _Copy(nlp or make())

    @contextmanager
    def borrow(self) -> Iterator[Language]:
        with self._lock:
            if self._copy is not None and self._copy.is_full():
                self._copy = None  # before the next one is there: some hold large vectors
            if self._copy is None:
                self._copy = _Copy(self._make())
            yield self._copy.nlp


class Borrowed:
    """A user's pipeline: the user may call it too, and keep its Docs, so that it gets no memory zone."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        with _loading:
            self._lock = _locks.setdefault(nlp, threading.RLock())

    @contextmanager
    def borrow(self) -> Iterator[Language]:
        with self._lock:
            yield self._nlp


class Owned:
    """A user's pipeline in a worker process, where nobody else has it: with memory zones once it is full."""

    def __init__(self, nlp: Language) -> None:
        self._copy = _Copy(nlp)

    @contextmanager
    def borrow(self) -> Iterator[Language]:
        nlp = self._copy.nlp
        wants_zone = self._copy.is_full() and not nlp.vocab.in_memory_zone  # type: ignore[attr-defined]
        with nlp.memory_zone() if wants_zone else nullcontext():
            yield nlp


_loading = threading.RLock()
_locks: WeakKeyDictionary[Language, threading.RLock] = WeakKeyDictionary()


@cache
def _embedded() -> Copies:
    return Copies(count_threads())


@cache
def _installed(name: str) -> Single:
    return Single(partial(_load_installed, name))


def find_pipeline(pipeline: Pipeline) -> Lender:
    """Who lends the pipeline that is meant; raises PipelineError at once if there is none."""
    if isinstance(pipeline, Language):
        return Borrowed(pipeline)
    with _loading:
        if pipeline is None:
            return _embedded()
        if isinstance(pipeline, str | Path):
            return _installed(str(pipeline))
    raise PipelineError(f"pipeline must be a spaCy Language, a name or a path, not {type(pipeline).__name__}")


def own_pipeline(pipeline: Pipeline, nlp: Language | None) -> Lender:
    """The same for a worker process, which has `nlp`, if it is there already, for itself."""
    if isinstance(pipeline, Language):
        return Owned(pipeline)
    return Single(partial(make_pipeline, pipeline), nlp)


def _forget() -> None:
    """A forked process starts anew: locks may be held, and pipelines in use, by threads that it does not have."""
    global _loading
    _loading = threading.RLock()
    _locks.clear()
    for known in (_embedded, _installed, make_annotators, load_model):
        known.cache_clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
