"""Which candidates are mentions, and what each of them names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec.structs import replace

from briefing.extract.names.candidates import Candidate, settle
from briefing.extract.names.known import key
from briefing.extract.names.people import People
from briefing.extract.reading import Decision, Reading
from briefing.model.annotation import EntityType, Mention
from briefing.model.entity import Entity


def chosen(text: str, candidates: Sequence[Candidate], people: People) -> tuple[list[Candidate], list[Decision]]:
    """The candidates that are mentions, in order; a doubtful one needs the same words elsewhere, without doubt."""
    sure = [c for c in candidates if c.sure]
    certain = {key(c.span.of(text)) for c, winner in settle(sure) if winner is c}
    doubtful = [c for c in candidates if not c.sure]
    shown = [c for c in doubtful if key(c.span.of(text)) in certain or c.span.of(text) in people]
    kept: list[Candidate] = []
    lost: list[Decision] = []
    for candidate, winner in settle([*sure, *shown]):
        if candidate is not winner:
            lost.append(Decision(candidate.rule, candidate.span, kept=False, why=f"inside {winner.rule}"))
        elif candidate.is_name:
            kept.append(candidate)
    alone = (c for c in doubtful if c not in shown)
    lost += [Decision(c.rule, c.span, kept=False, why="a first word, and only here") for c in alone]
    return sorted(kept, key=lambda c: c.start), sorted(lost, key=lambda d: d.span)


def named(
    reading: Reading,
    candidate: Candidate,
    entity: Entity | str,
    acts: Callable[[int], bool],
    doing: Callable[[int], EntityType | None],
) -> Mention:
    """The mention of an entity, or of one with that id.

    A place stands for its government where its offset `acts`; what nothing explains is a body where it acts, or what
    it is by what it is `doing`.
    """
    known = entity if isinstance(entity, Entity) else None
    place = known is not None and known.stands_for is not None
    unexplained = known is None and candidate.type is EntityType.OTHER
    does = (place or unexplained) and acts(candidate.start)
    kind = (doing(candidate.start) if unexplained else None) or candidate.type
    return Mention(
        exact=candidate.span.of(reading.article.text),
        start=candidate.start,
        end=candidate.end,
        entity=known.id if known else str(entity),
        type=known.type if known else EntityType.ORGANISATION if does else kind,
        stands_for=known.stands_for if known and does else None,
        rule=candidate.rule,
    )


def alike(rows: Sequence[Mention], weak: Collection[str] = (), common: str = "") -> Iterator[Mention]:
    """Mentions of one entity have one type: what a first mention tells holds for the short forms.

    A type found by one of the rules `weak` gives way to others; one of the rule `common` may be of no certain type.
    """
    types: dict[str | None, EntityType] = {}
    for row in sorted(rows, key=lambda row: (row.rule in weak, row.start)):
        if row.type is not EntityType.OTHER or row.rule == common:
            types.setdefault(row.entity, row.type)
    for row in rows:
        kind = types.get(row.entity, row.type)
        yield row if row.type is kind else replace(row, type=kind)
