"""Trains the multi-task analyser.

    python -m training.train --data DATA --vocabulary vocabulary.json --clusters clusters.npz --out RUN [--task …]

Writes RUN/labels.json, RUN/last.pt (after every `--save-every` minutes, to resume from) and RUN/model.pt.
Seeded; a second call with the same RUN resumes. One line of dev figures after each epoch.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from .batches import Example, Soft, encode, epoch, open_reader, windows
from .corpora import Sentence, label_moods, read_boundaries, read_germeval, read_moods, read_names, read_ud
from .e5 import read as read_e5
from .labels import Labels
from .model import Analyser, Shape, load_e5
from .objective import TASKS, loss_of
from .progress import evaluate

OWN = Path(__file__).parent / "sentences"


def read_examples(data: Path, task: str, labels: Labels, ud_repeats: int, limit: int | None) -> list[Example]:
    """Gold sentences of a task, with the silver moods and the boundaries that any sentence can teach."""
    names = [label_moods(s) for s in read_germeval(data / "ner/germeval2014.train.iob2")][:limit]
    names += [label_moods(s) for s in read_names(OWN / "names.txt")]
    trees = list(read_ud(data / "ud/train.conllu"))
    own = [s for s in [*read_moods(OWN / "mood.txt"), *read_boundaries(OWN / "boundaries.txt")] if s.words]
    if task == "names":
        return encode(names, labels)
    kept = names[::8] if task == "syntax" else names
    return encode(kept, labels) + encode(trees, labels) * ud_repeats + encode(own, labels) * 2


def read_soft(path: Path, labels: Labels, examples: list[Example]) -> list[Example]:
    """Gives examples the scores of a teacher, and adds the sentences that have nothing but these."""
    scores: dict[str, Soft] = torch.load(path, weights_only=False)
    for example in examples:
        example.soft = scores.get(" ".join(example.words))
    known = {" ".join(example.words) for example in examples}
    others = [Sentence(words=text.split(" "), origin="text") for text in scores if text not in known]
    taught = encode(others, labels)
    for example in taught:
        example.soft = scores[" ".join(example.words)]
    return [*examples, *taught]


def make_model(labels: Labels, kept: list[int], clusters: int, args: argparse.Namespace) -> Analyser:
    """A network with the weights of another run or, without one, the pretrained encoder's, trimmed, and new heads."""
    layers = [int(x) for x in args.layers.split(",")]
    start = torch.load(args.start, map_location="cpu", weights_only=False) if args.start else None
    shape = Shape(
        vocabulary=len(kept),
        layers=len(layers),
        merge=min(args.merge, len(layers)),
        clusters=clusters,
        tags=sum(map(len, labels.heads.values())),
        deprels=len(labels.deprels),
        inner=start["shape"]["inner"] if start else Shape.inner,
    )
    model = Analyser(shape)
    if start is None:
        load_e5(model, read_e5(), kept, layers)
    else:
        weights = start["model"] if start["shape"]["layers"] == len(layers) else choose_layers(start["model"], layers)
        model.load_state_dict({"encoder.cluster.weight": model.encoder.cluster.weight.detach(), **weights})
    return model


def choose_layers(weights: dict[str, Tensor], layers: list[int]) -> dict[str, Tensor]:
    """Of the weights of a deeper network those of the named layers, and all that belongs to no layer."""
    kept = {name: w for name, w in weights.items() if not name.startswith("encoder.layers.")}
    for new, old in enumerate(layers):
        prefix = f"encoder.layers.{old}."
        found = {name.removeprefix(prefix): w for name, w in weights.items() if name.startswith(prefix)}
        kept |= {f"encoder.layers.{new}.{name}": w for name, w in found.items()}
    return kept


def make_optimiser(
    model: Analyser, args: argparse.Namespace, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW, a larger rate for what is new than for what is pretrained; linear warm-up and decay."""
    is_new = lambda name: not name.startswith("encoder.") or "cluster" in name  # noqa: E731
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for name, p in model.named_parameters() if not is_new(name)], "lr": args.lr},
            {"params": [p for name, p in model.named_parameters() if is_new(name)], "lr": args.head_lr},
        ],
        weight_decay=0.01,
        fused=True,
    )
    warmup = max(1, int(0.06 * steps))
    rate = lambda i: min((i + 1) / warmup, max(0.0, (steps - i) / max(1, steps - warmup)))  # noqa: E731
    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, rate)


@dataclass
class Training:
    """A run, which can be saved and taken up again."""

    model: Analyser
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    step: int = 0

    def save(self, path: Path) -> None:
        state = {name: getattr(self, name).state_dict() for name in ("model", "optimiser", "schedule")}
        torch.save({**state, "shape": vars(self.model.shape), "step": self.step}, path)

    def resume(self, path: Path) -> None:
        state = torch.load(path, weights_only=False)
        for name in ("model", "optimiser", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        for group in self.optimiser.param_groups:
            group["fused"] = True
        self.step = state["step"]

    def learn(self, batch: dict[str, Tensor], slices: dict[str, slice], weights: dict[str, float]) -> float:
        device = next(self.model.parameters()).device
        with torch.autocast(device.type, torch.bfloat16):
            loss = loss_of(self.model, {k: v.to(device) for k, v in batch.items()}, slices, weights)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 3.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        return loss.item()


def read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--vocabulary", type=Path, required=True)
    options.add_argument("--clusters", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--task", choices=TASKS, default="all")
    options.add_argument("--soft", type=Path, help="scores of teachers, from training.teach")
    options.add_argument("--layers", default="0,1,2,3,4,5,6,7,8,9,10,11", help="which pretrained layers to start from")
    options.add_argument("--merge", type=int, default=12, help="after how many layers the pieces of a word become one")
    options.add_argument("--start", type=Path, help="a model.pt whose weights to start from")
    options.add_argument("--epochs", type=float, default=4)
    options.add_argument("--ud-repeats", type=int, default=3)
    options.add_argument("--lr", type=float, default=1.5e-4)
    options.add_argument("--head-lr", type=float, default=1e-3)
    options.add_argument("--window", type=int, default=192)
    options.add_argument("--per-batch", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int)
    options.add_argument("--save-every", type=float, default=4.0, help="minutes")
    options.add_argument("--limit", type=int, help="only so many names sentences (to try things)")
    return options.parse_args()


def main() -> None:
    args = read_options()
    last, done = args.out / "last.pt", args.out / "done"
    if done.exists():
        print(f"{args.out} is finished")
        return
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    if args.threads:
        torch.set_num_threads(args.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"

    labels = Labels.collect(read_ud(args.data / "ud/train.conllu"))
    labels.write(args.out / "labels.json")
    reader = open_reader(args.vocabulary, args.clusters)
    train = read_examples(args.data, args.task, labels, args.ud_repeats, args.limit)
    if args.soft:
        train = read_soft(args.soft, labels, train)
    dev = encode(list(read_ud(args.data / "ud/dev.conllu")), labels)
    if args.task != "syntax":
        dev += encode(list(read_germeval(args.data / "ner/germeval2014.dev.iob2")), labels)

    kept = json.loads(args.vocabulary.read_text())["ids"]
    model = make_model(labels, kept, reader.count_clusters(), args)
    model.to(device)
    per_epoch = len(windows(train, reader, None, args.window)) / args.per_batch
    steps = int(args.epochs * per_epoch)
    run = Training(model, *make_optimiser(model, args, steps))
    if last.exists():
        run.resume(last)
    print(f"{len(train)} sentences; step {run.step} of {steps}, {per_epoch:.0f} an epoch, on {device}", flush=True)

    rng = random.Random(args.seed + run.step)
    started = saved = time.time()
    running = 0.0
    while run.step < steps:
        for batch in epoch(train, reader, labels, rng, args.window, args.per_batch):
            if run.step >= steps:
                break
            loss = run.learn(batch, labels.slices(), TASKS[args.task])
            running = 0.98 * running + 0.02 * loss if running else loss
            if run.step % 50 == 0:
                print(f"step {run.step}/{steps} loss {running:.3f} {time.time() - started:.0f}s", flush=True)
            if time.time() - saved > 60 * args.save_every:
                run.save(last)
                saved = time.time()
        print(json.dumps({"step": run.step, **evaluate(model, dev, reader, labels)}), flush=True)
        torch.save({"model": model.state_dict(), "shape": vars(model.shape)}, args.out / "model.pt")
    done.touch()


if __name__ == "__main__":
    main()
