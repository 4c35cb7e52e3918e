"""Every error that newsents raises on purpose; each says what to do about it."""

from __future__ import annotations

import pickle
import traceback
from pathlib import PurePath


class NewsentsError(Exception):
    """Base of all errors of this package."""


class InvalidTextError(NewsentsError, ValueError):
    """The input is no text that can be analysed: not a `str`, a lone surrogate in it, or too long."""


class PipelineError(NewsentsError, ValueError):
    """A spaCy pipeline cannot be loaded, or lacks an annotation that a component needs."""


class LexiconError(NewsentsError, ValueError):
    """A lexicon file has a bad line; the message names file and line."""


class AnnotationError(NewsentsError, ValueError):
    """What came back from an annotation tool cannot be read as records; the message names the place."""


class ExtractionError(NewsentsError):
    """One text of a batch failed. `index` is its position in the input, `__cause__` and `reason` why.

    It holds nothing of spaCy: `details` is the traceback as text, since frames would keep Docs.
    """

    def __init__(self, index: int, reason: Exception, details: str = "") -> None:
        super().__init__(f"text {index}: {reason}")
        self.index = index
        self.reason = reason
        self.details = details

    def __reduce__(self) -> tuple[type[ExtractionError], tuple[int, Exception, str]]:
        return type(self), (self.index, self.reason, self.details)


PLAIN = (str, bytes, int, float, complex, bool, type(None), PurePath, type)


def detach(error: Exception) -> tuple[Exception, str]:
    """The error made again from plain arguments only, so that it holds no Doc; its traceback as text.

    One that cannot be made so is replaced by its name and message: MyError(doc) → RuntimeError("MyError: …").
    """
    details = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    if _is_plain([*error.args, vars(error)]):
        try:
            again = pickle.loads(pickle.dumps(error))
        except Exception:  # its class cannot be found, or wants other arguments
            again = None
        if type(again) is type(error) and str(again) == str(error):
            return again, details
    return RuntimeError(traceback.format_exception_only(type(error), error)[-1].strip()), details


def _is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(_is_plain(v) for pair in value.items() for v in pair)
    if isinstance(value, list | tuple | set | frozenset):
        return all(map(_is_plain, value))
    return isinstance(value, PLAIN)
