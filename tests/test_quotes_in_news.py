"""Who said what in whole texts, by the embedded model: one linguistic reason a row, with what only looks alike.

¶ is the end of a paragraph, ⏎ that of a line. Each quote is (kind, its words, its speaker).
"""

from __future__ import annotations

import pytest

import newsents

Row = tuple[str, str, list[tuple[str, str, str | None]]]

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
    (
        "words in marks at the end of a topic",
        "Werft verliert Auftrag: „Ein schwarzer Tag für die Insel“",
        [("direct", "Ein schwarzer Tag für die Insel", "Werft")],
    ),
    (
        "behind a dash",
        "Schiff gesunken – „Wir haben nur das Licht gesehen“",
        [("direct", "Wir haben nur das Licht gesehen", None)],
    ),
    (
        "looks alike: a name of one word",
        "Sturmtief „Wenke“ deckt Dächer ab",
        [],
    ),
    (
        "a line in marks",
        "„Viel Lärm, wenig Geld“",
        [("direct", "Viel Lärm, wenig Geld", None)],
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
COLONS: list[Row] = [
    (
        "behind the author's clause, by the one whom it is about",
        "Bürgermeister Jan Ohm winkte ab: Das Bad sei nicht zu retten.",
        [("indirect", "Das Bad sei nicht zu retten", "Jan Ohm")],
    ),
    (
        "though the clause has no verb of speaking and names nobody who can speak",
        "Ida Kron verlor. Der Abend nahm eine Wende: Das Ergebnis sei ungültig, die Wahl werde wiederholt.",
        [("indirect", "Das Ergebnis sei ungültig, die Wahl werde wiederholt", "Ida Kron")],
    ),
    (
        "what stands behind the colon of a free statement belongs to it",
        "Ida Kron sagte, das Schiff sei dicht. Es gebe nur einen Fehler: die Pumpe.",
        [("indirect", "das Schiff sei dicht", "Ida Kron"), ("free", "Es gebe nur einen Fehler: die Pumpe", "Ida Kron")],
    ),
    (
        "a request before it",
        "Anwältin Ida Kron bat um ein mildes Urteil: Ihr Mandant habe alles bezahlt.",
        [("reported", "um ein mildes Urteil", "Ida Kron"), ("indirect", "Ihr Mandant habe alles bezahlt", "Ida Kron")],
    ),
    (
        "looks alike: news in the indicative",
        "Bürgermeister Jan Ohm winkte ab: Das Bad ist seit Mai geschlossen.",
        [],
    ),
    (
        "behind a semicolon, in the second subjunctive",
        "Ida Kron sagte, das Schiff sei dicht; ohne die Pumpe läge es am Grund.",
        [
            ("indirect", "das Schiff sei dicht", "Ida Kron"),
            ("free", "ohne die Pumpe läge es am Grund", "Ida Kron"),
        ],
    ),
]

UNLISTED: list[Row] = [
    (
        "any verb behind a whole statement in the subjunctive",
        "Der Kahn sei nicht zu retten, brummelte Kapitän Till Marx.",
        [("indirect", "Der Kahn sei nicht zu retten", "Till Marx")],
    ),
    (
        "behind one that a clause begins",
        "Wer das Schiff liebe, müsse es verkaufen, seufzte Till Marx.",
        [("indirect", "Wer das Schiff liebe, müsse es verkaufen", "Till Marx")],
    ),
    (
        "looks alike: a relative clause in the subjunctive",
        "Der Plan, der zu teuer sei, ärgerte Till Marx.",
        [],
    ),
    (
        "looks alike: whoever does so",
        "Wer so etwas behaupte, ärgert Till Marx.",
        [],
    ),
    (
        "a frame inside a statement that waits for its verb",
        "Sie habe, sagte Ida Kron, keinen Fehler gemacht.",
        [("indirect", "Sie habe … keinen Fehler gemacht", "Ida Kron")],
    ),
    (
        "with an apposition in the frame",
        "Sie habe, sagte Ida Kron, die Direktorin der Werft, keinen Fehler gemacht.",
        [("indirect", "Sie habe … keinen Fehler gemacht", "Ida Kron")],
    ),
    (
        "ohne before a noun begins no clause of purpose",
        "Ohne die Pumpe sei das Schiff verloren, sagte Ida Kron.",
        [("indirect", "Ohne die Pumpe sei das Schiff verloren", "Ida Kron")],
    ),
    (
        "looks alike: ohne zu does",
        "Ohne zu zögern, sprang Ida Kron ins Boot.",
        [],
    ),
    (
        "what is to be heard",
        "Aus der Werft war zu hören, das Schiff sei dicht.",
        [("indirect", "das Schiff sei dicht", "Werft")],
    ),
    (
        "what is talked of",
        "In dem Gutachten ist von „schweren Mängeln am Rumpf“ die Rede.",
        [
            ("reported", "von „schweren Mängeln am Rumpf“", "Gutachten"),
            ("direct", "schweren Mängeln am Rumpf", "Gutachten"),
        ],
    ),
    (
        "looks alike: a speech",
        "Es war die Rede der Ministerin.",
        [],
    ),
]

INNER: list[Row] = [
    (
        "what another said, inside marked speech",
        "„Mein Lehrer hat gesagt, das Schiff sei dicht“, erzählte Ida Kron.",
        [
            ("direct", "Mein Lehrer hat gesagt, das Schiff sei dicht", "Ida Kron"),
            ("indirect", "das Schiff sei dicht", "Lehrer"),
        ],
    ),
    (
        "by the speaker, to somebody",
        "„Ich habe ihm gesagt, er soll gehen“, erzählte Ida Kron.",
        [("direct", "Ich habe ihm gesagt, er soll gehen", "Ida Kron"), ("indirect", "er soll gehen", "Ida Kron")],
    ),
    (
        "looks alike: the speaker's own words now",
        "„Wir sagen nicht, dass das Schiff sinkt“, erklärte Ida Kron.",
        [("direct", "Wir sagen nicht, dass das Schiff sinkt", "Ida Kron")],
    ),
    (
        "a statement about a statement",
        "Der Kapitän habe behauptet, das Schiff sei dicht, erinnerte Ida Kron.",
        [
            ("indirect", "Der Kapitän habe behauptet, das Schiff sei dicht", "Ida Kron"),
            ("indirect", "das Schiff sei dicht", "Kapitän"),
        ],
    ),
    (
        "the question of somebody who is named",
        "Auf die Frage eines Reporters, ob das Schiff sinke, schwieg Ida Kron.",
        [("indirect", "ob das Schiff sinke", "Reporter")],
    ),
    (
        "looks alike: nobody asks",
        "Offen ist die Frage, ob das Schiff sinkt.",
        [],
    ),
    (
        "the request of somebody",
        "Ein Antrag der Grünen, den Umbau zu stoppen, blieb ohne Mehrheit.",
        [("indirect", "den Umbau zu stoppen", "Grüne")],
    ),
    (
        "looks alike: a decision",
        "Der Stadtrat hat beschlossen, den Umbau zu stoppen.",
        [],
    ),
    (
        "what was said before, as an object",
        "Das Schiff ist gesunken. Die Werft bestreitet das.",
        [("reported", "das", "Werft")],
    ),
    (
        "looks alike: nothing is said of it",
        "Das Schiff ist gesunken. Ein Gutachten bestätigte das nicht.",
        [],
    ),
    (
        "looks alike: so many as never",
        "Die Werft baute elf Schiffe, so viele wie nie.",
        [],
    ),
    (
        "a claim with its clause is the object of the verb behind it",
        "Den Vorwurf der Gewerkschaft, die Werft habe gelogen, wies Ida Kron zurück.",
        [
            ("reported", "Den Vorwurf der Gewerkschaft, die Werft habe gelogen", "Ida Kron"),
            ("indirect", "die Werft habe gelogen", "Gewerkschaft"),
        ],
    ),
    (
        "looks alike: behind a preposition it is none",
        "Zum Vorwurf der Gewerkschaft, die Werft habe gelogen, schwieg Ida Kron.",
        [("indirect", "die Werft habe gelogen", "Gewerkschaft")],
    ),
]

TABLES = (ORDER, MOODS, SOURCES, HEADLINES, INTERVIEWS, PARAGRAPHS, SWISS, COLONS, UNLISTED, INNER)
ROWS = [row for table in TABLES for row in table]


@pytest.mark.parametrize(("reason", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_who_said_what(reason: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
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
