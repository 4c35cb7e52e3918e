"""Words in marks: "Sie sagte: „[Es regnet.]“", „[Es regnet]“ alone, and quoted words inside another statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.frames import clause_before, make_frame
from newsents.quotes.phrases import find_subject, next_noun, noun_phrase
from newsents.quotes.speech_acts import SpeechAct, SpeechActs
from newsents.reading.marked import Marked
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.marks import is_mark
from newsents.words.tags import NAMES_AND_NOUNS


def read_marks(view: View, candidate: Candidate) -> Candidate:
    """A statement that is marked speech from end to end is a direct one: "„[Es regnet]“, sagte sie, „[seit Mai]“"."""
    inner: list[TokenRange] = []
    spans = candidate.spans
    if candidate.rule == "predicate":
        spans = tuple((_skip_to_mark(view, start, end), end) for start, end in spans)
    for start, end in spans:
        marked = view.opening.get(start)
        if marked is None or not end - 1 <= marked.close <= end:
            return candidate
        inner.extend(marked.parts)
    return replace(candidate, kind="direct", spans=tuple(inner))


def _skip_to_mark(view: View, start: int, end: int) -> int:
    """ "nannte ihn einen „Fehler“", "… als „Fehler“": all but article and "als" stands in marks."""
    i = start
    while i < end and (view.lower[i] == "als" or view.tags[i] in ("ART", "APPR", "APPRART")):
        i += 1
    return i if i in view.opening else start


def find_after_colon(view: View, acts: SpeechActs) -> Iterator[Candidate]:
    """ "Die Ministerin sagte am Montag: „[Wir bauen keine Straße.]“" — also behind a comma or nothing at all."""
    by_sentence = acts.by_sentence(view)
    for marked in view.marked:
        before = _word_before(view, marked)
        if before < 0 or view.words[before] not in (":", ","):
            continue
        if view.depth[marked.open]:
            inner = _inside_speech(view, marked, acts.inside)
            if inner is not None:
                yield inner
            continue
        low = clause_before(view, before)
        framing = _nearest(by_sentence.get(view.sentence[before], []), low, before)
        found = _framed(view, marked, (low, before), framing)
        if found is not None:
            yield found


def _word_before(view: View, marked: Marked) -> int:
    """The token before an opening mark; a colon may stand at the end of the paragraph before."""
    before = marked.open - 1
    return before - 1 if before > 0 and view.is_break(before) and view.words[before - 1] == ":" else before


def _inside_speech(view: View, marked: Marked, verbs: list[SpeechAct]) -> Candidate | None:
    """Speech within speech: "„Er hat gesagt: ‚[Geh nach Haus]‘“"."""
    before = marked.open - 1
    if view.words[before] != ":" or view.depth[marked.open] > 1:
        return None
    around = next(m for m in reversed(view.marked) if m.open < marked.open and m.close > marked.close)
    low = max(around.start, view.bounds(marked.open)[0])
    act = _nearest(verbs, low, before)
    if act is None:
        return Candidate("direct", marked.parts, "colon", attribution=_attribute_clause(view, low, before))
    attribution = act.attribute(act.speaker or _subject(view, low, before))
    return Candidate("direct", marked.parts, "colon", act.cues, attribution=attribution)


def _nearest(verbs: list[SpeechAct], low: int, before: int) -> SpeechAct | None:
    fitting = [s for s in verbs if low <= s.main and s.edge < before]
    return fitting[-1] if fitting else None


def _framed(view: View, marked: Marked, clause: TokenRange, act: SpeechAct | None) -> Candidate | None:
    """Marked speech with the clause up to its colon as frame, with or without a verb of speaking in it."""
    low, before = clause
    colon = view.words[before] == ":"
    if before <= low or not (colon or (act is not None and _follows_frame(view, marked, act))):
        return None
    frame = tuple(range(low, before + 1))
    if act is not None:
        first = next((i + 1 for i in range(act.main, low, -1) if view.words[i] == ":"), low)
        frame = tuple(range(first, before + 1))
        speaker = act.speaker or act.speaker_between(low, before)
        return Candidate("direct", marked.parts, "colon", act.cues, frame, act.attribute(speaker), act.addressees)
    in_brackets = "(" in view.words[low:before] and ")" not in view.words[low:before]
    named = view.finite_in(low, before) is None  # "Der Trainer: „…“"
    worded = not load_words("wording").isdisjoint(view.lower[low:before])
    if in_brackets or not _is_utterance(view, marked) or not (named or worded or _is_long(view, marked)):
        return None
    return Candidate("direct", marked.parts, "colon", (), frame, _attribute_clause(view, low, before))


def _follows_frame(view: View, marked: Marked, act: SpeechAct) -> bool:
    """ "Sie sagte, „…“": no other verb between the frame and the comma."""
    before = marked.open - 1
    ends = marked.close + 2 >= view.bounds(before)[1] or _is_utterance(view, marked)
    return ends and "speech" in act.verb.frames and view.finite_in(act.edge + 1, before) is None


def _attribute_clause(view: View, low: int, colon: int) -> Attribution:
    """A clause without a verb of speaking names its speaker by its subject."""
    return Attribution("source", _subject(view, low, colon))


def _subject(view: View, low: int, colon: int) -> TokenRange | None:
    """Who the clause before a colon is about: "Der Trainer lobt seine Elf:", "Ein Anwohner:"."""
    so = next((i for i in range(colon - 1, low, -1) if view.lower[i] == "so" and view.words[i - 1] == ","), low)
    verb = view.finite_in(so, colon)
    head = find_subject(view, verb) if verb is not None else next_noun(view, so + (so > low), colon)
    return None if head is None else noun_phrase(view, head, (low, colon))


def _is_utterance(view: View, marked: Marked) -> bool:
    """A clause or at least something that ends in a stop, no title or name."""
    start, end = marked.start, marked.end
    return end - start > 2 and (_stops(view, marked) or view.finite_in(start, end) is not None)


def _stops(view: View, marked: Marked) -> bool:
    return view.words[marked.end - 1] in (".", "!", "?", "…")


def _is_long(view: View, marked: Marked) -> bool:
    """A colon may introduce a title too ("ihr neues Buch: „Du bist hier“"); speech is longer or ends in a stop."""
    return marked.end - marked.start > 5 or _stops(view, marked)


def find_unframed(view: View, _: SpeechActs) -> Iterator[Candidate]:
    """ "[Das ist neu]." in marks that hold whole sentences of a paragraph, with no frame: the last speaker goes on."""
    for marked in view.marked:
        if view.depth[marked.open] or not (_is_utterance(view, marked) or _is_line(view, marked)):
            continue
        low = view.bounds(marked.open)[0]
        after = marked.close + 1
        before = view.words[marked.open - 1]
        starts = marked.open == low or before in (".", "!", "?", ":") or is_mark(before)
        ends = (
            after >= len(view.words) or view.tags[after] == "$." or view.is_break(after) or view.starts_sentence(after)
        )
        if before == ":" and not _is_long(view, marked):
            continue
        if starts and (ends or view.words[marked.end - 1] in (".", "!", "?")):
            yield Candidate("direct", marked.parts, "marks")


def _is_line(view: View, marked: Marked) -> bool:
    """A headline in marks from end to end: "„[Viel Lärm, wenig Geld]“"."""
    line = view.paragraphs[view.paragraph[marked.open]]
    return line == (marked.open, marked.close + 1) and marked.end - marked.start > 2


def find_fragments(view: View, _: SpeechActs, accepted: Iterable[Candidate]) -> Iterator[Candidate]:
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
    for marked in view.marked:
        if marked.start in taken or view.depth[marked.open] or marked.open not in covered:
            continue
        if not is_name(view, marked):
            yield Candidate("direct", marked.parts, "fragment", frame=covered[marked.open].frame)


def find_marked_objects(view: View, acts: SpeechActs, accepted: Iterable[Candidate]) -> Iterator[Candidate]:
    """ "Der Bürgermeister beklagte einen „[Sturm der Entrüstung]“": words in marks in the clause of the verb."""
    taken = {i for c in accepted for start, end in c.spans for i in range(start - 1, end)}
    by_sentence = acts.by_sentence(view)
    for marked in view.marked:
        if view.depth[marked.open] or marked.open in taken:
            continue
        for act in by_sentence.get(view.sentence[marked.open], ()):
            if not act.verb.reports and marked.end - marked.start < 2:
                continue
            predicate = "pred" in act.verb.reports or "als" in view.lower[max(marked.open - 3, 0) : marked.open]
            named = not predicate and is_name(view, marked)
            if not named and _is_object(act, marked) and _share_clause(view, act, marked):
                frame = make_frame(view, ((marked.open, marked.close + 1),), act)
                yield Candidate("direct", marked.parts, "marked-object", act.cues, frame, act.attribute(act.speaker))
                break


def _is_object(act: SpeechAct, marked: Marked) -> bool:
    """The marks stand neither around the speaker nor around the addressee."""
    others = [act.speaker, *act.addressees]
    if not {"speech", "clause", "words"} & act.verb.frames and not act.verb.reports:
        return False
    before = act.view.lower[max(marked.open - 3, 0) : marked.open]
    if {"laut", "in", "im", "auf"} & set(before):
        return False
    return act.speaker is not None and not any(
        o is not None and o[0] <= marked.close and marked.open < o[1] for o in others
    )


def _share_clause(view: View, act: SpeechAct, marked: Marked) -> bool:
    """No comma and no other finite verb stands between the verb and the marks."""
    start, end = sorted((act.main, marked.open))
    between = range(start + 1, end)
    own = (act.main, act.finite)
    return not any(view.words[i] in (",", ";", ":") or (view.finite[i] and i not in own) for i in between)


def is_name(view: View, marked: Marked) -> bool:
    """Marks around a name or title: "die Zeitung „Bild“", "der Film „Das Boot“"."""
    start, end = marked.start, marked.end
    name = view.named.get(start)
    if name is not None and name[0] <= start and name[1] >= end:
        return True
    tags = view.tags[start:end]
    if all(j in view.named or view.tags[j] == "ART" for j in range(start, end)) and end - start <= 3:
        return True
    if all(tag in ("NE", "FM", "XY", "CARD") for tag in tags):
        return True
    if end - start > 1 and all(word[:1].isupper() for word in view.words[start:end]):
        return True
    return _is_titled(view, marked)


def _is_titled(view: View, marked: Marked) -> bool:
    """A short noun phrase right behind a noun, or a longer one behind what has titles: "der Roman „Der alte Fluss“"."""
    start, end, before = marked.start, marked.end, marked.open - 1
    if before < 0 or view.words[start][:1].islower() or view.finite_in(start, end) is not None or end - start > 5:
        return False
    if view.lower[before].startswith(("sogenannte", "genannte")):
        return True
    titled = end - start <= 2 or view.lower[before].endswith(tuple(load_words("titled")))
    return titled and view.tags[before] in NAMES_AND_NOUNS and view.tags[start] not in ("PPER", "ADV", "PIS", "PDS")
