"""The moods of reported speech: Konjunktiv I ("er sei, habe, komme") and the Konjunktiv II that stands in for it."""

from __future__ import annotations

from spacy.tokens import Token

FIRST = frozenset(
    "sei seien seiest seiet habe werde könne müsse dürfe solle wolle möge wisse gebe gehe komme stehe liege lasse bleibe "
    "finde heiße sehe nehme halte tue brauche fehle".split()
)
SECOND = frozenset(
    "wäre wären hätte hätten würde würden könnte könnten müsste müssten müßte müßten dürfte dürften gäbe gäben käme kämen "
    "ginge gingen stünde stünden stände bliebe blieben ließe ließen läge lägen fände fänden wüsste wüssten bräuchte "
    "bräuchten hielte hielten nähme nähmen brächte brächten".split()
)
NOT_REPORTED = frozenset(("möchte", "möchten", "sollte", "sollten", "wollte", "wollten"))
AMBIGUOUS = frozenset(("ließen", "blieben", "hielten", "gingen", "könnte", "könnten", "dürfte", "dürften"))


def is_subjunctive(word: str, token: Token) -> bool:
    """By form, and where the form alone does not tell ("erziele", "müssten"), by the analysis."""
    if word in FIRST:
        return token.morph.get("Person") != ["1"] or word.startswith("sei")
    return word in SECOND - AMBIGUOUS or (word not in NOT_REPORTED and token.morph.get("Mood") == ["Sub"])


def is_first_subjunctive(word: str, token: Token) -> bool:
    """Konjunktiv I, which hardly ever stands outside reported speech: "sei", "habe", "erziele"."""
    if word in FIRST:
        return token.morph.get("Person") != ["1"] or word.startswith("sei")
    return word.endswith("e") and word not in SECOND and token.morph.get("Mood") == ["Sub"] and (
        token.morph.get("Tense") == ["Pres"] and token.morph.get("Number") == ["Sing"]
    )
