"""Resolves pronouns that speak: "sagte er", "meint sie", "…, die erklärte", "seine Ankündigung"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newsents.quotes.speakers.antecedents import AGREES_SURELY, Context, choose_antecedent
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.referents import Referent
from newsents.reading.ranges import TokenRange
from newsents.words.gender import Meanings, find_meanings

PRONOUN_TAGS = frozenset(("PPER", "PDS", "PRELS", "PPOSAT", "PPOSS", "PIS", "PWS", "PRF"))
PLURAL: Meanings = frozenset(("plural",))
SINGLE_PERSON: Meanings = frozenset(("female", "male"))
FIRST_PERSON = frozenset(("ich", "wir", "mir", "uns", "mich", "meine", "unsere"))


def narrow_meanings(form: str, number: str) -> Meanings:
    """What a pronoun or possessive stands for, by the verb's number: "sie" with "sagte" -> female."""
    found = find_meanings(form)
    narrowed = found - PLURAL if number == "Sing" else found & PLURAL if number == "Plur" else found
    return narrowed or found


def agreement(context: Context, wanted: Meanings, referent: Referent) -> float | None:
    """Whether a referent can be meant: a person's or grammatical gender, and its number; None if not."""
    gender = context.gender_of(referent)
    if referent.number == "Plur":
        return AGREES_SURELY if "plural" in wanted else None
    if wanted == PLURAL:
        return None
    if referent.is_person:
        if gender:
            return AGREES_SURELY if gender in wanted else None
        if referent.noun is not None and referent.grammatical:
            return 0.0 if referent.grammatical in wanted else None
        return 0.0 if wanted & SINGLE_PERSON else None
    if referent.grammatical:
        return 0.0 if referent.grammatical in wanted else None
    return -AGREES_SURELY if wanted & {"female", "neuter"} else None


def resolve_pronoun(context: Context, token: int, number: str, excluded: tuple[TokenRange, ...]) -> Referent | None:
    """Whom "er", "sie", "dieser" or "seine" means at a token, None where nobody agrees; `number` is the verb's."""
    view = context.discourse.view
    wanted = narrow_meanings(view.words[token], number)
    if not wanted:
        return None
    if view.tags[token] == "PRELS":
        antecedent = find_relative_antecedent(context, token)
        if antecedent is not None:
            return antecedent
    agrees: Callable[[Referent], float | None] = partial(agreement, context, wanted)
    found = choose_antecedent(context, token, excluded, agrees)
    if found is not None and len(wanted & SINGLE_PERSON) == len(wanted) == 1:
        context.learn_gender(found, *wanted)
    return found


def find_relative_antecedent(context: Context, token: int) -> Referent | None:
    """The noun before the relative clause: "Patruschew, der forderte", "dem Sekretär des Rates, der …"."""
    view = context.discourse.view
    wanted = narrow_meanings(view.words[token], "")
    comma = token - 1
    while comma > 0 and view.words[comma] != ",":
        comma -= 1
    before = [r for r in context.referents.within(view.bounds(token)) if r.start < comma]
    agreeing = [r for r in before if agreement(context, wanted, r) is not None]
    above = set(view.tree.ancestors(token))
    for referent in agreeing:
        if any(start in above for start in range(referent.start, referent.end)):
            return referent
    nearest = [r for r in agreeing if r.is_person] or agreeing
    return nearest[-1] if nearest else None


def find_pronoun(discourse: Discourse, tokens: TokenRange) -> int | None:
    """The pronoun that heads a speaker, at most an adverb beside it: "er selbst", "auch sie"."""
    view = discourse.view
    words = [i for i in range(*tokens) if view.tags[i] not in ("ADV", "$,", "$(", "APPR", "PTKNEG")]
    if len(words) != 1:
        return None
    alone = view.tags[words[0]] in PRONOUN_TAGS or view.words[words[0]].lower() in ("er", "sie")
    return words[0] if alone else None
