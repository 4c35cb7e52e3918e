from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsents.reading.tree import Tree
from newsents.reading.view import View


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Potsdam/NE (/$( dpa/NE )/$( –/$( Die/ART Schulen/NN bleiben/VVFIN ./$.", "Die Schulen bleiben"),
        ("HANNOVER/NE –/$( Der/ART Bund/NN zahlt/VVFIN ./$.", "Der Bund zahlt"),
        ("Vogt/NE will/VMFIN –/$( so/ADV sie/PPER –/$( bleiben/VVINF ./$.", "Vogt will – so sie – bleiben"),
        ("Vogt/NE bleibt/VVFIN ./$.", "Vogt bleibt"),
    ],
)
def test_a_dateline_is_no_part_of_a_statement(text: str, expected: str) -> None:
    words, tags = zip(*(token.rsplit("/", 1) for token in text.split()), strict=True)
    doc = Doc(Vocab(), words=list(words), tags=list(tags), sent_starts=[True] + [False] * (len(words) - 1))
    view = View(doc, Tree(list(range(len(words))), ["dep"] * len(words)))
    start, end = view.trim(0, len(words))
    assert " ".join(words[start:end]) == expected
