"""The mentions of an article: which words name an entity, which entity, and what it stands for when it acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.names.acting import acts
from briefing.languages.fr.names.candidates import Candidate, settle
from briefing.languages.fr.names.capitals.scene import Scene
from briefing.languages.fr.names.finding import find
from briefing.languages.fr.names.gazetteer import gazetteer
from briefing.languages.fr.names.known import key
from briefing.languages.fr.names.linking import Linker
from briefing.model.annotation import EntityType, Mention
from briefing.model.entity import Entity

__all__ = ["gazetteer", "mentions"]


def mentions(reading: Reading) -> Reading:
    """Fill `mentions`, in the order of the text; they do not overlap."""
    scene, candidates, refused = find(reading)
    chosen, lost = _choose(scene, candidates)
    linker = Linker(scene, chosen)
    kept = [c for c in chosen if not linker.is_bare(c)]
    rows = list(_rows(reading, kept, linker))
    shown = [Decision(row.rule, row.span) for row in rows]
    return replace(reading, mentions=tuple(_typed(rows))).noting(*shown, *lost, *refused)


def _choose(scene: Scene, candidates: list[Candidate]) -> tuple[list[Candidate], list[Decision]]:
    """The candidates that are mentions, in order; a doubtful one needs the same words elsewhere, without doubt."""
    text = scene.page.text
    sure = [c for c in candidates if c.sure]
    certain = {key(text[c.start : c.end]) for c, winner in settle(sure) if winner is c}
    doubtful = [c for c in candidates if not c.sure]
    shown = [c for c in doubtful if _is_shown(scene, certain, c)]
    chosen, lost = [], []
    for candidate, winner in settle([*sure, *shown]):
        if candidate is not winner:
            lost.append(Decision(candidate.rule, candidate.span, kept=False, why=f"inside {winner.rule}"))
        elif candidate.is_name:
            chosen.append(candidate)
    alone = (c for c in doubtful if not _is_shown(scene, certain, c))
    lost += [Decision(c.rule, c.span, kept=False, why="a first word, and only here") for c in alone]
    return sorted(chosen, key=lambda c: c.start), sorted(lost, key=lambda d: d.span)


def _is_shown(scene: Scene, certain: set[str], candidate: Candidate) -> bool:
    surface = scene.page.text[candidate.start : candidate.end]
    return key(surface) in certain or surface in scene.people


def _rows(reading: Reading, kept: list[Candidate], linker: Linker) -> Iterator[Mention]:
    for candidate in kept:
        entity = linker.entity(candidate)
        known = entity if isinstance(entity, Entity) else None
        acting = known is not None and known.stands_for and acts(reading.text, candidate.start, candidate.end)
        yield Mention(
            exact=candidate.span.of(reading.article.text),
            start=candidate.start,
            end=candidate.end,
            entity=known.id if known else str(entity),
            type=known.type if known else candidate.type,
            stands_for=known.stands_for if known and acting else None,
            rule=candidate.rule,
        )


def _typed(rows: list[Mention]) -> Iterator[Mention]:
    """Mentions of one entity have one type: what a first mention tells holds for the short forms."""
    types: dict[str | None, EntityType] = {}
    for row in rows:
        if row.type is not EntityType.OTHER:
            types.setdefault(row.entity, row.type)
    for row in rows:
        kind = types.get(row.entity, row.type)
        yield row if row.type is kind else replace(row, type=kind)
