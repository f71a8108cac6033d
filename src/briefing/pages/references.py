"""Numbered references of one page: a claim keeps the number of its first citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jinja2 import Environment
from markupsafe import Markup

from briefing.pages.views.shown import ClaimShown


class References:
    """What one page cites, in order. Calling `cite` gives the HTML of a numbered reference with its card."""

    def __init__(self, templates: Environment, root: str, claims: Mapping[str, ClaimShown]) -> None:
        self._reference: Callable[..., str] = templates.get_template("parts/macros.html.jinja").module.reference  # type: ignore[attr-defined]
        self._root = root
        self._claims = claims
        self._occurrences: dict[str, list[int]] = {}
        self._count = 0

    def cite(self, claim: ClaimShown) -> Markup:
        """A reference to one claim."""
        self._count += 1
        self._occurrences.setdefault(claim.id, []).append(self._count)
        number = list(self._occurrences).index(claim.id) + 1
        return Markup(self._reference(self._root, number, self._count, claim).strip())  # noqa: S704 - a template's own output

    def cite_ids(self, ids: Iterable[str]) -> str:
        """References to claims by id; ids that no claim has give nothing (they were reported before)."""
        found = [self._claims[i] for i in ids if i in self._claims]
        return "\u2060" + "".join(self.cite(claim) for claim in found) if found else ""

    def listed(self) -> list[tuple[ClaimShown, list[int]]]:
        """The claims cited, by number, with their occurrences."""
        return [(self._claims[i], occurrences) for i, occurrences in self._occurrences.items()]
