"""Whose a statement is that names nobody: "nach eigenen Angaben", "Unternehmensangaben", "in der Begründung"."""

from __future__ import annotations

from newsents.quotes.speakers.actors import is_actor
from newsents.quotes.speakers.antecedents import Context
from newsents.quotes.speakers.nominals import Found, resolve_body
from newsents.quotes.speakers.noun_phrases import NounPhrase, without_statement
from newsents.quotes.speakers.reading_on import read_until
from newsents.quotes.speakers.someone import Someone
from newsents.words.persons import find_noun

COURT = "Gericht"
RULINGS = ("begründung", "urteil")


def find_owner(context: Context, phrase: NounPhrase) -> Found | None:
    """Of one's own words the subject around them, of a compound the body that it names first, of a ruling the court."""
    view = context.discourse.view
    if any(view.lower[i].startswith("eigen") for i in range(*phrase.tokens)):
        subject = find_subject(context, phrase.head)
        return (subject, f"of the one spoken of: {subject.name}") if subject is not None else None
    word = view.words[phrase.head]
    first = COURT if word.lower().endswith(RULINGS) else without_statement(word)
    noun = find_noun(first) if first != word else None
    return resolve_body(context, phrase, noun, (), first) if noun is not None and noun.kind == "body" else None


def find_subject(context: Context, token: int) -> Someone | None:
    """The subject nearest before "eigenen Angaben" in its sentence, else who acts behind it."""
    low, high = context.discourse.view.bounds(token)
    read_until(context, high)
    around = [m for m in context.before(high - 1) if m.referent.start >= low]
    before = [m for m in around if m.referent.is_subject and m.referent.start < token]
    acting = [m for m in reversed(around) if is_actor(context.discourse, m.referent)]
    return next((m.someone for m in (*before, *acting)), None)
