"""Chooses who speaks each quote: a named entity where the article allows it, else a description, else nobody.

The way: the frame's own noun phrase ("sagte die Ministerin"); else the quote around this one; else, for words that
stand alone, who spoke or acted in the sentences before; else the article's repetition of a headline. Each choice says
its reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from newsents.quotes.candidates import Candidate
from newsents.quotes.speakers.alone import find_signature, resolve_alone
from newsents.quotes.speakers.antecedents import Context
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.frame import find_frame_phrase, verb_number
from newsents.quotes.speakers.headlines import find_headline_sources, find_in_headline
from newsents.quotes.speakers.nesting import find_enclosing
from newsents.quotes.speakers.nominals import resolve_nominal
from newsents.quotes.speakers.noun_phrases import (
    INDEFINITE_PRONOUNS,
    NounPhrase,
    describe_indefinite,
    find_demonym,
    find_named,
    find_origin,
    find_place_of_speaking,
    find_possessor,
    joins_two,
    normalise_description,
    read_noun_phrase,
)
from newsents.quotes.speakers.owners import find_owner
from newsents.quotes.speakers.pronouns import FIRST_PERSON, find_pronoun, resolve_pronoun
from newsents.quotes.speakers.ranking import Choice, Option, choose_best
from newsents.quotes.speakers.reading_on import describe, read_until
from newsents.quotes.speakers.someone import Someone
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.records import DescribedSpeaker, EntitySpeaker, Organisation, Person, Place, Span, Speaker, UnknownSpeaker

ISSUED = frozenset(("Mitteilung", "Pressemitteilung", "Medienmitteilung", "Presseerklärung", "Aussendung"))


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks, None for nobody known; why; and the phrase that names them."""

    someone: Someone | None
    evidence: str
    tokens: TokenRange | None = None

    def at(self, tokens: TokenRange | None) -> Answer:
        """The same speaker, named at another place."""
        return replace(self, tokens=tokens)

    def because(self, why: str) -> Answer:
        """The same speaker, with the way it was found put before."""
        return replace(self, evidence=f"{why}{self.someone.name if self.someone is not None else 'nobody'}")


def resolve_speakers(
    view: View,
    candidates: list[Candidate],
    entities: tuple[Person | Place | Organisation, ...],
    choose: Callable[[Choice], Option] = choose_best,
) -> list[Speaker]:
    """The speaker of each candidate, in the same order; `choose` decides where several may be meant."""
    if not candidates:
        return []
    return SpeakerResolver(Context(Discourse(view, entities), candidates, choose)).resolve()


class SpeakerResolver:
    """Holds what is known while the candidates of one Doc are resolved in text order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.discourse = context.discourse
        self.candidates = candidates = context.candidates
        self.enclosing = find_enclosing(candidates)
        self.headlines = find_headline_sources(self.discourse, candidates)
        self.answers: dict[int, Answer] = {}
        self.order = sorted(
            range(len(candidates)), key=lambda i: (candidates[i].spans[0][0], -candidates[i].spans[-1][1])
        )
        self.position = {number: position for position, number in enumerate(self.order)}

    def resolve(self) -> list[Speaker]:
        """Quotes with a frame first come first; a quote inside another waits for that one."""
        for i in self.order:
            self._answer(i)
        for i, source in self.headlines.items():
            if self.answers[i].someone is None:
                self.answers[i] = self.answers[source].because("headline repeats: ")
        for i, answer in self.answers.items():
            if answer.someone is None and (found := find_in_headline(self.context, self.candidates[i])) is not None:
                self.answers[i] = Answer(*found)
        return [self._speaker(self.answers[i]) for i in range(len(self.candidates))]

    def _speaker(self, answer: Answer) -> Speaker:
        """The record of an answer."""
        span = self._span(answer.tokens) if answer.tokens is not None else None
        someone = answer.someone
        if someone is None:
            return UnknownSpeaker(span=span, evidence=answer.evidence)
        if someone.entity is not None:
            entity = someone.entity
            return EntitySpeaker(name=entity.name, entity_id=entity.id, span=span, evidence=answer.evidence)
        return DescribedSpeaker(name=someone.name, span=span, evidence=answer.evidence)

    def _answer(self, number: int) -> Answer:
        if number not in self.answers:
            self.answers[number] = Answer(None, "depends on itself")
            candidate = self.candidates[number]
            phrase = find_frame_phrase(self.context, candidate)
            if phrase is not None:
                answer = self._from_phrase(number, candidate, phrase)
            elif (around := self.enclosing.get(number)) is not None:
                answer = self._answer(around)
                answer = answer.because("as of the quote around it: ")
            else:
                answer = self._from_place(number, candidate) or self._from_before(number, candidate)
            self.answers[number] = answer
            if answer.someone is not None:
                position = candidate.speaker[0] if candidate.speaker else candidate.spans[0][0]
                self.context.speak(position, answer.someone, answer.tokens)
        return self.answers[number]

    # --- the frame names the speaker -------------------------------------------------------------------------------

    def _from_phrase(self, number: int, candidate: Candidate, tokens: TokenRange) -> Answer:
        """Whom a noun phrase or pronoun in the frame means."""
        discourse = self.discourse
        token = find_pronoun(discourse, tokens)
        if token is not None and discourse.view.lower[token] not in INDEFINITE_PRONOUNS:
            return self._from_pronoun(number, candidate, token, tokens)
        phrase = read_noun_phrase(discourse, tokens)
        if phrase is None and (name := describe_indefinite(discourse, tokens)):
            return Answer(Someone(name), "somebody not named", tokens)
        if phrase is None:
            return Answer(None, f"{discourse.view.text_of(tokens)!r} names nobody", tokens)
        return self._from_noun_phrase(number, candidate, phrase)

    def _from_noun_phrase(self, index: int, candidate: Candidate, phrase: NounPhrase) -> Answer:
        discourse, tokens = self.discourse, phrase.tokens
        number = verb_number(discourse, candidate)
        if joins_two(discourse, phrase, number):
            name = normalise_description(discourse, phrase, joined=True)
            return Answer(Someone(name, number="Plur"), "two speakers joined", tokens)
        named = find_named(discourse, phrase) or find_demonym(discourse, phrase)
        if named is not None:
            return Answer(self.context.named(named[0]), named[1], tokens)
        if phrase.noun is not None and phrase.noun.kind == "statement":
            return self._from_statement(index, candidate, phrase)
        self._read_until(phrase.head, index)
        found = resolve_nominal(self.context, phrase, self._excluded(candidate), number)
        if found is not None:
            self.context.known[phrase.head] = found[0]
            return Answer(*found, tokens)
        if not candidate.cues and candidate.rule != "interview" and not _can_speak(discourse, phrase):
            return self._from_before(index, candidate)
        someone = self.context.known.get(phrase.head) or describe(discourse, phrase)
        if not someone.name:
            return Answer(None, "no noun", tokens)
        self.context.known[phrase.head] = someone
        return Answer(someone, f"nobody named fits {discourse.view.words[phrase.head]!r}", tokens)

    def _from_statement(self, index: int, candidate: Candidate, phrase: NounPhrase) -> Answer:
        """ "Angaben der Polizei" -> the police; "In der Begründung heißt es" -> who was spoken of before."""
        discourse, tokens = self.discourse, phrase.tokens
        origin = find_origin(discourse, phrase)
        if origin is not None:
            return Answer(self.context.named(origin), f"by {origin.name}", tokens)
        possessor = find_possessor(discourse, phrase)
        if possessor is not None and possessor != tokens:
            found = self._from_phrase(index, candidate, possessor)
            if found.someone is not None:
                return found.at(tokens)
        self._read_until(phrase.head, index)
        owner = find_owner(self.context, phrase)
        if owner is not None:
            return Answer(*owner, tokens)
        unsigned = candidate.attribution.by == "impersonal" or _is_issued(phrase)
        if unsigned and not _names_its_speaker(discourse, phrase):
            before = self._from_before(index, candidate, document=True)
            if before.someone is not None:
                return before.because(f"{discourse.view.text_of(tokens)!r} of who spoke before: ").at(tokens)
        name = normalise_description(discourse, phrase)
        return Answer(Someone(name) if name else None, "a statement of nobody named", tokens)

    def _from_pronoun(self, number: int, candidate: Candidate, token: int, tokens: TokenRange) -> Answer:
        word = self.discourse.view.words[token]
        if word.lower() in FIRST_PERSON:
            around = self.enclosing.get(number)
            if around is not None:
                return self._answer(around).at(tokens)
        self._read_until(token, number)
        verb = verb_number(self.discourse, candidate)
        found = resolve_pronoun(self.context, token, verb, self._excluded(candidate))
        if found is None and token >= candidate.spans[-1][1]:
            found = resolve_pronoun(self.context, token, verb, candidate.addressees)
        if found is None:
            return Answer(None, f"nobody before fits {word!r}", tokens)
        self.context.known[token] = found
        return Answer(found, f"{word!r} → {found.name}", tokens)

    def _read_until(self, token: int, number: int) -> None:
        """Takes in who is mentioned before a token; the choice that follows is for a candidate."""
        self.context.number = None
        read_until(self.context, token)
        self.context.number = number

    # --- the text before names the speaker -------------------------------------------------------------------------

    def _from_before(self, number: int, candidate: Candidate, *, document: bool = False) -> Answer:
        """Who speaks words that stand alone."""
        signed = find_signature(self.discourse, candidate)
        if signed is not None:
            name = signed.entity.name
            return Answer(self.context.named(signed.entity), f"signed {name!r}", (signed.start, signed.end))
        self._read_until(candidate.spans[0][0], number)
        previous = self._previous(number)
        spoke = self._answer(previous) if previous is not None else None
        before = (self.candidates[previous], spoke.someone) if previous is not None and spoke is not None else None
        self.context.number = number
        someone, why = resolve_alone(self.context, candidate, before, document=document)
        if candidate.attribution.by == "back":
            pointer = candidate.cues[0]
            return Answer(someone, why, (pointer, pointer + 1))
        if someone is None or (someone.entity is not None and candidate.cues):
            return Answer(someone, why)  # a frame without a phrase for its speaker
        if spoke is not None and someone is spoke.someone:
            return Answer(someone, why, spoke.tokens or someone.tokens)
        return Answer(someone, why, someone.tokens)

    def _from_place(self, number: int, candidate: Candidate) -> Answer | None:
        """Who is named by a preposition beside "hieß es": "bei der Feuerwehr", "in der Begründung"."""
        if not candidate.cues or candidate.attribution.by not in ("impersonal", "subject"):
            return None
        quoted = {i for span in candidate.spans for i in range(*span)}
        place = find_place_of_speaking(self.discourse, candidate.cues[0], quoted)
        return self._from_phrase(number, candidate, place) if place is not None else None

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


def _can_speak(discourse: Discourse, phrase: NounPhrase) -> bool:
    """Whether a noun is for a person or body: no "Holz" in "Auf der Tür stand in Holz: „…“"."""
    return phrase.noun is not None or phrase.head in discourse.demonyms


def _is_issued(phrase: NounPhrase) -> bool:
    """Whether it is a bare "Mitteilung", that of the body spoken of: "laut Mitteilung"."""
    bare = phrase.is_bare and phrase.tokens[1] == phrase.tokens[0] + 1
    return bare and phrase.noun is not None and phrase.noun.noun in ISSUED


def _names_its_speaker(discourse: Discourse, phrase: NounPhrase) -> bool:
    """Whether a statement's first part says whose it is: "Militärkreisen", "Polizeiangaben"."""
    return phrase.noun is not None and len(discourse.view.words[phrase.head]) > len(phrase.noun.noun) + 3
