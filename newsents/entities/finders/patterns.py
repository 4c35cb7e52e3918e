"""A user's own gazetteer: patterns as of spaCy's `entity_ruler`, one JSON object a line.

{"label": "ORG", "pattern": "Haus Seeblick", "id": "haus-17"}
{"label": "PER", "pattern": [{"LOWER": "kanzler"}, {"LOWER": "muster"}], "id": "muster"}
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from newsents.errors import LexiconError

Pattern = dict[str, Any]


def read_patterns(path: Path) -> list[Pattern]:
    """The patterns of a JSONL file; LexiconError names file and line of a bad one."""
    patterns = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise LexiconError(f"{path}:{number}: no JSON: {error}") from error
        if not isinstance(row, dict) or not row.get("label") or not row.get("pattern"):
            raise LexiconError(f'{path}:{number}: expected {{"label": …, "pattern": …}}: {line!r}')
        patterns.append(row)
    return patterns


class PatternFinder:
    """Finds the names of a gazetteer; a span's label is the pattern's, its `id_` the pattern's id."""

    def __init__(self, vocab: Vocab, patterns: Iterable[Pattern]) -> None:
        self.patterns = list(patterns)
        self.vocab = vocab
        self._phrases = PhraseMatcher(vocab, attr="ORTH")
        self._tokens = Matcher(vocab)
        self._add_patterns()

    def _add_patterns(self) -> None:
        from spacy.lang.de import German

        make_doc = German(self.vocab).make_doc
        for number, row in enumerate(self.patterns):
            if isinstance(row["pattern"], str):
                self._phrases.add(str(number), [make_doc(row["pattern"])])
            else:
                self._tokens.add(str(number), [row["pattern"]])

    def __call__(self, doc: Doc) -> list[Span]:
        spans = []
        matchers = [m for m in (self._phrases, self._tokens) if len(m)]  # spaCy warns of one without patterns
        for key, start, end in (match for matcher in matchers for match in matcher(doc)):
            row = self.patterns[int(self.vocab.strings[key])]
            spans.append(Span(doc, start, end, label=row["label"], span_id=row.get("id", "")))
        return filter_spans(spans)
