"""The functions people call: text in, records out."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TypeAlias, overload

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsents.analysis.tokenizer import make_blank
from newsents.annotations import has_entities, has_quotes, read_article
from newsents.article import Article
from newsents.cleaning import CleanText
from newsents.errors import ExtractionError, InvalidTextError, PipelineError

Pipeline: TypeAlias = Language | str | Path | None
OnError = Literal["raise", "skip", "yield"]
MAX_CHARACTERS = 10_000_000
ANNOTATORS = ("newsents_entities", "newsents_quotes")
log = logging.getLogger("newsents")


def load(*, threads: int = 0) -> Language:
    """A new spaCy pipeline with the embedded German model and all components; no download.

    `threads` is how many cores the model may use (0: all that the process has).
    """
    nlp = make_blank()
    nlp.max_length = MAX_CHARACTERS
    nlp.add_pipe("newsents_analyser", config={"threads": threads})
    for name in ANNOTATORS:
        nlp.add_pipe(name)
    return nlp


@cache
def _embedded() -> Language:
    return load()


@cache
def _installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:  # not there, or there and broken
        raise PipelineError(f"the spaCy pipeline {name!r} cannot be loaded: {error}") from error
    for component in ANNOTATORS:
        if component not in nlp.pipe_names:
            nlp.add_pipe(component)
    return nlp


@cache
def _annotators() -> tuple[Callable[[Doc], Doc], ...]:
    """The components on their own, for Docs of pipelines that do not have them."""
    nlp = spacy.blank("de")
    return tuple(nlp.create_pipe(name) for name in ANNOTATORS)


def _resolve(pipeline: Pipeline) -> Language:
    if pipeline is None:
        return _embedded()
    if isinstance(pipeline, Language):
        return pipeline
    if isinstance(pipeline, str | Path):
        return _installed(str(pipeline))
    raise PipelineError(f"pipeline must be a spaCy Language, a name or a path, not {type(pipeline).__name__}")


def check_text(text: object) -> str:
    """The text itself, or InvalidTextError with the fix in its message."""
    if not isinstance(text, str):
        raise InvalidTextError(
            f"expected a str, got {type(text).__name__}; decode bytes first, as with .decode('utf-8')"
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidTextError(
            f"lone surrogate at character {error.start}; "
            "text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace') mends it"
        ) from error
    if len(text) > MAX_CHARACTERS:
        raise InvalidTextError(f"{len(text)} characters; at most {MAX_CHARACTERS} at once: split the text")
    return text


def to_article(doc: Doc) -> Article:
    """The records of a Doc, of `load()` or of any other German pipeline; entities and quotes are added if missing.

    Raises PipelineError if the Doc lacks an annotation that is needed (names, tags, dependencies, sentences).
    """
    entities, quotes = _annotators() if not (has_entities(doc) and has_quotes(doc)) else (None, None)
    if entities is not None and not has_entities(doc):
        doc = entities(doc)
    if quotes is not None and not has_quotes(doc):
        doc = quotes(doc)
    return read_article(doc)


def extract(text: str, *, pipeline: Pipeline = None) -> Article:
    """Entities and quotes of one text.

    `pipeline`: None for the embedded German model, else a spaCy pipeline, its installed name or its path.
    Offsets in the result are characters of `text`. Raises InvalidTextError or PipelineError.
    """
    return _extract(_resolve(pipeline), CleanText(check_text(text)))


def _extract(nlp: Language, text: CleanText) -> Article:
    return text.restore(to_article(nlp(text.text)))


def _extract_batch(nlp: Language, texts: list[object]) -> list[Article | Exception]:
    """One result for each text, in order; what fails is an exception in its place."""
    results: list[Article | Exception | None] = [None] * len(texts)
    valid: list[tuple[int, CleanText]] = []
    for i, text in enumerate(texts):
        try:
            valid.append((i, CleanText(check_text(text))))
        except InvalidTextError as error:
            results[i] = error
    with nlp.memory_zone():
        try:
            pairs = ((clean.text, (i, clean)) for i, clean in valid)
            for doc, (i, clean) in nlp.pipe(pairs, as_tuples=True, batch_size=max(1, len(valid))):
                results[i] = clean.restore(to_article(doc))
        except Exception:  # one text of the batch: find out which
            for i, clean in valid:
                if results[i] is None:
                    results[i] = _try_extract(nlp, clean)
    return [r if r is not None else RuntimeError("no result") for r in results]


def _try_extract(nlp: Language, text: CleanText) -> Article | Exception:
    try:
        return _extract(nlp, text)
    except Exception as error:
        return error


_worker_pipeline: Language | None = None


def _start_worker(pipeline: Pipeline) -> None:
    global _worker_pipeline
    _worker_pipeline = _resolve(pipeline)


def _work(texts: list[object]) -> list[Article | Exception]:
    assert _worker_pipeline is not None
    return _extract_batch(_worker_pipeline, texts)


def _batches(texts: Iterable[object], size: int) -> Iterator[list[object]]:
    stream = iter(texts)
    while batch := list(islice(stream, size)):
        yield batch


def _results(texts: Iterable[object], pipeline: Pipeline, batch_size: int, n_process: int) -> Iterator[Any]:
    batches = _batches(texts, batch_size)
    if n_process == 1:
        nlp = _resolve(pipeline)
        for batch in batches:
            yield from _extract_batch(nlp, batch)
        return
    with ProcessPoolExecutor(n_process, initializer=_start_worker, initargs=(pipeline,)) as pool:
        waiting: deque[Future[list[Article | Exception]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_work, batch))
            if len(waiting) > 2 * n_process:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


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
    "yield" the ExtractionError in the article's place.
    """
    if batch_size < 1 or n_process < 1:
        raise ValueError("batch_size and n_process must be at least 1")
    if on_error not in ("raise", "skip", "yield"):
        raise ValueError(f"on_error must be 'raise', 'skip' or 'yield', not {on_error!r}")
    if isinstance(texts, str):
        raise InvalidTextError("extract_many takes an iterable of texts; for one text call extract(text)")
    return _handle_errors(_results(texts, pipeline, batch_size, n_process), on_error)


def _handle_errors(results: Iterator[Any], on_error: OnError) -> Iterator[Article | ExtractionError]:
    for index, result in enumerate(results):
        if isinstance(result, Article):
            yield result
            continue
        error = ExtractionError(index, result)
        error.__cause__ = result
        if on_error == "raise":
            raise error
        if on_error == "yield":
            yield error
        else:
            log.warning("skipped: %s", error)
