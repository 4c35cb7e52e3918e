"""The spaCy component "newsents_quotes": orchestrates matchers, selection and speakers; the grammar is elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from newsents.annotations import has_entities, read_entities, write_quotes
from newsents.errors import PipelineError
from newsents.quotes.candidates import Candidate
from newsents.reading.ranges import TokenRange, find_runs
from newsents.records import Quote, QuoteKind, Span, Speaker

if TYPE_CHECKING:
    from newsents.reading.view import View

REQUIRED = {"DEP": "a parser", "TAG": "a tagger with STTS tags", "SENT_START": "a parser or sentencizer"}
KINDS: tuple[QuoteKind, ...] = ("direct", "indirect", "reported", "free")


@Language.factory(
    "newsents_quotes",
    default_config={"kinds": list(KINDS)},
    requires=["token.dep", "token.head", "token.tag", "doc.sents"],
)
def make_quotes(nlp: Language, name: str, kinds: list[QuoteKind]) -> QuoteExtractor:
    """The component; `kinds` limits what it returns."""
    return QuoteExtractor(name, kinds, needs_entities=True)


class QuoteExtractor:
    """Finds the attributed statements of a Doc and who made them.

    Without the entities speakers stay descriptions: in a pipeline, which `needs_entities`, that is an error.
    """

    def __init__(
        self,
        name: str = "newsents_quotes",
        kinds: Iterable[QuoteKind] = KINDS,
        *,
        needs_entities: bool = False,
    ) -> None:
        self.name = name
        self.kinds = frozenset(kinds)
        self.needs_entities = needs_entities

    def __call__(self, doc: Doc) -> Doc:
        if self.needs_entities and not has_entities(doc):
            raise PipelineError(
                'newsents_quotes needs entities: add "newsents_entities" to the pipeline, before "newsents_quotes"'
            )
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> tuple[Quote, ...]:
        """The quotes of an analysed Doc, in order of the text.

        Raises PipelineError if the Doc has no dependencies, tags or sentences.
        """
        from newsents.quotes.grammar import find_candidates
        from newsents.quotes.speakers.resolution import resolve_speakers
        from newsents.reading.view import View

        if not len(doc):
            return ()
        _check(doc)
        view = View(doc)
        candidates = find_candidates(view)
        speakers = resolve_speakers(view, candidates, read_entities(doc))
        wanted = [(c, s) for c, s in zip(candidates, speakers, strict=True) if c.kind in self.kinds]
        return tuple(_quote(view, f"q{n}", c, s) for n, (c, s) in enumerate(wanted, 1))

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


def _quote(view: View, key: str, candidate: Candidate, speaker: Speaker) -> Quote:
    """The record of a candidate, in characters."""
    return Quote(
        id=key,
        kind=candidate.kind,
        spans=_spans(view, candidate.spans),
        speaker=speaker,
        cues=_spans(view, find_runs(candidate.cues)),
        frame=_spans(view, find_runs(candidate.frame)),
        addressees=_spans(view, candidate.addressees),
        rule=candidate.rule,
    )


def _spans(view: View, ranges: Iterable[TokenRange]) -> tuple[Span, ...]:
    return tuple(view.span(tokens) for tokens in ranges)
