"""How far the noun phrase of a source reaches: "laut [Anklage] von einem Nachbarn bedroht".

A source has one bearer: "Angaben [der Polizei]", "[israelische] Angaben", "[Polizei]angaben". What could be a second
one belongs to the statement: an agent of a passive, a predicate, a place.
"""

from __future__ import annotations

from newsents.quotes.phrases import next_noun, noun_phrase, past_genitives
from newsents.quotes.verb_groups import WERDEN
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.persons import find_noun
from newsents.words.speech import find_speech_noun
from newsents.words.tags import NOUN_LIKE

BEARERS = frozenset(("von", "vom", "aus", "seitens"))
NO_BEARERS = frozenset(("eigenen", "eigener"))


def find_end(view: View, start: int, head: int, high: int) -> int:
    """Where the phrase ends that begins at `start` and has its noun at `head`."""
    end = noun_phrase(view, head, (start, high))[1]
    leaves = next((j for j in range(head + 1, end) if _leaves_phrase(view, start, head, j)), None)
    if leaves is not None:
        return leaves
    if end < high and _leaves_phrase(view, start, head, end):
        return end
    further = past_genitives(view, end, high)
    return next((j for j in range(end + 1, further) if _leaves_phrase(view, start, head, j)), further)


def _leaves_phrase(view: View, start: int, head: int, i: int) -> bool:
    """ "nach Angaben der Polizei [am Montag]", "… [von Kindern] gelegt", "… [größter] Arbeitgeber"."""
    tag, word = view.tags[i], view.lower[i]
    if tag in ("CARD", "ADV") and word not in load_words("possessive"):
        return True
    if tag == "ADJA" and (view.tags[i - 1] in NOUN_LIKE or view.words[i - 1][:1].isupper()):
        return i > head + 1 or _has_bearer(view, start, head)
    if not tag.startswith("APPR"):
        return False
    if word not in BEARERS:
        return True
    if i == head + 1 and needs_bearer(view, head):
        return _has_bearer(view, start, head)
    if word == "aus" or not _names_body(view, i):
        return True
    return is_passive(view, i) and not _is_in_office(view, start, head, i)


def _names_body(view: View, i: int) -> bool:
    """ "von der SPD", "von Siemens"; not "von Jahr zu Jahr"."""
    return view.lower[i] == "vom" or view.tags[i + 1 : i + 2] in (["ART"], ["NE"])


def needs_bearer(view: View, head: int) -> bool:
    """ "Angaben", "Bericht": what is said there is said by somebody else."""
    noun = find_speech_noun(view.words[head])
    return noun is not None and bool(noun.source)


def _has_bearer(view: View, start: int, head: int) -> bool:
    """ "israelische Angaben", "seinen Worten", "Polizeiangaben" name whose they are before the noun."""
    noun = find_speech_noun(view.words[head])
    if noun is not None and len(view.words[head]) > len(noun.noun) + 3:
        return True
    before = range(start, head)
    return any(view.tags[i] == "PPOSAT" or i in view.named or _names_place(view.lower[i]) for i in before)


def _names_place(adjective: str) -> bool:
    """ "städtischen", "amerikanischer": of somebody; "ersten", "vorläufigen" are of nobody."""
    return adjective.endswith(("ischen", "ischer", "ische")) or adjective in NO_BEARERS


def _is_in_office(view: View, start: int, head: int, i: int) -> bool:
    """ "einer Sprecherin von Siemens": a person of a body that is named without an article."""
    named = view.lower[i] == "von" and view.tags[i + 1 : i + 2] == ["NE"]
    return i == head + 1 and start < head and named and find_noun(view.words[head]) is not None


def is_passive(view: View, i: int) -> bool:
    """Whether the clause around a word is in the passive, so that "von" may name who does it: "wurde … gelegt"."""
    low, high = view.bounds(i)
    participle = next((j for j in range(i, high) if view.tags[j] in ("VVPP", "$,")), None)
    if participle is None or view.tags[participle] != "VVPP":
        return False
    first = next((j for j in range(i, low - 1, -1) if view.words[j] in (",", ";", ":")), low)
    return any(view.lower[j] in WERDEN for j in (*range(first, i), *range(participle, min(participle + 3, high))))


def find_source_noun(view: View, i: int, high: int) -> int | None:
    """The noun behind a preposition at `i`: by the parse only over what stands inside the phrase."""
    nearest, parsed = next_noun(view, i + 1, high), view.tree.heads[i]
    attached = view.tree.deps[i] == "case" and i < parsed
    if nearest is None:
        return parsed if attached and parsed < i + 10 else None
    inside = range(nearest + 1, parsed)
    if attached and parsed < nearest + 8 and not any(_parts(view, j) for j in inside):
        return parsed
    return nearest


def _parts(view: View, i: int) -> bool:
    return view.tags[i].startswith(("APPR", "V", "$,"))
