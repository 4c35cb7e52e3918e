"""Narrows the feed-forward layers of a trained network: what a faster student starts from.

    python -m training.narrow --run RUN --data DATA --vocabulary vocabulary.json --clusters clusters.npz --inner 1152 \\
        --out RUN

Of each layer the neurons stay that say most to the next: by their mean absolute activation over GermEval sentences,
times the length of the weights behind them.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from .batches import collate, encode, open_reader, windows
from .corpora import read_germeval
from .export import load_model
from .labels import Labels
from .model import Analyser
from .objective import read_batch

SENTENCES = 1500


def watch(model: Analyser) -> list[Tensor]:
    """Sums of the absolute activations of each layer's neurons, filled while the model runs."""
    sums = [torch.zeros(model.shape.inner) for _ in model.encoder.layers]

    def make_hook(total: Tensor) -> object:
        def add(_: nn.Module, __: object, output: Tensor) -> None:
            total.add_(functional.gelu(output).abs().flatten(0, 1).sum(0).float())

        return add

    for layer, total in zip(model.encoder.layers, sums, strict=True):
        layer.fi.register_forward_hook(make_hook(total))  # type: ignore[arg-type, operator, union-attr]
    return sums


def narrow(model: Analyser, importance: list[Tensor], inner: int) -> Analyser:
    """A copy of the network that has only the most important neurons of each feed-forward layer."""
    small = Analyser(replace(model.shape, inner=inner))
    weights = model.state_dict()
    for number, scores in enumerate(importance):
        prefix = f"encoder.layers.{number}."
        kept = scores.topk(inner).indices.sort().values
        weights[prefix + "fi.weight"] = weights[prefix + "fi.weight"][kept]
        weights[prefix + "fi.bias"] = weights[prefix + "fi.bias"][kept]
        weights[prefix + "fo.weight"] = weights[prefix + "fo.weight"][:, kept]
    small.load_state_dict(weights)
    return small


@torch.no_grad()
def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--run", type=Path, required=True)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--vocabulary", type=Path, required=True)
    options.add_argument("--clusters", type=Path, required=True)
    options.add_argument("--inner", type=int, required=True)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    labels = Labels.read(args.run / "labels.json")
    reader = open_reader(args.vocabulary, args.clusters)
    model = load_model(args.run)
    sums = watch(model)
    sentences = list(read_germeval(args.data / "ner/germeval2014.train.iob2"))[:SENTENCES]
    packed = windows(encode(sentences, labels), reader, None, 192)
    for i in range(0, len(packed), 16):
        read_batch(model, collate(packed[i : i + 16], labels))
    weights = model.state_dict()
    importance = [total * weights[f"encoder.layers.{i}.fo.weight"].norm(dim=0) for i, total in enumerate(sums)]
    small = narrow(model, importance, args.inner)
    args.out.mkdir(parents=True, exist_ok=True)
    labels.write(args.out / "labels.json")
    torch.save({"model": small.state_dict(), "shape": vars(small.shape)}, args.out / "model.pt")
    for number, scores in enumerate(importance):
        share = scores.topk(args.inner).values.sum() / scores.sum()
        print(f"layer {number}: {100 * share:.1f} % kept")


if __name__ == "__main__":
    main()
