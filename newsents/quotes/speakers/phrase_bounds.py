"""Mends the bounds of a parsed speaker: the noun, name, role, party or apposition that the parse cut off."""

from __future__ import annotations

from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.noun_phrases import LINKING, is_apposition, read_noun_phrase
from newsents.reading.ranges import TokenRange
from newsents.records import Person
from newsents.words.persons import load_titles
from newsents.words.tags import ANY_PRONOUN, ARTICLES, NOUNS

LONGEST_ATTRIBUTE = 9
LONGEST_BRACKET = 6


def complete_phrase(discourse: Discourse, tokens: TokenRange) -> TokenRange:
    """The whole phrase: "(der) 58-Jährige", "Trainer (Karl Huber)", "Eva Vogt (SPD)", "der Chef (, Karl Huber)"."""
    view = discourse.view
    start, end = tokens
    if view.tags[start] in ANY_PRONOUN and end == start + 1:
        return tokens
    if view.tags[start] == "APPR" and end - start > 1 and not discourse.name_starting(start):
        start += 1
    end = _without_relative_clause(discourse, start, end)
    end = _with_noun(discourse, start, end)
    end = _with_compounds(discourse, end)
    end = _with_possessed(discourse, start, end)
    start = _with_left_part(discourse, start)
    end = _with_name(discourse, start, end)
    end = _with_apposition(discourse, start, end)
    return start, _with_bracket(discourse, end)


def _with_noun(discourse: Discourse, start: int, end: int) -> int:
    """An article alone takes its noun in: "die" before "38-Jährige"."""
    tags = discourse.view.tags
    if any(tags[i] in NOUNS or tags[i] in ANY_PRONOUN for i in range(start, end)):
        return end
    stop = end
    while stop < len(tags) and tags[stop] in ("ADJA", "ADV", "CARD", "ADJD") and not discourse.noun(stop):
        stop += 1
    return stop + 1 if stop < len(tags) and (tags[stop] in NOUNS or discourse.noun(stop)) else end


def _with_compounds(discourse: Discourse, end: int) -> int:
    """What shares its second part with the words behind: "Bau-, Verkehrs- und" before "Umweltdirektor"."""
    view = discourse.view
    while view.words[end - 1].endswith("-") and view.word(end) in LINKING and view.tag(end + 1) in NOUNS:
        end += 2
    return end


def _with_possessed(discourse: Discourse, start: int, end: int) -> int:
    """A genitive alone takes in whose it is: "Sturms" before "Sportdirektorin Eva Lund"."""
    view = discourse.view
    alone = end == start + 1 and view.tags[start] in NOUNS and view.words[start].endswith("s")
    noun = discourse.noun(end) if alone and view.tag(end) == "NN" else None
    return end + 1 if noun is not None and noun.kind == "person" else end


def _without_relative_clause(discourse: Discourse, start: int, end: int) -> int:
    """A speaker ends before what is told of it: "ein Rentner(, der nicht genannt werden wollte)"."""
    view = discourse.view
    for i in range(start + 1, end):
        if view.tags[i] == "PRELS":
            comma = next((j for j in range(i - 1, max(start, i - 3), -1) if view.words[j] == ","), None)
            return comma if comma is not None else end
    return end


def _with_left_part(discourse: Discourse, start: int) -> int:
    """Adjectives, a genitive, a role and the article before: "Thüringens Justizminister" before "Karl Huber"."""
    view = discourse.view
    tags, sentence = view.tags, view.sentence
    start = discourse.role_start_before(start)
    while start > 0 and sentence[start - 1] == sentence[start] and tags[start] not in ARTICLES:
        before = tags[start - 1]
        noun = discourse.noun(start - 1)
        role = before == "NN" and tags[start] == "NE" and noun is not None and noun.kind == "person"
        genitive = before == "NE" and tags[start] == "NN" and view.words[start - 1].endswith("s")
        adverb = before == "ADV" and view.tag(start - 2) in ARTICLES  # "die damals 29-Jährige"
        if not (role or genitive or adverb or before in ARTICLES or (before == "ADJA" and tags[start] != "NE")):
            break
        start -= 1
    return start


def _with_name(discourse: Discourse, start: int, end: int) -> int:
    """A name that begins inside or right behind the phrase belongs to it: "Trainer" before "Karl Huber"."""
    behind = end
    while discourse.view.word(behind) in load_titles():
        behind += 1
    for name in discourse.names_in((max(start, end - 6), end + 8)):
        inside = start <= name.start < end < name.end
        if name.form == "name" and (inside or (name.start == behind and discourse.view.tags[end - 1] == "NN")):
            return name.end
    return end


def _with_apposition(discourse: Discourse, start: int, end: int) -> int:
    """The name behind an office ("der Chef" before "von X, Karl Huber"), the role behind a name ("Vogt, Chefin")."""
    view = discourse.view
    phrase = read_noun_phrase(discourse, (start, end))
    if phrase is None or phrase.noun is None or phrase.noun.kind != "person" or discourse.name_ending(phrase.core[1]):
        return _role_end(discourse, end)
    for comma in range(end, min(end + LONGEST_ATTRIBUTE, len(view.words))):
        if view.words[comma] == ",":
            names = discourse.names_in((comma + 1, comma + LONGEST_ATTRIBUTE))
            named = [n for n in names if isinstance(n.entity, Person) and n.form == "name"]
            return named[0].end if named and is_apposition(discourse, comma, named[0].start) else end
        if view.tags[comma].startswith(("V", "$", "KO", "PREL")):
            break
    return end


def _role_end(discourse: Discourse, end: int) -> int:
    """Where the role ends that follows a person's name behind a comma."""
    view = discourse.view
    name = discourse.name_ending(end)
    if name is None or end + 1 >= len(view.words) or view.words[end] != ",":
        return end
    first = end + 2 if view.tags[end + 1] in ARTICLES else end + 1
    return next((stop for person, start, stop in discourse.roles_at(first) if person is name.entity), end)


def _with_bracket(discourse: Discourse, end: int) -> int:
    """A short bracket behind a name: "Eva Vogt (SPD)"."""
    words = discourse.view.words
    if end < len(words) and words[end] == "(" and discourse.name_ending(end):
        close = next((i for i in range(end, min(end + LONGEST_BRACKET, len(words))) if words[i] == ")"), None)
        return close + 1 if close is not None else end
    return end
