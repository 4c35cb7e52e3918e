"""What a construction finds: a possible quote, by position, before overlaps and speakers are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsents.reading.ranges import TokenRange
from newsents.records import QuoteKind

Voice = Literal["subject", "agent", "object", "source", "impersonal", "back", "nobody"]


@dataclass(frozen=True)
class Attribution:
    """How a frame names who speaks.

    `by`: as the subject of its verb ("sagte sie"), the agent of a passive ("wurde von ihr gesagt"), the object of a
    verb of citing ("zitiert sie"), the source itself ("laut Polizei", "so sie"), by a preposition of an impersonal
    verb ("hieß es bei der Polizei"), by what the text said before ("demnach"), or not at all.
    `phrase` is the noun phrase or pronoun, None where the frame has none; `verb` the finite verb of the frame.
    """

    by: Voice = "nobody"
    phrase: TokenRange | None = None
    verb: int | None = None


@dataclass(frozen=True)
class Candidate:
    """`rule` is the construction; `frame` is the reporting clause without the statement."""

    kind: QuoteKind
    spans: tuple[TokenRange, ...]
    rule: str
    cues: tuple[int, ...] = ()
    frame: tuple[int, ...] = ()
    attribution: Attribution = Attribution()
    addressees: tuple[TokenRange, ...] = ()

    @property
    def speaker(self) -> TokenRange | None:
        """The phrase of the frame that names the speaker."""
        return self.attribution.phrase
