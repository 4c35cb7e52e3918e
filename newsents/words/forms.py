"""Word forms in six bytes each: their hashes in order, and a number for each."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


class FormTable:
    """`keys` are the CRC-32 of the forms, ascending (uint32), `numbers` theirs (uint16, from 1).

    A form that is not in it has the hash of one that is in one of 4,000 cases, for a million forms.
    """

    def __init__(self, keys: NDArray[np.uint32], numbers: NDArray[np.uint16]) -> None:
        self.keys = keys
        self.numbers = numbers

    @classmethod
    def build(cls, table: Mapping[str, int]) -> FormTable:
        """Of two forms with the same hash the first stays."""
        hashed: dict[int, int] = {}
        for form, number in table.items():
            hashed.setdefault(hash_form(form), number)
        keys = np.array(sorted(hashed), dtype=np.uint32)
        return cls(keys, np.array([hashed[int(k)] for k in keys], dtype=np.uint16))

    @classmethod
    def read(cls, path: Path) -> FormTable:
        with np.load(path) as arrays:
            return cls(arrays["keys"], arrays["numbers"])

    def find(self, form: str) -> int:
        """The number of a form, 0 if it has none."""
        key = hash_form(form)
        at = int(self.keys.searchsorted(np.uint32(key)))
        return int(self.numbers[at]) if at < len(self.keys) and self.keys[at] == key else 0


def hash_form(form: str) -> int:
    return zlib.crc32(form.encode("utf-8", "replace"))
