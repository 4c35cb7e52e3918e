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


def test_sessions_print_what_they_say() -> None:
    session = "".join(blocks("pycon"))
    test = doctest.DocTestParser().get_doctest(session, {}, "README.md", "README.md", 0)
    complaints: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=complaints.append)
    assert test.examples
    assert not complaints, "".join(complaints)


def test_python_blocks_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy, "load", make_stand_in)
    names: dict[str, Any] = {"newsents": newsents, "spacy": spacy, "texts": ["Anna Roth lacht.", "In Kiel regnet es."]}
    assert blocks("python")
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), names)
    assert names["article"].quotes_by("Albers")


def test_summary_is_the_command_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    [shown] = blocks("text")
    result = CliRunner().invoke(app, ["extract", "--summary", str(ROOT / "examples/data/politik.txt")])
    printed = [line.rstrip() for line in result.stdout.splitlines()][1:]  # without the file's name
    expected = shown.splitlines()
    assert printed[: len(expected)] == expected


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
