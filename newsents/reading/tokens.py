"""The token attributes that the finders read, copied once per Doc: reading them from spaCy again and again is slow."""

from __future__ import annotations

from itertools import accumulate

from spacy.tokens import Doc

ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"))
LOCAL = frozenset(
    ("in", "im", "ins", "aus", "nach", "bis", "nahe", "nördlich", "südlich", "östlich", "westlich", "unweit")
)
"""Prepositions that stand before places much more often than before people and bodies."""
OPENING = frozenset("„»«\"“‚‘'›‹")
"""Marks that can open a quotation, in one style or another; most can also close one."""
NOUNS = frozenset(("NN", "NE", "FM", "XY", "TRUNC"))


class Tokens:
    """Lists as long as the Doc: words, tags (STTS), paragraphs, character offsets; morphology on demand."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.words = [t.text for t in doc]
        self.tags = [t.tag_ for t in doc]
        self.starts = [t.idx for t in doc]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.paragraphs = self._count_paragraphs()

    def __len__(self) -> int:
        return len(self.words)

    def _count_paragraphs(self) -> list[int]:
        """The number of the paragraph that each token stands in; white space, of which there is no other, ends one."""
        return list(accumulate((not word.strip() for word in self.words), initial=0))[:-1]

    def word(self, i: int) -> str:
        """The word at a position, "" outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def tag(self, i: int) -> str:
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def is_first(self, i: int) -> bool:
        """Whether a token begins its paragraph."""
        return i == 0 or self.paragraphs[i - 1] != self.paragraphs[i]

    def begins_sentence(self, i: int) -> bool:
        """Whether a capital at a token may be only that of a sentence's or quotation's beginning."""
        before = self.word(i - 1)
        return self.is_first(i) or not (before[-1].isalnum() or before in (",", "/", "-"))

    def before(self, i: int) -> str:
        """The word before a token in lower case, past an opening quotation mark: "des „Handelsblatts“"."""
        word = self.word(i - 1)
        return (self.word(i - 2) if word in OPENING else word).lower()

    def is_noun(self, i: int) -> bool:
        """Whether a capitalised noun or name stands there."""
        return self.tag(i) in NOUNS and self.word(i)[:1].isupper()

    def is_adjective(self, i: int) -> bool:
        return self.tag(i) == "ADJA"

    def is_article(self, i: int) -> bool:
        return self.word(i).lower() in ARTICLES

    def feature(self, i: int, name: str) -> str:
        """One value of the morphology ("Case": "Gen"), "" if the analysis has none."""
        values = self.doc[i].morph.get(name, [])
        return values[0] if values else ""
