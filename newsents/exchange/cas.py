"""UIMA CAS XMI for INCEpTION: one layer of marks, one of relations between them; needs `pip install 'newsents[cas]'`.

Offsets in the file count UTF-16 units, as UIMA has them; an emoji is two.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from newsents.article import Article
from newsents.errors import AnnotationError, InvalidTextError
from newsents.exchange.marking import make_sheet
from newsents.exchange.marks import ATTRIBUTES, Mark, Relation, Sheet
from newsents.exchange.reading import read_sheet

MARK = "webanno.custom.NewsentsMark"
RELATION = "webanno.custom.NewsentsRelation"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_cas(article: Article) -> str:
    """The article as XMI. Raises InvalidTextError for a text with a character that XML cannot hold."""
    bad = NO_XML.search(article.text)
    if bad is not None:
        raise InvalidTextError(f"character {bad.start()} is {bad[0]!r}, which XML cannot hold: replace it by a space")
    sheet = make_sheet(article)
    types = _make_types()
    cas = _import_cassis().Cas(typesystem=types)
    cas.sofa_string, cas.sofa_mime, cas.document_language = sheet.text, "text/plain", "de"
    sentence, mark, relation = (types.get_type(name) for name in (SENTENCE, MARK, RELATION))
    cas.add_all([sentence(begin=start, end=end) for start, end in sheet.sentences])
    marks = {m.id: mark(begin=m.start, end=m.end, **_features(m)) for m in sheet.marks}
    cas.add_all(marks.values())
    for r in sheet.relations:
        ends = {"Governor": marks[r.source], "Dependent": marks[r.target]}
        cas.add(relation(begin=ends["Dependent"].begin, end=ends["Dependent"].end, label=r.label, **ends))
    return str(cas.to_xmi())


def from_cas(xmi: str | bytes) -> Article:
    """The records of an annotated XMI file; layers of other names in it are read past."""
    data = xmi.encode() if isinstance(xmi, str) else xmi
    load, types = _import_cassis().load_cas_from_xmi, _make_types()
    try:
        cas = load(BytesIO(data), typesystem=types, lenient=True)
    except Exception as error:  # lxml's and cassis's have no common base
        raise AnnotationError(f"no UIMA CAS XMI: {error}") from error
    return read_sheet(
        Sheet(
            text=cas.sofa_string or "",
            marks=tuple(_read_mark(fs) for fs in cas.select(MARK)),
            relations=tuple(
                Relation(label=fs.label or "", source=_id(fs.Governor), target=_id(fs.Dependent))
                for fs in cas.select(RELATION)
            ),
            sentences=tuple((fs.begin, fs.end) for fs in cas.select(SENTENCE)),
        )
    )


def type_system() -> str:
    """The layers as UIMA type system, to be imported once into a project of INCEpTION."""
    return str(_make_types().to_xml())


def _import_cassis() -> Any:
    try:
        import cassis
    except ImportError as error:
        raise ImportError("UIMA CAS needs dkpro-cassis: pip install 'newsents[cas]'") from error
    return cassis


def _make_types() -> Any:
    types = _import_cassis().TypeSystem()
    types.create_type(SENTENCE)
    mark, relation = types.create_type(MARK), types.create_type(RELATION)
    for name in ("label", *ATTRIBUTES):
        types.create_feature(mark, name, "uima.cas.String")
    types.create_feature(relation, "label", "uima.cas.String")
    for name in ("Governor", "Dependent"):
        types.create_feature(relation, name, MARK)
    return types


def _features(mark: Mark) -> dict[str, str | None]:
    return {name: getattr(mark, name) or None for name in ("label", *ATTRIBUTES)}


def _read_mark(fs: Any) -> Mark:
    values = {name: (getattr(fs, name) or "").strip() for name in ("label", *ATTRIBUTES)}
    return Mark.model_validate({"id": _id(fs), "start": fs.begin, "end": fs.end, **values})


def _id(fs: Any) -> str:
    return "" if fs is None else str(fs.xmiID)
