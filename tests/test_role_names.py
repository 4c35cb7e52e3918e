"""Roles in the nominative."""

from __future__ import annotations

import pytest

from newsents.words.gender import Gender
from newsents.words.role_names import name_role

ROLES = [
    pytest.param("russischen Außenminister", "", "russischer Außenminister", id="adjective, masculine"),
    pytest.param("Chief Executive Officer", "male", "Chief Executive Officer", id="English words have no case"),
    pytest.param("früheren Ministerin", "", "frühere Ministerin", id="adjective, feminine"),
    pytest.param("Präsidenten", "", "Präsident", id="weak noun"),
    pytest.param("CDU-Kollegen", "", "CDU-Kollege", id="weak noun in -e, in a compound"),
    pytest.param("Sprechers der Polizei", "", "Sprecher der Polizei", id="genitive; what follows stays"),
    pytest.param("Leiterin des Amts in Bonn", "", "Leiterin des Amts in Bonn", id="nothing to change"),
    pytest.param("zuständige Senator", "", "zuständiger Senator", id="weak adjective behind an article"),
    pytest.param("für Sport zuständigen Minister", "", "für Sport zuständiger Minister", id="participle"),
    pytest.param("vom Präsidenten ernannten Ministerin", "", "vom Präsidenten ernannte Ministerin", id="inner"),
    pytest.param("Vorsitzenden des Vereins", "male", "Vorsitzender des Vereins", id="adjective noun of a man"),
    pytest.param("Vorsitzenden des Vereins", "female", "Vorsitzende des Vereins", id="adjective noun of a woman"),
    pytest.param("Vorsitzenden Richter", "", "Vorsitzender Richter", id="two nouns"),
    pytest.param("Berliner Senators", "", "Berliner Senator", id="a town's adjective has no case"),
    pytest.param("Partei- und Fraktionschefs", "", "Partei- und Fraktionschef", id="half a word"),
    pytest.param("langjährige Mitglied der Jury", "female", "langjähriges Mitglied der Jury", id="neuter noun"),
    pytest.param("Hessens früherem Minister", "", "Hessens früherer Minister", id="genitive before it"),
    pytest.param("Ministers und Vizekanzlers", "", "Minister und Vizekanzler", id="two in a row"),
    pytest.param("Datenschützer", "", "Datenschützer", id="a noun in -er that ends like another"),
    pytest.param("Autorin und heute Professorin", "", "Autorin und heute Professorin", id="adverb in -e"),
    pytest.param("Dr.", "", "Dr.", id="degree"),
    pytest.param("Nummer eins", "", "Nummer eins", id="no noun for a person"),
]


@pytest.mark.parametrize(("role", "gender", "expected"), ROLES)
def test_role_in_the_nominative(role: str, gender: Gender, expected: str) -> None:
    assert name_role(role, gender) == expected
