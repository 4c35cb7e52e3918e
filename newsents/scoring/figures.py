"""The figures that `newsents.score` gives: counts, and the shares that follow from them."""

from __future__ import annotations

from collections.abc import Iterator

from newsents.records import Record


class Figure(Record, frozen=True):
    """Counts of one kind of thing: found rightly, found though gold has none (`spurious`), and `missed`."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return _divide(self.right, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """The share of gold that was found; 0 where gold has nothing."""
        return _divide(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _divide(2 * self.precision * self.recall, self.precision + self.recall)

    def __str__(self) -> str:
        shares = (("P", self.precision), ("R", self.recall), ("F1", self.f1))
        row = "  ".join(f"{name} {100 * share:5.1f}" for name, share in shares)
        return f"{row}   ({self.right + self.missed} in gold)"


class Share(Record, frozen=True):
    """How many of some things are right: `right` of `total`."""

    right: int = 0
    total: int = 0

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.right / self.total if self.total else None

    def __str__(self) -> str:
        share = "    –" if self.value is None else f"{100 * self.value:5.1f}"
        return f"  {share} %   (of {self.total})"


class Scores(Record, frozen=True):
    """What `newsents.score` counted; `print(scores)` is a table, `scores.who_said_what.f1` a number from 0 to 1."""

    articles: int = 0
    who_said_what: Figure = Figure()
    quotes: Figure = Figure()
    direct: Figure = Figure()
    indirect: Figure = Figure()
    reported: Figure = Figure()
    free: Figure = Figure()
    speakers: Share = Share()
    exact_words: Share = Share()
    mentions: Figure = Figure()
    recall_names: Share = Share()
    recall_derived: Share = Share()
    recall_parts: Share = Share()
    canonical: Share = Share()
    entities: Figure = Figure()
    roles: Figure = Figure()

    def __str__(self) -> str:
        return "\n".join((f"{self.articles} article{'s' * (self.articles != 1)}", *self._rows()))

    def _rows(self) -> Iterator[str]:
        for name in type(self).model_fields:
            if name != "articles":
                yield f"{name.replace('_', ' '):14} {getattr(self, name)}"


def _divide(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
