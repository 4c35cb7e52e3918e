"""Averages the weights of two runs that began at the same point.

    python -m training.average --first RUN --second RUN --share 0.6 --out RUN

`share` is the weight of the second. After Wortsman et al., "Model soups" (ICML 2022).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--first", type=Path, required=True)
    options.add_argument("--second", type=Path, required=True)
    options.add_argument("--share", type=float, required=True)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    first, second = (torch.load(run / "model.pt", weights_only=False) for run in (args.first, args.second))
    pairs = {name: (weight, second["model"][name]) for name, weight in first["model"].items()}
    mixed = {name: torch.lerp(a.float(), b.float(), args.share) for name, (a, b) in pairs.items()}
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"model": mixed, "shape": second["shape"]}, args.out / "model.pt")
    shutil.copy(args.second / "labels.json", args.out)


if __name__ == "__main__":
    main()
