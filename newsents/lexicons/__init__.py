"""Lexicons are data: one entry a line, tab-separated, source and licence in comment lines on top, then the columns.

See README.md in this folder for what each file is and where it comes from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from newsents.errors import LexiconError

Row = dict[str, str]


def read_table(path: Path) -> tuple[Row, ...]:
    """The rows of one lexicon file, as {column: value}; an empty field is "".

    Raises LexiconError, naming file and line, for a row with more fields than columns or without a first field.
    """
    columns: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [f.strip() for f in line.split("\t")]
        if not columns:
            columns = fields
            continue
        if len(fields) > len(columns) or not fields[0]:
            expected = f"up to {len(columns)} fields ({', '.join(columns)})"
            raise LexiconError(f"{path}:{number}: expected {expected}: {line!r}")
        rows.append(dict(zip(columns, fields + [""] * (len(columns) - len(fields)), strict=True)))
    return tuple(rows)


@cache
def load_table(name: str) -> tuple[Row, ...]:
    """A lexicon that ships with the package, by file name ("speech_verbs.tsv"), read once."""
    return read_table(Path(str(files(__name__) / name)))
