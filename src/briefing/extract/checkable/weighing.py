"""Which claims state nothing that can be checked, and why: each clause that carries one must say so.

A figure, or a clause that holds what somebody feels or asks about (« je regrette que la gare ferme »), can be checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag
from briefing.extract.checkable.content import Contents
from briefing.extract.checkable.signs import (
    Reasons,
    announces,
    is_exclaimed,
    is_governed,
    is_judged_so,
    is_mood,
    is_order,
    is_own,
    is_said_of,
    opening,
    predicate,
    without_verb,
)
from briefing.extract.modality.scene import Scene
from briefing.extract.reading import Annotator, Reading, Statement
from briefing.extract.rows import Rows
from briefing.model.article import BlockKind
from briefing.model.claim import Modality, Uncheckable
from briefing.model.span import Span

_HOLDS = frozenset({ClauseKind.COMPLETIVE, ClauseKind.CIRCUMSTANCE})
_CAPTION = 300
"""Characters of the line below a picture."""

_span = attrgetter("span")


def weighing(reasons: Callable[[], Reasons]) -> Annotator:
    """The annotator that says of each claim among `statements` whether it can be checked, and if not why.

    The reasons are made when first asked.
    """
    made = cache(reasons)

    def weigh(reading: Reading) -> Reading:
        scales = _Weighing(reading, made())
        return replace(reading, statements=tuple(scales.weighed(s) for s in reading.statements))

    return weigh


class _Weighing:
    def __init__(self, reading: Reading, reasons: Reasons) -> None:
        self._reasons = reasons
        quotations = Rows(reading.quotations, _span)
        self._contents = Contents(reading, quotations, reasons.signs, f"{reasons.code}.modality.quoted")
        self._figures = Rows(reading.quantities, _span)
        self._told = Rows(reading.attributions, lambda row: row.content.span)
        self._lines = Rows([b for b in reading.blocks if b.kind is BlockKind.PARAGRAPH], _span)

    def weighed(self, statement: Statement) -> Statement:
        """The statement with its reason, if there is one."""
        if not statement.checkable or statement.modality not in (Modality.ASSERTED, Modality.ALLEGED):
            return statement
        scenes = self._contents.of(statement)
        reasons = [self._reason(scene, statement) for scene in scenes]
        if not reasons or None in reasons:
            return statement
        return replace(statement, checkable=False, reason=reasons[0])

    def _reason(self, scene: Scene, statement: Statement) -> Uncheckable | None:
        if "notice" in scene.signs or announces(scene):
            return Uncheckable.NOTICE
        if self._is_caption(statement):
            return Uncheckable.CAPTION
        figures = [row.span for row in self._figures.touching(statement.span) if row.span.overlap(scene.syntax.span)]
        if not scene.mains:
            return None if figures else without_verb(scene)
        if figures:
            thanks = all(is_governed(scene, clause, "courtesy") for clause in scene.mains)
            return Uncheckable.COURTESY if thanks and _beside(scene, figures) else None
        found = [self._of_clause(scene, clause) for clause in scene.mains]
        return None if None in found else found[0]

    def _of_clause(self, scene: Scene, clause: Clause) -> Uncheckable | None:
        """Why a clause, with the clauses that it holds, states nothing that can be checked."""
        told = self._told.touching(scene.span)
        verb = scene.verb(clause)
        where = scene.syntax.words[verb.finite].span if verb is not None else scene.span
        spoken = scene.syntax.quotation is not None or any(row.content.span.contains(where) for row in told)
        if spoken and is_judged_so(scene, clause, self._reasons):
            return Uncheckable.JUDGEMENT  # « il est logique que l'armée aide »: what it holds is only judged
        held = [self._of_clause(scene, inner) for inner in _held(scene, clause)]
        if None in held:
            return None
        reports = any(row.cue_at is not None and row.cue_at.overlap(where) for row in told)
        own = self._own(scene, clause, spoken=spoken)
        return own or (held[0] if held and reports else None)

    def _own(self, scene: Scene, clause: Clause, *, spoken: bool) -> Uncheckable | None:
        """Why a clause states nothing that can be checked, whatever it holds."""
        if self._is_feeling(scene, clause) or (spoken and is_own(scene, clause, "own", self._reasons)):
            return Uncheckable.FEELING
        if is_governed(scene, clause, "courtesy") or next(opening(scene), None):
            return Uncheckable.COURTESY
        if next(scene.marked("scene", clause), None) or is_mood(scene, clause):
            return Uncheckable.SCENE
        if not spoken:
            return Uncheckable.NOTICE if is_order(scene, clause, self._reasons) else None
        if (
            is_order(scene, clause, self._reasons)
            or self._reasons.is_advice(scene, clause)
            or is_own(scene, clause, "wish", self._reasons)
        ):
            return Uncheckable.APPEAL
        return (
            Uncheckable.JUDGEMENT
            if self._reasons.is_opinion(scene, clause) or is_exclaimed(scene, clause, self._reasons)
            else None
        )

    def _is_feeling(self, scene: Scene, clause: Clause) -> bool:
        """« nous sommes fiers », « a exprimé sa tristesse », « s'est dit “choqué” »."""
        if is_governed(scene, clause, "feeling"):
            return True
        verb = scene.verb(clause)
        if verb is None or not any(scene.heads(clause, sign) for sign in scene.signs.get("says", ())):
            return False
        said = predicate(scene, verb)
        if said is not None and said.tag is Tag.QUOTATION:
            inner = (self._contents.scene(s, s.span) for s in self._contents.within(said.span))
            return any(sign.first <= 2 for part in inner for sign in part.signs.get("state", ()))
        return is_said_of(scene, clause, "state")

    def _is_caption(self, statement: Statement) -> bool:
        """Whether the line is short and ends with the credit of a picture."""
        line = next(iter(self._lines.touching(statement.span)), None)
        return line is not None and len(line.span) < _CAPTION and self._contents.line_ends_with("caption", line.span)


def _beside(scene: Scene, figures: Sequence[Span]) -> bool:
    """« a remercié les 30 pays »: whether figures only count who is thanked, in the main clauses."""
    places = (scene.syntax.index_at(figure.start) for figure in figures)
    return all(n is not None and any(scene.owns(clause, n) for clause in scene.mains) for n in places)


def _held(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """« nous regrettons que [la gare ferme] », « il faut partir parce que [le pont cède] »."""
    verb = scene.verb(clause)
    for inner in scene.clauses:
        hangs = inner.kind in _HOLDS and inner.parent is not None and scene.syntax.clauses[inner.parent] is clause
        if hangs and verb is not None and inner.first >= verb.last:
            yield inner
