"""What newsents.entities finds in texts written in the notation of the tests."""

from __future__ import annotations

from notation import VOCAB, make_doc

from newsents.entities.component import EntityFinder
from newsents.records import Organisation, Person, Place


def find_entities(text: str) -> tuple[Person | Place | Organisation, ...]:
    """The entities of a text, without links."""
    return EntityFinder(VOCAB).match(make_doc(text))


def describe(text: str) -> list[str]:
    """All mentions, in text order, as "Putins: person name Wladimir Putin"."""
    entities = find_entities(text)
    mentions = sorted((m.start, -m.end, m, e) for e in entities for m in e.mentions)  # type: ignore[type-var]
    return [f"{m.text}: {e.kind} {m.form} {e.name}" for _, _, m, e in mentions]
