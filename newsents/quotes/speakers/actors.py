"""Who acts in a sentence, and so may speak the words that stand alone behind it: "Vogt winkte ab. „Ich gehe.“"."""

from __future__ import annotations

from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.referents import Referent, Referents
from newsents.reading.ranges import TokenRange

# Nouns for many, and for those that things happen to, do not speak: "Drei Menschen starben."
MUTE_TOPICS = frozenset(("life", "crime"))
PERSONAL = frozenset(("er", "sie"))


def find_actor(discourse: Discourse, referents: Referents, sentence: int) -> TokenRange | None:
    """The person, body or pronoun that is the subject of a sentence's main clause, else a person of another clause."""
    tokens = discourse.view.sentences[sentence]
    subjects = [r for r in referents.within(tokens) if r.is_subject and _can_speak(discourse, r)]
    main = [(r.start, r.end) for r in subjects if _is_in_main_clause(discourse, r.head)]
    pronouns = [(i, i + 1) for i in range(*tokens) if _is_subject_pronoun(discourse, i)]
    persons = [(r.start, r.end) for r in subjects if r.is_person]
    return next(iter((*main, *pronouns, *persons)), None)


def _can_speak(discourse: Discourse, referent: Referent) -> bool:
    """Not numbers of people, not victims, not the subject of a passive."""
    view = discourse.view
    if view.tree.deps[referent.head] == "nsubj:pass":
        return False
    if referent.entity is not None or referent.noun is None:
        return True
    counted = view.tags[referent.start] == "CARD" or view.tags[max(referent.head - 1, 0)] == "CARD"
    return not counted and not (referent.number == "Plur" and referent.noun.topic in MUTE_TOPICS)


def _is_subject_pronoun(discourse: Discourse, token: int) -> bool:
    view = discourse.view
    return (
        view.tags[token] == "PPER"
        and view.words[token].lower() in PERSONAL
        and view.tree.deps[token] == "nsubj"
        and not view.words[view.tree.heads[token]].lower().endswith("en")
        and _is_in_main_clause(discourse, token)
    )


def _is_in_main_clause(discourse: Discourse, token: int) -> bool:
    """Whether the verb above a subject is the root of its sentence."""
    view = discourse.view
    heads = view.tree.heads
    above = view.tree.ancestors(token)
    return bool(above) and (heads[above[0]] == above[0] or (view.tags[above[0]] in ("NN", "NE") and len(above) < 3))
