"""The component's contract, and what the shipped model must at least get right on sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from newsents.annotations import NAMES

TEXT = (
    "MARBURG: Der neue Haushalt sei solide, sagte Finanzministerin Petra Hollenbach (SPD) am Mittwoch in Berlin.\n\n"
    "„Wir sparen, wo es geht“, sagte sie dem Hessischen Rundfunk. Die polnische Regierung wies das zurück."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("newsents_analyser")
    return nlp


def facts(doc: Doc) -> list[tuple[object, ...]]:
    tokens = [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc]
    return [*tokens, *((s.start, s.end, s.label_) for s in doc.spans[NAMES]), *((e.start, e.end) for e in doc.ents)]


def test_sentences_do_not_cross_paragraphs(nlp: Language) -> None:
    sentences = [s.text.strip() for s in nlp(TEXT).sents]
    assert len(sentences) == 3
    assert sentences[2].startswith("Die polnische")


def test_every_sentence_is_one_tree(nlp: Language) -> None:
    for sentence in nlp(TEXT).sents:
        assert sum(t.head.i == t.i for t in sentence) == 1
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)


def test_names_and_moods(nlp: Language) -> None:
    doc = nlp(TEXT)
    ents = {(e.text, e.label_) for e in doc.ents}
    assert {("Petra Hollenbach", "PER"), ("SPD", "ORG"), ("Berlin", "LOC")} <= ents
    assert ("polnische", "LOCderiv") in {(s.text, s.label_) for s in doc.spans[NAMES]}
    assert next(t for t in doc if t.text == "sei").morph.get("Mood") == ["Sub"]
    assert next(t for t in doc if t.text == "sparen").morph.get("Mood") == ["Ind"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\n\nJa", "Ja \n\n ", "\t.", "„", "🙂", "a" * 5000, "\x00\x07", "\u200b"]
)
def test_odd_texts(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(t.has_dep() or t.is_space for t in doc)


def test_tokens_of_your_own(nlp: Language) -> None:
    doc = nlp(Doc(nlp.vocab, words=["Angela", "Merkel", "sprach", "in", "Bonn", "."]))
    assert [e.text for e in doc.ents] == ["Angela Merkel", "Bonn"]


def test_same_result_in_any_batch(nlp: Language) -> None:
    other = (
        "Ein ganz anderer, sehr viel längerer Text: " + "Die Stadt Kassel baut eine neue Brücke über die Fulda. " * 20
    )
    alone = facts(nlp(TEXT))
    assert [facts(d) for d in nlp.pipe([other, TEXT, "", TEXT], batch_size=4)][1::2] == [alone, alone]
    assert facts(next(nlp.pipe([TEXT], batch_size=1))) == alone


def test_one_paragraph_does_not_change_another(nlp: Language) -> None:
    first, second = TEXT.split("\n\n")
    together = [(e.text, e.label_) for e in nlp(TEXT).ents]
    assert together == [(e.text, e.label_) for part in (first, second) for e in nlp(part).ents]


def test_two_processes(nlp: Language) -> None:
    alone = facts(nlp(TEXT))
    assert [facts(d) for d in nlp.pipe([TEXT] * 4, n_process=2, batch_size=1)] == [alone] * 4


def test_disk_bytes_and_docbin(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    alone = facts(nlp(TEXT))
    assert facts(spacy.load(tmp_path / "pipeline")(TEXT)) == alone
    other = spacy.blank("de")
    other.add_pipe("newsents_analyser")
    assert facts(other.from_bytes(nlp.to_bytes())(TEXT)) == alone
    box = DocBin(store_user_data=True, docs=[nlp(TEXT)])
    assert facts(next(DocBin().from_bytes(box.to_bytes()).get_docs(nlp.vocab))) == alone


def test_bad_config(nlp: Language) -> None:
    with pytest.raises(Exception, match="threads"):
        spacy.blank("de").add_pipe("newsents_analyser", config={"threads": "many"})


def test_threads_do_not_change_the_result() -> None:
    results = []
    for threads in (1, 2):
        nlp = spacy.blank("de")
        nlp.add_pipe("newsents_analyser", config={"threads": threads})
        results.append(facts(nlp("\n\n".join([TEXT] * 3))))
    assert results[0] == results[1]
