"""spaCy's German tokenizer, taught the tokens of German news: quotation marks and brackets always stand alone.

"Jan Ohm (CDU): „Ja“,sagte er." → Jan Ohm ( CDU ) : „ Ja “ , sagte er .
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

import spacy
from spacy.attrs import NORM
from spacy.lang.char_classes import ALPHA
from spacy.lang.tokenizer_exceptions import URL_PATTERN
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_prefix_regex, compile_suffix_regex, registry

NAME = "newsents.tokenizer"
ALONE = '„“”"»«›‹‚()[]{}'
_ALONE = re.escape(ALONE)
_APOSTROPHES = "'’‘´`"  # may be quotation marks at the edge of a word; inside they belong to it: "gibt’s", "D'Angelo"
PREFIXES = [rf",,(?=[{ALPHA}])", "[›‹]"]
SUFFIXES = ["[›‹]"]
INFIXES = [
    rf",,(?=[{ALPHA}])",
    rf"[{_ALONE}]",
    rf"[,;:!?](?=[,;:!?]*[{_ALONE}])",
    rf"[.,;:!?–—](?<=[{_ALONE}].)",
    rf"\.(?<=[{ALPHA}][{ALPHA}]\.)(?=[{_ALONE}])",  # "kam.“Er"; spaCy joins "Dr" and "." again
    rf":(?=,,[{ALPHA}])",
    rf"[{_APOSTROPHES}](?=[,;:!?][{ALPHA}])",
    rf"[,;:!?](?<=[{_APOSTROPHES}].)(?=[{ALPHA}])",
]
ABBREVIATION = rf"(?:[{ALPHA}]\.){{2,}}$"  # "z.B.", "S.p.A."
ADDRESS = rf"(?!\S*[„“”\"»«›‹‚])(?u:{URL_PATTERN})"  # to spaCy "kam.“so" is the address of a page

LONG = re.compile(r"(?<!\S)\S{64,}")
_SYMBOL = rf"[^\s0-9{ALPHA}]"
_RUN = re.compile(rf"{_SYMBOL}{{64,}}")
_PIECE = re.compile(rf"\S{{0,31}}{_SYMBOL}|[0-9{ALPHA}]+")
MAX_WORD = 1000  # what is longer is no address either


class NewsTokenizer(Tokenizer):  # type: ignore[misc]
    """Cuts long runs of symbols before spaCy sees them: its time for a run grows with the square of the length."""

    def __call__(self, text: str) -> Doc:
        cuts = list(find_cuts(text))
        if not cuts:
            doc: Doc = super().__call__(text)
            return doc
        bounds = itertools.pairwise((0, *cuts, len(text)))
        parts = [super(NewsTokenizer, self).__call__(text[start:end]) for start, end in bounds]
        return Doc.from_docs(parts, ensure_whitespace=False, attrs=[NORM])


def find_cuts(text: str) -> Iterator[int]:
    """Where to cut what has many symbols and no blank: "&&&…" every 32 characters; most texts have no such place."""
    for chunk in LONG.finditer(text):
        runs = [chunk] if len(chunk[0]) > MAX_WORD else _RUN.finditer(text, *chunk.span())
        for run in runs:
            pieces = _PIECE.finditer(text, *run.span())
            yield from (piece.end() for piece in pieces if piece.end() < run.end())


def make_tokenizer() -> Callable[[Language], NewsTokenizer]:
    """The tokenizer of the embedded pipeline, under "newsents.tokenizer" in spaCy's registry."""
    return build_tokenizer


def build_tokenizer(nlp: Language) -> NewsTokenizer:
    """spaCy's tokenizer of a German pipeline with the rules of this module."""
    defaults = nlp.Defaults
    infixes = [re.sub(f"[{_APOSTROPHES}]", "", str(infix)) for infix in defaults.infixes or ()]
    return NewsTokenizer(
        nlp.vocab,
        rules={text: tokens for text, tokens in (defaults.tokenizer_exceptions or {}).items() if not is_bracket(text)},
        prefix_search=compile_prefix_regex([*PREFIXES, *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*(defaults.suffixes or ()), *SUFFIXES]).search,
        infix_finditer=re.compile(rf"(?![0-9{ALPHA}])(?:{'|'.join([*infixes, *INFIXES])})").finditer,
        token_match=re.compile(ABBREVIATION).match,
        url_match=re.compile(ADDRESS).match,
    )


def is_bracket(exception: str) -> bool:
    """Whether an emoticon takes a bracket or a mark from a word: that of "(CDU):" and "(8)", but not ":-)"."""
    return not set(ALONE).isdisjoint(exception) and not exception.startswith((":-", ";-"))


def make_blank() -> Language:
    """A German pipeline with nothing but its tokenizer."""
    return spacy.blank("de", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})


registry.tokenizers.register(NAME, func=make_tokenizer)
