"""newsents: people, places, organisations and quotes (who said what) from German news text.

>>> import newsents
>>> article = newsents.extract("„Wir bauen“, sagte Henrike Vollmer am Montag in Potsdam.")
>>> article.quotes[0].speaker.name
'Henrike Vollmer'

Nothing heavy is imported before the first call.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsents.api import extract, to_article
    from newsents.article import Article, json_schema
    from newsents.batches import extract_many
    from newsents.errors import (
        AnnotationError,
        ExtractionError,
        InvalidTextError,
        LexiconError,
        NewsentsError,
        PipelineError,
    )
    from newsents.pipelines import load
    from newsents.records import (
        DescribedSpeaker,
        Entity,
        EntitySpeaker,
        Link,
        Mention,
        Organisation,
        Person,
        Place,
        Quote,
        QuoteKind,
        Role,
        Span,
        Speaker,
        UnknownSpeaker,
    )
    from newsents.scoring.comparison import score
    from newsents.scoring.figures import Scores

__version__ = "0.1.0"

_MODULES = {
    "newsents.api": ("extract", "to_article"),
    "newsents.article": ("Article", "json_schema"),
    "newsents.batches": ("extract_many",),
    "newsents.errors": (
        "AnnotationError",
        "ExtractionError",
        "InvalidTextError",
        "LexiconError",
        "NewsentsError",
        "PipelineError",
    ),
    "newsents.pipelines": ("load",),
    "newsents.records": (
        "DescribedSpeaker",
        "Entity",
        "EntitySpeaker",
        "Link",
        "Mention",
        "Organisation",
        "Person",
        "Place",
        "Quote",
        "QuoteKind",
        "Role",
        "Span",
        "Speaker",
        "UnknownSpeaker",
    ),
    "newsents.scoring.comparison": ("score",),
    "newsents.scoring.figures": ("Scores",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "AnnotationError",
    "Article",
    "DescribedSpeaker",
    "Entity",
    "EntitySpeaker",
    "ExtractionError",
    "InvalidTextError",
    "LexiconError",
    "Link",
    "Mention",
    "NewsentsError",
    "Organisation",
    "Person",
    "PipelineError",
    "Place",
    "Quote",
    "QuoteKind",
    "Role",
    "Scores",
    "Span",
    "Speaker",
    "UnknownSpeaker",
    "__version__",
    "extract",
    "extract_many",
    "json_schema",
    "load",
    "score",
    "to_article",
]


if not TYPE_CHECKING:  # else to a type checker every name would be there, `extractt` too

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
