"""The grammar of reported speech: its constructions in one table, then what only the others' results can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newsents.quotes.candidates import Candidate
from newsents.quotes.constructions.content_clause import find_content_clauses
from newsents.quotes.constructions.free import find_free
from newsents.quotes.constructions.headline import find_headlines
from newsents.quotes.constructions.inquit import find_inquits
from newsents.quotes.constructions.interview import find_interviews
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
from newsents.quotes.constructions.wording import find_wordings
from newsents.quotes.selection import resolve_overlaps
from newsents.quotes.speech_acts import SpeechActs
from newsents.quotes.verb_groups import find_speech_acts
from newsents.reading.view import View

Finder = Callable[[View, SpeechActs], Iterator[Candidate]]
LateFinder = Callable[[View, SpeechActs, Iterable[Candidate]], Iterator[Candidate]]

CONSTRUCTIONS: tuple[tuple[str, Finder], ...] = (
    ("interview", find_interviews),
    ("headline", find_headlines),
    ("inquit", find_inquits),
    ("wie", find_wie),
    ("so", find_so),
    ("clause-dass", find_content_clauses),
    ("colon", find_after_colon),
    ("clause-main", find_content_clauses),
    ("clause-w", find_content_clauses),
    ("clause-inf", find_content_clauses),
    ("source", find_sources),
    ("wonach", find_wonach),
    ("demnach", find_demnach),
    ("noun", find_noun_cues),
    ("wording", find_wordings),
    ("marks", find_unframed),
    ("reference", find_references),
    ("predicate", find_reported),
    ("reported", find_reported),
)
"""Each rule and what finds it. Of two that overlap the one that stands earlier here is surer: a frame with a verb
beside its statement before one that only surrounds it."""

AFTERWARDS: tuple[LateFinder, ...] = (find_free, find_fragments, find_marked_objects)
"""What takes up, one after the other, what all before have left."""


def find_candidates(view: View) -> list[Candidate]:
    """The quotes of a view in order of the text, without speakers from outside their own frame."""
    acts = SpeechActs.sort(view, find_speech_acts(view))
    precedence = [rule for rule, _ in CONSTRUCTIONS]
    framed = (c for find in dict.fromkeys(find for _, find in CONSTRUCTIONS) for c in find(view, acts))
    kept = resolve_overlaps((read_marks(view, c) for c in framed), precedence)
    for find in AFTERWARDS:
        kept += find(view, acts, kept)
    return sorted(kept, key=lambda c: (c.spans[0][0], -c.spans[-1][1]))
