"""A headline with its speaker before a colon: "Huber: [Kein Baum wird gefällt]"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.candidates import Candidate
from newsents.reading.view import View


def find_headlines(view: View) -> Iterator[Candidate]:
    """ "Ministerin Huber: [Kein Baum wird gefällt]" — a line without a full stop, a person before the colon."""
    for start, end in view.paragraphs:
        if view.tags[end - 1] == "$." and view.words[end - 1] not in "!?":
            continue
        colon = next((i for i in range(start, end) if view.words[i] == ":"), None)
        if colon is None or colon == start or colon - start > 7 or view.finite_in(start, colon) is not None:
            continue
        named = any(label in ("PER", "ORG") and start <= first < colon for first, _, label in view.names[0])
        span = view.trim(colon + 1, end)
        if named and view.finite_in(*span) is not None and span[0] not in view.opening:
            yield Candidate(
                "indirect", (span,), "headline", frame=tuple(range(start, colon + 1)), speaker=(start, colon)
            )
