"""Resolves nouns that speak for a name: "die Ministerin", "der 41-Jährige", "der CDU-Chef", "das Unternehmen"."""

from __future__ import annotations

from functools import cache, lru_cache

from newsents.lexicons import load_table
from newsents.quotes.speakers.antecedents import Context, choose_antecedent
from newsents.quotes.speakers.discourse import Discourse, Entity
from newsents.quotes.speakers.noun_phrases import NounPhrase
from newsents.quotes.speakers.referents import Referent, noun_sex
from newsents.reading.ranges import TokenRange
from newsents.records import Organisation, Person
from newsents.words.body_names import topic_of_name
from newsents.words.persons import PersonNoun, find_noun

Found = tuple[Entity, str]

SAME_WORD = 4.0
SAME_GROUP = 3.0
SAME_TOPIC = 1.5
OTHER_TOPIC = -1.0
# Bodies whose names seldom say what they are.
LOOSE_TOPICS = frozenset(("company", "club", "association"))
# "die Polizei" is not "die Bundespolizei".
UNLIKE_COMPOUNDS = frozenset(("Polizei",))
AFFILIATED = 2.0


def resolve_nominal(
    context: Context, phrase: NounPhrase, excluded: tuple[TokenRange, ...], number: str = ""
) -> Found | None:
    """The named person or body that a definite noun takes up, or None where it is somebody new.

    `number` is the verb's. In the plural only the people of a body stand for it: "die Richter" for the court.
    """
    discourse, noun = context.discourse, phrase.noun
    if not (phrase.is_definite or (phrase.is_bare and noun is not None and noun.use in ("function", "office"))):
        return None
    if number == "Plur" or (not number and discourse.view.feature(phrase.head, "Number") == "Plur"):
        if noun is None or noun.group not in body_groups():
            return None
        return resolve_body(context, phrase, noun, excluded)
    if noun is not None and noun.kind == "body":
        return resolve_body(context, phrase, noun, excluded)
    if noun is None and phrase.head not in discourse.demonyms:
        return None
    return resolve_person(context, phrase, excluded)


def resolve_person(context: Context, phrase: NounPhrase, excluded: tuple[TokenRange, ...]) -> Found | None:
    """The person before (else, for an office, behind) whose sex, role or party fits: "der SPD-Politiker" -> Huber."""
    discourse, noun = context.discourse, phrase.noun
    word = discourse.view.words[phrase.head]
    sex = noun_sex(discourse, phrase.head, noun)
    bodies = {entity.id for _, _, entity, _ in discourse.names_in(phrase.tokens)}
    possessed = phrase.article.startswith(("sein", "ihr", "unser", "mein"))
    needs_role = possessed or (noun is not None and noun.use in ("function", "relation"))

    def fits(entity: Entity | None) -> float | None:
        if not isinstance(entity, Person) or (sex and discourse.sexes[entity.id] not in (sex, "")):
            return None
        role = role_fit(discourse, entity, word, noun)
        party = AFFILIATED if bodies & affiliations(entity) else 0.0
        if role is None or (needs_role and role < SAME_GROUP):
            return None
        if needs_role and bodies and affiliations(entity) and not party:
            return None  # "der brasilianische Präsident" is none of Venezuela
        return role + party

    found = choose_antecedent(context, phrase.head, excluded, lambda referent: fits(referent.entity))
    if found is not None and found.entity is not None:
        return found.entity, f"{word!r} → {found.entity.name}"
    if noun is not None and noun.use == "function":
        known = context.holders_of(noun)
        holders = [e for e in known if (fit := fits(e)) is not None and fit >= SAME_GROUP]
        if len(holders) == 1 or (holders and all(fits(e) == SAME_GROUP for e in holders[1:])):
            return holders[0], f"{word!r} → {holders[0].name}, the only one with such a role"
    return None


def role_fit(discourse: Discourse, person: Person, word: str, noun: PersonNoun | None) -> float | None:
    """How well a noun names one of a person's roles: "Ministerin" for "Bildungsministerin"; None if it cannot."""
    wanted = word.rsplit("-", 1)[-1].lower()
    best: float | None = None
    for own, role in role_nouns(discourse, person):
        have = own.rsplit("-", 1)[-1].lower()
        if have.endswith(wanted) or wanted.endswith(have) or same_feminine(have, wanted):
            return SAME_WORD
        if noun is None or role is None:
            continue
        if noun.group and noun.group == role.group and not rival_compounds(wanted, have, noun, role):
            best = SAME_GROUP
        elif best is None and noun.topic == role.topic:
            best = SAME_TOPIC
    if best is not None:
        return best
    if noun is None or noun.topic in ("life", ""):
        return 0.0
    return OTHER_TOPIC if role_nouns(discourse, person) else 0.0


def same_feminine(have: str, wanted: str) -> bool:
    """Forms of one noun: "sprechers" and "sprecher", "vorsitzender" and "vorsitzende"."""
    stem = min(len(have), len(wanted)) - 1
    return stem > 5 and abs(len(have) - len(wanted)) <= 2 and have[:stem] == wanted[:stem]


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
    context: Context, phrase: NounPhrase, noun: PersonNoun, excluded: tuple[TokenRange, ...]
) -> Found | None:
    """The organisation that "die Staatsanwaltschaft", "der Konzern" or "der Verein" takes up."""
    discourse, word = context.discourse, context.discourse.view.words[phrase.head]

    def fits(referent: Referent) -> float | None:
        if not isinstance(referent.entity, Organisation):
            return None
        fit = body_fit(discourse, referent.entity, word, noun)
        return fit if fit is not None and fit >= least_fit(word, noun) else None

    found = choose_antecedent(context, phrase.head, excluded, fits)
    if found is not None and found.entity is not None:
        return found.entity, f"{word!r} → {found.entity.name}"
    least = max(least_fit(word, noun), SAME_TOPIC)
    holders = [e for e in context.bodies_of(noun) if (body_fit(discourse, e, word, noun) or 0.0) >= least]
    if len(holders) == 1:
        return holders[0], f"{word!r} → {holders[0].name}, the only one of its kind"
    return None


def body_fit(discourse: Discourse, body: Organisation, word: str, noun: PersonNoun) -> float | None:
    """How well a noun names what an organisation is, by its name or a noun before it; None if it is something else."""
    wanted = word.rsplit("-", 1)[-1].lower()
    topics = set()
    for own in described_as(discourse, body):
        have = own.rsplit("-", 1)[-1].lower().rstrip("s")
        if have.endswith(wanted.rstrip("s")) or wanted.endswith(have):
            return SAME_WORD if noun.noun not in UNLIKE_COMPOUNDS or have == wanted else None
        kind = find_noun(own)
        if kind is not None and kind.kind == "body":
            if noun.group and kind.topic == noun.group and wanted.startswith(noun.noun.lower()):
                return SAME_GROUP
            topics.add(kind.topic)
    topics |= {t for t in (topic_of_name(body.name),) if t}
    if noun.topic in topics:
        return SAME_TOPIC
    return None if topics else 0.0


def least_fit(word: str, noun: PersonNoun) -> float:
    """How well a noun must fit: an office by its name, media by their kind, "der Konzern" any body of no known kind."""
    if noun.use != "anaphor":
        return SAME_GROUP
    compound = len(word.rsplit("-", 1)[-1]) > len(noun.noun) + 2
    return SAME_TOPIC if compound or noun.topic not in LOOSE_TOPICS else 0.0


def described_as(discourse: Discourse, body: Organisation) -> list[str]:
    """Nouns in an organisation's names and right before them: "Der Zulieferer Kötter", "Staatsanwaltschaft Verden"."""
    return discourse.descriptions.get(body.id, [])


@cache
def body_groups() -> frozenset[str]:
    """Groups of nouns that hold a body: its people in the plural stand for it."""
    return frozenset(row["group"] for row in load_table("person_nouns.tsv") if row["kind"] == "body" and row["group"])
