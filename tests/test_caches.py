"""What a process remembers of the texts it has read is bounded."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import newsents

CLOSED = {
    "load_model": "folders of models",
    "load_table": "files that ship",
    "load_words": "word classes of a file that ships",
    "column": "files that ship and their columns",
    "find_relation": "edge labels and tags of a parser",
    "_aliases": "three kinds of entities",
    "_installed": "names of pipelines",
}


def find_caches() -> Iterator[tuple[str, Any]]:
    """Each cached function of the package, by its name."""
    for module in pkgutil.walk_packages(newsents.__path__, "newsents."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if hasattr(value, "cache_parameters"):
                    yield name, value


def test_a_cache_of_words_is_bounded() -> None:
    caches = dict(find_caches())
    unbounded = {
        name
        for name, cached in caches.items()
        if cached.cache_parameters()["maxsize"] is None and inspect.signature(cached).parameters
    }
    assert len(caches) > len(unbounded) > 0
    assert unbounded <= set(CLOSED)
