"""Which quotes stand inside others."""

from __future__ import annotations

from newsents.quotes.candidates import Candidate


def find_enclosing(candidates: list[Candidate]) -> dict[int, int]:
    """For each candidate inside another's spans, the innermost one around it: „…“ in a dass-clause."""
    opened: list[tuple[int, int, int]] = []
    found: dict[int, int] = {}
    stretches = sorted(
        ((start, -end, i) for i, c in enumerate(candidates) for start, end in c.spans),
        key=lambda s: (s[0], s[1], candidates[s[2]].kind == "direct"),
    )
    for start, minus_end, i in stretches:
        while opened and opened[-1][1] <= start:
            opened.pop()
        around = next((j for _, _, j in reversed(opened) if j != i and _is_inside(candidates[i], candidates[j])), None)
        if around is not None and found.get(around) != i:
            found.setdefault(i, around)
        opened.append((start, -minus_end, i))
    return found


def _is_inside(inner: Candidate, outer: Candidate) -> bool:
    """Whether each span of a quote lies in one of another."""
    return all(any(start <= s and e <= end for start, end in outer.spans) for s, e in inner.spans)
