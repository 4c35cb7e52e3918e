"""The grammar of reported speech: every construction in order, then what only the others' results can show."""

from __future__ import annotations

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
from newsents.reading.view import View


def find_candidates(view: View) -> list[Candidate]:
    """The quotes of a Doc in order of the text, without speakers from outside their own frame."""
    spoken = list(find_speaking(view))
    verbs = [s for s in spoken if not view.depth[s.main]]
    framed = [
        *find_content_clauses(view, verbs),
        *find_inquits(view, verbs),
        *find_wie(view, verbs),
        *find_so(view),
        *find_sources(view),
        *find_demnach(view),
        *find_wonach(view),
        *find_noun_cues(view),
        *find_after_colon(view, spoken),
        *find_unframed(view),
        *find_references(view, verbs),
        *find_reported(view, verbs),
        *find_headlines(view),
    ]
    kept = resolve_overlaps(read_marks(view, c) for c in framed)
    kept += find_free(view, kept)
    kept += find_fragments(view, kept)
    kept += find_marked_objects(view, kept, verbs)
    return sorted(kept, key=lambda c: (c.spans[0][0], -c.spans[-1][1]))
