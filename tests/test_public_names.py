from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points, version

import pytest

import newsents

PUBLIC = {
    "AnnotationError", "Article", "DescribedSpeaker", "Entity", "EntitySpeaker", "ExtractionError", "InvalidTextError",
    "LexiconError", "Link", "Mention", "NewsentsError", "Organisation", "Person", "PipelineError", "Place", "Quote",
    "QuoteKind", "Role", "Scores", "Span", "Speaker", "UnknownSpeaker", "__version__", "extract", "extract_many",
    "json_schema", "load", "score", "to_article",
}  # fmt: skip


def test_public_names_are_pinned() -> None:
    assert set(newsents.__all__) == PUBLIC
    assert set(dir(newsents)) == PUBLIC
    for name in PUBLIC:
        assert getattr(newsents, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'extrakt'"):
        _ = newsents.extrakt


def test_version_is_that_of_the_package() -> None:
    assert newsents.__version__ == version("newsents")


@pytest.mark.parametrize("group", ["spacy_factories", "console_scripts"])
def test_entry_points_load(group: str) -> None:
    ours = [e for e in entry_points(group=group) if e.dist and e.dist.name == "newsents"]
    assert {e.name for e in ours} == {
        "spacy_factories": {"newsents_analyser", "newsents_entities", "newsents_quotes"},
        "console_scripts": {"newsents"},
    }[group]
    assert all(callable(e.load()) for e in ours)


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import newsents", ["spacy", "onnxruntime", "tokenizers", "numpy", "pydantic", "rich", "typer"]),
        ("import newsents.records", ["spacy", "onnxruntime", "tokenizers", "numpy"]),
        ("import newsents.article", ["spacy", "onnxruntime", "tokenizers", "numpy"]),
        ('from newsents import Article; Article.model_validate_json(\'{"text": ""}\').people', ["spacy", "numpy"]),
        ("from newsents import json_schema; json_schema()", ["spacy", "numpy"]),
        ("import newsents.cli", ["spacy", "onnxruntime", "tokenizers", "numpy"]),
    ],
)
def test_imports_stay_light(statement: str, absent: list[str]) -> None:
    code = f"import sys; {statement}; sys.exit(', '.join(sorted(set({absent}) & set(sys.modules))))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.stderr.strip() == ""
