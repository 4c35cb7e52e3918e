"""Entities and quotes as small tables, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from newsents.page.escaping import escape, german, shorten
from newsents.page.links import write_link
from newsents.page.voices import NOBODY

if TYPE_CHECKING:
    from newsents.records import Organisation, Person, Place, Quote

LIMIT = 100
ENTITY_COLUMNS = ("name", "kind", "mentions", "roles", "links")
QUOTE_COLUMNS = ("speaker", "kind", "quote", "cue")
CELL = ' style="text-align: left; vertical-align: top"'  # notebooks put their own tables to the right


def make_table(records: Sequence[Any]) -> str | None:
    """A table of entities or of quotes; None for anything else, and for nothing."""
    if not records:
        return None
    if all(hasattr(r, "speaker") for r in records):
        return _write_table(QUOTE_COLUMNS, map(_write_quote, records[:LIMIT]), len(records))
    if all(hasattr(r, "mentions") for r in records):
        return _write_table(ENTITY_COLUMNS, map(_write_entity, records[:LIMIT]), len(records))
    return None


def _write_table(columns: Iterable[str], rows: Iterable[Iterable[str]], number: int) -> str:
    head = "".join(f'<th scope="col"{CELL}>{column}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(f'<td{CELL}>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    more = f"<caption>the first {LIMIT} of {number:,}</caption>\n" if number > LIMIT else ""
    return f"<table>\n{more}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _write_quote(quote: Quote) -> tuple[str, ...]:
    name = quote.speaker.name
    speaker = german(name) if name else f"<i>{NOBODY}</i>"
    cues = " … ".join(german(cue.text) for cue in quote.cues)
    return speaker, quote.kind, german(shorten(" … ".join(s.text for s in quote.spans), 300)), cues


def _write_entity(entity: Person | Place | Organisation) -> tuple[str, ...]:
    wordings = dict.fromkeys(m.text for m in entity.mentions)
    mentions = f"{len(entity.mentions)}× {', '.join(map(german, wordings))}"
    roles = dict.fromkeys(r.title for r in entity.roles) if entity.kind == "person" else ()
    links = ", ".join(write_link(link) for link in entity.links)
    return german(entity.name), escape(entity.kind), mentions, ", ".join(map(german, roles)), links
