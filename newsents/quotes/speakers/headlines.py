"""Who speaks marked words of the headline that have no frame: who says them below, is named there, is quoted most."""

from __future__ import annotations

import re
from collections import Counter

from newsents.quotes.candidates import Candidate
from newsents.quotes.speakers.antecedents import Context
from newsents.quotes.speakers.discourse import Discourse
from newsents.quotes.speakers.someone import Someone
from newsents.reading.ranges import TokenRange


def find_in_headline(context: Context, candidate: Candidate) -> tuple[Someone, str, TokenRange | None] | None:
    """The one person whom the headline names besides its quote, else who speaks most of the article's quotes."""
    discourse = context.discourse
    headline = discourse.view.paragraphs[0]
    if candidate.kind != "direct" or candidate.cues or not headline[0] <= candidate.spans[0][0] < headline[1]:
        return None
    names = [n for n in discourse.names_in(headline) if n.entity.kind == "person"]
    names = [n for n in names if not any(start <= n.start < end for start, end in candidate.spans)]
    if len({n.entity.id for n in names}) == 1:
        tokens = names[0].start, names[0].end
        return context.named(names[0].entity), f"named in the headline: {names[0].entity.name}", tokens
    said = Counter(someone for _, someone in context.spoken)
    someone, times = said.most_common(1)[0] if said else (None, 0)
    if someone is None or someone.entity is None or not someone.is_person or 2 * times < len(context.spoken):
        return None
    return someone, f"most quoted: {someone.name}", someone.tokens


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def find_headline_sources(discourse: Discourse, candidates: list[Candidate]) -> dict[int, int]:
    """For quotes of the headline without a frame, the later quote with the same words: „Wir sind keine Kulisse“."""
    view = discourse.view
    words = {
        i: " ".join(_folded(view.text_of(span)) for span in c.spans)
        for i, c in enumerate(candidates)
        if c.kind == "direct"
    }
    headlines = [i for i in words if candidates[i].speaker is None and view.paragraph[candidates[i].spans[0][0]] == 0]
    found: dict[int, int] = {}
    for i in headlines[:3]:
        for j, text in words.items():
            if j != i and j not in headlines and words[i] and words[i] in text:
                found[i] = j
                break
    return found
