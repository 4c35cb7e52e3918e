"""Many texts: batches, worker processes, and what becomes of a text that fails."""

from __future__ import annotations

import logging
import multiprocessing
import os
import pickle
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any, Literal, TypeAlias, overload

from spacy.language import Language

from newsents.api import check_text, read_text, to_article
from newsents.article import Article
from newsents.cleaning import CleanText
from newsents.errors import ExtractionError, InvalidTextError, PipelineError, detach
from newsents.pipelines import Lender, Pipeline, check_length, find_pipeline, own_pipeline

OnError = Literal["raise", "skip", "yield"]
Failure: TypeAlias = tuple[Exception, str]
"""Why a text failed, without anything of a Doc, and the traceback as text."""
Result: TypeAlias = Article | Failure
log = logging.getLogger("newsents")


@overload
def extract_many(
    texts: Iterable[str],
    *,
    pipeline: Pipeline = None,
    batch_size: int = 32,
    n_process: int = 1,
    on_error: Literal["raise", "skip"] = "raise",
) -> Iterator[Article]: ...
@overload
def extract_many(
    texts: Iterable[str],
    *,
    pipeline: Pipeline = None,
    batch_size: int = 32,
    n_process: int = 1,
    on_error: OnError,
) -> Iterator[Article | ExtractionError]: ...
def extract_many(
    texts: Iterable[str],
    *,
    pipeline: Pipeline = None,
    batch_size: int = 32,
    n_process: int = 1,
    on_error: OnError = "raise",
) -> Iterator[Article | ExtractionError] | Iterator[Article]:
    """Articles of many texts, streamed in the order of the input; memory is bounded by a few batches.

    `n_process` worker processes share the batches (1: this process, which uses all cores for the embedded model).
    `on_error`: "raise" an ExtractionError with the text's index (default); "skip" the text, with a warning in the log;
    "yield" the ExtractionError in the article's place. A pipeline that cannot be used is a PipelineError in any case.
    May be called from any number of threads; closing the iterator ends the workers.
    """
    if batch_size < 1 or n_process < 1:
        raise ValueError("batch_size and n_process must be at least 1")
    if on_error not in ("raise", "skip", "yield"):
        raise ValueError(f"on_error must be 'raise', 'skip' or 'yield', not {on_error!r}")
    if isinstance(texts, str):
        raise InvalidTextError("extract_many takes an iterable of texts; for one text call extract(text)")
    lender = find_pipeline(pipeline)
    batches = _batches(texts, batch_size)
    if n_process == 1:
        return _handle_errors(_run_here(batches, lender), on_error)
    return _handle_errors(_run_in_workers(batches, pipeline, lender, n_process), on_error)


def _handle_errors(results: Iterator[Result], on_error: OnError) -> Iterator[Article | ExtractionError]:
    with closing(results):  # type: ignore[type-var]
        for index, result in enumerate(results):
            if isinstance(result, Article):
                yield result
                continue
            reason, details = result
            if isinstance(reason, PipelineError):
                raise reason  # the next text would fail alike
            error = ExtractionError(index, reason, details)
            error.__cause__ = reason
            if on_error == "raise":
                raise error
            if on_error == "yield":
                yield error
            else:
                log.warning("skipped: %s", error)


def _batches(texts: Iterable[object], size: int) -> Iterator[list[object]]:
    stream = iter(texts)
    while batch := list(islice(stream, size)):
        yield batch


def _run_here(batches: Iterator[list[object]], lender: Lender) -> Iterator[Result]:
    for batch in batches:
        yield from _extract_batch(lender, batch)


def _extract_batch(lender: Lender, texts: list[object]) -> list[Result]:
    """One result for each text, in order; what fails is an exception in its place."""
    with lender.borrow() as nlp:
        results: list[Result | None] = [None] * len(texts)
        valid: list[tuple[int, CleanText]] = []
        for i, text in enumerate(texts):
            try:
                clean = CleanText(check_text(text))
                check_length(nlp, clean.text)
                valid.append((i, clean))
            except InvalidTextError as error:
                results[i] = detach(error)
        try:
            pairs = ((clean.text, (i, clean)) for i, clean in valid)
            for doc, (i, clean) in nlp.pipe(pairs, as_tuples=True, batch_size=max(1, len(valid))):
                results[i] = clean.restore(to_article(doc))
        except Exception:  # one text of the batch: find out which
            for i, clean in valid:
                if results[i] is None:
                    results[i] = _try_extract(nlp, clean)
        return [r if r is not None else detach(RuntimeError("the pipeline gave no Doc")) for r in results]


def _try_extract(nlp: Language, text: CleanText) -> Result:
    try:
        return read_text(nlp, text)
    except Exception as error:
        return detach(error)


# --- worker processes ----------------------------------------------------------------------------------------------


def _run_in_workers(
    batches: Iterator[list[object]], pipeline: Pipeline, lender: Lender, n_process: int
) -> Iterator[Result]:
    with _start_workers(pipeline, lender, n_process) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_work, batch))
            if len(waiting) > 2 * n_process:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


@contextmanager
def _start_workers(pipeline: Pipeline, lender: Lender, n_process: int) -> Iterator[ProcessPoolExecutor]:
    """Workers that have the pipeline; those that are still at work when the block is left are ended."""
    stopped, stop = multiprocessing.Pipe(duplex=False)
    with lender.borrow() as nlp:  # nobody uses it while processes are forked
        initargs = (*_pack(pipeline, nlp), stopped)
        pool = ProcessPoolExecutor(n_process, initializer=_start_worker, initargs=initargs)
        pool.submit(_is_there)
    try:
        yield pool
    finally:
        stop.send(None)
        pool.shutdown(cancel_futures=True)
        stop.close()
        stopped.close()


def _pack(pipeline: Pipeline, nlp: Language) -> tuple[Any, Any]:
    """What a worker gets: a forked one has all that is there, but must not trust it if other threads are at work."""
    if multiprocessing.get_start_method() == "fork":
        return pipeline, nlp if threading.active_count() == 1 else None
    try:
        return pickle.dumps(pipeline), None
    except Exception as error:
        raise PipelineError(f"the pipeline cannot be sent to a worker process: {error}; use n_process=1") from error


class _Worker:
    """What a worker process does. It may end itself only while it is at work, never while it sends a result."""

    def __init__(self, lender: Lender, stopped: Connection) -> None:
        self._lender = lender
        self._stopped = stopped
        self._is_working = False
        self._changing = threading.Lock()
        threading.Thread(target=self._wait_for_stop, daemon=True).start()

    def _wait_for_stop(self) -> None:
        self._stopped.poll(None)
        with self._changing:
            if self._is_working:
                os._exit(0)

    def work(self, texts: list[object]) -> list[Result]:
        with self._changing:
            if self._stopped.poll():
                return []
            self._is_working = True
        try:
            return _extract_batch(self._lender, texts)
        finally:
            with self._changing:
                self._is_working = False


_worker: _Worker | PipelineError | None = None


def _start_worker(pipeline: Any, nlp: Language | None, stopped: Connection) -> None:
    global _worker
    try:
        if isinstance(pipeline, bytes):
            pipeline = pickle.loads(pipeline)
        _worker = _Worker(own_pipeline(pipeline, nlp), stopped)
    except Exception as error:
        _worker = PipelineError(f"a worker process cannot make the pipeline: {error}")


def _is_there() -> None:
    pass


def _work(texts: list[object]) -> list[Result]:
    assert _worker is not None
    if isinstance(_worker, PipelineError):
        raise _worker
    return _worker.work(texts)
