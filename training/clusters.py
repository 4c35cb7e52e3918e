"""Makes the table of Brown clusters that the network reads beside the pieces.

    python -m training.clusters --out clusters.npz

From spacy-lookups-data (MIT): of the million German word forms there, the most frequent that have a cluster.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from newsents.words.forms import FormTable

from .corpora import read_lookup

FORMS = 500_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    clusters, probabilities = read_lookup("de_lexeme_cluster"), read_lookup("de_lexeme_prob")
    forms = sorted((f for f in clusters if clusters[f]), key=lambda f: -probabilities.get(f, -99))[:FORMS]
    numbers = {c: i for i, c in enumerate(sorted({clusters[f] for f in forms}), 1)}
    table = FormTable.build({f: numbers[clusters[f]] for f in forms})
    np.savez_compressed(args.out, keys=table.keys, numbers=table.numbers)
    print(f"{len(forms)} forms in {len(numbers)} clusters")


if __name__ == "__main__":
    main()
