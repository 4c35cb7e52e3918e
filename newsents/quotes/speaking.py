"""Finds the verbs of speaking of a text with what belongs to them: prefix, auxiliary, subject, addressee."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newsents.quotes.candidates import TokenRange
from newsents.quotes.cues import SpeechVerb, VerbForm, load_verb_forms, load_words
from newsents.quotes.phrases import NOUNS, find_subject, find_subject_before, next_noun, noun_phrase, without_article
from newsents.quotes.reading import Reading

WERDEN = frozenset(("wird", "werden", "wurde", "wurden", "werde", "würde", "würden", "worden"))
SEIN = frozenset(("ist", "sind", "war", "waren", "sei", "seien", "wäre", "wären", "bin"))
ADDRESS_PREPOSITIONS = frozenset(("gegenüber",))


@dataclass(frozen=True)
class Speaking:
    """A verb of speaking in the text: "teilte" and "mit" are its `cues`, `finite` is the finite verb of its clause."""

    reading: Reading
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
        """The head of its subject, by the parse or else by word order."""
        found = find_subject(self.reading, self.main)
        return self._subject_by_order() if found is None else found

    def _subject_by_order(self) -> int | None:
        """The noun phrase before the finite verb, at the head of its sentence, or else the one behind it."""
        finite = self.main if self.finite is None else self.finite
        low, high = self.reading.bounds(finite)
        before = find_subject_before(self.reading, low, finite) if finite > low else None
        return next_noun(self.reading, finite + 1, high) if before is None else before

    @cached_property
    def speaker(self) -> TokenRange | None:
        """Who speaks: the subject; in the passive the agent ("von der Polizei"), with "zitieren" the one quoted."""
        reading, head = self.reading, self.subject
        if self.verb.source:
            head = self._source()
        elif self.passive and self.verb.infinitive != "zitieren":
            head = self._agent()
        if head is None or head in self.cues:
            return None
        if reading.tags[head] == "PRELS":
            head = self._antecedent(head)
        if reading.lower[head] in ("es", "man") and reading.tags[head] in ("PPER", "PIS"):
            return None
        return noun_phrase(reading, head)

    def speaker_between(self, start: int, end: int) -> TokenRange | None:
        """The first noun phrase behind the verb in a stretch: "sagte am Montag [der Sprecher]"."""
        if self.passive and self.verb.infinitive != "zitieren":
            return None
        finite = self.main if self.finite is None else self.finite
        head = next_noun(self.reading, finite + 1, end)
        if head is None or self.reading.lower[head] in ("es", "man"):
            return None
        return noun_phrase(self.reading, head, (start, end))

    def _agent(self) -> int | None:
        syntax = self.reading.syntax
        agents = syntax.children(self.main, "obl:agent")
        by = [c for c in syntax.children(self.main, "obl", "nmod") if self._preposition(c) in ("von", "vom", "durch")]
        return next(iter(agents + by), None)

    def _source(self) -> int | None:
        """ "[Aus dem Bericht] geht hervor", "hieß es [in Berlin]": who speaks stands behind a preposition."""
        below = self.reading.syntax.children(self.main, "obl", "obl:arg", "nmod", "advmod")
        return next((c for c in below if self._preposition(c) in self.verb.source), None)

    def _antecedent(self, relative: int) -> int:
        """ "ein Sprecher, der sagte …": the speaker is the noun that the clause belongs to."""
        syntax, i = self.reading.syntax, relative
        for ancestor in syntax.ancestors(i):
            if syntax.deps[ancestor] in ("acl:relcl", "acl"):
                return syntax.heads[ancestor]
        return relative

    def _preposition(self, noun: int) -> str:
        cases = self.reading.syntax.children(noun, "case")
        return self.reading.lower[cases[0]] if cases else ""

    def objects(self, preposition: str = "") -> list[int]:
        """Heads of its accusative objects, or of those with a preposition ("vor Regen")."""
        reading, syntax = self.reading, self.reading.syntax
        if preposition:
            deps = ("obl", "obl:arg", "nmod", "obj", "advmod")
            found = [c for c in syntax.children(self.main, *deps) if self._preposition(c) == preposition]
            return found or self._object_by_order(preposition)
        if self.passive:
            return [c for c in syntax.children(self.main, "nsubj:pass", "nsubj") if not self._preposition(c)]
        found = [c for c in syntax.children(self.main, "obj") if not self._preposition(c)]
        if found:
            return found
        loose = [c for c in syntax.children(self.main, "nsubj", "obl", "obl:arg", "dep") if c != self.subject]
        return [
            c
            for c in loose
            if reading.tags[c] in NOUNS and not self._preposition(c) and _case(reading, c) in ("Acc", "Nom")
        ]

    def _object_by_order(self, preposition: str) -> list[int]:
        """The noun behind the first such preposition after the verb, where the parse hung it elsewhere."""
        reading = self.reading
        finite = self.main if self.finite is None else self.finite
        _, high = reading.bounds(finite)
        for i in range(finite + 1, high):
            if reading.words[i] in (",", ":", ";"):
                break
            if reading.lower[i] == preposition and reading.tags[i] == "APPR" and reading.tags[i - 1] != "NN":
                noun = next_noun(reading, i + 1, high)
                return [] if noun is None else [noun]
        return []

    @cached_property
    def addressees(self) -> tuple[TokenRange, ...]:
        """Whom it is said to: "sagte [der Zeitung]", "gegenüber [Reportern]", "forderte [die Regierung] auf"."""
        reading, syntax, found = self.reading, self.reading.syntax, []
        for c in syntax.children(self.main):
            if self._preposition(c) in ADDRESS_PREPOSITIONS or self._is_addressee(c):
                found.append(without_article(reading, noun_phrase(reading, c)))
        if not found and self.verb.to == "dat":
            dative = self._dative_by_order()
            found = [] if dative is None else [without_article(reading, noun_phrase(reading, dative))]
        return tuple(found)

    def _dative_by_order(self) -> int | None:
        """ "sagte [dem Sender]"; "der" is a dative only right behind a verb that has its subject before it."""
        reading = self.reading
        finite = self.main if self.finite is None else self.finite
        low, high = reading.bounds(finite)
        for i in range(finite + 1, min(high, finite + 15)):
            if reading.words[i] in (",", ":", ";"):
                break
            if reading.tags[i - 1].startswith("AP") or reading.tags[i] not in ("ART", "PPER", "PPOSAT"):
                continue
            subject_before = self.subject is not None and low <= self.subject < finite
            if reading.lower[i] in load_words("dative") or (
                reading.lower[i] == "der" and i == finite + 1 and subject_before
            ):
                return next_noun(reading, i, high)
        return None

    def _is_addressee(self, c: int) -> bool:
        dep, token = self.reading.syntax.deps[c], self.reading.doc[c]
        if self._preposition(c) or self.reading.tags[c] == "PRF":
            return self.verb.infinitive == "appellieren" and self._preposition(c) == "an"
        if self.verb.to == "dat":
            return dep in ("iobj", "obl:arg", "obj") and c != self.subject and token.morph.get("Case", []) == ["Dat"]
        if self.verb.to == "acc":
            return dep == ("nsubj:pass" if self.passive else "obj")
        return False


def _case(reading: Reading, i: int) -> str:
    return "".join(reading.doc[i].morph.get("Case", []))


def find_speaking(reading: Reading) -> Iterator[Speaking]:
    """Every verb of speaking outside marks: finite, participle with its auxiliary, or infinitive."""
    forms = load_verb_forms()
    for i, lower in enumerate(reading.lower):
        if (
            lower in forms
            and reading.tags[i].startswith(("V", "ADJD"))
            and reading.words[i][:1].islower() | _first(reading, i)
        ):
            found = _match(reading, i, forms[lower])
            if found is not None:
                yield found


def _first(reading: Reading, i: int) -> bool:
    return i == reading.bounds(i)[0]


def _match(reading: Reading, i: int, forms: tuple[VerbForm, ...]) -> Speaking | None:
    """The verb that a form and the companion in its clause make, the longest companion first."""
    tag = reading.tags[i]
    shape = "finite" if tag.endswith("FIN") else "infinitive" if tag.endswith(("INF", "IZU")) else "participle"
    fitting = [f for f in forms if f.shape == shape] or [f for f in forms if tag.startswith("V")]
    wanted = {f.verb.companion[0] for f in fitting if len(f.verb.companion) == 1}
    particle = None if any(f.joined and f.verb.companion for f in fitting) else _particle(reading, i, wanted)
    for form in sorted(fitting, key=lambda f: -len(f.verb.companion)):
        companion = form.verb.companion
        if (form.joined and not companion and particle is None) or (form.joined and companion):
            return _speaking(reading, form.verb, i, (i,), shape)
        if companion in (("es",), ("sich",)):
            if companion[0] in reading.lower[max(i - 4, 0) : i + 3]:
                return _speaking(reading, form.verb, i, (i,), shape)
            continue
        if not form.joined and len(companion) == 1 and particle is not None and reading.lower[particle] == companion[0]:
            return _speaking(reading, form.verb, i, tuple(sorted((i, particle))), shape)
        if len(companion) > 1 and not form.joined:
            words = _words_in_clause(reading, i, companion)
            if words:
                return _speaking(reading, form.verb, i, tuple(sorted((i, *words))), shape)
    return None


def _particle(reading: Reading, i: int, wanted: set[str]) -> int | None:
    """The separated prefix of a verb, at the end of its clause ("teilte … mit") or before it ("bekannt gegeben")."""
    syntax, (start, end) = reading.syntax, reading.bounds(i)
    parsed = syntax.children(i, "compound:prt")
    if parsed:
        return parsed[0]
    before = i - 2 if reading.tags[i - 1 : i] == ["PTKZU"] else i - 1
    if before >= start and reading.lower[before] in wanted and reading.tags[before] in ("PTKVZ", "ADJD"):
        return before
    if not reading.finite[i]:
        return None
    for j in range(i + 1, end):
        ends = j + 1 == end or reading.tags[j + 1].startswith(("$", "KO", "V", "PROAV"))
        if reading.tags[j] == "PTKVZ" or (ends and reading.lower[j] in wanted):
            return j if syntax.heads[j] == i or not reading.finite_in(i + 1, j) else None
        if reading.words[j] in (":", ";"):
            break
    return None


def _words_in_clause(reading: Reading, i: int, words: tuple[str, ...]) -> tuple[int, ...]:
    """Where a companion of several words stands, in order, near the verb: "stellte das Amt in Aussicht"."""
    start, end = reading.bounds(i)
    found: list[int] = []
    for j in range(max(start, i - 15), min(end, i + 15)):
        if len(found) < len(words) and reading.lower[j] == words[len(found)].lower():
            found.append(j)
    complete = len(found) == len(words) and "," not in reading.words[min(found[0], i) : max(found[-1], i)]
    return tuple(j for j in found if reading.lower[j] not in ("es", "sich")) if complete else ()


def _speaking(reading: Reading, verb: SpeechVerb, i: int, cues: tuple[int, ...], shape: str) -> Speaking | None:
    """Completes a match with its auxiliary; a participle or infinitive without one is no frame."""
    finite = i if shape == "finite" else _auxiliary(reading, i)
    passive = shape == "participle" and any(
        reading.lower[j] in WERDEN
        for j in (*reading.syntax.children(i, "aux", "aux:pass"), *([finite] if finite else ()), i + 1)
        if j < len(reading.words)
    )
    if shape == "participle" and (finite is None or _is_state(reading, finite, i)):
        return None
    return Speaking(reading, verb, i, cues, finite, passive)


def _is_state(reading: Reading, finite: int, i: int) -> bool:
    """ "ist geraten", "war verboten": a state; but "ist gesagt worden" and "ist bekannt gegeben" are speech acts."""
    if reading.lower[i].endswith("gegangen"):
        return False  # "ist davon ausgegangen" is a perfect
    return reading.lower[finite] in SEIN and "worden" not in reading.lower[i + 1 : i + 2]


def _auxiliary(reading: Reading, i: int) -> int | None:
    """The finite auxiliary or modal of a participle or infinitive, by the parse or else the nearest one."""
    syntax = reading.syntax
    if reading.tags[i] == "VVIZU" or reading.tags[i - 1 : i] == ["PTKZU"]:
        return None
    parsed = [c for c in syntax.children(i, "aux", "aux:pass", "cop") if reading.finite[c]]
    if parsed:
        return parsed[0]
    if syntax.deps[i] == "conj":
        parsed = [c for c in syntax.children(syntax.heads[i], "aux", "aux:pass") if reading.finite[c]]
        if parsed:
            return parsed[0]
    start, end = reading.bounds(i)
    if i + 1 < end and reading.finite[i + 1] and reading.tags[i + 1] != "VVFIN":
        return i + 1
    for j in range(i - 1, start - 1, -1):
        if reading.finite[j]:
            return j if reading.tags[j] != "VVFIN" else None
        if reading.tags[j] in ("$.", "KOUS"):
            break
    return None
