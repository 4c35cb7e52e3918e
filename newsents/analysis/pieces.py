"""A word → what the encoder reads of it: the same in training as here."""

from __future__ import annotations

from typing import Any, NamedTuple

from newsents.words.forms import FormTable

MAX_CACHED_WORDS = 200_000
MAX_WORD_PIECES = 12
UNKNOWN = 3


class WordPieces(NamedTuple):
    """The ids of a word's pieces, at least one, and its Brown cluster (0: unknown)."""

    pieces: list[int]
    cluster: int


class WordReader:
    """Reads words by a tokenizer (of the package `tokenizers`) and a table of clusters; keeps what it has read."""

    def __init__(self, tokenizer: Any, clusters: FormTable) -> None:
        self._tokenizer = tokenizer
        self._metaspace: int = tokenizer.token_to_id("▁")
        self._clusters = clusters
        self._known: dict[str, WordPieces] = {}

    def read(self, word: str) -> WordPieces:
        """What the network reads of a word, whatever precedes it in the text; may be called from several threads.

        Each word begins with a metaspace ("▁Haus"), which is dropped where it would be a piece of its own (",").
        """
        known = self._known.get(word)
        if known is None:
            pieces = self._tokenizer.encode(word[:100], add_special_tokens=False).ids or [UNKNOWN]
            if len(pieces) > 1 and pieces[0] == self._metaspace:
                pieces = pieces[1:]
            known = WordPieces(pieces[:MAX_WORD_PIECES], self._find_cluster(word))
            if len(self._known) >= MAX_CACHED_WORDS:
                self._known.clear()
            self._known[word] = known
        return known

    def count_clusters(self) -> int:
        """How many clusters there are, 0 (unknown) included."""
        return int(self._clusters.numbers.max()) + 1

    def _find_cluster(self, word: str) -> int:
        """A word in capitals counts as one in small letters."""
        number = self._clusters.find(word)
        return number if number or len(word) < 2 or not word.isupper() else self._clusters.find(word.capitalize())
