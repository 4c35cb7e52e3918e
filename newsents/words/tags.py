"""Classes of STTS tags (Schiller et al. 1999): what a rule means by a noun, a determiner, a finite verb."""

from __future__ import annotations

PUNCTUATION = {
    ",": "$,", ".": "$.", "!": "$.", "?": "$.", ":": "$.", ";": "$.", "(": "$(", ")": "$(",
}  # fmt: skip
"""What these marks are, whatever a tagger takes them for."""
NOUNS = frozenset(("NN", "NE", "FM", "XY", "TRUNC"))
"""Nouns and names, with foreign and cut-off ones."""
