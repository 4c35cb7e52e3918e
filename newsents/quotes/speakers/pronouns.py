"""Resolves pronouns that speak: "sagte er", "meint sie", "…, die erklärte", "seine Ankündigung"."""

from __future__ import annotations

from functools import partial

from newsents.quotes.speakers.antecedents import Context
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.presence import describe_kind, find_options
from newsents.quotes.speakers.ranking import Choice, Features
from newsents.quotes.speakers.referents import Referent
from newsents.quotes.speakers.someone import Someone, join
from newsents.reading.ranges import TokenRange

PRONOUN_TAGS = frozenset(("PPER", "PDS", "PRELS", "PPOSAT", "PPOSS", "PIS", "PWS", "PRF"))
# What a form can stand for: male, female, neuter, plural.
FORMS = {
    "er": "m", "ihn": "m", "ihm": "mn", "sie": "fp", "ihr": "f", "ihnen": "p", "es": "n",
    "dieser": "mf", "diese": "fp", "diesem": "mn", "diesen": "mp", "dieses": "n", "beide": "p",
    "der": "mf", "die": "fp", "das": "n", "dem": "mn", "den": "m", "denen": "p", "dessen": "mn", "deren": "fp",
    "jener": "m", "jene": "fp", "letzterer": "m", "letztere": "fp", "welcher": "m", "welche": "fp", "selbiger": "m",
}  # fmt: skip
FIRST_PERSON = frozenset(("ich", "wir", "mir", "uns", "mich", "meine", "unsere"))
MALE_AS_SUBJECT = frozenset(("der", "dieser", "jener"))
NEAR = 3
GRAMMATICAL = {"Masc": "m", "Fem": "f", "Neut": "n"}


def readings(form: str, number: str) -> str:
    """What a pronoun or possessive stands for, narrowed by the verb's number: "sie" with "sagte" -> "f"."""
    low = form.lower()
    if number and low in MALE_AS_SUBJECT:
        return "m"
    found = FORMS.get(low) or ("mn" if low.startswith("sein") else "fp" if low.startswith("ihr") else "")
    narrowed = found.replace("p", "") if number == "Sing" else "p" if number == "Plur" and "p" in found else found
    return narrowed or found


def agreement(context: Context, wanted: str, someone: Someone, referent: Referent) -> Features | None:
    """Whether someone can be meant, and how sure that is; None if not."""
    how = find_agreement(context, wanted, someone, referent)
    return {how: 1.0, **describe_kind(someone)} if how is not None else None


def find_agreement(context: Context, wanted: str, someone: Someone, referent: Referent) -> str | None:
    """By what someone can be meant, sex or grammatical gender and number; None if not."""
    if referent.number == "Plur" or someone.number == "Plur":
        return ("joined" if someone.pair else "plural") if "p" in wanted else None
    if wanted == "p":
        return None
    sex = context.sex_of(someone)
    gender = GRAMMATICAL.get(referent.gender or someone.gender, "")
    if someone.is_person and sex:
        return "sex agrees" if sex in wanted else None
    if someone.is_person and not (someone.noun is not None and gender):
        return "sex unknown" if "m" in wanted or "f" in wanted else None
    if gender:
        return "gender agrees" if gender in wanted else None
    return "gender unknown" if "f" in wanted or "n" in wanted else None


def resolve_pronoun(context: Context, token: int, number: str, excluded: tuple[TokenRange, ...]) -> Someone | None:
    """Whom "er", "sie", "dieser" or "seine" means at a token, None where nobody agrees; `number` is the verb's."""
    view = context.discourse.view
    wanted = readings(view.words[token], number)
    if not wanted:
        return None
    if view.lower[token] == "beide":
        return find_two(context, token)
    if view.tags[token] == "PRELS":
        antecedent = find_relative_antecedent(context, token)
        if antecedent is not None:
            return antecedent
    options = find_options(context, token, excluded, partial(agreement, context, wanted))
    if not options:
        return None
    found = context.choose(Choice("pronoun", tuple(options), context.number)).someone
    if found is not None and wanted in ("m", "f"):
        context.learn_sex(found, wanted)
    return found


def find_two(context: Context, token: int) -> Someone | None:
    """The two persons that "beide" means: those joined by "und", else the last two, mentioned beside no third."""
    view = context.discourse.view
    mentions = [m for m in context.before(token) if view.sentence[token] - view.sentence[m.referent.start] <= NEAR]
    pair = next((m.someone for m in mentions if m.someone.pair), None)
    persons = list(dict.fromkeys(m.someone for m in mentions if m.someone.is_person and m.someone.entity is not None))
    if pair is not None or len(persons) != 2:
        return pair
    return join(persons[1], persons[0])


def find_relative_antecedent(context: Context, token: int) -> Someone | None:
    """The noun before the relative clause: "Patruschew, der forderte", "dem Sekretär des Rates, der …"."""
    view = context.discourse.view
    wanted = readings(view.words[token], "")
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
