"""Who speaks words that stand alone: who spoke last, or acts in the sentence before: "Vogt winkte ab. „Ich gehe.“"."""

from __future__ import annotations

from newsents.quotes.candidates import Candidate
from newsents.quotes.speakers.actors import is_actor
from newsents.quotes.speakers.antecedents import Context
from newsents.quotes.speakers.discourse import Discourse, Name
from newsents.quotes.speakers.noun_phrases import QUOTATION_MARKS
from newsents.quotes.speakers.presence import describe_kind, find_options
from newsents.quotes.speakers.ranking import Choice, Features, Kind, Option
from newsents.quotes.speakers.referents import Referent
from newsents.quotes.speakers.someone import Someone
from newsents.words.marks import DASHES

Before = tuple[Candidate, Someone | None]
LONGEST_GAP = 3
LONGEST_SIGNATURE = 12
FIRST = frozenset(("ich", "mir", "mich", "mein", "meine", "meinen", "meiner", "meinem"))


def resolve_alone(
    context: Context, candidate: Candidate, before: Before | None, *, document: bool = False
) -> tuple[Someone | None, str]:
    """The speaker of a quote without a frame, and the reason; `before` is the quote before with its speaker.

    A document ("in der Begründung heißt es") is a body's rather than a person's.
    """
    alone = Alone(context, candidate, before)
    options = alone.find_options()
    bodies = [option for option in options if option.someone is not None and not option.someone.is_person]
    options = bodies if document and bodies else options
    kind: Kind = "free" if candidate.kind != "direct" else "marks"
    found = context.choose(Choice(kind, tuple(options), context.number)).someone
    if found is None:
        return None, "nobody spoke before"
    if found is alone.spoke:
        return found, f"goes on: {found.name}"
    return found, f"of those before: {found.name}"


def find_signature(discourse: Discourse, candidate: Candidate) -> Name | None:
    """The person behind a dash or bracket under marked words: "„Wir bauen neu.“ – Jan Ohm, Bürgermeister"."""
    view = discourse.view
    start, end = candidate.spans[0][0], candidate.spans[-1][1]
    if candidate.kind != "direct" or not view.begins_paragraph(start - 1):
        return None
    while end < len(view) and (view.words[end] in QUOTATION_MARKS or view.is_break(end)):
        end += 1
    if view.word(end) not in DASHES | {"("}:
        return None
    behind = discourse.names_in((end + 1, min(end + LONGEST_SIGNATURE, len(view))))
    person = next((n for n in behind if n.entity.kind == "person"), None)
    if person is None or any(view.words[i] in (",", ")") or view.finite[i] for i in range(end + 1, person.start)):
        return None
    return person


class Alone:
    """What speaks for each of those who may speak a quote that has no frame."""

    def __init__(self, context: Context, candidate: Candidate, before: Before | None) -> None:
        view = context.discourse.view
        self.context, self.candidate = context, candidate
        self.start = candidate.spans[0][0]
        self.sentence = view.sentence[self.start]
        self.spoke = before[1] if before is not None else None
        self.last = view.sentence[before[0].spans[-1][1] - 1] if before is not None else -1
        self.new_paragraph = before is not None and (
            view.paragraph[before[0].spans[-1][1] - 1] != view.paragraph[self.start]
        )
        self.acting = self._find_actors()
        words = {view.lower[i] for span in candidate.spans for i in range(*span)}
        self.says_i = bool(words & FIRST)
        self.says_we = bool(words & {"wir", "uns", "unser", "unsere"})
        self.named = {n.entity.id for span in candidate.spans for n in context.discourse.names_in(span)}

    def _find_actors(self) -> dict[Someone, int]:
        """Who acts between the quote before and this one, with how many sentences ago, the nearest."""
        view = self.context.discourse.view
        found: dict[Someone, int] = {}
        for mention in self.context.before(self.start, self.candidate.spans):
            sentence = view.sentence[mention.referent.start]
            if sentence < max(self.last, self.sentence - LONGEST_GAP):
                break
            if sentence != self.last and is_actor(self.context.discourse, mention.referent):
                found.setdefault(mention.someone, self.sentence - sentence)
        return found

    def find_options(self) -> list[Option]:
        """Those mentioned before, who spoke last, and nobody."""
        options = find_options(self.context, self.start, self.candidate.spans, self._fits)
        if self.spoke is not None and all(option.someone is not self.spoke for option in options):
            options.append(Option(self.spoke, self._features(self.spoke)))
        return [*options, Option(None, self._nobody())]

    def _fits(self, someone: Someone, referent: Referent) -> Features | None:
        return self._features(someone) if not someone.is_place or someone is self.spoke else None

    def _features(self, someone: Someone) -> Features:
        gap = min(self.sentence - self.last, LONGEST_GAP) if self.spoke is not None else 0
        goes_on = someone is self.spoke
        acts = self.acting.get(someone)
        others = any(other is not someone for other in self.acting)
        tests = {
            "goes on": goes_on,
            f"goes on, {gap} sentences later": goes_on,
            "goes on, new paragraph": goes_on and self.new_paragraph,
            "goes on, others act": goes_on and others,
            "goes on, another verb": goes_on and bool(self.candidate.cues),
            "goes on, acts": goes_on and acts is not None,
            f"acts, {acts} sentences before": acts is not None,
            "acts, and nobody else": acts is not None and not others,
            "acts, nobody spoke": acts is not None and self.spoke is None,
            "named in it": someone.entity is not None and someone.entity.id in self.named,
            "ich, no person": self.says_i and not someone.is_person,
            "wir, no person": self.says_we and not someone.is_person,
        }
        return {**describe_kind(someone), **{name: 1.0 for name, holds in tests.items() if holds}}

    def _nobody(self) -> Features:
        view = self.context.discourse.view
        tests = {
            "nobody": True,
            f"nobody, by {self.candidate.attribution.by}": True,
            f"nobody, {self.candidate.rule}": self.candidate.rule in ("noun", "wonach", "predicate"),
            "nobody, headline": view.paragraph[self.start] == 0,
            "nobody spoke before": self.spoke is None,
            "nobody, new paragraph": view.begins_paragraph(self.start) or view.begins_paragraph(self.start - 1),
        }
        return {name: 1.0 for name, holds in tests.items() if holds}
