"""The component's contract: config, errors, storage, linkers and gazetteers of one's own."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from notation import VOCAB, make_doc
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import compile_infix_regex

from newsents.annotations import NAMES, read_entities
from newsents.entities.component import EntityFinder
from newsents.entities.links.linking import Entities
from newsents.errors import LexiconError, PipelineError
from newsents.records import Link, Person

TEXT = "Ministerin/NN [PER Ida/NE Roth/NE] sprach/VVFIN in/APPR [LOC Ulm/NE] ./$. ¶ [PER Roth/NE] lachte/VVFIN ./$."
NO_LINKER = {"@misc": "newsents.no_linker"}


def make_pipeline(**config: object) -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("newsents_entities", config={"linker": NO_LINKER, **config})
    return nlp


def write_patterns(path: Path, *lines: str) -> str:
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def names(doc: Doc) -> list[str]:
    return [e.name for e in read_entities(doc)]


def test_entities_are_numbered_by_first_mention() -> None:
    doc = make_pipeline()(make_doc(TEXT))
    assert [(e.id, e.name, len(e.mentions)) for e in read_entities(doc)] == [("e1", "Ida Roth", 2), ("e2", "Ulm", 1)]


def test_entry_point_finds_it() -> None:
    assert isinstance(spacy.blank("de").create_pipe("newsents_entities"), EntityFinder)


def test_shipped_linker_is_the_default() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("newsents_entities")
    links = {e.name: [link.source for link in e.links] for e in read_entities(nlp(make_doc("[LOC Frankreich/NE]")))}
    assert links == {"Frankreich": ["iso3166"]}


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_empty_texts(text: str) -> None:
    assert names(make_pipeline()(text)) == []


def test_missing_names() -> None:
    with pytest.raises(PipelineError, match='add "newsents_analyser" or a German "ner"'):
        make_pipeline()(Doc(spacy.blank("de").vocab, words=["Bonn"], tags=["NE"]))


def test_missing_tags() -> None:
    doc = Doc(spacy.blank("de").vocab, words=["Bonn"])
    doc.set_ents([Span(doc, 0, 1, label="LOC")])
    with pytest.raises(PipelineError, match='or a German "tagger"'):
        make_pipeline()(doc)


def test_unknown_config() -> None:
    with pytest.raises(ValueError, match="unexpected argument"):
        make_pipeline(gazetteer="x.jsonl")


def test_wrong_type_in_config() -> None:
    with pytest.raises(ValueError, match="patterns"):
        make_pipeline(patterns=3)


def test_patterns_of_the_user(tmp_path: Path) -> None:
    path = write_patterns(
        tmp_path / "own.jsonl",
        '{"label": "ORG", "pattern": "Haus Seeblick", "id": "haus-17"}',
        '{"label": "ORG", "pattern": [{"LOWER": "klinik"}, {"LOWER": "am"}, {"LOWER": "see"}], "id": "haus-17"}',
    )
    doc = make_doc("Haus/NN Seeblick/NN ,/$, die/ART Klinik/NN am/APPRART See/NN")
    (entity,) = read_entities(make_pipeline(patterns=path)(doc))
    assert (entity.kind, entity.name, len(entity.mentions)) == ("organisation", "Klinik am See", 2)
    assert entity.links == (Link(source="gazetteer", id="haus-17", label="Klinik am See", evidence="pattern"),)


def test_patterns_win_over_the_analysis(tmp_path: Path) -> None:
    path = write_patterns(tmp_path / "own.jsonl", '{"label": "LOC", "pattern": "Ida Roth"}')
    (entity, *_) = read_entities(make_pipeline(patterns=path)(make_doc(TEXT)))
    assert entity.kind == "place"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[]", "expected"),
        ('{"label": "ORG"}', "expected"),
        ('{"label": "ORG", "pattern": " "}', "expected"),
        ('{"label": "MISC", "pattern": "Haus Seeblick"}', "PER, LOC or ORG"),
        ('{"label": "org", "pattern": "Haus Seeblick"}', "PER, LOC or ORG"),
        ('{"label": ["ORG"], "pattern": "Haus Seeblick"}', "PER, LOC or ORG"),
        ('{"label": "ORG", "pattern": "Haus Seeblick", "id": 17}', "id must be a string"),
        ('{"label": "ORG", "pattern": 17}', "no pattern of tokens"),
        ('{"label": "ORG", "pattern": {"LOWER": "haus"}}', "no pattern of tokens"),
        ('{"label": "ORG", "pattern": ["haus"]}', "no pattern of tokens"),
        ('{"label": "ORG", "pattern": [{"LOVER": "haus"}]}', "no pattern of tokens"),
        ('{"label": "ORG", "pattern": [{"LOWER": "haus", "OP": "x"}]}', "no pattern of tokens"),
        ('{"label": "ORG", "pattern": [{"TEXT": {"REGEX": "("}}]}', "no pattern of tokens"),
    ],
)
def test_bad_pattern_is_named_by_file_and_line(tmp_path: Path, line: str, reason: str) -> None:
    path = write_patterns(tmp_path / "own.jsonl", '{"label": "ORG", "pattern": "X"}', line)
    with pytest.raises(LexiconError, match=rf"own\.jsonl:2: .*{reason}"):
        make_pipeline(patterns=path)


@pytest.mark.parametrize(
    ("config", "text", "reason"),
    [
        ("aliases", "Klinik Nord\tHaus Seeblick\n", "1: no column alias and name"),
        ("aliases", "alias\nKlinik Nord\n", "1: no column name"),
        ("aliases", "alias\tname\nKlinik\tHaus\tSee\n", "2: expected"),
        ("aliases", "alias\tname\nÄrztehaus\tHaus\n", "2: not UTF-8"),
        ("patterns", '\n{"label": "ORG", "pattern": "Ärztehaus"}', "2: not UTF-8"),
    ],
)
def test_bad_file_is_named_with_the_line(tmp_path: Path, config: str, text: str, reason: str) -> None:
    path = tmp_path / "own.txt"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(LexiconError, match=rf"own\.txt:{reason}"):
        make_pipeline(**{config: str(path)})


@pytest.mark.parametrize("config", ["aliases", "patterns"])
def test_folder_in_place_of_a_file(tmp_path: Path, config: str) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        make_pipeline(**{config: str(tmp_path)})


@pytest.mark.parametrize("config", ["aliases", "patterns"])
def test_missing_file(tmp_path: Path, config: str) -> None:
    nlp = make_pipeline(**{config: str(tmp_path / "none.txt")})
    for use in (nlp, lambda _: nlp.to_bytes()):
        with pytest.raises(LexiconError, match=r"none\.txt: no such file"):
            use("Bonn")


@pytest.mark.parametrize("after", [False, True])
def test_patterns_have_the_tokens_of_the_pipeline(tmp_path: Path, after: bool) -> None:
    path = write_patterns(tmp_path / "own.jsonl", '{"label": "ORG", "pattern": "Ohm-Haus"}')
    nlp = spacy.blank("de")
    if after:
        nlp.add_pipe("newsents_entities", config={"patterns": path, "linker": NO_LINKER})
    nlp.tokenizer.infix_finditer = compile_infix_regex(["-"]).finditer  # type: ignore[union-attr]
    if not after:
        nlp.add_pipe("newsents_entities", config={"patterns": path, "linker": NO_LINKER})
    finder = nlp.get_pipe("newsents_entities")
    for _ in range(2):
        with nlp.memory_zone():
            doc = nlp.make_doc("Das Ohm-Haus schweigt")
            assert [s.text for s in finder.finder(doc)] == ["Ohm-Haus"]  # type: ignore[attr-defined]
    assert [s.text for s in finder.finder(nlp.make_doc("im Ohm-Haus"))] == ["Ohm-Haus"]  # type: ignore[attr-defined]


def test_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "aliases.tsv"
    path.write_text("alias\tname\nKlinik Nord\tHaus Seeblick\n", encoding="utf-8-sig")
    assert make_pipeline(aliases=str(path)).get_pipe("newsents_entities").aliases  # type: ignore[attr-defined]


def test_aliases_of_the_user(tmp_path: Path) -> None:
    path = tmp_path / "aliases.tsv"
    path.write_text("alias\tname\nKlinik Nord\tHaus Seeblick\n", encoding="utf-8")
    doc = make_doc("[ORG Haus/NN Seeblick/NN] und/KON [ORG Klinik/NN Nord/NN]")
    assert names(make_pipeline(aliases=str(path))(doc)) == ["Haus Seeblick"]


def test_finder_and_linker_of_the_user() -> None:
    @spacy.registry.misc("test.finder")
    def make_finder():
        return lambda doc: [Span(doc, 0, 1, label="ORG", span_id="x1")]

    @spacy.registry.misc("test.linker")
    def make_linker():
        def link(entities: Entities) -> Entities:
            number = Link(source="own", id="7", label="Seven", evidence="test")
            return tuple(e.model_copy(update={"links": (*e.links, number)}) for e in entities)

        return link

    nlp = make_pipeline(finder={"@misc": "test.finder"}, linker={"@misc": "test.linker"})
    doc = make_doc("Seeblick/NN öffnet/VVFIN")
    (entity,) = read_entities(nlp(doc))
    assert [link.source for link in entity.links] == ["gazetteer", "own"]


def test_finder_with_a_wrong_label() -> None:
    finder = EntityFinder(spacy.blank("de").vocab, finder=lambda doc: [Span(doc, 0, 1, label="THING")])
    with pytest.raises(PipelineError, match="'THING'"):
        finder.match(make_doc("Seeblick/NN öffnet/VVFIN"))


def test_bytes_and_disk_keep_patterns_and_aliases(tmp_path: Path) -> None:
    path = write_patterns(tmp_path / "own.jsonl", '{"label": "ORG", "pattern": "Haus Seeblick"}')
    finder = make_pipeline(patterns=path).get_pipe("newsents_entities")
    assert isinstance(finder, EntityFinder)
    finder.aliases = {"Klinik": "Haus Seeblick"}
    finder.to_disk(tmp_path / "stored")
    for other in (
        EntityFinder(finder.vocab).from_bytes(finder.to_bytes()),
        EntityFinder(finder.vocab).from_disk(tmp_path / "stored"),
    ):
        assert other.aliases == finder.aliases
        assert [e.name for e in other.match(make_doc("Haus/NN Seeblick/NN"))] == ["Haus Seeblick"]


def make_with_files(folder: Path) -> Language:
    aliases = folder / "aliases.tsv"
    aliases.write_text("alias\tname\nKlinik Nord\tHaus Seeblick\n", encoding="utf-8")
    lines = [
        '{"label": "ORG", "pattern": "Haus Seeblick", "id": "17"}',
        '{"label": "ORG", "pattern": [{"LOWER": "see"}]}',
    ]
    return make_pipeline(patterns=write_patterns(folder / "own.jsonl", *lines), aliases=str(aliases))


def store(nlp: Language, path: Path) -> Language:
    nlp.to_disk(path)
    return nlp


@pytest.mark.parametrize(
    "again",
    [
        lambda nlp, path: spacy.load(path),
        lambda nlp, path: make_pipeline().from_disk(path),
        lambda nlp, path: make_pipeline().from_bytes(nlp.to_bytes()),
        lambda nlp, path: store(spacy.load(path), path.with_name("second")) and spacy.load(path.with_name("second")),
        lambda nlp, path: pickle.loads(pickle.dumps(nlp)),
    ],
    ids=["load", "from_disk", "from_bytes", "stored twice", "pickled"],
)
def test_a_stored_pipeline_needs_no_files(again: Callable[[Language, Path], Language], tmp_path: Path) -> None:
    nlp = make_with_files(tmp_path)
    store(nlp, tmp_path / "first")
    text = "Haus/NN Seeblick/NN und/KON [ORG Klinik/NN Nord/NN] am/APPRART See/NN"
    expected = [e.model_dump() for e in read_entities(nlp(make_doc(text)))]
    assert [e["name"] for e in expected] == ["Haus Seeblick", "See"]
    for file in ("own.jsonl", "aliases.tsv"):
        (tmp_path / file).unlink()
    other = again(nlp, tmp_path / "first")
    assert [e.model_dump() for e in read_entities(other(make_doc(text)))] == expected


def test_stored_patterns_replace_all_that_were_there(tmp_path: Path) -> None:
    nlp = make_with_files(tmp_path).from_bytes(make_pipeline().to_bytes())
    assert names(nlp(make_doc("Haus/NN Seeblick/NN am/APPRART See/NN"))) == []


def test_a_finder_of_the_user_is_not_dropped() -> None:
    finder = EntityFinder(VOCAB, finder=lambda doc: [Span(doc, 0, 1, label="ORG")])
    finder.from_bytes(EntityFinder(VOCAB).to_bytes())
    assert [e.name for e in finder.match(make_doc("Seeblick/NN öffnet/VVFIN"))] == ["Seeblick"]


def test_doc_bin_keeps_entities() -> None:
    nlp = make_pipeline()
    doc = nlp(make_doc(TEXT))
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (read,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert read_entities(read) == read_entities(doc)


WORDS = st.sampled_from([
    "Ida", "Roth", "Roths", "Dr.", "Herr", "Chefin", "SPD", "SPD-Chef", "A", "27.", "der", "von", "&", "(", ")", ",",
    "„", "“", "Polizei", "Bremen", "russischen", "griechisch-türkisch", "New", "Yorker", "ist", "und", "für",
    "Institut", "'s", "-", "ß", "\n\n",
])  # fmt: skip
TAGS = st.sampled_from(["NE", "NN", "ADJA", "ART", "APPR", "KON", "VAFIN", "CARD", "$,", "$(", "_SP", "PRELS", ""])
LABELS = st.sampled_from([*(k + f for k in ("PER", "LOC", "ORG", "MISC") for f in ("", "deriv", "part"))])


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    tokens = draw(st.lists(st.tuples(WORDS, TAGS, st.booleans()), max_size=25))
    words, tags, spaces = (list(column) for column in zip(*tokens, strict=True)) if tokens else ([], [], [])
    doc = Doc(VOCAB, words=words, spaces=spaces, tags=[tag or "NN" for tag in tags])
    cuts = draw(st.lists(st.tuples(st.integers(0, len(words)), st.integers(1, 4), LABELS), max_size=8))
    doc.spans[NAMES] = [Span(doc, a, min(a + n, len(words)), label=label) for a, n, label in cuts if a < len(words)]
    return doc


@settings(deadline=None, max_examples=300)
@given(docs())
def test_any_analysis_gives_consistent_records(doc: Doc) -> None:
    entities = EntityFinder(doc.vocab).match(doc)
    ids = {e.id for e in entities}
    assert [e.id for e in entities] == [f"e{n}" for n in range(1, len(entities) + 1)]
    mentions = [(m.start, m.end, e.id) for e in entities for m in e.mentions]
    assert len(set(mentions)) == len(mentions)
    for entity in entities:
        assert entity.name.strip()
        assert all(doc.text[m.start : m.end] == m.text for m in entity.mentions)
        for role in entity.roles if isinstance(entity, Person) else ():
            assert doc.text[role.start : role.end] == role.text
            assert set(role.entity_ids) <= ids


def test_same_text_gives_the_same_entities() -> None:
    finder = EntityFinder(spacy.blank("de").vocab)
    assert finder.match(make_doc(TEXT)) == finder.match(make_doc(TEXT))


def test_unrelated_paragraphs_may_change_places() -> None:
    paragraphs = [
        "[PER Ida/NE Roth/NE] traf/VVFIN [PER Udo/NE Kern/NE] ./$.",
        "[PER Kern/NE] lobte/VVFIN die/ART [ORG SPD/NE] ./$.",
        "Polizei/NN [LOC Bremen/NE] sucht/VVFIN Zeugen/NN ./$.",
    ]
    finder = EntityFinder(spacy.blank("de").vocab)
    found = [
        {(e.kind, e.name, len(e.mentions)) for e in finder.match(make_doc(" ¶ ".join(order)))}
        for order in (paragraphs, paragraphs[::-1], [paragraphs[1], paragraphs[2], paragraphs[0]])
    ]
    assert found[0] == found[1] == found[2]
