"""A triangle of marks: everyone in a row and a column, a mark where two of them meet. Lengths are pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

from msgspec import Struct

from briefing.pages.views.shown import Link

CELL = 24
"""A mark is as large as a finger may expect (WCAG 2.2, target size)."""
MOST = 10
"""So many rows fit on a telephone."""
_LABEL = 17
_LISTED = 12
_LETTER = 7.2
_LEAST, _LARGEST = 2.5, 10.0


class Meeting(Struct, frozen=True):
    """Two who meet: how often they are named together, and where that stands."""

    path: str
    together: int


class Mark(Struct, frozen=True):
    """A meeting in its place: the middle of its cell, and the radius of its disc."""

    x: int
    y: int
    radius: float
    names: tuple[str, str]
    meeting: Meeting


class Triangle(Struct, frozen=True):
    """The drawing. Each name stands at the end of its row, in one line or two, where its column begins."""

    width: int
    height: int
    names: tuple[tuple[tuple[str, ...], int, int], ...]
    marks: tuple[Mark, ...]

    @property
    def strongest(self) -> tuple[Mark, ...]:
        """The marks by their number, the largest first."""
        return tuple(sorted(self.marks, key=lambda mark: (-mark.meeting.together, mark.names))[:_LISTED])


def triangle(names: Sequence[Link], meetings: Mapping[tuple[int, int], Meeting]) -> Triangle:
    """The drawing of those `meetings` whose row comes after their column."""
    labels = [tuple(wrap(link.label, _LABEL, max_lines=2, placeholder="…")) for link in names]
    most = max((meeting.together for meeting in meetings.values()), default=1)
    placed = tuple((lines, CELL * row, CELL * row + CELL // 2) for row, lines in enumerate(labels))
    return Triangle(
        width=int(max((x + 10 + _LETTER * max(map(len, lines), default=0) for lines, x, _ in placed), default=0)),
        height=CELL * len(names),
        names=placed,
        marks=tuple(
            Mark(
                x=CELL * column + CELL // 2,
                y=CELL * row + CELL // 2,
                radius=_radius(meeting.together, most),
                names=(names[row].label, names[column].label),
                meeting=meeting,
            )
            for (row, column), meeting in sorted(meetings.items())
        ),
    )


def _radius(count: int, most: int) -> float:
    """An area in proportion to the number."""
    return round(max(_LEAST, _LARGEST * (count / most) ** 0.5), 1) if count else 0.0
