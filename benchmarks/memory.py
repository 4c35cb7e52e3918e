"""Memory over many articles: the process's resident size after each tenth of the run.

    python benchmarks/memory.py [--articles 10000]

Every article carries words that no other has, so that a cache or string store that only grows shows.
"""

from __future__ import annotations

import argparse
import resource
from collections.abc import Iterator
from pathlib import Path

from speed import articles


def resident_megabytes() -> float:
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def with_new_words(texts: Iterator[str]) -> Iterator[str]:
    for i, text in enumerate(texts):
        yield f"{text[:400]}\n\nDer Sprecher Xaver Neuwort{i} sagte, Neuhausen{i} bekomme {i * 37} neue Wohnungen."


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=10_000)
    args = options.parse_args()
    import newsents

    for i, _ in enumerate(newsents.extract_many(with_new_words(articles(args.articles))), 1):
        if i % max(1, args.articles // 10) == 0:
            print(f"{i:7d} articles  {resident_megabytes():7.1f} MB", flush=True)


if __name__ == "__main__":
    main()
