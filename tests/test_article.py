from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import ValidationError
from sample import make_article, span

from newsents.article import Article, fold, without_genitive
from newsents.records import EntitySpeaker, Mention, Organisation, Person, Quote, Span

ARTICLE = make_article()


def ids(records: object) -> list[str]:
    return [r.id for r in records]  # type: ignore[attr-defined]


def test_article_checks_offsets() -> None:
    wrong = Person(id="p1", name="Ada", mentions=(Mention(start=0, end=3, text="Ada"),))
    with pytest.raises(ValidationError, match=r"text\[0:3\] is not 'Ada'"):
        Article(text="Eva", entities=(wrong,))


def test_article_checks_that_speakers_exist() -> None:
    quote = Quote(
        id="q1",
        kind="direct",
        spans=(Span(start=0, end=2, text="Ja"),),
        speaker=EntitySpeaker(name="Ada", entity_id="p9"),
    )
    with pytest.raises(ValidationError, match="q1: no entity 'p9'"):
        Article(text="Ja", quotes=(quote,))


def test_entities_by_kind() -> None:
    assert ids(ARTICLE.people) == ["p1", "p2", "p3"]
    assert ids(ARTICLE.places) == ["l1", "l2"]
    assert ids(ARTICLE.organisations) == ["o1", "o2"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("p2", ["p2"], id="an id"),
        pytest.param("Alma Brandt", ["p1"], id="the canonical name"),
        pytest.param("  alma   BRANDT ", ["p1"], id="case and white space do not count"),
        pytest.param("Brandts", ["p1"], id="a genitive that the text has"),
        pytest.param("österreichische", ["l2"], id="a derived form"),
        pytest.param("Alma", ["p1"], id="a first name that never stands alone"),
        pytest.param("Kellers", ["p2"], id="a genitive that the text does not have"),
        pytest.param("Wiens", ["l1"], id="a place's genitive"),
        pytest.param("Keller", ["p2"], id="a surname of two that the text uses for one of them"),
        pytest.param("Ben", ["p3"], id="the first name tells them apart"),
        pytest.param("EU", ["o1"], id="a whole name is better than a part of one"),
        pytest.param("Kommission", [], id="only people are found by one word of the name"),
        pytest.param("Berlin", [], id="not in the article"),
        pytest.param("", [], id="nothing asked"),
        pytest.param("s", [], id="nothing left without the ending"),
    ],
)
def test_entities_called(key: str, expected: list[str]) -> None:
    assert ids(ARTICLE.entities_called(key)) == expected
    found = ARTICLE.entity(key)
    assert (found.id if found else None) == (expected[0] if expected else None)


def test_two_people_of_one_surname_are_both_found() -> None:
    def person(n: int, name: str, start: int) -> Person:
        return Person(id=f"p{n}", name=name, mentions=(Mention(start=start, end=start + len(name), text=name),))

    article = Article(text="Ida Roth und Udo Roth", entities=(person(1, "Ida Roth", 0), person(2, "Udo Roth", 13)))
    assert ids(article.entities_called("Roth")) == ["p1", "p2"]
    assert article.entity("Roth") == article.people[0]


def test_a_record_of_another_article_is_found_by_its_name() -> None:
    elsewhere = Person(id="p2", name="Alma Brandt", mentions=(Mention(start=0, end=6, text="Brandt"),))
    assert ARTICLE.entity(elsewhere) == ARTICLE.people[0]
    assert ARTICLE.entity(ARTICLE.people[1]) is ARTICLE.people[1]
    stranger = Organisation(id="p1", name="Bund", mentions=(Mention(start=0, end=4, text="Bund"),))
    assert ARTICLE.entity(stranger) is None


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        pytest.param("Boris Keller", ["q1"], id="by name"),
        pytest.param("keller", ["q1"], id="by alias"),
        pytest.param("Beamte", ["q2"], id="by a word of the description"),
        pytest.param("Alma Brandt", [], id="quoted nowhere"),
        pytest.param("Papst", [], id="not in the article"),
        pytest.param("", [], id="nobody is not everybody"),
    ],
)
def test_quotes_by(speaker: str, expected: list[str]) -> None:
    assert ids(ARTICLE.quotes_by(speaker)) == expected


def test_quotes_by_a_record() -> None:
    assert ids(ARTICLE.quotes_by(ARTICLE.people[2])) == ["q4"]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("Brandt", ["q1", "q2", "q4"]), ("EU", ["q3"]), ("Wien", ["q2"]), ("Österreich", []), ("Papst", [])],
)
def test_quotes_about(subject: str, expected: list[str]) -> None:
    assert ids(ARTICLE.quotes_about(subject)) == expected


def test_mentioned_with_counts_sentences() -> None:
    together = {e.name: n for e, n in ARTICLE.mentioned_with("Brandt").items()}
    assert together == {"Wien": 2, "Boris Keller": 2, "Österreich": 1, "Ben Keller": 1, "EU-Kommission": 1}
    assert ARTICLE.mentioned_with("EU") == {}
    assert ARTICLE.mentioned_with("Papst") == {}


def test_mentioned_with_without_sentences_is_empty() -> None:
    assert ARTICLE.model_copy(update={"sentences": ()}).mentioned_with("Brandt") == {}


def test_sentences_with() -> None:
    assert ARTICLE.sentences_with("Brandt", "Keller", "Wien") == (
        "Außenministerin Alma Brandt reiste mit Boris Keller nach Wien.",
    )
    assert len(ARTICLE.sentences_with("Brandt")) == 4
    assert ARTICLE.sentences_with("Brandt", "Papst") == ()
    assert ARTICLE.sentences_with() == ()


def test_a_mention_between_sentences_belongs_to_none() -> None:
    first = ARTICLE.sentences[0]
    article = ARTICLE.model_copy(update={"sentences": (first, ARTICLE.sentences[4])})
    assert span("Wien", "sagte").start > first[1]
    assert [s.split()[0] for s in article.sentences_with("Wien")] == ["Außenministerin"]


def test_fold_and_without_genitive() -> None:
    assert fold(" Wladimir \n PUTIN") == "wladimir putin"
    assert [without_genitive(n) for n in ("putins", "schulz’", "wien")] == ["putin", "schulz", "wien"]


QUESTIONS = [
    ARTICLE.entity,
    ARTICLE.entities_called,
    ARTICLE.quotes_by,
    ARTICLE.quotes_about,
    ARTICLE.mentioned_with,
    ARTICLE.sentences_with,
]


@pytest.mark.parametrize("ask", QUESTIONS, ids=lambda ask: ask.__name__)
@pytest.mark.parametrize(
    "key",
    [
        pytest.param(None, id="what a search without a result gave"),
        pytest.param(b"Brandt", id="bytes"),
        pytest.param(ARTICLE.people, id="a tuple of records"),
        pytest.param(Person, id="a class"),
        pytest.param(ARTICLE.quotes[2].speaker, id="a speaker, who may have no name"),
    ],
)
def test_a_question_says_what_it_takes(ask: Callable[[object], object], key: object) -> None:
    with pytest.raises(TypeError, match=r"name or alias \(a str\), or by its record .*, not by"):
        ask(key)


@pytest.mark.parametrize("ask", QUESTIONS, ids=lambda ask: ask.__name__)
def test_a_question_takes_a_record_for_its_name(ask: Callable[[object], object]) -> None:
    by_record = [ask(person) for person in ARTICLE.people]
    assert by_record == [ask(person.name) for person in ARTICLE.people]
    assert any(by_record)
