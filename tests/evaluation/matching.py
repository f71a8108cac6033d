"""Pairing annotated rows with found ones, and the counts that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.model.span import Span

W = TypeVar("W")
F = TypeVar("F")
Pair = tuple[int, int]
"""Number of the annotated row, number of the found one."""


def likeness(a: Span, b: Span) -> float:
    """How much of two spans both cover: overlap over union."""
    both = a.overlap(b)
    return both / (len(a) + len(b) - both) if both else 0.0


def match(wanted: Sequence[W], found: Sequence[F], alike: Callable[[W, F], float]) -> list[Pair]:
    """One-to-one pairs, the most alike first; rows that are not alike at all (0) have no pair."""
    scored = sorted(
        ((alike(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in scored:
        if score > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows are annotated and found; recall counts annotated rows that hit, precision found ones that do."""

    wanted: int = 0
    found: int = 0
    hit: int = 0
    right: int = 0
    """Found rows that are right; `hit` where rows are paired one to one."""
    missed: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            self.wanted + other.wanted,
            self.found + other.found,
            self.hit + other.hit,
            self.right + other.right,
            self.missed + other.missed,
            self.invented + other.invented,
        )

    def within(self, article: str) -> Score:
        """The same score, every fault with the article's name."""
        missed, invented = (tuple(f"{article} : {fault}" for fault in rows) for rows in (self.missed, self.invented))
        return replace(self, missed=missed, invented=invented)

    @property
    def is_perfect(self) -> bool:
        """Whether nothing is missed or invented."""
        return not self.missed and not self.invented

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found."""
        return self.hit / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def counted(hit: int, missed: Iterable[str], invented: Iterable[str]) -> Score:
    """The score of a layer whose rows are paired one to one: hits, and what is missing on either side."""
    lost, made = tuple(missed), tuple(invented)
    return Score(hit + len(lost), hit + len(made), hit, hit, lost, made)
