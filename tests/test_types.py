"""Type checkers, with no plugin, see a misspelt name and an assignment to a record, and nothing in what is right."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MISUSED = ROOT / "tests/fixtures/misused.py"
CHECKERS = {
    "mypy": ["--config-file=", "--cache-dir=.mypy_cache/users"],
    "pyright": ["--pythonpath", sys.executable],
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_misuse_is_seen(checker: str) -> None:
    if find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed")
    command = [sys.executable, "-m", checker, *CHECKERS[checker], str(MISUSED)]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    seen = {int(line) for line in re.findall(r"misused\.py:(\d+):.*error", output)}
    lines = MISUSED.read_text(encoding="utf-8").splitlines()
    assert seen == {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}, output
