"""News sentences of our own, annotated by hand in TIGER and in UD, and Docs made from either annotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from notation import VOCAB, Token, build_doc
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newsents.annotations import NAMES
from newsents.words.lemmas import find_lemma

FIXTURE = Path(__file__).parent / "fixtures" / "two_schemes.tsv"
MOODS = {"Ind", "Sub", "Imp"}
UPOS = {
    "ADJA": "ADJ", "ADJD": "ADJ", "ADV": "ADV", "APPO": "ADP", "APPR": "ADP", "APPRART": "ADP", "APZR": "ADP",
    "ART": "DET", "CARD": "NUM", "KOKOM": "CCONJ", "KON": "CCONJ", "KOUI": "SCONJ", "KOUS": "SCONJ", "NE": "PROPN",
    "NN": "NOUN", "PAV": "ADV", "PDS": "PRON", "PIAT": "DET", "PIDAT": "DET", "PIS": "PRON", "PPER": "PRON",
    "PPOSAT": "DET", "PRELAT": "DET", "PRELS": "PRON", "PRF": "PRON", "PROAV": "ADV", "PTKNEG": "PART",
    "PTKVZ": "ADP", "PTKZU": "PART", "PWAV": "ADV", "TRUNC": "X", "VAFIN": "AUX", "VAINF": "AUX", "VAPP": "AUX",
    "VMFIN": "AUX", "VMINF": "AUX", "VVFIN": "VERB", "VVIMP": "VERB", "VVINF": "VERB", "VVIZU": "VERB",
    "VVPP": "VERB", "$,": "PUNCT", "$.": "PUNCT", "$(": "PUNCT",
}  # fmt: skip
TOWNS = "Berlin Bern Bonn Genf Graz Husum Köln Leipzig Linz Osnabrück Paris Rom Ulm Wien"
KINDS = {"Rewe": "ORG"} | dict.fromkeys(TOWNS.split(), "LOC")
DERIVED = frozenset(("polnischen", "Kölner"))

Tree = tuple[list[int], list[str]]


@dataclass(frozen=True)
class Example:
    """One sentence; `tiger` and `ud` are (heads, labels), a root is its own head."""

    name: str
    words: list[str]
    tags: list[str]
    moods: list[str]
    tiger: Tree
    ud: Tree

    def make_doc(self, scheme: Literal["TIGER", "UD"], vocab: Vocab = VOCAB) -> Doc:
        """As a pipeline of that scheme would annotate it: STTS, UPOS, mood, lemmas, dependencies."""
        tree = self.tiger if scheme == "TIGER" else self.ud
        rows = zip(self.words, self.tags, self.moods, *tree, strict=True)
        tokens = [
            Token(
                word,
                tag,
                features=f"Mood={mood}|VerbForm=Fin" if mood else "",
                relation=label,
                head=None if label in ("root", "ROOT") else head,
                lemma=find_lemma(word, UPOS[tag]),
                pos=UPOS[tag],
            )
            for word, tag, mood, head, label in rows
        ]
        return build_doc(tokens, vocab=vocab)

    def make_named_doc(self, scheme: Literal["TIGER", "UD"], vocab: Vocab = VOCAB) -> Doc:
        """With names, as such a pipeline marks them: those of TIGER know `ents` alone, where a derived form is MISC."""
        doc = self.make_doc(scheme, vocab)
        names = [Span(doc, start, end, label=label) for start, end, label in self.names()]
        doc.set_ents([s for s in names if not s.label_.endswith("deriv")])
        if scheme == "UD":
            doc.spans[NAMES] = names
        else:
            derived = [Span(doc, s.start, s.end, label="MISC") for s in names if s.label_.endswith("deriv")]
            doc.set_ents([*doc.ents, *derived])
        return doc

    def names(self) -> Iterator[tuple[int, int, str]]:
        """Neighbouring proper nouns are one name, of a person unless listed; so are listed adjectives."""
        at = 0
        for is_name, group in groupby(self.tags, key="NE".__eq__):
            end = at + len(list(group))
            if is_name:
                yield at, end, KINDS.get(self.words[at], "PER")
            at = end
        yield from ((i, i + 1, "LOCderiv") for i, word in enumerate(self.words) if word in DERIVED)


def load_examples() -> list[Example]:
    blocks = FIXTURE.read_text(encoding="utf-8").strip().split("\n\n")
    return [_read_block(block) for block in blocks[1:]]  # the first is the legend


def _read_block(block: str) -> Example:
    title, *lines = block.splitlines()
    rows = [line.split("\t") for line in lines]
    tags = [row[2].partition("|") for row in rows]
    return Example(
        name=title.removeprefix("# "),
        words=[row[1] for row in rows],
        tags=[tag for tag, _, _ in tags],
        moods=[mood for _, _, mood in tags],
        tiger=([int(row[3]) - 1 for row in rows], [row[4] for row in rows]),
        ud=([int(row[5]) - 1 for row in rows], [row[6] for row in rows]),
    )
