"""Invisible characters, decomposed letters, HTML's references and divided words: read past, and offsets still exact."""

from __future__ import annotations

import re
import unicodedata

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
        ("Ein Satz – mit „Zeichen“.", "Ein Satz – mit „Zeichen“."),
        ("Bun\u00addes\u00adtag\u200b", "Bundestag"),
        ("Mu\u0308ller", "Müller"),
        ("a\u0316\u0308b", "ä\u0316b"),
        ("&bdquo;Ja&ldquo;, R&amp;D &#228; &#xE4; &nbsp;.", "„Ja“, R&D ä ä \u00a0."),
        ("&nichts; &#7; & so; &#0;", "&nichts; &#7; & so; \ufffd"),
        ("Bundes-\nregierung, Straßen-  \r\n bahn", "Bundesregierung, Straßenbahn"),
        ("Bundes-\nund Landes-\nRat", "Bundes-\nund Landes-\nRat"),
        ("eins\u2028zwei", "eins\nzwei"),
        ("\ufeff", ""),
    ],
)
def test_text(original: str, clean: str) -> None:
    assert CleanText(original).text == clean


def test_restore() -> None:
    clean = CleanText("In Mu\u0308n\u00adchen\u200b.")
    assert clean.text == "In München."
    place = Place(id="e1", name="München", mentions=(Mention(start=3, end=10, text="München"),))
    article = clean.restore(Article(text=clean.text, entities=(place,), sentences=((0, 11),)))
    mention = article.entities[0].mentions[0]
    assert (mention.start, mention.end, mention.text) == (3, 12, "Mu\u0308n\u00adchen")
    assert article.entities[0].name == "München"
    assert article.sentences == ((0, 14),)


PARTS = st.lists(st.sampled_from(["ä", "a\u0308", "b", "\u00ad", "&amp;", " ", "-\n", "\u200b", "x"]), max_size=12)


@given(PARTS)
def test_every_stretch_has_its_original(parts: list[str]) -> None:
    original = "".join(parts)
    clean = CleanText(original)
    for start in range(len(clean.text)):
        for end in range(start + 1, len(clean.text) + 1):
            mention = Mention(start=start, end=end, text=clean.text[start:end])
            place = Place(id="e1", name="x", mentions=(mention,))
            found = clean.restore(Article(text=clean.text, entities=(place,))).entities[0].mentions[0]
            assert CleanText(found.text).text == mention.text or "\n" in mention.text


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
    ],
)
def test_a_spoiled_text_says_the_same(spoil: object) -> None:
    text = spoil(TEXT)  # type: ignore[operator]
    expected = content(newsents.extract(TEXT))
    assert content(newsents.extract(text)) == expected
    assert content(next(newsents.extract_many([text]))) == expected
    assert len(newsents.extract(text).quotes) == 2


@given(st.text(alphabet="aä\u0308\u00ad&amp;\n- „“.\u200b", max_size=40))
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_any_text(text: str) -> None:
    assert newsents.extract(text).text == text
