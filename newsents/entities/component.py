"""The spaCy component "newsents_entities": names → entity records on the Doc."""

from __future__ import annotations

from newsents.entities.abbreviations import find_short_forms
from newsents.entities.finding import find_marked_names
from newsents.entities.joining import Joiner
from newsents.entities.kinds import settle_names
from newsents.entities.naming import Namer
from newsents.entities.people import PeopleReader
from newsents.entities.recovery import recover_names
from newsents.entities.resolution import Cluster, resolve_names
from newsents.entities.tokens import Tokens
from newsents.records import Entity, Mention, Organisation, Place


def extract_entities(doc):
    tokens = Tokens(doc)
    names = recover_names(tokens, Joiner(tokens, find_marked_names(tokens)).join())
    names = Namer(tokens, names).name_all(names)
    names = settle_names(find_short_forms(tokens, names))
    clusters = resolve_names(names, {})
    ids = {n: f"e{i}" for i, c in enumerate(clusters, 1) for n in c.names}
    reader = PeopleReader(tokens, names, ids)
    out = []
    for i, c in enumerate(clusters, 1):
        mentions = tuple(Mention(start=n.start, end=n.end, text=n.text, form=n.form) for n in c.names)
        if c.kind == "person":
            out.append(reader.read_person(f"e{i}", c, mentions))
        else:
            out.append({"place": Place, "organisation": Organisation}[c.kind](id=f"e{i}", name=c.name, mentions=mentions))
    return tuple(out)


from spacy.language import Language  # noqa: E402


@Language.factory("newsents_entities")
def make_entities(nlp: Language, name: str):
    from newsents.annotations import write_entities

    def annotate(doc):
        write_entities(doc, extract_entities(doc))
        return doc

    return annotate
