"""Verbs that speak by where they stand: "„Das geht so nicht“, [knurrte] der Trainer" needs no lexicon to be speech.

Nor does a whole statement in the subjunctive: "Das gehe so nicht, [knurrte] der Trainer".
"""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.clauses import begins_subordinate, find_main_verb, next_comma
from newsents.quotes.frames import clause_before
from newsents.quotes.phrases import may_be_subject, may_speak, next_noun
from newsents.quotes.speech_acts import SpeechAct, SpeechActs
from newsents.reading.marked import Marked
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.marks import DASHES
from newsents.words.speech import SpeechVerb

LONGEST_STATEMENT = 120


def find_acts_behind_marks(view: View, acts: SpeechActs) -> Iterator[SpeechAct]:
    """The finite verb behind a marked sentence and a comma, where somebody follows who can speak."""
    listed = {act.finite for act in acts.outside} | {act.main for act in acts.outside}
    for marked in view.marked:
        verb = _find_verb(view, marked)
        if verb is not None and verb not in listed and _names_somebody(view, verb):
            yield _make_act(view, verb)


def find_acts_behind_statements(view: View, acts: SpeechActs) -> Iterator[SpeechAct]:
    """The finite verb behind a main clause in the subjunctive and a comma, where somebody follows who can speak."""
    listed = {act.finite for act in acts.outside} | {act.main for act in acts.outside}
    for verb in range(2, len(view)):
        if not view.finite[verb] or view.words[verb - 1] != "," or view.depth[verb] or verb in listed:
            continue
        if not view.is_subjunctive(verb) and _is_statement(view, verb - 1) and _names_somebody(view, verb):
            yield _make_act(view, verb)


def _is_statement(view: View, comma: int) -> bool:
    """ "Das gehe nicht", "Wer das wolle, müsse zahlen"; not "Der Plan, der teuer sei", "Wer das wolle"."""
    if comma - view.bounds(comma)[0] > LONGEST_STATEMENT:
        return False
    start, end = view.trim(clause_before(view, comma), comma)
    verb = find_main_verb(view, (start, end))
    if verb is None or verb == start or view.depth[verb] or not view.is_subjunctive(verb):
        return False
    first = next_comma(view, start, end)
    if view.tags[start].startswith("PW") or begins_subordinate(view, start):
        return first is not None and first < verb
    return first is None or verb < first


def _make_act(view: View, verb: int) -> SpeechAct:
    return SpeechAct(view, SpeechVerb(view.lemma(verb), (), frozenset(("speech",)), (), ""), verb, (verb,), verb, False)


def _find_verb(view: View, marked: Marked) -> int | None:
    """Behind the closing mark and its comma, also after "– mit diesen Worten"."""
    after = marked.close + 1
    if view.depth[marked.open] or after >= len(view) or marked.open > clause_before(view, after):
        return None
    if view.word(after) in {",", *DASHES}:
        after += 1
    elif view.word(marked.end - 1)[-1:] not in "!?":
        return None
    if view.word(after).lower() == "mit" and view.word(after + 2).lower() in load_words("wording"):
        after += 3
    return after if after < len(view) and view.finite[after] else None


def _names_somebody(view: View, verb: int) -> bool:
    """ "freute sich [der Trainer]", not "steht auf dem Plakat", "ist das Motto"."""
    first = verb + 2 if view.word(verb + 1) == "es" else verb + 1
    head = next_noun(view, first, view.bounds(verb)[1])
    return head is not None and may_speak(view, head) and may_be_subject(view, head)
