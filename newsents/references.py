"""HTML's references to characters, as text out of a page may still have them: "&bdquo;Ja&#x201C;, M&uuml;ller"."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"

# Names that HTML 5 reads without the semicolon too. Most of them may be words of the text ("Druck&copy", "Uni&ETH"):
# read are those that are none, wherever they stand ("M&uumlller"), and some where no word goes on ("R&amp D").
NO_WORDS = "|".join(
    name for name in html5 if re.fullmatch(r".+(?:uml|acute|grave|circ|tilde|cedil|lig)|nbsp|shy|[lr]aquo", name)
)
WORDS = "amp|lt|gt|quot"
REFERENCE = re.compile(
    r"&(?:#[0-9]{1,10}(?![0-9]);?|#[xX][0-9a-fA-F]{1,8}(?![0-9a-fA-F]);?|[A-Za-z][A-Za-z0-9]{1,31};"
    rf"|(?:{NO_WORDS})|(?:{WORDS})(?![A-Za-z0-9=]))"
)
_WHITE = {"\n": "\n", "\u2028": "\n", "\u2029": "\n"}  # every other space is a blank
_VANISHING = re.compile(f"[{INVISIBLE}]+")


def dereference(match: re.Match[str]) -> str:
    """What a reference stands for, a blank for any space, nothing for what is invisible.

    The reference as it stands if HTML 5 has no such name ("&nichts;"), or if it is no character of a text ("&#7;").
    """
    reference = match[0]
    text = unescape(reference) if reference[1] == "#" else html5.get(reference[1:], "")
    if not text or not all(c.isprintable() or c.isspace() or _VANISHING.match(c) for c in text):
        return reference
    if text.isspace():
        return _WHITE.get(text, " ")
    return _VANISHING.sub("", text)
