"""Unlabelled German sentences for a teacher to read: one a line, tokens by spaces.

    python -m training.text --data DATA --out text.txt

From the bare texts of the quotation corpus's training articles (Wikinews, CC BY 2.5; none of its annotations), and the
words of MobIE and SmartData (CC BY 4.0). Sentences of the articles are found by the shipped pipeline.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import newsents

from .corpora import read_blocks

LENGTHS = range(4, 80)


def read_articles(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    yield from split(texts)


def read_documents(path: Path) -> Iterator[str]:
    """SmartData: JSON objects one after another."""
    data, decoder, at = gzip.decompress(path.read_bytes()).decode("utf-8"), json.JSONDecoder(), 0
    texts = []
    while at < len(data):
        document, end = decoder.raw_decode(data, at)
        texts.append(document["text"]["string"])
        at = end
        while at < len(data) and data[at].isspace():
            at += 1
    yield from split(texts)


def split(texts: list[str]) -> Iterator[str]:
    for doc in newsents.load().pipe(texts):
        for sentence in doc.sents:
            yield " ".join(t.text for t in sentence if not t.is_space)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    sentences = list(read_articles(args.data / "quotes/train.jsonl.gz"))
    sentences += read_documents(args.data / "ner/smartdata-v1.train.json.gz")
    sentences += [
        " ".join(row[0] for row in rows)
        for rows in read_blocks(args.data / "ner/mobie.train.conll")
        if rows[0][0] != "-DOCSTART-"
    ]
    kept = [s for s in dict.fromkeys(sentences) if len(s.split(" ")) in LENGTHS and s.isprintable()]
    args.out.write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} sentences, {sum(len(s.split(' ')) for s in kept)} words")


if __name__ == "__main__":
    main()
