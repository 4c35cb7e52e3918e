"""A user's own gazetteer: patterns as of spaCy's `entity_ruler`, one JSON object a line.

{"label": "ORG", "pattern": "Haus Seeblick", "id": "haus-17"}
{"label": "PER", "pattern": [{"LOWER": "kanzler"}, {"LOWER": "muster"}], "id": "muster"}
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from newsents.entities.names import FORMS, KINDS
from newsents.errors import LexiconError
from newsents.lexicons import read_lines, read_table

Pattern = dict[str, Any]
LABELS = tuple(kind + form for kind in KINDS for form in FORMS)


def read_patterns(path: Path, vocab: Vocab) -> list[Pattern]:
    """The patterns of a JSONL file; LexiconError names file and line of a bad one."""
    patterns = []
    for number, line in enumerate(read_lines(path), 1):
        if line.strip():
            try:
                patterns.append(read_pattern(line, vocab))
            except ValueError as error:
                raise LexiconError(f"{path}:{number}: {error}: {line!r}") from error
    return patterns


def read_pattern(line: str, vocab: Vocab) -> Pattern:
    """The pattern of a line, or ValueError with what is wrong in it: {"label": "MISC", "pattern": "Haus Seeblick"}."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON: {error}") from error
    if not isinstance(row, dict) or not row.get("label") or not str(row.get("pattern") or "").strip():
        raise ValueError('expected {"label": …, "pattern": …}')
    if row["label"] not in LABELS:
        raise ValueError(f"the label must be PER, LOC or ORG, not {row['label']!r}")
    if not isinstance(row.get("id", ""), str):
        raise ValueError("the id must be a string")
    if isinstance(row["pattern"], str):
        return {**row, "pattern": row["pattern"].strip()}
    try:
        Matcher(vocab, validate=True).add("pattern", [row["pattern"]])
    except (ValueError, TypeError, re.error) as error:
        raise ValueError(f"no pattern of tokens: {' '.join(str(error).split())}") from error
    return row


def read_aliases(path: Path) -> dict[str, str]:
    """Names by their other names, from a table with the columns "alias" and "name"."""
    return {row["alias"]: row["name"] for row in read_table(path, needed=("alias", "name"))}


class PatternFinder:
    """Finds the names of a gazetteer; a span's label is the pattern's, its `id_` the pattern's id.

    `make_doc` is the tokenizer of the pipeline: a phrase is found where the text has the same tokens.
    """

    def __init__(self, vocab: Vocab, patterns: Iterable[Pattern], make_doc: Callable[[str], Doc]) -> None:
        self.patterns = list(patterns)
        self.vocab = vocab
        self.make_doc = make_doc
        for number in range(len(self.patterns)):  # else they go with the memory zone in which the first text is read
            vocab.strings.add(str(number), allow_transient=False)  # type: ignore[call-arg]

    @cached_property
    def _matchers(self) -> list[PhraseMatcher | Matcher]:
        """Made at the first text: until then a user may still change the tokenizer."""
        phrases, tokens = PhraseMatcher(self.vocab, attr="ORTH"), Matcher(self.vocab)
        for number, row in enumerate(self.patterns):
            if isinstance(row["pattern"], str):
                phrases.add(str(number), [self.make_doc(row["pattern"])])
            else:
                tokens.add(str(number), [row["pattern"]])
        return [m for m in (phrases, tokens) if len(m)]  # spaCy warns of one without patterns

    def __call__(self, doc: Doc) -> list[Span]:
        spans = []
        for key, start, end in (match for matcher in self._matchers for match in matcher(doc)):
            row = self.patterns[int(self.vocab.strings[key])]
            spans.append(Span(doc, start, end, label=row["label"], span_id=row.get("id", "")))
        return filter_spans(spans)
