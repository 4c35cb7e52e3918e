"""Writes the model folder that the package ships: the network as int8 ONNX, vocabulary, labels, relation weights.

    python -m training.export --run RUN --vocabulary vocabulary.json --out newsents/model

Weights are quantised per channel to 7 of 8 bits (`reduce_range`), so that processors without VNNI instructions,
whose int8 kernels can saturate, compute the same; activations are quantised at run time.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from .labels import Labels
from .model import Analyser, Shape
from .vocabulary import make_tokenizer


class OneWindow(nn.Module):
    """The analyser for a single window, without the batch axis in its results."""

    def __init__(self, model: Analyser) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        return tuple(x[0] for x in self.model(ids, first))


def load_model(run: Path) -> Analyser:
    state = torch.load(run / "model.pt", map_location="cpu", weights_only=False)
    model = Analyser(Shape(**state["shape"]))
    model.load_state_dict(state["model"])
    return model.eval()


def export(model: Analyser, path: Path) -> None:
    inputs = (torch.tensor([[0, 5, 6, 7, 2]]), torch.tensor([[1, 2, 3]]))
    names = {"input_names": ["ids", "first"], "output_names": ["tags", "arcs", "dependents", "heads"]}
    axes = {"ids": {1: "n"}, "first": {1: "w"}, "tags": {0: "w"}, "arcs": {0: "w", 1: "h"}, "dependents": {0: "w"}, "heads": {0: "h"}}
    torch.onnx.export(OneWindow(model), inputs, str(path), dynamic_axes=axes, opset_version=17, dynamo=False, **names)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--run", type=Path, required=True)
    options.add_argument("--vocabulary", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--float", action="store_true", help="do not quantise (to measure what that costs)")
    options.add_argument("--full-range", action="store_true", help="8-bit weights")
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = load_model(args.run)
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        export(model, plain)
        if args.float:
            shutil.copy(plain, args.out / "network.onnx")
        else:
            quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
            quantize_dynamic(
                str(prepared), str(args.out / "network.onnx"), per_channel=True, reduce_range=not args.full_range,
                weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
            )  # fmt: skip
    network = onnx.load(str(args.out / "network.onnx"))
    print({node.op_type for node in network.graph.node})
    np.save(args.out / "relations.npy", model.relation.detach().numpy().astype(np.float16))
    kept = json.loads(args.vocabulary.read_text())
    make_tokenizer(kept["pieces"], kept["scores"]).save(str(args.out / "tokenizer.json"), pretty=False)
    Labels.read(args.run / "labels.json").write(args.out / "labels.json")
    print({p.name: f"{p.stat().st_size / 1e6:.1f} MB" for p in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
