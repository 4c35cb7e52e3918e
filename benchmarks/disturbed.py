"""Quotes in texts whose white space or quotation marks were changed: the scores should stay what they are.

    python benchmarks/disturbed.py --gold dev.jsonl.gz --scorer score_quotes.py

`--gold` is a file of the German news quotation corpus, `--scorer` a script that takes it and `--predictions`. Every
change keeps the length of the text, so that the gold offsets hold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import newsents

WIDTH = 72
SHARE = 0.05
SHOWN = ("official quote", "official joint", "strict source", "kind direct", "kind indirect")


def fold(text: str) -> str:
    """Line breaks for spaces, as in a mail."""
    folded = list(text)
    begin = 0
    for i, letter in enumerate(text):
        following = text.find(" ", i + 1) if letter == " " else -1
        if letter == "\n":
            begin = i + 1
        elif letter == " " and (following if following >= 0 else len(text)) - begin > WIDTH:
            folded[i] = "\n"
            begin = i + 1
    return "".join(folded)


def protect(text: str) -> str:
    """Every twentieth space protected, as from a content management system."""
    rng = random.Random(5)
    return "".join("\u00a0" if letter == " " and rng.random() < SHARE else letter for letter in text)


def remark(opening: str, closing: str) -> Callable[[str], str]:
    """Other quotation marks."""
    return lambda text: text.translate({ord("„"): opening, ord("“"): closing})


CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    f"folded at {WIDTH}": fold,
    "protected spaces": protect,
    'marks "so"': remark('"', '"'),
    "marks »so«": remark("»", "«"),
    "marks «so»": remark("«", "»"),
    "marks “so”": remark("“", "”"),
}


def predict(name: str, text: str) -> dict[str, Any]:
    """One line for the scorer."""
    pairs = lambda spans: [[s.start, s.end] for s in spans]  # noqa: E731
    quotes = [
        {
            "kind": q.kind,
            "quote": pairs(q.spans),
            "cue": pairs(q.cues),
            "frame": pairs(q.frame),
            "addressee": pairs(q.addressees),
            "speaker": pairs([q.speaker.span] if q.speaker.span else []),
        }
        for q in newsents.extract(text).quotes
    ]
    return {"name": name, "quotes": quotes}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--scorer", type=Path, required=True)
    args = options.parse_args()
    with gzip.open(args.gold, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    for change, apply in CHANGES.items():
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(json.dumps(predict(a["name"], apply(a["text"]))) + "\n" for a in articles)
            file.flush()
            command = [sys.executable, str(args.scorer), str(args.gold), "--predictions", file.name]
            out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        f1 = {name: line.split()[-1] for line in out.splitlines() for name in SHOWN if line.startswith(name)}
        print(f"{change:18s}", *(f"{name} {f1[name]}" for name in SHOWN), sep="  ", flush=True)


if __name__ == "__main__":
    main()
