"""Overlapping candidates: which of two stays."""

from __future__ import annotations

from newsents.quotes.candidates import Candidate
from newsents.quotes.grammar import CONSTRUCTIONS
from newsents.quotes.selection import resolve_overlaps

PRECEDENCE = [rule for rule, _ in CONSTRUCTIONS]


def make(rule: str, *spans: tuple[int, int], cues: tuple[int, ...] = (), kind: str = "indirect") -> Candidate:
    return Candidate(kind, spans, rule, cues=cues)  # type: ignore[arg-type]


def rules(*candidates: Candidate) -> list[str]:
    return [c.rule for c in resolve_overlaps(candidates, PRECEDENCE)]


def test_the_surer_rule_stays() -> None:
    assert rules(make("reported", (3, 9), cues=(2,)), make("clause-dass", (4, 9), cues=(2,))) == ["clause-dass"]


def test_apart_from_each_other_both_stay() -> None:
    assert rules(make("source", (10, 15), cues=(9,)), make("clause-dass", (3, 8), cues=(2,))) == [
        "clause-dass",
        "source",
    ]


def test_one_wholly_inside_the_other_stays() -> None:
    outer, inner = make("inquit", (0, 12), cues=(13,)), make("clause-dass", (6, 12), cues=(4,))
    assert rules(outer, inner) == ["inquit", "clause-dass"]


def test_a_statement_does_not_hold_another_ones_cue_unless_all_of_it() -> None:
    outer, crossing = make("inquit", (0, 8), cues=(9,)), make("source", (6, 14), cues=(5,))
    assert rules(outer, crossing) == ["inquit"]


def test_an_unframed_quote_gives_way() -> None:
    framed, bare = make("colon", (3, 8), cues=(1,), kind="direct"), make("marks", (3, 8), kind="direct")
    assert rules(bare, framed) == ["colon"]


def test_result_is_in_text_order() -> None:
    assert rules(make("inquit", (20, 25), cues=(26,)), make("reported", (1, 4), cues=(0,))) == ["reported", "inquit"]
