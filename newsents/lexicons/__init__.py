"""Lexicons are data: one entry a line, tab-separated, source and licence in comment lines on top, then the columns.

See README.md in this folder for what each file is and where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from newsents.errors import LexiconError

Row = dict[str, str]


def read_lines(path: Path) -> list[str]:
    """The lines of a file, with or without a byte order mark; LexiconError if it is missing or not UTF-8."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        raise LexiconError(f"{path}:{number}: not UTF-8: save the file as UTF-8") from error


def read_table(path: Path, needed: Iterable[str] = ()) -> tuple[Row, ...]:
    """The rows of one lexicon file, as {column: value}; an empty field is "".

    Raises LexiconError, naming file and line, for a row with more fields than columns or without a first field, for a
    column that is `needed` and not there, and for a file that is missing or not UTF-8.
    """
    columns: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(read_lines(path), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [f.strip() for f in line.split("\t")]
        if not columns:
            columns = fields
            if missing := [column for column in needed if column not in columns]:
                raise LexiconError(f"{path}:{number}: no column {' and '.join(missing)} in the first line: {line!r}")
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
