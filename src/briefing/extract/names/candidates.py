"""Candidates for mentions, and the choice among those that overlap."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.names.known import Alias
from briefing.model.annotation import EntityType
from briefing.model.span import Span


class Candidate(Struct, frozen=True):
    """Words that may name something. `rank` decides between candidates of one length, the lowest wins."""

    start: int
    end: int
    rule: str
    type: EntityType
    rank: int
    aliases: tuple[Alias, ...] = ()
    """The known names that the words are."""
    base: tuple[Alias, ...] = ()
    """The known names that begin the words: « Coupe du monde (de rugby) »."""
    about: tuple[str, ...] = ()
    """The kind and the place of an event."""
    head: str = ""
    """The kind of noun that begins the name."""
    is_name: bool = True
    """False for a function (« ministre de l'Intérieur »), which only keeps its capitals from being names."""
    sure: bool = True
    """False for what is a name only if the article shows it elsewhere."""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


def settle(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Each candidate with the one that wins its place (itself when it is kept): the longest, from left to right."""
    reach = 0
    cluster: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.rank)):
        if cluster and candidate.start >= reach:
            yield from _decided(cluster)
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.end)
    yield from _decided(cluster)


def _decided(cluster: list[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    if len(cluster) == 1:
        yield cluster[0], cluster[0]
        return
    starts: list[int] = []
    kept: list[tuple[int, Candidate]] = []  # apart from each other, in the order of the text, each with its turn
    torn = _torn(cluster)
    order = sorted(cluster, key=lambda c: (c in torn, c.start - c.end, c.rank, c.start))
    for turn, candidate in enumerate(order):
        place = bisect_right(starts, candidate.start)
        first = place - 1 if place and kept[place - 1][1].end > candidate.start else place
        rivals = kept[first : bisect_left(starts, candidate.end)]
        if not rivals:
            starts.insert(place, candidate.start)
            kept.insert(place, (turn, candidate))
        yield candidate, min(rivals)[1] if rivals else candidate


def _torn(cluster: Iterable[Candidate]) -> frozenset[Candidate]:
    """« 20 [Minutes Bastien] »: what begins within a known name and goes on behind it; `cluster` is in order."""
    found, known = set(), 0
    for candidate in cluster:
        if not candidate.aliases and candidate.start < known < candidate.end:
            found.add(candidate)
        known = max(known, candidate.end if candidate.aliases else 0)
    return frozenset(found)


def spread(
    candidates: Sequence[Candidate], text: str, joint: re.Pattern[str], weak: Collection[str]
) -> list[Candidate]:
    """The candidates in order; one of unknown type is what the others of its enumeration are: « Meaux et Provins ».

    `joint` is what stands between two of an enumeration, from end to end; a type found by one of the rules `weak`
    gives way to that of the others. Two with a comma are no enumeration: « le maire de Loos, Anne Petit »; nor are they
    in « Pour Anne Petit, l'Alhambra … ».
    """
    found: list[Candidate] = []
    row: list[Candidate] = []
    for candidate in candidates:
        if row and joint.fullmatch(text, row[-1].end, candidate.start) is None:
            found += _alike(row, text, weak)
            row = []
        row.append(candidate)
    return found + _alike(row, text, weak)


def _alike(row: list[Candidate], text: str, weak: Collection[str]) -> list[Candidate]:
    apposed = len(row) == _PAIR and text[row[0].end] == ","
    types = {c.type for c in row if c.type is not EntityType.OTHER and c.rule not in weak}
    if len(types) != 1 or len(row) == 1 or apposed:
        return row
    (kind,) = types
    return [replace(c, type=kind) if c.type is EntityType.OTHER or c.rule in weak else c for c in row]


_PAIR = 2
