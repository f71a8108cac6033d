"""How a language asks what articles answer in several ways: the value that a pack turns into a title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Struct

from briefing.model.annotation import Quantity
from briefing.model.relation import Asked
from briefing.model.span import Span


class Answer(Struct, frozen=True, kw_only=True):
    """A passage that answers a question; offsets are those of `text`."""

    text: str
    """The article's."""
    passage: Span
    said: Span
    """What is stated in it: the content of its source, else all of it."""
    quotations: tuple[Span, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    """Those on which the answers differ."""
    is_denial: bool = False
    is_shown: bool = True
    """Whether its words may be shown."""


Ask: TypeAlias = Callable[[Asked, Sequence[Answer]], str]
"""The title, in the form of a question."""
