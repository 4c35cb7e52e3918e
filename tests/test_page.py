"""The page of an article: its text word for word, marks that nest, everything escaped. No browser is needed here."""

from __future__ import annotations

import time
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import TEXT, make_article, mention

from newsents.article import Article
from newsents.page import make_page, make_table
from newsents.page.escaping import count, shorten
from newsents.page.links import write_link
from newsents.page.nesting import Mark, nest
from newsents.page.paragraphs import find_paragraphs, is_headline
from newsents.page.voices import Keys, find_voices
from newsents.records import EntitySpeaker, Link, Mention, Person, Quote, Records, Role, Span, UnknownSpeaker

ARTICLE = make_article()
VOID = {"meta", "link", "rect"}


class Reader(HTMLParser):
    """Reads a page as a browser would, and fails where tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""  # of <article>
        self.words = ""  # of the rest, without style and script
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.text += data
        elif not {"style", "script"} & set(self.open):
            self.words += data

    def find(self, name: str) -> list[dict[str, str]]:
        """The attributes of all elements of a class."""
        return [attributes for _, attributes in self.tags if name in (attributes.get("class") or "").split()]


def make_quote(*words: str, kind: str = "direct", text: str = TEXT, **fields: Any) -> Quote:
    spans = tuple(Span(start=text.index(w), end=text.index(w) + len(w), text=w) for w in words)
    return Quote.model_validate({"id": "q", "kind": kind, "spans": spans, "speaker": UnknownSpeaker(), **fields})


def test_the_text_is_there_word_for_word_and_once() -> None:
    reader = Reader(ARTICLE.to_html())
    assert reader.text == TEXT


def test_who_says_what_stands_beside_each_quote() -> None:
    quotes = Reader(ARTICLE.to_html()).find("quote")[4:]  # behind those of the legend
    assert [(q["class"], q.get("data-speaker"), q["aria-label"]) for q in quotes] == [
        ("quote direct", "Boris Keller", "direct quote, Boris Keller"),
        ("quote indirect", "österreichische Beamte", "indirect quote, österreichische Beamte"),
        ("quote direct", "speaker not named", "direct quote, speaker not named"),
        ("quote direct", None, "direct quote, speaker not named, continued"),
        ("quote reported", "Ben Keller", "reported quote, Ben Keller"),
    ]


def test_names_lead_to_their_entries_and_back() -> None:
    reader = Reader(ARTICLE.to_html())
    ids = [a["id"] for _, a in reader.tags if "id" in a]
    assert len(ids) == len(set(ids))
    inner = [a["href"][1:] for _, a in reader.tags if a.get("href", "").startswith("#")]
    assert set(inner) <= set(ids)
    assert [a["href"] for a in reader.find("name") if "Brandt" in a.get("title", "")] == ["#a1-e1"] * 4
    assert {f"a1-e1-{n}" for n in range(1, 5)} <= set(inner)


def test_the_register_counts_words_and_says_why() -> None:
    plan = ARTICLE.quotes[0]
    speaker = EntitySpeaker(name="Boris Keller", entity_id="p2", evidence="named 'Keller'")
    link = Link(source="wikidata", id="Q1", label="Keller, Boris", evidence="the same name")
    entities = tuple(e.model_copy(update={"links": (link,)}) if e.id == "p2" else e for e in ARTICLE.entities)
    article = ARTICLE.model_copy(
        update={"quotes": (plan.model_copy(update={"speaker": speaker}),), "entities": entities}
    )
    words = " ".join(Reader(article.to_html()).words.split())
    for expected in (
        "Boris Keller 1 quote, 4 words",
        "direct · sagte · named 'Keller'",
        "Wikidata Q1 Keller, Boris the same name",
        "Alma Brandtroles: Außenministerin",
        "named 4× Alma Brandt · Brandts · Brandt · Brandt",
        "österreichische derived",
    ):
        assert expected in words


def test_words_said_twice_count_once() -> None:
    quotes = (make_quote("Brandts Plan ist gut", kind="indirect"), make_quote("Plan ist"))
    [voice] = find_voices(Article(text=TEXT, quotes=quotes), Keys(Article(text=TEXT)))
    assert (voice.key, len(voice.quotes), voice.words) == ("u", 2, 4)


def test_a_quote_in_a_quote_of_the_same_speaker_needs_no_second_name() -> None:
    quotes = (make_quote("Brandts Plan ist gut", kind="indirect"), make_quote("Plan ist"), make_quote("Das"))
    found = Reader(Article(text=TEXT, quotes=quotes).to_html()).find("quote")[4:]
    assert [("data-speaker" in q, "data-again" in q) for q in found] == [(True, False), (False, False), (True, True)]


def test_a_quote_that_runs_over_paragraphs_bears_its_name_in_each() -> None:
    text = "Titel\n\n„Das ist eins.\n\nDas ist zwei“, sagt er."
    article = Article(text=text, quotes=(make_quote("Das ist eins.\n\nDas ist zwei", text=text),))
    reader = Reader(article.to_html())
    assert reader.text == text
    pieces = reader.find("quote")[4:]
    assert [("id" in p, "data-speaker" in p) for p in pieces] == [(True, True), (False, True)]


MARKS = [
    pytest.param([(0, 4), (1, 3)], "<1>a<2>bc</>d</>", id="one inside the other"),
    pytest.param([(0, 3), (2, 4)], "<1>ab<2>c</></><2>d</>", id="crossing: closed and opened again"),
    pytest.param([(0, 2), (2, 4)], "<1>ab</><2>cd</>", id="side by side"),
    pytest.param([(1, 3), (1, 3)], "a<1><2>bc</></>d", id="the same stretch: by rank"),
    pytest.param([(1, 1)], "abcd", id="empty"),
    pytest.param([(0, 3), (1, 4), (2, 4)], "<1>a<2>b<3>c</></></><2><3>d</></>", id="two opened again, in order"),
]


@pytest.mark.parametrize(("places", "expected"), MARKS)
def test_marks_nest(places: list[tuple[int, int]], expected: str) -> None:
    marks = [Mark(start, end, rank, f" {rank}") for rank, (start, end) in enumerate(places, 1)]
    html = nest("abcd", 0, 4, marks)
    assert html.replace("<span ", "<").replace("</span>", "</>") == expected


def test_a_name_in_a_name_is_no_link_in_a_link() -> None:
    inner, outer = mention("Brandt", "Alma"), mention("Alma Brandt")
    people = (Person(id="1", name="Brandt", mentions=(inner,)), Person(id="2", name="Alma Brandt", mentions=(outer,)))
    reader = Reader(Article(text=TEXT, entities=people).to_html())
    assert [tag for tag, a in reader.tags if a.get("id") in ("a1-e1-1", "a1-e2-1")] == ["a", "span"]
    assert reader.text == TEXT


PARAGRAPHS = [
    pytest.param("Eins.\n\nZwei.", [], ["Eins.", "Zwei."], id="a blank line"),
    pytest.param("Eins.\r\n \r\nZwei.", [], ["Eins.", "Zwei."], id="a blank line with a blank, of Windows"),
    pytest.param("Eins.\nZwei.", [(0, 5), (6, 11)], ["Eins.", "Zwei."], id="a line break between sentences"),
    pytest.param("Er\nging.\nSie\nkam.", [(0, 8), (9, 17)], ["Er\nging.\nSie\nkam."], id="folded lines"),
    pytest.param(" \n Eins \n ", [], ["Eins"], id="white space around"),
    pytest.param("", [], [], id="nothing"),
    pytest.param(" \n ", [], [], id="only white space"),
]


@pytest.mark.parametrize(("text", "sentences", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, sentences: list[tuple[int, int]], expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_paragraphs(text, sentences)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Niedersachsen will Strecken wiederbeleben", True, id="a headline"),
        pytest.param("Kommt jetzt die Bahn?", True, id="a question"),
        pytest.param("Die Bahn kommt.", False, id="a sentence"),
        pytest.param("Die Bahn\nkommt", False, id="two lines"),
        pytest.param("Wort " * 30 + "Wort", False, id="too long"),
    ],
)
def test_headlines(text: str, expected: bool) -> None:
    assert is_headline(text) is expected


def test_a_headline_is_the_heading() -> None:
    headed = Reader(Article(text="Bahn kommt\n\nSie kommt.").to_html())
    assert [tag for tag, _ in headed.tags if tag == "h1"] == ["h1"]
    assert "Bahn kommt" not in headed.words.replace("Bahn kommt", "", 1)  # in <title> alone
    plain = Reader(Article(text="Sie kommt. Er nicht.").to_html())
    assert [a.get("class") for tag, a in plain.tags if tag == "h1"] == ["unseen"]


EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;</style><!--"


def make_hostile() -> Article:
    """Markup wherever somebody else's words can stand: the text, names, ids, links, evidence."""
    text = f"{EVIL}\n\n{EVIL} sagt {EVIL}"
    first = Span(start=0, end=len(EVIL), text=EVIL)
    last = Span(start=len(text) - len(EVIL), end=len(text), text=EVIL)
    links = tuple(
        Link(source=source, id=i, label=EVIL, evidence=EVIL)
        for source in ("wikidata", "geonames", EVIL)
        for i in ("javascript:alert(1)", f'Q1" onclick="{EVIL}', "Q1\n", EVIL)
    )
    person = Person(
        id=EVIL,
        name=EVIL,
        mentions=(Mention(**first.model_dump()),),
        roles=(Role(**last.model_dump()),),
        links=links,
        affiliations=(EVIL,),
    )
    speaker = EntitySpeaker(name=EVIL, entity_id=EVIL, span=first, evidence=EVIL)
    quote = Quote(id=EVIL, kind="direct", spans=(last,), speaker=speaker, cues=(first,), addressees=(first,), rule=EVIL)
    return Article(text=text, entities=(person,), quotes=(quote,))


HOSTILE = make_hostile()


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(HOSTILE.to_html(), id="a page"),
        pytest.param(HOSTILE.to_html(page=False), id="a part"),
        pytest.param(make_page([(EVIL, HOSTILE), (EVIL, HOSTILE)]), id="several, of hostile file names"),
        pytest.param(HOSTILE.quotes[0]._repr_html_(), id="a quote"),
        pytest.param(HOSTILE.people[0]._repr_html_(), id="a person"),
    ],
)
def test_what_others_write_is_shown_and_does_nothing(html: str) -> None:
    reader = Reader(html)
    assert sum(tag == "script" for tag, _ in reader.tags) == html.count("<script>") <= 1
    assert "img" not in {tag for tag, _ in reader.tags}
    for _, attributes in reader.tags:
        assert not [name for name in attributes if name.startswith("on")]
        assert attributes.get("href", "#").startswith(("#", "data:,"))
    assert EVIL in reader.text + reader.words


def test_a_page_lets_nothing_run_or_load_but_its_own() -> None:
    reader = Reader(HOSTILE.to_html())
    [policy] = [a["content"] for _, a in reader.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not [a for tag, a in reader.tags if "src" in a or tag in ("iframe", "object", "embed", "form")]
    assert [a["href"] for tag, a in reader.tags if tag == "link"] == ["data:,"]


@pytest.mark.parametrize(
    ("source", "identifier", "address"),
    [
        pytest.param("wikidata", "Q49762", "https://www.wikidata.org/wiki/Q49762", id="wikidata"),
        pytest.param("geonames", "2950159", "https://www.geonames.org/2950159", id="geonames"),
        pytest.param("iso3166", "DE", None, id="no address known"),
        pytest.param("wikidata", "Q1?x", None, id="no identifier of that list"),
        pytest.param("geonames", "२", None, id="a digit, but none of ASCII"),
        pytest.param("house", "https://example.org", None, id="one's own list"),
    ],
)
def test_links(source: str, identifier: str, address: str | None) -> None:
    reader = Reader(write_link(Link(source=source, id=identifier, label="x", evidence="")))
    assert [a["href"] for _, a in reader.tags] == ([address] if address else [])
    assert identifier in reader.words


def test_several_articles_make_one_page_with_an_index() -> None:
    reader = Reader(make_page([("eins.txt", ARTICLE), ("zwei.txt", Article(text="Bahn kommt\n\nSie kommt."))]))
    ids = [a["id"] for _, a in reader.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert [a["href"] for tag, a in reader.tags if tag == "a"][:2] == ["#a1-top", "#a2-top"]
    assert [tag for tag, _ in reader.tags if tag in ("h1", "h2")] == ["h1", "h2", "h2"]
    assert "eins.txt · 4 quotes, 7 names" in reader.words


@pytest.mark.parametrize("articles", [[], [("", Article(text=""))]], ids=["no article", "an empty one"])
def test_pages_of_nothing(articles: list[tuple[str, Article]]) -> None:
    assert Reader(make_page(articles)).text == ""


def test_parts_of_different_articles_can_stand_on_one_page() -> None:
    parts = ARTICLE.to_html(page=False) + Article(text="Anders.").to_html(page=False)
    ids = [a["id"] for _, a in Reader(parts).tags if "id" in a]
    assert len(ids) == len(set(ids))


PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=12)
WORDS = st.text(st.sampled_from("aß <>&\"'\r\n\t\u2028ée\u0301\U0001f41f\x0c"), max_size=40)


@given(WORDS, PLACES, PLACES)
def test_without_the_tags_it_is_the_text(text: str, names: Any, quoted: Any) -> None:
    def spans(places: list[tuple[int, int]]) -> list[dict[str, Any]]:
        return [
            {"start": s, "end": s + len(text[s : s + n]), "text": text[s : s + n]} for s, n in places if s <= len(text)
        ]

    people = [{"kind": "person", "id": str(i), "name": "x", "mentions": [m]} for i, m in enumerate(spans(names))]
    unknown = {"kind": "unknown"}
    quotes = [{"id": str(i), "kind": "free", "spans": [s], "speaker": unknown} for i, s in enumerate(spans(quoted))]
    article = Article.model_validate({"text": text, "entities": people, "quotes": quotes})
    for page in (True, False):
        assert Reader(article.to_html(page=page)).text == text


def test_a_nul_which_no_page_can_hold_is_shown_as_lost() -> None:
    assert Reader(Article(text="ein\0s\r\nzwei").to_html()).text == "ein\ufffds\r\nzwei"


def test_a_megabyte_takes_time_in_proportion() -> None:
    def measure(times: int) -> float:
        article = repeat(times)
        started = time.process_time()
        html = article.to_html()
        assert len(html) > times * len(TEXT)
        return time.process_time() - started

    small, large = measure(400), measure(4000)
    assert large < 40 * small + 1
    assert large < 60


def repeat(times: int) -> Article:
    """The sample many times over, each with entities of its own."""

    def move(record: Any, number: int) -> Any:
        if isinstance(record, dict):
            moved = {key: move(value, number) for key, value in record.items()}
            for key in ("start", "end"):
                if key in moved:
                    moved[key] += number * (len(TEXT) + 2)
            for key in ("id", "entity_id"):
                if moved.get(key):
                    moved[key] += f"-{number}"
            return moved
        return [move(part, number) for part in record] if isinstance(record, list | tuple) else record

    sample = ARTICLE.model_dump()
    copies = [move({"entities": sample["entities"], "quotes": sample["quotes"]}, n) for n in range(times)]
    return Article.model_validate(
        {"text": (TEXT + "\n\n") * times, **{k: [r for c in copies for r in c[k]] for k in ("entities", "quotes")}}
    )


def test_records_and_tuples_of_them_are_tables_in_notebooks() -> None:
    table = Reader(ARTICLE.quotes._repr_html_())  # type: ignore[attr-defined]
    assert sum(tag == "tr" for tag, _ in table.tags) == 5
    assert "Boris Kellerdirect" in table.words
    assert "Das … kostet die EU viel." in table.words
    people = Reader(ARTICLE.people._repr_html_())  # type: ignore[attr-defined]
    assert "Alma Brandtperson4× Alma Brandt, Brandts, BrandtAußenministerin" in people.words
    for found in (ARTICLE.quotes_by("Keller"), ARTICLE.entities_called("Keller"), ARTICLE.quotes[:2], ARTICLE.places):
        assert isinstance(found, Records)
        assert "<table>" in (found._repr_html_() or "")
    for record in (ARTICLE.quotes[0], ARTICLE.people[0], ARTICLE.places[0], ARTICLE.organisations[0]):
        assert "<table>" in record._repr_html_()
    assert ARTICLE._repr_html_() == ARTICLE.to_html(page=False)


def test_tables_of_much_and_of_nothing() -> None:
    assert "the first 100 of 1,200" in (make_table(ARTICLE.quotes * 300) or "")
    assert make_table(()) is None
    assert make_table((1, 2)) is None
    assert Records()._repr_html_() is None


def test_tuples_of_records_are_tuples() -> None:
    assert ARTICLE.quotes == tuple(ARTICLE.quotes)
    assert hash(ARTICLE.quotes) == hash(tuple(ARTICLE.quotes))
    assert repr(ARTICLE.quotes) == repr(tuple(ARTICLE.quotes))
    assert isinstance(Article.model_validate_json(ARTICLE.model_dump_json()).quotes, Records)


def test_print_shows_the_summary() -> None:
    shown = str(ARTICLE)
    assert "Who said what\n  Boris Keller\n    direct    „Brandts Plan ist gut“  sagte" in shown
    assert "\x1b" not in shown
    assert str(Article(text="")).endswith("Nobody is quoted and nothing is named.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("kurz", "kurz", id="as it is"),
        pytest.param("eins  zwei\nx", "eins zwei x", id="one line"),
        pytest.param("eins zwei drei vier", "eins zwei …", id="cut at a word"),
        pytest.param("einszweidreivier", "einszweidr …", id="cut in a word that is too long"),
        pytest.param("x" * 10**6, "x" * 10 + " …", id="a word of a megabyte"),
    ],
)
def test_shorten(text: str, expected: str) -> None:
    assert shorten(text, 12) == expected


def test_count() -> None:
    assert [count(n, "quote") for n in (0, 1, 2000)] == ["0 quotes", "1 quote", "2,000 quotes"]
