"""The notation in which the tests write analysed Docs by hand, and the one place that makes Docs of it.

    [PER Ida/NE/nsubj>kam Roth/NE/flat>Ida] kam/VVFIN/Number=Sing ./$. ¶ „/$( < Ja/ITJ > “/$( *rief/VVFIN { sie/PPER }

word/TAG        a word and its STTS tag
/Case=Gen       a feature of its morphology
/nsubj>kam      its relation and its head: the first word of the sentence that reads so; behind "nsubj>" the root, which
                is the first finite verb outside relative clauses, or else the first word; unsaid: "dep" of the root
[PER …]         a name with its label, close to its words; names may stand in names
| and ¶         the end of a sentence, of a paragraph
*sagte/VVFIN    a cue
{ … }           apart from the words: a speaker as the frame names it
< … >           likewise: a direct quote; [ … ] is an indirect one, ( … ) a free one
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.lang.de import German
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab, create_vocab

from newsents.annotations import NAMES

VOCAB = create_vocab("de", German.Defaults)
NO_SPACE_BEFORE = frozenset(",.;:!?)“»’")
NO_SPACE_AFTER = frozenset("(„«")
PAIRS = {"{": "}", "<": ">", "[": "]", "(": ")"}
WORD = re.compile(r"(?P<cue>\*?)(?P<text>\S+?)/(?P<tag>[A-Z_$][A-Z,.($]*)(?P<more>(/[\w:]+[=>][^/]*)*)")

Name = tuple[int, int, str]


@dataclass(frozen=True)
class Token:
    """What a Doc is told of a token; `head` is the number of another, roots have none. `space`: by its neighbours."""

    text: str
    tag: str = ""
    features: str = ""
    relation: str = "dep"
    head: int | None = None
    lemma: str = ""
    pos: str = ""
    space: bool | None = None


@dataclass
class Stretch:
    """What stands between two signs: "{" a speaker, "<" "[" "(" a quote."""

    sign: str
    start: int
    end: int = 0


class Written:
    """A text in the notation, read: tokens with their heads, sentences, names, stretches by their start, cues."""

    def __init__(self, text: str) -> None:
        self.tokens: list[Token] = []
        self.names: list[Name] = []
        self.stretches: list[Stretch] = []
        self.cues: list[int] = []
        self._links: list[str] = []  # the head of each word as it is written
        self._cuts = [0]
        self._open: list[Stretch] = []
        self._open_names: list[tuple[int, str]] = []
        for item in text.split():
            self._read(item)
        if self._open or self._open_names:
            raise ValueError(f"not closed: {self._open or self._open_names}")
        cuts = sorted({*self._cuts, len(self.tokens)})
        self.sentences = list(pairwise(cuts))
        for sentence in self.sentences:
            self._link(*sentence)

    def make_doc(self) -> Doc:
        return build_doc(self.tokens, self.names)

    def _read(self, item: str) -> None:
        if item in PAIRS:
            self._open.append(Stretch(item, len(self.tokens)))
            self.stretches.append(self._open[-1])
        elif self._open and item == PAIRS[self._open[-1].sign]:
            self._open.pop().end = len(self.tokens)
        elif item in ("|", "¶"):
            if item == "¶":
                self._add(Token("\n\n", "_SP"), "")
            self._cuts.append(len(self.tokens))
        elif item.startswith("["):
            self._open_names.append((len(self.tokens), item[1:]))
        else:
            word = item.rstrip("]")
            self._read_word(word)
            for _ in range(len(item) - len(word)):
                self._close_name(item)

    def _close_name(self, item: str) -> None:
        if not self._open_names:
            raise ValueError(f"closes no name: {item}")
        start, label = self._open_names.pop()
        self.names.append((start, len(self.tokens), label))

    def _read_word(self, item: str) -> None:
        found = WORD.fullmatch(item)
        if found is None:
            raise ValueError(f"not in the notation: {item}")
        if found["cue"]:
            self.cues.append(len(self.tokens))
        more = found["more"].split("/")[1:]
        relation, _, head = next((part for part in more if ">" in part), "dep>").partition(">")
        features = "|".join(part for part in more if ">" not in part)
        self._add(Token(found["text"], found["tag"], features, relation), head)

    def _add(self, token: Token, link: str) -> None:
        self.tokens.append(token)
        self._links.append(link)

    def _link(self, start: int, end: int) -> None:
        """The heads in a sentence."""
        words = [token.text for token in self.tokens[start:end]]
        finite = (i for i in range(start, end) if self.tokens[i].tag.endswith("FIN"))
        root = next((i for i in finite if self.tokens[i].relation != "acl:relcl"), start)
        for i in range(start, end):
            head = start + words.index(self._links[i]) if self._links[i] else root
            self.tokens[i] = replace(self.tokens[i], head=None if i == root else head)


def make_doc(text: str) -> Doc:
    """The Doc of a text in the notation."""
    return Written(text).make_doc()


def build_doc(tokens: Sequence[Token], names: Iterable[Name] | None = None, vocab: Vocab = VOCAB) -> Doc:
    """The Doc of these tokens; with `names`, even none, it has the group of all names."""
    texts = [token.text for token in tokens]
    written = [_has_space(a, b) for a, b in pairwise([*texts, "\n\n"])]
    doc = Doc(
        vocab,
        words=texts,
        spaces=[space if t.space is None else t.space for t, space in zip(tokens, written, strict=True)],
        tags=[t.tag for t in tokens],
        pos=[t.pos for t in tokens],
        morphs=[t.features for t in tokens],
        lemmas=[t.lemma for t in tokens],
        heads=[i if t.head is None else t.head for i, t in enumerate(tokens)],
        deps=["ROOT" if t.head is None else t.relation for t in tokens],
    )
    if names is not None:
        doc.spans[NAMES] = [Span(doc, *name) for name in sorted(names)]
    return doc


def _has_space(word: str, following: str) -> bool:
    """Whether German type sets a space between two words."""
    return bool(word.strip() and following.strip()) and word not in NO_SPACE_AFTER and following not in NO_SPACE_BEFORE
