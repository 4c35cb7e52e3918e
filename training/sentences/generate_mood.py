"""Writes about a quarter of mood.txt: each predicate of mood_predicates.tsv in a few frames, moods marked.

    python -m training.sentences.generate_mood > generated.txt

The same seed gives the same sentences. The rest of mood.txt is written by hand.
"""

from __future__ import annotations

import random
from pathlib import Path

from newsents.lexicons import Row, read_table

SEED = 3
FRAMES_PER_PREDICATE = 5
SUBJECTS = (
    "der Minister|die Regierungsrätin|der Verein|das Ministerium|die Firma|ihr Anwalt|der Investor|die Stiftung|"
    "sein Nachfolger|die Betreiberin|der Gemeinderat|die Polizistin|das Institut|der Künstler|die Forscherin|er|sie|"
    "man|der Konzern|die Direktorin"
)
SPEAKERS = (
    "der Sprecher|die Abgeordnete|ein Mitarbeiter|der Obmann|die Sprecherin des Ministeriums|der Stadtrat|Anna Weber|"
    "ihre Kollegin|der Landeshauptmann|eine Zeugin|Jonas Brandt|der Verband|Trainer Hofer|die Behörde|das Blatt"
)
SAID = "sagte|erklärte|betonte|berichtete|sagt|behauptete|versicherte|schrieb|meinte|bestätigte"
SOURCES = "Polizei|Ministerium|Gericht|Bericht|Medien|Behörden"
MODALS = "müsse|könne|wolle|solle|dürfe"
FRAMES = (
    "{S} {V1} {R} , {said} {who} .",
    "{S} {V1} {R} , {said} {who} .",
    "{Who} {said} , {s} {V1} {R} .",
    "{Who} {said} , dass {s} {rest} {F1} .",
    "{Who} ließ|Ind offen , ob {s} {rest} {F1} .",
    "{Who} {said} , weil es nicht anders gehe|Sub , {V1} {s} {R} .",
    "{S} , so {who} , {V1} {R} .",
    "Zugleich {V1} {s} {R} .",
    "{S} {V} {R} .",
    "Laut {source} {V} {s} {R} .",
    "„ {S} {V} {R} “ , {said} {who} .",
    "{Who} weiß|Ind , dass {s} {rest} {F} .",
    "„ Ich {I} {R} “ , {said} {who} .",
    "Ich {I} {R} , und dabei bleibt|Ind es .",
    "„ Wenn ich {rest} {FI} , dann aus Überzeugung “ , {said} {who} .",
    "{S} {modal}|Sub {rest} {inf} , {said} {who} .",
    "{Who} {said} , dass {s} {rest} {inf} {modal}|Sub .",
    "{S} {aux}|Sub {rest} {part} , {said} {who} .",
    "{Who} {said} , {s} {aux}|Sub {rest} {part} .",
    "Dass {s} {rest} {part} {aux}|Sub , {said} auch {who} .",
    "Es wäre|Sub besser , {s} {V2} .",
    "Ohne diesen Druck {V2s} .",
    "Wäre|Sub das Geld da , {V2s} .",
)


def pick(words: str, rng: random.Random) -> str:
    return rng.choice(words.split("|"))


def finite_forms(row: Row, subject: str) -> dict[str, str]:
    """The parts of a clause by word order: "gibt|Ind … auf" as second word, "aufgibt|Ind" as last."""
    prefix, rest = row["prefix"], row["rest"]
    tail = f"{rest} {prefix}" if prefix else rest
    # weak verbs have no visible subjunctive II: "würde … bauen"
    second = f"{rest} {prefix}{row['infinitive']}" if row["sub2"] == "würde" else tail
    return {
        "R": tail,
        "rest": rest,
        "V": f"{row['present']}|Ind",
        "V1": f"{row['sub1']}|Sub",
        "I": f"{row['ich']}|Ind",
        "F": f"{prefix}{row['present']}|Ind",
        "F1": f"{prefix}{row['sub1']}|Sub",
        "FI": f"{prefix}{row['ich']}|Ind",
        "V2": f"{row['sub2']}|Sub {second}",
        "V2s": f"{row['sub2']}|Sub {subject} {second}",
        "inf": f"{prefix}{row['infinitive']}",
        "part": f"{prefix}{row['participle']}",
        "aux": "sei" if row["auxiliary"] == "sein" else "habe",
    }


def make_sentence(frame: str, row: Row, rng: random.Random) -> str:
    """One predicate in one frame: "Der Verein baue|Sub das Angebot aus , sagte|Ind der Obmann ."."""
    subject, speaker = pick(SUBJECTS, rng), pick(SPEAKERS, rng)
    return frame.format(
        s=subject,
        S=subject[0].upper() + subject[1:],
        who=speaker,
        Who=speaker[0].upper() + speaker[1:],
        said=pick(SAID, rng) + "|Ind",
        source=pick(SOURCES, rng),
        modal=pick(MODALS, rng),
        **finite_forms(row, subject),
    )


def make_sentences() -> list[str]:
    rng = random.Random(SEED)
    rows = read_table(Path(__file__).with_name("mood_predicates.tsv"))
    return [make_sentence(f, row, rng) for row in rows for f in rng.sample(FRAMES, FRAMES_PER_PREDICATE)]


if __name__ == "__main__":
    print("\n".join(make_sentences()))
