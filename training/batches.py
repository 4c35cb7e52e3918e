"""Sentences → windows of at most `limit` pieces → padded batches of tensors. Several sentences share a window,
as they will when paragraphs are analysed; a sentence with a name in it may be written in capitals or with other
quotation marks, so that the model has seen those."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from newsents.analysis.pieces import WordPieces, WordReader
from newsents.analysis.windows import make_window
from newsents.words.forms import FormTable

from .corpora import IGNORE, Sentence
from .labels import Labels
from .vocabulary import make_tokenizer

PAD = 1
MARKS = [("„", "“"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”"), ("‚", "‘"), ("›", "‹")]


def open_reader(vocabulary: Path, clusters: Path) -> WordReader:
    kept = json.loads(vocabulary.read_text())
    return WordReader(make_tokenizer(kept["pieces"], kept["scores"]), FormTable.read(clusters))


@dataclass
class Soft:
    """A teacher's scores of one sentence of n words, as log-probabilities: `tags` (n, all labels), `arcs` (n, n + 1),
    `deprels` (n, relations) of each word's arc to `heads` (n; 0 is the root, else 1-based)."""

    tags: NDArray[np.float16]
    arcs: NDArray[np.float16]
    heads: NDArray[np.int64]
    deprels: NDArray[np.float16]


@dataclass
class Example:
    words: list[str]
    targets: dict[str, list[int]]
    origin: str = ""
    soft: Soft | None = None


Window = list[tuple[list[WordPieces], Example]]


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


def windows(examples: list[Example], reader: WordReader, rng: random.Random | None, limit: int) -> list[Window]:
    """Packs sentences, in the order given, into windows of at most `limit` pieces."""
    packed: list[Window] = []
    current: Window = []
    size = 2
    for example in examples:
        words = augment(example.words, rng) if rng else example.words
        read = [reader.read(w) for w in words]
        n = sum(len(r.pieces) for r in read)
        if n > 480:
            continue
        if current and size + n > limit:
            packed.append(current)
            current, size = [], 2
        current.append((read, example))
        size += n
    if current:
        packed.append(current)
    return packed


def collate(batch: list[Window], labels: Labels) -> dict[str, Tensor]:
    """What the encoder reads (`ids`, `clusters`, `word`, `lengths`), a target for each head, `sentence` (the id of each
    word's sentence, -1 is padding), and, where sentences have them, soft targets."""
    rows = []
    for window in batch:
        sentence: list[int] = []
        targets: dict[str, list[int]] = {name: [] for name in [*labels.heads, "head", "deprel"]}
        for number, (_, example) in enumerate(window):
            for name, values in example.targets.items():
                if name == "head":
                    values = [v if v in (0, IGNORE) else v + len(sentence) for v in values]
                targets[name].extend(values)
            sentence.extend([number] * len(example.words))
        readings = [reading for read, _ in window for reading in read]
        rows.append((make_window(list(range(len(readings))), readings), sentence, targets))
    n, w = max(len(r[0].ids) for r in rows), max(len(r[1]) for r in rows)
    pad = lambda values, size, fill: torch.tensor([list(v) + [fill] * (size - len(v)) for v in values])  # noqa: E731
    out = {
        "ids": pad([r[0].ids for r in rows], n, PAD),
        "clusters": pad([r[0].clusters for r in rows], n, 0),
        "word": pad([r[0].places for r in rows], n, w + 2),
        "lengths": torch.tensor([len(r[1]) + 2 for r in rows]),
        "sentence": pad([r[1] for r in rows], w, -1),
    }
    out |= {name: pad([r[2][name] for r in rows], w, IGNORE) for name in rows[0][2]}
    return out | collate_soft(batch, w)


def collate_soft(batch: list[Window], w: int) -> dict[str, Tensor]:
    """`soft` (b, w) says which words have soft targets: `soft_tags`, `soft_arcs`, `soft_head`, `soft_deprels`."""
    some = next((e.soft for window in batch for _, e in window if e.soft), None)
    if some is None:
        return {}
    b = len(batch)
    out = {
        "soft": np.zeros((b, w), dtype=bool),
        "soft_tags": np.zeros((b, w, some.tags.shape[1]), dtype=np.float32),
        "soft_arcs": np.full((b, w, w + 1), -30, dtype=np.float32),
        "soft_head": np.zeros((b, w), dtype=np.int64),
        "soft_deprels": np.zeros((b, w, some.deprels.shape[1]), dtype=np.float32),
    }
    for row, window in enumerate(batch):
        at = 0
        for _, example in window:
            n, soft = len(example.words), example.soft
            part = slice(at, at + n)
            if soft:
                out["soft"][row, part] = True
                out["soft_tags"][row, part] = soft.tags
                out["soft_arcs"][row, part, 0] = soft.arcs[:, 0]
                out["soft_arcs"][row, part, at + 1 : at + n + 1] = soft.arcs[:, 1:]
                out["soft_head"][row, part] = np.where(soft.heads > 0, soft.heads + at, 0)
                out["soft_deprels"][row, part] = soft.deprels
            at += n
    return {name: torch.from_numpy(values) for name, values in out.items()}


def epoch(
    examples: list[Example], reader: WordReader, labels: Labels, rng: random.Random, limit: int, per_batch: int
) -> Iterator[dict[str, Tensor]]:
    order = rng.sample(examples, len(examples))
    packed = windows(order, reader, rng, limit)
    rng.shuffle(packed)
    for i in range(0, len(packed), per_batch):
        yield collate(packed[i : i + per_batch], labels)


def encode(sentences: list[Sentence], labels: Labels) -> list[Example]:
    return [Example(s.words, labels.encode(s), s.origin) for s in sentences]
