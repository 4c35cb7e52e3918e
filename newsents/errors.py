"""Every error that newsents raises on purpose; each says what to do about it."""

from __future__ import annotations


class NewsentsError(Exception):
    """Base of all errors of this package."""


class InvalidTextError(NewsentsError, ValueError):
    """The input is no text that can be analysed: not a `str`, a lone surrogate in it, or too long."""


class PipelineError(NewsentsError, ValueError):
    """A spaCy pipeline cannot be loaded, or lacks an annotation that a component needs."""


class LexiconError(NewsentsError, ValueError):
    """A lexicon file has a bad line; the message names file and line."""


class ExtractionError(NewsentsError):
    """One text of a batch failed. `index` is its position in the input, `__cause__` the reason."""

    def __init__(self, index: int, reason: BaseException) -> None:
        super().__init__(f"text {index}: {reason}")
        self.index = index
        self.reason = reason

    def __reduce__(self) -> tuple[type[ExtractionError], tuple[int, BaseException]]:
        return type(self), (self.index, self.reason)
