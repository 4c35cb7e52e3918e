"""What README.md shows is what happens."""

from __future__ import annotations

import doctest
import re
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from typer.testing import CliRunner

import newsents
from newsents.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def make_stand_in(name: str) -> Language:
    """A pipeline without the components, in the place of one that may not be installed here."""
    assert name.startswith("de_core_news_")
    nlp = newsents.load()
    for component in ("newsents_entities", "newsents_quotes"):
        nlp.remove_pipe(component)
    return nlp


def test_examples_print_what_they_say() -> None:
    examples = "".join(blocks("pycon"))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    complaints: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=complaints.append)
    assert test.examples
    assert not complaints, "".join(complaints)


@pytest.mark.parametrize("block", blocks("python"), ids=lambda block: block[:20])
def test_python_blocks_run(block: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(spacy, "load", make_stand_in)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"newsents": newsents, "spacy": spacy, "Path": Path, "texts": ["Anna Roth lacht.", "Ja."]}
    exec(compile(block, "README.md", "exec"), names)
    if "Jens Albers" in block and "doc" not in names:
        assert names["article"].quotes_by("Albers")
    if "house_linker" in block:
        assert {link.id for e in names["article"].entities for link in e.links} == {"fleet-7", "42"}


def test_summary_shows_lines_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    [shown] = blocks("text")
    result = CliRunner().invoke(app, ["extract", "--summary", str(ROOT / "examples/data/politik.txt")])
    printed = [line.rstrip() for line in result.stdout.splitlines()]
    assert [line for line in shown.splitlines() if line not in printed] == []


def test_lines_to_paste_use_what_there_is() -> None:
    lines = [line.strip() for line in README.splitlines() if line.startswith("    python3 -m venv")]
    assert len(lines) == 2
    for path in re.findall(r"examples/\S+", lines[0]):
        assert (ROOT / path).is_file()
    assert set(re.findall(r"\.\[(\w+)\]", README)) <= set(metadata("newsents").get_all("Provides-Extra") or ())


@pytest.mark.parametrize("document", ["README.md", "docs/RECORDS.md", "CHANGELOG.md"])
def test_links_lead_somewhere(document: str) -> None:
    folder = (ROOT / document).parent
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / document).read_text(encoding="utf-8")):
        assert (folder / target).exists(), target
