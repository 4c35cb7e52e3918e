"""Builds newsents/lexicons/lemmas.npz: German word forms, each with the rule that makes its lemma.

    pip install . spacy-lookups-data german-nouns && python tools/build_lemmas.py

From spacy-lookups-data (MIT), and for nouns german-nouns (CC BY-SA 4.0, from the German Wiktionary). A rule says
what to do to a form: take out the "ge" at a position (-1: none), cut so many letters off its end, add a suffix.
650,000 forms share some thousand rules ("gearbeitet" → "arbeiten": 0, 2, "en").
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from newsents.words.forms import FormTable
from newsents.words.lemmas import apply_rule

OUT = Path(__file__).parent.parent / "newsents" / "lexicons" / "lemmas.npz"
CASES = ("nominativ", "genitiv", "dativ", "akkusativ")


def find_data(package: str, name: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    (folder,) = spec.submodule_search_locations or ()
    return Path(folder) / name


def read_lookups() -> Iterator[tuple[str, str]]:
    path = find_data("spacy_lookups_data", "data/de_lemma_lookup.json.gz")
    yield from json.loads(gzip.decompress(path.read_bytes())).items()


def read_nouns() -> Iterator[tuple[str, str]]:
    with find_data("german_nouns", "nouns.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["lemma"][:1].isalpha():
                for column, form in row.items():
                    if column.startswith(CASES) and form and form[:1].isalpha() and " " not in form:
                        yield form, row["lemma"]


def shared(a: str, b: str) -> int:
    """How many letters two words begin with in common."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def find_rule(form: str, lemma: str) -> tuple[int, int, str]:
    """The shortest rule from a form to its lemma."""
    rules = []
    for ge in (-1, form.find("ge")):
        rest = form if ge < 0 else form[:ge] + form[ge + 2 :]
        n = shared(rest, lemma)
        rules.append((ge, len(rest) - n, lemma[n:]))
    return min(rules, key=lambda r: (r[1] + len(r[2]), r[0]))


AUXILIARIES = {
    "sein": "sein bin bist ist sind seid war warst waren wart sei seist seien seiet wäre wären wärst wärt gewesen",
    "haben": "haben habe hab hast hat habt hatte hattest hatten hattet hätte hättest hätten hättet gehabt",
    "werden": "werden werde wirst wird werdet wurde wurdest wurden wurdet würde würdest würden würdet geworden worden",
    "können": "können kann kannst könnt konnte konntest konnten konntet könne könnte könnten gekonnt",
    "müssen": "müssen muss muß musst müsst musste musstest mussten mußte mußten müsse müsste müssten gemusst",
    "sollen": "sollen soll sollst sollt sollte solltest sollten solle gesollt",
    "wollen": "wollen will willst wollt wollte wolltest wollten wolle gewollt",
    "dürfen": "dürfen darf darfst dürft durfte durften dürfe dürfte dürften gedurft",
    "mögen": "mögen mag magst mögt mochte mochten möge möchte möchten möchtest gemocht",
    "wissen": "wissen weiß weißt wisst wusste wussten wisse wüsste wüssten gewusst",
}


def read_auxiliaries() -> dict[str, str]:
    """Own list of the closed class, whose forms the other sources take for other words, or lack."""
    return {form: lemma for lemma, forms in AUXILIARIES.items() for form in forms.split()}


def main() -> None:
    lemmas = read_auxiliaries()
    nouns = list(read_nouns())
    for _, lemma in nouns:
        lemmas.setdefault(lemma, lemma)
    for form, lemma in [*read_lookups(), *nouns]:
        lemmas.setdefault(form, lemma)
    for lemma in list(lemmas.values()):
        lemmas.setdefault(lemma, lemma)
    numbers: dict[tuple[int, int, str], int] = {}
    forms = {}
    for form, lemma in lemmas.items():
        rule = find_rule(form, lemma)
        assert apply_rule(form, *rule) == lemma
        forms[form] = numbers.setdefault(rule, len(numbers) + 1)
    rules = np.array(["\t".join(map(str, rule)) for rule in numbers])
    table = FormTable.build(forms)
    np.savez_compressed(OUT, keys=table.keys, numbers=table.numbers, rules=rules)
    print(f"{len(forms)} forms, {len(rules)} rules, {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
