"""Words in marks: "Sie sagte: „[Es regnet.]“", „[Es regnet]“ alone, and quoted words inside another statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsents.annotations import NAMES
from newsents.quotes.candidates import Candidate, TokenRange
from newsents.quotes.frames import clause_before
from newsents.quotes.marks import Marked, is_mark
from newsents.quotes.phrases import find_subject, next_noun, noun_phrase
from newsents.quotes.reading import Reading
from newsents.quotes.speaking import Speaking


def read_marks(reading: Reading, candidate: Candidate) -> Candidate:
    """A statement that is marked speech from end to end is a direct one: "„[Es regnet]“, sagte sie, „[seit Mai]“"."""
    inner: list[TokenRange] = []
    spans = candidate.spans
    if candidate.kind == "reported":
        spans = tuple((_skip_to_mark(reading, start, end), end) for start, end in spans)
    for start, end in spans:
        marked = reading.opening.get(start)
        if marked is None or not end - 1 <= marked.close <= end:
            return candidate
        inner.extend(marked.parts)
    return replace(candidate, kind="direct", spans=tuple(inner))


def _skip_to_mark(reading: Reading, start: int, end: int) -> int:
    """ "nannte ihn einen „Fehler“", "… als „Fehler“": all that is reported stands in marks but for article and "als"."""
    i = start
    while i < end and (reading.lower[i] == "als" or reading.tags[i] in ("ART", "APPR", "APPRART")):
        i += 1
    return i if i in reading.opening else start


def find_after_colon(reading: Reading, verbs: Iterable[Speaking]) -> Iterator[Candidate]:
    """ "Die Ministerin sagte am Montag: „[Wir schließen keine Schule.]“" — also behind a comma or nothing at all."""
    by_sentence: dict[int, list[Speaking]] = {}
    for speaking in verbs:
        by_sentence.setdefault(reading.sentence[speaking.main], []).append(speaking)
    for marked in reading.marked:
        before = marked.open - 1
        if reading.depth[marked.open] or before < 0 or reading.words[before] not in (":", ","):
            continue
        low = clause_before(reading, before)
        speaking = _nearest(by_sentence.get(reading.sentence[before], []), low, before)
        found = _framed(reading, marked, low, speaking)
        if found is not None:
            yield found


def _nearest(verbs: list[Speaking], low: int, before: int) -> Speaking | None:
    fitting = [s for s in verbs if low <= s.main and s.edge < before]
    return fitting[-1] if fitting else None


def _framed(reading: Reading, marked: Marked, low: int, speaking: Speaking | None) -> Candidate | None:
    """Marked speech with the clause before its colon as frame, with or without a verb of speaking in it."""
    before = marked.open - 1
    colon = reading.words[before] == ":"
    if before <= low or not (colon or speaking is not None and _follows_frame(reading, speaking, before)):
        return None
    frame = tuple(range(low, marked.open))
    if speaking is not None:
        speaker = speaking.speaker or speaking.speaker_between(low, before)
        return Candidate("direct", marked.parts, "colon", speaking.cues, frame, speaker, speaking.addressees)
    if not _is_utterance(reading, marked):
        return None
    return Candidate("direct", marked.parts, "colon", (), frame, _subject(reading, low, before))


def _follows_frame(reading: Reading, speaking: Speaking, before: int) -> bool:
    """ "Sie sagte, „…“": no other verb between the frame and the comma."""
    marked = reading.opening[before + 1]
    ends = marked.close + 2 >= reading.bounds(before)[1] or _is_utterance(reading, marked)
    return ends and "speech" in speaking.verb.frames and reading.finite_in(speaking.edge + 1, before) is None


def _subject(reading: Reading, low: int, colon: int) -> TokenRange | None:
    """Who the clause before a colon is about: "Todt stellt sich vor seinen Fahrer:", "Ein Anwohner:"."""
    verb = reading.finite_in(low, colon)
    head = find_subject(reading, verb) if verb is not None else next_noun(reading, low, colon)
    return None if head is None else noun_phrase(reading, head, (low, colon))


def _is_utterance(reading: Reading, marked: Marked) -> bool:
    """A clause or at least something that ends in a stop, no title or name."""
    start, end = marked.start, marked.end
    stops = reading.words[end - 1] in (".", "!", "?", "…")
    return end - start > 2 and (stops or reading.finite_in(start, end) is not None)


def find_unframed(reading: Reading) -> Iterator[Candidate]:
    """ "[Das ist neu]." in marks that hold whole sentences of a paragraph, with no frame: the last speaker goes on."""
    for marked in reading.marked:
        if reading.depth[marked.open] or not _is_utterance(reading, marked):
            continue
        low, _ = reading.bounds(marked.open)
        after = marked.close + 1
        starts = marked.open == low or reading.words[marked.open - 1] in (".", "!", "?", ":") or is_mark(reading.words[marked.open - 1])
        ends = after >= len(reading.words) or reading.tags[after] in ("$.", "_SP") or reading.doc[after].is_sent_start
        if starts and (ends or reading.words[marked.end - 1] in (".", "!", "?")):
            yield Candidate("direct", marked.parts, "marks")


def find_fragments(reading: Reading, accepted: Iterable[Candidate]) -> Iterator[Candidate]:
    """ "Das Amt sagte, die Lage sei „[ernst]“": quoted words inside a statement, which have no cue of their own."""
    covered: dict[int, Candidate] = {}
    taken: set[int] = set()
    for candidate in accepted:
        for start, end in candidate.spans:
            for i in range(start, end):
                if candidate.kind == "direct":
                    taken.add(i)
                else:
                    covered[i] = candidate
        if candidate.kind == "reported":
            covered.update(dict.fromkeys(candidate.frame, candidate))
    for marked in reading.marked:
        if marked.start in taken or reading.depth[marked.open] or marked.open not in covered:
            continue
        if not is_name(reading, marked):
            yield Candidate("direct", marked.parts, "fragment")


def is_name(reading: Reading, marked: Marked) -> bool:
    """Marks around a name or title: "die Zeitung „Bild“", "der Film „Das Boot“"."""
    doc, (start, end) = reading.doc, (marked.start, marked.end)
    for name in doc.spans.get(NAMES, ()):
        if name.start <= start and name.end >= end:
            return True
    if any(t.ent_type_ for t in doc[start:end]) and end - start <= 3 and all(t.ent_type_ or t.tag_ == "ART" for t in doc[start:end]):
        return True
    if reading.words[start][:1].islower() or reading.finite_in(start, end) is not None or end - start > 5:
        return False
    before = marked.open - 1
    if before >= 0 and reading.tags[before] in ("NN", "NE") and reading.tags[start] in ("ART", "NN", "NE", "ADJA", "FM", "XY", "APPR"):
        return True
    return any(reading.lower[j] in ("sogenannte", "sogenannten", "genannte", "genannten") for j in range(max(before - 1, 0), before + 1))
