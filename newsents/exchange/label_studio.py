"""Tasks for Label Studio, with pre-annotations, and its annotations back."""

from __future__ import annotations

from typing import Any

from newsents import __version__
from newsents.article import Article
from newsents.errors import AnnotationError
from newsents.exchange.marking import make_sheet
from newsents.exchange.marks import ATTRIBUTES, LABELS, RELATIONS, Mark, Relation, Sheet
from newsents.exchange.reading import read_sheet

Results = list[dict[str, Any]]


def label_studio_config() -> str:
    """The labelling interface of a project for our marks."""
    labels = "".join(f'<Label value="{name}"/>' for name in LABELS)
    relations = "".join(f'<Relation value="{name}"/>' for name in RELATIONS)
    areas = "".join(
        f'<TextArea name="{name}" toName="text" perRegion="true" maxSubmissions="1" placeholder="{name}"/>'
        for name in ATTRIBUTES
    )
    text = '<Text name="text" value="$text" granularity="symbol"/>'
    return (
        f'<View><Relations>{relations}</Relations><Labels name="label" toName="text">{labels}</Labels>'
        f"{text}{areas}</View>"
    )


def to_label_studio(article: Article) -> dict[str, Any]:
    """A task with what newsents found as prediction; a list of them is a file to import. Offsets are characters."""
    sheet = make_sheet(article)
    results: Results = []
    for mark in sheet.marks:
        common = {"id": mark.id, "to_name": "text"}
        place = {"start": mark.start, "end": mark.end, "text": sheet.text[mark.start : mark.end]}
        results.append({**common, "from_name": "label", "type": "labels", "value": {**place, "labels": [mark.label]}})
        for name in ATTRIBUTES:
            if value := getattr(mark, name):
                results.append({**common, "from_name": name, "type": "textarea", "value": {**place, "text": [value]}})
    results += [
        {"type": "relation", "from_id": r.source, "to_id": r.target, "direction": "right", "labels": [r.label]}
        for r in sheet.relations
    ]
    prediction = {"model_version": f"newsents {__version__}", "result": results}
    return {"data": {"text": sheet.text, "sentences": sheet.sentences}, "predictions": [prediction]}


def from_label_studio(task: dict[str, Any]) -> Article:
    """The records of an exported task (format "JSON"): its first annotation, or the prediction if nobody annotated."""
    try:
        text = task["data"]["text"]
        results = _find_results(task)
        written = {(r["id"], r["from_name"]): r["value"]["text"] for r in results if r["type"] == "textarea"}
        marks = [_read_mark(text, result, written) for result in results if result["type"] == "labels"]
        relations = [
            Relation(label="".join(r.get("labels") or ()), source=r["from_id"], target=r["to_id"])
            for r in results
            if r["type"] == "relation"
        ]
        sheet = Sheet(text=text, marks=marks, relations=relations, sentences=task["data"].get("sentences", ()))
    except (KeyError, TypeError, ValueError, IndexError) as error:
        if isinstance(error, AnnotationError):
            raise
        raise AnnotationError(f"no task of Label Studio's: {error!r}") from error
    return read_sheet(sheet)


def _find_results(task: dict[str, Any]) -> Results:
    done = [a for a in task.get("annotations", ()) if not a.get("was_cancelled")]
    results: Results = (done or task["predictions"])[0]["result"]
    return results


def _read_mark(text: str, result: dict[str, Any], written: dict[tuple[str, str], list[str]]) -> Mark:
    value = result["value"]
    start, end = _find_place(text, value)
    attributes = {name: "".join(written.get((result["id"], name), ())).strip() for name in ATTRIBUTES}
    return Mark.model_validate(
        {"id": result["id"], "label": value["labels"][0], "start": start, "end": end, **attributes}
    )


def _find_place(text: str, value: dict[str, Any]) -> tuple[int, int]:
    """Characters; old versions count UTF-16 units, which the words beside the offsets tell."""
    start, end, words = value["start"], value["end"], value.get("text")
    if words is None or _fits(text[start:end], words):
        return start, end
    units = text.encode("utf-16-le")
    before, inside = (units[2 * a : 2 * b].decode("utf-16-le", "replace") for a, b in ((0, start), (start, end)))
    if not _fits(inside, words):
        raise AnnotationError(f"{start}:{end} is {text[start:end]!r} in the text, but {words!r} in the annotation")
    return len(before), len(before) + len(inside)


def _fits(words: str, others: str) -> bool:
    """White space may have changed on its way through a browser."""
    return "".join(words.split()) == "".join(others.replace("\\n", "\n").split())
