from __future__ import annotations

import json
from importlib.resources import files

import newsents


def test_schema_is_the_published_one() -> None:
    """A change of the records shows here; if it is meant: `newsents schema > newsents/article.schema.json`."""
    published = files("newsents").joinpath("article.schema.json").read_text(encoding="utf-8")
    assert newsents.json_schema() == json.loads(published)


def test_schema_names_the_kinds() -> None:
    definitions = newsents.json_schema()["$defs"]
    assert definitions["Person"]["properties"]["kind"]["const"] == "person"
    assert definitions["Quote"]["properties"]["kind"]["enum"] == ["direct", "indirect", "reported", "free"]
    assert set(definitions) >= {"Place", "Organisation", "Mention", "Role", "EntitySpeaker", "UnknownSpeaker"}
