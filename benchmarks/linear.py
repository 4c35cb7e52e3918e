"""Time of each component for one text of 10, 100 and 1,000 kB: linear in its length, and what quotes cost of it.

python benchmarks/linear.py [--sizes 10 100 1000]
"""

from __future__ import annotations

import argparse
import time

from speed import articles

import newsents


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000], help="kB")
    args = options.parse_args()
    nlp = newsents.load()
    nlp("Zum Aufwärmen, sagte Uwe Lenz.")
    longest = "\n\n".join(articles(args.sizes[-1]))
    for size in args.sizes:
        text = longest.encode()[: size * 1000].decode(errors="ignore")
        steps = {"tokenizer": nlp.make_doc, **dict(nlp.pipeline), "records": newsents.to_article}
        times, result = {}, text
        for name, step in steps.items():
            started = time.perf_counter()
            result = step(result)
            times[name] = time.perf_counter() - started
        total = sum(times.values())
        parts = "  ".join(f"{name} {taken:.3f} s ({taken / total:.0%})" for name, taken in times.items())
        print(f"{size:5d} kB  {total:7.2f} s  {total / size * 1000:6.1f} ms/kB   {parts}")


if __name__ == "__main__":
    main()
