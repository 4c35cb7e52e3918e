"""Resolves pronouns that speak: "sagte er", "meint sie", "…, die erklärte", "seine Ankündigung"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newsents.quotes.speakers.antecedents import AGREES_SURELY, Context, choose_antecedent
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.referents import Referent
from newsents.reading.ranges import TokenRange

PRONOUN_TAGS = frozenset(("PPER", "PDS", "PRELS", "PPOSAT", "PPOSS", "PIS", "PWS", "PRF"))
# What a form can stand for: male, female, neuter, plural.
FORMS = {
    "er": "m", "ihn": "m", "ihm": "mn", "sie": "fp", "ihr": "f", "ihnen": "p", "es": "n",
    "dieser": "mf", "diese": "fp", "diesem": "mn", "diesen": "mp", "dieses": "n",
    "der": "mf", "die": "fp", "das": "n", "dem": "mn", "den": "m", "denen": "p", "dessen": "mn", "deren": "fp",
    "jener": "m", "jene": "fp", "letzterer": "m", "letztere": "fp", "welcher": "m", "welche": "fp", "selbiger": "m",
}  # fmt: skip
FIRST_PERSON = frozenset(("ich", "wir", "mir", "uns", "mich", "meine", "unsere"))
GRAMMATICAL = {"Masc": "m", "Fem": "f", "Neut": "n"}


def readings(form: str, number: str) -> str:
    """What a pronoun or possessive stands for, narrowed by the verb's number: "sie" with "sagte" -> "f"."""
    low = form.lower()
    found = FORMS.get(low) or ("mn" if low.startswith("sein") else "fp" if low.startswith("ihr") else "")
    narrowed = found.replace("p", "") if number == "Sing" else "p" if number == "Plur" and "p" in found else found
    return narrowed or found


def agreement(context: Context, wanted: str, referent: Referent) -> float | None:
    """Whether a referent can be meant: its sex or grammatical gender and its number; None if not."""
    sex = context.sex_of(referent)
    if referent.number == "Plur":
        return AGREES_SURELY if "p" in wanted else None
    if wanted == "p":
        return None
    if referent.is_person:
        if sex:
            return AGREES_SURELY if sex in wanted else None
        if referent.noun is not None and referent.gender:
            return 0.0 if GRAMMATICAL[referent.gender] in wanted else None
        return 0.0 if "m" in wanted or "f" in wanted else None
    if referent.gender:
        return 0.0 if GRAMMATICAL[referent.gender] in wanted else None
    return -AGREES_SURELY if "f" in wanted or "n" in wanted else None


def resolve_pronoun(context: Context, token: int, number: str, excluded: tuple[TokenRange, ...]) -> Referent | None:
    """Whom "er", "sie", "dieser" or "seine" means at a token, None where nobody agrees; `number` is the verb's."""
    view = context.discourse.view
    wanted = readings(view.words[token], number)
    if not wanted:
        return None
    if view.tags[token] == "PRELS":
        antecedent = find_relative_antecedent(context, token)
        if antecedent is not None:
            return antecedent
    agrees: Callable[[Referent], float | None] = partial(agreement, context, wanted)
    found = choose_antecedent(context, token, excluded, agrees)
    if found is not None and wanted in ("m", "f"):
        context.learn_sex(found, wanted)
    return found


def find_relative_antecedent(context: Context, token: int) -> Referent | None:
    """The noun before the relative clause: "Patruschew, der forderte", "dem Sekretär des Rates, der …"."""
    view = context.discourse.view
    wanted = readings(view.words[token], "")
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
