"""What was found in a source: its text, and what it says of itself. Unknown is None; nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Found(Struct, frozen=True, kw_only=True):
    """An article as its source gives it: `text` has one block a line; `published` is as precise as the source, EDTF."""

    text: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    archived: str | None = None
    """Where an archive keeps the page, if it came from there."""
    language: str | None = None
    more: Mapping[str, object] = field(default_factory=dict)
    """Further keys of a text that has front matter already; they are kept."""
    is_partial: bool = False
    """Whether the source says that it shows only a part: the rest is for subscribers."""
    warnings: tuple[str, ...] = ()
    """What was not taken over as it stood, a sentence each."""
