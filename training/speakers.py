"""Learns the weights by which newsents chooses whom "sie", "die Ministerin" and words without a frame belong to.

python -m training.speakers ARTICLES/*.xml [--dev 5] [--write]

The articles are XML with the speakers of their quotes by id. Each is read as usual; where a quote's speaker has to be
chosen of several, the choice is kept with the right ones, and the text goes on with the right one. The weights make the
right choices likely (conditional log-likelihood, a penalty on large weights, no chance in it). `--dev 5` holds every
fifth article back and measures on it; `--write` writes the table.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import newsents
from newsents.annotations import read_entities
from newsents.quotes.candidates import Candidate
from newsents.quotes.grammar import find_candidates
from newsents.quotes.speakers import ranking
from newsents.quotes.speakers.ranking import KINDS, Choice, Kind, Option
from newsents.quotes.speakers.resolution import resolve_speakers
from newsents.reading.view import View

TABLE = Path(newsents.__file__).parent / "lexicons" / "speaker_weights.tsv"
HEAD = """\
# What speaks for and against one who may be meant, in four kinds of choice: whom a pronoun or a noun for a person
# takes up, and who speaks a subjunctive sentence (free) or marked words without a frame. The highest sum wins.
# Source: own work, learnt by training/speakers.py from own articles. Licence: MIT.
"""
Column = tuple[Kind | None, str]
SHARED_PENALTY = 0.3
PENALTY = 1.0
PRIOR_PENALTY = 3.0
RARE = 3
# What is known without lessons, of which some kinds have few: a noun names what it fits.
PRIOR: dict[Column, float] = {
    ("person", "same word"): 3.0,
    ("person", "same group"): 3.0,
    ("person", "affiliated"): 2.0,
}
STEPS = 3000
RATE = 0.03


@dataclass
class GoldQuote:
    """A quote of an article: its characters and whom it belongs to, by name."""

    characters: set[int]
    speaker: str


@dataclass
class GoldArticle:
    text: str
    quotes: list[GoldQuote] = field(default_factory=list)


@dataclass(frozen=True)
class Lesson:
    """A choice, and which of its options are right."""

    choice: Choice
    right: tuple[bool, ...]


def read_article(path: Path) -> GoldArticle:
    """The text of an article, title and paragraphs joined with blank lines, and its quotes."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    names = {e.attrib["id"]: e.attrib["name"] for e in root.iter("e")}
    article, found = GoldArticle(""), {}

    def walk(node: ET.Element) -> None:
        start = len(article.text)
        article.text += node.text or ""
        for child in node:
            walk(child)
            article.text += child.tail or ""
        if node.tag == "q":
            speaker = node.attrib["speaker"]
            name = names.get(speaker, "" if speaker == "unknown" else speaker)
            quote = found.setdefault(node.attrib["id"], GoldQuote(set(), name))
            quote.characters.update(range(start, len(article.text)))

    for number, block in enumerate(node for node in root if node.tag in ("title", "p")):
        article.text += "\n\n" if number else ""
        walk(block)
    article.quotes = list(found.values())
    return article


def is_right(name: str, speaker: str) -> bool:
    """Whether a name is the gold one; a description ("text:…") if half of the words agree."""
    if not speaker.startswith("text:"):
        return name.casefold() == speaker.casefold()
    ours, theirs = (set(re.findall(r"\w+", words.casefold())) for words in (name, speaker.removeprefix("text:")))
    return 2 * len(ours & theirs) >= len(ours | theirs)


class Teacher:
    """Chooses what is right in one article, and keeps each choice that a quote's speaker hangs on."""

    def __init__(self, view: View, candidates: Sequence[Candidate], gold: GoldArticle) -> None:
        self.lessons: list[Lesson] = []
        self.speakers = [self._find_gold(view, candidate, gold) for candidate in candidates]

    def _find_gold(self, view: View, candidate: Candidate, gold: GoldArticle) -> str | None:
        """The speaker of the gold quote with at least half of its characters in common, None where there is none."""
        ours = {i for span in candidate.spans for i in range(*view.characters(span))}
        for quote in gold.quotes:
            if 2 * len(ours & quote.characters) >= len(ours | quote.characters):
                return quote.speaker
        return None

    def __call__(self, choice: Choice) -> Option:
        guess = ranking.choose_best(choice)
        speaker = self.speakers[choice.candidate] if choice.candidate is not None else None
        if speaker is None:
            return guess
        right = tuple(self._fits(option, choice.kind, speaker) for option in choice.options)
        if not any(right):
            return guess
        self.lessons.append(Lesson(choice, right))
        return guess if right[choice.options.index(guess)] else choice.options[right.index(True)]

    def _fits(self, option: Option, kind: Kind, speaker: str) -> bool:
        if option.someone is not None:
            return bool(speaker) and is_right(option.someone.name, speaker)
        return speaker.startswith("text:") if kind == "person" else not speaker


def collect(paths: Iterable[Path]) -> list[Lesson]:
    """The lessons of all articles."""
    nlp = newsents.load()
    nlp.remove_pipe("newsents_quotes")
    lessons: list[Lesson] = []
    for path in paths:
        gold = read_article(path)
        doc = nlp(gold.text)
        view = View(doc)
        candidates = find_candidates(view)
        teacher = Teacher(view, candidates, gold)
        resolve_speakers(view, candidates, read_entities(doc), teacher)
        lessons += teacher.lessons
    return lessons


def learn(lessons: Sequence[Lesson]) -> dict[Kind, dict[str, float]]:
    """The weights of all kinds of choice, by Adam on the whole set.

    A feature weighs the same in each kind, and has a weight of its own besides that costs more.
    """
    open_ones = [lesson for lesson in lessons if not all(lesson.right)]
    column = find_columns(open_ones)
    price = np.array([PRIOR_PENALTY if c in PRIOR else SHARED_PENALTY if c[0] is None else PENALTY for c in column])
    prior = np.array([PRIOR.get((kind, name), 0.0) for kind, name in column])
    weights, mean, square = prior.copy(), np.zeros(len(column)), np.zeros(len(column))
    matrix = np.concatenate([make_matrix(lesson.choice, column) for lesson in open_ones])
    right = np.concatenate([np.array(lesson.right, dtype=float) for lesson in open_ones])
    sizes = np.array([len(lesson.right) for lesson in open_ones])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    for step in range(1, STEPS + 1):
        likely = softmax(matrix @ weights, starts, sizes)
        wanted = likely * right / np.repeat(np.add.reduceat(likely * right, starts), sizes)
        gradient = price * (weights - prior) + matrix.T @ (likely - wanted)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    learnt = {kind: {name for k, name in column if k == kind} for kind in KINDS}
    value = dict(zip(column, weights.tolist(), strict=True))
    return {k: {n: value[k, n] + value.get((None, n), 0.0) for n in names} for k, names in learnt.items()}


def find_columns(lessons: Sequence[Lesson]) -> dict[Column, int]:
    """A number for each feature that is not rare, in all kinds together (None) and in each."""
    seen = Counter(
        (kind, name)
        for lesson in lessons
        for option in lesson.choice.options
        for name in option.features
        for kind in (None, lesson.choice.kind)
    )
    names = sorted((c for c, count in seen.items() if count >= RARE or c in PRIOR), key=lambda c: (c[0] or "", c[1]))
    return {c: i for i, c in enumerate(names)}


def make_matrix(choice: Choice, column: dict[Column, int]) -> np.ndarray:
    """A row for each option, a column for each feature."""
    matrix = np.zeros((len(choice.options), len(column)))
    for row, option in enumerate(choice.options):
        for name, value in option.features.items():
            for kind in (None, choice.kind):
                if (kind, name) in column:
                    matrix[row, column[kind, name]] = value
    return matrix


def softmax(scores: np.ndarray, starts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """How likely each option is among those of its choice; the choices stand one behind the other."""
    raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    return raised / np.repeat(np.add.reduceat(raised, starts), sizes)


def measure(lessons: Sequence[Lesson], kind: Kind, weights: dict[str, float]) -> tuple[int, int]:
    """How many choices come out right, of how many."""
    of_kind = [lesson for lesson in lessons if lesson.choice.kind == kind]
    right = 0
    for lesson in of_kind:
        scores = [sum(weights.get(n, 0.0) * v for n, v in o.features.items()) for o in lesson.choice.options]
        right += lesson.right[int(np.argmax(scores))]
    return right, len(of_kind)


def write_table(weights: dict[Kind, dict[str, float]]) -> None:
    """A row for each feature, a column for each kind of choice."""
    names = sorted({name for of_kind in weights.values() for name in of_kind})
    rows = [
        [name, *(f"{weights[kind][name]:.2f}" if name in weights[kind] else "" for kind in KINDS)] for name in names
    ]
    lines = ["\t".join(row).rstrip() for row in [["feature", *KINDS], *rows]]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=Path, nargs="+")
    options.add_argument("--dev", type=int, default=0, help="hold every n-th article back and measure on it")
    options.add_argument("--write", action="store_true", help="write the table that ships")
    args = options.parse_args()
    paths = sorted(args.articles)
    held = paths[args.dev - 1 :: args.dev] if args.dev else []
    lessons, unseen = collect(p for p in paths if p not in held), collect(held)
    weights = learn(lessons)
    for kind in KINDS:
        old = ranking.load_weights()[kind]
        for name, part in (("seen", lessons), ("unseen", unseen)):
            print(f"{kind:8} {name:7} old {measure(part, kind, old)}  new {measure(part, kind, weights[kind])}")
    if args.write:
        write_table(weights)


if __name__ == "__main__":
    main()
