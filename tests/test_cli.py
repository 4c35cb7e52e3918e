from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from sample import TEXT, make_article
from typer.testing import CliRunner

import newsents
from newsents.article import Article
from newsents.cli import app
from newsents.records import Quote, Span, UnknownSpeaker
from newsents.summary import make_summary

RUN = CliRunner()


def fake_extract_many(texts: Iterable[str], *, pipeline: str | None = None, on_error: str = "raise") -> Iterator[Any]:
    """Stands in for the model; like it, reads ahead of its results."""
    if pipeline == "missing":
        raise newsents.PipelineError("no spaCy pipeline 'missing' is installed")
    assert on_error == "yield"
    for index, text in enumerate(list(texts)):
        if text == "bad":
            yield newsents.ExtractionError(index, newsents.InvalidTextError("a bad text"))
        elif text == "bare":
            yield newsents.ExtractionError(index, newsents.PipelineError("no tags"))
        else:
            yield make_article() if text == TEXT else Article(text=text)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(newsents, "extract_many", fake_extract_many)
    monkeypatch.chdir(tmp_path)
    Path("brandt.txt").write_bytes(TEXT.encode())
    Path("straße.txt").write_bytes("Erste Zeile\r\nGrüße".encode())
    Path("bom.txt").write_bytes("\ufeffGruß".encode())
    Path("latin.txt").write_bytes("Gruß".encode("latin-1"))
    Path("bad.txt").write_text("bad")
    Path("bare.txt").write_text("bare")
    return tmp_path


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_json_line_holds_file_and_article() -> None:
    result = RUN.invoke(app, ["extract", "brandt.txt"])
    assert result.exit_code == 0
    [line] = lines(result.stdout)
    assert line["file"] == "brandt.txt"
    assert Article.model_validate(line["article"]) == make_article()


def test_files_keep_their_order_and_their_text() -> None:
    result = RUN.invoke(app, ["extract", "straße.txt", "bom.txt", "-"], input=b"von der Eingabe")
    assert [(line["file"], line["article"]["text"]) for line in lines(result.stdout)] == [
        ("straße.txt", "Erste Zeile\r\nGrüße"),  # line ends as they are: offsets count them
        ("bom.txt", "Gruß"),
        ("-", "von der Eingabe"),
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("keine.txt", "newsents: keine.txt: No such file or directory", id="missing"),
        pytest.param("latin.txt", "newsents: latin.txt: not UTF-8 (byte 3); convert it", id="undecodable"),
        pytest.param(".", "newsents: .: Is a directory", id="a directory"),
        pytest.param("bad.txt", "newsents: bad.txt: a bad text", id="not to be analysed"),
    ],
)
def test_a_bad_file_costs_only_itself(name: str, message: str) -> None:
    result = RUN.invoke(app, ["extract", "bom.txt", name, "straße.txt"])
    assert result.exit_code == 1
    assert [line["file"] for line in lines(result.stdout)] == ["bom.txt", "straße.txt"]
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["brandt.txt", "--pipeline", "missing"], "no spaCy pipeline 'missing'", id="no such pipeline"),
        pytest.param(["bare.txt"], "newsents: no tags", id="a pipeline that lacks something"),
        pytest.param(["brandt.txt", "-o", "nowhere/out.jsonl"], "No such file or directory", id="no such folder"),
        pytest.param(["brandt.txt", "-o", "out.jsonl", "--summary"], "leave one out", id="two outputs"),
        pytest.param([], "Missing argument", id="no file"),
        pytest.param(["brandt.txt", "--yaml"], "No such option", id="unknown option"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], message: str) -> None:
    result = RUN.invoke(app, ["extract", *arguments])
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_output_file(folder: Path) -> None:
    result = RUN.invoke(app, ["extract", "brandt.txt", "straße.txt", "-o", "out.jsonl"])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert [line["file"] for line in lines((folder / "out.jsonl").read_text("utf-8"))] == ["brandt.txt", "straße.txt"]


SUMMARY = """\
Außenministerin Alma Brandt reiste mit Boris Keller nach Wien. „Brandts Plan is…

Who said what
  Boris Keller
    direct    „Brandts Plan ist gut“  sagte
  österreichische Beamte
    indirect  Wien und Brandt schweigen  klagen
  speaker not named
    direct    „Das … kostet die EU viel.“  hieß
  Ben Keller
    reported  Brandt  lobte

Who and what is mentioned
  people         Alma Brandt ×4, Boris Keller ×2, Ben Keller
  organisations  EU, EU-Kommission
  places         Wien ×2, Österreich
"""


def test_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = RUN.invoke(app, ["extract", "--summary", "brandt.txt"])
    rule, _, page = result.stdout.partition("\n")
    assert rule.startswith("brandt.txt ─")
    assert "\n".join(line.rstrip() for line in page.splitlines()).strip() == SUMMARY.strip()


def test_summary_shows_repeated_and_nested_quotes_once() -> None:
    sentence = "Er sagt, „gut“ sei es."
    quotes = []
    for start in (0, len(sentence)):
        statement = Span(start=start + 9, end=start + 21, text="„gut“ sei es")
        inner = Span(start=start + 10, end=start + 13, text="gut")
        cue = Span(start=start + 3, end=start + 7, text="sagt")
        quotes += [
            Quote(id=f"i{start}", kind="indirect", spans=(statement,), cues=(cue,), speaker=UnknownSpeaker()),
            Quote(id=f"d{start}", kind="direct", spans=(inner,), speaker=UnknownSpeaker()),
        ]
    console = Console(width=80, record=True, file=StringIO())
    console.print(make_summary(Article(text=sentence * 2, quotes=tuple(quotes))))
    assert [line.strip() for line in console.export_text().splitlines()[4:]] == ["indirect  „gut“ sei es  sagt  ×2"]


def test_summary_of_nothing() -> None:
    result = RUN.invoke(app, ["extract", "--summary", "straße.txt"])
    assert "Nobody is quoted and nothing is named." in result.stdout


def test_summary_sends_no_escape_sequences(folder: Path) -> None:
    (folder / "evil.txt").write_text("\x1b]0;Titel\x07 [bold]rot[/bold]")
    result = RUN.invoke(app, ["extract", "--summary", "evil.txt"])
    assert "\x1b" not in result.stdout
    assert "]0;Titel [bold]rot[/bold]" in result.stdout


def test_schema_and_version() -> None:
    assert json.loads(RUN.invoke(app, ["schema"]).stdout) == newsents.json_schema()
    assert RUN.invoke(app, ["--version"]).stdout == f"newsents {newsents.__version__}\n"


STUB = """
import sys, newsents, test_cli
from newsents.cli import main
newsents.extract_many = test_cli.fake_extract_many
main()
"""


def stub_path() -> dict[str, str]:
    path = os.pathsep.join(p for p in (str(Path(__file__).parent), os.environ.get("PYTHONPATH")) if p)
    return {**os.environ, "PYTHONPATH": path, "TERM": "xterm", "COLUMNS": "80"}


def on_a_terminal(*arguments: str, stdout_too: bool) -> tuple[str, str]:
    """What the command shows on a (pseudo) terminal, and what it writes into a pipe."""
    pty = pytest.importorskip("pty", reason="needs a POSIX terminal")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", STUB, *arguments],
        stdout=theirs if stdout_too else subprocess.PIPE,
        stderr=theirs,
        env=stub_path(),
    )
    os.close(theirs)
    shown = b""
    while chunk := read_or_nothing(ours):
        shown += chunk
    os.close(ours)
    piped, _ = process.communicate()
    assert process.returncode == 0
    return shown.decode(), (piped or b"").decode()


def read_or_nothing(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux reports the end of a pseudo-terminal
        return b""


def test_terminal_gets_the_summary() -> None:
    shown, _ = on_a_terminal("extract", "brandt.txt", stdout_too=True)
    assert "Who said what" in shown
    assert '{"file"' not in shown


def test_terminal_gets_json_if_asked() -> None:
    shown, _ = on_a_terminal("extract", "brandt.txt", "--json", stdout_too=True)
    assert shown.startswith('{"file":"brandt.txt"')


def test_progress_bar_is_on_stderr_alone() -> None:
    shown, piped = on_a_terminal("extract", "brandt.txt", "bom.txt", stdout_too=False)
    assert "2/2" in shown
    assert [line["file"] for line in lines(piped)] == ["brandt.txt", "bom.txt"]


def test_closed_pipe_is_no_traceback() -> None:
    files = ["brandt.txt"] * 500
    with subprocess.Popen(
        [sys.executable, "-c", STUB, "extract", *files], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=stub_path()
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b'{"file":"brandt.txt"')
        process.stdout.close()
        assert process.stderr.read() == b""


def test_runs_as_a_module() -> None:
    result = subprocess.run([sys.executable, "-m", "newsents", "--version"], capture_output=True, text=True, check=True)
    assert result.stdout == f"newsents {newsents.__version__}\n"
