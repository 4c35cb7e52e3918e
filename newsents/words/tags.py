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
NOUN_LIKE = NOUNS | {"CARD"}
"""What a noun phrase may have for its head: "zwei der drei"."""
PRONOUNS = frozenset(("PPER", "PDS", "PIS"))
"""What stands for a noun phrase: "sie", "diese", "alle"."""
ANY_PRONOUN = PRONOUNS | {"PRELS", "PPOSAT", "PPOSS", "PWS"}
"""Also "die" in a relative clause, "ihr" before a noun, "wer"."""
RELATIVES = frozenset(("PRELS", "PRELAT"))
PREPOSITIONS = frozenset(("APPR", "APPRART"))
ADJECTIVES = frozenset(("ADJA", "ADJD"))
ADVERBS = frozenset(("ADV", "ADJD"))
"""Also adjectives that are used as such: "schnell"."""
PRONOMINAL_ADVERBS = frozenset(("PROAV", "PAV"))
"""Two names that tag sets have for "dafür"."""
BETWEEN_PARTS = ADVERBS | PRONOMINAL_ADVERBS | {"PTKNEG"}
"""What stands between the parts of a clause: "dort", "gern", "dazu", "nicht"."""
ARTICLES = frozenset(("ART", "PPOSAT", "PDAT", "PIAT"))
"""An article, or what has its place: "ihr", "dieser", "kein"."""
DETERMINERS = ARTICLES | {"APPRART"}
"""What a noun phrase begins with, "im" and "zur" among them."""
ATTRIBUTES = ARTICLES | {"ADJA", "CARD"}
"""What stands before a noun and agrees with it."""
BEFORE_NOUN = DETERMINERS | ATTRIBUTES
"""What stands before a noun in its phrase, and hardly before a name."""
CLAUSE_STARTS = frozenset(("PRELS", "KOUS"))
CLAUSE_ENDS = frozenset(("$,", "$."))
INNER_MARKS = frozenset(("$,", "$("))
"""Punctuation within a sentence."""
LEAD_INS = frozenset(("KON", "ADV", "$("))
"""What comes before the first phrase of a sentence: "und", "doch", a quotation mark."""
