"""Tokens as German news has them, in time that grows with the text, and the same from a stored pipeline."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from growth import LINEAR, measure_growth
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from newsents.analysis.tokenizer import ALONE, NAME, NewsTokenizer, find_cuts, make_blank

NLP = make_blank()

ROWS = [
    ("party in brackets", "Jan Ohm (CDU): „Ja“", "Jan Ohm ( CDU ) : „ Ja “"),
    ("number in brackets", "Ida (8): acht", "Ida ( 8 ) : acht"),
    ("two brackets", "(Amt (8))", "( Amt ( 8 ) )"),
    ("colon before a bracket", "(siehe unten:)", "( siehe unten : )"),
    ("square brackets", "sagte[1]er [sic]", "sagte [ 1 ] er [ sic ]"),
    ("bracket inside a word", "Bürger(innen) und Schul-)Amt", "Bürger ( innen ) und Schul- ) Amt"),
    ("typewriter mark behind a stop", 'Jan Ohm."Ich komme"', 'Jan Ohm . " Ich komme "'),
    ("mark behind a stop", "kam.“Er", "kam . “ Er"),
    ("looks like the address of a page", "kam.“so", "kam . “ so"),
    ("stop of an acronym", "SPD.»Ich«", "SPD . » Ich «"),
    ("comma and word behind a mark", "„Ja“,sagte er", "„ Ja “ , sagte er"),
    ("comma and word behind a typewriter mark", '"Ja",sagte er', '" Ja " , sagte er'),
    ("comma and word behind a single mark", "‚Ja‘,sagte er", "‚ Ja ‘ , sagte er"),
    ("comma and word behind an angle", "»Ja«,sagte ›Ja‹,sagte", "» Ja « , sagte › Ja ‹ , sagte"),
    ("two stops before a mark", "Was?!“,rief", "Was ? ! “ , rief"),
    ("dash behind a mark", "„Ja“–sagte er", "„ Ja “ – sagte er"),
    ("colon before a mark", 'Ohm:„Ja“ und Ohm:"Ja"', 'Ohm : „ Ja “ und Ohm : " Ja "'),
    ("party, colon and mark", "Ohm(CDU):„Ja“", "Ohm ( CDU ) : „ Ja “"),
    ("compound of a title", "„Morgen“-Chef", "„ Morgen “ -Chef"),
    ("two commas open", "rief:,,Ja“ und ,,Nein“", "rief : ,, Ja “ und ,, Nein “"),
    ("two commas that open nothing", "Das Haus,, das", "Das Haus , , das"),
    ("blanks inside marks", "« Ja », sagte", "« Ja » , sagte"),
    ("apostrophe at the end", "Sax’ Haus", "Sax ’ Haus"),
    ("apostrophe inside a word", "geht's geht’s D'Angelo D’Angelo", "geht's geht’s D'Angelo D’Angelo"),
    ("abbreviations", "z.B. u.a. Dr. Mio. S.p.A. k.o.", "z.B. u.a. Dr. Mio. S.p.A. k.o."),
    ("abbreviations in brackets", "(z.B. so) (u.a.) (S.p.A.)", "( z.B. so ) ( u.a. ) ( S.p.A. )"),
    ("abbreviation on a mark", "„Prof.“und", "„ Prof. “ und"),
    ("initial on a mark", "„Jan K.“so", "„ Jan K. “ so"),
    ("times and scores", "8:30 (8:30) 3:1 (3:1)", "8:30 ( 8:30 ) 3:1 ( 3:1 )"),
    ("decimals", "1,5“ und 10.000(alt)", "1,5 “ und 10.000 ( alt )"),
    ("addresses", "(www.ohm.de) „jan@ohm.de“,so", "( www.ohm.de ) „ jan@ohm.de “ , so"),
    ("bracket in an address", "https://ohm.de/Ohm_(Amt)_1", "https://ohm.de/Ohm_(Amt)_1"),
    ("smiley", "Gut :-) so", "Gut :-) so"),
]


@pytest.mark.parametrize(("reason", "text", "tokens"), ROWS, ids=[row[0] for row in ROWS])
def test_tokens(reason: str, text: str, tokens: str) -> None:
    assert [t.text for t in NLP(text)] == tokens.split(), reason


@given(st.text(alphabet=[*ALONE, *"aB9.,:;!?-–'’ \n"], max_size=30))
def test_marks_and_brackets_stand_alone(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    faces = (":-", ";-")
    assert all(len(t) == 1 or set(ALONE).isdisjoint(t.text) or t.text.startswith(faces) for t in doc)


SYMBOLS = ["„", "“", "&", "…", "*", "_", "(", "🙂", "%", "'", ",", "§", "US$", "a&", "a:", "„a“", "5€", "a.b!", "a@b."]


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_time_grows_with_a_run_without_blanks(symbol: str) -> None:
    def tokenize(text: str) -> object:
        with NLP.memory_zone():  # where the tokenizer remembers nothing of the round before
            return len(NLP(text))

    assert measure_growth(tokenize, symbol * 3000, symbol * 12000) < LINEAR


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("around", ["{}", "Ja {} nein", "Ja  {}\n\n nein ", "{}Ja {}"])
def test_a_cut_run_keeps_the_text(symbol: str, around: str) -> None:
    text = around.format(*[symbol * 600] * 2)
    assert list(find_cuts(text))
    assert NLP(text).text == text


def test_words_around_a_run_are_as_without_it() -> None:
    run = "&" * 100
    assert [t.text for t in NLP(f"Jan Ohm (CDU), {run} z.B.  Ida") if t.text != "&"] == [
        t.text for t in NLP("Jan Ohm (CDU), z.B.  Ida")
    ]


@pytest.mark.parametrize("text", ["Amt" * 200, "https://ohm.de" + "/a-1" * 100, "-" * 60, "." * 60])
def test_long_words_stay_whole(text: str) -> None:
    assert [t.text for t in NLP(text)] == [text]


def test_norms_stay_beside_a_run() -> None:
    run = "&" * 100
    assert [t.norm_ for t in NLP(f"auf'm Amt {run}")][:3] == ["auf", "dem", "amt"]


def again_from_disk(nlp: Language, path: Path) -> Language:
    nlp.to_disk(path)
    return spacy.load(path)


def again_from_bytes(nlp: Language, path: Path) -> Language:
    return make_blank().from_bytes(nlp.to_bytes())


def again_pickled(nlp: Language, path: Path) -> Language:
    again: Language = pickle.loads(pickle.dumps(nlp))
    return again


@pytest.mark.parametrize("again", [again_from_disk, again_from_bytes, again_pickled])
def test_a_stored_tokenizer_is_the_same(again, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    nlp = again(NLP, tmp_path / "pipeline")
    assert isinstance(nlp.tokenizer, NewsTokenizer)
    text = "Jan Ohm (CDU):„Ja“,sagte er. S.p.A. " + "&" * 100
    assert [t.text for t in nlp(text)] == [t.text for t in NLP(text)]


def test_spacy_finds_it_by_name() -> None:
    assert spacy.registry.tokenizers.get(NAME)()(NLP)("(CDU):")[1].text == "CDU"
