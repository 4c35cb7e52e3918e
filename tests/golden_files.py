"""The records of the invented articles in tests/goldens, one a line, so that a change of what is found shows as a diff.

`make goldens` writes them anew. They say what newsents finds, not what would be right: that is for EVALUATION.md. They
show what the rules make of one analysis, whose digest is beside them: an int8 network gives other scores on another
processor or with another onnxruntime.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language

import newsents
from newsents import Article
from newsents.annotations import NAMES

TEXTS = sorted(Path(__file__).with_name("goldens").glob("*.txt"))
ANALYSES = Path(__file__).with_name("goldens") / "analyses.json"


@cache
def load_pipeline() -> Language:
    return newsents.load()


def digest_analysis(path: Path) -> int:
    """What the network says of an article, as a number."""
    with load_pipeline().select_pipes(enable="newsents_analyser"):
        doc = load_pipeline()(path.read_text(encoding="utf-8"))
    names = [(s.start, s.end, s.label_) for s in doc.spans[NAMES]]
    values = [[t.text, t.tag_, t.pos_, str(t.morph), t.head.i, t.dep_, t.lemma_] for t in doc]
    return zlib.crc32(json.dumps([values, names]).encode())


def find_records(path: Path) -> str:
    """The text of the file beside an article that holds its records."""
    return format_records(newsents.extract(path.read_text(encoding="utf-8")))


def format_records(article: Article) -> str:
    """JSON with a line for each record; names stand for ids, which would change with every record before them."""
    names = {e.id: e.name for e in article.entities}
    blocks = []
    for key in ("entities", "quotes"):
        records = [shorten(r.model_dump(mode="json", exclude={"id"}), names) for r in getattr(article, key)]
        lines = ",\n".join(f"    {json.dumps(r, ensure_ascii=False)}" for r in records)
        blocks.append(f'  "{key}": [\n{lines}\n  ]')
    starts = json.dumps([start for start, _ in article.sentences])
    return "{\n" + ",\n".join((f'  "sentences": {starts}', *blocks)) + "\n}\n"


def shorten(value: Any, names: dict[str, str]) -> Any:
    """A record without what is empty or the usual; a span as "120 österreichischen (derived)"."""
    if isinstance(value, list):
        return [names[v] if isinstance(v, str) else shorten(v, names) for v in value]
    if not isinstance(value, dict):
        return value
    if "source" in value:
        return "{source} {id}: {evidence}".format(**value)
    kept = {k: shorten(v, names) for k, v in value.items() if v not in (None, "", "name", []) and k != "entity_id"}
    if {"start", "text"} <= kept.keys():
        notes = [kept["form"]] if "form" in kept else kept.get("entity_ids", [])
        return f"{kept['start']} {kept['text']}" + (f" ({', '.join(notes)})" if notes else "")
    return {"kind": kept["kind"], **kept}


def main() -> None:
    for path in TEXTS:
        path.with_suffix(".json").write_text(find_records(path), encoding="utf-8")
    digests = {path.stem: digest_analysis(path) for path in TEXTS}
    ANALYSES.write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
