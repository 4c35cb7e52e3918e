"""Spellings of one name: transliterations from Cyrillic, companies with and without legal form, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsents.words.bodies import strip_legal_form
from newsents.words.closed_classes import load_words
from newsents.words.known_names import first_names

# In order: what several transliterations write for one Cyrillic letter → one sign.
TRANSLITERATIONS = (
    ("schtsch", "š"), ("shch", "š"), ("dsch", "j"), ("tsch", "c"), ("sch", "s"), ("sh", "s"), ("zh", "s"),
    ("ch", "h"), ("kh", "h"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ks", "x"), ("tz", "z"), ("ts", "z"),
    ("w", "v"), ("ou", "u"), ("ij", "i"), ("yj", "i"), ("iy", "i"), ("yy", "i"), ("ii", "i"),
    ("ye", "e"), ("je", "e"), ("yu", "u"), ("ju", "u"), ("ya", "a"), ("ja", "a"), ("j", "i"), ("y", "i"), ("z", "s"),
)  # fmt: skip


def transliteration_key(word: str) -> str:
    """Equal for spellings of one name: "Lawrow", "Lavrov"; "Selenskyj", "Zelensky"; not for "Meier", "Maier"."""
    key = word.casefold()
    for written, sign in TRANSLITERATIONS:
        key = key.replace(written, sign)
    return re.sub(r"i+", "i", key)


def short_company_names(name: str) -> Iterator[str]:
    """The single words that a company may go by: "Rieger" for "Rieger Glas SE", "Bosch" for "Robert Bosch GmbH"."""
    words = strip_legal_form(tuple(name.split()))
    if len(words) > 1 or words != tuple(name.split()):
        yield words[0]
    if len(words) == 2 and words != tuple(name.split()) and words[0] in first_names():
        yield words[1]


def initials(name: str) -> str:
    """ "Deutsche Presse-Agentur" → "dpa"; small words do not count."""
    parts = (p for p in re.split(r"[\s/&.-]+", name) if p and p.casefold() not in load_words("inside name"))
    return "".join(p[0] for p in parts).casefold()


def is_acronym(name: str) -> bool:
    """Whether a name looks like a short form: "EuGH", "dpa", "VCS"."""
    return " " not in name and 2 <= len(name) <= 7 and (sum(c.isupper() for c in name) >= 2 or name.islower())
