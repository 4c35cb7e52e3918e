"""A Doc as every rule reads it: words, tags, paragraphs, sentences, marks, names and the tree, in lists made once.

White space inside a paragraph (a doubled space, a folded line) is read past; what ends a paragraph is a word of its
own. The Doc itself stays as it is, and so do the offsets: `starts` and `ends` are characters of its text.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from newsents.reading import mood
from newsents.reading.datelines import find_dateline
from newsents.reading.marked import Marked, find_marked
from newsents.reading.names import Labelled, read_names
from newsents.reading.paragraphs import find_breaks, find_spaces
from newsents.reading.ranges import TokenRange, number_ranges
from newsents.reading.sentences import find_sentences
from newsents.reading.tree import Tree, make_tree
from newsents.records import Span
from newsents.words.closed_classes import load_words
from newsents.words.folding import fold
from newsents.words.gender import FROM_UD, Gender
from newsents.words.marks import DASHES, STOPS, load_pairs
from newsents.words.tags import NOUNS, PUNCTUATION


class View:
    """`words[i]`, `tags[i]` (STTS), … of the word at position i, which is token `at[i]` of the Doc."""

    def __init__(self, doc: Doc, tree: Tree | None = None) -> None:
        """`tree`: heads and relations by position, where they are known already."""
        self.doc = doc
        self.text = doc.text
        self.at = find_words(doc)
        tokens = [doc[i] for i in self.at] if len(self.at) < len(doc) else list(doc)
        self.words = [t.text for t in tokens]
        self.lower = [fold(word) for word in self.words]
        self.tags = [PUNCTUATION.get(word) or t.tag_ for word, t in zip(self.words, tokens, strict=True)]
        self.finite = [
            # "abschließend" and "gewesen" are participles, whatever their tags
            tag.endswith("FIN") and not word.endswith("end") and word != "gewesen"
            for tag, word in zip(self.tags, self.words, strict=True)
        ]
        self.starts = [t.idx for t in tokens]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.paragraphs = _find_paragraphs(self.words)
        self.paragraph = number_ranges(len(self), self.paragraphs)
        if tree is not None:
            self.tree = tree

    def __len__(self) -> int:
        return len(self.at)

    @cached_property
    def tree(self) -> Tree:
        """The dependencies, UD whatever the pipeline's scheme; PipelineError where there are none."""
        return make_tree(self.doc, self.at)

    # words

    def word(self, i: int) -> str:
        """The word at a position, "" outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def tag(self, i: int) -> str:
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def before(self, i: int) -> str:
        """The word before a position in lower case, past an opening quotation mark: "des „Handelsblatts“"."""
        word = self.word(i - 1)
        return (self.word(i - 2) if word in load_pairs() else word).lower()

    def lemma(self, i: int) -> str:
        return self.doc[self.at[i]].lemma_

    def feature(self, i: int, name: str) -> str:
        """A value of the morphology ("Case": "Gen"), "" where the analysis has none or leaves it open."""
        values = self.doc[self.at[i]].morph.get(name, [])
        return str(values[0]) if len(values) == 1 else ""

    def gender(self, i: int) -> Gender:
        """The grammatical gender of a word, "" where the analysis leaves it open."""
        return FROM_UD.get(self.feature(i, "Gender"), "")

    def is_noun(self, i: int) -> bool:
        """Whether a capitalised noun or name stands there."""
        return self.tag(i) in NOUNS and self.word(i)[:1].isupper()

    def is_adjective(self, i: int) -> bool:
        return self.tag(i) == "ADJA"

    def is_article(self, i: int) -> bool:
        return self.word(i).lower() in load_words("article")

    def is_break(self, i: int) -> bool:
        """Whether there is white space that ends a paragraph."""
        return not self.words[i].strip()

    def is_glued(self, i: int) -> bool:
        """Whether nothing stands between a word and the one behind it."""
        return i + 1 < len(self) and self.ends[i] == self.starts[i + 1]

    def is_subjunctive(self, i: int) -> bool:
        """Whether a finite verb is in the mood of reported speech: "sei", "habe", "komme", "hätten"."""
        return mood.is_subjunctive(self, i)

    def is_first_subjunctive(self, i: int) -> bool:
        """Whether it is in Konjunktiv I, which hardly occurs outside reported speech."""
        return mood.is_first_subjunctive(self, i)

    def finite_in(self, start: int, end: int) -> int | None:
        """The first finite verb of a stretch."""
        return next((i for i in range(start, end) if self.finite[i]), None)

    # stretches

    def begins_paragraph(self, i: int) -> bool:
        return i == 0 or self.paragraph[i - 1] != self.paragraph[i]

    def begins_sentence(self, i: int) -> bool:
        """Whether a capital may be only that of a sentence's or quotation's beginning."""
        before = self.word(i - 1)
        return self.begins_paragraph(i) or not (before[-1].isalnum() or before in (",", "/", "-"))

    @cached_property
    def sentences(self) -> list[TokenRange]:
        """The sentences; marked speech is not cut: "„Ich gehe. Jetzt“, sagte er." is one."""
        return find_sentences(self)

    @cached_property
    def sentence(self) -> list[int]:
        """The number of the sentence that each word stands in."""
        return number_ranges(len(self), self.sentences)

    def bounds(self, i: int) -> TokenRange:
        """The sentence around a word."""
        return self.sentences[self.sentence[i]]

    def starts_sentence(self, i: int) -> bool:
        """Whether the pipeline begins a sentence at a word, or in the white space that is read past before it."""
        first = self.at[i - 1] + 1 if i else 0
        return any(self._sent_starts[first : self.at[i] + 1])

    @cached_property
    def _sent_starts(self) -> list[bool]:
        """Whether the pipeline begins a sentence, by token of the Doc."""
        return [value == 1 for value in self.doc.to_array(SENT_START).tolist()]

    def trim(self, start: int, end: int) -> TokenRange:
        """A stretch of a sentence without dateline, commas and stops at its edges: of ", sagte er." nothing is left."""
        edge = STOPS | DASHES | {","}
        if start < end and start == self.bounds(start)[0] and self.tags[start] == "NE":
            start = find_dateline(self, start, end) or start
        while start < end and self.words[start] in edge:
            start += 1
        while end > start and self.words[end - 1] in edge:
            end -= 1
        return start, end

    def characters(self, tokens: TokenRange) -> tuple[int, int]:
        """Where a stretch begins and ends in the text."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]

    def text_of(self, tokens: TokenRange) -> str:
        """A stretch with single blanks for the white space in it, as a name or a description is compared."""
        return " ".join(self.text[slice(*self.characters(tokens))].split())

    def span(self, tokens: TokenRange) -> Span:
        """A stretch as a record."""
        start, end = self.characters(tokens)
        return Span(start=start, end=end, text=self.text[start:end])

    def positions(self, start: int, end: int) -> TokenRange:
        """The words of a stretch of characters."""
        return max(bisect_left(self.starts, start + 1) - 1, 0), bisect_left(self.starts, end)

    def locate(self, span: DocSpan) -> TokenRange:
        """The words of a span of the Doc."""
        return bisect_left(self.at, span.start), bisect_left(self.at, span.end)

    # marks and names

    @cached_property
    def marked(self) -> list[Marked]:
        """What stands between quotation marks, in order of the opening ones."""
        return find_marked(self)

    @cached_property
    def depth(self) -> list[int]:
        """How many pairs of marks stand around each word."""
        depth = [0] * len(self)
        for marked in self.marked:
            for start, end in marked.parts:
                for i in range(start, end):
                    depth[i] += 1
        return depth

    @cached_property
    def opening(self) -> dict[int, Marked]:
        """Marked stretches by their opening mark, and by that or the first word of each further paragraph."""
        opening: dict[int, Marked] = {}
        for m in self.marked:
            for start, _ in m.parts[1:]:
                opening[start if self.begins_paragraph(start) else start - 1] = m
        return opening | {m.open: m for m in self.marked}

    @cached_property
    def closing(self) -> dict[int, Marked]:
        return {m.close: m for m in self.marked}

    @cached_property
    def names(self) -> tuple[list[Labelled], list[Labelled]]:
        """The outer names that the pipeline marked, and those inside them."""
        return read_names(self)

    @cached_property
    def labels(self) -> dict[int, str]:
        """The label of the outer name over each word that has one."""
        return {i: label for start, end, label in self.names[0] for i in range(start, end)}

    @cached_property
    def named(self) -> dict[int, TokenRange]:
        """The widest name over each word that has one."""
        named: dict[int, TokenRange] = {}
        for start, end, _ in sorted((n for names in self.names for n in names), key=lambda n: n[1] - n[0]):
            named.update(dict.fromkeys(range(start, end), (start, end)))
        return named


def find_words(doc: Doc) -> list[int]:
    """The tokens of a Doc without white space that ends no paragraph."""
    spaces = np.flatnonzero(doc.to_array(IS_SPACE)).tolist()
    if all(doc[i].text.count("\n") > 1 for i in spaces):  # most articles: quicker than what follows
        return list(range(len(doc)))
    words = [t.text for t in doc]
    dropped = find_spaces(words) - find_breaks(words, doc.text)
    return [i for i in range(len(words)) if i not in dropped]


def _find_paragraphs(words: list[str]) -> list[TokenRange]:
    """Stretches between words of white space, of which there is none inside a paragraph."""
    breaks = [i for i, word in enumerate(words) if not word.strip()]
    starts = [0, *(i + 1 for i in breaks)]
    return [(start, end) for start, end in zip(starts, [*breaks, len(words)], strict=True) if end > start]
