"""The register beside an article: who speaks and how much, then everybody and everything named, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsents.page.escaping import count, escape, german, shorten
from newsents.page.links import write_link
from newsents.page.voices import Keys, Voice

if TYPE_CHECKING:
    from newsents.article import Article
    from newsents.records import Link, Organisation, Person, Place, Quote

SECTIONS = (("person", "People"), ("organisation", "Organisations"), ("place", "Places"))


def write_register(article: Article, keys: Keys, voices: list[Voice], prefix: str, level: int) -> str:
    """The register, its headings on `level` (2: `<h2>`)."""
    spoken = {voice.key: voice for voice in voices}
    names = {entity.id: entity.name for entity in article.entities}
    parts = [_section("Who speaks", level, "voices", _list_voices(voices, prefix))] if voices else []
    for kind, title in SECTIONS:
        entities = [e for e in article.entities if e.kind == kind]
        cards = [_write_entity(e, keys.of_entity(e.id), spoken, names, prefix) for e in entities]
        if cards:
            parts.append(_section(title, level, "cards", cards))
    others = [_write_other(voice, prefix) for voice in voices if not voice.key.startswith("e")]
    if others:
        parts.append(_section("Speakers without a name", level, "cards", others))
    return "".join(parts) or "<p>Nobody is quoted and nothing is named.</p>"


def _section(title: str, level: int, name: str, items: Iterable[str]) -> str:
    return f'<h{level}>{title}</h{level}>\n<ul class="{name}">\n{"".join(items)}</ul>\n'


def _list_voices(voices: list[Voice], prefix: str) -> Iterator[str]:
    """One line each: a name, a bar as long as what they say, and the figures."""
    most = max(max(v.words for v in voices), 1)
    for voice in voices:
        yield (
            f'<li data-who="{voice.key}"><a href="#{prefix}{voice.key}">{_name(voice)}</a> '
            f'<span class="amount">{_amount(voice)}</span>'
            f'<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
            f'<rect width="{100 * voice.words / most:.1f}" height="1"/></svg></li>\n'
        )


def _name(voice: Voice) -> str:
    return escape(voice.name) if voice.key == "u" else german(shorten(voice.name))


def _amount(voice: Voice) -> str:
    return f"{count(len(voice.quotes), 'quote')}, {count(voice.words, 'word')}"


def _write_entity(
    entity: Person | Place | Organisation, key: str, spoken: dict[str, Voice], names: dict[str, str], prefix: str
) -> str:
    parts = [f'<p class="title">{german(entity.name)}</p>']
    if entity.kind == "person":
        parts += _write_person(entity, names)
    mentions = (
        f'<a href="#{prefix}{key}-{number}">{german(m.text)}</a>{_FORMS[m.form]}'
        for number, m in enumerate(entity.mentions, 1)
    )
    parts.append(
        f'<p class="mentions"><span class="label">named {len(entity.mentions)}×</span> {" · ".join(mentions)}</p>'
    )
    parts += (_write_evidence(link) for link in entity.links)
    if key in spoken:
        parts += _write_quotes(spoken[key], prefix)
    return _card(key, prefix, parts)


_FORMS = {"name": "", "derived": " <small>derived</small>", "part": " <small>in a compound</small>"}


def _write_person(person: Person, names: dict[str, str]) -> Iterator[str]:
    roles = dict.fromkeys(role.title for role in person.roles)
    if roles:
        yield f'<p class="roles"><span class="unseen">roles: </span>{", ".join(map(german, roles))}</p>'
    bodies = [german(names[i]) for i in person.affiliations if i in names]
    if bodies:
        yield f'<p class="roles"><span class="label">belongs to</span> {", ".join(bodies)}</p>'


def _write_evidence(link: Link) -> str:
    where = "" if link.latitude is None or link.longitude is None else f" ({link.latitude:.2f}, {link.longitude:.2f})"
    why = f' <span class="why">{escape(link.evidence)}</span>' if link.evidence else ""
    return f'<p class="link">{write_link(link)} {german(link.label)}{where}{why}</p>'


def _write_other(voice: Voice, prefix: str) -> str:
    return _card(voice.key, prefix, [f'<p class="title">{_name(voice)}</p>', *_write_quotes(voice, prefix)])


def _write_quotes(voice: Voice, prefix: str) -> Iterator[str]:
    yield f'<p class="said"><span class="label">says</span> {_amount(voice)}</p>\n<ol>'
    for number, quote in voice.quotes:
        words = shorten(" … ".join(span.text for span in quote.spans))
        yield (
            f'<li class="{quote.kind}"><a href="#{prefix}q{number}">{german(words)}</a> '
            f'<span class="why">{_explain(quote)}</span></li>\n'
        )
    yield "</ol>"


def _explain(quote: Quote) -> str:
    """Kind, cue and why this speaker: "direct · sagte · named 'Kamphusen'"."""
    cues = " … ".join(german(cue.text) for cue in quote.cues)
    whom = ", ".join(german(a.text) for a in quote.addressees)
    said = (quote.kind, cues, f"to {whom}" if whom else "", escape(quote.speaker.evidence))
    return " · ".join(part for part in said if part)


def _card(key: str, prefix: str, parts: Iterable[str]) -> str:
    return f'<li class="card" id="{prefix}{key}" data-who="{key}">{"".join(parts)}</li>\n'
