"""A headline with its speaker before a colon: "Huber: [Kein Baum wird gefällt]"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Candidate
from newsents.reading.view import Reading


def find_headlines(reading: Reading) -> Iterator[Candidate]:
    """ "Ministerin Huber: [Kein Baum wird gefällt]" — a line without a full stop, a person before the colon."""
    for start, end in reading.paragraphs:
        if reading.tags[end - 1] == "$." and reading.words[end - 1] not in "!?":
            continue
        colon = next((i for i in range(start, end) if reading.words[i] == ":"), None)
        if colon is None or colon == start or colon - start > 7 or reading.finite_in(start, colon) is not None:
            continue
        named = any(t.ent_type_ in ("PER", "ORG") for t in reading.doc[start:colon])
        span = reading.trim(colon + 1, end)
        if named and reading.finite_in(*span) is not None and span[0] not in reading.opening:
            yield Candidate(
                "indirect", (span,), "headline", frame=tuple(range(start, colon + 1)), speaker=(start, colon)
            )
