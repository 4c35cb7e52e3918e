"""Reads the analysed sentences of tests/fixtures/reported_speech.conllu as Docs, so that tests need no model."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from spacy.lang.de import German
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from newsents.quotes.candidates import Candidate
from newsents.quotes.grammar import find_candidates
from newsents.reading.view import View

FILE = Path(__file__).parent / "fixtures" / "reported_speech.conllu"


@cache
def german() -> Vocab:
    return create_vocab("de", German.Defaults)


@cache
def sentences() -> dict[str, list[list[str]]]:
    """The rows of each text: id, form, lemma, UPOS, STTS tag, features, head, relation, –, SpaceAfter."""
    found: dict[str, list[list[str]]] = {}
    text = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
            found[text] = []
        elif line and not line.startswith("#"):
            found[text].append(line.split("\t"))
    return found


def make_doc(text: str) -> Doc:
    """The Doc of one of the texts."""
    rows = sentences()[text]
    doc = Doc(
        german(),
        words=[r[1] for r in rows],
        spaces=[r[9] != "SpaceAfter=No" and i + 1 < len(rows) for i, r in enumerate(rows)],
        lemmas=[r[2] for r in rows],
        pos=[r[3] for r in rows],
        tags=[r[4] for r in rows],
        morphs=["" if r[5] == "_" else r[5] for r in rows],
        heads=[int(r[6]) - 1 if r[6] != "0" else i for i, r in enumerate(rows)],
        deps=["ROOT" if r[6] == "0" else r[7] for r in rows],
    )
    assert doc.text == text
    return doc


def make_view(text: str) -> View:
    return View(make_doc(text))


def candidates(text: str) -> list[Candidate]:
    return find_candidates(make_view(text))


def words(doc: Doc, tokens: tuple[int, ...]) -> str:
    return " ".join(doc[i].text for i in tokens)
