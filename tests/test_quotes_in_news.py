"""Who said what in whole texts, by the embedded model: one linguistic reason a row, with what only looks alike.

¶ is the end of a paragraph, ⏎ that of a line. Each quote is (kind, its words, its speaker).
"""

from __future__ import annotations

import pytest

import newsents

Row = tuple[str, str, list[tuple[str, str, str]]]

ORDER: list[Row] = [
    (
        "a claim rejects nobody: the object stands first",
        "Die Anschuldigungen wies Direktorin Ida Kron zurück.",
        [("reported", "Die Anschuldigungen", "Ida Kron")],
    ),
    (
        "with a genitive that could speak",
        "Die Forderung der Gewerkschaft lehnte Direktorin Ida Kron ab.",
        [("reported", "Die Forderung der Gewerkschaft", "Ida Kron")],
    ),
    (
        "the verb is plural, the noun before it singular",
        "Die Trainerin lobten die Spielerinnen.",
        [("reported", "Die Trainerin", "Spielerinnen")],
    ),
    (
        "looks alike: two who could speak, no form that tells them apart, the first is the subject",
        "Die Trainerin lobte die Mannschaft.",
        [("reported", "die Mannschaft", "Trainerin")],
    ),
    (
        "a nominative behind the verb, a feminine noun before it",
        "Die Werkstatt lobte der Prüfer.",
        [("reported", "Die Werkstatt", "Prüfer")],
    ),
    (
        "a dative by its adjective",
        "Der Neuen Seezeitung sagte Ida Kron, das Schiff sei dicht.",
        [("indirect", "das Schiff sei dicht", "Ida Kron")],
    ),
    (
        "a dative by its noun",
        "Der Agentur bestätigte Ida Kron, dass das Schiff dicht ist.",
        [("indirect", "dass das Schiff dicht ist", "Ida Kron")],
    ),
    (
        "marks around the addressee are no statement",
        "Dem „Seeboten“ sagte Kapitän Till Marx, das Schiff sei dicht.",
        [("indirect", "das Schiff sei dicht", "Till Marx")],
    ),
    (
        "looks alike: a masculine noun with the same article is the subject",
        "Der Kapitän sagte, das Schiff sei dicht.",
        [("indirect", "das Schiff sei dicht", "Kapitän")],
    ),
    (
        "a preposition behind its noun",
        "Der Reederei gegenüber gab Kapitän Till Marx an, er sei nüchtern gewesen.",
        [("indirect", "er sei nüchtern gewesen", "Till Marx")],
    ),
]
MOODS: list[Row] = [
    (
        "Konjunktiv I of a stem in t",
        "Kapitän Till Marx winkte ab. „Das Schiff ist dicht“, sagte er. Er leite die Fahrt selbst.",
        [("direct", "Das Schiff ist dicht", "Till Marx"), ("free", "Er leite die Fahrt selbst", "Till Marx")],
    ),
    (
        "looks alike: a weak past whose infinitive nobody lists",
        "„Das Schiff ist dicht“, sagte Kapitän Till Marx. Das überraschte die Reederei.",
        [("direct", "Das Schiff ist dicht", "Till Marx")],
    ),
]
SOURCES: list[Row] = [
    (
        "the agent of a passive does not belong to the source",
        "Das Tor wurde laut Feuerwehr von Nachbarn geöffnet.",
        [("indirect", "Das Tor wurde … von Nachbarn geöffnet", "Feuerwehr")],
    ),
    (
        "looks alike: a noun that needs a bearer takes it with von",
        "Das Tor wurde nach Angaben von Nachbarn geöffnet.",
        [("indirect", "Das Tor wurde … geöffnet", "Nachbarn")],
    ),
    (
        "an adjective has named whose they are",
        "Das Boot wurde nach norwegischen Angaben von Fischern geborgen.",
        [("indirect", "Das Boot wurde … von Fischern geborgen", "Norwegen")],
    ),
    (
        "a first part has named whose they are",
        "Das Boot wurde nach Polizeiangaben von Fischern geborgen.",
        [("indirect", "Das Boot wurde … von Fischern geborgen", "Polizei")],
    ),
    (
        "a predicate behind the source is no genitive of it",
        "Linz ist nach Angaben des Verbandes größter Hafen des Landes.",
        [("indirect", "Linz ist … größter Hafen des Landes", "Verband")],
    ),
    (
        "a timetable says nothing",
        "Das Boot legt laut Fahrplan um neun Uhr ab.",
        [],
    ),
    (
        "what stands before the colon is the author's",
        "Das Ergebnis überrascht: Laut Zoll fehlen zwei Container.",
        [("indirect", "fehlen zwei Container", "Zoll")],
    ),
]
HEADLINES: list[Row] = [
    (
        "a topic, then who says what",
        "Hochwasser: Landrätin warnt vor Panik",
        [("reported", "vor Panik", "Landrätin")],
    ),
    (
        "a body, then what must be",
        "Gewerkschaft: Werft muss Stellen sichern",
        [("indirect", "Werft muss Stellen sichern", "Gewerkschaft")],
    ),
    (
        "looks alike: a body, then what another does",
        "Bundesliga: Bremen entlässt Trainer",
        [],
    ),
    ("a time is no speaker", "Nach der Wahl: Parteien beginnen Gespräche", []),
    (
        "a speaker before words in marks, however few",
        "Kapitän Marx: „Alles dicht“¶Kapitän Till Marx winkt ab.",
        [("direct", "Alles dicht", "Till Marx")],
    ),
    (
        "a person behind the words speaks them",
        "„Wir legen ab“: Marx verlässt Hafen¶Kapitän Till Marx geht.",
        [("direct", "Wir legen ab", "Till Marx")],
    ),
    (
        "looks alike: what is behind the words is nobody; the article says who",
        "„Wir legen ab“: Hafen verliert Fähre¶„Wir legen ab“, sagt Kapitän Till Marx.",
        [("direct", "Wir legen ab", "Till Marx"), ("direct", "Wir legen ab", "Till Marx")],
    ),
    (
        "a signature behind a dash",
        "„Der Hafen bleibt offen.“ – Till Marx, Kapitän",
        [("direct", "Der Hafen bleibt offen.", "Till Marx")],
    ),
    (
        "age and party in brackets",
        "Ratsfrau Ida Kron (61, FDP): „Der Hafen bleibt offen.“",
        [("direct", "Der Hafen bleibt offen.", "Ida Kron")],
    ),
    (
        "signs of a ticker stay outside",
        "+++ Landrätin: Deich hält nicht stand +++",
        [("indirect", "Deich hält nicht stand", "Landrätin")],
    ),
]
INTERVIEWS: list[Row] = [
    (
        "labels, then a question and an answer of two paragraphs without",
        "Seebote: Frau Kron, ist das Schiff dicht?¶Ida Kron: Ja. Ganz sicher.¶Wer zahlt den Umbau?¶Der Bund.¶Und ich.",
        [
            ("direct", "Frau Kron, ist das Schiff dicht?", "Seebote"),
            ("direct", "Ja. Ganz sicher.", "Ida Kron"),
            ("direct", "Wer zahlt den Umbau?", "Seebote"),
            ("direct", "Der Bund. … Und ich.", "Ida Kron"),
        ],
    ),
    (
        "prose that names her from outside is no turn",
        "Seebote: Ist das Schiff dicht?¶Ida Kron: Ja.¶Ida Kron ist 61 und lebt in Emden.",
        [("direct", "Ist das Schiff dicht?", "Seebote"), ("direct", "Ja.", "Ida Kron")],
    ),
    (
        "looks alike: a list of facts",
        "Abfahrt: neun Uhr am Kai.¶Preis: zehn Euro.¶Wer kommt mit?¶Karten gibt es im Büro.",
        [],
    ),
]
PARAGRAPHS: list[Row] = [
    (
        "no mark at the head of the second paragraph",
        "Ida Kron sagte: „Das Schiff ist alt.¶Der Rost sitzt tief.“",
        [("direct", "Das Schiff ist alt. … Der Rost sitzt tief.", "Ida Kron")],
    ),
    (
        "marks at the head of each paragraph",
        "„Das Schiff ist alt.¶„Der Rost sitzt tief“, sagte Ida Kron.",
        [("direct", "Das Schiff ist alt. … Der Rost sitzt tief", "Ida Kron")],
    ),
    (
        "a line break inside",
        "Kapitän Till Marx schrieb: „Wir sind da!⏎Das Schiff ist dicht.“",
        [("direct", "Wir sind da! … Das Schiff ist dicht.", "Till Marx")],
    ),
    (
        "blanks inside the marks",
        '" Das Schiff ist dicht ", sagte Ida Kron.',
        [("direct", "Das Schiff ist dicht", "Ida Kron")],
    ),
    ("looks alike: inches", 'Das Rohr misst 50 " und ist aus Stahl, das andere 40 " und aus Blech.', []),
]
SWISS: list[Row] = [
    ("a preposition", "Gemäss Polizei ist die Strasse frei.", [("indirect", "ist die Strasse frei", "Polizei")]),
    (
        "a verb of two words",
        "Reto Amstutz liess wissen, dass er verzichte.",
        [("indirect", "dass er verzichte", "Reto Amstutz")],
    ),
    (
        "an impersonal verb",
        "Die Kosten seien hoch, heisst es bei der Bahn.",
        [("indirect", "Die Kosten seien hoch", "Bahn")],
    ),
    ("a weak verb", "Reto Amstutz begrüsste den Umbau.", [("reported", "den Umbau", "Reto Amstutz")]),
    ("looks alike: a name is given, nothing said", "Der Wirt hiess Reto und wohnte in Chur.", []),
]
TABLES = (ORDER, MOODS, SOURCES, HEADLINES, INTERVIEWS, PARAGRAPHS, SWISS)
ROWS = [row for table in TABLES for row in table]


@pytest.mark.parametrize(("reason", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_who_said_what(reason: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    article = newsents.extract(text.replace("¶", "\n\n").replace("⏎", "\n"))
    found = [(q.kind, " … ".join(s.text for s in q.spans), q.speaker.name) for q in article.quotes]
    assert found == expected, reason


ADDRESSEES = [
    (
        "before the verb, in the dative",
        "Der Neuen Seezeitung sagte Ida Kron, das Schiff sei dicht.",
        ["Neuen Seezeitung"],
    ),
    ("a pronoun", "Mir sagte Ida Kron, das Schiff sei dicht.", ["Mir"]),
    ("behind a name", "Ida Kron sagte dem Seeboten, das Schiff sei dicht.", ["Seeboten"]),
    ("looks alike: an object of the matter", "Ida Kron bestätigte den Umbau.", []),
]


@pytest.mark.parametrize(("reason", "text", "expected"), ADDRESSEES, ids=[row[0] for row in ADDRESSEES])
def test_to_whom(reason: str, text: str, expected: list[str]) -> None:
    quotes = newsents.extract(text).quotes
    assert [s.text for q in quotes for s in q.addressees] == expected, reason
