"""Lines for doccano (sequence labelling with relations); what its marks cannot hold travels as metadata."""

from __future__ import annotations

import json
from typing import Any

from newsents.article import Article
from newsents.errors import AnnotationError
from newsents.exchange.marking import make_sheet
from newsents.exchange.marks import ATTRIBUTES, Mark, Relation, Sheet
from newsents.exchange.reading import read_sheet

METADATA = "newsents"


def to_doccano(article: Article) -> dict[str, Any]:
    """One line of a JSONL file, as a dict: "text", "entities", "relations", and metadata that doccano gives back.

    Offsets are characters.
    """
    sheet = make_sheet(article)
    marks = [{"id": int(m.id), "label": m.label, "start_offset": m.start, "end_offset": m.end} for m in sheet.marks]
    relations = [
        {"id": n, "from_id": int(r.source), "to_id": int(r.target), "type": r.label}
        for n, r in enumerate(sheet.relations, 1)
    ]
    kept = {
        "sentences": sheet.sentences,
        "attributes": {_place(m): [getattr(m, name) for name in ATTRIBUTES] for m in sheet.marks if m.name},
    }
    metadata = json.dumps(kept, ensure_ascii=False)
    return {"text": sheet.text, "entities": marks, "relations": relations, METADATA: metadata}


def from_doccano(line: dict[str, Any]) -> Article:
    """The records of a line that doccano exported ("JSONL (relation)").

    A mention that annotators added has its own words as name, or, with a relation "same", that of another mention.
    """
    try:
        kept = json.loads(line.get(METADATA, "{}"))
        attributes = kept.get("attributes", {})
        marks = [_read_mark(mark, attributes) for mark in line["entities"]]
        relations = [
            Relation(label=r["type"], source=str(r["from_id"]), target=str(r["to_id"])) for r in line["relations"]
        ]
        sheet = Sheet(text=line["text"], marks=marks, relations=relations, sentences=kept.get("sentences", ()))
    except (KeyError, TypeError, ValueError) as error:
        raise AnnotationError(f"no line of doccano's with relations: {error!r}") from error
    return read_sheet(sheet)


def _read_mark(mark: dict[str, Any], attributes: dict[str, list[str]]) -> Mark:
    bare = Mark(id=str(mark["id"]), label=mark["label"], start=mark["start_offset"], end=mark["end_offset"])
    known = dict(zip(ATTRIBUTES, attributes.get(_place(bare), ()), strict=False))
    return Mark.model_validate({**bare.model_dump(), **known})


def _place(mark: Mark) -> str:
    return f"{mark.start}:{mark.end}:{mark.label}"
