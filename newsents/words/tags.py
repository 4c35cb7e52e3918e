"""Classes of STTS tags (Schiller et al. 1999): what a rule means by a noun, a determiner, a finite verb."""

from __future__ import annotations

PUNCTUATION = {
    ",": "$,", ".": "$.", "!": "$.", "?": "$.", ":": "$.", ";": "$.", "(": "$(", ")": "$(",
}  # fmt: skip
"""What these marks are, whatever a tagger takes them for."""
NAMES_AND_NOUNS = frozenset(("NN", "NE"))
WHOLE_NOUNS = NAMES_AND_NOUNS | {"FM", "XY"}
"""Also foreign words and what the tagger could not read: names often are."""
NOUNS = WHOLE_NOUNS | {"TRUNC"}
"""And those cut off: "Ost-" in "Ost- und Westdeutschland"."""
PREPOSITIONS = frozenset(("APPR", "APPRART"))
ADJECTIVES = frozenset(("ADJA", "ADJD"))
DETERMINERS = frozenset(("ART", "PPOSAT", "PDAT", "PIAT", "APPRART"))
"""What a noun phrase begins with, "im" and "zur" among them."""
BEFORE_NOUN = DETERMINERS | {"ADJA", "CARD"}
"""What stands before a noun in its phrase, and hardly before a name."""
CLAUSE_STARTS = frozenset(("PRELS", "KOUS"))
