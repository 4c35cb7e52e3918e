"""The shipped network and its vocabulary: words in, scores out. Nothing here knows spaCy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsents.analysis.labelling import Labelling, find_slices
from newsents.analysis.pieces import WordReader
from newsents.analysis.windows import Window
from newsents.words.forms import FormTable

Floats = NDArray[np.float32]
SHIPPED = Path(__file__).parent.parent / "model"
NAME_LAYERS = ("outer", "inner")


@dataclass(frozen=True)
class Scores:
    """Of one window of w words: `tags` (w, all labels), `arcs` (w, w + 1), `dependents` (w, k), `heads` (w + 1, k)."""

    tags: Floats
    arcs: Floats
    dependents: Floats
    heads: Floats


class Model:
    """Files of a model folder: network.onnx, relations.onnx, tokenizer.json, clusters.npz, labels.json.

    Loaded at first use. A window is run alone, so that its scores depend on nothing else: dynamic int8
    quantisation scales by the largest value of a whole batch.
    """

    def __init__(self, path: Path = SHIPPED) -> None:
        self.path = path

    def __getstate__(self) -> dict[str, Any]:
        return {"path": self.path}

    def _open(self, name: str) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # windows run side by side instead; and no threads to lose in a fork
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self.path / name), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _network(self) -> Any:
        return self._open("network.onnx")

    @cached_property
    def _relations(self) -> Any:
        return self._open("relations.onnx")

    @cached_property
    def reader(self) -> WordReader:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.path / "tokenizer.json"))
        return WordReader(tokenizer, FormTable.read(self.path / "clusters.npz"))

    @cached_property
    def _labels(self) -> dict[str, Any]:
        labels: dict[str, Any] = json.loads((self.path / "labels.json").read_text(encoding="utf-8"))
        return labels

    @cached_property
    def heads(self) -> dict[str, list[str]]:
        """Each token classifier ("outer", "upos", "Mood", …) with its labels."""
        heads: dict[str, list[str]] = self._labels["heads"]
        return heads

    @cached_property
    def labellings(self) -> dict[str, Labelling]:
        """How the labels of each layer of names may follow one another."""
        return {layer: Labelling(self.heads[layer]) for layer in NAME_LAYERS}

    @cached_property
    def deprels(self) -> list[str]:
        deprels: list[str] = self._labels["deprels"]
        return deprels

    @cached_property
    def slices(self) -> dict[str, slice]:
        """Where each classifier's labels stand in `Scores.tags`."""
        return find_slices(self.heads)

    def run(self, window: Window) -> Scores:
        """The scores of one window; may be called from several threads."""
        inputs = {"ids": window.ids, "clusters": window.clusters, "word": window.places}
        return Scores(*self._network.run(None, inputs))

    def relations(self, scores: Scores, heads: NDArray[np.intp]) -> NDArray[np.intp]:
        """The best label number of each word's arc to its head (0 is the root)."""
        (labels,) = self._relations.run(None, {"dependents": scores.dependents, "heads": scores.heads[heads]})
        best: NDArray[np.intp] = labels.argmax(axis=1)
        return best
