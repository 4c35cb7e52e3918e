"""Sentences → windows of at most `limit` pieces → padded batches of tensors. Several sentences share a window,
as they will when paragraphs are analysed; a sentence with a name in it may be written in capitals or with other
quotation marks, so that the model has seen those."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from .corpora import IGNORE, Sentence
from .labels import Labels

BOS, PAD, EOS = 0, 1, 2
MARKS = [("„", "“"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”"), ("‚", "‘"), ("›", "‹")]


class PieceCache:
    """Piece ids of a word, whatever stood before it in the text: with a metaspace ("▁Haus"), which is dropped where
    it would be a piece of its own (",")."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.metaspace = tokenizer.token_to_id("▁")
        self.known: dict[str, list[int]] = {}

    def __getitem__(self, word: str) -> list[int]:
        if word not in self.known:
            pieces = self.tokenizer.encode(word).ids or [3]
            self.known[word] = pieces[1:] if len(pieces) > 1 and pieces[0] == self.metaspace else pieces
        return self.known[word]


@dataclass
class Example:
    words: list[str]
    targets: dict[str, list[int]]


def augment(words: list[str], rng: random.Random) -> list[str]:
    """Other quotation marks in half of the sentences that have some; capitals in one of forty."""
    if any(w in {'"', "„", "“", "''", "``", "”", "»", "«"} for w in words) and rng.random() < 0.5:
        pair, opened, out = rng.choice(MARKS), False, []
        for w in words:
            if w in {'"', "„", "“", "''", "``", "”", "»", "«"}:
                opened = not opened
                w = pair[0] if opened else pair[1]
            out.append(w)
        words = out
    if rng.random() < 0.025:
        words = [w.upper() if w != "ß" else w for w in words]
    return words


def windows(
    examples: list[Example], cache: PieceCache, rng: random.Random | None, limit: int
) -> list[list[tuple[list[list[int]], Example]]]:
    """Packs sentences, in the order given, into windows of at most `limit` pieces."""
    packed, current, size = [], [], 2
    for example in examples:
        words = augment(example.words, rng) if rng else example.words
        pieces = [cache[w][:12] for w in words]
        n = sum(map(len, pieces))
        if n > 480:
            continue
        if current and size + n > limit:
            packed.append(current)
            current, size = [], 2
        current.append((pieces, example))
        size += n
    if current:
        packed.append(current)
    return packed


def collate(batch: list[list[tuple[list[list[int]], Example]]], labels: Labels) -> dict[str, Tensor]:
    """ids, first, mask (additive), targets per head, `sentence` (id of each word's sentence, -1 is padding)."""
    rows = []
    for window in batch:
        ids, first, sentence = [BOS], [], []
        targets: dict[str, list[int]] = {name: [] for name in [*labels.heads, "head", "deprel"]}
        for number, (pieces, example) in enumerate(window):
            offset = len(first)
            for p in pieces:
                first.append(len(ids))
                sentence.append(number)
                ids.extend(p)
            for name, values in example.targets.items():
                if name == "head":
                    values = [v if v in (0, IGNORE) else v + offset for v in values]
                targets[name].extend(values)
        rows.append(([*ids, EOS], first, sentence, targets))
    n, w = max(len(r[0]) for r in rows), max(len(r[1]) for r in rows)
    pad = lambda values, size, fill: torch.tensor([list(v) + [fill] * (size - len(v)) for v in values])  # noqa: E731
    ids = pad([r[0] for r in rows], n, PAD)
    mask = torch.zeros(ids.shape).masked_fill(ids == PAD, -1e9)[:, None, None, :]
    out = {
        "ids": ids,
        "mask": mask,
        "first": pad([r[1] for r in rows], w, 0),
        "sentence": pad([r[2] for r in rows], w, -1),
    }
    return out | {name: pad([r[3][name] for r in rows], w, IGNORE) for name in rows[0][3]}


def epoch(
    examples: list[Example], cache: PieceCache, labels: Labels, rng: random.Random, limit: int, per_batch: int
) -> Iterator[dict[str, Tensor]]:
    order = rng.sample(examples, len(examples))
    packed = windows(order, cache, rng, limit)
    rng.shuffle(packed)
    for i in range(0, len(packed), per_batch):
        yield collate(packed[i : i + per_batch], labels)


def encode(sentences: list[Sentence], labels: Labels) -> list[Example]:
    return [Example(s.words, labels.encode(s)) for s in sentences]
