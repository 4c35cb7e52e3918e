"""The functions people call: any text gives a record or a typed error, and a batch loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import newsents
from newsents import Article, ExtractionError, InvalidTextError, PipelineError

TEXT = (
    "Potsdam (dpa) – Brandenburgs Bildungsministerin Henrike Vollmer hat angekündigt, kleine Schulen zu sichern. "
    "„Wir schließen keine Schule“, sagte die SPD-Politikerin am Dienstag in Potsdam. "
    "Das Geld stehe bereit, so Vollmer."
)
LINE = "Die Stadt Kassel baut eine Brücke, sagte Baudezernent Uwe Lenz. "


@pytest.fixture(scope="module")
def nlp() -> Language:
    return newsents.load()


def test_who_said_what() -> None:
    article = newsents.extract(TEXT)
    assert {"Henrike Vollmer", "Potsdam", "Brandenburg"} <= {e.name for e in article.entities}
    assert [q.kind for q in article.quotes] == ["indirect", "direct", "indirect"]
    assert {q.speaker.name for q in article.quotes} == {"Henrike Vollmer"}


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("des Ministeriums", "Ministerium"),
        ("des zuständigen Ministeriums", "zuständiges Ministerium"),
        ("eines leitenden Ingenieurs", "leitender Ingenieur"),
        ("der Behörde", "Behörde"),
    ],
)
def test_a_described_speaker_is_named_in_the_nominative(phrase: str, name: str) -> None:
    (quote,) = newsents.extract(f"Nach Angaben {phrase} fahren die Züge bald wieder.").quotes
    assert (quote.speaker.kind, quote.speaker.name) == ("described", name)


MARKS = ["„%s“", "„%s”", '„%s"', "“%s”", "»%s«", "«%s»", "›%s‹", "‹%s›", "‚%s‘", '"%s"', "'%s'"]


@pytest.mark.parametrize("marks", MARKS)
def test_every_style_of_quotation_marks(marks: str) -> None:
    text = marks % "Wir bauen die Schule neu" + ", sagte Uwe Lenz am Montag."
    quotes = [(q.kind, q.text, q.speaker.name) for q in newsents.extract(text).quotes]
    assert quotes == [("direct", "Wir bauen die Schule neu", "Uwe Lenz")]


def test_json_round_trip() -> None:
    article = newsents.extract(TEXT)
    assert Article.model_validate_json(article.model_dump_json()) == article


ODD_TEXTS = {
    "empty": "",
    "white space": " \n\t \r\n ",
    "control characters": "Er\x00 sagte\x07, es\x1b[31m regne.\x7f",
    "html": "<p>„Ja“, sagte <b>Uwe Lenz</b>&nbsp;aus K&ouml;ln.</p><script>var a = '„';</script>",
    "english": "“We will build it,” said Mayor Jane Doe of Springfield on Monday.",
    "emoji": "🎉🎉 „Wir haben gewonnen 🏆“, jubelte Trainer Uwe Lenz 👨‍👩‍👧‍👦.",
    "unbalanced marks": '„Das ist „falsch, sagte Uwe Lenz. »Ja\n\n“““ ‚‚ "" «',
    "marks only": "„“»«\"'‚‘›‹",
    "combining": "Zu\u0308rich wa\u0308chst, sagte Rene\u0301 Mu\u0308ller.",
    "zero width": "Uwe\u200bLenz\ufeff sagte\u00ad, es regne.",
    "right to left": "\u202eUwe Lenz\u202c sagte: „שלום“.",
    "line separators": "Uwe Lenz\u2028sagte\u2029, es regne.\x0b\x0c\x85Ende.",
    "one long word": "a" * 100_000,
    "punctuation run": "." * 20_000,
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_odd_texts_give_a_result(text: str) -> None:
    article = newsents.extract(text)
    assert article.text == text
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_a_line_of_100_000_characters() -> None:
    article = newsents.extract((LINE * 2000)[:100_000])
    assert [e.name for e in article.people] == ["Uwe Lenz"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Uwe Lenz \ud83d sagte", "lone surrogate at character 9"),
        (b"Uwe Lenz", "decode"),
        (None, "expected a str"),
    ],
)
def test_no_text_is_a_typed_error(text: object, message: str) -> None:
    with pytest.raises(InvalidTextError, match=message):
        newsents.extract(text)  # type: ignore[arg-type]


def test_a_bad_text_in_a_batch_raises_with_its_index() -> None:
    with pytest.raises(ExtractionError, match="text 2: lone surrogate") as caught:
        list(newsents.extract_many([TEXT, TEXT, "\ud800", TEXT]))
    assert caught.value.index == 2
    assert isinstance(caught.value.__cause__, InvalidTextError)


def test_a_bad_text_can_be_skipped_or_yielded() -> None:
    texts = [TEXT, "\ud800", "Uwe Lenz schweigt."]
    skipped = list(newsents.extract_many(texts, on_error="skip"))
    assert [a.text for a in skipped] == [TEXT, "Uwe Lenz schweigt."]
    kept = list(newsents.extract_many(texts, on_error="yield"))
    assert isinstance(kept[1], ExtractionError)
    assert [kept[0], kept[2]] == skipped


@pytest.mark.parametrize("options", [{"batch_size": 0}, {"n_process": 0}, {"on_error": "ignore"}])
def test_bad_options(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        newsents.extract_many([TEXT], **options)  # type: ignore[arg-type]


def test_one_text_is_no_batch() -> None:
    with pytest.raises(InvalidTextError, match="extract"):
        newsents.extract_many(TEXT)


@pytest.mark.parametrize("options", [{"batch_size": 1}, {"batch_size": 3}, {"batch_size": 2, "n_process": 2}])
def test_any_batch_gives_the_same_in_order(options: dict[str, int]) -> None:
    texts = [TEXT, "", LINE * 9, TEXT[:60], LINE, TEXT]
    assert list(newsents.extract_many(texts, **options)) == [newsents.extract(t) for t in texts]


def test_a_stream_is_read_as_it_is_needed() -> None:
    read = 0

    def stream():  # type: ignore[no-untyped-def]
        nonlocal read
        for _ in range(1000):
            read += 1
            yield LINE

    articles = newsents.extract_many(stream(), batch_size=2)
    next(articles)
    assert read <= 4


def test_a_component_that_fails_on_one_text_spoils_no_other(nlp: Language) -> None:
    @Language.component("newsents_test_fails")
    def fail(doc: Doc) -> Doc:
        if "Köln" in doc.text:
            raise RuntimeError("no Köln")
        return doc

    own = newsents.load()
    own.add_pipe("newsents_test_fails", first=True)
    results = list(newsents.extract_many([LINE, "Köln ruft.", LINE], pipeline=own, on_error="yield"))
    assert isinstance(results[1], ExtractionError)
    assert results[0] == results[2] == newsents.extract(LINE)


def test_unknown_pipeline() -> None:
    with pytest.raises(PipelineError, match="de_not_there"):
        newsents.extract(TEXT, pipeline="de_not_there")
    with pytest.raises(PipelineError, match="int"):
        newsents.extract(TEXT, pipeline=7)  # type: ignore[arg-type]


def test_a_pipeline_that_lacks_annotations() -> None:
    with pytest.raises(PipelineError, match="newsents_analyser"):
        newsents.extract(TEXT, pipeline=spacy.blank("de"))


def test_a_pipeline_on_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "de_mine")
    assert newsents.extract(TEXT, pipeline=tmp_path / "de_mine") == newsents.extract(TEXT)


def test_a_doc_with_tokens_of_its_own(nlp: Language) -> None:
    doc = nlp(Doc(nlp.vocab, words=["Angela", "Merkel", "sprach", "in", "Bonn", "."]))
    assert [e.name for e in newsents.to_article(doc).entities] == ["Angela Merkel", "Bonn"]


def test_annotations_survive_a_docbin(nlp: Language) -> None:
    box = DocBin(store_user_data=True, docs=[nlp(TEXT)])
    doc = next(DocBin().from_bytes(box.to_bytes()).get_docs(nlp.vocab))
    assert doc._.newsents == newsents.extract(TEXT)


def test_spacy_workers(nlp: Language) -> None:
    docs = nlp.pipe([TEXT, LINE], n_process=2, batch_size=1)
    assert [d._.newsents for d in docs] == [newsents.extract(TEXT), newsents.extract(LINE)]


WORDS = "„ “ » « ' ’ , . : ( ) – 🎉 sagte Uwe Lenz er dass laut Köln sei habe CDU-Chef russischen SPD so".split()  # noqa: SIM905
PIECES = st.sampled_from([*WORDS, '"', "\n", "\n\n", " ", "\x00", "\u00a0"])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(TEXTS)
def test_arbitrary_text(text: str) -> None:
    article = newsents.extract(text)
    assert all(text[s.start : s.end] == s.text for s in article.spans())
    assert Article.model_validate_json(article.model_dump_json()) == article
    assert all(e.name.strip() for e in article.entities)
    mentions = [(m.start, m.end) for e in article.entities for m in e.mentions]
    assert len(mentions) == len(set(mentions))


def test_import_is_light() -> None:
    code = "import sys, newsents; print([m for m in ('spacy', 'onnxruntime', 'pydantic', 'numpy') if m in sys.modules])"
    env = {**os.environ, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "[]"
