"""A verb of speaking with what belongs to it: prefix, auxiliary, speaker, object, addressee."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsents.quotes.arguments import Arguments, find_arguments
from newsents.quotes.candidates import Attribution, Voice
from newsents.quotes.control import find_controller
from newsents.quotes.phrases import (
    bare_preposition,
    find_subject,
    find_subject_before,
    next_noun,
    noun_phrase,
    without_article,
)
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.persons import find_noun
from newsents.words.speech import SpeechVerb
from newsents.words.tags import NOUN_LIKE

ADDRESS_PREPOSITIONS = frozenset(("gegenüber",))


@dataclass(frozen=True)
class SpeechAct:
    """A verb of speaking in the text: "teilte" and "mit" are its `cues`, `finite` is the finite verb of its clause."""

    view: View
    verb: SpeechVerb
    main: int
    cues: tuple[int, ...]
    finite: int | None
    passive: bool

    @property
    def edge(self) -> int:
        """The last token that its verbal parts reach: a statement to its right starts behind it."""
        return max(*self.cues, self.main, self.finite if self.finite is not None else 0)

    @cached_property
    def subject(self) -> int | None:
        """The head of its subject, or of the object that its infinitive belongs to, by parse or word order."""
        controller = find_controller(self.view, self.main)
        if controller is not None:
            return controller
        shared = self._shared_subject()
        found = find_subject(self.view, self.main) if shared is None else shared
        if self.arguments is not None:
            return found if found is not None and found in self.arguments.subject else self.arguments.subject.head
        return found if found is not None and self._is_near(found) else self._subject_by_order()

    @cached_property
    def arguments(self) -> Arguments | None:
        """Subject, object and addressee in a main clause of the active voice, where its forms tell them apart."""
        if self.finite is None or self.passive or self.verb.source or self.verb.speaker == "object":
            return None
        if self.main < self.finite:
            return None  # the verb stands at the end of a subordinate clause
        takes_object = "obj" in self.verb.reports and not self._has_clause()
        return find_arguments(self.view, self.finite, dative=self.verb.to == "dat", clausal=not takes_object)

    def _has_clause(self) -> bool:
        """Whether a comma or colon follows, behind which the statement may stand: "bestätigte sie, dass …"."""
        _, high = self.view.bounds(self.main)
        return any(self.view.words[i] in (",", ":") for i in range(self.edge, high))

    def _shared_subject(self) -> int | None:
        """ "Lund sagte, Holm habe gelogen, und [forderte] mehr": behind a statement the verb before it goes on."""
        view, finite = self.view, self.finite
        if finite is None or finite < 2 or view.words[finite - 2] != "," or view.tags[finite - 1] != "KON":
            return None
        low, _ = view.bounds(finite)
        reported = view.finite_in(low, finite) is not None and any(
            view.finite[i] and view.is_subjunctive(i) for i in range(low, finite - 2)
        )
        told = next((i for i in range(finite - 2, low, -1) if view.finite[i] and not view.is_subjunctive(i)), None)
        return find_subject(view, told) if reported and told is not None else None

    def _is_near(self, i: int) -> bool:
        """In the same sentence and on the same side of a colon, which the parse does not always respect."""
        view = self.view
        if view.sentence[i] != view.sentence[self.main]:
            return False
        return i > self.main or all(view.words[j] != ":" or view.depth[j] for j in range(i, self.main))

    def _subject_by_order(self) -> int | None:
        """The noun phrase before the finite verb, at the head of its sentence, or else the one behind it."""
        finite = self.main if self.finite is None else self.finite
        low, high = self.view.bounds(finite)
        low = next((i + 1 for i in range(finite - 1, low - 1, -1) if self.view.words[i] == ":"), low)
        before = find_subject_before(self.view, low, finite) if finite > low else None
        return next_noun(self.view, finite + 1, high) if before is None else before

    @cached_property
    def speaker(self) -> TokenRange | None:
        """Who speaks: the subject; in the passive the agent ("von der Polizei"), with "zitieren" the one quoted."""
        view, head = self.view, self.subject
        if self.voice == "impersonal":
            head = self._source()
        elif self.voice == "object":
            head = self._cited()
        elif self.voice == "agent":
            head = self._agent()
        if head is None or head in self.cues:
            return None
        if view.tags[head] == "PRELS":
            head = self._antecedent(head)
        if view.lower[head] in ("es", "man") and view.tags[head] in ("PPER", "PIS"):
            return None
        return self._up_to_verb(noun_phrase(view, head))

    @property
    def voice(self) -> Voice:
        """What the speaker is to the verb: "Das Blatt zitierte [die Rätin]", "[Die Rätin] wurde zitiert"."""
        if self.verb.speaker == "object":
            return "subject" if self.passive else "object"
        if self.verb.source:
            return "impersonal"
        return "agent" if self.passive else "subject"

    def attribute(self, phrase: TokenRange | None) -> Attribution:
        """The attribution to a phrase of the verb's clause, or to nobody that it names."""
        return Attribution(self.voice, phrase, self.finite)

    def _cited(self) -> int | None:
        """The person in the object of "zitieren"; who cites a text or nobody gives what stands in it himself."""
        persons = (i for i in self.objects() if self.view.tags[i] == "NE" or find_noun(self.view.words[i]))
        return next(persons, self.subject)

    def _up_to_verb(self, span: TokenRange) -> TokenRange:
        """A subject at the head of the sentence fills it up to the verb: "[Ein Gericht in Virginia] hat gefordert"."""
        view, finite = self.view, self.finite
        if finite is None or span[0] != view.bounds(finite)[0] or not span[1] < finite < span[1] + 8:
            return span
        end = finite
        while end > span[1] and view.tags[end - 1] in ("ADV", "PAV", "PROAV", "$,", "KON"):
            end -= 1
        between = range(span[1], end)
        return span if any(view.words[i] in (",", "–", "-") or view.finite[i] for i in between) else (span[0], end)

    def speaker_between(self, start: int, end: int) -> TokenRange | None:
        """The first noun phrase behind the verb in a stretch: "sagte am Montag [der Sprecher]"."""
        if self.voice == "agent":
            return None
        finite = self.main if self.finite is None else self.finite
        behind = (
            finite + 2 if self.view.word(finite + 1) == "es" else finite + 1
        )  # "bringt es [die Rätin] auf den Punkt"
        head = next_noun(self.view, behind, end)
        if head is None or self.view.lower[head] in ("es", "man"):
            return None
        return noun_phrase(self.view, head, (start, end))

    def _agent(self) -> int | None:
        tree = self.view.tree
        agents = tree.children(self.main, "obl:agent")
        by = [c for c in tree.children(self.main, "obl", "nmod") if self._preposition(c) in ("von", "vom", "durch")]
        return next(iter(agents + by), None)

    def _source(self) -> int | None:
        """ "[Aus dem Bericht] geht hervor", "hieß es [in Berlin]": who speaks stands behind a preposition."""
        below = self.view.tree.children(self.main, "obl", "obl:arg", "nmod", "advmod")
        below += [c for i in self.cues if i != self.main for c in self.view.tree.children(i, "obl", "nmod")]
        return next((c for c in below if self._preposition(c) in self.verb.source), None)

    def _antecedent(self, relative: int) -> int:
        """ "ein Sprecher, der sagte …": the speaker is the noun that the clause belongs to."""
        tree, i = self.view.tree, relative
        for ancestor in tree.ancestors(i):
            if tree.deps[ancestor] in ("acl:relcl", "acl"):
                return tree.heads[ancestor]
        return relative

    def _preposition(self, noun: int) -> str:
        cases = self.view.tree.children(noun, "case")
        return bare_preposition(self.view.lower[cases[0]]) if cases else ""

    def datives(self) -> list[int]:
        """Heads of its dative objects: "widersprach [der Darstellung]"."""
        view, tree = self.view, self.view.tree
        found = [c for c in tree.children(self.main, "obj", "iobj", "obl:arg", "obl") if not self._preposition(c)]
        found = [
            c
            for c in found
            if c != self.subject and view.feature(c, "Case") in ("Dat", "") and view.tags[c] in NOUN_LIKE
        ]
        dative = None if found else self._dative_by_order()
        return found if dative is None else [dative]

    def objects(self, preposition: str = "") -> list[int]:
        """Heads of its accusative objects, or of those with a preposition ("vor Regen")."""
        view, tree = self.view, self.view.tree
        if preposition:
            deps = ("obl", "obl:arg", "nmod", "obj", "advmod")
            heads = (self.main, *(i for i in self.cues if view.tags[i] == "NN"))  # "die Rede von einer Wende"
            near = filter(self._is_near, (c for head in heads for c in tree.children(head, *deps)))
            found = [c for c in near if self._preposition(c) == preposition]
            return sorted(found, key=lambda c: -c) or self._object_by_order(preposition)
        if self.passive:
            return [c for c in tree.children(self.main, "nsubj:pass", "nsubj") if not self._preposition(c)]
        near = filter(self._is_near, tree.children(self.main, "obj"))
        found = [c for c in near if not self._preposition(c) and c != self.subject]
        if self.arguments is not None:
            subject, accusative = self.arguments.subject, self.arguments.accusative
            found = [c for c in found if c not in subject]
            return found or ([] if accusative is None else [accusative.head])
        if found:
            return found
        loose = tree.children(self.main, "nsubj", "obl", "obl:arg", "appos", "dep")
        return [c for c in loose if c != self.subject and view.tags[c] in NOUN_LIKE and self._is_accusative(c)]

    def _is_accusative(self, noun: int) -> bool:
        """By its article ("den Vorwurf"), or by the analysis if there is no preposition."""
        view = self.view
        if noun and view.lower[noun - 1] in ("den", "einen", "keinen", "diesen"):
            return True
        return not self._preposition(noun) and view.feature(noun, "Case") in ("Acc", "Nom", "")

    def _object_by_order(self, preposition: str) -> list[int]:
        """The noun behind the first such preposition after the verb, where the parse hung it elsewhere."""
        view = self.view
        finite = self.main if self.finite is None else self.finite
        _, high = view.bounds(finite)
        for i in range(finite + 1, high):
            if view.words[i] in (",", ":", ";"):
                break
            behind_noun = preposition == "von" and view.tags[i - 1] == "NN"  # "der Bericht von gestern"
            if bare_preposition(view.lower[i]) == preposition and view.tags[i].startswith("APPR") and not behind_noun:
                noun = next_noun(view, i + 1, high)
                return [] if noun is None else [noun]
        return []

    @cached_property
    def addressees(self) -> tuple[TokenRange, ...]:
        """Whom it is said to: "sagte [der Zeitung]", "gegenüber [Reportern]", "forderte [die Regierung] auf"."""
        view, tree, found = self.view, self.view.tree, []
        if self.arguments is not None and self.arguments.dative is not None and self.verb.to == "dat":
            to = self.arguments.dative
            return (without_article(view, (to.start, to.end)),)
        for c in filter(self._is_near, tree.children(self.main)):
            if self._preposition(c) in ADDRESS_PREPOSITIONS or self._is_addressee(c):
                found.append(without_article(view, noun_phrase(view, c)))
        if not found and self.verb.to == "dat":
            dative = self._dative_by_order()
            found = [] if dative is None else [without_article(view, noun_phrase(view, dative))]
        return tuple(found)

    def _dative_by_order(self) -> int | None:
        """ "sagte [dem Sender]"; "der" is a dative only right behind a verb that has its subject before it."""
        view = self.view
        finite = self.main if self.finite is None else self.finite
        low, high = view.bounds(finite)
        for i in range(finite + 1, min(high, finite + 15)):
            if view.words[i] in (",", ":", ";"):
                break
            if view.tags[i - 1].startswith("AP") or view.tags[i] not in ("ART", "PPER", "PPOSAT"):
                continue
            subject_before = self.subject is not None and low <= self.subject < finite
            if view.lower[i] in load_words("dative") or (view.lower[i] == "der" and i == finite + 1 and subject_before):
                return next_noun(view, i, high)
        return None

    def _is_addressee(self, c: int) -> bool:
        dep = self.view.tree.deps[c]
        preposition = self._preposition(c)
        if preposition or self.view.tags[c] == "PRF":
            return preposition != "" and preposition == self.verb.to
        if self.verb.to == "dat":
            return dep in ("iobj", "obl:arg", "obj") and c != self.subject and self.view.feature(c, "Case") == "Dat"
        if self.verb.to == "acc":
            return dep == ("nsubj:pass" if self.passive else "obj")
        return False


class SpeechActs(NamedTuple):
    """The verbs of speaking of a text, those outside quotation marks and those inside."""

    outside: list[SpeechAct]
    inside: list[SpeechAct]

    @classmethod
    def sort(cls, view: View, acts: Iterable[SpeechAct]) -> SpeechActs:
        sorted_acts = cls([], [])
        for act in acts:
            (sorted_acts.inside if view.depth[act.main] else sorted_acts.outside).append(act)
        return sorted_acts

    def by_sentence(self, view: View) -> dict[int, list[SpeechAct]]:
        """Those outside marks, by the number of their sentence."""
        found: dict[int, list[SpeechAct]] = {}
        for act in self.outside:
            found.setdefault(view.sentence[act.main], []).append(act)
        return found
