"""Who speaks: each row is a way that German names, takes up or leaves out the speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import Stretch, Token, Written, make_doc

from newsents.quotes.candidates import Attribution, Candidate
from newsents.quotes.speakers.resolution import resolve_speakers
from newsents.reading.ranges import TokenRange
from newsents.reading.view import View
from newsents.records import Mention, Organisation, Person, Place, QuoteKind, Role, Speaker

QUOTES: dict[str, QuoteKind] = {"<": "direct", "[": "indirect", "(": "free"}


def read_candidates(text: Written) -> list[Candidate]:
    """The quotes with the cues and the speaker of their sentence; nested ones have none."""
    quotes = [s for s in text.stretches if s.sign in QUOTES]
    outer = [q for n, q in enumerate(quotes) if all(other.end <= q.start for other in quotes[:n])]
    cues = [(cue, find_owner(text, outer, cue)) for cue in text.cues]
    speakers = [(s, find_owner(text, outer, s.start)) for s in text.stretches if s.sign == "{"]
    return [
        make_candidate(
            text,
            quote,
            cues=tuple(cue for cue, owner in cues if owner is quote),
            speaker=next(((s.start, s.end) for s, owner in speakers if owner is quote), None),
        )
        for quote in quotes
    ]


def find_owner(text: Written, outer: list[Stretch], place: int) -> Stretch | None:
    """The last quote that begins before a place in its sentence, or else the first one behind it."""
    start, end = next(sentence for sentence in text.sentences if place < sentence[1])
    here = [quote for quote in outer if start <= quote.start < end]
    return next((quote for quote in reversed(here) if quote.start <= place), here[0] if here else None)


def make_candidate(text: Written, quote: Stretch, cues: tuple[int, ...], speaker: TokenRange | None) -> Candidate:
    return Candidate(
        QUOTES[quote.sign],
        ((quote.start, quote.end),),
        "test",
        cues=cues,
        attribution=attribute([text.tokens[i] for i in cues], cues, speaker),
    )


def attribute(words: list[Token], cues: tuple[int, ...], speaker: TokenRange | None) -> Attribution:
    """As the constructions do: by the finite verb among the cues, if there is one."""
    lower = {word.text.lower() for word in words}
    verb = next((i for i, word in zip(cues, words, strict=True) if word.tag.endswith("FIN")), None)
    if lower & {"demnach", "danach"}:
        return Attribution("back", speaker)
    if lower & {"hieß", "heißt"}:
        return Attribution("impersonal", speaker, verb)
    if any(word.tag == "VVPP" for word in words) and any(word.startswith("w") for word in lower):
        return Attribution("agent", speaker, verb)
    if any(word.startswith("zitier") for word in lower):
        return Attribution("object", speaker, verb)
    return Attribution("subject" if verb is not None else "source", speaker, verb)


def mentions(text: str, names: str, form: str = "name") -> list[Mention]:
    found = []
    for name in filter(None, names.split("|")):
        start = -1
        while (start := text.find(name, start + 1)) >= 0:
            inside = any(m.start <= start < m.end for m in found)
            if not inside and not text[start + len(name) : start + len(name) + 1].isalpha():
                found.append(Mention(start=start, end=start + len(name), text=name, form=form))
    return sorted(found, key=lambda m: m.start)


def make_entities(text: str, spec: str) -> tuple[Person | Place | Organisation, ...]:
    """ "Eva Vogt|Vogt:person:f:Chefin" -> a Person with gender and role; behind ~ stand derived forms."""
    found = []
    for number, part in enumerate(filter(None, spec.split(";"))):
        spelling, kind, *rest = part.strip().split(":")
        names, _, derived = spelling.partition("~")
        common = {"id": f"e{number}", "name": names.split("|")[0]}
        common["mentions"] = (*mentions(text, names), *mentions(text, derived, "derived"))
        if not common["mentions"]:
            continue
        if kind == "person":
            gender = {"m": "male", "f": "female"}.get(rest[0] if rest else "")
            roles = [
                Role(start=text.find(r), end=text.find(r) + len(r), text=r)
                for r in (rest[1] if len(rest) > 1 else "").split("|")
                if r
            ]
            found.append(Person(**common, gender=gender, roles=tuple(roles)))
        else:
            found.append((Place if kind == "place" else Organisation)(**common))
    return tuple(link_roles(e, found) if e.kind == "person" else e for e in found)


def link_roles(person: Person, entities: list[Person | Place | Organisation]) -> Person:
    """The person with the entities that its roles name."""
    roles = []
    for role in person.roles:
        inside = [e.id for e in entities if any(role.start <= m.start and m.end <= role.end for m in e.mentions)]
        roles.append(role.model_copy(update={"entity_ids": tuple(inside)}))
    return person.model_copy(update={"roles": tuple(roles)})


def resolve(notation: str, entities: str = "") -> list[Speaker]:
    written = Written(notation)
    doc = written.make_doc()
    return resolve_speakers(View(doc), read_candidates(written), make_entities(doc.text, entities))


HUBER = "Karl Huber|Huber:person:m"
VOGT = "Eva Vogt|Vogt:person:f"
SAID = "*sagte/VVFIN/Number=Sing"
REGNE = "[ Es/PPER regne/VVFIN ] ,/$, " + SAID
OPENING = "Karl/NE/nsubj> Huber/NE/flat>Karl traf/VVFIN Eva/NE/obj> Vogt/NE/flat>Eva ./$. | "

NAMED = [
    ("the name itself", REGNE + " { Karl/NE Huber/NE } ./$.", HUBER, "Karl Huber"),
    ("a surname", "Karl/NE Huber/NE schwieg/VVFIN ./$. | " + REGNE + " { Huber/NE } ./$.", HUBER, "Karl Huber"),
    ("a possessive tagged as a pronoun", REGNE + " { dessen/PDS Chef/NN Karl/NE Huber/NE } ./$.", HUBER, "Karl Huber"),
    ("role before the name", REGNE + " { der/ART alte/ADJA Trainer/NN Karl/NE Huber/NE } ./$.", HUBER, "Karl Huber"),
    (
        "apposition after an office with its own organisation",
        REGNE + " { der/ART Sprecher/NN des/ART Amtes/NN ,/$, Karl/NE Huber/NE } ./$.",
        HUBER,
        "Karl Huber",
    ),
    (
        "apposition with a rank",
        REGNE + " { der/ART Chef/NN der/ART Wache/NN ,/$, Oberst/NN Karl/NE Huber/NE } ./$.",
        HUBER,
        "Karl Huber",
    ),
    (
        "name first, role behind",
        REGNE + " { Eva/NE Vogt/NE ,/$, Sprecherin/NN des/ART Amtes/NN } ./$.",
        VOGT,
        "Eva Vogt",
    ),
    (
        "a genitive before the role is not the speaker",
        REGNE + " { Bremens/NE Trainer/NN Karl/NE Huber/NE } ./$.",
        "Bremen|Bremens:place;" + HUBER,
        "Karl Huber",
    ),
    ("an organisation", REGNE + " { die/ART Nordbank/NE AG/NE } ./$.", "Nordbank AG:organisation", "Nordbank AG"),
    (
        "class word and name in marks",
        REGNE + " { die/ART Zeitung/NN „/$( Inselbote/NE “/$( } ./$.",
        "Inselbote:organisation",
        "Inselbote",
    ),
    (
        "a statement belongs to whoever made it",
        "*Nach/APPR { Angaben/NN der/ART Nordbank/NE AG/NE } [ regnet/VVFIN es/PPER ] ./$.",
        "Nordbank AG:organisation",
        "Nordbank AG",
    ),
    (
        "a statement with the name before it",
        "{ Hubers/NE Behauptung/NN } ,/$, [ dass/KOUS es/PPER regne/VVFIN ] ,/$, stimmt/VVFIN ./$.",
        "Karl Huber|Hubers:person:m",
        "Karl Huber",
    ),
    (
        "the club's people",
        REGNE + " { die/ART Bremer/NN/Number=Plur } ./$.",
        "SV Bremen~Bremer:organisation",
        "SV Bremen",
    ),
]

PRONOUNS = [
    ("male", OPENING + REGNE + " { er/PPER } ./$.", "Karl Huber"),
    ("female", OPENING + REGNE + " { sie/PPER } ./$.", "Eva Vogt"),
    ("demonstrative", OPENING + REGNE + " { dieser/PDS } ./$.", "Karl Huber"),
    (
        "possessive",
        OPENING + "{ Ihre/PPOSAT Behauptung/NN } ,/$, [ es/PPER regne/VVFIN ] ,/$, stimmt/VVFIN ./$.",
        "Eva Vogt",
    ),
    (
        "relative pronoun",
        "Karl/NE traf/VVFIN Eva/NE/obj> Vogt/NE/flat>Eva ,/$, { die/PRELS/nsubj>sagte } "
        "*sagte/VVFIN/acl:relcl>Eva/Number=Sing ,/$, [ es/PPER regne/VVFIN ] ./$.",
        "Eva Vogt",
    ),
    (
        "not somebody inside the quote",
        OPENING + "[ Karl/NE/nsubj> Huber/NE irre/VVFIN ] ,/$, " + SAID + " { er/PPER } ./$.",
        "Karl Huber",
    ),
    (
        "the verb says plural, nobody plural is there",
        OPENING + "[ Es/PPER regne/VVFIN ] ,/$, *sagten/VVFIN/Number=Plur { sie/PPER } ./$.",
        None,
    ),
    ("nobody before", REGNE + " { er/PPER } ./$.", None),
    (
        "one who is spoken of in the statement alone",
        "[ Karl/NE/nsubj> Huber/NE/flat>Karl fror/VVFIN ] ,/$, "
        "wie/KOKOM { er/PPER/nsubj>behauptet } *behauptet/VVFIN ./$.",
        "Karl Huber",
    ),
    (
        "was opens what is said",
        OPENING + "{ Was/PWS } bleibt/VVFIN ,/$, *sagt/VVFIN sie/PPER ,/$, [ störe/VVFIN ] ./$.",
        "Eva Vogt",
    ),
]

MINISTER = (
    "Die/ART Umweltministerin/NN/Gender=Fem "
    + "Eva/NE/nsubj> Vogt/NE/flat>Eva traf/VVFIN Karl/NE/obj> Huber/NE ./$. | "
)
NOMINALS = [
    ("short form of the office", MINISTER, "die/ART Ministerin/NN/Gender=Fem", "Eva Vogt"),
    ("age", MINISTER, "der/ART 41-Jährige/NN/Gender=Masc", "Karl Huber"),
    ("age, adjective tag", MINISTER, "die/ART 41-Jährige/ADJA", "Eva Vogt"),
    ("calling", MINISTER, "die/ART Politikerin/NN/Gender=Fem", "Eva Vogt"),
    ("an office that nobody named holds", MINISTER, "der/ART Bürgermeister/NN/Gender=Masc", "Bürgermeister"),
    ("indefinite is somebody new", MINISTER, "ein/ART Politiker/NN/Gender=Masc", "Politiker"),
    ("spokesman without a name", MINISTER, "ein/ART Sprecher/NN der/ART Polizei/NN Bremen/NE", "Sprecher"),
    ("plural", MINISTER, "ukrainische/ADJA Beamte/NN/Number=Plur", "ukrainische Beamte"),
    ("relative clause is cut", MINISTER, "Ein/ART alter/ADJA Rentner/NN ,/$, der/PRELS fror/VVFIN", "alter Rentner"),
    ("common noun for a body", MINISTER, "die/ART Polizei/NN", "Polizei"),
    ("compound of a statement", MINISTER, "Polizeiangaben/NN", "Polizei"),
]

BODIES = [
    ("die Staatsanwaltschaft", "Staatsanwaltschaft Verden", "die/ART Staatsanwaltschaft/NN/Gender=Fem"),
    ("company by its legal form", "Nordbank AG", "der/ART Konzern/NN/Gender=Masc"),
    ("club by its first word", "SC Achim", "der/ART Verein/NN/Gender=Masc"),
]

ALONE = [
    (
        "free speech goes on",
        REGNE + " { Karl/NE Huber/NE } ./$. | ( Er/PPER habe/VVFIN gefroren/VVPP ) ./$.",
        HUBER,
        ["Karl Huber", "Karl Huber"],
    ),
    (
        "a direct quote after its speaker's act",
        "Karl/NE/nsubj> Huber/NE/flat>Karl winkte/VVFIN ab/PTKVZ ./$. | „/$( < Ich/PPER gehe/VVFIN > “/$( ./$.",
        HUBER,
        ["Karl Huber"],
    ),
    (
        "words in marks inside an indirect quote",
        "{ Karl/NE Huber/NE } *sagte/VVFIN ,/$, [ es/PPER sei/VAFIN „/$( < zu/PTKA nass/ADJD > “/$( ] ./$.",
        HUBER,
        ["Karl Huber", "Karl Huber"],
    ),
    (
        "a dateline does not act",
        "Ulm/NE/nsubj> ./$. Es/PPER regnete/VVFIN ./$. | „/$( < Ich/PPER gehe/VVFIN > “/$( ./$.",
        "Ulm:place",
        [None],
    ),
    ("impersonal frame", "[ Es/PPER regne/VVFIN ] ,/$, *hieß/VVFIN es/PPER ./$.", HUBER, [None]),
    (
        "a headline that the body repeats",
        "„/$( < Wir/PPER bleiben/VVFIN > “/$( ¶ "
        "„/$( < Wir/PPER bleiben/VVFIN hier/ADV > “/$( ,/$, *sagte/VVFIN { Eva/NE Vogt/NE } ./$.",
        VOGT,
        ["Eva Vogt", "Eva Vogt"],
    ),
]

LENT = "Ute/NE/nsubj> Lenz/NE/flat>Ute"
ULF = "Ulf/NE/obj> Ohm/NE/flat>Ulf"
PLURAL = "[ Es/PPER regne/VVFIN ] ,/$, *sagten/VVFIN/Number=Plur"
TWO = "Ute Lenz|Lenz:person:f;Ulf Ohm|Ohm:person:m"
UNNAMED = [
    (
        "plural: two persons joined",
        f"{LENT} und/KON Ulf/NE/conj>Ute Ohm/NE/flat>Ulf gingen/VVFIN ./$. | {PLURAL} {{ sie/PPER }} ./$.",
        TWO,
        ["Ute Lenz und Ulf Ohm"],
    ),
    (
        "beide: the two persons mentioned",
        f"{LENT} traf/VVFIN {ULF} ./$. | {PLURAL} {{ beide/PIS }} ./$.",
        TWO,
        ["Ute Lenz und Ulf Ohm"],
    ),
    ("beide, where only one is named", f"{LENT} ging/VVFIN ./$. | {PLURAL} {{ beide/PIS }} ./$.", TWO, [None]),
    (
        "one of many stays unnamed",
        f"{LENT} ging/VVFIN ./$. | {REGNE} {{ einer/PIS mit/APPR Hut/NN }} ./$.",
        TWO,
        ["einer mit Hut"],
    ),
    (
        "signed behind a dash",
        "„/$( < Wir/PPER bauen/VVFIN ./$. > “/$( –/$( Ute/NE Lenz/NE ,/$, Rektorin/NN",
        TWO,
        ["Ute Lenz"],
    ),
    (
        "a dash and a sentence are no signature",
        "Es/PPER regnet/VVFIN ¶ „/$( < Wir/PPER bauen/VVFIN ./$. > “/$( –/$( so/ADV hofft/VVFIN Ute/NE Lenz/NE",
        TWO,
        [None],
    ),
    (
        "the person whom the headline names besides the quote",
        "„/$( < Wir/PPER bleiben/VVFIN > “/$( :/$. Ute/NE/nsubj> Lenz/NE/flat>Ute kämpft/VVFIN ¶ "
        "Es/PPER regnete/VVFIN ./$.",
        TWO,
        ["Ute Lenz"],
    ),
    (
        "an adjective says whose statement it is",
        "*Nach/APPR { polnischen/ADJA Angaben/NN } [ regnet/VVFIN es/PPER ] ./$.",
        "Polen~polnischen:place",
        ["Polen"],
    ),
    (
        "offices that share a part",
        REGNE + " { der/ART Bau-/TRUNC ,/$, Verkehrs-/TRUNC und/KON Umweltdirektor/NN Ulf/NE Ohm/NE } ./$.",
        TWO,
        ["Ulf Ohm"],
    ),
    (
        "his own statement is that of the sentence's subject",
        "Ulf/NE/nsubj> Ohm/NE/flat>Ulf traf/VVFIN Ute/NE/obj> Lenz/NE/flat>Ute ./$. | "
        "*Nach/APPR { eigenen/ADJA Angaben/NN } [ fror/VVFIN Ute/NE/nsubj>fror Lenz/NE/flat>Ute ] ./$.",
        TWO,
        ["Ute Lenz"],
    ),
    (
        "his own statement is that of the subject nearest before it",
        "Ulf/NE/nsubj> Ohm/NE/flat>Ulf blieb/VVFIN und/KON Ute/NE/nsubj>ging Lenz/NE/flat>Ute ging/VVFIN ,/$, "
        "[ weil/KOUS es/PPER *nach/APPR { eigenem/ADJA Bekunden/NN } zog/VVFIN ] ./$.",
        TWO,
        ["Ute Lenz"],
    ),
    (
        "a compound that begins with a body is that body's",
        "Ulmer/NE/nsubj> AG/NE/flat>Ulmer wuchs/VVFIN ./$. | "
        "*Nach/APPR { Unternehmensangaben/NN } [ wächst/VVFIN der/ART Umsatz/NN ] ./$.",
        "Ulmer AG:organisation",
        ["Ulmer AG"],
    ),
    (
        "a compound that begins with another body is not",
        "Ulmer/NE/nsubj> AG/NE/flat>Ulmer wuchs/VVFIN ./$. | "
        "*Nach/APPR { Polizeiangaben/NN } [ brannte/VVFIN der/ART Hof/NN ] ./$.",
        "Ulmer AG:organisation",
        ["Polizei"],
    ),
    (
        "the reasons of a ruling are the court's, not those of a party",
        "Das/ART Landgericht/NN/nsubj> Ulm/NE/flat>Landgericht gab/VVFIN der/ART Ohm/NE/obj> AG/NE/flat>Ohm recht/ADJD "
        "./$. | [ Es/PPER regne/VVFIN ] ,/$, *heißt/VVFIN es/PPER in/APPR der/ART Begründung/NN ./$.",
        "Landgericht Ulm:organisation;Ohm AG:organisation",
        ["Landgericht Ulm"],
    ),
    (
        "a genitive alone is whose office it is",
        "[ Es/PPER regne/VVFIN ] ,/$, *sagte/VVFIN { Achims/NE } Sportdirektorin/NN Ute/NE Lenz/NE ./$.",
        TWO + ";SC Achim|Achims:organisation",
        ["Ute Lenz"],
    ),
    (
        "a title between office and name",
        "[ Es/PPER regne/VVFIN ] ,/$, *sagte/VVFIN { Obfrau/NN } Mag./NN Ute/NE Lenz/NE ./$.",
        TWO,
        ["Ute Lenz"],
    ),
    (
        "both are the two mentioned last",
        f"{LENT} schwieg/VVFIN ./$. | Karl/NE/nsubj> Huber/NE/flat>Karl traf/VVFIN {ULF} ./$. | "
        + PLURAL
        + " { beide/PIS } ./$.",
        TWO + ";" + HUBER,
        ["Karl Huber und Ulf Ohm"],
    ),
    (
        "both are nobody among three",
        f"{LENT} traf/VVFIN Karl/NE/obj> Huber/NE/flat>Karl bei/APPR Ulf/NE/obl> Ohm/NE/flat>Ulf ./$. | "
        + PLURAL
        + " { beide/PIS } ./$.",
        TWO + ";" + HUBER,
        [None],
    ),
    (
        "an office of no known holder is the one whose role the text leaves out",
        f"{LENT} winkte/VVFIN ./$. | " + REGNE + " { die/ART Intendantin/NN/Gender=Fem } ./$.",
        TWO,
        ["Ute Lenz"],
    ),
]

REPAIRED = [
    (
        "no subject in the parse: behind the verb",
        "„/$( < Ich/PPER gehe/VVFIN > “/$( ,/$, *betonte/VVFIN der/ART Trainer/NN Karl/NE Huber/NE gestern/ADV ./$.",
        "der Trainer Karl Huber",
    ),
    (
        "no subject in the parse: between wie and the verb, over an apposition",
        "[ Es/PPER regnet/VVFIN ] ,/$, wie/KOKOM Karl/NE Huber/NE ,/$, der/ART Leiter/NN ,/$, *mitteilte/VVFIN ./$.",
        "Karl Huber",
    ),
    (
        "the sentence before is no subject",
        "{ Bremen/NE } schlief/VVFIN ./$. Karl/NE Huber/NE *sagte/VVFIN ,/$, [ es/PPER regne/VVFIN ] ./$.",
        "Karl Huber",
    ),
    (
        "a dative is no subject",
        "{ Der/ART Zeitung/NN/Gender=Fem } *sagte/VVFIN Karl/NE Huber/NE ,/$, [ es/PPER regne/VVFIN ] ./$.",
        "Karl Huber",
    ),
    (
        "a dateline is no subject",
        "{ Bremen/NE } –/$( Trainer/NN Karl/NE Huber/NE *sagte/VVFIN ,/$, [ es/PPER regne/VVFIN ] ./$.",
        "Trainer Karl Huber",
    ),
    ("an article alone", REGNE + " { der/ART } Trainer/NN Karl/NE Huber/NE ./$.", "der Trainer Karl Huber"),
    ("the name behind the office", REGNE + " { der/ART Trainer/NN } von/APPR Ulm/NE ,/$, Karl/NE Huber/NE ./$.", None),
    ("the role before the name", REGNE + " der/ART Trainer/NN { Karl/NE Huber/NE } ./$.", "der Trainer Karl Huber"),
    ("the party behind the name", REGNE + " { Karl/NE Huber/NE } (/$( FDP/NE )/$( ./$.", "Karl Huber (FDP)"),
    (
        "the agent of a passive",
        "{ Ihr/PPER } *wird/VAFIN von/APPR Karl/NE Huber/NE *vorgeworfen/VVPP ,/$, [ zu/PTKZU lügen/VVINF ] ./$.",
        "Karl Huber",
    ),
    (
        "named beside an impersonal verb",
        "[ Es/PPER regne/VVFIN ] ,/$, *hieß/VVFIN es/PPER bei/APPR Karl/NE Huber/NE ./$.",
        "Karl Huber",
    ),
]

TAKEN_UP = [
    ("kin is somebody new", "Die/ART Tochter/NN/Gender=Fem", "", "Tochter"),
    ("a possessive brings in somebody new", "Ihre/PPOSAT Kollegin/NN/Gender=Fem", "", "Kollegin"),
    ("another ministry", "die/ART Finanzministerin/NN/Gender=Fem", "", "Finanzministerin"),
    ("another country's", "die/ART dänische/ADJA Ministerin/NN/Gender=Fem", "", "dänische Ministerin"),
    ("her own country's", "die/ART polnische/ADJA Ministerin/NN/Gender=Fem", "", "Eva Vogt"),
    ("a people", "die/ART Polin/NN/Gender=Fem", "", "Eva Vogt"),
    ("police of another name", "die/ART Polizei/NN/Gender=Fem", "Bundespolizei:organisation", "Polizei"),
    ("judges stand for their court", "die/ART Richter/NN/Number=Plur", "Gerichtshof:organisation", "Gerichtshof"),
    ("a compound is a body of its own", "der/ART Agrarkonzern/NN/Gender=Masc", "Nordfunk:organisation", "Agrarkonzern"),
    ("hyphen in two", "Kongress-/TRUNC und/KON Armeekreise/NN", "", "Kongress- und Armeekreise"),
]

JOINED = [
    ("two places", "Auch/ADV Paris/NE und/KON Rom/NE", "sagten", "Paris und Rom"),
    ("two offices of one person", "Minister/NN und/KON Parteichef/NN Karl/NE Huber/NE", "sagte", "Karl Huber"),
]


@pytest.mark.parametrize(
    ("reason", "notation", "entities", "name"), NAMED, ids=lambda v: v if isinstance(v, str) and len(v) < 60 else ""
)
def test_named_speaker(reason: str, notation: str, entities: str, name: str) -> None:
    (speaker,) = resolve(notation, entities)
    assert (speaker.kind, speaker.name) == ("entity", name)


@pytest.mark.parametrize(("reason", "notation", "name"), PRONOUNS, ids=[p[0] for p in PRONOUNS])
def test_pronoun(reason: str, notation: str, name: str | None) -> None:
    (speaker,) = resolve(notation, f"{HUBER};{VOGT}")
    assert speaker.name == name
    assert speaker.span is not None
    assert speaker.evidence


@pytest.mark.parametrize(("reason", "opening", "phrase", "name"), NOMINALS, ids=[n[0] for n in NOMINALS])
def test_nominal(reason: str, opening: str, phrase: str, name: str) -> None:
    (speaker,) = resolve(f"{opening}{REGNE} {{ {phrase} }} ./$.", f"{HUBER};{VOGT}:Umweltministerin")
    assert speaker.name == name
    assert speaker.kind == ("entity" if " " in name and name.istitle() else "described")


@pytest.mark.parametrize(("reason", "body", "phrase"), BODIES, ids=[b[0] for b in BODIES])
def test_body(reason: str, body: str, phrase: str) -> None:
    words = " ".join(f"{w}/{'NN' if len(w) > 6 else 'NE'}/nsubj>" for w in body.split())
    (speaker,) = resolve(f"{words} schwieg/VVFIN ./$. | {REGNE} {{ {phrase} }} ./$.", f"{body}:organisation")
    assert speaker.name == body


@pytest.mark.parametrize(("reason", "notation", "entities", "names"), ALONE, ids=[a[0] for a in ALONE])
def test_words_that_stand_alone(reason: str, notation: str, entities: str, names: list[str | None]) -> None:
    assert [s.name for s in resolve(notation, entities)] == names


@pytest.mark.parametrize(("reason", "notation", "entities", "names"), UNNAMED, ids=[u[0] for u in UNNAMED])
def test_unnamed_in_its_frame(reason: str, notation: str, entities: str, names: list[str | None]) -> None:
    assert [s.name for s in resolve(notation, entities)] == names


@pytest.mark.parametrize(("reason", "phrase", "verb", "name"), JOINED, ids=[j[0] for j in JOINED])
def test_two_speakers(reason: str, phrase: str, verb: str, name: str) -> None:
    notation = f"[ Es/PPER regne/VVFIN ] ,/$, *{verb}/VVFIN {{ {phrase} }} ./$."
    (speaker,) = resolve(notation, f"{HUBER};Paris:place;Rom:place")
    assert speaker.name == name


@pytest.mark.parametrize(("reason", "notation", "phrase"), REPAIRED, ids=[r[0] for r in REPAIRED])
def test_phrase_is_found_or_mended(reason: str, notation: str, phrase: str | None) -> None:
    (speaker,) = resolve(notation, f"{HUBER};Bremen:place;Ulm:place")
    assert speaker.name == "Karl Huber"
    assert speaker.span is not None
    assert phrase is None or speaker.span.text == phrase


@pytest.mark.parametrize(("reason", "phrase", "entities", "name"), TAKEN_UP, ids=[t[0] for t in TAKEN_UP])
def test_who_is_taken_up(reason: str, phrase: str, entities: str, name: str) -> None:
    opening = (
        "Polens/NE Umweltministerin/NN/Gender=Fem Eva/NE/nsubj> Vogt/NE/flat>Eva traf/VVFIN den/ART Rat/NN ./$. | "
    )
    bodies = "".join(f"{e.split(':')[0]}/NN/nsubj> schwieg/VVFIN ./$. | " for e in filter(None, [entities]))
    vogt = f"{VOGT}:Polens Umweltministerin"
    places = "Polen|Polens~polnische|Polin:place;Dänemark~dänische:place"
    (speaker,) = resolve(
        f"{opening}{bodies}{REGNE.replace('sagte', 'sagten' if 'Plur' in phrase else 'sagte')} {{ {phrase} }} ./$.",
        f"{vogt};{places};{entities}",
    )
    assert speaker.name == name


def test_pronoun_is_not_its_neighbour() -> None:
    notation = (
        "Karl/NE/nsubj> Huber/NE/flat>Karl kam/VVFIN ./$. | Den/ART Bund/NE/obj>forderte *forderte/VVFIN "
        "{ er/PPER/nsubj>forderte } auf/PTKVZ ,/$, [ zu/PTKZU zahlen/VVINF ] ./$."
    )
    (speaker,) = resolve(notation, f"{HUBER};Bund:organisation")
    assert speaker.name == "Karl Huber"


def test_a_pronoun_shows_the_gender_for_later_ones() -> None:
    notation = (
        f"Kim/NE/nsubj> Berg/NE/flat>Kim kam/VVFIN ./$. | {REGNE} {{ sie/PPER }} ./$. | "
        f"Berg/NE/nsubj> ging/VVFIN ./$. | {REGNE} {{ er/PPER }} ./$."
    )
    first, second = resolve(notation, "Kim Berg|Berg:person")
    assert (first.name, second.name) == ("Kim Berg", None)


def test_demnach_stands_for_the_speaker() -> None:
    notation = f"{REGNE} {{ Karl/NE Huber/NE }} ./$. | *Demnach/PROAV [ bleibt/VVFIN es/PPER nass/ADJD ] ./$."
    _, second = resolve(notation, HUBER)
    assert second.name == "Karl Huber"
    assert second.span is not None
    assert second.span.text == "Demnach"


def test_words_after_a_nested_quote_belong_to_the_outer_speaker() -> None:
    notation = (
        f"{REGNE} {{ Karl/NE Huber/NE }} ./$. | {'{'} Karl/NE Huber/NE {'}'} *meint/VVFIN ,/$, "
        "[ es/PPER sei/VAFIN „/$( < zu/PTKA nass/ADJD > “/$( ] ./$. | ( Er/PPER friere/VVFIN ) ./$."
    )
    assert [s.name for s in resolve(notation, HUBER)] == ["Karl Huber"] * 4


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["direct", "indirect", "reported", "free"]),
            st.integers(0, 20), st.integers(1, 8), st.integers(0, 22), st.integers(1, 6), st.booleans(),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_any_candidates_get_speakers_of_the_text(drawn: list[tuple]) -> None:
    doc = make_doc(f"{OPENING}Der/ART Chef/NN von/APPR Ulm/NE *sagte/VVFIN ,/$, Ulm/NE sei/VAFIN schön/ADJD ./$.")
    size = len(doc)
    candidates = [
        Candidate(
            kind,
            ((a, min(a + n, size)),),
            "any",
            cues=(min(b, size - 1),),
            attribution=Attribution("subject", (b, b + m) if own and b + m <= size else None, min(b, size - 1)),
        )
        for kind, a, n, b, m, own in drawn
        if a < size
    ]
    entities = make_entities(doc.text, f"{HUBER};{VOGT};Ulm:place")
    speakers = resolve_speakers(View(doc), candidates, entities)
    assert len(speakers) == len(candidates)
    for speaker in speakers:
        if speaker.span is not None:
            assert doc.text[speaker.span.start : speaker.span.end] == speaker.span.text


def test_span_is_the_words_that_name_the_speaker() -> None:
    first, second = resolve(
        REGNE + " { die/ART Chefin/NN Eva/NE Vogt/NE } ./$. | ( Er/PPER habe/VVFIN gefroren/VVPP ) ./$.", VOGT
    )
    assert first.span is not None
    assert first.span.text == "die Chefin Eva Vogt"
    assert second.span == first.span
