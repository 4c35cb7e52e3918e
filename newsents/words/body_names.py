"""What an organisation's name alone says of it: "VfL Bochum" is a club, "Brennecke AG" a company, "SPD" a party."""

from __future__ import annotations

from functools import cache

from newsents.lexicons import load_table

# Kinds of known organisations, and which nouns' topics they answer to.
TOPICS = {"party": "party", "agency": "media", "broadcaster": "media", "press": "media"}


@cache
def _known() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    known = {row["name"]: TOPICS.get(row["type"], "") for row in load_table("known_organisations.tsv")}
    clubs = frozenset(row["word"] for row in load_table("club_words.tsv"))
    forms = frozenset(row["form"] for row in load_table("legal_forms.tsv"))
    return known, clubs, forms


def topic_of_name(name: str) -> str:
    """What a name alone says of its bearer: "VfL Bochum" -> club, "Brennecke AG" -> company, "SPD" -> party."""
    known, clubs, forms = _known()
    words = name.split()
    if name in known:
        return known[name]
    if words[0] in clubs:
        return "club"
    return "company" if words[-1] in forms else ""
