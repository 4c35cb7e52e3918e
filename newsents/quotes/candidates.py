"""What a construction matcher returns: a possible quote, in tokens, before overlaps and speakers are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from newsents.reading.ranges import TokenRange
from newsents.records import QuoteKind


@dataclass(frozen=True)
class Candidate:
    """`speaker` is the noun phrase or pronoun that the frame itself names, None where it names none."""

    kind: QuoteKind
    spans: tuple[TokenRange, ...]
    rule: str
    cues: tuple[int, ...] = ()
    frame: tuple[int, ...] = ()
    speaker: TokenRange | None = None
    addressees: tuple[TokenRange, ...] = ()
