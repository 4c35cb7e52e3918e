"""The grammar of reported speech: every construction in order, then what only the others' results can show."""

from __future__ import annotations

from spacy.tokens import Doc

from newsents.quotes.candidates import Candidate
from newsents.quotes.constructions.content_clause import find_content_clauses
from newsents.quotes.constructions.free import find_free
from newsents.quotes.constructions.headline import find_headlines
from newsents.quotes.constructions.inquit import find_inquits
from newsents.quotes.constructions.marked_speech import (
    find_after_colon,
    find_fragments,
    find_marked_objects,
    find_unframed,
    read_marks,
)
from newsents.quotes.constructions.noun_cue import find_noun_cues
from newsents.quotes.constructions.reference import find_demnach, find_references, find_wonach
from newsents.quotes.constructions.reported import find_reported
from newsents.quotes.constructions.so import find_so
from newsents.quotes.constructions.source import find_sources
from newsents.quotes.constructions.wie import find_wie
from newsents.quotes.selection import resolve_overlaps
from newsents.quotes.verb_groups import find_speaking
from newsents.reading.tree import Syntax
from newsents.reading.view import Reading


def find_candidates(doc: Doc, syntax: Syntax) -> list[Candidate]:
    """The quotes of a Doc in order of the text, without speakers from outside their own frame."""
    reading = Reading(doc, syntax)
    spoken = list(find_speaking(reading))
    verbs = [s for s in spoken if not reading.depth[s.main]]
    framed = [
        *find_content_clauses(reading, verbs),
        *find_inquits(reading, verbs),
        *find_wie(reading, verbs),
        *find_so(reading),
        *find_sources(reading),
        *find_demnach(reading),
        *find_wonach(reading),
        *find_noun_cues(reading),
        *find_after_colon(reading, spoken),
        *find_unframed(reading),
        *find_references(reading, verbs),
        *find_reported(reading, verbs),
        *find_headlines(reading),
    ]
    kept = resolve_overlaps(read_marks(reading, c) for c in framed)
    kept += find_free(reading, kept)
    kept += find_fragments(reading, kept)
    kept += find_marked_objects(reading, kept, verbs)
    return sorted(kept, key=lambda c: (c.spans[0][0], -c.spans[-1][1]))
