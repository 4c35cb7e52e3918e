"""Free indirect speech: "Sie lehnte ab. [Dafür fehle das Geld]. [Das sei bekannt]." has no frame of its own.

Behind the colon of a clause that is no statement itself ("Sie winkte ab: [Das sei bekannt]") that clause is its frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.clauses import begins_subordinate, find_main_verb
from newsents.quotes.phrases import find_subject, may_be_subject, may_speak, noun_phrase
from newsents.quotes.speech_acts import SpeechActs
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words


def find_free(view: View, _: SpeechActs, accepted: Iterable[Candidate]) -> Iterator[Candidate]:
    """Sentences, and clauses behind a semicolon, whose main verb is subjunctive and that no frame holds."""
    taken = [False] * len(view.words)
    for candidate in accepted:
        if _is_reported_itself(view, candidate):
            continue
        for start, end in candidate.spans:
            taken[start:end] = [True] * (end - start)
        for i in (*candidate.cues, *candidate.frame):
            taken[i] = True
    last = -9  # number of the last sentence with a quote
    for number, sentence in enumerate(view.sentences):
        for part in _split(view, *sentence, ";"):
            before, rest = _part_at_colon(view, part)
            span = view.trim(*rest)
            near = number - last <= 1
            if _is_free(view, span, taken, near=near) or (near and _is_between(view, span, taken)):
                last = number
                yield _candidate(view, span, before)
            if any(taken[i] for i in range(*part)):
                last = number


def _part_at_colon(view: View, part: TokenRange) -> tuple[TokenRange | None, TokenRange]:
    """The author's clause before a colon, and what is left: "[Sie lacht]: [Er sei da]"; "[Er sei da: hier]" is one."""
    start, end = part
    colon = next((i for i in range(start, end - 1) if view.words[i] == ":" and not view.depth[i]), None)
    if colon is None and start > 0 and view.words[start - 1] == ":":  # the pipeline has ended a sentence there
        colon = start - 1
        start = view.bounds(colon)[0]
    if colon is None:
        return None, part
    verb = find_main_verb(view, (start, colon))
    if verb is not None and view.is_subjunctive(verb) and not view.depth[verb]:
        return None, part
    return (start, colon), (colon + 1, end)


def _candidate(view: View, span: TokenRange, before: TokenRange | None) -> Candidate:
    """What stands behind a colon is the one's whom the clause before it is about."""
    if before is None:
        return Candidate("free", (span,), "free")
    verb = view.finite_in(*before)
    head = None if verb is None else find_subject(view, verb)
    if head is None or not before[0] <= head < before[1] or not (may_speak(view, head) and may_be_subject(view, head)):
        return Candidate("indirect", (span,), "colon-clause")
    frame = tuple(range(before[0], before[1] + 1))
    speaker = noun_phrase(view, head, before)
    return Candidate("indirect", (span,), "colon-clause", frame=frame, attribution=Attribution("source", speaker))


def _is_reported_itself(view: View, candidate: Candidate) -> bool:
    """ "Zeugen [hätten] von Druck berichtet": a frame in the subjunctive, which is something that somebody says."""
    verb = candidate.attribution.verb
    inside = verb is not None and any(start <= verb < end for start, end in candidate.spans)
    return verb is not None and not inside and view.is_subjunctive(verb) and not _is_opinion(view, verb)


def _split(view: View, start: int, end: int, mark: str) -> Iterator[TokenRange]:
    """A stretch, split at a mark outside of speech."""
    for i in range(start, end):
        if view.words[i] == mark and not view.depth[i]:
            yield start, i
            start = i + 1
    yield start, end


def _is_free(view: View, span: TokenRange, taken: list[bool], *, near: bool) -> bool:
    """In Konjunktiv I, or behind a quote in a Konjunktiv II that stands in for it; no question that is put again."""
    if span[1] - span[0] < 3 or any(taken[i] for i in range(*span)):
        return False
    verb = find_main_verb(view, span)
    if verb is None or view.depth[verb] or _is_put_again(view, span) or _is_set_phrase(view, verb):
        return False
    if view.is_first_subjunctive(verb):
        return True
    return near and view.is_subjunctive(verb) and not _is_opinion(view, verb)


def _is_between(view: View, span: TokenRange, taken: list[bool]) -> bool:
    """A plural that may be past or subjunctive ("sparten") among subjunctives: in its own sentence or around it."""
    if span[1] - span[0] < 3 or any(taken[i] for i in range(*span)):
        return False
    verb = find_main_verb(view, span)
    if verb is None or view.depth[verb] or not view.lower[verb].endswith("ten"):
        return False
    if any(view.finite[i] and view.is_first_subjunctive(i) for i in range(verb + 1, span[1]) if not view.depth[i]):
        return True
    number = view.sentence[verb]
    return all(_is_in_first(view, n) for n in (number - 1, number + 1))


def _is_in_first(view: View, number: int) -> bool:
    """Whether the main verb of a sentence nearby is in Konjunktiv I."""
    if not 0 <= number < len(view.sentences):
        return False
    verb = find_main_verb(view, view.sentences[number])
    return verb is not None and not view.depth[verb] and view.is_first_subjunctive(verb)


def _is_put_again(view: View, span: TokenRange) -> bool:
    """ "Ob er die Elf noch erreiche?": the question of somebody in the scene, and no statement."""
    return view.word(span[1]) == "?" and begins_subordinate(view, span[0])


def _is_set_phrase(view: View, verb: int) -> bool:
    """ "Gott sei Dank", "es sei denn", "wie dem auch sei" report nothing."""
    around = view.lower[max(verb - 3, 0) : verb + 2]
    return view.lower[verb] == "sei" and ("gott" in around or "denn" in around[-1:] or "dem" in around[:1])


def _is_opinion(view: View, verb: int) -> bool:
    """ "Das dürfte dauern", "es wäre der dritte": the author's, as "dürfe" and "sei" would be the speaker's."""
    return view.lower[verb] in load_words("own subjunctive")
