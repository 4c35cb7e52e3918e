"""Invisible characters, decomposed letters, HTML's references and divided words: read past, and offsets still exact."""

from __future__ import annotations

import re
import timeit
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsents
from newsents.article import Article
from newsents.cleaning import CleanText
from newsents.records import Mention, Place

TEXT = (
    "Verkehrsministerin Dörte Kämphüsen will Bahnstrecken wiederbeleben. „Wir fangen in Österreich an“, erklärte die "
    "Ministerin. Laut CDU-Fraktionschef Jörg Müller fehlt dafür in Thüringen das Geld."
)


@pytest.mark.parametrize(
    ("original", "clean"),
    [
        pytest.param("Ein Satz – mit „Zeichen“.", "Ein Satz – mit „Zeichen“.", id="nothing to do"),
        pytest.param("Bun\u00addes\u00adtag\u200b \u2068Roth\u2069", "Bundestag Roth", id="invisible characters"),
        pytest.param("Mu\u0308ller", "Müller", id="a decomposed letter"),
        pytest.param("a\u0316\u0308b", "ä\u0316b", id="two accents"),
        pytest.param("u\u00ad\u0308", "ü", id="a soft hyphen inside a letter"),
        pytest.param("Bundes-\nregierung, Straßen-  \r\n bahn", "Bundesregierung, Straßenbahn", id="divided words"),
        pytest.param("Bundes-\nund Landes-\nRat", "Bundes-\nund Landes-\nRat", id="hyphens that are meant"),
        pytest.param("Fu\u0308-\nße, Bundes-\u00ad\nrat", "Füße, Bundesrat", id="divided after something unclean"),
        pytest.param("eins\u2028zwei", "eins\nzwei", id="a line separator"),
        pytest.param("\ufeff", "", id="nothing left"),
        pytest.param("Bundes-&shy;&NewLine;regierung", "Bundesregierung", id="divided by references"),
        pytest.param("Mu&#x308;ller", "Müller", id="an accent as a reference"),
    ],
)
def test_text(original: str, clean: str) -> None:
    assert CleanText(original).text == clean


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda text: f"u{text}", id="accents"),
        pytest.param(lambda text: text.replace("\u0308", "\u0316\u0308"), id="accents that change places"),
        pytest.param(lambda text: text.replace("\u0308", "&"), id="ampersands"),
        pytest.param(lambda text: text.replace("\u0308", "&a"), id="what might be names"),
        pytest.param(lambda text: "&#" + text.replace("\u0308", "1"), id="one long number"),
        pytest.param(lambda text: text.replace("\u0308", "a\u00ad"), id="soft hyphens"),
        pytest.param(lambda text: text.replace("\u0308", "a-\n"), id="ends of lines"),
        pytest.param(lambda text: "a-" + text.replace("\u0308", " "), id="blanks after a hyphen"),
    ],
)
def test_time_grows_with_the_length(make: Callable[[str], str]) -> None:
    def seconds(length: int) -> float:
        text = make("\u0308" * length)
        return min(timeit.repeat(lambda: CleanText(text), number=1, repeat=3))

    assert seconds(80_000) < 16 * seconds(10_000) + 0.05  # 8 where it is linear, 64 where it is the square


def test_restore() -> None:
    clean = CleanText("In Mu\u0308n\u00adchen\u200b.")
    assert clean.text == "In München."
    place = Place(id="e1", name="München", mentions=(Mention(start=3, end=10, text="München"),))
    article = clean.restore(Article(text=clean.text, entities=(place,), sentences=((0, 11),)))
    mention = article.entities[0].mentions[0]
    assert (mention.start, mention.end, mention.text) == (3, 12, "Mu\u0308n\u00adchen")
    assert article.entities[0].name == "München"
    assert article.sentences == ((0, 14),)


PARTS = ["ä", "a\u0308", "b", "\u00ad", "&amp;", " ", "-\n", "&shy;", "&#x308;", "&fjlig;", "x"]


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_every_stretch_has_its_original(parts: list[str]) -> None:
    original = "".join(parts)
    clean = CleanText(original)
    for start in range(len(clean.text)):
        for end in range(start + 1, len(clean.text) + 1):
            mention = Mention(start=start, end=end, text=clean.text[start:end])
            place = Place(id="e1", name="x", mentions=(mention,))
            found = clean.restore(Article(text=clean.text, entities=(place,))).entities[0].mentions[0]
            assert mention.text in CleanText(found.text).text or "\n" in mention.text


def content(article: Article) -> list[object]:
    return [
        [(e.kind, e.name, len(e.mentions)) for e in article.entities],
        [(q.kind, q.speaker.name, CleanText(q.text).text) for q in article.quotes],
    ]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: re.sub(r"(\w{4})(?=\w{3})", "\\1\u00ad", text),
        lambda text: text.replace(" ", "\u200b "),
        lambda text: text.replace("„", "&bdquo;").replace("“", "&ldquo;").replace("ä", "&auml;"),
        lambda text: text.replace("strecken", "stre-\ncken"),
        lambda text: text.replace("strecken", "strec&shy;ken").replace("der Minister", "der&thinsp;&nbsp;Minister"),
    ],
)
def test_a_spoiled_text_says_the_same(spoil: object) -> None:
    text = spoil(TEXT)  # type: ignore[operator]
    expected = content(newsents.extract(TEXT))
    assert content(newsents.extract(text)) == expected
    assert content(next(newsents.extract_many([text]))) == expected
    assert len(newsents.extract(text).quotes) == 2


@given(st.text(alphabet="aä\u0308\u00ad&amp;#shy\n- „“.\u200b", max_size=40))
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_any_text(text: str) -> None:
    assert newsents.extract(text).text == text
