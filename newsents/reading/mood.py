"""The moods of reported speech: Konjunktiv I ("er sei, habe, komme") and the Konjunktiv II that stands in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsents.words.closed_classes import load_words

if TYPE_CHECKING:
    from newsents.reading.view import View


def is_subjunctive(view: View, i: int) -> bool:
    """Konjunktiv I or II, by form, and where the form alone does not tell ("könnten"), by the analysis."""
    word = view.lower[i]
    if word in load_words("second subjunctive") or is_first_subjunctive(view, i):
        return True
    if word in load_words("not reported") or view.feature(i, "Mood") != "Sub":
        return False
    return _shows_mood(word, view.lemma(i).lower())


def _shows_mood(word: str, lemma: str) -> bool:
    """Whether the form is no past tense: "kämen" and "ginge" are none, "wärmte", "bitten" and "hiess" may be."""
    if any(umlaut in word and umlaut not in lemma for umlaut in "äöü"):
        return True
    return word.endswith("e") and not word.endswith(("te", "de"))


def is_first_subjunctive(view: View, i: int) -> bool:
    """Konjunktiv I, a sure sign of reported speech: the infinitive without its n, but not with "ich"."""
    word = view.lower[i]
    if word in load_words("first subjunctive"):
        return word.startswith("sei") or not _has_first_person(view, i)
    if not word.endswith("e") or not view.finite[i]:
        return False
    if word in load_words("second subjunctive") or word in load_words("not reported"):
        return False
    if word.endswith(("te", "de")) and (view.lemma(i) != f"{word}n" or view.feature(i, "Mood") == "Ind"):
        return False  # "überraschte" may be all that is known of its verb
    return not _has_first_person(view, i)


def _has_first_person(view: View, i: int) -> bool:
    """Whether "ich" stands beside the verb: "ich komme", "komme ich"."""
    return "ich" in view.lower[max(i - 3, 0) : i + 3]
