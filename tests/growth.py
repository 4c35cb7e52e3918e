"""How much longer a function takes for an input of four times the size: 4 if it is linear, 16 if it is quadratic."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
LINEAR = 9.0  # between the two, since machines waver


def measure_growth(run: Callable[[T], object], small: T, large: T) -> float:
    """The quotient of the best processor times of several rounds."""
    return min(measure(run, large) for _ in range(5)) / min(measure(run, small) for _ in range(5))


def measure(run: Callable[[T], object], value: T) -> float:
    start = time.process_time()
    run(value)
    return time.process_time() - start
