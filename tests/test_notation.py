"""The notation of the tests: what its signs become, and that nothing is misread in silence."""

from __future__ import annotations

import pytest
from notation import Stretch, Written, make_doc

from newsents.annotations import NAMES


def test_words_features_relations() -> None:
    doc = make_doc("Ida/NE/nsubj>/Case=Nom Roth/NE/flat>Ida kam/VVFIN (/$( 1/2/CARD )/$( ./$.")
    assert doc.text == "Ida Roth kam (1/2)."
    assert [t.tag_ for t in doc] == ["NE", "NE", "VVFIN", "$(", "CARD", "$(", "$."]
    assert str(doc[0].morph) == "Case=Nom"
    assert [f"{t.dep_} {t.head}" for t in doc[:4]] == ["nsubj kam", "flat Ida", "ROOT kam", "dep kam"]


def test_names_inside_names() -> None:
    doc = make_doc("[ORG VfL/NN [LOC Bochum/NE]] und/KON [PER Ida/NE Roth/NE]")
    assert [f"{s.label_} {s}" for s in doc.spans[NAMES]] == ["ORG VfL Bochum", "LOC Bochum", "PER Ida Roth"]


def test_sentences_and_paragraphs() -> None:
    doc = make_doc("Ja/ITJ ./$. | Sie/PPER kam/VVFIN ¶ Er/PPER ,/$, der/PRELS fror/VVFIN/acl:relcl> ,/$, kam/VVFIN")
    assert doc.text == "Ja. Sie kam\n\nEr, der fror, kam"
    assert [(s.root.text, s.root.i) for s in doc.sents] == [("Ja", 0), ("kam", 3), ("kam", 10)]


def test_stretches_and_cues() -> None:
    written = Written("[ es/PPER sei/VAFIN < nass/ADJD > ] *sagte/VVFIN { Ida/NE }")
    assert written.stretches == [Stretch("[", 0, 3), Stretch("<", 2, 3), Stretch("{", 4, 5)]
    assert written.cues == [3]


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("no tag", "Ida/NE kam"),
        ("another sign for a paragraph", "Ja/ITJ || Nein/ITJ"),
        ("another sign for a feature", "Kochs/NE|Case=Gen"),
        ("no such head", "Ida/NE/nsubj>ging kam/VVFIN"),
        ("closed without being opened", "Ida/NE } kam/VVFIN"),
        ("never closed", "{ Ida/NE kam/VVFIN"),
        ("a name that is never closed", "[PER Ida/NE kam/VVFIN"),
        ("a bracket too many", "Ida/NE] kam/VVFIN"),
    ],
)
def test_what_is_no_notation(reason: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"notation|not closed|closes no name|not in list"):
        make_doc(text)
