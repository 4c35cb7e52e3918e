"""Reads a text on from mention to mention, so that each "sie" and "die Frau" is known before what stands behind it."""

from __future__ import annotations

from newsents.quotes.speakers.antecedents import Context
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.nominals import resolve_nominal
from newsents.quotes.speakers.noun_phrases import NounPhrase, normalise_description, read_noun_phrase
from newsents.quotes.speakers.pronouns import resolve_pronoun
from newsents.quotes.speakers.referents import Referent, noun_gender
from newsents.quotes.speakers.someone import Someone, join


def read_until(context: Context, token: int) -> None:
    """Notes whom all referents before a token mean, in text order."""
    referents = context.referents.found
    while context.read < len(referents) and referents[context.read].start < token:
        referent = referents[context.read]
        context.read += 1
        someone = _identify(context, referent)
        if someone is not None:
            context.mention(referent, someone)


def _identify(context: Context, referent: Referent) -> Someone | None:
    """Whom a referent means; None for a pronoun without antecedent."""
    if referent.entity is not None:
        return context.named(referent.entity)
    if referent.pair is not None:
        return join(*(context.named(entity) for entity in referent.pair))
    if referent.head in context.known:
        return context.known[referent.head]
    if referent.is_pronoun:
        return None if context.quoted[referent.head] else _identify_pronoun(context, referent.head)
    phrase = read_noun_phrase(context.discourse, (referent.start, referent.end))
    if phrase is None:
        return None
    found = resolve_nominal(context, phrase, ())
    return found[0] if found is not None else describe(context.discourse, phrase)


def _identify_pronoun(context: Context, token: int) -> Someone | None:
    view = context.discourse.view
    verb = view.lower[view.tree.heads[token]]
    finite = next((i for i in view.tree.children(view.tree.heads[token], "aux") if view.finite[i]), None)
    verb = view.lower[finite] if finite is not None else verb
    return resolve_pronoun(context, token, "Plur" if verb.endswith(("en", "ern", "eln", "sind")) else "Sing", ())


def describe(discourse: Discourse, phrase: NounPhrase) -> Someone:
    """Somebody new, whom only a noun names: "Rentnerin"."""
    head = phrase.head
    return Someone(
        normalise_description(discourse, phrase),
        noun=phrase.noun,
        gender=noun_gender(discourse, head, phrase.noun) if phrase.noun is None or phrase.noun.kind == "person" else "",
        grammatical=discourse.view.gender(head),
        number=discourse.view.feature(head, "Number") or "Sing",
    )
