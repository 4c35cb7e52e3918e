"""Forms of verbs from their infinitive, so that a verb of speaking is one line in the lexicon.

"mit|teilen" -> teilte … mit, mitteilte, mitgeteilt, mitzuteilen; "versprechen" -> verspricht, versprach, versprochen.
"""

from __future__ import annotations

from functools import cache

from newsents.lexicons import Row, load_table

INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "wider", "zer", "über", "unter")
NEEDS_E = ("t", "d", "chn", "ffn", "gn", "dm", "tm")


@cache
def _strong() -> dict[str, Row]:
    return {row["infinitive"]: row for row in load_table("strong_verbs.tsv")}


def make_finite_forms(infinitive: str) -> frozenset[str]:
    """Finite forms of a verb without its separable prefix: "teilen" -> teilt, teilte, teilten …"""
    prefix, row = _find_strong(infinitive)
    stem = _stem(infinitive)
    if row is None:
        link = "e" if stem.endswith(NEEDS_E) else ""
        past = f"{stem}{link}te"
        present = {f"{stem}{link}t", f"{stem}{link}st"}
        pasts = {past, past + "n", past + "st", past + "t"}
    else:
        third, past, second = row["third"], row["past"], row["subjunctive"]
        present = {prefix + third, f"{stem}t"}
        pasts = {prefix + past, prefix + second, prefix + second + "n"} | {
            prefix + past + ending for ending in (("n", "st", "t") if past.endswith("e") else ("en", "st", "t"))
        }
    return frozenset({f"{stem}e", f"{stem}en", infinitive, *present, *pasts} | _syncopated(infinitive))


def make_participle(infinitive: str) -> str:
    """ "teilen" -> geteilt, "versprechen" -> versprochen, "kritisieren" -> kritisiert."""
    prefix, row = _find_strong(infinitive)
    if row is not None:
        return prefix + row["participle"].removeprefix("ge") if prefix else row["participle"]
    stem = _stem(infinitive)
    weak = f"{stem}{'e' if stem.endswith(NEEDS_E) else ''}t"
    return weak if infinitive.endswith("ieren") or infinitive.startswith(INSEPARABLE) else f"ge{weak}"


def _find_strong(infinitive: str) -> tuple[str, Row | None]:
    """The irregular verb that an infinitive is or is made of: "versprechen" -> "ver", sprechen."""
    table = _strong()
    if infinitive in table:
        return "", table[infinitive]
    for prefix in INSEPARABLE:
        rest = infinitive.removeprefix(prefix)
        if rest != infinitive and rest in table:
            return prefix, table[rest]
    return "", None


def _stem(infinitive: str) -> str:
    if infinitive.endswith("en"):
        return infinitive.removesuffix("en")
    return infinitive.removesuffix("n")


def _syncopated(infinitive: str) -> set[str]:
    """ "zweifeln" -> zweifle, "äußern" -> äußre."""
    if not infinitive.endswith(("eln", "ern")):
        return set()
    return {f"{infinitive[:-3]}{infinitive[-2]}e"}
