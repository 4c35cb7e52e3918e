from __future__ import annotations

import pytest
from notation import make_doc

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
    view = View(make_doc(text))
    assert view.text_of(view.trim(0, len(view))) == expected
