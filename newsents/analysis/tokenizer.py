"""spaCy's German tokenizer, taught the single angle marks (›so‹, ‹so›) that it leaves on their words."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

ANGLES = ["›", "‹"]


def make_blank() -> Language:
    """A German pipeline with nothing but its tokenizer."""
    nlp = spacy.blank("de")
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.prefix_search = compile_prefix_regex([*(defaults.prefixes or ()), *ANGLES]).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), *ANGLES]).search
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), *ANGLES]).finditer
    return nlp
