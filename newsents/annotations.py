"""Every name that newsents writes on a Doc, in one place; plain data inside, typed records outside.

- `doc.spans["newsents_names"]`: the names that the analysis found, nested ones too; a span's label is PER, LOC, ORG
  or MISC, with "deriv" ("russischen": LOCderiv) or "part" ("CDU-Chef": ORGpart) behind it (the GermEval scheme).
- `doc._.newsents_data`: {"entities": […], "quotes": […]} as plain dicts, so that `to_bytes` and `DocBin` keep them.
- `doc._.newsents`: the typed `Article`.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from newsents.article import Article
from newsents.records import ENTITIES, QUOTES, Organisation, Person, Place, Quote

NAMES = "newsents_names"
DATA = "newsents_data"
ARTICLE = "newsents"


def _data(doc: Doc) -> dict[str, Any]:
    if getattr(doc._, DATA) is None:
        setattr(doc._, DATA, {})
    data: dict[str, Any] = getattr(doc._, DATA)
    return data


def has_entities(doc: Doc) -> bool:
    return "entities" in _data(doc)


def has_quotes(doc: Doc) -> bool:
    return "quotes" in _data(doc)


def write_entities(doc: Doc, entities: tuple[Person | Place | Organisation, ...]) -> None:
    _data(doc)["entities"] = ENTITIES.dump_python(entities, mode="json")


def read_entities(doc: Doc) -> tuple[Person | Place | Organisation, ...]:
    return ENTITIES.validate_python(_data(doc).get("entities", ()))


def write_quotes(doc: Doc, quotes: tuple[Quote, ...]) -> None:
    _data(doc)["quotes"] = QUOTES.dump_python(quotes, mode="json")


def read_quotes(doc: Doc) -> tuple[Quote, ...]:
    return QUOTES.validate_python(_data(doc).get("quotes", ()))


def read_article(doc: Doc) -> Article:
    """The records of an annotated Doc."""
    sentences = tuple((s.start_char, s.end_char) for s in doc.sents) if doc.has_annotation("SENT_START") else ()
    return Article(text=doc.text, entities=read_entities(doc), quotes=read_quotes(doc), sentences=sentences)


if not Doc.has_extension(DATA):
    Doc.set_extension(DATA, default=None)
if not Doc.has_extension(ARTICLE):
    Doc.set_extension(ARTICLE, getter=read_article)
