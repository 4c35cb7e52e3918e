"""Every reference of HTML 5 is read, and nothing else that has an ampersand."""

from __future__ import annotations

import unicodedata
from html.entities import html5

import pytest

from newsents.references import REFERENCE, dereference


def read(text: str) -> str:
    return REFERENCE.sub(dereference, text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("&bdquo;Ja&ldquo;, R&amp;D, K&ouml;ln", "„Ja“, R&D, Köln", id="named"),
        pytest.param("&#228; &#xE4; &#XE4; &#x000e4;", "ä ä ä ä", id="numbered, decimal and hexadecimal"),
        pytest.param("&#132;Ja&#147;", "„Ja“", id="numbers of WINDOWS-1252, as HTML 5 has it"),
        pytest.param("Bundes&shy;re&#173;gie&#xAD;rung&zwnj;&lrm;&#8203;", "Bundesregierung", id="invisible"),
        pytest.param("1&nbsp;2&thinsp;3&ensp;4&emsp;5&#160;6&Tab;7&ThickSpace;8", "1 2 3 4 5 6 7 8", id="spaces"),
        pytest.param("eins&NewLine;zwei&#10;drei&#x2028;vier&#13;&#10;", "eins\nzwei\ndrei\nvier \n", id="lines"),
        pytest.param("&fjlig;ord", "fjord", id="a name for two characters"),
        pytest.param("&#x1F600;", "\U0001f600", id="a picture"),
        pytest.param("&amp;shy;", "&shy;", id="read once, not twice"),
        pytest.param("M&uumlller, Stra&szlige, 5&nbspEuro, &laquoJa&raquo", "Müller, Straße, 5 Euro, «Ja»", id="no ;"),
        pytest.param("F&amp E, 3 &lt 4, M&#252ller", "F& E, 3 < 4, Müller", id="no semicolon, no word that goes on"),
    ],
)
def test_what_is_meant(written: str, meant: str) -> None:
    assert read(written) == meant


@pytest.mark.parametrize(
    "prose",
    [
        pytest.param("AT&T, R&D, H&M, Q&A, S&P 500, & Co., &", id="companies"),
        pytest.param("Druck&copy, Kunst&times, Uni&ETH, A&not", id="names that are words"),
        pytest.param("?seite=1&lt=2&amp=3&copy=4", id="addresses"),
        pytest.param("Stopp&ampel, &notit; &hellip", id="words that begin like a name, a name that needs its ;"),
        pytest.param("&nichts; &; &#; &#x; &#xyz;", id="no names"),
        pytest.param("&#7; &#x1B; &#xE000; &#xFFFE;", id="no characters of a text"),
        pytest.param("&#12345678901; &#x123456789;", id="too long a number"),
    ],
)
def test_what_stays(prose: str) -> None:
    assert read(prose) == prose


def test_every_name_of_html_5() -> None:
    for name, text in html5.items():
        if name.endswith(";"):
            visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
            blank = "\n" if visible == "\n" else " "
            assert read(f"&{name}") == (blank if visible.isspace() else visible), name


def test_every_number() -> None:
    """No number leaves anything invisible, or a space that is no blank."""
    for number in [*range(0x3000), *range(0xD700, 0xE100), 0xFEFF, 0x10FFFF, 0x110000, 9_999_999_999]:
        for reference in (f"&#{number};", f"&#x{number:x};"):
            text = read(reference)
            assert text in ("", " ", "\n", reference) or (len(text) == 1 and text.isprintable()), reference
