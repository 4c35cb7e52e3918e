"""Noun phrases in a reading: how far they reach, who is subject or addressee of a verb."""

from __future__ import annotations

from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.words.closed_classes import load_words
from newsents.words.persons import find_noun
from newsents.words.tags import ATTRIBUTES, INNER_MARKS, LEAD_INS, NAMES_AND_NOUNS, NOUN_LIKE, PRONOUNS

# What a noun phrase of a speaker does not take in: relative clauses and whatever is attached to it by mistake.
CLAUSES = frozenset(
    (
        "acl:relcl",
        "parataxis",
        "ccomp",
        "advcl",
        "csubj",
        "cop",
        "nsubj",
        "nsubj:pass",
        "aux",
        "aux:pass",
        "mark",
        "dep",
    )
)
SUBJECTS = ("nsubj", "nsubj:pass")
BEFORE_HEAD = ATTRIBUTES | {"PIDAT", "PRELAT", "PWAT", "TRUNC"}
LONGEST_ATTRIBUTE = 8
OUTSIDE = frozenset((",", ";", ":", "–", "-", "—"))

CONTRACTED = {
    "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei", "im": "in", "ins": "in", "am": "an", "ans": "an",
    "fürs": "für", "ums": "um", "übers": "über", "aufs": "auf", "vorm": "vor",
}  # fmt: skip


def bare_preposition(word: str) -> str:
    """Without the article that is part of it: "zum" -> zu."""
    return CONTRACTED.get(word, word)


def noun_phrase(view: View, head: int, limit: TokenRange | None = None) -> TokenRange:
    """The stretch around a noun that is one phrase, with appositions: "Karl Huber, der Leiter des Amtes"."""
    low, high = limit or view.bounds(head)
    members = _members(view, head)
    start = head
    while start > low and (start - 1 in members or _glues(view, start - 1, members, low, -1)):
        start -= 1
    end = head + 1
    while end < high and (end in members or _glues(view, end, members, high, 1)):
        end += 1
    while start < head and (view.words[start] in OUTSIDE or view.tags[start] in ("KON", "ADV", "$.")):
        start += 1
    while end > head + 1 and (view.words[end - 1] in OUTSIDE or view.tags[end - 1] in ("KON", "$.", "ADV", "PTKVZ")):
        end -= 1
    return _balance(view, *_with_name(view, start, end, low, high), high)


def _with_name(view: View, start: int, end: int, low: int, high: int) -> TokenRange:
    """Takes in a name beside its noun where the parse parts them: "Professor [Huber]", "die [Universität] Jena"."""
    if end < high and view.tags[end - 1] == "NN" and end in view.named:
        name_end = min(view.named[end][1], high)
        if view.tags[end] == "NE" and view.named[end][0] == end:
            end = name_end
    if start > low and view.tags[start] == "NE" and view.tags[start - 1] == "NN":
        start -= 1
        while start > low and view.tags[start - 1] in ("ART", "ADJA"):
            start -= 1
    return start, end


def _members(view: View, head: int) -> set[int]:
    tree, found, stack = view.tree, set(), [head]
    while stack:
        i = stack.pop()
        found.add(i)
        stack.extend(
            c
            for c in tree.children(i)
            if tree.deps[c] not in CLAUSES
            and not view.finite[c]
            and not (c > head and (tree.deps[c] == "acl" or _is_comparison(view, c)))
        )
    return found


def _is_comparison(view: View, i: int) -> bool:
    """ "zieht nach Aussage einer Sprecherin [als Abgeordneter] ein": no part of the phrase before it."""
    cases = view.tree.children(i, "case")
    return bool(cases) and view.lower[cases[0]] in ("als", "wie")


def _glues(view: View, i: int, members: set[int], stop: int, step: int) -> bool:
    """Marks and commas inside a phrase hold it together if a member follows: "(SPD)", ", Karl Huber,"."""
    if view.tags[i] not in INNER_MARKS:
        return False
    after = i + step
    while after != stop and 0 <= after < len(view.words) and view.tags[after] == "$(":
        after += step
    return after in members


def _balance(view: View, start: int, end: int, high: int) -> TokenRange:
    """Takes in the mark or bracket that closes what the phrase opens: "die Zeitung „Bild“"."""
    words = view.words
    if end < high and words[end] == ")" and "(" in words[start:end]:
        end += 1
    if end < high and end in view.closing and start <= view.closing[end].open:
        end += 1
    if start > 0 and start - 1 in view.opening and view.opening[start - 1].close < end:
        start -= 1
    return start, end


def find_subject(view: View, verb: int) -> int | None:
    """The head of the subject of a verb, from its conjoined verb if it shares that one's."""
    tree, seen = view.tree, 0
    while seen < 4:
        subjects = [c for c in tree.children(verb, *SUBJECTS) if may_be_subject(view, c)]
        if subjects:
            return subjects[0]
        if tree.deps[verb] not in ("conj", "aux", "aux:pass", "cop", "xcomp") or tree.heads[verb] == verb:
            return None
        verb, seen = tree.heads[verb], seen + 1
    return None


def may_be_subject(view: View, noun: int) -> bool:
    """No noun with an article of another case ("den Vorwurf") or a preposition."""
    start = noun
    while start > 0 and view.tags[start - 1] in ("ADJA", "CARD"):
        start -= 1
    before = view.lower[start - 1] if start > 0 else ""
    return before not in load_words("oblique") and not view.tags[start - 1].startswith("APPR")


def may_speak(view: View, head: int) -> bool:
    """A name, a noun for a person or a body, or a pronoun: "Vogt", "die Gewerkschaft", "der 41-Jährige", "sie"."""
    if head in view.named or head + 1 in view.named or view.tags[head] in ("NE", "PPER", "PDS", "PIS", "PRELS"):
        return view.lower[head] not in ("es", "das", "dies", "man", "alles", "nichts")
    noun = find_noun(view.words[head], productive=True)
    return _is_nominal_adjective(view, head) or (noun is not None and noun.kind != "statement")


def speaks(view: View, phrase: TokenRange) -> bool:
    """Whether a phrase may name who says or writes something: "das Lager", "der Klappentext", not "die Öffnung"."""
    nominal = NOUN_LIKE | PRONOUNS | {"PRELS", "ADJA"}
    return any(
        may_speak(view, i) or (view.tags[i] == "NN" and not _is_abstract(view.lower[i]))
        for i in range(*phrase)
        if view.tags[i] in nominal
    )


def _is_abstract(word: str) -> bool:
    """ "Öffnung", "Schönheit": no person, though "Regierung" is a body."""
    return word.endswith(tuple(load_words("abstract ending")))


def find_subject_before(view: View, start: int, verb: int) -> int | None:
    """The noun of the phrase that a stretch before the finite verb begins with: "[Der Präsident] der Union warf"."""
    while start < verb and view.tags[start] in LEAD_INS:
        start += 1
    head = next_noun(view, start, verb)
    if head is None or view.tags[start].startswith("APPR") or not may_be_subject(view, head):
        return None
    return head


def next_noun(view: View, start: int, end: int) -> int | None:
    """The head of the first noun phrase of a stretch by word order: "gestern [der Sprecher]", "[sie]"."""
    i = start
    while i < end and view.tags[i] in ("ADV", "PRF", "ADJD", "PROAV", "PAV", "PTKNEG", "APPR", "APPRART"):
        if view.tags[i].startswith("APPR"):
            i = _past_prepositional_phrase(view, i, end)
        i += 1
    extended = _behind_attribute(view, i, end)
    if extended is not None:
        return extended
    if i < end and view.tags[i] in PRONOUNS:
        return i + 1 if i + 1 < end and view.lower[i] in ("deren", "dessen") and view.tags[i + 1] in NOUN_LIKE else i
    while i < end and (view.tags[i] in BEFORE_HEAD or view.tags[i] in ("$(", "ADV", "ADJD")):
        i += 1
    if i < end and view.tags[i] in NOUN_LIKE:
        return i
    return i - 1 if i > start and i <= end and _is_nominal_adjective(view, i - 1) else None


def _behind_attribute(view: View, article: int, end: int) -> int | None:
    """The noun behind an article and what its participle has before it: "das [im Index notierte] Unternehmen"."""
    if article + 1 >= end or not view.is_article(article) or not view.tags[article + 1].startswith("APPR"):
        return None
    for i in range(article + 2, min(end, article + LONGEST_ATTRIBUTE) - 1):
        if view.finite[i] or view.tags[i].startswith("$"):
            return None
        if view.tags[i] == "ADJA" and view.tags[i + 1] == "NN" and view.tags[i - 1] in NOUN_LIKE:
            return i + 1
    return None


def past_bearer(view: View, noun: int, high: int) -> int:
    """The noun behind a name in the genitive: "nach [Angela] Merkels [Ansicht]"."""
    i = noun
    while i < high and view.tags[i] == "NE":
        i += 1
    is_genitive = noun < i < high and view.tags[i] == "NN" and view.lower[i - 1].endswith(("s", "’", "'"))
    return i if is_genitive else noun


def _is_nominal_adjective(view: View, i: int) -> bool:
    """ "der 41-Jährige", "die Abgeordnete": a capitalised adjective with no noun behind it."""
    return view.tags[i] == "ADJA" and view.words[i].lstrip("0123456789-")[:1].isupper()


def _past_prepositional_phrase(view: View, i: int, end: int) -> int:
    """The noun of a phrase like "am Montag" or "in Berlin", behind which the subject may stand."""
    while i + 1 < end and view.tags[i + 1] in BEFORE_HEAD:
        i += 1
    return i + 1 if i + 1 < end and view.tags[i + 1] in NOUN_LIKE else i


def _may_take_genitive(before: str, tag: str, word: str) -> bool:
    """Behind a noun "der", "von", "libanesischer" or a name; behind a name only "von" or another name."""
    if before not in NAMES_AND_NOUNS:
        return False
    if word in ("von", "vom") or tag in ("NN", "NE", "FM"):
        return True
    return before == "NN" and (word in load_words("possessive") or (tag == "ADJA" and word.endswith("er")))


def past_genitives(view: View, end: int, high: int) -> int:
    """Takes in whose it is, where the parse left it out: "Angaben [der Polizei]", "Ansicht [von Karl Huber]"."""
    while end < high:
        start = end
        if not _may_take_genitive(view.tags[end - 1], view.tags[start], view.lower[start]):
            return end
        while start < high and (view.tags[start] in BEFORE_HEAD or view.lower[start] in ("von", "vom")):
            start += 1
        if start >= high or view.tags[start] not in NOUN_LIKE:
            return end
        end = start + 1
    return end


def without_article(view: View, span: TokenRange) -> TokenRange:
    """ "gegenüber der Zeitung" -> "Zeitung": how the guidelines write an addressee."""
    start, end = span
    while start < end - 1 and view.tags[start] in ("ART", "APPR", "APPRART", "PPOSAT", "PDAT", "$("):
        start += 1
    if end - start > 1 and view.tags[end - 1] in ("APPO", "$("):
        end -= 1
    return start, end
