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
        marks = [_read_mark(text, results, result) for result in results if result["type"] == "labels"]
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


def _read_mark(text: str, results: Results, result: dict[str, Any]) -> Mark:
    value = result["value"]
    start, end = _find_place(text, value)
    own = (r for r in results if r.get("id") == result["id"] and r["type"] == "textarea")
    known = {r["from_name"]: "".join(r["value"]["text"]).strip() for r in own}
    attributes = {name: known.get(name, "") for name in ATTRIBUTES}
    return Mark.model_validate(
        {"id": result["id"], "label": value["labels"][0], "start": start, "end": end, **attributes}
    )


def _find_place(text: str, value: dict[str, Any]) -> tuple[int, int]:
    """Characters; old versions count UTF-16 units, which the words beside the offsets tell."""
    start, end, words = value["start"], value["end"], value.get("text")
    if text.isascii() or words is None or text[start:end] == words:
        return start, end
    units = text.encode("utf-16-le")
    before, inside = units[: 2 * start], units[2 * start : 2 * end]
    if inside.decode("utf-16-le", "replace") != words:
        raise AnnotationError(f"{start}:{end} is {text[start:end]!r} in the text, but {words!r} in the annotation")
    first = len(before.decode("utf-16-le"))
    return first, first + len(words)
