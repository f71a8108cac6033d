"""The Atom feed of a site's editions (RFC 4287): one entry an edition, with ids and dates that never change."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable

from msgspec import Struct

from briefing.pages.views.changes import EditionShown

FEED = "feed.xml"
_NOT_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Compiled when there is a feed: with so many characters that takes longer than many a page."""


class Feed(Struct, frozen=True, kw_only=True):
    """What the template is given. `about` is the page that says what changed (`listed`), else the home page."""

    editions: tuple[EditionShown, ...]
    author: str
    about: str
    listed: bool
    path: str = FEED

    @property
    def urn(self) -> str:
        """The feed's own id: that of the first edition, one step away."""
        return uuid.uuid5(uuid.UUID(self.editions[-1].urn), FEED).urn


def feed(history: Iterable[EditionShown], author: str, changes: str | None, home: str) -> Feed | None:
    """The feed of a history, the newest edition first; None before the first. `changes` is the page that lists them."""
    editions = tuple(turn for turn in history if turn.day)
    if not editions:
        return None
    return Feed(editions=editions, author=author, about=changes or home, listed=changes is not None)


def well_formed(xml: str) -> str:
    """`xml` without the characters that XML 1.0 does not know, even escaped; an article may hold some."""
    return re.sub(_NOT_XML, "", xml)
