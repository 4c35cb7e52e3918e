"""Words in marks: "Sie sagte: „[Es regnet.]“", „[Es regnet]“ alone, and quoted words inside another statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsents.quotes.candidates import Candidate
from newsents.quotes.frames import clause_before, make_frame
from newsents.quotes.phrases import find_subject, next_noun, noun_phrase
from newsents.quotes.speech_acts import Speaking
from newsents.reading.marked import Marked, is_mark
from newsents.reading.ranges import TokenRange
from newsents.reading.view import Reading
from newsents.words.speech import load_words


def read_marks(reading: Reading, candidate: Candidate) -> Candidate:
    """A statement that is marked speech from end to end is a direct one: "„[Es regnet]“, sagte sie, „[seit Mai]“"."""
    inner: list[TokenRange] = []
    spans = candidate.spans
    if candidate.rule == "predicate":
        spans = tuple((_skip_to_mark(reading, start, end), end) for start, end in spans)
    for start, end in spans:
        marked = reading.opening.get(start)
        if marked is None or not end - 1 <= marked.close <= end:
            return candidate
        inner.extend(marked.parts)
    return replace(candidate, kind="direct", spans=tuple(inner))


def _skip_to_mark(reading: Reading, start: int, end: int) -> int:
    """ "nannte ihn einen „Fehler“", "… als „Fehler“": all but article and "als" stands in marks."""
    i = start
    while i < end and (reading.lower[i] == "als" or reading.tags[i] in ("ART", "APPR", "APPRART")):
        i += 1
    return i if i in reading.opening else start


def _sort(reading: Reading, verbs: Iterable[Speaking]) -> dict[int, list[Speaking]]:
    """The verbs outside marks, by sentence."""
    found: dict[int, list[Speaking]] = {}
    for speaking in verbs:
        if not reading.depth[speaking.main]:
            found.setdefault(reading.sentence[speaking.main], []).append(speaking)
    return found


def find_after_colon(reading: Reading, verbs: Sequence[Speaking]) -> Iterator[Candidate]:
    """ "Die Ministerin sagte am Montag: „[Wir bauen keine Straße.]“" — also behind a comma or nothing at all."""
    by_sentence = _sort(reading, verbs)
    inside = [s for s in verbs if reading.depth[s.main]]
    for marked in reading.marked:
        before = _word_before(reading, marked)
        if before < 0 or reading.words[before] not in (":", ","):
            continue
        if reading.depth[marked.open]:
            inner = _inside_speech(reading, marked, inside)
            if inner is not None:
                yield inner
            continue
        low = clause_before(reading, before)
        framing = _nearest(by_sentence.get(reading.sentence[before], []), low, before)
        found = _framed(reading, marked, (low, before), framing)
        if found is not None:
            yield found


def _word_before(reading: Reading, marked: Marked) -> int:
    """The token before an opening mark; a colon may stand at the end of the paragraph before."""
    before = marked.open - 1
    return before - 1 if before > 0 and reading.doc[before].is_space and reading.words[before - 1] == ":" else before


def _inside_speech(reading: Reading, marked: Marked, verbs: list[Speaking]) -> Candidate | None:
    """Speech within speech: "„Er hat gesagt: ‚[Geh nach Haus]‘“"."""
    before = marked.open - 1
    if reading.words[before] != ":" or reading.depth[marked.open] > 1:
        return None
    around = next(m for m in reversed(reading.marked) if m.open < marked.open and m.close > marked.close)
    low = max(around.start, reading.bounds(marked.open)[0])
    speaking = _nearest(verbs, low, before)
    speaker = speaking.speaker if speaking is not None else None
    cues = speaking.cues if speaking is not None else ()
    return Candidate("direct", marked.parts, "colon", cues, speaker=speaker or _subject(reading, low, before))


def _nearest(verbs: list[Speaking], low: int, before: int) -> Speaking | None:
    fitting = [s for s in verbs if low <= s.main and s.edge < before]
    return fitting[-1] if fitting else None


def _framed(reading: Reading, marked: Marked, clause: TokenRange, speaking: Speaking | None) -> Candidate | None:
    """Marked speech with the clause up to its colon as frame, with or without a verb of speaking in it."""
    low, before = clause
    colon = reading.words[before] == ":"
    if before <= low or not (colon or (speaking is not None and _follows_frame(reading, marked, speaking))):
        return None
    frame = tuple(range(low, before + 1))
    if speaking is not None:
        first = next((i + 1 for i in range(speaking.main, low, -1) if reading.words[i] == ":"), low)
        frame = tuple(range(first, before + 1))
        speaker = speaking.speaker or speaking.speaker_between(low, before)
        return Candidate("direct", marked.parts, "colon", speaking.cues, frame, speaker, speaking.addressees)
    in_brackets = "(" in reading.words[low:before] and ")" not in reading.words[low:before]
    named = reading.finite_in(low, before) is None  # "Der Trainer: „…“"
    if in_brackets or not _is_utterance(reading, marked) or not (named or _is_long(reading, marked)):
        return None
    return Candidate("direct", marked.parts, "colon", (), frame, _subject(reading, low, before))


def _follows_frame(reading: Reading, marked: Marked, speaking: Speaking) -> bool:
    """ "Sie sagte, „…“": no other verb between the frame and the comma."""
    before = marked.open - 1
    ends = marked.close + 2 >= reading.bounds(before)[1] or _is_utterance(reading, marked)
    return ends and "speech" in speaking.verb.frames and reading.finite_in(speaking.edge + 1, before) is None


def _subject(reading: Reading, low: int, colon: int) -> TokenRange | None:
    """Who the clause before a colon is about: "Der Trainer lobt seine Elf:", "Ein Anwohner:"."""
    verb = reading.finite_in(low, colon)
    head = find_subject(reading, verb) if verb is not None else next_noun(reading, low, colon)
    return None if head is None else noun_phrase(reading, head, (low, colon))


def _is_utterance(reading: Reading, marked: Marked) -> bool:
    """A clause or at least something that ends in a stop, no title or name."""
    start, end = marked.start, marked.end
    return end - start > 2 and (_stops(reading, marked) or reading.finite_in(start, end) is not None)


def _stops(reading: Reading, marked: Marked) -> bool:
    return reading.words[marked.end - 1] in (".", "!", "?", "…")


def _is_long(reading: Reading, marked: Marked) -> bool:
    """A colon may introduce a title too ("ihr neues Buch: „Du bist hier“"); speech is longer or ends in a stop."""
    return marked.end - marked.start > 5 or _stops(reading, marked)


def find_unframed(reading: Reading) -> Iterator[Candidate]:
    """ "[Das ist neu]." in marks that hold whole sentences of a paragraph, with no frame: the last speaker goes on."""
    for marked in reading.marked:
        if reading.depth[marked.open] or not _is_utterance(reading, marked):
            continue
        low, _ = reading.bounds(marked.open)
        after = marked.close + 1
        before = reading.words[marked.open - 1]
        starts = marked.open == low or before in (".", "!", "?", ":") or is_mark(before)
        ends = after >= len(reading.words) or reading.tags[after] in ("$.", "_SP") or reading.doc[after].is_sent_start
        if before == ":" and not _is_long(reading, marked):
            continue
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
            low, high = candidate.speaker or (0, 0)
            covered.update(dict.fromkeys((i for i in candidate.frame if not low <= i < high), candidate))
    for marked in reading.marked:
        if marked.start in taken or reading.depth[marked.open] or marked.open not in covered:
            continue
        if not is_name(reading, marked):
            yield Candidate("direct", marked.parts, "fragment", frame=covered[marked.open].frame)


def find_marked_objects(
    reading: Reading, accepted: Iterable[Candidate], verbs: Iterable[Speaking]
) -> Iterator[Candidate]:
    """ "Der Bürgermeister beklagte einen „[Sturm der Entrüstung]“": words in marks in the clause of the verb."""
    taken = {i for c in accepted for start, end in c.spans for i in range(start - 1, end)}
    by_sentence = _sort(reading, verbs)
    for marked in reading.marked:
        if reading.depth[marked.open] or marked.open in taken:
            continue
        for speaking in by_sentence.get(reading.sentence[marked.open], ()):
            if not speaking.verb.reports and marked.end - marked.start < 2:
                continue
            predicate = "pred" in speaking.verb.reports or "als" in reading.lower[max(marked.open - 3, 0) : marked.open]
            named = not predicate and is_name(reading, marked)
            if not named and _is_object(speaking, marked) and _share_clause(reading, speaking, marked):
                frame = make_frame(reading, ((marked.open, marked.close + 1),), speaking)
                yield Candidate("direct", marked.parts, "marked-object", speaking.cues, frame, speaking.speaker)
                break


def _is_object(speaking: Speaking, marked: Marked) -> bool:
    """The marks stand neither around the speaker nor around the addressee."""
    others = [speaking.speaker, *speaking.addressees]
    if not {"speech", "clause"} & speaking.verb.frames and not speaking.verb.reports:
        return False
    before = speaking.reading.lower[max(marked.open - 3, 0) : marked.open]
    if {"laut", "in", "im", "auf"} & set(before):
        return False
    return speaking.speaker is not None and not any(
        o is not None and o[0] <= marked.close and marked.open < o[1] for o in others
    )


def _share_clause(reading: Reading, speaking: Speaking, marked: Marked) -> bool:
    """No comma and no other finite verb stands between the verb and the marks."""
    start, end = sorted((speaking.main, marked.open))
    between = range(start + 1, end)
    own = (speaking.main, speaking.finite)
    return not any(reading.words[i] in (",", ";", ":") or (reading.finite[i] and i not in own) for i in between)


def is_name(reading: Reading, marked: Marked) -> bool:
    """Marks around a name or title: "die Zeitung „Bild“", "der Film „Das Boot“"."""
    start, end = marked.start, marked.end
    name = reading.named.get(start)
    if name is not None and name[0] <= start and name[1] >= end:
        return True
    tags = reading.tags[start:end]
    if all(j in reading.named or reading.tags[j] == "ART" for j in range(start, end)) and end - start <= 3:
        return True
    if all(tag in ("NE", "FM", "XY", "CARD") for tag in tags):
        return True
    if end - start > 1 and all(word[:1].isupper() for word in reading.words[start:end]):
        return True
    return _is_titled(reading, marked)


def _is_titled(reading: Reading, marked: Marked) -> bool:
    """A short noun phrase right behind a noun, or a longer one behind what has titles: "der Roman „Der alte Fluss“"."""
    start, end, before = marked.start, marked.end, marked.open - 1
    if before < 0 or reading.words[start][:1].islower() or reading.finite_in(start, end) is not None or end - start > 5:
        return False
    if reading.lower[before].startswith(("sogenannte", "genannte")):
        return True
    titled = end - start <= 2 or reading.lower[before].endswith(tuple(load_words("titled")))
    return titled and reading.tags[before] in ("NN", "NE") and reading.tags[start] not in ("PPER", "ADV", "PIS", "PDS")
