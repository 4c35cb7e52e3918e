"""Lemmas of content words: dictionary look-up by simplemma (MIT), kept in memory per form."""

from __future__ import annotations

from functools import lru_cache

INFLECTED = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


@lru_cache(maxsize=100_000)
def _look_up(form: str, is_noun: bool) -> str:
    from simplemma import lemmatize

    lemma: str = lemmatize(form, lang="de")
    return lemma if is_noun else lemma[:1].lower() + lemma[1:]


def find_lemma(form: str, pos: str) -> str:
    """ "teilte", "VERB" → "teilen"; "Ankündigungen", "NOUN" → "Ankündigung"; names and function words as they are."""
    if pos not in INFLECTED:
        return form if pos == "PROPN" else form.lower()
    return _look_up(form if pos == "NOUN" else form.lower(), pos == "NOUN")
