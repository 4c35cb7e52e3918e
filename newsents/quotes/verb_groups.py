"""Finds the verbs of speaking of a text: "teilte … mit", "hat angekündigt", "wird vorgeworfen", "zu sagen"."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.quotes.speech_acts import SpeechAct
from newsents.reading.view import View
from newsents.words.conjugation import make_finite_forms
from newsents.words.folding import fold
from newsents.words.speech import SpeechVerb, VerbForm, load_verb_forms

WERDEN = frozenset(("wird", "werden", "wurde", "wurden", "werde", "würde", "würden", "worden"))
SEIN = frozenset(("ist", "sind", "war", "waren", "sei", "seien", "wäre", "wären", "bin"))

ADVERBS = frozenset(("weiter", "fort"))  # "sagte weiter" is no verb of its own, as "sagte zu" is
LASSEN = frozenset(("lässt", "lassen", "lasse", "liess", "liessen", "liesse"))


def find_speech_acts(view: View) -> Iterator[SpeechAct]:
    """Every verb of speaking outside marks: finite, participle with its auxiliary, or infinitive."""
    forms = load_verb_forms()
    for i, lower in enumerate(view.lower):
        if lower in forms and (view.words[i][0].islower() or _first(view, i)):
            verbal = view.tags[i].startswith(("V", "ADJD"))
            if verbal or _stands_as_frame(view, i):
                found = _match(view, i, forms[lower], "" if verbal else "finite")
                if found is not None:
                    yield found


def _stands_as_frame(view: View, i: int) -> bool:
    """Right behind a comma or closing mark it is a verb, whatever its tag: "…, begründete die Rätin den Entschluss"."""
    before = view.words[i - 1] if i else ""
    return view.tags[i] == "ADJA" and (before == "," or i - 1 in view.closing)


def _first(view: View, i: int) -> bool:
    return i == view.bounds(i)[0]


def _match(view: View, i: int, forms: tuple[VerbForm, ...], shape: str) -> SpeechAct | None:
    """The verb that a form and the companion in its clause make, the longest companion first."""
    tag = view.tags[i]
    if not shape:
        shape = "finite" if tag.endswith("FIN") else "infinitive" if tag.endswith(("INF", "IZU")) else "participle"
    fitting = [f for f in forms if f.shape == shape] or [f for f in forms if tag.startswith("V")]
    wanted = {f.verb.companion[0] for f in fitting if len(f.verb.companion) == 1}
    particle = None if any(f.joined and f.verb.companion for f in fitting) else _particle(view, i, wanted)
    for form in sorted(fitting, key=lambda f: -len(f.verb.companion)):
        companion = form.verb.companion
        if (form.joined and not companion and particle is None) or (form.joined and companion):
            return _speaking(view, form.verb, i, (i,), shape)
        if companion in (("es",), ("sich",)):
            if companion[0] in view.lower[max(i - 4, 0) : i + 3]:
                return _speaking(view, form.verb, i, (i,), shape)
            continue
        if not form.joined and len(companion) == 1 and particle is not None and view.lower[particle] == companion[0]:
            return _speaking(view, form.verb, i, tuple(sorted((i, particle))), shape)
        if len(companion) > 1 and not form.joined:
            words = _words_in_clause(view, i, companion)
            if words:
                return _speaking(view, form.verb, i, tuple(sorted((i, *words))), shape)
    return None


def _particle(view: View, i: int, wanted: set[str]) -> int | None:
    """The separated prefix of a verb, at the end of its clause ("teilte … mit") or before it ("bekannt gegeben")."""
    tree, (start, end) = view.tree, view.bounds(i)
    adverbs = ADVERBS - wanted
    parsed = [c for c in tree.children(i, "compound:prt") if view.lower[c] not in adverbs]
    if parsed and (view.lower[parsed[0]] in wanted or not _is_set_in(view, i, parsed[0])):
        return parsed[0]
    before = i - 2 if view.tags[i - 1 : i] == ["PTKZU"] else i - 1
    if before >= start and view.lower[before] in wanted and view.tags[before] in ("PTKVZ", "ADJD", "VVPP"):
        return before
    if not view.finite[i]:
        return None
    for j in range(i + 1, end):
        ends = j + 1 == end or view.tags[j + 1].startswith("$" if view.lower[j] == "zu" else ("$", "KO", "V", "PROAV"))
        is_prefix = view.tags[j] == "PTKVZ" and view.lower[j] not in adverbs
        if is_prefix or (ends and view.lower[j] in wanted):
            near = view.finite_in(i + 1, j) is None or (tree.heads[j] == i and view.lower[j] in wanted)
            return j if near else None
        if view.words[j] in (":", ";"):
            break
    return None


def _is_set_in(view: View, verb: int, particle: int) -> bool:
    """ "Der Kurs legte, meinte sie, kaum [zu]": behind the comma of a frame is nothing of its verb."""
    return view.word(verb - 1) == "," and "," in view.words[verb:particle]


def _words_in_clause(view: View, i: int, words: tuple[str, ...]) -> tuple[int, ...]:
    """Where a companion of several words stands, in order, near the verb: "stellte das Amt in Aussicht"."""
    start, end = view.bounds(i)
    low, high = max(start, i - 15), min(end, i + 15)
    found: list[int] = []
    for word in map(fold, reversed(words)):  # the noun, then the nearest of the small words before it
        stretch = range(found[0] - 1, low - 1, -1) if found else range(low, high)
        found[:0] = [j for j in stretch if view.lower[j] == word][:1]
    complete = len(found) == len(words) and "," not in view.words[min(found[0], i) : max(found[-1], i)]
    return tuple(j for j in found if view.lower[j] not in ("es", "sich")) if complete else ()


def _speaking(view: View, verb: SpeechVerb, i: int, cues: tuple[int, ...], shape: str) -> SpeechAct | None:
    """Completes a match with its auxiliary; a participle or infinitive without one is no frame."""
    finite = i if shape == "finite" else _auxiliary(view, i)
    passive = shape == "participle" and any(
        view.lower[j] in WERDEN
        for j in (*view.tree.children(i, "aux", "aux:pass"), *([finite] if finite else ()), i + 1)
        if j < len(view.words)
    )
    if finite is None and shape == "participle" and view.lower[i] in map(fold, make_finite_forms(verb.infinitive)):
        finite = i  # "wie sie berichtet": a finite form that is also a participle
    if shape == "participle" and (finite is None or _is_state(view, finite, i)):
        return None
    return SpeechAct(view, verb, i, cues, finite, passive)


def _is_state(view: View, finite: int, i: int) -> bool:
    """ "ist geraten", "war verboten": a state; but "ist gesagt worden" and "ist bekannt gegeben" are speech acts."""
    if view.lower[i].endswith("gegangen"):
        return False  # "ist davon ausgegangen" is a perfect
    return view.lower[finite] in SEIN and "worden" not in view.lower[i + 1 : i + 2]


def _auxiliary(view: View, i: int) -> int | None:
    """The finite auxiliary or modal of a participle or infinitive, by the parse or else the nearest one."""
    tree = view.tree
    if view.tags[i] == "VVIZU" or view.tags[i - 1 : i] == ["PTKZU"]:
        return None
    parsed = [c for c in tree.children(i, "aux", "aux:pass", "cop") if view.finite[c]]
    if parsed:
        return parsed[0]
    if tree.deps[i] == "conj":
        parsed = [c for c in tree.children(tree.heads[i], "aux", "aux:pass") if view.finite[c]]
        if parsed:
            return parsed[0]
    start, end = view.bounds(i)
    if i + 1 < end and view.finite[i + 1] and view.tags[i + 1] != "VVFIN":
        return i + 1
    for j in range(i - 1, start - 1, -1):
        if view.finite[j]:
            return j if view.tags[j] != "VVFIN" or view.lower[j] in LASSEN else None
        if view.tags[j] in ("$.", "KOUS"):
            break
    return None
