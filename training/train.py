"""Trains the multi-task analyser.

    python -m training.train --data DATA --vocabulary vocabulary.json --out RUN [--layers 0,1,…] [--epochs 4]

Writes RUN/labels.json, RUN/last.pt (after every `--save-every` minutes, to resume from) and RUN/model.pt.
Seeded; a second call with the same RUN resumes. One line of dev figures after each epoch.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from newsents.analysis.decoding import find_chunks

from .batches import Example, PieceCache, collate, encode, epoch, windows
from .corpora import IGNORE, label_moods, read_boundaries, read_germeval, read_moods, read_ud
from .e5 import read as read_e5
from .labels import FEATURES, Labels
from .model import Analyser, Shape, load_e5
from .vocabulary import make_tokenizer

# Names weigh most: with equal weights the trees, few but dense, took the encoder for themselves, and names underfitted.
WEIGHTS = {"outer": 4.0, "inner": 1.5, "upos": 0.2, "xpos": 0.2, "start": 0.1, "Mood": 0.3} | {
    f: 0.06 for f in FEATURES if f != "Mood"
}
ARC_WEIGHT, REL_WEIGHT = 0.4, 0.3
OWN = Path(__file__).parent / "sentences"


def cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    if not (target != IGNORE).any():
        return logits.sum() * 0
    return functional.cross_entropy(logits, target, ignore_index=IGNORE)


def arc_mask(sentence: Tensor) -> Tensor:
    """(b, w) -> (b, w, w + 1), True where an arc may go: the root, or a word of the same sentence."""
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None]
    return torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)


def loss_of(model: Analyser, batch: dict[str, Tensor], slices: dict[str, slice]) -> Tensor:
    tags, arcs, rel_d, rel_h = model(batch["ids"], batch["first"], batch["mask"])
    tags, arcs = tags.float(), arcs.float()
    loss = torch.zeros((), device=tags.device)
    for name, part in slices.items():
        loss = loss + WEIGHTS[name] * cross_entropy(tags[..., part].flatten(0, 1), batch[name].flatten())
    arcs = arcs.masked_fill(~arc_mask(batch["sentence"]), -1e4)
    loss = loss + ARC_WEIGHT * cross_entropy(arcs.flatten(0, 1), batch["head"].flatten())
    b, w = (batch["head"] != IGNORE).nonzero(as_tuple=True)
    if len(b):
        scores = model.relations(rel_d[b, w], rel_h[b, batch["head"][b, w]])
        loss = loss + REL_WEIGHT * cross_entropy(scores.float(), batch["deprel"][b, w])
    return loss


def chunks(tags: list[str]) -> set[tuple[int, int, str]]:
    """The names that records are made of: all but OTH."""
    return {chunk for chunk in find_chunks(tags) if not chunk[2].startswith("OTH")}


@torch.no_grad()
def evaluate(model: Analyser, examples: list[Example], cache: PieceCache, labels: Labels) -> dict[str, float]:
    """Dev figures with greedy decoding: F1 of nine classes, UAS, LAS, accuracy of each tagger."""
    model.eval()
    slices, hits, totals = labels.slices(), {}, {}
    tp = fp = fn = 0
    packed = windows(examples, cache, None, 192)
    device = next(model.parameters()).device
    for i in range(0, len(packed), 16):
        batch = {k: v.to(device) for k, v in collate(packed[i : i + 16], labels).items()}
        tags, arcs, rel_d, rel_h = model(batch["ids"], batch["first"], batch["mask"])
        for name, part in slices.items():
            target = batch[name]
            known = target != IGNORE
            if name == "Mood":
                known &= target != 0
            hits[name] = hits.get(name, 0) + int(((tags[..., part].argmax(-1) == target) & known).sum())
            totals[name] = totals.get(name, 0) + int(known.sum())
        guess = arcs.masked_fill(~arc_mask(batch["sentence"]), -1e4).argmax(-1)
        b, w = (batch["head"] != IGNORE).nonzero(as_tuple=True)
        right = guess[b, w] == batch["head"][b, w]
        rel = model.relations(rel_d[b, w], rel_h[b, guess[b, w]]).argmax(-1) == batch["deprel"][b, w]
        hits["UAS"], totals["UAS"] = hits.get("UAS", 0) + int(right.sum()), totals.get("UAS", 0) + len(b)
        hits["LAS"], totals["LAS"] = hits.get("LAS", 0) + int((right & rel).sum()), totals.get("LAS", 0) + len(b)
        names = labels.heads["outer"]
        for gold, got in zip(batch["outer"].tolist(), tags[..., slices["outer"]].argmax(-1).tolist(), strict=True):
            kept = [k for k, g in enumerate(gold) if g != IGNORE]
            a, c = chunks([names[gold[k]] for k in kept]), chunks([names[got[k]] for k in kept])
            tp, fp, fn = tp + len(a & c), fp + len(c - a), fn + len(a - c)
    model.train()
    figures = {
        name: round(100 * hits[name] / totals[name], 2)
        for name in ("UAS", "LAS", "upos", "xpos", "Mood", "Case", "Number", "start")
        if totals.get(name)
    }
    return {"F1": round(200 * tp / max(1, 2 * tp + fp + fn), 2), **figures}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--vocabulary", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--layers", default="0,1,2,3,4,5,6,7,8,9,10,11", help="which pretrained layers to start from")
    options.add_argument("--start", type=Path, help="a model.pt to go on from, instead of the pretrained encoder")
    options.add_argument("--epochs", type=float, default=4)
    options.add_argument("--ud-repeats", type=int, default=3)
    options.add_argument("--lr", type=float, default=1.5e-4)
    options.add_argument("--head-lr", type=float, default=1e-3)
    options.add_argument("--window", type=int, default=192)
    options.add_argument("--per-batch", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--save-every", type=float, default=4.0)
    options.add_argument("--limit", type=int, help="only so many names sentences (to try things)")
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"

    names = [label_moods(s) for s in read_germeval(args.data / "ner/germeval2014.train.iob2")][: args.limit]
    trees = list(read_ud(args.data / "ud/train.conllu"))
    moods = [s for s in [*read_moods(OWN / "mood.txt"), *read_boundaries(OWN / "boundaries.txt")] if s.words]
    labels = Labels.collect(trees)
    labels.write(args.out / "labels.json")
    slices = labels.slices()
    kept = json.loads(args.vocabulary.read_text())
    cache = PieceCache(make_tokenizer(kept["pieces"], kept["scores"]))
    train = encode(names, labels) + encode(trees, labels) * args.ud_repeats + encode(moods, labels) * 2
    dev_names = encode(list(read_germeval(args.data / "ner/germeval2014.dev.iob2")), labels)
    dev = dev_names + encode(list(read_ud(args.data / "ud/dev.conllu")), labels)

    layers = [int(x) for x in args.layers.split(",")]
    model = Analyser(
        Shape(
            vocabulary=len(kept["ids"]),
            layers=len(layers),
            tags=sum(map(len, labels.heads.values())),
            deprels=len(labels.deprels),
        )
    )
    load_e5(model, read_e5(), kept["ids"], layers)
    if args.start:
        model.load_state_dict(torch.load(args.start, map_location="cpu", weights_only=False)["model"])
    model.to(device)
    per_epoch = len(windows(train, cache, None, args.window)) / args.per_batch
    steps = int(args.epochs * per_epoch)
    encoder = list(model.encoder.parameters())
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": args.lr}, {"params": heads, "lr": args.head_lr}], weight_decay=0.01, fused=True
    )
    warmup = max(1, int(0.06 * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda i: min((i + 1) / warmup, max(0.0, (steps - i) / (steps - warmup)))
    )
    print(
        f"{len(names)} name sentences, {len(trees)} trees, {len(moods)} own; "
        f"{steps} steps, {per_epoch:.0f} an epoch, on {device}",
        flush=True,
    )

    step, last = 0, args.out / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=False)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        for group in optimiser.param_groups:
            group["fused"] = True
        schedule.load_state_dict(state["schedule"])
        step = state["step"]
        rng.seed(args.seed + step)
        print(f"resumed at step {step}", flush=True)
    save = lambda path: torch.save({"model": model.state_dict(), "shape": vars(model.shape)}, path)  # noqa: E731
    started = saved = time.time()
    running = 0.0
    while step < steps:
        for batch in epoch(train, cache, labels, rng, args.window, args.per_batch):
            if step >= steps:
                break
            with torch.autocast(device, torch.bfloat16):
                loss = loss_of(model, {k: v.to(device) for k, v in batch.items()}, slices)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 3.0)
            optimiser.step()
            schedule.step()
            step += 1
            running = 0.98 * running + 0.02 * loss.item() if step > 1 else loss.item()
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {running:.3f} {time.time() - started:.0f}s", flush=True)
            if time.time() - saved > 60 * args.save_every:
                torch.save(
                    {
                        "model": model.state_dict(),
                        "shape": vars(model.shape),
                        "optimiser": optimiser.state_dict(),
                        "schedule": schedule.state_dict(),
                        "step": step,
                    },
                    last,
                )
                saved = time.time()
        print(json.dumps({"step": step, **evaluate(model, dev, cache, labels)}), flush=True)
        save(args.out / "model.pt")
    save(args.out / "model.pt")


if __name__ == "__main__":
    main()
