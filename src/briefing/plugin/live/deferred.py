"""What a preview makes when somebody asks for it: of most pages and files nobody does between two saves."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

PLACE = '<h1 class="briefingbodylater">'
"""What stands in a page that waits for its body: with a heading, as the theme gives its own to a page without one."""


class Later:
    """Files of a site by their path in it, each made at most once, one at a time."""

    def __init__(self) -> None:
        self._promised: dict[str, Callable[[], str]] = {}
        self._made: dict[str, str] = {}
        self._alone = Lock()
        self.key = ""
        """The hash of what the pages are made of."""

    def promise(self, name: str, make: Callable[[], str]) -> None:
        """A file that `make` makes."""
        self._promised[name] = make

    def get(self, name: str) -> str | None:
        """The text of a file; None where none was promised. What goes wrong with it, it raises."""
        with self._alone:
            if name in self._promised and name not in self._made:
                self._made[name] = self._promised[name]()
            return self._made.get(name)
