"""The phrase in a frame that names its speaker: as parsed, or by word order where the parse has none or a wrong one."""

from __future__ import annotations

from newsents.quotes.candidates import Candidate
from newsents.quotes.cases import is_plural
from newsents.quotes.speakers.antecedents import Context
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.noun_phrases import find_place_of_speaking, read_noun_phrase
from newsents.quotes.speakers.phrase_bounds import complete_phrase
from newsents.reading.datelines import find_dateline
from newsents.reading.ranges import TokenRange
from newsents.words.tags import ATTRIBUTES, BETWEEN_PARTS, NAMES_AND_NOUNS, PREPOSITIONS

BETWEEN = BETWEEN_PARTS | {"PRF", "KON", "KOKOM", "KOUS", "PWAV"}
BEGINS_PHRASE = ATTRIBUTES | NAMES_AND_NOUNS | {"PPER", "PDS", "FM", "TRUNC"}
INSIDE_PHRASE = BEGINS_PHRASE | PREPOSITIONS
OBLIQUE = frozenset(("dem", "den", "des", "einem", "einen", "eines", "ihm", "ihr", "ihnen", "es", "ihn"))
NO_SUBJECTS = (OBLIQUE - {"es"}) | {"das", "dies", "was"}
AGENT_PREPOSITIONS = frozenset(("von", "vom", "durch", "seitens"))
ENDS_CLAUSE = ("$,", "$.", "$(", "V", "APPR", "KOU", "PTKVZ", "PREL")


def find_frame_phrase(context: Context, candidate: Candidate) -> TokenRange | None:
    """The phrase that the frame names: "betonte [der 41-Jährige] und …"; None for "hieß es"."""
    discourse, tokens = context.discourse, candidate.speaker
    quoted = candidate.spans if candidate.kind != "reported" else ()
    if tokens is None and candidate.attribution.by == "impersonal":
        return None
    if tokens is None or any(start <= tokens[0] < end for start, end in quoted):
        return find_subject_by_order(discourse, candidate)
    phrase = complete_phrase(discourse, without_dateline(discourse, tokens))
    if _is_foreign(context, candidate, phrase) or not can_be_subject(discourse, candidate, phrase):
        found = find_subject_by_order(discourse, candidate)
        return found or (phrase if phrase[1] > phrase[0] + 1 else None)
    return phrase


def _is_foreign(context: Context, candidate: Candidate, tokens: TokenRange) -> bool:
    """Whether a phrase stands in a direct quote and the cue outside: "Wir" in „Wir gehen“, sagte er."""
    return bool(candidate.cues) and context.quoted[tokens[0]] and not context.quoted[candidate.cues[0]]


def verb_number(discourse: Discourse, candidate: Candidate) -> str:
    """Sing or Plur, by the finite verb of the frame: "sagten", "haben … mitgeteilt"; "" where there is none."""
    attribution = candidate.attribution
    if attribution.verb is None or attribution.by not in ("subject", "impersonal"):
        return ""
    return "Plur" if is_plural(discourse.view.lower[attribution.verb]) else "Sing"


def find_subject_by_order(discourse: Discourse, candidate: Candidate) -> TokenRange | None:
    """The first noun phrase or pronoun behind the frame's finite verb, else the one before it in its clause."""
    view = discourse.view
    outside = {i for part in (*candidate.spans, *candidate.addressees) for i in range(*part)}
    verb = candidate.attribution.verb
    if candidate.attribution.by == "agent":
        return find_place_of_speaking(discourse, candidate.cues[0], outside, AGENT_PREPOSITIONS)
    if verb is None:
        return None
    low, high = view.bounds(verb)
    after = _phrase_at(discourse, _skip(discourse, verb + 1, high), high, outside)
    if after is not None:
        return after
    for i in range(_clause_start(discourse, low, verb, outside), verb):
        if view.tags[i] in BEGINS_PHRASE and (i == low or view.tags[i - 1] not in INSIDE_PHRASE):
            found = _phrase_at(discourse, i, verb, outside)
            if found is not None:
                return found
    return None


def _clause_start(discourse: Discourse, low: int, verb: int, outside: set[int]) -> int:
    """Where a verb's clause begins: at "wie", over an apposition ("Wie Huber, der Leiter, mitteilte"), or a comma."""
    view = discourse.view
    start = verb
    for i in range(verb - 1, max(low, verb - 15) - 1, -1):
        if view.words[i].lower() == "wie":
            return i
        if i in outside:
            break
    while start > low and start - 1 not in outside and not view.tags[start - 1].startswith("$"):
        start -= 1
    return start


def can_be_subject(discourse: Discourse, candidate: Candidate, tokens: TokenRange) -> bool:
    """Whether a phrase may be the subject of the frame's verb: in its sentence, and no plain dative ("der Zeitung")."""
    view = discourse.view
    if tokens[1] == tokens[0] + 1 and view.words[tokens[0]].lower() in NO_SUBJECTS:
        return False
    verb = candidate.attribution.verb
    if verb is None or candidate.attribution.by != "subject":
        return True
    quoted = {i for span in candidate.spans for i in range(*span)}
    between = range(min(tokens[1], verb), max(tokens[0], verb))
    if any(view.tags[i] == "$." and i not in quoted for i in between):
        return False
    article = view.words[tokens[0]].lower()
    if article == "der" and view.tags[tokens[0]] == "ART":
        phrase = read_noun_phrase(discourse, tokens)
        return phrase is None or view.gender(phrase.head) != "female" or phrase.core[1] - phrase.core[0] > 1
    return view.tags[tokens[0]] != "ART" or article not in OBLIQUE


def without_dateline(discourse: Discourse, tokens: TokenRange) -> TokenRange:
    """The phrase behind the place and agency that open a report: "Potsdam (dpa) – Ministerin Vogt"."""
    view, (start, end) = discourse.view, tokens
    first = view.paragraphs[view.paragraph[start]][0]
    dash = find_dateline(view, first, len(view)) if start - first < 6 else None
    if dash is None or dash < start:
        return tokens
    if dash + 1 < end:
        return dash + 1, end
    _, high = view.bounds(dash)
    return _phrase_at(discourse, _skip(discourse, dash + 1, high), high, set()) or tokens


def _skip(discourse: Discourse, start: int, end: int) -> int:
    while start < end and discourse.view.tags[start] in BETWEEN:
        start += 1
    return start


def _phrase_at(discourse: Discourse, start: int, high: int, outside: set[int]) -> TokenRange | None:
    """The phrase that begins at a token, if it may be a subject that speaks."""
    view = discourse.view
    if start >= high or start in outside or view.tags[start] not in BEGINS_PHRASE:
        return None
    if view.lower[start] in OBLIQUE and not is_relative_subject(discourse, start):
        return None
    if view.tags[start] in ("PPER", "PDS"):
        return start, start + 1
    end = start
    while end < high and end not in outside and not view.tags[end].startswith(ENDS_CLAUSE):
        end += 1
    while end > start + 1 and view.tags[end - 1] in BETWEEN:
        end -= 1
    phrase = read_noun_phrase(discourse, (start, end)) if end > start else None
    if phrase is None:
        return None
    statement = phrase.noun is not None and phrase.noun.kind == "statement"
    return (start, max(end, phrase.core[1])) if not statement else None


def is_relative_subject(discourse: Discourse, token: int) -> bool:
    """Whether "es" is the subject of a relative clause: "ein Land, von dem es sagt, …"."""
    view = discourse.view
    return view.lower[token] == "es" and view.tag(token - 1) == "PRELS" and view.tag(token + 1).endswith("FIN")
