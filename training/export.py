"""Writes the model folder that the package ships: the network as int8 ONNX, vocabulary, labels.

    python -m training.export --run RUN --vocabulary vocabulary.json --clusters clusters.npz --out newsents/model

Weights are quantised per channel to 7 of 8 bits (`reduce_range`), so that processors without VNNI instructions,
whose int8 kernels can saturate, compute the same; activations are quantised at run time.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from .labels import Labels
from .model import Analyser, Shape
from .vocabulary import make_tokenizer


class OneWindow(nn.Module):
    """The analyser for a single window, without the batch axis."""

    def __init__(self, model: Analyser) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, clusters: Tensor, word: Tensor) -> tuple[Tensor, ...]:
        out = self.model(ids[None], clusters[None], word[None], word[-1] + 1)
        return out.tags[0], out.arcs[0], out.dependents[0], out.heads[0]


class Relations(nn.Module):
    """Label scores of chosen arcs: (w, k) dependents × (w, k) heads → (w, deprels)."""

    def __init__(self, relation: Tensor) -> None:
        super().__init__()
        self.count, size, _ = relation.shape
        self.weight = nn.Parameter(relation[:, :-1].permute(1, 0, 2).reshape(size - 1, -1).clone())
        self.bias = nn.Parameter(relation[:, -1].reshape(-1).clone())

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        products = (dependents @ self.weight + self.bias).view(-1, self.count, heads.shape[1] + 1)
        return (products[..., :-1] @ heads.unsqueeze(-1)).squeeze(-1) + products[..., -1]


def load_model(run: Path) -> Analyser:
    state = torch.load(run / "model.pt", map_location="cpu", weights_only=False)
    model = Analyser(Shape(**state["shape"]))
    model.load_state_dict(state["model"])
    return model.eval()


def export(model: Analyser, network: Path, relations: Path) -> None:
    options: dict[str, Any] = {"opset_version": 17, "dynamo": False}
    torch.onnx.export(
        OneWindow(model),
        (torch.tensor([0, 5, 6, 7, 2]), torch.tensor([0, 1, 0, 1, 0]), torch.tensor([0, 1, 1, 2, 3])),
        str(network),
        input_names=["ids", "clusters", "word"],
        output_names=["tags", "arcs", "dependents", "heads"],
        dynamic_axes={name: {0: "n"} for name in ("ids", "clusters", "word")}
        | {"tags": {0: "w"}, "arcs": {0: "w", 1: "h"}, "dependents": {0: "w"}, "heads": {0: "h"}},
        **options,
    )
    rel = model.shape.rel
    torch.onnx.export(
        Relations(model.relation.detach()),
        (torch.zeros(3, rel), torch.zeros(3, rel)),
        str(relations),
        input_names=["dependents", "heads"],
        output_names=["labels"],
        dynamic_axes={name: {0: "w"} for name in ("dependents", "heads", "labels")},
        **options,
    )


def quantise(plain: Path, out: Path, *, reduce_range: bool) -> None:
    prepared = plain.with_name("prepared.onnx")
    quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(out),
        per_channel=True,
        reduce_range=reduce_range,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--run", type=Path, required=True)
    options.add_argument("--vocabulary", type=Path, required=True)
    options.add_argument("--clusters", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--float", action="store_true", help="do not quantise (to measure what that costs)")
    options.add_argument("--full-range", action="store_true", help="8-bit weights")
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = load_model(args.run)
    with tempfile.TemporaryDirectory() as folder:
        plain = [Path(folder) / name for name in ("network.onnx", "relations.onnx")]
        export(model, *plain)
        for path in plain:
            if args.float:
                shutil.copy(path, args.out / path.name)
            else:
                quantise(path, args.out / path.name, reduce_range=not args.full_range)
    shutil.copy(args.clusters, args.out / "clusters.npz")
    kept = json.loads(args.vocabulary.read_text())
    make_tokenizer(kept["pieces"], kept["scores"]).save(str(args.out / "tokenizer.json"), pretty=False)
    Labels.read(args.run / "labels.json").write(args.out / "labels.json")
    print({p.name: f"{p.stat().st_size / 1e6:.1f} MB" for p in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
