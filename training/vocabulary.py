"""Trims the multilingual-e5-small vocabulary to the pieces that German text uses.

    python -m training.vocabulary --data DATA --out vocabulary.json

Keeps the pieces that the unigram model picks for the 400,000 most frequent German word forms
(spacy-lookups-data, MIT) and for the words of the training corpora, and every single character of the
Latin script and of punctuation, so that a new word can still be spelled.
"""

from __future__ import annotations

import argparse
import gzip
import json
import unicodedata
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from .corpora import read_blocks, read_lookup
from .e5 import read

FORMS = 400_000
SPECIAL = 4  # <s> <pad> </s> <unk>


def make_tokenizer(pieces: list[str], scores: list[float]) -> Tokenizer:
    """A unigram tokenizer for single words, each of which begins with a metaspace."""
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=False)
    return tokenizer


def frequent_forms() -> list[str]:
    table = read_lookup("de_lexeme_prob")
    return sorted(table, key=table.__getitem__, reverse=True)[:FORMS]


def corpus_words(data: Path) -> set[str]:
    words: set[str] = set()
    for pattern, column in (("ner/*.iob2", 0), ("ner/*.conll", 0), ("ud/*.conllu", 1)):
        for path in data.glob(pattern):
            words.update(row[column] for rows in read_blocks(path) for row in rows if len(row) > column)
    for path in (data / "quotes").glob("train.jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                words.update(json.loads(line)["text"].split())
    return words


def is_basic_character(piece: str) -> bool:
    """A single Latin letter, digit, mark or symbol: the alphabet to spell with."""
    char = piece.removeprefix("▁")
    if len(char) != 1:
        return piece == "▁"
    return unicodedata.category(char)[0] in "PSN" or "LATIN" in unicodedata.name(char, "")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    e5 = read()
    tokenizer = make_tokenizer(e5.pieces, e5.scores)
    words = sorted({*frequent_forms(), *corpus_words(args.data)})
    used = {i for encoding in tokenizer.encode_batch(words) for i in encoding.ids}
    used.update(i for i, piece in enumerate(e5.pieces) if i < SPECIAL or is_basic_character(piece))
    ids = sorted(used)
    args.out.write_text(
        json.dumps({"ids": ids, "pieces": [e5.pieces[i] for i in ids], "scores": [e5.scores[i] for i in ids]})
    )
    print(f"{len(ids)} of {len(e5.pieces)} pieces kept for {len(words)} words")


if __name__ == "__main__":
    main()
