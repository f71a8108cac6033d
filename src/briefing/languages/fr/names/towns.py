"""What the name of a town holds: « Bellecombe-sur-Arly » is short « Bellecombe » and lies on the Arly."""

from __future__ import annotations

import re

_LYING = re.compile(r"(.+?)-(sur|sous|lès|lez|les|en)-([^-]+)$")


def short_name(town: str) -> str | None:
    """« Bellecombe » for « Bellecombe-sur-Arly »; None for a name that says nothing of where the town lies."""
    found = _LYING.match(town)
    return found[1] if found else None


def water(town: str) -> str | None:
    """« Arly » for « Bellecombe-sur-Arly »."""
    found = _LYING.match(town)
    return found[3] if found and found[2] == "sur" else None
