"""An article with its records made by hand: what the tests of records, queries and the command line look at."""

from __future__ import annotations

from newsents.article import Article
from newsents.records import (
    DescribedSpeaker,
    EntitySpeaker,
    Mention,
    Organisation,
    Person,
    Place,
    Quote,
    Role,
    Span,
    UnknownSpeaker,
)

SENTENCES = (
    "Außenministerin Alma Brandt reiste mit Boris Keller nach Wien. ",
    "„Brandts Plan ist gut“, sagte Keller. ",
    "Wien und Brandt schweigen, klagen österreichische Beamte. ",
    "„Das“, hieß es, „kostet die EU viel.“ ",
    "Ben Keller von der EU-Kommission lobte Brandt.",
)
TEXT = "".join(SENTENCES)


def span(words: str, after: str = "") -> Span:
    """The first place of `words` in the text behind `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start=start, end=start + len(words), text=words)


def mention(words: str, after: str = "", form: str = "name") -> Mention:
    return Mention.model_validate({**span(words, after).model_dump(), "form": form})


def make_article() -> Article:
    minister = span("Außenministerin")
    alma = Person(
        id="p1",
        name="Alma Brandt",
        mentions=(
            mention("Alma Brandt"),
            mention("Brandts"),
            mention("Brandt", "Wien und"),
            mention("Brandt", "lobte"),
        ),
        roles=(Role(**minister.model_dump()),),
        gender="female",
    )
    boris = Person(id="p2", name="Boris Keller", mentions=(mention("Boris Keller"), mention("Keller", "sagte")))
    wien = Place(id="l1", name="Wien", mentions=(mention("Wien"), mention("Wien", "sagte")))
    austria = Place(id="l2", name="Österreich", mentions=(mention("österreichische", form="derived"),))
    eu = Organisation(id="o1", name="EU", mentions=(mention("EU"),))
    ben = Person(id="p3", name="Ben Keller", mentions=(mention("Ben Keller"),))
    commission = Organisation(id="o2", name="EU-Kommission", mentions=(mention("EU-Kommission"),))
    quotes = (
        Quote(
            id="q1",
            kind="direct",
            spans=(span("Brandts Plan ist gut"),),
            speaker=EntitySpeaker(name="Boris Keller", entity_id="p2", span=span("Keller", "sagte")),
            cues=(span("sagte"),),
        ),
        Quote(
            id="q2",
            kind="indirect",
            spans=(span("Wien und Brandt schweigen"),),
            speaker=DescribedSpeaker(name="österreichische Beamte", span=span("österreichische Beamte")),
            cues=(span("klagen"),),
        ),
        Quote(
            id="q3",
            kind="direct",
            spans=(span("Das", "Beamte"), span("kostet die EU viel.")),
            speaker=UnknownSpeaker(),
            cues=(span("hieß"),),
        ),
        Quote(
            id="q4",
            kind="reported",
            spans=(span("Brandt", "lobte"),),
            speaker=EntitySpeaker(name="Ben Keller", entity_id="p3", span=span("Ben Keller")),
            cues=(span("lobte"),),
        ),
    )
    bounds, start = [], 0
    for sentence in SENTENCES:
        bounds.append((start, start + len(sentence.rstrip())))
        start += len(sentence)
    entities = (alma, boris, wien, austria, eu, ben, commission)
    return Article(text=TEXT, entities=entities, quotes=quotes, sentences=tuple(bounds))
