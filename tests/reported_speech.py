"""Reads the analysed sentences of tests/fixtures/reported_speech.conllu as Docs, so that tests need no model."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from notation import Token, build_doc
from spacy.tokens import Doc

from newsents.quotes.candidates import Candidate
from newsents.quotes.grammar import find_candidates
from newsents.reading.view import View

FILE = Path(__file__).parent / "fixtures" / "reported_speech.conllu"


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
    doc = build_doc([read_token(row, is_last=row is rows[-1]) for row in rows])
    assert doc.text == text
    return doc


def read_token(row: list[str], *, is_last: bool) -> Token:
    _, form, lemma, pos, tag, features, head, relation, _, space_after = row
    return Token(
        form,
        tag,
        features="" if features == "_" else features,
        relation=relation,
        head=int(head) - 1 if head != "0" else None,
        lemma=lemma,
        pos=pos,
        space=not is_last and space_after != "SpaceAfter=No",
    )


def make_view(text: str) -> View:
    return View(make_doc(text))


def candidates(text: str) -> list[Candidate]:
    return find_candidates(make_view(text))


def words(doc: Doc, tokens: tuple[int, ...]) -> str:
    return " ".join(doc[i].text for i in tokens)
