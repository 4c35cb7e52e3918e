"""The spaCy component "newsents_entities": names → entity records on the Doc."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from spacy.lang.de import German
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newsents.annotations import NAMES, write_entities
from newsents.entities.consistency import settle_names
from newsents.entities.finders.abbreviations import find_short_forms
from newsents.entities.finders.abroad import find_bodies_abroad
from newsents.entities.finders.analysed import find_marked_names, read_span
from newsents.entities.finders.patterns import PatternFinder, read_aliases, read_patterns
from newsents.entities.finders.press import find_press_titles
from newsents.entities.finders.repetition import repeat_names
from newsents.entities.finders.sequences import find_known_sequences
from newsents.entities.finders.shapes import find_by_shape
from newsents.entities.finders.short_names import find_short_names
from newsents.entities.finders.sport import read_towns_as_clubs
from newsents.entities.finders.things import is_no_name
from newsents.entities.joining import Joiner
from newsents.entities.links.linking import Linker
from newsents.entities.names import Name
from newsents.entities.naming import Namer
from newsents.entities.people.persons import PeopleReader
from newsents.entities.resolution import Cluster, resolve_names
from newsents.errors import LexiconError, PipelineError
from newsents.reading.view import View
from newsents.records import Link, Mention, Organisation, Person, Place

Entities = tuple[Person | Place | Organisation, ...]


class NameFinder(Protocol):
    """Finds names of a user's own: spans labelled PER, LOC or ORG, with an id of the thing in `id_` if known."""

    def __call__(self, doc: Doc) -> Iterable[Span]: ...


class EntityFinder:
    """Finds, names and resolves the entities of analysed Docs."""

    def __init__(
        self,
        vocab: Vocab,
        name: str = "newsents_entities",
        *,
        finder: NameFinder | None = None,
        aliases: dict[str, str] | None = None,
        linker: Linker | None = None,
        make_doc: Callable[[str], Doc] | None = None,
        missing: Iterable[Path] = (),
    ) -> None:
        """`make_doc`: the pipeline's tokenizer, for stored patterns; `missing`: files of the config that are not there,
        an error unless `from_bytes` brings what they held."""
        self.vocab = vocab
        self.name = name
        self.finder = finder
        self.aliases = aliases or {}
        self.linker = linker
        self.make_doc = make_doc
        self.missing = tuple(missing)

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> Entities:
        """The entities of a Doc, in the order of their first mention; their ids are "e1", "e2", …"""
        self._check_files()
        check_annotations(doc)
        entities = self._find_entities(View(doc))
        return self.linker(entities) if self.linker is not None else entities

    def _find_entities(self, view: View) -> Entities:
        names = self.find_names(view)
        clusters = resolve_names(names, self.aliases)
        ids = {name: f"e{number}" for number, cluster in enumerate(clusters, 1) for name in cluster.names}
        reader = PeopleReader(view, names, ids)
        return tuple(make_entity(reader, f"e{number}", cluster) for number, cluster in enumerate(clusters, 1))

    def find_names(self, view: View) -> list[Name]:
        """All names of a Doc with their normal forms and settled kinds, before they are resolved."""
        own = [read_span(view, span) for span in self.finder(view.doc)] if self.finder is not None else []
        taken = {i for name in own for i in range(name.first, name.last)}
        listed = [*find_press_titles(view), *find_known_sequences(view)]
        own += [n for n in listed if taken.isdisjoint(range(n.first, n.last))]
        names = find_by_shape(view, find_marked_names(view, own))
        names = repeat_names(view, Joiner(view, names).join())
        names = [n for n in names if n in own or not is_no_name(view, n)]
        names = Namer(view, names).name_all(names)
        names = find_bodies_abroad(view, find_short_names(view, find_short_forms(view, names)))
        return read_towns_as_clubs(view, settle_names(names))

    def set_annotations(self, doc: Doc, entities: Entities) -> None:
        write_entities(doc, entities)

    def _check_files(self) -> None:
        if self.missing:
            raise LexiconError(f"{self.missing[0]}: no such file, and none stored with the pipeline")

    def to_bytes(self, **_: Any) -> bytes:
        """Patterns and aliases, so that a stored pipeline needs none of their files; not a finder of your own."""
        self._check_files()
        patterns = self.finder.patterns if isinstance(self.finder, PatternFinder) else []
        return json.dumps({"patterns": patterns, "aliases": self.aliases}).encode()

    def from_bytes(self, data: bytes, **_: Any) -> EntityFinder:
        stored = json.loads(data)
        self.aliases = stored["aliases"]
        if stored["patterns"]:
            make_doc = self.make_doc or German(self.vocab).make_doc
            self.finder = PatternFinder(self.vocab, stored["patterns"], make_doc)
        elif isinstance(self.finder, PatternFinder):
            self.finder = None
        self.missing = ()
        return self

    def to_disk(self, path: Path, **_: Any) -> None:
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **_: Any) -> EntityFinder:
        return self.from_bytes(Path(path).read_bytes())


def check_annotations(doc: Doc) -> None:
    """Raises PipelineError, saying what to add, for a Doc that lacks names or tags."""
    if not any(not token.is_space for token in doc):
        return
    if NAMES not in doc.spans and not doc.has_annotation("ENT_IOB"):
        raise PipelineError(
            'newsents_entities needs names: add "newsents_analyser" or a German "ner" before it in the pipeline'
        )
    if not doc.has_annotation("TAG"):
        raise PipelineError(
            'newsents_entities needs STTS tags: add "newsents_analyser" or a German "tagger" before it in the pipeline'
        )


def make_entity(reader: PeopleReader, entity_id: str, cluster: Cluster) -> Person | Place | Organisation:
    """The record of a cluster."""
    text = reader.view.text
    mentions = tuple(Mention(start=n.start, end=n.end, text=text[n.start : n.end], form=n.form) for n in cluster.names)
    known = dict.fromkeys(n.known_id for n in cluster.names if n.known_id)
    links = tuple(Link(source="gazetteer", id=i, label=cluster.name, evidence="pattern") for i in known)
    if cluster.kind == "person":
        person = reader.read_person(entity_id, cluster, mentions)
        return person.model_copy(update={"links": links}) if links else person
    record = Place if cluster.kind == "place" else Organisation
    return record(id=entity_id, name=cluster.name, mentions=mentions, links=links)


@Language.factory(
    "newsents_entities",
    assigns=["doc._.newsents", "doc._.newsents_data"],
    requires=["token.tag"],
    default_config={"patterns": None, "aliases": None, "finder": None, "linker": {"@misc": "newsents.linker"}},
)
def make_entities(
    nlp: Language,
    name: str,
    patterns: str | Path | None,
    aliases: str | Path | None,
    finder: Callable[..., Any] | None,
    linker: Callable[..., Any] | None,
) -> EntityFinder:
    """Config, all optional:

    - `patterns`: a JSONL file of names of your own, in the format of spaCy's `entity_ruler`, with ids;
    - `aliases`: a table (tab-separated, columns "alias" and "name") of names that mean the same;
    - `finder`: a registered function of yours that finds names, {"@misc": "my_finder.v1"}, instead of `patterns`;
    - `linker`: one that fills `links`; {"@misc": "newsents.no_linker"} for none.

    What the files hold is stored with the pipeline, which loads where they are not. Raises LexiconError, naming file
    and line, for what is wrong in them; for a file that is missing and was not stored, at the first text.
    """
    files = [Path(file) for file in (patterns, aliases) if file is not None]
    missing = [file for file in files if not file.exists()]
    if patterns is not None and Path(patterns) not in missing:
        finder = PatternFinder(nlp.vocab, read_patterns(Path(patterns), nlp.vocab), nlp.make_doc)
    names = read_aliases(Path(aliases)) if aliases is not None and Path(aliases) not in missing else {}
    return EntityFinder(
        nlp.vocab, name, finder=finder, aliases=names, linker=linker, make_doc=nlp.make_doc, missing=missing
    )
