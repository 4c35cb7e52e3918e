"""What a construction matcher returns: a possible quote, in tokens, before overlaps and speakers are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from newsents.records import QuoteKind

TokenRange = tuple[int, int]
"""First token and the token after the last."""


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
