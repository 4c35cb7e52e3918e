"""The spaCy component "newsents_analyser": sentences, tags, morphology, lemmas, dependencies and names in one pass."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsents.analysis.decoding import Analysis, decode
from newsents.analysis.model import SHIPPED, Model
from newsents.analysis.windows import Window, make_windows
from newsents.annotations import NAMES
from newsents.reading.paragraphs import find_paragraphs
from newsents.words.lemmas import find_lemma

if TYPE_CHECKING:
    from numpy.typing import NDArray

NO_FEATURES = {"upos", "xpos"}


@cache
def load_model(path: Path = SHIPPED) -> Model:
    """One network for all pipelines of a process."""
    return Model(path)


def count_threads() -> int:
    """All cores that this process may use; one in a worker process, whose siblings use the others."""
    if multiprocessing.parent_process() is not None:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_label(label: str) -> str:
    """GermEval's label as spaCy users know it: "OTH" → "MISC", "OTHderiv" → "MISCderiv"."""
    return label.replace("OTH", "MISC")


class Analyser:
    """Runs the embedded model on Docs, windows of paragraphs side by side on `threads` cores (0: all)."""

    def __init__(self, nlp: Language, name: str = "newsents_analyser", *, model: Model, threads: int = 0) -> None:
        self.name = name
        self.model = model
        self.threads = threads
        self.nlp = nlp
        self.vocab = nlp.vocab
        strings = nlp.vocab.strings
        self._upos = [strings.add(label) for label in model.heads["upos"]]
        self._xpos = [strings.add(label) for label in model.heads["xpos"]]
        self._deprels = [strings.add("ROOT" if label == "root" else label) for label in model.deprels]
        self._space = [strings.add(label) for label in ("_SP", "SPACE", "dep")]
        for label in {tag[2:] for tag in model.heads["outer"]} - {""}:
            strings.add(make_label(label))

    def __call__(self, doc: Doc) -> Doc:
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            yield from self._annotate(batch)

    def _annotate(self, docs: list[Doc]) -> Iterator[Doc]:
        words = [[t.text for t in doc] for doc in docs]
        windows = [list(self._windows(texts, doc.text)) for doc, texts in zip(docs, words, strict=True)]
        flat = [w for per_doc in windows for w in per_doc]
        threads = min(self.threads or count_threads(), len(flat))
        if threads > 1:
            with ThreadPoolExecutor(threads) as pool:
                yield from self._write_all(docs, words, windows, pool.map(self.model.run, flat))
        else:
            yield from self._write_all(docs, words, windows, map(self.model.run, flat))

    def _windows(self, words: list[str], text: str) -> Iterator[Window]:
        for paragraph in find_paragraphs(words, text):
            yield from make_windows(paragraph, [words[i] for i in paragraph], self.model.reader.read)

    def _write_all(self, docs: list[Doc], words: Any, windows: Any, scores: Iterator[Any]) -> Iterator[Doc]:
        for doc, texts, per_doc in zip(docs, words, windows, strict=True):
            analyses = [(w, decode(self.model, next(scores), [texts[i] for i in w.words])) for w in per_doc]
            self.set_annotations(doc, texts, analyses)
            yield doc

    def set_annotations(self, doc: Doc, words: list[str], analyses: list[tuple[Window, Analysis]]) -> None:
        """Writes tags, morphology, lemmas, trees (and with them sentences), `ents` and the group of all names."""
        attributes = self._white_space(words)
        for window, analysis in analyses:
            at = np.array(window.words)
            attributes[at, 0] = np.array(self._xpos, dtype=np.uint64)[analysis.tags["xpos"]]
            attributes[at, 1] = np.array(self._upos, dtype=np.uint64)[analysis.tags["upos"]]
            attributes[at, 2] = self._morphs(analysis)
            attributes[at, 3] = (at[analysis.heads] - at).astype(np.int64).view(np.uint64)
            attributes[at, 4] = np.array(self._deprels, dtype=np.uint64)[analysis.deprels]
            attributes[at, 5] = self._lemmas([words[i] for i in window.words], analysis)
        if words:
            doc.from_array([TAG, POS, MORPH, HEAD, DEP, LEMMA], attributes)  # type: ignore[arg-type]
        self._set_names(doc, analyses)

    def _white_space(self, words: list[str]) -> NDArray[np.uint64]:
        """A row for each token, as for white space: under the token before it, at the very start under the next."""
        attributes = np.zeros((len(words), 6), dtype=np.uint64)
        for column, value in zip((0, 1, 4), self._space, strict=True):
            attributes[:, column] = value
        heads = np.full(len(words), -1, dtype=np.int64)
        leading = next((i for i, word in enumerate(words) if word.strip()), len(words))
        heads[:leading] = 1
        if leading == len(words):
            heads[-1:] = 0
        attributes[:, 3] = heads.view(np.uint64)
        return attributes

    def _morphs(self, analysis: Analysis) -> list[int]:
        names = [n for n in analysis.tags if n not in NO_FEATURES]
        rows = np.stack([analysis.tags[n] for n in names], axis=1)
        known: dict[bytes, int] = {}
        out = []
        for row in rows:
            key = row.tobytes()
            if key not in known:
                parts = [f"{n}={self.model.heads[n][k]}" for n, k in zip(names, row.tolist(), strict=True) if k]
                known[key] = self.vocab.morphology.add("|".join(sorted(parts)))
            out.append(known[key])
        return out

    def _lemmas(self, texts: list[str], analysis: Analysis) -> list[int]:
        upos, add = self.model.heads["upos"], self.vocab.strings.add
        tagged = zip(texts, analysis.tags["upos"].tolist(), strict=True)
        return [add(find_lemma(text, upos[k]), allow_transient=True) for text, k in tagged]  # type: ignore[call-arg]

    def _set_names(self, doc: Doc, analyses: list[tuple[Window, Analysis]]) -> None:
        outer: list[Span] = []
        inner: list[Span] = []
        for window, analysis in analyses:
            for chunks, spans in ((analysis.outer, outer), (analysis.inner, inner)):
                for start, end, label in chunks:
                    spans.append(Span(doc, window.words[start], window.words[end - 1] + 1, label=make_label(label)))
        doc.spans[NAMES] = [*outer, *inner]
        doc.set_ents([s for s in outer if not s.label_.endswith(("deriv", "part"))])

    def to_bytes(self, **_: Any) -> bytes:
        """What spaCy leaves out of a stored pipeline: how long a text may be. The model is part of the package."""
        return json.dumps({"max_length": self.nlp.max_length}).encode()

    def from_bytes(self, data: bytes, **_: Any) -> Analyser:
        self.nlp.max_length = json.loads(data)["max_length"]
        return self

    def to_disk(self, path: Path, **_: Any) -> None:
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **_: Any) -> Analyser:
        return self.from_bytes(Path(path).read_bytes())


@Language.factory(
    "newsents_analyser",
    assigns=[
        "token.tag",
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.dep",
        "token.head",
        "doc.sents",
        "doc.ents",
    ],
    default_config={"threads": 0, "model": None},
)
def make_analyser(nlp: Language, name: str, threads: int, model: str | Path | None) -> Analyser:
    """Config, both optional:

    - `threads`: how many windows of text to run side by side (0: one for each core);
    - `model`: a folder with another network and its vocabulary, as `python -m training.export` writes it.
    """
    return Analyser(nlp, name, model=load_model(SHIPPED if model is None else Path(model)), threads=threads)
