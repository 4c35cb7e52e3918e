"""Chooses one of those who may be meant: the highest sum of weights, which are learnt and stand in a table.

A choice has one of four kinds, each with weights of its own: whom a pronoun or a noun for a person ("die Ministerin")
takes up, and who speaks a subjunctive sentence or marked words without a frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsents.lexicons import load_table
from newsents.quotes.speakers.someone import Someone

Kind = Literal["pronoun", "person", "free", "marks"]
KINDS: tuple[Kind, ...] = ("pronoun", "person", "free", "marks")
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Option:
    """One who may be meant, or None for nobody known; what speaks for and against it."""

    someone: Someone | None
    features: Features


@dataclass(frozen=True, slots=True)
class Choice:
    """All options, the nearest first; `candidate` is the number of the quote whose speaker is asked for."""

    kind: Kind
    options: tuple[Option, ...]
    candidate: int | None


@cache
def load_weights() -> dict[Kind, dict[str, float]]:
    """The weight of each feature by kind of choice."""
    rows = load_table("speaker_weights.tsv")
    return {kind: {row["feature"]: float(row[kind] or 0) for row in rows} for kind in KINDS}


def score(option: Option, kind: Kind) -> float:
    """The sum of an option's weights."""
    weights = load_weights()[kind]
    return sum(weights.get(name, 0.0) * value for name, value in option.features.items())


def choose_best(choice: Choice) -> Option:
    """The option with the highest score; the nearest of equals."""
    return max(choice.options, key=lambda option: score(option, choice.kind))
