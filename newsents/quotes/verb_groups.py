"""Finds the verbs of speaking of a text: "teilte … mit", "hat angekündigt", "wird vorgeworfen", "zu sagen"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.speech_acts import Speaking
from newsents.reading.view import Reading
from newsents.words.conjugation import make_finite_forms
from newsents.words.speech import SpeechVerb, VerbForm, load_verb_forms

WERDEN = frozenset(("wird", "werden", "wurde", "wurden", "werde", "würde", "würden", "worden"))
SEIN = frozenset(("ist", "sind", "war", "waren", "sei", "seien", "wäre", "wären", "bin"))

ADVERBS = frozenset(("weiter", "fort"))  # "sagte weiter" is no verb of its own, as "sagte zu" is
LASSEN = frozenset(("lässt", "läßt", "lassen", "lasse", "ließ", "ließen", "ließe"))


def find_speaking(reading: Reading) -> Iterator[Speaking]:
    """Every verb of speaking outside marks: finite, participle with its auxiliary, or infinitive."""
    forms = load_verb_forms()
    for i, lower in enumerate(reading.lower):
        if lower in forms and (reading.words[i][0].islower() or _first(reading, i)):
            verbal = reading.tags[i].startswith(("V", "ADJD"))
            if verbal or _stands_as_frame(reading, i):
                found = _match(reading, i, forms[lower], "" if verbal else "finite")
                if found is not None:
                    yield found


def _stands_as_frame(reading: Reading, i: int) -> bool:
    """Right behind a comma or closing mark it is a verb, whatever its tag: "…, begründete die Rätin den Entschluss"."""
    before = reading.words[i - 1] if i else ""
    return reading.tags[i] == "ADJA" and (before == "," or i - 1 in reading.closing)


def _first(reading: Reading, i: int) -> bool:
    return i == reading.bounds(i)[0]


def _match(reading: Reading, i: int, forms: tuple[VerbForm, ...], shape: str) -> Speaking | None:
    """The verb that a form and the companion in its clause make, the longest companion first."""
    tag = reading.tags[i]
    if not shape:
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
    adverbs = ADVERBS - wanted
    parsed = [c for c in syntax.children(i, "compound:prt") if reading.lower[c] not in adverbs]
    if parsed:
        return parsed[0]
    before = i - 2 if reading.tags[i - 1 : i] == ["PTKZU"] else i - 1
    if before >= start and reading.lower[before] in wanted and reading.tags[before] in ("PTKVZ", "ADJD", "VVPP"):
        return before
    if not reading.finite[i]:
        return None
    for j in range(i + 1, end):
        ends = j + 1 == end or reading.tags[j + 1].startswith(
            "$" if reading.lower[j] == "zu" else ("$", "KO", "V", "PROAV")
        )
        is_prefix = reading.tags[j] == "PTKVZ" and reading.lower[j] not in adverbs
        if is_prefix or (ends and reading.lower[j] in wanted):
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
    if finite is None and shape == "participle" and reading.lower[i] in make_finite_forms(verb.infinitive):
        finite = i  # "wie sie berichtet": a finite form that is also a participle
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
            return j if reading.tags[j] != "VVFIN" or reading.lower[j] in LASSEN else None
        if reading.tags[j] in ("$.", "KOUS"):
            break
    return None
