"""The data files that ship: each can be read, and says where it comes from."""

from __future__ import annotations

from importlib.resources import files

import pytest

from newsents.lexicons import load_table

FOLDER = files("newsents.lexicons")
NAMES = sorted(f.name for f in FOLDER.iterdir() if f.name.endswith((".tsv", ".tsv.gz")))


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".tsv")])
def test_table_can_be_read_and_names_its_source(name: str) -> None:
    head = [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert load_table(name)
    assert "Source:" in " ".join(head)
    assert "MIT" in " ".join(head) or "CC" in " ".join(head)


@pytest.mark.parametrize("name", NAMES)
def test_readme_lists_it(name: str) -> None:
    assert f"`{name}`" in (FOLDER / "README.md").read_text(encoding="utf-8")
