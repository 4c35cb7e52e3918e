"""The moods of reported speech: Konjunktiv I ("er sei, habe, komme") and the Konjunktiv II that stands in for it."""

from __future__ import annotations

from spacy.tokens import Token

from newsents.words.speech import load_words


def is_subjunctive(word: str, token: Token) -> bool:
    """Konjunktiv I or II, by form, and where the form alone does not tell ("könnten"), by the analysis."""
    if word in load_words("second subjunctive") or is_first_subjunctive(word, token):
        return True
    if word in load_words("not reported") or token.morph.get("Mood", []) != ["Sub"]:
        return False
    # The tag alone is not trusted with "bitten"; "kämen" shows what it is.
    return not word.endswith("en") or any(umlaut in word for umlaut in "äöü")


def is_first_subjunctive(word: str, token: Token) -> bool:
    """Konjunktiv I, a sure sign of reported speech: the infinitive without its n, but not with "ich"."""
    if word in load_words("first subjunctive"):
        return word.startswith("sei") or not _has_first_person(token)
    if (
        not word.endswith("e")
        or word in load_words("second subjunctive")
        or word in load_words("not reported")
        or not token.tag_.endswith("FIN")
    ):
        return False
    return (token.lemma_ == f"{word}n" or not word.endswith(("te", "de"))) and not _has_first_person(token)


def _has_first_person(token: Token) -> bool:
    """Whether "ich" stands beside the verb: "ich komme", "komme ich"."""
    doc, i = token.doc, token.i
    return any(doc[j].lower_ == "ich" for j in range(max(i - 3, 0), min(i + 3, len(doc))))
