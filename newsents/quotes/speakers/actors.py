"""Who acts in a sentence, and so may speak the words that stand alone behind it: "Vogt winkte ab. „Ich gehe.“"."""

from __future__ import annotations

from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.referents import Referent
from newsents.words.tags import NAMES_AND_NOUNS

# Nouns for many, and for those that things happen to, do not speak: "Drei Menschen starben."
MUTE_TOPICS = frozenset(("life", "crime"))


def is_actor(discourse: Discourse, referent: Referent) -> bool:
    """Whether a referent is the subject of a main clause, and no number of people, victim or subject of a passive."""
    return referent.is_subject and _can_speak(discourse, referent) and _is_in_main_clause(discourse, referent.head)


def _can_speak(discourse: Discourse, referent: Referent) -> bool:
    """Not numbers of people, not victims, not the subject of a passive."""
    view = discourse.view
    if view.tree.deps[referent.head] == "nsubj:pass":
        return False
    if referent.entity is not None or referent.noun is None:
        return True
    counted = view.tags[referent.start] == "CARD" or view.tags[max(referent.head - 1, 0)] == "CARD"
    return not counted and not (referent.number == "Plur" and referent.noun.topic in MUTE_TOPICS)


def _is_in_main_clause(discourse: Discourse, token: int) -> bool:
    """Whether the verb above a subject is the root of its sentence."""
    view = discourse.view
    heads = view.tree.heads
    above = view.tree.ancestors(token)
    return bool(above) and (heads[above[0]] == above[0] or (view.tags[above[0]] in NAMES_AND_NOUNS and len(above) < 3))
