"""EDTF dates taken apart for formats that know years, months and days but not EDTF."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MARKS = "~?%"
_SPRING = 21


@dataclass(frozen=True, slots=True)
class Issued:
    """A date or an interval. `parts` holds (year, month, day) as far as known, once, or twice for an interval."""

    edtf: str
    parts: tuple[tuple[int, ...], ...]
    season: int | None = None
    """1 (spring) to 4 (winter)."""
    circa: bool = False

    @property
    def interval(self) -> bool:
        """Whether it spans from one date to another, the end perhaps open."""
        return "/" in self.edtf

    @property
    def year(self) -> int:
        """The first year."""
        return self.parts[0][0]

    @property
    def iso(self) -> str:
        """The (first) date in ISO 8601, as precise as it is known: `2024`, `2024-10`, `2024-10-25`."""
        return "-".join(f"{part:02}" for part in self.parts[0])


def issued(edtf: str | None) -> Issued | None:
    """`2024-10~` → 2024, October, about; None for what is no date."""
    if not edtf:
        return None
    ends = [end.rstrip(_MARKS) for end in edtf.split("/")]
    found = [match for end in ends if (match := _DATE.fullmatch(end))]
    if not found:
        return None
    numbers = [tuple(int(part) for part in match.groups() if part) for match in found]
    seasons = [part[1] - _SPRING + 1 for part in numbers if len(part) > 1 and part[1] >= _SPRING]
    parts = tuple(part[:1] if len(part) > 1 and part[1] >= _SPRING else part for part in numbers)
    return Issued(edtf, parts, seasons[0] if seasons else None, any(mark in edtf for mark in _MARKS))
