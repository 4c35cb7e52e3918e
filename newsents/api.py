"""Text in, records out: one text, or a Doc that is there already."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsents.annotations import has_entities, has_quotes, read_article
from newsents.article import Article
from newsents.cleaning import CleanText
from newsents.errors import InvalidTextError
from newsents.pipelines import MAX_CHARACTERS, Pipeline, check_length, find_pipeline, make_annotators


def check_text(text: object) -> str:
    """The text itself, or InvalidTextError with the fix in its message."""
    if not isinstance(text, str):
        raise InvalidTextError(
            f"expected a str, got {type(text).__name__}; decode bytes first, as with .decode('utf-8')"
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidTextError(
            f"lone surrogate at character {error.start}; "
            "text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace') mends it"
        ) from error
    if len(text) > MAX_CHARACTERS:
        raise InvalidTextError(f"{len(text)} characters; at most {MAX_CHARACTERS} at once: split the text")
    return text


def to_article(doc: Doc) -> Article:
    """The records of a Doc, of `load()` or of any other German pipeline; entities and quotes are added if missing.

    Raises PipelineError if the Doc lacks an annotation that is needed (names, tags, dependencies, sentences).
    """
    if not has_entities(doc):  # quotes that are there already were made without them
        for annotate in make_annotators():
            doc = annotate(doc)
    elif not has_quotes(doc):
        doc = make_annotators()[1](doc)
    return read_article(doc)


def read_text(nlp: Language, text: CleanText) -> Article:
    """The records of a cleaned text, with the offsets of the text as given."""
    return text.restore(to_article(nlp(check_length(nlp, text.text))))


def extract(text: str, *, pipeline: Pipeline = None) -> Article:
    """Entities and quotes of one text.

    `pipeline`: None for the embedded German model, else a spaCy pipeline, its installed name or its path.
    Offsets in the result are characters of `text`. Raises InvalidTextError or PipelineError. May be called from any
    number of threads.
    """
    lender = find_pipeline(pipeline)
    clean = CleanText(check_text(text))
    with lender.borrow() as nlp:
        return read_text(nlp, clean)
