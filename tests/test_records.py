from __future__ import annotations

import pytest
from pydantic import ValidationError
from sample import TEXT, make_article, span

from newsents.article import Article
from newsents.records import ENTITIES, Role, Span

ARTICLE = make_article()


def test_json_round_trip() -> None:
    assert Article.model_validate_json(ARTICLE.model_dump_json()) == ARTICLE


def test_every_span_slices_the_text() -> None:
    spans = list(ARTICLE.spans())
    assert len(spans) == 25
    assert all(TEXT[s.start : s.end] == s.text for s in spans)


def test_records_are_frozen_and_hashable() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        ARTICLE.people[0].name = "Anna"  # type: ignore[misc]
    assert len({ARTICLE, make_article()}) == 1


@pytest.mark.parametrize(
    ("json", "problem"),
    [
        pytest.param('{"text": "", "titel": ""}', "titel", id="unknown field"),
        pytest.param('{"text": 3}', "text", id="wrong type"),
        pytest.param('{"text": "", "quotes": [{"id": "q1", "kind": "direct", "spans": []}]}', "spans", id="no span"),
        pytest.param('{"text": "", "entities": [{"id": "p1", "kind": "animal"}]}', "animal", id="unknown kind"),
        pytest.param(
            '{"text": "Bonn", "entities": [{"id": "l1", "kind": "place", "name": "",'
            ' "mentions": [{"start": 0, "end": 4, "text": "Bonn"}]}]}',
            "name",
            id="empty name",
        ),
    ],
)
def test_bad_json_is_refused(json: str, problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        Article.model_validate_json(json)


def test_span_has_the_length_of_its_text() -> None:
    with pytest.raises(ValidationError, match="does not have the length of 'Wien'"):
        Span(start=0, end=3, text="Wien")


def test_kind_chooses_the_class() -> None:
    dumped = ENTITIES.dump_python(ARTICLE.entities)
    assert [type(e).__name__ for e in ENTITIES.validate_python(dumped)] == [
        "Person", "Person", "Place", "Place", "Organisation", "Person", "Organisation",
    ]  # fmt: skip


def test_quote_text_joins_its_spans() -> None:
    assert ARTICLE.quotes[2].text == "Das kostet die EU viel."


def test_aliases_are_name_and_wordings_once_each() -> None:
    assert ARTICLE.people[0].aliases == ("Alma Brandt", "Brandts", "Brandt")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (ARTICLE, f"<Article {len(TEXT)} characters, 7 entities, 4 quotes>"),
        (ARTICLE.people[0], "<Person 'Alma Brandt', 4×>"),
        (ARTICLE.quotes[0], "<Quote direct Boris Keller: 'Brandts Plan ist gut'>"),
        (ARTICLE.quotes[2], "<Quote direct ?: 'Das kostet die EU viel.'>"),
    ],
)
def test_reprs_are_readable(record: object, expected: str) -> None:
    assert repr(record) == expected


def test_str_of_spans_and_entities_are_their_words() -> None:
    role = Role(**span("Außenministerin").model_dump())
    assert f"{role} {ARTICLE.people[0]}" == "Außenministerin Alma Brandt"


def test_roles_stored_before_they_had_names_can_be_read() -> None:
    stored = {"start": 4, "end": 18, "text": "Außenministers"}
    assert Role.model_validate(stored).title == "Außenministers"
    assert Role.model_validate({**stored, "name": "Außenminister"}).title == "Außenminister"
