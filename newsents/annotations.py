"""Every name that newsents writes on a Doc, in one place; plain data inside, typed records outside.

- `doc.spans["newsents_names"]`: the names that the analysis found, nested ones too; a span's label is PER, LOC, ORG
  or MISC, with "deriv" ("russischen": LOCderiv) or "part" ("CDU-Chef": ORGpart) behind it (the GermEval scheme).
- `doc._.newsents_data`: {"entities": […], "quotes": […]} as plain dicts, so that `to_bytes` and `DocBin` keep them.
- `doc._.newsents`: the typed `Article`.
"""

from __future__ import annotations

import marshal
from typing import Any
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from newsents.article import Article
from newsents.errors import PipelineError
from newsents.records import ENTITIES, QUOTES, Organisation, Person, Place, Quote

NAMES = "newsents_names"
DATA = "newsents_data"
ARTICLE = "newsents"
_articles: WeakKeyDictionary[Doc, tuple[object, Article]] = WeakKeyDictionary()
"""What was read of a Doc, and from what: beside the Doc, whose own data have to stay plain."""


def _read(doc: Doc) -> dict[str, Any]:
    return getattr(doc._, DATA) or {}


def _write(doc: Doc, **records: Any) -> None:
    setattr(doc._, DATA, {**_read(doc), **records})


def has_entities(doc: Doc) -> bool:
    return "entities" in _read(doc)


def has_quotes(doc: Doc) -> bool:
    return "quotes" in _read(doc)


def write_entities(doc: Doc, entities: tuple[Person | Place | Organisation, ...]) -> None:
    _write(doc, entities=ENTITIES.dump_python(entities, mode="json"))


def read_entities(doc: Doc) -> tuple[Person | Place | Organisation, ...]:
    return ENTITIES.validate_python(_read(doc).get("entities", ()))


def write_quotes(doc: Doc, quotes: tuple[Quote, ...]) -> None:
    _write(doc, quotes=QUOTES.dump_python(quotes, mode="json"))


def read_quotes(doc: Doc) -> tuple[Quote, ...]:
    return QUOTES.validate_python(_read(doc).get("quotes", ()))


def read_article(doc: Doc) -> Article:
    """The records of an annotated Doc, made once for what is written on it; PipelineError if nothing is."""
    data = _read(doc)
    if not data:
        raise PipelineError(
            "the Doc has neither entities nor quotes: newsents.to_article(doc) makes them; "
            "a DocBin keeps them with store_user_data=True"
        )
    sentences = tuple((s.start_char, s.end_char) for s in doc.sents) if doc.has_annotation("SENT_START") else ()
    source = (marshal.dumps(data, 2), sentences)  # version 2: equal data give equal bytes
    known = _articles.get(doc)
    if known is None or known[0] != source:
        article = Article(text=doc.text, entities=read_entities(doc), quotes=read_quotes(doc), sentences=sentences)
        known = _articles[doc] = (source, article)
    return known[1]


if not Doc.has_extension(DATA):
    Doc.set_extension(DATA, default=None)
if not Doc.has_extension(ARTICLE):
    Doc.set_extension(ARTICLE, getter=read_article)
