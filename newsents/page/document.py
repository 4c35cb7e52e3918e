"""One page of one or several articles, or a part of a page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from newsents.page.escaping import count, escape, shorten
from newsents.page.paragraphs import LINE_BREAK
from newsents.page.register import write_register
from newsents.page.text import write_text
from newsents.page.voices import Keys, find_voices

if TYPE_CHECKING:
    from newsents.article import Article

LONG = 100_000  # characters, from which on the browser lays out what is in sight alone
FOOT = "<footer>Found by newsents: read by a program, which errs. The text is the article’s, word for word.</footer>\n"
LEGEND = (
    '<p class="legend"><span class="unseen">How it is marked: </span>'
    '<span class="quote direct">direct</span> <span class="quote indirect">indirect</span> '
    '<span class="quote free">free</span> <span class="quote reported">reported</span> quotes; '
    '<span class="name person">people</span>, <span class="name organisation">organisations</span>, '
    '<span class="name place">places</span>; <span class="cue">cues</span></p>\n'
)


def make_part(article: Article) -> str:
    """An article as a part of any page, with style and script; its ids are its own wherever it stands."""
    prefix = f"n{sha256(article.text.encode()).hexdigest()[:8]}-"
    style, script = _read_assets()
    return f"<style>{style}</style>\n{_write_article(article, prefix, 2)}<script>{script}</script>\n"


def make_page(articles: Iterable[tuple[str, Article]]) -> str:
    """A whole page of articles with their names (of files; "" for none), with an index where they are several."""
    named = list(articles)
    single = len(named) == 1
    title = find_title(named[0][1]) if single else count(len(named), "article")
    index = "" if single else f"<h1>{title}</h1>\n{_write_index(named)}"
    bodies = "".join(
        _write_article(article, f"a{number}-", 1 if single else 2, name)
        for number, (name, article) in enumerate(named, 1)
    )
    return f'{_write_head(title)}<body class="newsents-page">\n{index}<main>\n{bodies}</main>\n{FOOT}</body>\n</html>\n'


def find_title(article: Article) -> str:
    """The first line of an article, which is its headline where it has one."""
    return shorten(LINE_BREAK.split(article.text.lstrip(), 1)[0]) or "Empty article"


def _write_article(article: Article, prefix: str, level: int, name: str = "") -> str:
    keys = Keys(article)
    voices = find_voices(article, keys)
    title = escape(find_title(article))
    text, headed = write_text(article, keys, prefix, f"h{level}")
    unseen = "" if headed else f'<h{level} class="unseen">{title}</h{level}>\n'
    register = write_register(article, keys, voices, prefix, level + 1)
    skip = f'<p class="skip"><a href="#{prefix}register">To people and quotes</a></p>'
    file = f'<p class="file">{escape(name)}</p>\n' if name else ""
    length = " long" if len(article.text) > LONG else ""
    return (
        f'<section class="newsents{length}" id="{prefix}top" aria-label="{title}">\n<div class="columns">\n'
        f'<div class="top">{file}{LEGEND}{skip}</div>\n'
        f'{unseen}<article lang="de">{text}</article>\n'
        f'<section class="register" id="{prefix}register" aria-label="People and quotes of: {title}">\n'
        f"{register}</section>\n</div>\n</section>\n"
    )


def _write_index(named: list[tuple[str, Article]]) -> str:
    items = []
    for number, (name, article) in enumerate(named, 1):
        file = f"{escape(name)} · " if name else ""
        figures = f"{count(len(article.quotes), 'quote')}, {count(len(article.entities), 'name')}"
        items.append(
            f'<li><a href="#a{number}-top"><bdi lang="de">{escape(find_title(article))}</bdi></a> '
            f"<small>{file}{figures}</small></li>\n"
        )
    return f'<nav class="index" aria-label="Articles">\n<ol>\n{"".join(items)}</ol>\n</nav>\n'


def _write_head(title: str) -> str:
    """The head; its policy lets nothing run but our script, whatever a text may smuggle in, and nothing be fetched."""
    style, script = _read_assets()
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<link rel="icon" href="data:,">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n<script>{script}</script>\n</head>\n"
    )


def _digest(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


@cache
def _read_assets() -> tuple[str, str]:
    folder = files("newsents.page")
    style, script = (folder.joinpath(name).read_text(encoding="utf-8") for name in ("style.css", "light.js"))
    return style, script
