"""What README.md and the documentation show is what happens: every block runs alone, as a reader pastes it."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from typer.testing import CliRunner

import newsents
from newsents.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINKED = [*DOCUMENTS, *(ROOT / name for name in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"))]
load = spacy.load


def find_blocks(language: str) -> list[object]:
    return list(_find_blocks(language))


def _find_blocks(language: str) -> Iterator[object]:
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        found = re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
        for number, block in enumerate(found, 1):
            yield pytest.param(block, id=f"{path.stem}-{number}")


def load_stand_in(name: str) -> Language:
    """A pipeline without the components, in the place of spaCy's, which are no dependency and may not be installed."""
    if not name.startswith("de_core_news_"):
        return load(name)
    nlp = newsents.load()
    for component in ("newsents_entities", "newsents_quotes"):
        nlp.remove_pipe(component)
    return nlp


@pytest.mark.parametrize("block", find_blocks("pycon"))
def test_examples_print_what_they_say(block: str) -> None:
    test = doctest.DocTestParser().get_doctest(block, {}, "block", None, 0)
    complaints: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=complaints.append)
    assert test.examples
    assert not complaints, "".join(complaints)


@pytest.mark.parametrize("block", find_blocks("python"))
def test_python_blocks_run(block: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if "to_cas" in block:
        pytest.importorskip("cassis", reason="needs the extra 'cas'")
    monkeypatch.setattr(spacy, "load", load_stand_in)
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "block", "exec"), {"__name__": "__main__"})


def test_summary_shows_lines_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    [shown] = re.findall(r"^```text\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    result = CliRunner().invoke(app, ["extract", "--summary", str(ROOT / "examples/data/politik.txt")])
    printed = [line.rstrip() for line in result.stdout.splitlines()]
    assert [line for line in shown.splitlines() if line not in printed] == []


def test_lines_to_paste_use_what_there_is() -> None:
    lines = [line.strip() for line in README.splitlines() if line.startswith("    python3 -m venv")]
    assert len(lines) == 2
    for path in re.findall(r"examples/\S+", lines[0]):
        assert (ROOT / path).is_file()
    assert set(re.findall(r"\.\[(\w+)\]", README)) <= set(metadata("newsents").get_all("Provides-Extra") or ())


@pytest.mark.parametrize("path", LINKED, ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
