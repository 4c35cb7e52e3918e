"""Chooses who speaks each quote: a named entity where the article allows it, else a description, else nobody.

The way: the frame's own noun phrase ("sagte die Ministerin"); else the quote around this one; else, for words that
stand alone, who spoke or acted in the sentence before; else the article's repetition of a headline. Each choice says
its reason.
"""

from __future__ import annotations

from newsents.quotes.candidates import Candidate
from newsents.quotes.speakers.actors import find_actor
from newsents.quotes.speakers.antecedents import Context
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.frame import find_frame_phrase, verb_number
from newsents.quotes.speakers.nesting import find_enclosing, find_headline_sources
from newsents.quotes.speakers.nominals import resolve_nominal
from newsents.quotes.speakers.noun_phrases import (
    NounPhrase,
    find_demonym,
    find_named,
    find_origin,
    find_place_of_speaking,
    find_possessor,
    joins_two,
    normalise_description,
    read_noun_phrase,
)
from newsents.quotes.speakers.pronouns import FIRST_PERSON, find_pronoun, resolve_pronoun
from newsents.quotes.speakers.referents import Referent
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.records import DescribedSpeaker, EntitySpeaker, Organisation, Person, Place, Span, Speaker, UnknownSpeaker

LONGEST_CHAIN = 8


def resolve_speakers(
    view: View, candidates: list[Candidate], entities: tuple[Person | Place | Organisation, ...]
) -> list[Speaker]:
    """The speaker of each candidate, in the same order."""
    if not candidates:
        return []
    return SpeakerResolver(Discourse(view, entities), candidates).resolve()


class SpeakerResolver:
    """Holds what is known while the candidates of one Doc are resolved in text order."""

    def __init__(self, discourse: Discourse, candidates: list[Candidate]) -> None:
        self.discourse = discourse
        self.candidates = candidates
        self.context = Context(discourse, candidates)
        self.enclosing = find_enclosing(candidates)
        self.headlines = find_headline_sources(discourse, candidates)
        self.speakers: dict[int, Speaker] = {}
        self.order = sorted(
            range(len(candidates)), key=lambda i: (candidates[i].spans[0][0], -candidates[i].spans[-1][1])
        )
        self.position = {number: position for position, number in enumerate(self.order)}

    def resolve(self) -> list[Speaker]:
        """Quotes with a frame first come first; a quote inside another waits for that one."""
        for i in self.order:
            self._speaker(i)
        for i, source in self.headlines.items():
            if isinstance(self.speakers[i], UnknownSpeaker):
                self.speakers[i] = _inherit(self.speakers[source], "headline repeats: ")
        return [self.speakers[i] for i in range(len(self.candidates))]

    def _speaker(self, number: int) -> Speaker:
        if number not in self.speakers:
            self.speakers[number] = UnknownSpeaker(evidence="depends on itself")
            candidate = self.candidates[number]
            phrase = find_frame_phrase(self.context, candidate)
            if phrase is not None:
                speaker = self._from_phrase(number, candidate, phrase)
            elif (around := self.enclosing.get(number)) is not None:
                speaker = _inherit(self._speaker(around), "as of the quote around it: ")
            elif self._names_nobody(candidate):
                speaker = self._from_impersonal(number, candidate)
            else:
                speaker = self._from_before(number, candidate)
            self.speakers[number] = speaker
            if speaker.name:
                position = candidate.speaker[0] if candidate.speaker else candidate.spans[0][0]
                self.context.spoken.append((position, speaker.name))
        return self.speakers[number]

    # --- the frame names the speaker -------------------------------------------------------------------------------

    def _from_phrase(self, number: int, candidate: Candidate, tokens: TokenRange) -> Speaker:
        """Whom a noun phrase or pronoun in the frame means."""
        discourse = self.discourse
        span = self._span(tokens)
        token = find_pronoun(discourse, tokens)
        if token is not None:
            return self._from_pronoun(number, candidate, token, span)
        phrase = read_noun_phrase(discourse, tokens)
        if phrase is None:
            return UnknownSpeaker(span=span, evidence=f"{span.text!r} names nobody")
        return self._from_noun_phrase(number, candidate, phrase, span)

    def _from_noun_phrase(self, index: int, candidate: Candidate, phrase: NounPhrase, span: Span) -> Speaker:
        discourse = self.discourse
        number = verb_number(discourse, candidate)
        if joins_two(discourse, phrase, number):
            name = normalise_description(discourse, phrase, joined=True)
            return DescribedSpeaker(name=name, span=span, evidence="two speakers joined")
        found = find_named(discourse, phrase) or find_demonym(discourse, phrase)
        if found is None and phrase.noun is not None and phrase.noun.kind == "statement":
            return self._from_statement(index, candidate, phrase, span)
        found = found or resolve_nominal(self.context, phrase, self._excluded(candidate), number)
        if found is not None:
            entity, evidence = found
            return EntitySpeaker(name=entity.name, entity_id=entity.id, span=span, evidence=evidence)
        name = normalise_description(discourse, phrase)
        if not name:
            return UnknownSpeaker(span=span, evidence="no noun")
        return DescribedSpeaker(
            name=name, span=span, evidence=f"nobody named fits {discourse.view.words[phrase.head]!r}"
        )

    def _from_statement(self, index: int, candidate: Candidate, phrase: NounPhrase, span: Span) -> Speaker:
        """ "Angaben der Polizei" -> the police; "In der Begründung heißt es" -> who was spoken of before."""
        discourse = self.discourse
        view = discourse.view
        origin = find_origin(discourse, phrase)
        if origin is not None:
            return EntitySpeaker(name=origin.name, entity_id=origin.id, span=span, evidence=f"by {origin.name}")
        possessor = find_possessor(discourse, phrase)
        if possessor is not None and possessor != phrase.tokens:
            found = self._from_phrase(index, candidate, possessor)
            if not isinstance(found, UnknownSpeaker):
                return replace_span(found, span)
        own = any(view.words[i].lower().startswith("eigene") for i in range(*phrase.tokens))
        if own:
            subject = find_actor(discourse, self.context.referents, view.sentence[phrase.head])
            if subject is not None:
                return replace_span(self._from_phrase(index, candidate, subject), span)
        if own or (candidate.attribution.by == "impersonal" and not _names_its_speaker(discourse, phrase)):
            previous = self._previous(index)
            before = self._speaker(previous) if previous is not None else self._from_before(index, candidate)
            if before.name:
                return replace_span(_inherit(before, f"{span.text!r} of who spoke before: "), span)
        name = normalise_description(discourse, phrase)
        evidence = "a statement of nobody named"
        return DescribedSpeaker(name=name, span=span, evidence=evidence) if name else UnknownSpeaker(span=span)

    def _from_pronoun(self, number: int, candidate: Candidate, token: int, span: Span) -> Speaker:
        word = self.discourse.view.words[token]
        if word.lower() in FIRST_PERSON:
            around = self.enclosing.get(number)
            if around is not None:
                return replace_span(self._speaker(around), span)
        excluded = self._excluded(candidate)
        referent = resolve_pronoun(self.context, token, verb_number(self.discourse, candidate), excluded)
        if referent is None:
            return UnknownSpeaker(span=span, evidence=f"nobody before fits {word!r}")
        return self._from_referent(candidate, referent, span, f"{word!r} → ")

    def _from_referent(self, candidate: Candidate, referent: Referent, span: Span | None, why: str) -> Speaker:
        """The entity of a mention, or of the noun that stands for one; else the noun itself."""
        discourse = self.discourse
        own = self._span((referent.start, referent.end))
        if referent.entity is not None:
            e = referent.entity
            return EntitySpeaker(name=e.name, entity_id=e.id, span=span or own, evidence=f"{why}{own.text!r}")
        phrase = read_noun_phrase(discourse, (referent.start, referent.end))
        if phrase is None:
            return UnknownSpeaker(span=span, evidence=why)
        found = resolve_nominal(self.context, phrase, self._excluded(candidate))
        if found is not None:
            return EntitySpeaker(
                name=found[0].name, entity_id=found[0].id, span=span or own, evidence=f"{why}{found[1]}"
            )
        name = normalise_description(discourse, phrase)
        return DescribedSpeaker(name=name or own.text, span=span or own, evidence=f"{why}{own.text!r}")

    # --- the text before names the speaker -------------------------------------------------------------------------

    def _from_before(self, number: int, candidate: Candidate) -> Speaker:
        """Who speaks words that stand alone: who spoke last, or is the subject of a sentence in between."""
        previous = self._previous(number)
        spoken = self._speaker(previous) if previous is not None else None
        found = self._from_actor(number, candidate, self._last_sentence(previous, spoken))
        if found is None and spoken is not None:
            found = _inherit(spoken, "goes on: ")
        found = found or UnknownSpeaker(evidence="nobody spoke before")
        if candidate.attribution.by != "back":
            return found
        pointer = candidate.cues[0]
        return replace_span(found, self._span((pointer, pointer + 1)))

    def _last_sentence(self, previous: int | None, spoken: Speaker | None) -> int:
        """The sentence behind which somebody else may take over: that of the last quote, if its speaker is known."""
        if previous is None:
            return -1
        sentence = self.discourse.view.sentence[self.candidates[previous].spans[-1][1] - 1]
        return sentence if spoken is not None and spoken.name else sentence - 1

    def _from_actor(self, number: int, candidate: Candidate, after: int) -> Speaker | None:
        """The subject of a sentence between `after` and the quote, nearest first, in its paragraph or right before."""
        discourse = self.discourse
        view = discourse.view
        start = candidate.spans[0][0]
        here = view.sentence[start]
        for sentence in range(here - 1, max(-1, after, here - LONGEST_CHAIN), -1):
            actor = find_actor(discourse, self.context.referents, sentence)
            if actor is not None:
                found = self._from_phrase(number, candidate, actor)
                if found.name:
                    return found.model_copy(update={"evidence": f"subject of the sentence before: {found.evidence}"})
            if view.paragraph[view.sentences[sentence][0]] != view.paragraph[start]:
                break
        return None

    def _from_impersonal(self, number: int, candidate: Candidate) -> Speaker:
        """Who is named by a preposition beside "hieß es": "bei der Feuerwehr", "in der Begründung"."""
        discourse = self.discourse
        if candidate.attribution.by == "impersonal":
            quoted = {i for span in candidate.spans for i in range(*span)}
            place = find_place_of_speaking(discourse, candidate.cues[0], quoted)
            if place is not None:
                return self._from_phrase(number, candidate, place)
        return UnknownSpeaker(evidence="a frame that names nobody")

    def _names_nobody(self, candidate: Candidate) -> bool:
        """Whether a frame leaves its speaker open: "hieß es", "es wird befürchtet"; "demnach" points back instead."""
        by = candidate.attribution.by
        return by == "impersonal" or (bool(candidate.cues) and candidate.kind == "indirect" and by != "back")

    def _previous(self, number: int) -> int | None:
        """The quote before, in the same paragraph or the one before it."""
        position = self.position[number]
        if position == 0:
            return None
        previous = self.order[position - 1]
        while previous in self.enclosing and self.enclosing[previous] != number:
            previous = self.enclosing[previous]
        paragraphs = self.discourse.view.paragraph
        apart = paragraphs[self.candidates[number].spans[0][0]] - paragraphs[self.candidates[previous].spans[-1][0]]
        return previous if apart <= 1 else None

    def _excluded(self, candidate: Candidate) -> tuple[TokenRange, ...]:
        """Where no antecedent may stand: in the quote itself, in its addressee."""
        return (*candidate.spans, *candidate.addressees)

    def _span(self, tokens: TokenRange) -> Span:
        return self.discourse.view.span(tokens)


def _names_its_speaker(discourse: Discourse, phrase: NounPhrase) -> bool:
    """Whether a statement's first part says whose it is: "Militärkreisen", "Polizeiangaben"."""
    return phrase.noun is not None and len(discourse.view.words[phrase.head]) > len(phrase.noun.noun) + 3


def replace_span(speaker: Speaker, span: Span | None) -> Speaker:
    """The same speaker, named at another place."""
    return speaker.model_copy(update={"span": span})


def _inherit(speaker: Speaker, why: str) -> Speaker:
    """The same speaker with the way it was found put before."""
    return speaker.model_copy(update={"evidence": f"{why}{speaker.name or 'nobody'}"})
