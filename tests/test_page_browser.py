"""The page in headless Chromium: what is touched lights up, nothing is fetched, and axe-core finds nothing serious."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample import make_article
from test_page import HOSTILE, repeat

import newsents
from newsents.article import Article
from newsents.page import make_page

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the extra `browser`")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra `browser`")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None:
    pytest.skip("needs Chromium on the PATH, or its place in $CHROMIUM", allow_module_level=True)

WIDTHS = (400, 900, 1400)
SCHEMES = ("light", "dark")
ARTICLE = make_article()
NEWS = newsents.extract((Path(__file__).parents[1] / "examples/data/politik.txt").read_text("utf-8"))
PAGES = {
    "sample": ARTICLE.to_html(),
    "article": NEWS.to_html(),
    "several": make_page([("eins.txt", NEWS), ("zwei.txt", ARTICLE), ("drei.txt", Article(text=""))]),
    "hostile": HOSTILE.to_html(),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Visit:
    """An opened page, with everything that it complained of or asked for."""

    def __init__(self, browser: Any, html: str, folder: Path, **options: Any) -> None:
        path = folder / "page.html"
        path.write_text(html, encoding="utf-8", newline="")
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())
        self.address = path.as_uri()

    def lit(self, selector: str = "article .quote") -> list[str]:
        return self.page.locator(f"{selector}.lit").all_text_contents()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Any]:
    visits: list[Visit] = []

    def open_page(html: str, *, width: int = 1400, scheme: str = "light", **options: Any) -> Visit:
        size = {"width": width, "height": 900}
        visits.append(Visit(browser, html, tmp_path, viewport=size, color_scheme=scheme, **options))
        return visits[-1]

    yield open_page
    for opened in visits:
        assert opened.complaints == []
        assert [r for r in opened.requests if not r.startswith((opened.address, "data:"))] == []
        opened.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(name: str, width: int, scheme: str, visit: Any) -> None:
    page = visit(PAGES[name], width=width, scheme=scheme).page
    page.locator("article .quote, article").first.hover()  # also what is lit can be read
    found = axe.Axe().run(page).response["violations"]
    assert [(f["id"], [n["html"] for n in f["nodes"]]) for f in found if f["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_window(name: str, width: int, visit: Any) -> None:
    assert visit(PAGES[name], width=width).page.evaluate("document.documentElement.scrollWidth") <= width


def test_touching_a_quote_lights_everything_of_its_speaker(visit: Any) -> None:
    opened = visit(PAGES["sample"])
    opened.page.locator("article .quote").first.hover()
    assert opened.lit() == ["Brandts Plan ist gut"]
    assert opened.lit("article .name") == ["Boris Keller", "Keller"]
    assert opened.lit("article .cue") == ["sagte"]
    opened.page.locator("article .quote.indirect").hover()
    assert opened.lit() == ["Wien und Brandt schweigen"]
    assert opened.lit("article .speaker") == ["österreichische Beamte"]


@pytest.mark.parametrize("width", WIDTHS)
def test_touching_a_name_shows_all_that_is_known_of_it(width: int, visit: Any) -> None:
    opened = visit(PAGES["sample"], width=width)
    opened.page.locator("article .name.person").first.hover()
    assert opened.lit("article .name") == ["Alma Brandt", "Brandts", "Brandt", "Brandt"]
    assert opened.lit("article .role") == ["Außenministerin"]
    card = opened.page.locator(".card.lit")
    sync_api.expect(card).to_be_in_viewport(ratio=0.5)
    assert "named 4×" in card.inner_text()


def test_the_keyboard_does_what_the_pointer_does(visit: Any) -> None:
    opened = visit(PAGES["sample"])
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.textContent") == "To people and quotes"
    opened.page.keyboard.press("Tab")
    assert opened.lit("article .name") == ["Alma Brandt", "Brandts", "Brandt", "Brandt"]
    opened.page.keyboard.press("Escape")
    assert opened.lit("article .name") == []
    opened.page.locator(".voices a", has_text="Ben Keller").focus()
    assert opened.lit() == ["Brandt"]


def test_on_a_phone_a_touched_name_stays_where_one_reads(visit: Any) -> None:
    opened = visit(PAGES["article"], width=400, has_touch=True)
    opened.page.locator("article .name.person").first.tap()
    card = opened.page.locator(".card.shown")
    sync_api.expect(card).to_be_in_viewport()
    assert opened.page.evaluate("scrollY") == 0
    card.locator("ol a").last.tap()
    assert opened.page.evaluate("scrollY") > 0
    sync_api.expect(card).to_be_in_viewport()


def test_without_script_all_is_there_and_names_lead_to_it(visit: Any) -> None:
    opened = visit(PAGES["sample"], java_script_enabled=False)
    opened.page.locator("article .name", has_text="Brandts").click()
    assert opened.page.url.endswith("#a1-e1")
    card = opened.page.locator(".card:target")
    sync_api.expect(card).to_be_in_viewport()
    card.locator("a", has_text="Brandts").click()
    assert opened.page.url.endswith("#a1-e1-2")


def test_a_screen_reader_gets_landmarks_and_speakers(visit: Any) -> None:
    page = visit(PAGES["several"]).page
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("navigation", name="Articles").get_by_role("link").count() == 3
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("group", name="direct quote, Boris Keller").inner_text() == "Brandts Plan ist gut"
    assert page.get_by_role("region", name="People and quotes of").count() == 3


def test_the_speaker_is_seen_beside_the_quote(visit: Any) -> None:
    shown = visit(PAGES["sample"]).page.evaluate(
        "getComputedStyle(document.querySelector('article .quote'), '::before').content"
    )
    assert "Boris Keller" in shown


@pytest.mark.parametrize("width", [400, 1400])
def test_a_long_article_opens(width: int, visit: Any) -> None:
    opened = visit(repeat(1500).to_html(), width=width)
    assert opened.page.locator("article").evaluate("e => e.textContent.length") > 300_000
    opened.page.locator("article .name.person").nth(3000).hover()
    assert len(opened.lit("article .name")) >= 1


def test_print_takes_the_whole_page(visit: Any) -> None:
    page = visit(PAGES["article"]).page
    page.emulate_media(media="print")
    register = page.locator(".register")
    assert register.evaluate("e => e.scrollHeight - e.clientHeight") == 0
    assert page.pdf().startswith(b"%PDF")
