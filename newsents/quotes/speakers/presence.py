"""How present those are whom a text has mentioned before a point: near, as subject, as who spoke last."""

from __future__ import annotations

from collections.abc import Callable

from newsents.quotes.speakers.antecedents import SENTENCES_BACK, Context
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.ranking import Features, Option
from newsents.quotes.speakers.referents import Referent
from newsents.quotes.speakers.someone import Mention, Someone
from newsents.reading.ranges import TokenRange

FARTHEST = 8
Fit = Callable[[Someone, Referent], Features | None]


def find_options(
    context: Context, token: int, excluded: tuple[TokenRange, ...], fits: Fit, reach: int = SENTENCES_BACK
) -> list[Option]:
    """Those mentioned before a token who fit, the nearest first; `fits` gives None for who cannot be meant."""
    mentioned: dict[Someone, list[Mention]] = {}
    for mention in context.before(token, excluded, reach):
        if not _is_beside(context.discourse, mention.referent, token):
            mentioned.setdefault(mention.someone, []).append(mention)
    options: list[Option] = []
    for someone, mentions in mentioned.items():
        fit = fits(someone, mentions[0].referent)
        if fit is not None:
            rank = {"nearest": 1.0} if not options else {"second nearest": 1.0} if len(options) == 1 else {}
            options.append(Option(someone, {**describe_presence(context, token, someone, mentions), **rank, **fit}))
    return options


def describe_presence(context: Context, token: int, someone: Someone, mentions: list[Mention]) -> Features:
    """What speaks for someone whose mentions before a token, nearest first, are these."""
    view, nearest = context.discourse.view, mentions[0].referent
    distance = view.sentence[token] - view.sentence[nearest.start]
    same_sentence = [m.referent for m in mentions if view.sentence[m.referent.start] == view.sentence[nearest.start]]
    office = someone.noun is not None and someone.noun.use == "function"
    found = set() if someone.entity is not None else {"described by office" if office else "described"}
    tests = {
        "same sentence": distance == 0,
        "same paragraph": view.paragraph[token] == view.paragraph[nearest.start],
        "subject": any(r.is_subject for r in same_sentence),
        "genitive": all(r.is_attribute for r in same_sentence),
        "in marks": context.quoted[nearest.start] and not context.quoted[token],
        "always in marks": all(context.quoted[m.referent.start] for m in mentions) and not context.quoted[token],
    }
    last = context.spoke_last(token)
    if last is not None and last[1] is someone:
        tests["spoke last"] = True
        tests["spoke last in paragraph"] = view.paragraph[last[0]] == view.paragraph[token]
    found |= {name for name, holds in tests.items() if holds}
    return {**dict.fromkeys(found, 1.0), "sentences back": float(min(distance, FARTHEST))}


def describe_kind(someone: Someone) -> Features:
    """What someone is, where it may be anybody: "sie" is a person more often than a body."""
    found = {str(someone.entity.kind)} if someone.entity is not None else set()
    if someone.entity is None and someone.noun is None:
        found.add("thing")
    return dict.fromkeys(found | {"person" if someone.is_person else "no person"}, 1.0)


def _is_beside(discourse: Discourse, referent: Referent, token: int) -> bool:
    """Whether both depend on one verb, so that they are two: "Den Fonds forderte er auf"."""
    view = discourse.view
    heads = view.tree.heads
    return heads[referent.head] == heads[token] != token and view.tags[heads[token]].startswith("V")
