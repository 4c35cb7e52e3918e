"""The one place where overlapping candidates are resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsents.quotes.candidates import Candidate
from newsents.reading.ranges import TokenRange

# Earlier rules are surer: a frame with a verb beside its statement before one that only surrounds it.
PRECEDENCE = (
    "inquit",
    "wie",
    "so",
    "clause-dass",
    "colon",
    "clause-main",
    "clause-w",
    "clause-inf",
    "source",
    "wonach",
    "demnach",
    "noun",
    "marks",
    "headline",
    "reference",
    "predicate",
    "reported",
    "free",
)


def resolve_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates that overlap the one with the surer rule stays; one wholly inside another's statement stays too."""
    kept: list[Candidate] = []
    owner: dict[int, list[Candidate]] = {}
    ranked = sorted(candidates, key=lambda c: (PRECEDENCE.index(c.rule), c.spans[0][0]))
    for candidate in ranked:
        rivals = {id(k): k for i in _tokens(candidate) for k in owner.get(i, ())}
        if all(_are_compatible(candidate, rival) for rival in rivals.values()):
            kept.append(candidate)
            for i in _tokens(candidate):
                owner.setdefault(i, []).append(candidate)
    return sorted(kept, key=lambda c: (c.spans[0][0], -c.spans[-1][1]))


def _tokens(candidate: Candidate) -> list[int]:
    return [*(i for start, end in candidate.spans for i in range(start, end)), *candidate.cues]


def _are_compatible(new: Candidate, old: Candidate) -> bool:
    """Nothing of one reaches into the other's statement, unless all of it stands inside."""
    return _is_inside(new, old.spans) or _is_inside(old, new.spans) or not _touches(new, old)


def _is_inside(candidate: Candidate, spans: Sequence[TokenRange]) -> bool:
    """Statement and cue of one stand in one span of the other, and are not all of it."""
    tokens = _tokens(candidate)
    return bool(candidate.cues) and any(
        start <= min(tokens) and max(tokens) < end and len(tokens) < end - start for start, end in spans
    )


def _touches(a: Candidate, b: Candidate) -> bool:
    words_a = {i for start, end in a.spans for i in range(start, end)}
    words_b = {i for start, end in b.spans for i in range(start, end)}
    return bool(words_a & words_b or words_a & set(b.cues) or words_b & set(a.cues) or set(a.cues) & set(b.cues))
