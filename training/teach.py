"""Scores of teachers for every training sentence and for unlabelled text: what a smaller network learns from.

    python -m training.teach --data DATA --vocabulary vocabulary.json --clusters clusters.npz --text text.txt \\
        --names RUN [RUN …] --syntax RUN [RUN …] --out soft.pt

`--names` are the teachers of names, `--syntax` those of everything else; the probabilities of several are averaged
(distillation after Hinton et al., 2015). In the project's own sentences most of the weight is on the names as written:
they hold what no teacher knows. `text.txt` holds one sentence a line, tokens by spaces.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from .batches import Example, Soft, Window, collate, encode, open_reader, windows
from .corpora import Sentence
from .export import load_model
from .labels import Labels
from .model import Analyser, Output
from .objective import NAMES, arc_mask, read_batch
from .train import read_examples

PER_BATCH = 16
GOLD = 0.8  # the share of gold names in what is taught of the project's own sentences


def average(parts: list[Tensor]) -> Tensor:
    """Log of the mean of probabilities, from scores."""
    return torch.stack([functional.softmax(p.float(), dim=-1) for p in parts]).mean(0).clamp(min=1e-9).log()


def score(
    batch: dict[str, Tensor], names: list[Analyser], syntax: list[Analyser], slices: dict[str, slice]
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Tags, arcs, heads and relations of a batch, as log-probabilities."""
    by_names: list[Output] = [read_batch(m, batch) for m in names]
    by_syntax: list[Output] = [read_batch(m, batch) for m in syntax]
    tags = torch.zeros_like(by_syntax[0].tags, dtype=torch.float32)
    for name, part in slices.items():
        tags[..., part] = average([o.tags[..., part] for o in (by_names if name in NAMES else by_syntax)])
    allowed = arc_mask(batch["sentence"])
    arcs = average([o.arcs.float().masked_fill(~allowed, -1e4) for o in by_syntax])
    heads = arcs.masked_fill(~allowed, -1e4).argmax(-1)
    b = torch.arange(len(heads))[:, None].expand_as(heads).flatten()
    flat = [
        m.relations(o.dependents.flatten(0, 1), o.heads[b, heads.flatten()])
        for m, o in zip(syntax, by_syntax, strict=True)
    ]
    return tags, arcs, heads, average(flat).view(*heads.shape, -1)


def mix_gold(tags: NDArray[np.float32], example: Example, slices: dict[str, slice]) -> NDArray[np.float32]:
    """Scores of the tags of an own sentence, most of the probability of names moved to gold."""
    mixed = tags.copy()
    for name in NAMES:
        part = slices[name]
        gold = np.eye(part.stop - part.start)[example.targets[name]]
        mixed[:, part] = np.log(GOLD * gold + (1 - GOLD) * np.exp(tags[:, part]))
    return mixed


def cut(
    window: Window, row: int, scores: tuple[Tensor, Tensor, Tensor, Tensor], slices: dict[str, slice]
) -> dict[str, Soft]:
    """The scores of each sentence of a window."""
    tags, arcs, heads, deprels = (s[row].numpy() for s in scores)
    found, at = {}, 0
    for _, example in window:
        n = len(example.words)
        part = slice(at, at + n)
        columns = np.r_[0, at + 1 : at + n + 1]
        taught = mix_gold(tags[part], example, slices) if example.origin == "names" else tags[part]
        found[" ".join(example.words)] = Soft(
            taught.astype(np.float16),
            arcs[part][:, columns].astype(np.float16),
            np.where(heads[part] > 0, heads[part] - at, 0),
            deprels[part].astype(np.float16),
        )
        at += n
    return found


@torch.no_grad()
def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--vocabulary", type=Path, required=True)
    options.add_argument("--clusters", type=Path, required=True)
    options.add_argument("--text", type=Path, required=True)
    options.add_argument("--names", type=Path, nargs="+", required=True)
    options.add_argument("--syntax", type=Path, nargs="+", required=True)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    labels = Labels.read(args.syntax[0] / "labels.json")
    reader = open_reader(args.vocabulary, args.clusters)
    names, syntax = [load_model(run) for run in args.names], [load_model(run) for run in args.syntax]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    for model in (*names, *syntax):
        model.to(device)
    text = [
        Sentence(words=line.split(" "), origin="text") for line in args.text.read_text(encoding="utf-8").splitlines()
    ]
    examples: list[Example] = read_examples(args.data, "all", labels, 1, None) + encode(text, labels)
    packed = windows(examples, reader, None, 192)
    packed.sort(key=lambda window: sum(len(e.words) for _, e in window))
    soft: dict[str, Soft] = {}
    for i in range(0, len(packed), PER_BATCH):
        chunk = packed[i : i + PER_BATCH]
        batch = {k: v.to(device) for k, v in collate(chunk, labels).items()}
        with torch.autocast(device, torch.bfloat16):
            scores = tuple(s.cpu() for s in score(batch, names, syntax, labels.slices()))
        for row, window in enumerate(chunk):
            soft |= cut(window, row, scores, labels.slices())  # type: ignore[arg-type]
        if i // PER_BATCH % 50 == 0:
            print(f"{i}/{len(packed)} windows", flush=True)
    torch.save(soft, args.out)
    print(f"{len(soft)} sentences")


if __name__ == "__main__":
    main()
