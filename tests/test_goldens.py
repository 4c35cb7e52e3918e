from __future__ import annotations

import json
from pathlib import Path

import pytest
from golden_files import ANALYSES, TEXTS, digest_analysis, find_records


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_records_are_those_beside_the_text(path: Path) -> None:
    """If the change is meant: `make goldens`, and read the diff."""
    if digest_analysis(path) != json.loads(ANALYSES.read_text(encoding="utf-8"))[path.stem]:
        pytest.skip("the network reads this text otherwise: another processor, another onnxruntime, or other tokens")
    assert find_records(path) == path.with_suffix(".json").read_text(encoding="utf-8")


def test_goldens_show_every_kind() -> None:
    goldens = [json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) for path in TEXTS]
    quotes = [quote for golden in goldens for quote in golden["quotes"]]
    assert {quote["kind"] for quote in quotes} == {"direct", "indirect", "reported", "free"}
    assert {quote["speaker"]["kind"] for quote in quotes} == {"entity", "described", "unknown"}
    mentions = " ".join(m for golden in goldens for entity in golden["entities"] for m in entity["mentions"])
    assert "(derived)" in mentions
    assert "(part)" in mentions
