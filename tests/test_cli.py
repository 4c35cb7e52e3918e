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
from newsents.page import make_page
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
        elif text == "stop":
            raise KeyboardInterrupt
        elif text == "crash":
            raise RuntimeError("a fault of ours")
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


def make_fifo(folder: Path) -> Path:
    os.mkfifo(folder / "fifo")
    return folder / "fifo"


def no_parts(folder: Path) -> bool:
    return not [name for name in os.listdir(folder) if name.endswith(".part")]


@pytest.mark.parametrize(
    "output",
    [
        pytest.param("brandt.txt", id="the same name"),
        pytest.param("../{folder}/brandt.txt", id="another path"),
        pytest.param("symbolic.txt", id="a symbolic link"),
        pytest.param("hard.txt", id="a hard link"),
    ],
)
def test_an_input_is_never_the_output(output: str, folder: Path) -> None:
    (folder / "symbolic.txt").symlink_to("brandt.txt")
    (folder / "hard.txt").hardlink_to("brandt.txt")
    output = output.format(folder=folder.name)
    result = RUN.invoke(app, ["extract", "bom.txt", "brandt.txt", "-o", output])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"newsents: {output} is one of the inputs: choose another output\n"
    assert (folder / "brandt.txt").read_bytes() == TEXT.encode()
    assert no_parts(folder)


def test_standard_input_is_never_the_output(folder: Path) -> None:
    with (folder / "brandt.txt").open("rb") as given:
        result = run_stub("extract", "-", "-o", "brandt.txt", stdin=given)
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"one of the inputs" in result.stderr
    assert (folder / "brandt.txt").read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    ("files", "code", "kept"),
    [
        pytest.param(["bom.txt", "latin.txt"], 1, False, id="some file failed: the others are done"),
        pytest.param(["bom.txt", "bare.txt"], 2, True, id="the pipeline cannot be used"),
        pytest.param(["bom.txt", "stop.txt"], 130, True, id="stopped with Ctrl-C"),
        pytest.param(["bom.txt", "crash.txt"], 1, True, id="an error of ours"),
    ],
)
def test_an_output_is_whole_or_what_it_was(files: list[str], code: int, kept: bool, folder: Path) -> None:
    (folder / "stop.txt").write_text("stop")
    (folder / "crash.txt").write_text("crash")
    (folder / "out.jsonl").write_text("what it was")
    assert RUN.invoke(app, ["extract", *files, "-o", "out.jsonl"]).exit_code == code
    written = (folder / "out.jsonl").read_text("utf-8")
    assert written == "what it was" if kept else [line["file"] for line in lines(written)] == ["bom.txt"]
    assert no_parts(folder)


def test_an_output_keeps_its_link_and_its_rights(folder: Path) -> None:
    (folder / "old.jsonl").write_text("")
    (folder / "old.jsonl").chmod(0o640)
    (folder / "link.jsonl").symlink_to("old.jsonl")
    assert RUN.invoke(app, ["extract", "bom.txt", "-o", "link.jsonl"]).exit_code == 0
    assert (folder / "link.jsonl").is_symlink()
    assert [line["file"] for line in lines((folder / "old.jsonl").read_text("utf-8"))] == ["bom.txt"]
    assert (folder / "old.jsonl").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("output", "message"),
    [
        pytest.param(".", "newsents: .: Is a directory", id="a folder"),
        pytest.param("/dev/full", "newsents: /dev/full: No space left on device", id="a full disk"),
        pytest.param("/dev/fd/99", "newsents: /dev/fd/99: Bad file descriptor", id="no open file"),
    ],
)
def test_an_output_that_cannot_be_written(output: str, message: str) -> None:
    result = RUN.invoke(app, ["extract", "bom.txt", "-o", output])
    assert (result.exit_code, result.stderr) == (2, message + "\n")


def test_output_into_a_pipe() -> None:
    result = run_stub("extract", "bom.txt", "-o", "/dev/stdout")
    assert [line["file"] for line in lines(result.stdout.decode())] == ["bom.txt"]
    assert (result.returncode, result.stderr) == (0, b"")


def test_output_into_a_named_pipe(folder: Path) -> None:
    fifo = make_fifo(folder)
    with subprocess.Popen([sys.executable, "-c", STUB, "extract", "bom.txt", "-o", str(fifo)], env=stub_path()) as run:
        assert [line["file"] for line in lines(fifo.read_text("utf-8"))] == ["bom.txt"]
    assert run.returncode == 0
    assert fifo.is_fifo()


def test_output_behind_what_standard_output_already_holds(folder: Path) -> None:
    with (folder / "log").open("ab") as log:
        log.write(b"before\n")
        log.flush()
        run_stub("extract", "bom.txt", "-o", "/dev/stdout", stdout=log)
    before, line = (folder / "log").read_text("utf-8").splitlines()
    assert (before, json.loads(line)["file"]) == ("before", "bom.txt")


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        pytest.param("Grüße".encode("utf-16"), "convert it, as in: iconv -f UTF-16 -t UTF-8", id="UTF-16, marked"),
        pytest.param(b"\xfe\xff" + "Grüße".encode("utf-16-be"), "iconv -f UTF-16 -t UTF-8", id="the other order"),
        pytest.param("Grüße".encode("utf-32"), "iconv -f UTF-32 -t UTF-8", id="UTF-32, marked"),
        pytest.param("Grüße, „Jan“".encode("utf-16-le"), "iconv -f UTF-16LE", id="UTF-16 without a mark"),
        pytest.param("Grüße, „Jan“".encode("utf-16-be"), "iconv -f UTF-16BE", id="the other order without a mark"),
        pytest.param("Gut so".encode("utf-16-le"), "iconv -f UTF-16LE", id="ASCII, which UTF-8 would read with NULs"),
        pytest.param("Grüße, „Jan“".encode("utf-32-le"), "iconv -f UTF-32LE", id="UTF-32 without a mark"),
        pytest.param("Grüße, „Jan“".encode("utf-32-be"), "iconv -f UTF-32BE", id="UTF-32, the other order"),
        pytest.param("„Grüße“ – Café".encode("cp1252"), "(byte 0); convert it, as in: iconv -f WINDOWS", id="1252"),
        pytest.param("Grüße, „Jan“".encode()[:-1], "(byte 15), but damaged", id="UTF-8 cut short"),
        pytest.param("Im März".encode("cp850"), "(byte 4), but damaged", id="DOS"),
        pytest.param("Die Brücke".encode("mac-roman"), "(byte 6), but damaged", id="old Macs"),
        pytest.param("Grüße".encode("cp037"), "(byte 2), but damaged", id="old mainframes"),
        pytest.param(b"PK\x03\x04\x14\xe4", "(byte 5), but damaged, no text", id="no text at all"),
    ],
)
def test_the_advice_fits_the_encoding(data: bytes, advice: str, folder: Path) -> None:
    (folder / "other.txt").write_bytes(data)
    result = RUN.invoke(app, ["extract", "other.txt"])
    assert result.exit_code == 1
    assert advice in result.stderr
    assert ("WINDOWS" in result.stderr) == ("WINDOWS" in advice)


def test_a_few_nuls_are_text(folder: Path) -> None:
    (folder / "nul.txt").write_bytes(b"Er\0 sagte\0, es regne.")
    assert RUN.invoke(app, ["extract", "nul.txt"]).exit_code == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
def test_summary_in_any_encoding(encoding: str, folder: Path) -> None:
    (folder / "fisch.txt").write_text("Der 🐟 für 3 €", encoding="utf-8")
    result = run_stub("extract", "--summary", "brandt.txt", "fisch.txt", PYTHONIOENCODING=encoding)
    assert (result.returncode, result.stderr) == (0, b"")
    shown = result.stdout.decode(encoding)
    assert "Boris Keller" in shown
    assert "3 €".encode(encoding, "replace").decode(encoding) in shown


@pytest.mark.parametrize(
    "arguments", [["schema"], ["--help"], ["extract", "--help"], ["extract", "brandt.txt"], ["view", "brandt.txt"]]
)
def test_every_command_in_ascii(arguments: list[str]) -> None:
    result = run_stub(*arguments, PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, b"")


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


def run_stub(*arguments: str, stdin: Any = None, stdout: Any = subprocess.PIPE, **environment: str) -> Any:
    return subprocess.run(
        [sys.executable, "-c", STUB, *arguments],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=stub_path() | environment,
        check=False,
    )


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


def test_view_writes_a_page(folder: Path) -> None:
    result = RUN.invoke(app, ["view", "brandt.txt", "-o", "page.html"])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    page = (folder / "page.html").read_text("utf-8")
    assert page == make_page([("brandt.txt", make_article())])
    assert page.startswith("<!DOCTYPE html>")
    assert RUN.invoke(app, ["view", "brandt.txt"]).stdout == page


def test_view_of_several_files_costs_only_the_bad_ones(folder: Path) -> None:
    result = RUN.invoke(app, ["view", "brandt.txt", "latin.txt", "bom.txt", "-o", "page.html"])
    assert result.exit_code == 1
    assert result.stderr.startswith("newsents: latin.txt: not UTF-8")
    page = (folder / "page.html").read_text("utf-8")
    assert page == make_page([("brandt.txt", make_article()), ("bom.txt", Article(text="Gruß"))])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["brandt.txt", "--pipeline", "missing"], "no spaCy pipeline 'missing'", id="no such pipeline"),
        pytest.param(["brandt.txt", "-o", "nowhere/page.html"], "No such file or directory", id="no such folder"),
        pytest.param(["brandt.txt", "-o", "brandt.txt"], "is one of the inputs", id="over an input"),
    ],
)
def test_view_that_can_do_nothing_exits_with_2(arguments: list[str], message: str, folder: Path) -> None:
    result = RUN.invoke(app, ["view", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert (folder / "brandt.txt").read_bytes() == TEXT.encode()
    assert no_parts(folder)


def test_runs_as_a_module() -> None:
    result = subprocess.run([sys.executable, "-m", "newsents", "--version"], capture_output=True, text=True, check=True)
    assert result.stdout == f"newsents {newsents.__version__}\n"
