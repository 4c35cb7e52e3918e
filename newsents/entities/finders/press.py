"""Finds press titles in quotation marks, which are words or places elsewhere: "der „Zeit“", "der «Berner Zeitung»"."""

from __future__ import annotations

from newsents.entities.names import Name
from newsents.entities.surroundings import make_name
from newsents.reading.view import View
from newsents.words.known_names import column, is_press_head
from newsents.words.marks import is_mark

LONGEST_TITLE = 6


def find_press_titles(view: View) -> list[Name]:
    """The titles, in order; their words may have been taken for other names."""
    found = (_find_at(view, i) for i, word in enumerate(view.words) if is_mark(word))
    return [name for name in found if name is not None]


def _find_at(view: View, i: int) -> Name | None:
    """What an opening mark behind an article holds, if it is known as a title or ends like one."""
    if not (view.is_article(i - 1) or view.tag(i - 1) == "APPRART"):
        return None
    end = next((k for k in range(i + 1, min(i + LONGEST_TITLE, len(view))) if is_mark(view.words[k])), i)
    words = view.words[i + 1 : end]
    title = " ".join(words)
    is_known = not {title, title.removesuffix("s")}.isdisjoint(column("press_titles.tsv", "title"))
    has_head = bool(words) and words[0][0].isupper() and is_press_head(words[-1])
    if not title or not (is_known or has_head):
        return None
    if view.is_glued(end) and view.word(end + 1).startswith("-"):
        return make_name(view, i, end + 2, "organisation", "part")  # "„Spiegel“-Reporter"
    return make_name(view, i + 1, end, "organisation")
