"""The constructions of reported speech, one example a row: its reason, the text, and what must be found in it."""

from __future__ import annotations

import pytest
from reported_speech import candidates, make_doc, sentences, words

# (reason, text, [(kind, statement, speaker as the frame names it, cues)])
ROWS: list[tuple[str, str, list[tuple[str, str, str, str]]]] = [
    (
        "dass-clause",
        "Die Ministerin sagte am Montag, dass die Schule schließt.",
        [("indirect", "dass die Schule schließt", "Die Ministerin", "sagte")],
    ),
    (
        "prefix far away",
        "Das Amt teilte der Zeitung am Montag mit, dass die Straße gesperrt bleibt.",
        [("indirect", "dass die Straße gesperrt bleibt", "Das Amt", "teilte mit")],
    ),
    (
        "perfect",
        "Der Verband hat gestern mitgeteilt, dass der Preis steigt.",
        [("indirect", "dass der Preis steigt", "Der Verband", "mitgeteilt")],
    ),
    (
        "subordinate frame",
        "Ein Sprecher, der mitteilte, dass alle leben, war erleichtert.",
        [("indirect", "dass alle leben", "Ein Sprecher", "mitteilte")],
    ),
    (
        "indirect question",
        "Die Richterin fragte, warum der Zeuge fehle.",
        [("indirect", "warum der Zeuge fehle", "Die Richterin", "fragte")],
    ),
    (
        "subjunctive main clause",
        "Der Trainer meinte, die Mannschaft habe gut gespielt.",
        [("indirect", "die Mannschaft habe gut gespielt", "Der Trainer", "meinte")],
    ),
    (
        "condition before the main clause",
        "Der Minister sagte, wenn es regne, werde das Fest verschoben.",
        [("indirect", "wenn es regne, werde das Fest verschoben", "Der Minister", "sagte")],
    ),
    (
        "infinitive",
        "Die Stadt versprach, neue Bäume zu pflanzen.",
        [("indirect", "neue Bäume zu pflanzen", "Die Stadt", "versprach")],
    ),
    (
        "infinitive, addressee",
        "Der Bürgermeister forderte die Bewohner auf, das Haus zu verlassen.",
        [("indirect", "das Haus zu verlassen", "Der Bürgermeister", "forderte auf")],
    ),
    (
        "speech within speech",
        "„Ein Kollege sagte mir: ‚Lass die Finger davon.‘“, erinnert sich Huber.",
        [
            ("direct", "Ein Kollege sagte mir: ‚Lass die Finger davon.‘", "Huber", "erinnert"),
            ("direct", "Lass die Finger davon.", "Ein Kollege", "sagte"),
        ],
    ),
    (
        "who is cited, in the passive",
        "„Wir prüfen das“, wird Panetta zitiert.",
        [("direct", "Wir prüfen das", "Panetta", "zitiert")],
    ),
    (
        "who is cited by another",
        "Die Zeitung zitierte Lynch mit den Worten: „Das wird groß.“",
        [("direct", "Das wird groß.", "Lynch", "zitierte")],
    ),
    (
        "through another",
        "„Wir prüfen das“, ließ die Ministerin am Montag mitteilen.",
        [("direct", "Wir prüfen das", "die Ministerin", "mitteilen")],
    ),
    (
        "passive without agent",
        "Ihm wird vorgeworfen, Geld genommen zu haben.",
        [("indirect", "Geld genommen zu haben", "", "vorgeworfen")],
    ),
    (
        "es heißt, source behind a preposition",
        "In dem Bericht heißt es, dass die Kosten steigen.",
        [("indirect", "dass die Kosten steigen", "In dem Bericht", "heißt")],
    ),
    (
        "frame goes on behind the statement",
        "Als er sagte, dass er geht, lachten alle.",
        [("indirect", "dass er geht", "er", "sagte")],
    ),
    (
        "statement before the verb",
        "Der Umsatz sei gestiegen, sagte die Chefin.",
        [("indirect", "Der Umsatz sei gestiegen", "die Chefin", "sagte")],
    ),
    (
        "frame inside the statement",
        "Der Schaden, sagte die Polizei, sei gering.",
        [("indirect", "Der Schaden … sei gering", "die Polizei", "sagte")],
    ),
    (
        "bracket open at the frame",
        "Sie hat, so beteuert sie, die Rechnung bezahlt.",
        [("indirect", "Sie hat … die Rechnung bezahlt", "sie", "beteuert")],
    ),
    (
        "hieß es",
        "Die Gespräche seien beendet, hieß es.",
        [("indirect", "Die Gespräche seien beendet", "", "hieß")],
    ),
    (
        "so",
        "Das Lager sei abgebrannt, so Huber weiter.",
        [("indirect", "Das Lager sei abgebrannt", "Huber", "so")],
    ),
    (
        "so, statement goes on behind a semicolon",
        "Das Lager sei abgebrannt, so Huber; eine Ursache sei nicht in Sicht.",
        [
            ("indirect", "Das Lager sei abgebrannt", "Huber", "so"),
            ("free", "eine Ursache sei nicht in Sicht", "", ""),
        ],
    ),
    (
        "wie behind",
        "Der Strom fiel aus, wie der Versorger am Donnerstag mitteilte.",
        [("indirect", "Der Strom fiel aus", "der Versorger", "mitteilte")],
    ),
    (
        "wie before",
        "Wie die Polizei berichtete, brannte der Keller aus.",
        [("indirect", "brannte der Keller aus", "die Polizei", "berichtete")],
    ),
    (
        "laut",
        "Laut Polizei blieb der Fahrer unverletzt.",
        [("indirect", "blieb der Fahrer unverletzt", "Polizei", "Laut")],
    ),
    (
        "laut inside",
        "Anlass ist laut Huber der strenge Winter.",
        [("indirect", "Anlass ist … der strenge Winter", "Huber", "laut")],
    ),
    (
        "zufolge",
        "Einem Bericht der Zeitung zufolge schließt das Werk.",
        [("indirect", "schließt das Werk", "Einem Bericht der Zeitung", "zufolge")],
    ),
    (
        "nach Angaben",
        "Der Pegel stieg nach Angaben des Amtes um zehn Meter.",
        [("indirect", "Der Pegel stieg … um zehn Meter", "Angaben des Amtes", "nach Angaben")],
    ),
    (
        "Ansicht nach",
        "Der Vertrag ist ihrer Ansicht nach ungültig.",
        [("indirect", "Der Vertrag ist … ungültig", "ihrer Ansicht", "Ansicht nach")],
    ),
    (
        "aus Sicht",
        "Aus Sicht der Gewerkschaft reicht das Angebot nicht.",
        [("indirect", "reicht das Angebot nicht", "Sicht der Gewerkschaft", "Aus Sicht")],
    ),
    (
        "source of a relative clause only",
        "Er fuhr ein Auto, das nach Angaben der Polizei gestohlen war.",
        [("indirect", "das … gestohlen war", "Angaben der Polizei", "nach Angaben")],
    ),
    (
        "sollen with a source",
        "Laut Zeugen soll der Mann gelacht haben.",
        [("indirect", "soll der Mann gelacht haben", "Zeugen", "Laut")],
    ),
    (
        "demnach",
        "Demnach stiegen die Preise leicht.",
        [("indirect", "stiegen die Preise leicht", "", "Demnach")],
    ),
    (
        "wonach",
        "Sie dementierte Berichte, wonach die Schule schließt.",
        [
            ("reported", "Berichte, wonach die Schule schließt", "Sie", "dementierte"),
            ("indirect", "die Schule schließt", "", "wonach"),
        ],
    ),
    (
        "das points back",
        "Die Schule schließt im Sommer. Das teilte das Amt am Montag mit.",
        [("indirect", "Die Schule schließt im Sommer", "das Amt", "teilte mit")],
    ),
    (
        "noun with possessive",
        "Hubers Ankündigung, dass er geht, kam überraschend.",
        [("indirect", "dass er geht", "Hubers", "Ankündigung")],
    ),
    (
        "noun with light verb",
        "Die Partei vertritt die Ansicht, dass das Gesetz nötig ist.",
        [("indirect", "dass das Gesetz nötig ist", "Die Partei", "Ansicht")],
    ),
    (
        "noun with infinitive",
        "Die Forderung der Eltern, die Schule zu erhalten, blieb ungehört.",
        [("indirect", "die Schule zu erhalten", "der Eltern", "Forderung")],
    ),
    (
        "free behind indirect",
        "Die Chefin sagte, der Umsatz sei gestiegen. Das liege am Wetter.",
        [
            ("indirect", "der Umsatz sei gestiegen", "Die Chefin", "sagte"),
            ("free", "Das liege am Wetter", "", ""),
        ],
    ),
    (
        "marks behind a colon",
        "Die Ministerin sagte: „Wir bauen keine Straße.“",
        [("direct", "Wir bauen keine Straße.", "Die Ministerin", "sagte")],
    ),
    (
        "marks before the verb",
        "„Wir bleiben“, betonte der Trainer.",
        [("direct", "Wir bleiben", "der Trainer", "betonte")],
    ),
    (
        "interrupted marks are one quote",
        "„Wir haben“, sagte sie, „alles geprüft.“",
        [("direct", "Wir haben … alles geprüft.", "sie", "sagte")],
    ),
    (
        "marks behind a full stop are a new quote",
        "„Wir bleiben“, sagte sie. „Das ist sicher.“",
        [
            ("direct", "Wir bleiben", "sie", "sagte"),
            ("direct", "Das ist sicher.", "", ""),
        ],
    ),
    (
        "marks and so",
        "„Das genügt nicht“, so der Verband.",
        [("direct", "Das genügt nicht", "der Verband", "so")],
    ),
    (
        "marks and a colon without a verb of speaking",
        "Der Nachbar ist wütend: „Uns hat niemand gefragt.“",
        [("direct", "Uns hat niemand gefragt.", "Der Nachbar", "")],
    ),
    (
        "words in marks inside a statement",
        "Der Sprecher sagte, die Lage sei „sehr ernst“.",
        [
            ("indirect", "die Lage sei „sehr ernst“", "Der Sprecher", "sagte"),
            ("direct", "sehr ernst", "", ""),
        ],
    ),
    (
        "predicate in marks alone",
        "Sie nannte den Plan „unbezahlbar“.",
        [("direct", "unbezahlbar", "Sie", "nannte")],
    ),
    (
        "predicate with als",
        "Er bezeichnete die Kritik als ungerecht.",
        [("reported", "als ungerecht", "Er", "bezeichnete")],
    ),
    (
        "reported, object",
        "Die Gewerkschaft forderte eine Zusage.",
        [("reported", "eine Zusage", "Die Gewerkschaft", "forderte")],
    ),
    (
        "reported, preposition",
        "Der Wetterdienst warnte vor Glätte.",
        [("reported", "vor Glätte", "Der Wetterdienst", "warnte")],
    ),
    (
        "reported, dative is no object",
        "Der Nachbar warf der Stadt Geiz vor.",
        [("reported", "Geiz", "Der Nachbar", "warf vor")],
    ),
    (
        "a finding",
        "Die Studie zeigt, dass Schlaf hilft.",
        [],
    ),
    (
        "an act",
        "Er weigert sich, das Haus zu verlassen.",
        [],
    ),
    (
        "hearsay without a source",
        "Der Konzern soll verkauft werden.",
        [],
    ),
    (
        "a title in marks",
        "Sie spielt im Film „Nachtzug“ die Hauptrolle.",
        [],
    ),
    (
        "a state, no speech act",
        "Das Betreten ist verboten.",
        [],
    ),
    (
        "a time, no source",
        "Nach der Wahl tritt er zurück.",
        [],
    ),
    (
        "so dass",
        "Es regnete, so dass das Spiel ausfiel.",
        [],
    ),
    (
        "any verb behind a marked sentence",
        "„Der Keller steht schon wieder unter Wasser“, seufzte Hausmeisterin Ute Lamm.",
        [
            ("direct", "Der Keller steht schon wieder unter Wasser", "Hausmeisterin Ute Lamm", "seufzte"),
        ],
    ),
    (
        "a reflexive verb",
        "„Endlich gehört die Wiese uns“, freute sich Gärtner Olaf Brink.",
        [
            ("direct", "Endlich gehört die Wiese uns", "Gärtner Olaf Brink", "freute"),
        ],
    ),
    (
        "copula and adjective",
        "„Das holen wir nie mehr auf“, ist sich Trainerin Ines Dorn sicher.",
        [
            ("direct", "Das holen wir nie mehr auf", "Trainerin Ines Dorn", "ist sicher"),
        ],
    ),
    (
        "verb and object",
        "„Die Kasse ist leer“, bringt es Schatzmeister Udo Welk auf den Punkt.",
        [
            ("direct", "Die Kasse ist leer", "Schatzmeister Udo Welk", "bringt"),
        ],
    ),
    (
        "with these words",
        "„Jetzt seid ihr dran“ – mit diesen Worten verließ Pastor Emil Rohde die Kanzel.",
        [
            ("direct", "Jetzt seid ihr dran", "Pastor Emil Rohde", "verließ"),
        ],
    ),
    (
        "words that somebody does something with",
        "Mit den Worten „Wir sehen uns vor Gericht“ verabschiedete sich Landwirt Bernd Kolk.",
        [
            ("direct", "Wir sehen uns vor Gericht", "Landwirt Bernd Kolk", "Worten"),
        ],
    ),
    (
        "no verb of a marked title",
        "„Wenn der Deich bricht“, der erste Roman von Anja Priem, erscheint im Herbst.",
        [],
    ),
    (
        "a place, nobody who speaks",
        "„Wir geben nicht auf“, steht auf dem Transparent.",
        [],
    ),
    (
        "frame and another speaker",
        "„Die Brücke hält“, sagte Ingenieur Falk Reimer, während Anwohnerin Lore Wulf erklärte, dass sie wackle.",
        [
            ("direct", "Die Brücke hält", "Ingenieur Falk Reimer", "sagte"),
            ("indirect", "dass sie wackle", "Anwohnerin Lore Wulf", "erklärte"),
        ],
    ),
    (
        "frame and the author's clause",
        "„Wir bleiben“, sagte Wirtin Hanna Lieb, nachdem durchgesickert war, dass der Hof verkauft ist.",
        [
            ("direct", "Wir bleiben", "Wirtin Hanna Lieb", "sagte"),
        ],
    ),
    (
        "conjoined verb of the frame",
        "Rektorin Vera Funk sagte, das Dach sei undicht, und verlangte einen Neubau.",
        [
            ("indirect", "das Dach sei undicht", "Rektorin Vera Funk", "sagte"),
            ("reported", "einen Neubau", "Rektorin Vera Funk", "verlangte"),
        ],
    ),
    (
        "the author's comment",
        "Händler Kurt Elm beteuerte, den Preis nie erhöht zu haben, was gelogen war.",
        [
            ("indirect", "den Preis nie erhöht zu haben", "Händler Kurt Elm", "beteuerte"),
        ],
    ),
    (
        "a reason in the subjunctive",
        "Der Weg bleibe gesperrt, sagte Förster Ingo Tanne, weil die Säge fehle.",
        [
            ("indirect", "Der Weg bleibe gesperrt … weil die Säge fehle", "Förster Ingo Tanne", "sagte"),
        ],
    ),
    (
        "a clause with its own speaker before",
        "Nachdem Pfarrer Götz Hahn den Bau getadelt hatte, sagte Küsterin Rita Blohm, das Geld sei da.",
        [
            ("reported", "den Bau", "Pfarrer Götz Hahn", "getadelt"),
            ("indirect", "das Geld sei da", "Küsterin Rita Blohm", "sagte"),
        ],
    ),
    (
        "a condition around the frame",
        "Auch wenn der Konzern behauptet, man habe gewarnt, bleibt die Halle zu.",
        [
            ("indirect", "man habe gewarnt", "der Konzern", "behauptet"),
        ],
    ),
    (
        "colon of the author",
        "Försterin Eva Zander war erleichtert: Der Regen habe geholfen, sagte sie.",
        [
            ("indirect", "Der Regen habe geholfen", "sie", "sagte"),
        ],
    ),
    (
        "colon of the speaker",
        "Der Grund sei einfach: Es fehle an Holz, sagte Försterin Eva Zander.",
        [
            ("indirect", "Der Grund sei einfach: Es fehle an Holz", "Försterin Eva Zander", "sagte"),
        ],
    ),
    (
        "verbs in a row",
        "Kellnerin Mira Sand stieg aufs Rad, winkte den Gästen und fuhr davon.",
        [],
    ),
    (
        "verbs in a row with an object",
        "Die Trainerin rief die Elf zusammen, lobte die Abwehr und ging.",
        [
            ("reported", "die Abwehr", "Die Trainerin", "lobte"),
        ],
    ),
    (
        "nobody says it",
        "Ob der Fund echt ist, verriet das Museum nicht.",
        [],
    ),
    (
        "the author's guess",
        "„Das Eis trägt“, sagte Bergwachtchef Toni Huber. Der See dürfte bald voller Menschen sein.",
        [
            ("direct", "Das Eis trägt", "Bergwachtchef Toni Huber", "sagte"),
        ],
    ),
    (
        "the author's count",
        "„Das Eis trägt“, sagte Bergwachtchef Toni Huber. Es wäre das erste Mal seit Jahren.",
        [
            ("direct", "Das Eis trägt", "Bergwachtchef Toni Huber", "sagte"),
        ],
    ),
    (
        "set phrase",
        "Der Bauer sagte, die Kuh sei gesund. Gott sei Dank half der Nachbar.",
        [
            ("indirect", "die Kuh sei gesund", "Der Bauer", "sagte"),
        ],
    ),
    (
        "free speech around speech",
        "Die Wirtin sagte, der Ofen sei kaputt. Ein Gast habe von Rauch erzählt. Der Schaden sei groß.",
        [
            ("indirect", "der Ofen sei kaputt", "Die Wirtin", "sagte"),
            ("free", "Ein Gast habe von Rauch erzählt", "", ""),
            ("reported", "von Rauch", "Ein Gast", "erzählt"),
            ("free", "Der Schaden sei groß", "", ""),
        ],
    ),
    (
        "plurals between subjunctives",
        "Das Dorf sei zu still, sagte die Wirtin. Viele Gäste meldeten sich nicht mehr. Der Winter werde hart.",
        [
            ("indirect", "Das Dorf sei zu still", "die Wirtin", "sagte"),
            ("free", "Viele Gäste meldeten sich nicht mehr", "", ""),
            ("free", "Der Winter werde hart", "", ""),
        ],
    ),
    (
        "enumeration in an infinitive",
        "Der Landrat kündigte an, Brücken, Wege und Stege zu sperren.",
        [
            ("indirect", "Brücken, Wege und Stege zu sperren", "Landrat", "kündigte an"),
        ],
    ),
    (
        "clause inside an infinitive",
        "Die Gemeinde forderte, Hecken, die auf den Weg ragen, zu stutzen.",
        [
            ("indirect", "Hecken, die auf den Weg ragen, zu stutzen", "Die Gemeinde", "forderte"),
        ],
    ),
    (
        "clause inside a subordinate infinitive",
        "Der Mieter warf dem Amt vor, die Heizung, obwohl sie defekt war, nicht geprüft zu haben.",
        [
            ("indirect", "die Heizung, obwohl sie defekt war, nicht geprüft zu haben", "Der Mieter", "warf vor"),
        ],
    ),
    (
        "statement around a closed frame",
        "Er wolle, teilte der Klub mit, seinen Vertrag nicht verlängern.",
        [
            ("indirect", "Er wolle … seinen Vertrag nicht verlängern", "der Klub", "teilte mit"),
        ],
    ),
    (
        "contracted preposition",
        "Die Kirche rief zum Gebet auf.",
        [
            ("reported", "zum Gebet", "Die Kirche", "rief auf"),
        ],
    ),
    (
        "dative object",
        "Die Anwohner widersprachen der Darstellung des Amtes.",
        [
            ("reported", "der Darstellung des Amtes", "Die Anwohner", "widersprachen"),
        ],
    ),
    (
        "attribute of the object",
        "Der Verwalter räumte Fehler bei der Abrechnung ein.",
        [
            ("reported", "Fehler bei der Abrechnung", "Verwalter", "räumte ein"),
        ],
    ),
    (
        "two complements",
        "Der Verband beziffert den Schaden auf elf Millionen Euro.",
        [
            ("reported", "den Schaden auf elf Millionen Euro", "Der Verband", "beziffert"),
        ],
    ),
    (
        "a thing that says nothing",
        "Die Messung bestätigt den Druck.",
        [],
    ),
    (
        "not said yet",
        "Die Rektorin will den Plan erläutern.",
        [],
    ),
    (
        "conviction",
        "Die Försterin ist überzeugt, dass der Wald sich erholt.",
        [
            ("indirect", "dass der Wald sich erholt", "Die Försterin", "ist überzeugt"),
        ],
    ),
    (
        "question",
        "Ob er komme, wollte die Richterin wissen.",
        [
            ("indirect", "Ob er komme", "die Richterin", "wollte wissen"),
        ],
    ),
    (
        "result",
        "Der Zeuge widersprach so leise, dass ihn niemand verstand.",
        [],
    ),
    (
        "only shown",
        "In Versuchen hat sich gezeigt, dass der Leim hält.",
        [],
    ),
    (
        "judged, not said",
        "Der Hof wurde geräumt. Das wurde scharf kritisiert.",
        [],
    ),
    (
        "words in marks for a judgement",
        "Den Plan hält das Bauamt für „nicht mehr zu retten“.",
        [
            ("direct", "nicht mehr zu retten", "das Bauamt", "hält"),
        ],
    ),
]


@pytest.mark.parametrize(("reason", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_construction(reason: str, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    doc = make_doc(text)
    found = [
        (
            c.kind,
            " … ".join(doc[start:end].text for start, end in c.spans),
            doc[c.speaker[0] : c.speaker[1]].text if c.speaker else "",
            words(doc, c.cues),
        )
        for c in candidates(text)
    ]
    assert found == expected, reason


def test_every_analysed_sentence_is_tested() -> None:
    assert set(sentences()) == {text for _, text, _ in ROWS}
