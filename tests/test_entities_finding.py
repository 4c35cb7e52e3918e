"""Which stretches of the text are mentions, and of which kind and form."""

from __future__ import annotations

import pytest
from entity_docs import describe
from notation import VOCAB, make_doc

from newsents.annotations import NAMES
from newsents.entities.component import EntityFinder

CLEANED = [
    pytest.param("[LOC die/ART Ukraine/NE]", ["Ukraine: place name Ukraine"], id="article"),
    pytest.param("Hallo/ITJ [PER Herr/NN Kern/NE] ./$.", ["Kern: person name Kern"], id="form of address"),
    pytest.param("[PER Dr./NN Ida/NE Roth-Beck/NE]", ["Ida Roth-Beck: person name Ida Roth-Beck"], id="doctor"),
    pytest.param("[PER Minister/NN Udo/NE Kern/NE]", ["Udo Kern: person name Udo Kern"], id="office"),
    pytest.param("[PER Udo/NE von/APPR Kern/NE]", ["Udo von Kern: person name Udo von Kern"], id="von stays"),
    pytest.param("in/APPR [LOC Den/ART Haag/NE]", ["Den Haag: place name Den Haag"], id="article of a town"),
    pytest.param("[ORG Roth/NE GmbH./NN]", ["Roth GmbH: organisation name Roth GmbH"], id="full stop on a legal form"),
    pytest.param(
        "Chemiekonzern/NN [PER Kern/NE]", ["Kern: organisation name Kern"], id="compound of a class word tells"
    ),
    pytest.param("[LOC Region/NN Kursk/NE]", ["Kursk: place name Kursk"], id="class word"),
    pytest.param("Firma/NN [PER Kern/NE]", ["Kern: organisation name Kern"], id="class word tells the kind"),
    pytest.param("[PER Udo/NE Kern/NE ,/$,]", ["Udo Kern: person name Udo Kern"], id="closing mark"),
    pytest.param("der/ART „/$( [LOC Nordschau/NE] “/$(", ["Nordschau: organisation name Nordschau"], id="a paper"),
]

NO_NAMES = [
    pytest.param("am/APPRART [LOC Mittwoch/NN]", id="day"),
    pytest.param("der/ART [ORG Landtag/NN]", id="common noun of an institution"),
    pytest.param("die/ART [ORG Nachrichtenagentur/NN]", id="class word alone"),
    pytest.param("das/ART Schiff/NN „/$( [PER Ida/NE Roth/NE] “/$(", id="ship"),
    pytest.param("das/ART [MISC iPhone/NN]", id="product"),
    pytest.param("auf/APPR [MISC Deutsch/NN]", id="language"),
    pytest.param("20/CARD Millionen/NN Franken/NN", id="currency, not Franconia"),
    pytest.param("[ORG 4,5/CARD]", id="number"),
    pytest.param("im/APPRART Westen/NN der/ART Stadt/NN", id="direction"),
    pytest.param("Reiner/ADJA Unsinn/NN ./$.", id="sentence-initial adjective like a town's"),
    pytest.param("im/APPRART [LOC Nah-/TRUNC] und/KON Fernhandel/NN", id="half a word"),
    pytest.param("unter/APPR dem/ART [LOCpart Vor-Corona-Wert/NN]", id="compound without a name in it"),
    pytest.param("die/ART [LOCpart Kita-Chefin/NN]", id="compound with an abbreviation that names nothing"),
    pytest.param("mit/APPR [ORG Dutzenden/ADJA Kusinen/NN]", id="a number of people"),
    pytest.param("ein/ART Lied/NN in/APPR [LOC Moll/NE]", id="key of music"),
    pytest.param("im/APPRART [LOC Winter/NN]", id="season"),
    pytest.param("als/APPR [LOC Executive/ADJA Director/NN]", id="English office"),
    pytest.param("das/ART [LOC Upcycling/NN]", id="English noun in -ing"),
    pytest.param("[LOCderiv präkolumbianische/ADJA] Krüge/NN", id="before Columbus, not of Colombia"),
    pytest.param("der/ART [PERpart Ex-Kanzler-Berater/NN]", id="prefix and an office"),
    pytest.param("das/ART [ORG Pflegegesetz/NN]", id="law"),
    pytest.param("das/ART Pflegegesetz/NN (/$( [ORG PflG/NE] )/$(", id="short form of a law"),
    pytest.param("die/ART Künstliche/ADJA Intelligenz/NN (/$( [ORG KI/NN] )/$(", id="short form of a technique"),
]

FORMS = [
    pytest.param("[ORGpart SPD-Chefin/NN]", ["SPD-Chefin: organisation part SPD"], id="part"),
    pytest.param("[ORG SPD-Chefin/NN]", ["SPD-Chefin: organisation part SPD"], id="part, taken for a name"),
    pytest.param("die/ART [ORGpart EU-Kommission/NN]", ["EU-Kommission: organisation name EU-Kommission"], id="body"),
    pytest.param(
        "in/APPR der/ART [PER Willy-Brandt-Straße/NE]",
        ["Willy-Brandt-Straße: place name Willy-Brandt-Straße"],
        id="street",
    ),
    pytest.param(
        "des/ART [ORGpart Udo-Kern-Turms/NN]", ["Udo-Kern-Turms: place name Udo-Kern-Turm"], id="tower keeps its word"
    ),
    pytest.param("das/ART [ORGpart Kern-Team/NN]", ["Kern-Team: organisation part Kern"], id="a team is no name"),
    pytest.param(
        "der/ART [LOCpart Deutsch-Däne/NN]",
        ["Deutsch: place derived Deutschland", "Däne: place derived Dänemark"],
        id="two nationalities, taken for a compound",
    ),
    pytest.param("[LOC Straubing/NE]", ["Straubing: place name Straubing"], id="town in -ing"),
    pytest.param("[LOCderiv russischen/ADJA]", ["russischen: place derived Russland"], id="adjective"),
    pytest.param(
        "[LOCderiv griechisch-türkischen/ADJA]",
        ["griechisch: place derived Griechenland", "türkischen: place derived Türkei"],
        id="two in one word",
    ),
    pytest.param("[LOCderiv Moskaus/NE]", ["Moskaus: place name Moskau"], id="genitive taken for a derived form"),
    pytest.param("[ORG Kölner/ADJA Polizei/NN]", ["Kölner: place derived Köln"], id="only the adjective"),
]

RECOVERED = [
    pytest.param("die/ART A/NE 27/CARD", ["A 27: place name A 27"], id="road"),
    pytest.param("(/$( CDU/NE )/$(", ["CDU: organisation name CDU"], id="party"),
    pytest.param(
        "das/ART Bundesumweltministerium/NN",
        ["Bundesumweltministerium: organisation name Bundesumweltministerium"],
        id="federal body",
    ),
    pytest.param("der/ART polnische/ADJA Chor/NN", ["polnische: place derived Polen"], id="adjective"),
    pytest.param("die/ART Dänen/NN", ["Dänen: place derived Dänemark"], id="inhabitants"),
    pytest.param("der/ART Westen/NN zögert/VVFIN", ["Westen: place name Westen"], id="the West"),
    pytest.param("der/ART „/$( Zeit/NN “/$(", ["Zeit: organisation name Zeit"], id="paper in quotation marks"),
    pytest.param("nach/APPR Uxheim/NE ./$.", ["Uxheim: place name Uxheim"], id="name where a place stands"),
    pytest.param(
        "der/ART «/$( [LOCderiv Berner/ADJA] Post-Zeitung/NN »/$(",
        ["Berner Post-Zeitung: organisation name Berner Post-Zeitung"],
        id="paper with a town's adjective",
    ),
    pytest.param("die/ART [ORG A1/NE]", ["A1: place name A1"], id="road in one word, taken for a body"),
    pytest.param(
        "der/ART Bund/NN der/ART Imker/NN (/$( [ORG BdI/NE] )/$(",
        ["BdI: organisation name BdI"],
        id="short form of a body that is no name",
    ),
    pytest.param(
        "[PER Ida/NE Moll/NE] sang/VVFIN ,/$, sagte/VVFIN [PER Moll/NE]",
        ["Ida Moll: person name Ida Moll", "Moll: person name Ida Moll"],
        id="key of music as a surname",
    ),
    pytest.param("der/ART [ORG MSC/NE Uxwede/NE]", ["MSC Uxwede: organisation name MSC Uxwede"], id="club, no degree"),
    pytest.param("den/ART Grünen/NN", ["Grünen: organisation name Grüne"], id="party that is also an adjective"),
    pytest.param("im/APPRART Grünen/NN", [], id="the countryside"),
    pytest.param("die/ART Peterskirche/NN", ["Peterskirche: place name Peterskirche"], id="church"),
    pytest.param("die/ART New/ADJA Yorker/ADJA Börse/NN", ["New Yorker: place derived New York"], id="two words"),
    pytest.param("die/ART Nato-Partner/NN", ["Nato-Partner: organisation part Nato"], id="compound"),
    pytest.param("die/ART Bundestagswahl/NN", ["Bundestagswahl: organisation part Bundestag"], id="solid compound"),
    pytest.param(
        "[PER Ida/NE Koch/NE] sah/VVFIN einen/ART Koch/NN ./$. Koch/NE lachte/VVFIN ./$.",
        ["Ida Koch: person name Ida Koch", "Koch: person name Ida Koch"],
        id="surname again, but not the cook",
    ),
    pytest.param(
        "[ORG Kölner/ADJA Polizei/NN] (/$( [ORG KP/NE] )/$(",
        ["Kölner Polizei: organisation name Kölner Polizei", "KP: organisation name Kölner Polizei"],
        id="short form makes a body with its town's adjective a name",
    ),
    pytest.param(
        "[ORG Kölner/ADJA Polizei/NN] (/$( [ORG SPD/NE] )/$(",
        ["Kölner: place derived Köln", "SPD: organisation name SPD"],
        id="a bracket with other letters makes none",
    ),
    pytest.param("die/ART [ORG BRD/NE]", ["BRD: place name BRD"], id="state taken for a body"),
    pytest.param(
        "[ORG Bund/NN der/ART Imker/NN] (/$( BDI/NN )/$(",
        ["Bund der Imker: organisation name Bund der Imker", "BDI: organisation name Bund der Imker"],
        id="acronym in brackets",
    ),
]

JOINED = [
    pytest.param(
        "[PER Eva/NE von/APPR] der/ART [PER Heide/NE]", ["Eva von der Heide: person name Eva von der Heide"], id="von"
    ),
    pytest.param("Gerlinde/NE [PER Roth/NE]", ["Gerlinde Roth: person name Gerlinde Roth"], id="missed first name"),
    pytest.param(
        "Sprecherin/NN [PER Ida/NE] Rast/NN sagte/VVFIN", ["Ida Rast: person name Ida Rast"], id="missed surname"
    ),
    pytest.param("[PER Ida/NE] Rast/NN sagte/VVFIN", ["Ida: person name Ida"], id="noun after a name without title"),
    pytest.param(
        "1./ADJA [ORG FC/NE Köln/NE]",
        ["1. FC Köln: organisation name 1. FC Köln", "Köln: place name Köln"],
        id="number of a club",
    ),
    pytest.param(
        "Verband/NN Holz/NN &/$( [ORG Papier/NN]",
        ["Verband Holz & Papier: organisation name Verband Holz & Papier"],
        id="both sides of an ampersand",
    ),
    pytest.param(
        "[LOC Pazifikinsel/NN] [LOC Guam/NE]",
        ["Pazifikinsel: place part Pazifik", "Guam: place name Guam"],
        id="compound of a class word",
    ),
    pytest.param(
        "die/ART [ORG SPD/NE] [LOC Hessens/NE/Case=Gen]",
        ["SPD: organisation name SPD", "Hessens: place name Hessen"],
        id="genitive behind a party",
    ),
    pytest.param("[LOC Den/NE] [LOC Haag/NE]", ["Den Haag: place name Den Haag"], id="two words"),
    pytest.param(
        "Polizei/NN [LOC Bremen/NE]",
        ["Polizei Bremen: organisation name Polizei Bremen", "Bremen: place name Bremen"],
        id="institution and place",
    ),
    pytest.param(
        "Präsidialamt/NN der/ART [LOC Ukraine/NE]",
        ["Präsidialamt der Ukraine: organisation name Präsidialamt der Ukraine", "Ukraine: place name Ukraine"],
        id="institution and genitive",
    ),
    pytest.param("Streitkräfte/NN der/ART [LOC Ukraine/NE]", ["Ukraine: place name Ukraine"], id="loose description"),
    pytest.param(
        "Institut/NN für/APPR Glas/NN und/KON Sand/NN der/ART [ORG Universität/NN [LOC Ulm/NE]]",
        [
            "Institut für Glas und Sand der Universität Ulm: organisation name "
            "Institut für Glas und Sand der Universität Ulm",
            "Universität Ulm: organisation name Universität Ulm",
            "Ulm: place name Ulm",
        ],
        id="field and parent body",
    ),
    pytest.param("das/ART Weiße/NN Haus/NN", ["Weiße Haus: place name Weißes Haus"], id="capital adjective"),
    pytest.param("Das/PDS weiße/ADJA Haus/NN", [], id="small adjective"),
    pytest.param("Region/NN [LOC Kursk/NE]", ["Kursk: place name Kursk"], id="class word stays outside"),
    pytest.param(
        "[ORG Rasthof/NN] GmbH./$.", ["Rasthof GmbH: organisation name Rasthof GmbH"], id="legal form ends a sentence"
    ),
    pytest.param("in/APPR [LOC Ulm/NE] AG./$.", ["Ulm: place name Ulm"], id="no company of a town alone"),
    pytest.param(
        "[ORG VfL/NN Bochum/NE]",
        ["VfL Bochum: organisation name VfL Bochum", "Bochum: place name Bochum"],
        id="town in a club's name",
    ),
]


ABROAD = [
    pytest.param("im/APPRART Euroraum/NN", ["Euroraum: place name Euroraum"], id="zone"),
    pytest.param("Zeitungen/NN im/APPRART Westen/NN schrieben/VVFIN", ["Westen: place name Westen"], id="in the West"),
    pytest.param("im/APPRART Westen/NN und/KON im/APPRART Osten/NN regnet/VVFIN es/PPER", [], id="directions"),
    pytest.param(
        "die/ART Revolutionsgarden/NN", ["Revolutionsgarden: organisation name Revolutionsgarden"], id="guards"
    ),
    pytest.param(
        "die/ART Demokraten/NN und/KON die/ART Republikaner/NN",
        ["Demokraten: organisation name Demokraten", "Republikaner: organisation name Republikaner"],
        id="parties that show each other",
    ),
    pytest.param(
        "in/APPR [LOC Washington/NE] tagt/VVFIN der/ART Senat/NN",
        ["Washington: place name Washington", "Senat: organisation name Senat"],
        id="chamber in a capital abroad",
    ),
    pytest.param("der/ART Senat/NN tagt/VVFIN", [], id="chamber of who knows where"),
    pytest.param(
        "[LOC USA/NE] :/$. überzeugte/ADJA Demokraten/NN", ["USA: place name USA"], id="people who are for democracy"
    ),
    pytest.param(
        "In/APPR der/ART [LOC Islamischen/ADJA Republik/NN] [LOC Iran/NE]",
        ["Islamischen Republik Iran: place name Islamische Republik Iran"],
        id="kind of state and country",
    ),
    pytest.param(
        "[LOC Washington/NE] :/$. der/ART republikanische/ADJA Gouverneur/NN ,/$, der/ART demokratische/ADJA Staat/NN",
        ["Washington: place name Washington", "republikanische: organisation derived Republikaner"],
        id="adjective of a party abroad",
    ),
    pytest.param(
        "[LOC Zug/NE] (/$( [ORG ZG/NE] )/$(", ["Zug: place name Zug", "ZG: place name ZG"], id="canton's code"
    ),
    pytest.param(
        "in/APPR [LOC Sachsen/NE] bei/APPR [LOC Ansbach/NE]",
        ["Sachsen bei Ansbach: place name Sachsen bei Ansbach"],
        id="town of three words",
    ),
    pytest.param("die/ART Republik/NN [LOC Moldau/NE]", ["Moldau: place name Moldau"], id="class word of a country"),
    pytest.param("[LOC Halle/NE] (/$( [LOC Saale/NE] )/$(", ["Halle (Saale): place name Halle (Saale)"], id="river"),
    pytest.param(
        "[LOC Halle/NE] (/$( [LOC Polen/NE] )/$(",
        ["Halle: place name Halle", "Polen: place name Polen"],
        id="another place in brackets",
    ),
    pytest.param(
        "[ORG Bündnis/NN 90/CARD] //$( [ORG Die/ART Grünen/NN]",
        ["Bündnis 90 / Die Grünen: organisation name Bündnis 90 / Die Grünen"],
        id="party with a slash",
    ),
    pytest.param(
        "[ORG Deutscher/ADJA Handel/NN] wächst/VVFIN",
        ["Deutscher: place derived Deutschland"],
        id="adjective that begins a headline",
    ),
    pytest.param(
        "[ORG Deutscher/ADJA Imkerbund/NN] warnt/VVFIN",
        ["Deutscher Imkerbund: organisation name Deutscher Imkerbund"],
        id="body that begins a headline",
    ),
]

PAPERS = [
    pytest.param("der/ART [LOC Ruhrkurier/NE]", ["Ruhrkurier: organisation name Ruhrkurier"], id="paper in one word"),
    pytest.param(
        "[PER Hans/NE] „/$( [PER Hansi/NE “/$( Kern/NE] kam/VVFIN",
        ["Hans „Hansi“ Kern: person name Hans „Hansi“ Kern"],
        id="nickname cut in two",
    ),
    pytest.param(
        "[ORG EPU/NE] :/$. die/ART European/NE Playing/NE Union/NE (/$( [ORG EPU/NE] )/$(",
        [
            "EPU: organisation name European Playing Union",
            "European Playing Union: organisation name European Playing Union",
            "EPU: organisation name European Playing Union",
        ],
        id="foreign long form",
    ),
    pytest.param(
        "des/ART Pflegeheims/NN/Case=Gen Uxmatt/NE ./$.",
        ["Pflegeheims Uxmatt: organisation name Pflegeheim Uxmatt"],
        id="house behind an institution",
    ),
]

SHORT = [
    pytest.param(
        "die/ART [ORG EU-Kommission/NN] ./$. Die/ART Kommission/NN prüft/VVFIN",
        ["EU-Kommission: organisation name EU-Kommission", "Kommission: organisation name EU-Kommission"],
        id="behind an acronym",
    ),
    pytest.param(
        "die/ART [ORG EU-Kommission/NN] ./$. Eine/ART Kommission/NN prüft/VVFIN",
        ["EU-Kommission: organisation name EU-Kommission"],
        id="another one",
    ),
    pytest.param(
        "der/ART [ORG Städtetag/NN [LOC NRW/NE]] ./$. Der/ART Städtetag/NN warnt/VVFIN",
        [
            "Städtetag NRW: organisation name Städtetag NRW",
            "NRW: place name NRW",
            "Städtetag: organisation name Städtetag NRW",
        ],
        id="without its place",
    ),
    pytest.param(
        "die/ART [ORG Polizei/NN [LOC Ulm/NE]] ./$. Die/ART Polizei/NN sucht/VVFIN",
        ["Polizei Ulm: organisation name Polizei Ulm", "Ulm: place name Ulm"],
        id="common noun",
    ),
    pytest.param(
        "der/ART [ORG Paritätische/ADJA Verband/NN] ./$. Der/ART Paritätische/NN warnt/VVFIN",
        [
            "Paritätische Verband: organisation name Paritätischer Verband",
            "Paritätische: organisation name Paritätischer Verband",
        ],
        id="adjective alone",
    ),
]

SPORT = [
    pytest.param(
        "Der/ART [ORG SC/NE Uxwede/NE] trifft/VVFIN auf/APPR [LOC Heidenheim/NE] ./$.",
        ["SC Uxwede: organisation name SC Uxwede", "Heidenheim: organisation name Heidenheim"],
        id="town that a club meets",
    ),
    pytest.param(
        "Der/ART [ORG SC/NE Uxwede/NE] spielt/VVFIN in/APPR [LOC Heidenheim/NE] ./$.",
        ["SC Uxwede: organisation name SC Uxwede", "Heidenheim: place name Heidenheim"],
        id="town where one plays",
    ),
    pytest.param(
        "Proteste/NN gegen/APPR [LOC Heidenheim/NE] ./$.", ["Heidenheim: place name Heidenheim"], id="no sport at all"
    ),
    pytest.param(
        "Beim/APPRART 2:0/CARD gewann/VVFIN [LOC Polen/NE] ./$.", ["Polen: place name Polen"], id="a country stays one"
    ),
]

PEOPLE = [
    pytest.param(
        "[LOC Verona/NE] [PER Ruhnke/NE] kam/VVFIN",
        ["Verona Ruhnke: person name Verona Ruhnke"],
        id="town as a first name",
    ),
    pytest.param(
        "In/APPR [LOC Verona/NE] [PER Ruhnke/NE] traf/VVFIN",
        ["Verona: place name Verona", "Ruhnke: person name Ruhnke"],
        id="a town where a place stands, and a person",
    ),
    pytest.param(
        "Trainer/NN [ORG Ruhnke/NE] kam/VVFIN", ["Ruhnke: person name Ruhnke"], id="rare surname behind an office"
    ),
    pytest.param("Betreiber/NN [ORG Ruhnke/NE] klagt/VVFIN", ["Ruhnke: organisation name Ruhnke"], id="class word"),
    pytest.param(
        "aus/APPR [PER Bachmut/NE] ./$.", ["Bachmut: place name Bachmut"], id="town in the news behind a preposition"
    ),
    pytest.param("bei/APPR [PER Bachmut/NE] ./$.", ["Bachmut: person name Bachmut"], id="a preposition for people too"),
    pytest.param(
        "[PER Ina/NE Kern-Vogt/NE] kam/VVFIN ./$. [PERpart Kern-Vogt/NN] ging/VVFIN",
        ["Ina Kern-Vogt: person name Ina Kern-Vogt", "Kern-Vogt: person name Ina Kern-Vogt"],
        id="double surname, no compound",
    ),
    pytest.param(
        "Nach/APPR [LOCpart Ruhnke-Aus/NN] :/$. [PER Ina/NE Ruhnke/NE] geht/VVFIN",
        ["Ruhnke-Aus: person part Ina Ruhnke", "Ina Ruhnke: person name Ina Ruhnke"],
        id="person in a compound of a headline",
    ),
    pytest.param(
        "Minister/NN [PER a./NE D./NE Udo/NE Kern/NE]", ["Udo Kern: person name Udo Kern"], id="out of office"
    ),
    pytest.param(
        "[PER Udo/NE Richter/NE] kam/VVFIN ./$. Das/PDS sagte/VVFIN Richter/NN ./$. Die/ART Richter/NN schwiegen/VVFIN",
        ["Udo Richter: person name Udo Richter", "Richter: person name Udo Richter"],
        id="surname that is an office, where a common noun needs an article",
    ),
    pytest.param(
        "[PER Udo/NE Richter/NE] kam/VVFIN ./$. Das/PDS sagten/VVFIN Richter/NN ./$.",
        ["Udo Richter: person name Udo Richter"],
        id="several who hold that office",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*CLEANED, *FORMS, *RECOVERED, *JOINED, *PEOPLE, *ABROAD, *PAPERS, *SHORT, *SPORT]
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert describe(text) == expected


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_name(text: str) -> None:
    assert describe(text) == []


def test_entities_of_another_pipeline() -> None:
    """Without the group of all names, `doc.ents` are read, and derived forms and parts found by rule."""
    doc = make_doc("Die/ART [MISC deutsche/ADJA] SPD-Chefin/NN traf/VVFIN [PER Ida/NE Roth/NE] ./$.")
    doc.set_ents(list(doc.spans.pop(NAMES)))
    found = {e.name: [m.form for m in e.mentions] for e in EntityFinder(doc.vocab).match(doc)}
    assert found == {"Deutschland": ["derived"], "SPD": ["part"], "Ida Roth": ["name"]}


def test_spans_slice_the_text() -> None:
    doc = make_doc("Auf/APPR der/ART A/NE 27./ADJA ¶ [LOC Ulm/NE] und/KON [PER Ida/NE Roth/NE] ./$.")
    for entity in EntityFinder(VOCAB).match(doc):
        for mention in entity.mentions:
            assert doc.text[mention.start : mention.end] == mention.text
