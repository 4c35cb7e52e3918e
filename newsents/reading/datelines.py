"""The place and agency that open a report: "Potsdam (dpa) – Die Schulen bleiben", "Bremen – …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsents.words.marks import DASHES
from newsents.words.tags import INNER_MARKS, WHOLE_NOUNS

if TYPE_CHECKING:
    from newsents.reading.view import View

TAGS = WHOLE_NOUNS | INNER_MARKS | {"CARD", "_SP"}
"""What stands in a dateline."""
LONGEST = 9


def find_dateline(view: View, start: int, end: int) -> int | None:
    """The dash that ends a dateline which begins at a word, if one stands before `end`."""
    dash = next((i for i in range(start, min(start + LONGEST, end)) if view.words[i] in DASHES), None)
    return dash if dash is not None and all(tag in TAGS for tag in view.tags[start:dash]) else None
