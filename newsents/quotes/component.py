"""The spaCy component "newsents_quotes": orchestrates matchers, selection and speakers; the grammar is elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsents.analysis.spacing import SingleSpaced
from newsents.annotations import read_entities, write_quotes
from newsents.errors import PipelineError
from newsents.quotes.candidates import Candidate, TokenRange
from newsents.records import Quote, QuoteKind, Span, Speaker

REQUIRED = {"DEP": "a parser", "TAG": "a tagger with STTS tags", "SENT_START": "a parser or sentencizer"}
KINDS: tuple[QuoteKind, ...] = ("direct", "indirect", "reported", "free")


@Language.factory(
    "newsents_quotes",
    default_config={"kinds": list(KINDS)},
    requires=["token.dep", "token.head", "token.tag", "doc.sents"],
)
def make_quotes(nlp: Language, name: str, kinds: list[QuoteKind]) -> QuoteExtractor:
    """The component; `kinds` limits what it returns."""
    return QuoteExtractor(name, kinds)


class QuoteExtractor:
    """Finds the attributed statements of a Doc and who made them."""

    def __init__(self, name: str = "newsents_quotes", kinds: Iterable[QuoteKind] = KINDS) -> None:
        self.name = name
        self.kinds = frozenset(kinds)

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> tuple[Quote, ...]:
        """The quotes of an analysed Doc, in order of the text.

        Raises PipelineError if the Doc has no dependencies, tags or sentences.
        """
        from newsents.quotes.grammar import find_candidates
        from newsents.quotes.speakers import resolve_speakers
        from newsents.syntax.tree import make_syntax

        if not len(doc):
            return ()
        _check(doc)
        view = SingleSpaced(doc)
        syntax = make_syntax(view.doc)
        candidates = find_candidates(view.doc, syntax)
        speakers = resolve_speakers(view.doc, syntax, candidates, view.take(read_entities(doc)))
        wanted = [(c, s) for c, s in zip(candidates, speakers, strict=True) if c.kind in self.kinds]
        return view.restore([_quote(view.doc, f"q{n}", c, s) for n, (c, s) in enumerate(wanted, 1)])

    def set_annotations(self, doc: Doc, quotes: tuple[Quote, ...]) -> None:
        write_quotes(doc, quotes)

    def to_bytes(self, **_: Any) -> bytes:
        return json.dumps(sorted(self.kinds)).encode()

    def from_bytes(self, data: bytes, **_: Any) -> QuoteExtractor:
        self.kinds = frozenset(json.loads(data))
        return self

    def to_disk(self, path: Path, **_: Any) -> None:
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **_: Any) -> QuoteExtractor:
        return self.from_bytes(Path(path).read_bytes())


def _check(doc: Doc) -> None:
    missing = [f"{name} ({remedy})" for name, remedy in REQUIRED.items() if not doc.has_annotation(name)]
    if missing:
        raise PipelineError(f"newsents_quotes needs {', '.join(missing)}: add it to the pipeline before this component")


def _quote(doc: Doc, key: str, candidate: Candidate, speaker: Speaker) -> Quote:
    """The record of a candidate, in characters."""
    return Quote(
        id=key,
        kind=candidate.kind,
        spans=tuple(_span(doc, s) for s in candidate.spans),
        speaker=speaker,
        cues=tuple(_span(doc, s) for s in _runs(candidate.cues)),
        frame=tuple(_span(doc, s) for s in _runs(candidate.frame)),
        addressees=tuple(_span(doc, s) for s in candidate.addressees),
        rule=candidate.rule,
    )


def _span(doc: Doc, tokens: TokenRange) -> Span:
    span = doc[tokens[0] : tokens[1]]
    return Span(start=span.start_char, end=span.end_char, text=span.text)


def _runs(tokens: tuple[int, ...]) -> list[TokenRange]:
    """Token indices as ranges: 3, 4, 7 -> (3, 5), (7, 8)."""
    runs: list[TokenRange] = []
    for i in sorted(tokens):
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
