"""What the name of a town holds: « Villeneuve-sur-Lot » is short « Villeneuve » and lies on the Lot."""

from __future__ import annotations

import re

_LYING = re.compile(r"(.+?)-(sur|sous|lès|lez|les|en)-([^-]+)$")


def short_name(town: str) -> str | None:
    """« Villeneuve » for « Villeneuve-sur-Lot »; None for a name that says nothing of where the town lies."""
    found = _LYING.match(town)
    return found[1] if found else None


def water(town: str) -> str | None:
    """« Lot » for « Villeneuve-sur-Lot »."""
    found = _LYING.match(town)
    return found[3] if found and found[2] == "sur" else None
