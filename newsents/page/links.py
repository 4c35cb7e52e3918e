"""Where the identifiers of public lists lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsents.page.escaping import escape

if TYPE_CHECKING:
    from newsents.records import Link

# The form of an identifier is checked, so that one from elsewhere ("javascript:…") makes no address.
SITES: dict[str, tuple[str, re.Pattern[str] | None, str]] = {
    "wikidata": ("Wikidata", re.compile(r"Q[0-9]+"), "https://www.wikidata.org/wiki/"),
    "iso3166": ("ISO 3166", None, ""),
    "iso3166-2": ("ISO 3166-2", None, ""),
    "geonames": ("GeoNames", re.compile(r"[0-9]+"), "https://www.geonames.org/"),
}


def write_link(link: Link) -> str:
    """Source and identifier, as a link where it is known where to: "Wikidata Q49762"."""
    site, form, address = SITES.get(link.source, (link.source, None, ""))
    words = escape(f"{site} {link.id}")
    if form is None or not form.fullmatch(link.id):
        return words
    return f'<a href="{address}{link.id}" rel="external noreferrer">{words}</a>'
