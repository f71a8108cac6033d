"""A long list on pages: each small enough for a telephone, each with the way to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct

from briefing.pages.views.shown import Link

Row = TypeVar("Row")

ROWS = 200
_NEAR = 2


class Pager(Struct, frozen=True):
    """Where a page stands among those of its list: `number` from 1; None in `links` where pages are left out."""

    number: int
    total: int
    links: tuple[Link | None, ...]
    previous: str | None
    following: str | None


def chunks(rows: Iterable[Row], size: int = ROWS, weigh: Callable[[Row], int] = lambda _: 1) -> list[tuple[Row, ...]]:
    """The rows of each page, one at least and no more than weigh `size`; an empty list has one page as well."""
    pages: list[list[Row]] = [[]]
    room = size
    for row in rows:
        if pages[-1] and weigh(row) > room:
            pages.append([])
            room = size
        pages[-1].append(row)
        room -= weigh(row)
    return [tuple(page) for page in pages]


def pager(number: int, total: int, address: Callable[[int], str]) -> Pager:
    """The way from page `number` to the first, the last and those near it; `address` knows where each stands."""
    near = range(max(1, number - _NEAR), min(total, number + _NEAR) + 1)
    shown = sorted({1, *near, total})
    links: list[Link | None] = [Link("1", address(1))]
    for before, page in pairwise(shown):
        links += [None] * (page - before > 1) + [Link(str(page), address(page))]
    return Pager(
        number=number,
        total=total,
        links=tuple(links),
        previous=address(number - 1) if number > 1 else None,
        following=address(number + 1) if number < total else None,
    )
