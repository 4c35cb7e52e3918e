"""An article and its records as HTML: a page of its own, a part of one, or small tables.

Complete without a network: style and script stand in the page. It knows records alone, and imports nothing of them.
"""

from __future__ import annotations

from newsents.page.document import make_page, make_part
from newsents.page.tables import make_table

__all__ = ["make_page", "make_part", "make_table"]
