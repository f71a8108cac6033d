"""What who writes a claim may leave out beside what has a default: where its words stand, and lists that are empty."""

from __future__ import annotations

from briefing.model.claim import ROWS

PLACE = frozenset({"start", "end"})
"""What a passage need not tell."""
_LISTS = frozenset({"claims", *ROWS})


def completed(content: object) -> object:
    """The content of a claim file with what was left out; words get the empty place 0–0, which no words have.

    An emptied list (`quotes:` with nothing behind it) is an empty list, not a mistake.
    """
    if isinstance(content, list):
        return [completed(item) for item in content]
    if not isinstance(content, dict):
        return content
    row = {key: [] if value is None and key in _LISTS else completed(value) for key, value in content.items()}
    return {**row, "start": 0, "end": 0} if "exact" in row and not PLACE & row.keys() else row
