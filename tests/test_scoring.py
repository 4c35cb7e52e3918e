"""What `newsents.score` counts: each row is one way in which an article can differ from gold."""

from __future__ import annotations

from typing import Any

import pytest

import newsents
from newsents.article import Article
from newsents.records import DescribedSpeaker, EntitySpeaker, Mention, Organisation, Person, Place, Span
from newsents.scoring.figures import Figure, Share
from tests.sample import TEXT, make_article

GOLD = make_article()
CITY = "Moskau schweigt."
MOSCOW: dict[str, Any] = {"name": "Moskau", "mentions": (Mention(start=0, end=6, text="Moskau"),)}


def change(quote: int, **values: Any) -> Article:
    quotes = tuple(q.model_copy(update=values) if n == quote else q for n, q in enumerate(GOLD.quotes))
    return GOLD.model_copy(update={"quotes": quotes})


def part(words: str, before: int = 0, behind: int = 0) -> tuple[Span]:
    start = TEXT.index(words) + before
    end = TEXT.index(words) + len(words) - behind
    return (Span(start=start, end=end, text=TEXT[start:end]),)


def test_gold_agrees_with_itself() -> None:
    scores = newsents.score(GOLD, GOLD)
    figures = [getattr(scores, name) for name in type(scores).model_fields if name != "articles"]
    assert all(f.precision == f.recall == f.f1 == 1 for f in figures if isinstance(f, Figure) and f.right)
    assert {f.value for f in figures if isinstance(f, Share)} == {1.0, None}  # None: the sample has no compounds
    assert scores.quotes == Figure(right=4)
    assert scores.mentions == Figure(right=12)


def test_nothing_found() -> None:
    scores = newsents.score(Article(text=TEXT), GOLD)
    assert scores.mentions == Figure(missed=12)
    assert scores.who_said_what == Figure(missed=4)
    assert (scores.quotes.precision, scores.quotes.recall, scores.quotes.f1) == (0, 0, 0)
    assert scores.speakers.value is None


def test_another_kind_of_quote_is_wrong_in_both_kinds() -> None:
    scores = newsents.score(change(0, kind="indirect"), GOLD)
    assert scores.direct == Figure(right=1, missed=1)
    assert scores.indirect == Figure(right=1, spurious=1)
    assert scores.quotes == Figure(right=4)
    assert scores.who_said_what == Figure(right=4)


@pytest.mark.parametrize(
    ("spans", "quotes", "exact"),
    [
        (part("„Brandts Plan ist gut“"), 4, 4),  # marks do not count as words
        (part("Brandts Plan ist gut", before=8), 4, 3),  # more than half of the characters
        (part("Brandts Plan ist gut", before=13), 3, 3),  # less than half
    ],
)
def test_how_much_of_a_quote(spans: tuple[Span], quotes: int, exact: int) -> None:
    scores = newsents.score(change(0, spans=spans), GOLD)
    assert (scores.quotes.right, scores.exact_words.right) == (quotes, exact)


def test_a_reported_quote_may_be_its_whole_clause_in_gold() -> None:
    clause = part("Ben Keller von der EU-Kommission lobte Brandt")
    gold = change(3, spans=clause)
    found = change(3, frame=part("Ben Keller von der EU-Kommission "))
    assert newsents.score(found, gold).reported == Figure(right=1)


@pytest.mark.parametrize(
    ("quote", "speaker", "right"),
    [
        (0, EntitySpeaker(name="boris keller ", entity_id="p2"), 4),  # case and spaces do not count
        (0, EntitySpeaker(name="Ben Keller", entity_id="p3"), 3),  # somebody else
        (1, DescribedSpeaker(name="Beamte", span=part("Beamte")[0]), 4),  # half of the words of a description
        (1, EntitySpeaker(name="Österreich", entity_id="l2"), 3),  # none of them
        (2, EntitySpeaker(name="EU", entity_id="o1"), 3),  # gold has nobody
    ],
)
def test_who_said_what(quote: int, speaker: Any, right: int) -> None:
    scores = newsents.score(change(quote, speaker=speaker), GOLD)
    wrong = 4 - right
    assert scores.who_said_what == Figure(right=right, spurious=wrong, missed=wrong)
    assert scores.speakers == Share(right=right, total=4)


def test_names_and_roles() -> None:
    alma, *others = GOLD.people
    renamed = alma.model_copy(update={"name": "Brandt", "roles": ()})
    rest = tuple(e for e in GOLD.entities if e.kind != "person")
    scores = newsents.score(GOLD.model_copy(update={"entities": (renamed, *others, *rest)}), GOLD)
    assert scores.entities == Figure(right=6, spurious=1, missed=1)
    assert scores.canonical == Share(right=8, total=12)  # four mentions have the wrong name
    assert scores.roles == Figure(missed=1)


@pytest.mark.parametrize("record", [Place, Organisation])
def test_either_of_two_kinds_is_right(record: Any) -> None:
    gold = Article(text=CITY, entities=(Place(id="e1", **MOSCOW), Organisation(id="e2", **MOSCOW)))
    scores = newsents.score(Article(text=CITY, entities=(record(id="e1", **MOSCOW),)), gold)
    assert scores.mentions == scores.entities == Figure(right=1)


def test_a_third_kind_is_wrong() -> None:
    gold = Article(text=CITY, entities=(Place(id="e1", **MOSCOW), Organisation(id="e2", **MOSCOW)))
    scores = newsents.score(Article(text=CITY, entities=(Person(id="e1", **MOSCOW),)), gold)
    assert scores.mentions == scores.entities == Figure(spurious=1, missed=1)


def test_a_quote_is_the_partner_of_one() -> None:
    twice = GOLD.model_copy(update={"quotes": (*GOLD.quotes, GOLD.quotes[0].model_copy(update={"id": "q9"}))})
    assert newsents.score(twice, GOLD).quotes == Figure(right=4, spurious=1)
    assert newsents.score(GOLD, twice).quotes == Figure(right=4, missed=1)


def test_several_articles_add_up() -> None:
    empty = Article(text="")
    scores = newsents.score(iter([GOLD, empty]), [GOLD, empty])
    assert scores == newsents.score(GOLD, GOLD).model_copy(update={"articles": 2})


@pytest.mark.parametrize(
    ("found", "gold", "message"),
    [(Article(text="Ja"), GOLD, "article 0"), ([GOLD], [GOLD, GOLD], "as many"), ([GOLD, GOLD], [GOLD], "as many")],
)
def test_what_cannot_be_compared(found: Any, gold: Any, message: str) -> None:
    with pytest.raises(newsents.InvalidTextError, match=message):
        newsents.score(found, gold)


def test_table_shows_each_figure() -> None:
    lines = str(newsents.score(change(0, kind="free"), GOLD)).splitlines()
    rows = [" ".join(line.split()) for line in lines]
    assert rows[0] == "1 article"
    assert "direct P 100.0 R 50.0 F1 66.7 (2 in gold)" in rows
    assert "speakers 100.0 % (of 4)" in rows
    assert "recall parts – % (of 0)" in rows
