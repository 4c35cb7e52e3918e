"""Resolves nouns that speak for a name: "die Ministerin", "der 41-Jährige", "der CDU-Chef", "das Unternehmen"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from newsents.quotes.speakers.antecedents import SENTENCES_BACK_FROM_NOUN, Context
from newsents.quotes.speakers.discourse import Discourse, Entity
from newsents.quotes.speakers.noun_phrases import NounPhrase
from newsents.quotes.speakers.presence import find_options
from newsents.quotes.speakers.ranking import Choice, Features, Option
from newsents.quotes.speakers.referents import Referent, noun_gender
from newsents.quotes.speakers.someone import Someone
from newsents.reading.ranges import TokenRange
from newsents.records import Organisation, Person
from newsents.words.bodies import topic_of_name
from newsents.words.persons import PersonNoun, find_noun, load_body_groups

Found = tuple[Someone, str]

Level = Literal["same word", "same group", "same topic", "unknown", "another topic", "same kind"]
ONE_OF_ITS_KIND: tuple[Level, ...] = ("same word", "same group")
# Offices that a text says with the name of who holds them.
RULERS = frozenset(("mayor", "head of state", "head of government"))
# Bodies whose names seldom say what they are.
LOOSE_TOPICS = frozenset(("company", "club"))
# "die Polizei" is not "die Bundespolizei".
UNLIKE_COMPOUNDS = frozenset(("Polizei",))


def resolve_nominal(
    context: Context, phrase: NounPhrase, excluded: tuple[TokenRange, ...], number: str = ""
) -> Found | None:
    """The person or body that a definite noun takes up, or None where it is somebody new.

    `number` is the verb's. In the plural only the people of a body stand for it: "die Richter" for the court.
    """
    discourse, noun = context.discourse, phrase.noun
    if not (phrase.is_definite or (phrase.is_bare and noun is not None and noun.use in ("function", "office"))):
        return None
    if number == "Plur" or (not number and is_plural(discourse, phrase)):
        if noun is None or noun.group not in load_body_groups():
            return None
        return resolve_body(context, phrase, noun, excluded)
    if noun is not None and noun.kind == "body":
        return resolve_body(context, phrase, noun, excluded)
    if noun is None and phrase.head not in discourse.demonyms:
        return None
    return resolve_person(context, phrase, excluded)


def is_plural(discourse: Discourse, phrase: NounPhrase) -> bool:
    """By the noun's form where it tells, as "Hamburgerin" does, else by its analysis."""
    feminine = discourse.view.words[phrase.head].endswith("in") and phrase.article in ("", "die", "der", "eine")
    return not feminine and discourse.view.feature(phrase.head, "Number") == "Plur"


def resolve_person(context: Context, phrase: NounPhrase, excluded: tuple[TokenRange, ...]) -> Found | None:
    """The person before (else, for an office, behind) whose gender, role, party fit: "der SPD-Politiker" -> Huber."""
    discourse, noun = context.discourse, phrase.noun
    word = discourse.view.words[phrase.head]
    fits = PersonFit(context, phrase)
    options = [
        *find_options(context, phrase.head, excluded, fits, SENTENCES_BACK_FROM_NOUN),
        Option(None, describe_newcomer(discourse, phrase)),
    ]
    found = context.choose(Choice("person", tuple(options), context.number)).someone if options[1:] else None
    if found is not None:
        return found, f"{word!r} → {found.name}"
    if noun is not None and noun.use == "function":
        holders = [e for e in context.holders_of(noun) if fits.level(context.named(e)) in ONE_OF_ITS_KIND]
        if len(holders) == 1 or (holders and all(fits.level(context.named(e)) == "same group" for e in holders[1:])):
            return context.named(holders[0]), f"{word!r} → {holders[0].name}, the only one with such a role"
    return None


@dataclass
class PersonFit:
    """Whether a noun can mean someone, and how well it names what is known of them."""

    context: Context
    phrase: NounPhrase

    def __post_init__(self) -> None:
        discourse, noun = self.context.discourse, self.phrase.noun
        self.word = discourse.view.words[self.phrase.head]
        self.gender = noun_gender(discourse, self.phrase.head, noun)
        self.bodies = {entity.id for _, _, entity, _ in discourse.names_in(self.phrase.tokens)}
        self.use = noun.use if noun is not None else "trait"
        self.possessed = self.phrase.article.startswith(("sein", "ihr", "unser", "mein"))

    def __call__(self, someone: Someone, referent: Referent) -> Features | None:
        level = self.level(someone)
        if level is None or referent.number == "Plur":
            return None
        fit: Features = {level: 1.0}
        if level == "same word":
            fit["same group"] = 1.0  # the same word says no less
        if self.use == "function" and level not in (*ONE_OF_ITS_KIND, "same topic"):
            fit[f"office, {level}"] = 1.0
        if isinstance(someone.entity, Person) and self.bodies:
            fit["affiliated" if self.bodies & affiliations(someone.entity) else "not affiliated"] = 1.0
        if self.gender and self.context.gender_of(someone) == self.gender:
            fit["person's gender agrees"] = 1.0
        return fit

    def level(self, someone: Someone) -> Level | None:
        """How well the noun names what someone is; None if it cannot mean them."""
        gender, noun = self.context.gender_of(someone), self.phrase.noun
        if not someone.is_person or someone.pair or (self.gender and gender not in (self.gender, "")):
            return None
        if isinstance(someone.entity, Person):
            level = role_fit(self.context.discourse, someone.entity, self.word, noun)
            others = affiliations(someone.entity)
            if self.use in ("function", "relation") and self.bodies and others and not self.bodies & others:
                return None  # "der brasilianische Präsident" is none of Venezuela
        else:
            level = same_description(noun, someone.noun)
        if level in ONE_OF_ITS_KIND:
            return level
        rules = noun is not None and noun.group in RULERS and level != "same topic"
        return None if self.possessed or self.use == "relation" or rules else level


def describe_newcomer(discourse: Discourse, phrase: NounPhrase) -> Features:
    """What speaks for somebody new, whom the noun only describes."""
    noun = phrase.noun
    tests = {
        "nobody": True,
        "nobody, an office": noun is not None and noun.use in ("function", "office"),
        "nobody, attribute": phrase.tokens[1] > phrase.core[1],
        "nobody, headline": discourse.view.paragraph[phrase.head] == 0,
    }
    return {name: 1.0 for name, holds in tests.items() if holds}


def same_description(noun: PersonNoun | None, other: PersonNoun | None) -> Level:
    """How well a noun fits one who is only described: "die Frau" for "eine Rentnerin"."""
    if noun is None or other is None:
        return "unknown"
    if noun.noun == other.noun:
        return "same word"
    return "same group" if noun.group and noun.group == other.group else "same kind"


def role_fit(discourse: Discourse, person: Person, word: str, noun: PersonNoun | None) -> Level | None:
    """How well a noun names one of a person's roles: "Ministerin" for "Bildungsministerin"; None if it cannot."""
    wanted = word.rsplit("-", 1)[-1].lower()
    best: Level | None = None
    rival = False
    for own, role in role_nouns(discourse, person):
        have = own.rsplit("-", 1)[-1].lower()
        if have.endswith(wanted) or same_feminine(have, wanted):
            return "same word"
        if wanted.endswith(have):
            best = "same group"
            continue
        if noun is None or role is None:
            continue
        if noun.group and noun.group == role.group and same_first_part(wanted, have, noun, role):
            return "same word"
        if noun.group and noun.group == role.group and rival_compounds(wanted, have, noun, role):
            rival = True
        elif noun.group and noun.group == role.group:
            best = "same group"
        elif best is None and noun.topic == role.topic:
            best = "same topic"
    if best == "same group" or (best is not None and not rival):
        return best
    if rival:
        return None
    if noun is None or noun.topic in ("life", ""):
        return "unknown"
    return "another topic" if role_nouns(discourse, person) else "unknown"


def same_feminine(have: str, wanted: str) -> bool:
    """Forms of one noun: "sprechers" and "sprecher", "vorsitzender" and "vorsitzende"."""
    stem = min(len(have), len(wanted)) - 1
    return stem > 5 and abs(len(have) - len(wanted)) <= 2 and have[:stem] == wanted[:stem]


def same_first_part(wanted: str, have: str, noun: PersonNoun, role: PersonNoun) -> bool:
    """Whether two compounds begin alike: "Interimstrainer" and "Interimscoach"."""
    first = wanted.rpartition(noun.noun.lower())[0]
    return len(first) > 2 and first == have.rpartition(role.noun.lower())[0]


def rival_compounds(wanted: str, have: str, noun: PersonNoun, role: PersonNoun) -> bool:
    """Whether both say more than the shared noun, and differ: "Finanzminister" is no "Innenminister"."""
    return len(wanted) > len(noun.noun) + 2 and len(have) > len(role.noun) + 2


@lru_cache(maxsize=4096)
def _role_words(text: str) -> tuple[tuple[str, PersonNoun | None], ...]:
    words = [w.strip(',()„“"') for w in text.split()]
    return tuple((w, find_noun(w)) for w in words if w[:1].isupper())


def role_nouns(discourse: Discourse, person: Person) -> list[tuple[str, PersonNoun | None]]:
    """The head nouns of a person's roles: "Sprecherin" of "Sprecherin des türkischen Ministeriums"."""
    found: list[tuple[str, PersonNoun | None]] = []
    for role in person.roles:
        words = _role_words(role.text)
        persons = [pair for pair in words if pair[1] is not None and pair[1].kind == "person"]
        found += persons[:1] or words[:1]
    return found


def affiliations(person: Person) -> set[str]:
    return {*person.affiliations, *(i for role in person.roles for i in role.entity_ids)}


def resolve_body(
    context: Context, phrase: NounPhrase, noun: PersonNoun, excluded: tuple[TokenRange, ...], word: str = ""
) -> Found | None:
    """The organisation that "die Staatsanwaltschaft", "der Konzern" or "der Verein" takes up; `word` is the noun."""
    discourse = context.discourse
    word = word or discourse.view.words[phrase.head]

    def level(entity: Entity | None) -> Level | None:
        return body_fit(discourse, entity, word, noun) if isinstance(entity, Organisation) else None

    levels = allowed_levels(word, noun)
    mentions = list(context.before(phrase.head, excluded, SENTENCES_BACK_FROM_NOUN))
    fitting = [(levels.index(fit), m) for m in mentions if (fit := level(m.someone.entity)) in levels]
    if fitting:
        _, best = min(fitting, key=lambda found: (found[0], found[1].referent.is_attribute))
        return best.someone, f"{word!r} → {best.someone.name}"
    holders = [e for e in context.bodies_of(noun) if level(e) in levels and level(e) != "unknown"]
    if len(holders) == 1:
        return context.named(holders[0]), f"{word!r} → {holders[0].name}, the only one of its kind"
    return None


def body_fit(discourse: Discourse, body: Organisation, word: str, noun: PersonNoun) -> Level | None:
    """How well a noun names what an organisation is, by its name or a noun before it; None if it is something else."""
    wanted = word.rsplit("-", 1)[-1].lower()
    topics = set()
    for own in described_as(discourse, body):
        have = own.rsplit("-", 1)[-1].lower().rstrip("s")
        if have.endswith(wanted.rstrip("s")) or wanted.endswith(have):
            return "same word" if noun.noun not in UNLIKE_COMPOUNDS or have == wanted else None
        kind = find_noun(own)
        if kind is not None and kind.kind == "body":
            if noun.group and kind.topic == noun.group and wanted.startswith(noun.noun.lower()):
                return "same group"
            topics.add(kind.topic)
    topics |= {t for t in (topic_of_name(body.name),) if t}
    if noun.topic in topics:
        return "same topic"
    return None if topics else "unknown"


def allowed_levels(word: str, noun: PersonNoun) -> tuple[Level, ...]:
    """How well a body must fit, the best first: an office by its name, but "der Konzern" is any of no known kind."""
    if noun.use != "anaphor":
        return ONE_OF_ITS_KIND
    if len(word.rsplit("-", 1)[-1]) > len(noun.noun) + 2 or noun.topic not in LOOSE_TOPICS:
        return (*ONE_OF_ITS_KIND, "same topic")
    return (*ONE_OF_ITS_KIND, "same topic", "unknown")


def described_as(discourse: Discourse, body: Organisation) -> list[str]:
    """Nouns in an organisation's names and right before them: "Der Zulieferer Kötter", "Staatsanwaltschaft Verden"."""
    return discourse.descriptions.get(body.id, [])
