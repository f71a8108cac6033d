"""Names made of common words: « guerre en Syrie », « ministère de la Santé », « Agence spatiale canadienne ».

`heads.yaml` gives the first noun and its `kind`; a kind is a function that reads what follows the noun and says where
the name ends, or that there is none. All read forward over a bounded number of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.languages.fr.names.capitals.shapes import CAPITAL, SMALL
from briefing.languages.fr.names.known import Hits
from briefing.languages.fr.names.lists import Head
from briefing.languages.fr.names.phrases import bodies, events
from briefing.languages.fr.names.phrases.cursor import Cursor, Found

_KINDS: dict[str, Callable[[Cursor], Found]] = {
    "ballot": events.ballot,
    "bare": bodies.bare,
    "conflict": events.conflict,
    "contest": events.contest,
    "crisis": events.crisis,
    "district": bodies.district,
    "invasion": events.invasion,
    "land": bodies.land,
    "meeting": events.meeting,
    "ministry": bodies.ministry,
    "christened": events.named,
    "named": events.named,
    "numbered": events.numbered,
    "office": bodies.office,
    "post": bodies.post,
    "official": bodies.whole,
    "organ": bodies.organ,
    "pact": events.pact,
    "site": bodies.site,
    "summit": events.summit,
    "square": bodies.square,
    "team": bodies.team,
    "tragedy": events.tragedy,
    "treaty": events.of_place,
    "vote": events.vote,
}
_EPITHET = re.compile(rf"(?:\b(?:[Ll][ae]|[Ll]es|du|au|aux|des) |\b[Ll]')([{CAPITAL}][{SMALL}]+) $")
"""« la Folle (Journée) », « le Grand (Théâtre) »: an adjective before the noun, after an article."""
_REACH = 24
FUNCTIONS = frozenset({"office", "post", "bare"})
"""Kinds that name a function and no entity; their capitals are no names."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `start` to `end` that `head` begins; `about` is the place and the kind of an event."""

    start: int
    end: int
    head: Head
    about: tuple[str, ...] = ()


def phrases(text: str, hits: Hits) -> Iterator[Phrase]:
    """The names that the heads of the text begin, in its order."""
    for start, end, head in hits.heads:
        found = _KINDS[head.kind](Cursor(text, start, end, hits))
        if found:
            wide = _EPITHET.search(text, max(0, start - _REACH), start) if text[start].isupper() else None
            yield Phrase(wide.start(1) if wide else start, found[0], head, found[1])
