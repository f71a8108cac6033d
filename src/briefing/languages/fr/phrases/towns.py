"""What the name of a town holds: « Villeneuve-sur-Lot » is short « Villeneuve » and lies on the Lot."""

from __future__ import annotations

from briefing.languages.fr.phrases.vocabulary import words


def short_name(town: str) -> str | None:
    """« Villeneuve » for « Villeneuve-sur-Lot »; None for a name that says nothing of where the town lies."""
    name, joint, _ = _parts(town)
    return name if name and joint in words("lying") else None


def water(town: str) -> str | None:
    """« Lot » for « Villeneuve-sur-Lot »."""
    name, joint, behind = _parts(town)
    return behind if name and joint == "sur" and behind else None


def _parts(town: str) -> tuple[str, str, str]:
    before, _, behind = town.rpartition("-")
    name, _, joint = before.rpartition("-")
    return name, joint, behind
