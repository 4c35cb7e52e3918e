"""The command line: `newsents extract FILE… | -` and `newsents view FILE… -o page.html`."""

from __future__ import annotations

import json
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

import newsents
from newsents.files import OutputError, open_output, read_text

if TYPE_CHECKING:
    from newsents.article import Article

EXIT_CODES = (
    "Exit codes: 0, all went well; 1, some file could not be read or analysed, the others are done; "
    "2, nothing was done, because of wrong usage, a pipeline that cannot be used or an output that cannot be written "
    "or is one of the inputs."
)
errors = Console(stderr=True, highlight=False)  # one for messages and progress, so that neither overwrites the other
app = typer.Typer(
    name="newsents",
    help="People, places, organisations and quotes (who said what) from German news text.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Files = Annotated[list[str], typer.Argument(metavar="FILE", help="UTF-8 text files; - is standard input.")]
Pipeline = Annotated[
    str | None, typer.Option("--pipeline", metavar="NAME", help="A German spaCy pipeline, by installed name or path.")
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="OUT", help="Write JSON lines to this file.")]
Page = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="PAGE", help="Write the page to this file. Default: stdout.")
]
AsJson = Annotated[
    bool | None,
    typer.Option(
        "--json/--summary",
        help="JSON lines, or a summary to read. Default: the summary on a terminal, JSON lines elsewhere.",
    ),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsents {newsents.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command(epilog=EXIT_CODES)
def extract(files: Files, pipeline: Pipeline = None, output: Output = None, as_json: AsJson = None) -> None:
    """Say who said what, and who and what is mentioned. A JSON line is {"file": name, "article": records}."""
    if output is not None and as_json is False:
        _give_up("--summary prints to the terminal; --output writes JSON lines: leave one out")
    if as_json is None:
        as_json = output is not None or not sys.stdout.isatty()
    failures: list[str] = []
    shown = output is not None or not sys.stdout.isatty()
    try:
        with _open_writer(output, files, as_json) as write, _progress(len(files), shown) as advance:
            for name, article in _extract_files(files, pipeline, failures, advance):
                write(name, article)
    except (newsents.PipelineError, OutputError) as error:
        _give_up(str(error))
    if failures:
        raise typer.Exit(1)


@app.command(epilog=EXIT_CODES)
def view(files: Files, output: Page = None, pipeline: Pipeline = None) -> None:
    """Write a page to look at: each article with its people and quotes marked, and an index where there are several."""
    from newsents.page import make_page

    failures: list[str] = []
    try:
        with _open_page(output, files) as write, _progress(len(files), True) as advance:
            articles = _extract_files(files, pipeline, failures, advance)
            write(make_page((_readable(name), article) for name, article in articles).encode())
    except (newsents.PipelineError, OutputError) as error:
        _give_up(str(error))
    if failures:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON schema of an article."""
    typer.echo(json.dumps(newsents.json_schema(), indent=2, ensure_ascii=False).encode())


def _extract_files(
    files: list[str], pipeline: str | None, failures: list[str], advance: Callable[[], None]
) -> Iterator[tuple[str, Article]]:
    """Each readable file with its article, in order; the rest is reported on stderr and listed in `failures`."""
    waiting: deque[str] = deque()  # extract_many reads ahead of its results

    def texts() -> Iterator[str]:
        for name in files:
            try:
                text = read_text(name)
            except (OSError, ValueError) as error:
                failures.append(name)
                _complain(f"{name}: {getattr(error, 'strerror', None) or error}")
                advance()
                continue
            waiting.append(name)
            yield text

    for result in newsents.extract_many(texts(), pipeline=pipeline, on_error="yield"):
        name = waiting.popleft()
        if isinstance(result, newsents.ExtractionError):
            if isinstance(result.reason, newsents.PipelineError):
                raise result.reason  # the next file would fail alike
            failures.append(name)
            _complain(f"{name}: {result.reason}")
        else:
            yield name, result
        advance()


def _complain(message: str) -> None:
    errors.print(Text(f"newsents: {message}"), soft_wrap=True)


def _give_up(message: str) -> NoReturn:
    _complain(message)
    raise typer.Exit(2)


@contextmanager
def _open_writer(output: Path | None, files: list[str], as_json: bool) -> Iterator[Callable[[str, Article], None]]:
    """Yields what prints one article: a JSON line to `output` or stdout, or a summary."""
    if not as_json:
        yield _make_summary_writer()
    elif output is None:
        yield _make_line_writer(lambda line: typer.echo(line, nl=False))
    else:
        with open_output(output, files) as write:
            yield _make_line_writer(write)


def _open_page(output: Path | None, files: list[str]) -> AbstractContextManager[Callable[[bytes], None]]:
    return nullcontext(partial(typer.echo, nl=False)) if output is None else open_output(output, files)


def _readable(name: str) -> str:
    """A file's name in UTF-8, whatever the system's names are in."""
    return os.fsencode(name).decode("utf-8", "replace")


def _make_line_writer(write: Callable[[bytes], None]) -> Callable[[str, Article], None]:
    def write_article(name: str, article: Article) -> None:
        line = f'{{"file":{json.dumps(_readable(name), ensure_ascii=False)},"article":{article.model_dump_json()}}}\n'
        write(line.encode())

    return write_article


def _make_summary_writer() -> Callable[[str, Article], None]:
    from newsents.summary import make_summary, printable

    if isinstance(sys.stdout, TextIOWrapper):  # a question mark for what its encoding lacks
        sys.stdout.reconfigure(errors="replace")
    console = Console(highlight=False)

    def write(name: str, article: Article) -> None:
        console.rule(Text(printable(name)), align="left", style="dim")
        console.print(make_summary(article), end="\n\n")

    return write


@contextmanager
def _progress(total: int, shown: bool) -> Iterator[Callable[[], None]]:
    """A bar on stderr where there is something to wait for and somebody to see it; yields what moves it on."""
    if total < 2 or not shown or not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("newsents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)


def main() -> None:
    """The entry point `newsents`."""
    app()
