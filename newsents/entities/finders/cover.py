"""Which tokens of an article have a name already, so that finders add names only where none stands."""

from __future__ import annotations

from newsents.entities.names import Name


class Cover:
    """The names found so far, and their tokens."""

    def __init__(self, length: int, names: list[Name]) -> None:
        self.names: list[Name] = []
        self.taken = [False] * length
        for name in names:
            self._put(name)

    def _put(self, name: Name) -> None:
        self.names.append(name)
        self.taken[name.first : name.last] = [True] * (name.last - name.first)

    def add(self, name: Name | None) -> None:
        """Adds a name if there is one and all its tokens are free."""
        if name is not None and not any(self.taken[name.first : name.last]):
            self._put(name)

    def in_order(self) -> list[Name]:
        return sorted(self.names, key=lambda n: (n.start, -n.end))
