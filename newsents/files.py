"""The files of the command line: texts in UTF-8 to read, and an output that is whole or not there."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

STDIN = "-"
MARKS = {  # how a file begins that says its encoding; the longer ones first
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
NULS: dict[tuple[bool, ...], str] = {  # which of four bytes are mostly NUL in text of the Latin alphabet
    (False, True, False, True): "UTF-16LE",
    (True, False, True, False): "UTF-16BE",
    (False, True, True, True): "UTF-32LE",
    (True, True, True, False): "UTF-32BE",
}
GERMAN = "äöüÄÖÜßéèàçñ„“”‚‘’»«›‹–—…·•§°€£²³½×"  # beyond ASCII, and to be expected in German text


class OutputError(Exception):
    """The output cannot be written; the message names it and says why."""


def read_text(name: str) -> str:
    """The text of a file ("-": standard input) as it stands, line ends included, without a byte order mark.

    Raises OSError, or ValueError with the advice how to convert what is not UTF-8.
    """
    data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    wide = _find_wide(data)
    if wide is not None:
        raise ValueError(_advise(wide))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"not UTF-8 (byte {error.start})"
        if _is_likely_windows(data):
            raise ValueError(f"{where}; {_advise('WINDOWS-1252')}") from error
        raise ValueError(f"{where}, but damaged, no text, or in an encoding that does not show") from error


def _advise(encoding: str) -> str:
    return f"convert it, as in: iconv -f {encoding} -t UTF-8"


def _find_wide(data: bytes) -> str | None:
    """The encoding of two or four bytes a character that the data is in: by its mark, else by its NULs."""
    marked = next((encoding for mark, encoding in MARKS.items() if data.startswith(mark)), None)
    sample = data[:4096]
    mostly = tuple(sample[k::4].count(0) > len(sample[k::4]) / 2 for k in range(4))
    return marked or NULS.get(mostly)


def _is_likely_windows(data: bytes) -> bool:
    """Whether the data reads as German in WINDOWS-1252, and not as another code page's ("M„rz", "M\x8arz")."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = [c for c in text if c > "\x7f"]
    expected = sum(c in GERMAN for c in beyond)
    return expected > 0.9 * len(beyond) and not re.search(r"[\0-\x08\x0e-\x1f\x7f]|[^\W\d][„”][^\W\d]", text)


@contextmanager
def open_output(path: Path, inputs: Iterable[str]) -> Iterator[Callable[[bytes], None]]:
    """Yields what writes a line. A file is written beside `path` and takes its place when all went well, not before.

    A pipe or a device is written as lines come. Raises OutputError, for a path that is one of the inputs too.
    """
    with _explained(path):
        _refuse_inputs(path, inputs)
        file, part = _open(path)

    def write(line: bytes) -> None:
        with _explained(path):
            file.write(line)
            file.flush()

    try:
        yield write
        with _explained(path):
            file.close()
            if part is not None:
                part.replace(path.resolve())
    except BaseException:  # also Ctrl-C
        with suppress(OSError):
            file.close()
        if part is not None:
            part.unlink(missing_ok=True)
        raise


def _open(path: Path) -> tuple[BinaryIO, Path | None]:
    """What to write to, and the file beside `path` that it is, if it is one."""
    descriptor = _find_descriptor(path)
    if descriptor is not None:
        return os.fdopen(os.dup(descriptor), "wb"), None
    if path.exists() and not path.is_file():
        return path.open("wb"), None
    return _create_beside(path)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # nobody reads on: no failure of ours
        raise
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


def _refuse_inputs(path: Path, inputs: Iterable[str]) -> None:
    """Compares files, not names: the same one may be given by another path, a symbolic or a hard link, or as stdin."""
    if not path.is_file():
        return
    output = path.stat()
    for name in inputs:
        with suppress(OSError, ValueError):
            given = os.fstat(sys.stdin.fileno()) if name == STDIN else os.stat(name)
            if os.path.samestat(given, output):
                raise OutputError(f"{path} is one of the inputs: choose another output")


def _find_descriptor(path: Path) -> int | None:
    """The number of the open file that /dev/stdout or /dev/fd/3 stands for: opening it anew would empty the file."""
    folder = Path("/dev/fd").resolve()
    for _ in range(8):
        if path.name.isdecimal() and path.parent.resolve() == folder:
            return int(path.name)
        if not path.is_symlink():
            return None
        path = path.parent / path.readlink()
    return None


def _create_beside(path: Path) -> tuple[BinaryIO, Path]:
    """A new empty file in the folder of `path`, with the rights of the file that it is to replace."""
    target = path.resolve()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    part = target.with_name(f".newsents-{secrets.token_hex(4)}.part")
    file = part.open("xb")
    if target.exists():
        shutil.copymode(target, part)
    return file, part
