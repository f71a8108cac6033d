"""The layers of names: entities by their distinct surfaces, their types, and what is one entity."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.model.annotation import Attribution, Quotation
from briefing.model.span import Span

from .annotated import Named, Quoted, Reported
from .comparing import Compared
from .folding import name_key
from .matching import Score

Given = tuple[str | None, str]
"""The entity and the type that most mentions of a surface have."""


@dataclass(frozen=True)
class _Names:
    """The surfaces of an article: annotated, owed and found."""

    c: Compared

    @cached_property
    def entities(self) -> list[Named]:
        """The annotated entities, owed ones last: they win a surface that two have."""
        return sorted(self.c.annotations.entities or (), key=lambda entity: not entity.optional)

    @cached_property
    def wanted(self) -> Mapping[str, Named]:
        """The entity of each annotated surface."""
        return {name_key(mention): entity for entity in self.entities for mention in entity.mentions}

    @cached_property
    def owed(self) -> set[str]:
        """The surfaces that stand somewhere that owes something, and not only within a longer mention."""
        places = {m: self.c.body.places(m) for entity in self.entities for m in entity.mentions}
        owed: set[str] = set()
        for mention in (m for entity in self.entities if not entity.optional for m in entity.mentions):
            longer = [
                span
                for other, spans in places.items()
                if len(other) > len(mention) and name_key(other) != name_key(mention)
                for span in spans
            ]
            if any(not _is_in(span, [*self.c.idle, *longer]) for span in places[mention]):
                owed.add(name_key(mention))
        return owed

    @cached_property
    def given(self) -> Mapping[str, Given]:
        """What most mentions of each found surface say."""
        seen: dict[str, Counter[Given]] = {}
        for row in (row for claim in self.c.found for row in claim.entities if name_key(row.exact)):
            seen.setdefault(name_key(row.exact), Counter())[(row.entity, str(row.type))] += 1
        return {surface: counter.most_common(1)[0][0] for surface, counter in seen.items()}

    @cached_property
    def found(self) -> list[str]:
        """The surfaces that are both annotated and found."""
        return sorted(self.wanted.keys() & self.given.keys())


def _is_in(span: Span, places: Iterable[Span]) -> bool:
    return any(place.contains(span) for place in places)


def entities(c: Compared) -> Score:
    """Distinct surface strings that name something."""
    if c.annotations.entities is None:
        return Score()
    names = _Names(c)
    hit = len(names.found)
    missed, invented = sorted(names.owed - names.given.keys()), sorted(names.given.keys() - names.wanted.keys())
    return Score(hit + len(missed), len(names.given), hit, hit, tuple(missed), tuple(invented))


def types(c: Compared) -> Score:
    """The share of the found surfaces that have an annotated type."""
    names = _Names(c)
    typed = [(surface, names.wanted[surface].type) for surface in names.found if names.wanted[surface].type]
    wrong = [f"{s} : {' '.join(kind)} ≠ {names.given[s][1]}" for s, kind in typed if names.given[s][1] not in kind]
    right = len(typed) - len(wrong)
    return Score(len(typed), len(typed), right, right, tuple(wrong))


Alias = tuple[str, str, str | None]
"""Words, the entity that is annotated for them, the entity that was found."""


def linking(
    c: Compared, quotes: Sequence[tuple[Quoted, Quotation]], reports: Sequence[tuple[Reported, Attribution]]
) -> Score:
    """Pairs of found surfaces, and pairs of found speakers and sources, that name one entity."""
    if c.annotations.entities is None:
        return Score()
    names = _Names(c)
    surfaces = [(s, names.wanted[s].name, names.given[s][0]) for s in names.found if not names.wanted[s].optional]
    voices = [*_speakers(names, quotes), *((r.source, r.entity, f.entity) for r, f in reports if r.entity)]
    pairs = [*itertools.combinations(surfaces, 2), *itertools.combinations(voices, 2)]
    same = [(a, b) for a, b in pairs if a[1] == b[1]]
    joined = [(a, b) for a, b in pairs if a[2] is not None and a[2] == b[2]]
    hit = sum(a[1] == b[1] for a, b in joined)
    missed = (f"{a[0]} = {b[0]}" for a, b in same if a[2] is None or a[2] != b[2])
    invented = (f"{a[0]} = {b[0]}" for a, b in joined if a[1] != b[1])
    return Score(len(same), len(joined), hit, hit, tuple(missed), tuple(invented))


def _speakers(names: _Names, quotes: Sequence[tuple[Quoted, Quotation]]) -> Iterator[Alias]:
    """The speakers that are annotated entities; one that nobody owes and nobody gave says nothing."""
    name_of = {x: e.name for e in names.entities if not e.optional for x in (e.name, *e.mentions)}
    for wanted, found in quotes:
        if wanted.speaker in name_of and (found.speaker or not wanted.inferred):
            yield wanted.text[:30], name_of[wanted.speaker], found.entity
