"""An article's records as a person reads them on a terminal: who said what, then who and what is mentioned."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING, get_args

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsents.records import Organisation, Person, Place, Quote, QuoteKind

if TYPE_CHECKING:
    from newsents.article import Article

KIND_WIDTH = max(map(len, get_args(QuoteKind)))  # so that the quotes of all speakers stand in one column
NOBODY = "speaker not named"


def make_summary(article: Article) -> RenderableType:
    """The whole page: the article's first line, quotes by speaker, then people, organisations and places."""
    title = article.text.strip().partition("\n")[0]
    parts: list[RenderableType] = [Text(printable(title), style="bold", overflow="ellipsis", no_wrap=True)]
    if article.quotes:
        parts += [_heading("Who said what"), *_speakers(article)]
    if article.entities:
        parts += [_heading("Who and what is mentioned"), _mentioned(article)]
    if not article.quotes and not article.entities:
        parts.append(Text("Nobody is quoted and nothing is named.", style="dim"))
    return Group(*parts)


def format_summary(article: Article) -> str:
    """The page as plain text, as wide as the terminal."""
    console = Console(file=StringIO(), color_system=None, force_terminal=False, force_jupyter=False, highlight=False)
    with console.capture() as capture:
        console.print(make_summary(article))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def printable(text: str) -> str:
    """One line without control characters, so that no article can send escape sequences to a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _heading(title: str) -> RenderableType:
    return Padding(Text(title, style="bold cyan"), (1, 0, 0, 0))


def _speakers(article: Article) -> Iterable[RenderableType]:
    """One block a speaker, in order of their first quote: name, roles, quotes."""
    by_speaker: dict[str, list[Quote]] = {}
    for quote in article.quotes:
        speaker = quote.speaker
        by_speaker.setdefault(speaker.entity_id or printable(speaker.name or NOBODY), []).append(quote)
    people = {p.id: p for p in article.people}
    for key, quotes in by_speaker.items():
        line = Text(printable(quotes[0].speaker.name or NOBODY), style="bold" if quotes[0].speaker.name else "dim")
        if key in people:
            line.append(_roles(people[key]), style="not bold dim")
        yield Padding(line, (0, 0, 0, 2))
        yield Padding(_quotes(quotes), (0, 0, 0, 4))


def _roles(person: Person) -> str:
    roles = dict.fromkeys(printable(r.title) for r in person.roles)
    return "  " + ", ".join(roles) if roles else ""


def _quotes(quotes: Iterable[Quote]) -> Table:
    """One line a quote: its kind, its words, the words that announce it; how often, if it comes more than once."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True, min_width=KIND_WIDTH)
    table.add_column()
    for (kind, words), cues in _rows(quotes).items():
        line = Text(words)
        for note in (*dict.fromkeys(c for c in cues if c), *([f"×{len(cues)}"] if len(cues) > 1 else [])):
            line.append(f"  {note}", style="italic dim")
        table.add_row(kind, line)
    return table


def _rows(quotes: Iterable[Quote]) -> dict[tuple[str, str], list[str]]:
    """The kind and words of each quote with the cues of every time that it comes.

    A quote inside the one before it is not shown again: "ein „Problem“" in "dass es ein „Problem“ sei".
    """
    rows: dict[tuple[str, str], list[str]] = {}
    last: Quote | None = None
    for quote in quotes:
        if last is not None and _is_inside(quote, last):
            continue
        last = quote
        words = " … ".join(printable(s.text) for s in quote.spans)
        cues = " … ".join(printable(c.text) for c in quote.cues)
        rows.setdefault((quote.kind, f"„{words}“" if quote.kind == "direct" else words), []).append(cues)
    return rows


def _is_inside(inner: Quote, outer: Quote) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer.spans) for i in inner.spans)


def _mentioned(article: Article) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    kinds: tuple[tuple[str, tuple[Person | Place | Organisation, ...]], ...] = (
        ("people", article.people),
        ("organisations", article.organisations),
        ("places", article.places),
    )
    for kind, entities in kinds:
        if entities:
            table.add_row(kind, Text(", ").join(_counted(e) for e in entities))
    return Padding(table, (0, 0, 0, 2))


def _counted(entity: Person | Place | Organisation) -> Text:
    """A name and how often it is mentioned, where that is more than once: "Putin ×5"."""
    times = len(entity.mentions)
    return Text.assemble(printable(entity.name), (f" ×{times}" if times > 1 else "", "dim"))
