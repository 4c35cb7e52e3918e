"""Placeholder until the real component replaces this file."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsents.annotations import write_entities


@Language.factory("newsents_entities")
def make_entities(nlp: Language, name: str):
    def annotate(doc: Doc) -> Doc:
        write_entities(doc, ())
        return doc

    return annotate
