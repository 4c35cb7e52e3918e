from __future__ import annotations

import pytest
from notation import make_doc

from newsents.quotes.control import find_controller
from newsents.reading.view import View

CASES = [
    # the object right before the participle, whatever the parse says
    (
        "Der/ART Streit/NN hat/VAFIN Ministerin/NN Ida/NE Roth/NE dazu/PAV veranlasst/VVPP ,/$, vor/APPR Folgen/NN "
        "zu/PTKZU warnen/VVINF ./$.",
        "warnen",
        "Roth",
    ),
    # the object behind the finite verb
    ("Das/PDS zwang/VVFIN den/ART Konzern/NN ,/$, Verluste/NN einzuräumen/VVIZU ./$.", "einzuräumen", "Konzern"),
    # no verb of causing: the subject's own infinitive
    ("Ida/NE Roth/NE begann/VVFIN ,/$, vor/APPR Folgen/NN zu/PTKZU warnen/VVINF ./$.", "warnen", None),
    # no infinitive with "zu"
    ("Das/PDS zwang/VVFIN den/ART Konzern/NN ,/$, wie/KOKOM er/PPER erklärte/VVFIN ./$.", "erklärte", None),
]


@pytest.mark.parametrize(("text", "infinitive", "expected"), CASES)
def test_whose_infinitive(text: str, infinitive: str, expected: str | None) -> None:
    view = View(make_doc(text))
    found = find_controller(view, view.words.index(infinitive))
    assert (None if found is None else view.words[found]) == expected
