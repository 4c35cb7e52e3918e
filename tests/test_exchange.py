"""Articles as annotation tools have them, and back: what annotators touch is not lost, offsets are the tool's own."""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest

from newsents import AnnotationError, InvalidTextError
from newsents.article import Article
from newsents.exchange import cas, doccano, label_studio
from newsents.exchange.marking import make_sheet
from newsents.exchange.marks import Mark, Relation, Sheet
from newsents.exchange.reading import read_sheet
from newsents.records import EntitySpeaker, Mention, Person, Quote, Role, Span, UnknownSpeaker
from tests.sample import make_article

NOT_MARKED = {"links", "gender", "affiliations", "frame", "rule", "evidence"}


def through_cas(article: Article) -> Article:
    pytest.importorskip("cassis", reason="needs the extra 'cas'")
    return cas.from_cas(cas.to_cas(article))


def through_doccano(article: Article) -> Article:
    return doccano.from_doccano(json.loads(json.dumps(doccano.to_doccano(article))))


def through_label_studio(article: Article) -> Article:
    return label_studio.from_label_studio(json.loads(json.dumps(label_studio.to_label_studio(article))))


WAYS = [through_cas, through_doccano, through_label_studio]


def find(text: str, words: str) -> dict[str, Any]:
    return {"start": text.index(words), "end": text.index(words) + len(words), "text": words}


def make_odd_article() -> Article:
    """Emoji before and in everything, a split quote, words of a speaker that are no mention, odd white space."""
    text = "👩‍🚒🚒 Chefin Ida Roth:\r\n\t„Wir 👍 gehen“, sagte sie 🙂 den Leuten, „heim 🏠“. <&>"
    roth = Person(
        id="e1",
        name="Ida Roth",
        mentions=(Mention(**find(text, "Ida Roth")),),
        roles=(Role(**find(text, "Chefin")),),
    )
    quote = Quote(
        id="q1",
        kind="direct",
        spans=(Span(**find(text, "Wir 👍 gehen")), Span(**find(text, "heim 🏠"))),
        speaker=EntitySpeaker(name="Ida Roth", entity_id="e1", span=Span(**find(text, "sie"))),
        cues=(Span(**find(text, "sagte")),),
        addressees=(Span(**find(text, "den Leuten")),),
    )
    return Article(text=text, entities=(roth,), quotes=(quote,), sentences=((0, len(text)),))


def without(record: Any, names: set[str]) -> Any:
    if isinstance(record, dict):
        return {key: without(value, names) for key, value in record.items() if key not in names}
    return [without(part, names) for part in record] if isinstance(record, list | tuple) else record


def renumber(article: Article) -> dict[str, Any]:
    """The article without what is not marked, its ids in order of appearance."""
    numbers = {e.id: f"e{n}" for n, e in enumerate(sorted(article.entities, key=lambda e: e.mentions[0].start), 1)}
    plain = without(article.model_dump(), NOT_MARKED)
    moved = json.loads(re.sub(r'(?<=")\w+(?=")', lambda m: numbers.get(m[0], m[0]), json.dumps(plain)))
    moved["entities"].sort(key=lambda e: e["mentions"][0]["start"])
    return dict(moved)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "make", [make_article, make_odd_article, lambda: Article(text=""), lambda: Article(text=" \n")]
)
def test_there_and_back(make: Callable[[], Article], way: Callable[[Article], Article]) -> None:
    article = make()
    assert renumber(way(article)) == renumber(article)


def test_cas_offsets_are_units_of_utf_16() -> None:
    pytest.importorskip("cassis", reason="needs the extra 'cas'")
    article = make_odd_article()
    tree = ET.fromstring(cas.to_cas(article))
    units = article.text.encode("utf-16-le")
    marks = [each.attrib for each in tree if each.tag.endswith("NewsentsMark")]
    words = {units[2 * int(m["begin"]) : 2 * int(m["end"])].decode("utf-16-le"): m["label"] for m in marks}
    assert words == {
        "Ida Roth": "person", "Chefin": "role", "Wir 👍 gehen": "direct", "heim 🏠": "direct",
        "sagte": "cue", "den Leuten": "addressee", "sie": "speaker",
    }  # fmt: skip


def test_cas_relations_join_quotes_and_speakers() -> None:
    pytest.importorskip("cassis", reason="needs the extra 'cas'")
    tree = ET.fromstring(cas.to_cas(make_odd_article()))
    by_id = {value: each for each in tree for key, value in each.attrib.items() if key.endswith("}id")}
    relations = [each.attrib for each in tree if each.tag.endswith("NewsentsRelation")]
    ends = {tuple(by_id[r[end]].attrib["label"] for end in ("Governor", "Dependent")) for r in relations}
    assert ("direct", "speaker") in ends
    assert ("speaker", "person") in ends
    assert ("person", "role") in ends


def test_cas_of_what_xml_cannot_hold_is_an_error() -> None:
    pytest.importorskip("cassis", reason="needs the extra 'cas'")
    with pytest.raises(InvalidTextError, match="character 2 "):
        cas.to_cas(Article(text="Ja\x07"))
    with pytest.raises(AnnotationError, match="no UIMA CAS XMI"):
        cas.from_cas("<html>")


def test_cas_without_its_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(ImportError, match=r"newsents\[cas\]"):
        cas.to_cas(Article(text="Ja"))


def test_type_system_names_the_layers() -> None:
    pytest.importorskip("cassis", reason="needs the extra 'cas'")
    names = [each.text for each in ET.fromstring(cas.type_system().encode()).iter() if each.tag.endswith("}name")]
    assert {cas.MARK, cas.RELATION, "Governor", "Dependent"} <= set(names)


def test_old_label_studio_counts_units_of_utf_16() -> None:
    article = make_odd_article()
    task = label_studio.to_label_studio(article)
    for result in task["predictions"][0]["result"]:
        if "value" in result:
            for end in ("start", "end"):
                before = article.text[: result["value"][end]]
                result["value"][end] = len(before.encode("utf-16-le")) // 2
    assert renumber(label_studio.from_label_studio(task)) == renumber(article)


def test_label_studio_offsets_that_fit_no_words_are_an_error() -> None:
    task = label_studio.to_label_studio(make_odd_article())
    task["predictions"][0]["result"][0]["value"]["text"] = "etwas anderes"
    with pytest.raises(AnnotationError, match="etwas anderes"):
        label_studio.from_label_studio(task)


def test_label_studio_takes_what_somebody_annotated() -> None:
    task = label_studio.to_label_studio(make_odd_article())
    task["annotations"] = [{"was_cancelled": True, "result": task["predictions"][0]["result"]}, {"result": []}]
    assert label_studio.from_label_studio(task).entities == ()


def mark(number: int, words: str, label: str, **attributes: str) -> Mark:
    start = TEXT.index(words)
    return Mark.model_validate(
        {"id": str(number), "label": label, "start": start, "end": start + len(words), **attributes}
    )


TEXT = "Roth und Ida Roth: Die Chefin sagte, es regne. Er schweigt."


def sheet(*marks: Mark, relations: tuple[tuple[str, int, int], ...] = ()) -> Sheet:
    made = tuple(Relation(label=label, source=str(a), target=str(b)) for label, a, b in relations)
    return Sheet(text=TEXT, marks=marks, relations=made)


def test_mentions_of_one_name_are_one_entity() -> None:
    article = read_sheet(sheet(mark(1, "Ida Roth", "person"), mark(2, "Roth", "person", name="Ida Roth")))
    assert [(e.name, len(e.mentions)) for e in article.entities] == [("Ida Roth", 2)]


def test_same_lends_its_name() -> None:
    marks = (mark(1, "Ida Roth", "person"), mark(2, "Roth", "person"))
    assert [e.name for e in read_sheet(sheet(*marks)).entities] == ["Roth", "Ida Roth"]
    assert [e.name for e in read_sheet(sheet(*marks, relations=(("same", 2, 1),))).entities] == ["Ida Roth"]


def test_namesakes_stay_apart() -> None:
    people = tuple(
        Person(id=f"e{n}", name="Roth", mentions=(Mention(start=at, end=at + 4, text="Roth"),))
        for n, at in ((1, 0), (2, TEXT.index("Ida Roth") + 4))
    )
    article = Article(text=TEXT, entities=people)
    assert read_sheet(make_sheet(article)) == article


@pytest.mark.parametrize(
    ("speaker", "relations", "name", "kind"),
    [
        ({"label": "person"}, (), "Die Chefin", "entity"),  # a mention speaks
        ({"label": "speaker"}, (), "Die Chefin", "described"),  # words that name nobody
        ({"label": "speaker", "name": "Chefin"}, (), "Chefin", "described"),  # somebody without a name in the text
        ({"label": "speaker", "name": "Ida Roth"}, (), "Ida Roth", "entity"),  # the name written out
        ({"label": "speaker"}, (("same", 2, 3),), "Ida Roth", "entity"),  # the relation drawn
    ],
)
def test_who_speaks(speaker: dict[str, str], relations: Any, name: str, kind: str) -> None:
    marks = (mark(1, "es regne", "indirect"), mark(2, "Die Chefin", **speaker), mark(3, "Ida Roth", "person"))
    [quote] = read_sheet(sheet(*marks, relations=(("speaker", 1, 2), *relations))).quotes
    assert (quote.speaker.name, quote.speaker.kind) == (name, kind)


def test_quote_without_a_speaker() -> None:
    [quote] = read_sheet(sheet(mark(1, "es regne", "free"))).quotes
    assert quote.speaker == UnknownSpeaker()


@pytest.mark.parametrize("relations", [(("part", 1, 2), ("part", 2, 3)), (("part", 1, 2), ("part", 1, 3))])
def test_parts_in_a_chain_or_from_the_first(relations: Any) -> None:
    marks = (mark(1, "Die", "direct"), mark(2, "Chefin", "direct"), mark(3, "sagte", "direct"))
    [quote] = read_sheet(sheet(*marks, relations=relations)).quotes
    assert [s.text for s in quote.spans] == ["Die", "Chefin", "sagte"]


@pytest.mark.parametrize(
    ("marks", "relations", "message"),
    [
        ([("Roth", "persn")], (), "no label 'persn'"),
        ([("Roth", "person")], (("speakr", 0, 0),), "no relation 'speakr'"),
        ([("Roth", "person")], (("speaker", 0, 7),), "at no mark"),
        ([("sagte", "cue")], (), "is a cue without a relation"),
        ([("Chefin", "role")], (), "is a role without a relation"),
        ([("Chefin", "role"), ("Roth", "place")], (("role", 1, 0),), "only persons have roles"),
        (
            [("es regne", "free"), ("Die", "speaker"), ("Er", "speaker")],
            (("speaker", 0, 1), ("speaker", 0, 2)),
            "has 2",
        ),
    ],
)
def test_what_no_record_can_hold_is_an_error(marks: Any, relations: Any, message: str) -> None:
    made = [mark(n, words, label) for n, (words, label) in enumerate(marks)]
    with pytest.raises(AnnotationError, match=message):
        read_sheet(sheet(*made, relations=relations))


def test_a_mark_outside_the_text_is_an_error() -> None:
    with pytest.raises(AnnotationError, match="outside the text"):
        read_sheet(Sheet(text="Ja", marks=(Mark(id="1", start=1, end=9, label="person"),)))


@pytest.mark.parametrize("read", [doccano.from_doccano, label_studio.from_label_studio])
@pytest.mark.parametrize("value", [{}, {"text": "Ja", "entities": [{}], "relations": []}, {"data": {"text": "Ja"}}])
def test_another_format_is_an_error(read: Callable[[dict[str, Any]], Article], value: dict[str, Any]) -> None:
    with pytest.raises(AnnotationError, match=r"doccano|Label Studio"):
        read(value)
