"""Numbered references of one page: a claim keeps the number of its first citation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct

from briefing.pages.views.shown import ClaimShown

_HEADING_OR_REFERENCE = re.compile(r'<h2\b[^>]*>(?P<heading>.*?)</h2>|\bid="ref-(?P<occurrence>\d+)"', re.DOTALL)
_REFERENCES = re.compile(r'<span class="ref">.*?</a></span>', re.DOTALL)


class Section(Struct, frozen=True):
    """What a section of the page is the first to cite: the claims with their occurrences, numbered from `start`."""

    title: str
    """Empty for what stands before the first heading."""
    start: int
    items: tuple[tuple[ClaimShown, tuple[int, ...]], ...]


class References:
    """What one page cites, in order. Calling `cite` gives the HTML of a numbered reference."""

    def __init__(self, templates: Environment, root: str, claims: Mapping[str, ClaimShown]) -> None:
        self._reference: Callable[..., str] = templates.get_template("parts/macros.html.jinja").module.reference  # type: ignore[attr-defined]
        self._root = root
        self._claims = claims
        self._occurrences: dict[str, list[int]] = {}
        self._numbers: dict[str, int] = {}
        self._count = 0

    def cite(self, claim: ClaimShown) -> Markup:
        """A reference to one claim."""
        self._count += 1
        self._occurrences.setdefault(claim.id, []).append(self._count)
        number = self._numbers.setdefault(claim.id, len(self._occurrences))
        return Markup(self._reference(self._root, number, self._count, claim).strip())  # noqa: S704 - a template's own output

    def cite_ids(self, ids: Iterable[str]) -> str:
        """References to claims by id; ids that no claim has give nothing (they were reported before)."""
        found = [self._claims[i] for i in ids if i in self._claims]
        return "\u2060" + "".join(self.cite(claim) for claim in found) if found else ""

    def listed(self, html: str) -> tuple[Section, ...]:
        """The claims cited, by number, under the headings of the page's `html` that cite them first."""
        return tuple(self._sections(_headings(html)))

    def _sections(self, headings: Mapping[int, str]) -> Iterator[Section]:
        start = 1
        for title, group in groupby(self._occurrences.items(), key=lambda item: headings.get(item[1][0], "")):
            items = tuple((self._claims[claim], tuple(occurrences)) for claim, occurrences in group)
            yield Section(title, start, items)
            start += len(items)


def _headings(html: str) -> dict[int, str]:
    """The heading above each reference, by its occurrence."""
    found, heading = {}, ""
    for match in _HEADING_OR_REFERENCE.finditer(html):
        if match["occurrence"]:
            found[int(match["occurrence"])] = heading
        else:
            heading = Markup(_REFERENCES.sub("", match["heading"])).striptags()  # noqa: S704 - our own HTML
    return found
