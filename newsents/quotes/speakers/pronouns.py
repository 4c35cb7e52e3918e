"""Resolves pronouns that speak: "sagte er", "meint sie", "…, die erklärte", "seine Ankündigung"."""

from __future__ import annotations

from functools import partial

from newsents.quotes.speakers.antecedents import SENTENCES_BACK_FROM_NOUN, Context
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.presence import describe_kind, find_options
from newsents.quotes.speakers.ranking import Choice, Features
from newsents.quotes.speakers.referents import Referent
from newsents.quotes.speakers.someone import Someone, join
from newsents.reading.ranges import TokenRange
from newsents.words.gender import Meanings, find_meanings
from newsents.words.tags import ANY_PRONOUN

PRONOUN_TAGS = ANY_PRONOUN | {"PRF"}
PLURAL: Meanings = frozenset(("plural",))
SINGLE_PERSON: Meanings = frozenset(("female", "male"))
FIRST_PERSON = frozenset(("ich", "wir", "mir", "uns", "mich", "meine", "unsere"))
MALE: Meanings = frozenset(("male",))
NEAR = 3


def narrow_meanings(form: str, number: str) -> Meanings:
    """What a pronoun or possessive stands for, by the verb's number: "sie" with "sagte" -> female."""
    found = find_meanings(form)
    if number == "Sing" and found == SINGLE_PERSON:
        return MALE  # "dieser" and "der" are female in the dative alone
    narrowed = found - PLURAL if number == "Sing" else found & PLURAL if number == "Plur" else found
    return narrowed or found


def agreement(context: Context, wanted: Meanings, someone: Someone, referent: Referent) -> Features | None:
    """Whether someone can be meant, and how sure that is; None if not."""
    how = find_agreement(context, wanted, someone, referent)
    return {how: 1.0, **describe_kind(someone)} if how is not None else None


def find_agreement(context: Context, wanted: Meanings, someone: Someone, referent: Referent) -> str | None:
    """By what someone can be meant, a person's or grammatical gender and number; None if not."""
    if referent.number == "Plur" or someone.number == "Plur":
        return ("joined" if someone.pair else "plural") if "plural" in wanted else None
    if wanted == PLURAL or (wanted == MALE and someone.is_place):
        return None
    known = context.gender_of(someone)
    grammatical = referent.grammatical or someone.grammatical
    if someone.is_person and known:
        return "person's gender agrees" if known in wanted else None
    if someone.is_person and not (someone.noun is not None and grammatical):
        return "person's gender unknown" if wanted & SINGLE_PERSON else None
    if grammatical:
        return "gender agrees" if grammatical in wanted else None
    return "gender unknown" if wanted & {"female", "neuter"} else None


def resolve_pronoun(context: Context, token: int, number: str, excluded: tuple[TokenRange, ...]) -> Someone | None:
    """Whom "er", "sie", "dieser" or "seine" means at a token, None where nobody agrees; `number` is the verb's."""
    view = context.discourse.view
    wanted = narrow_meanings(view.words[token], number)
    if not wanted:
        return None
    if view.lower[token] == "beide":
        return find_two(context, token)
    if view.tags[token] == "PRELS":
        antecedent = find_relative_antecedent(context, token)
        if antecedent is not None:
            return antecedent
    agrees = partial(agreement, context, wanted)
    options = find_options(context, token, excluded, agrees) or find_options(
        context, token, excluded, agrees, SENTENCES_BACK_FROM_NOUN
    )
    if not options:
        return None
    found = context.choose(Choice("pronoun", tuple(options), context.number)).someone
    if found is not None and len(wanted & SINGLE_PERSON) == len(wanted) == 1:
        context.learn_gender(found, *wanted)
    return found


def find_two(context: Context, token: int) -> Someone | None:
    """The two persons that "beide" means: those joined by "und", else the two mentioned last, beside no third."""
    view = context.discourse.view
    mentions = [m for m in context.before(token) if view.sentence[token] - view.sentence[m.referent.start] <= NEAR]
    pair = next((m.someone for m in mentions if m.someone.pair), None)
    if pair is not None:
        return pair
    for near in range(NEAR + 1):
        within = [m.someone for m in mentions if view.sentence[token] - view.sentence[m.referent.start] <= near]
        persons = list(dict.fromkeys(someone for someone in within if someone.is_person and someone.number == "Sing"))
        if len(persons) > 1:
            return join(persons[1], persons[0]) if len(persons) == 2 else None
    return None


def find_relative_antecedent(context: Context, token: int) -> Someone | None:
    """The noun before the relative clause: "Patruschew, der forderte", "dem Sekretär des Rates, der …"."""
    view = context.discourse.view
    wanted = narrow_meanings(view.words[token], "")
    comma = token - 1
    while comma > 0 and view.words[comma] != ",":
        comma -= 1
    low = view.bounds(token)[0]
    before = [m for m in context.before(token) if low <= m.referent.start < comma]
    agreeing = [m for m in before if agreement(context, wanted, m.someone, m.referent) is not None]
    above = set(view.tree.ancestors(token))
    for mention in reversed(agreeing):
        if any(start in above for start in range(mention.referent.start, mention.referent.end)):
            return mention.someone
    nearest = [m for m in agreeing if m.referent.is_person] or agreeing
    return nearest[0].someone if nearest else None


def find_pronoun(discourse: Discourse, tokens: TokenRange) -> int | None:
    """The pronoun that heads a speaker, at most an adverb beside it: "er selbst", "auch sie"."""
    view = discourse.view
    words = [i for i in range(*tokens) if view.tags[i] not in ("ADV", "$,", "$(", "APPR", "PTKNEG")]
    if len(words) != 1:
        return None
    alone = view.tags[words[0]] in PRONOUN_TAGS or view.words[words[0]].lower() in ("er", "sie")
    return words[0] if alone else None
