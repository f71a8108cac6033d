"""Which claims state nothing that can be checked, and why: each clause that carries one must say so.

A figure, or a clause that holds what somebody feels or asks about (« je regrette que la gare ferme »), can be checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag
from briefing.extract.modality.scene import Scene
from briefing.extract.modality.signs import Sighting
from briefing.extract.reading import Reading, Statement
from briefing.extract.rows import Rows
from briefing.languages.fr.checkable.content import Contents
from briefing.languages.fr.modality.opinion import is_advice, is_judged, opinion
from briefing.model.article import BlockKind
from briefing.model.claim import Modality, Uncheckable

_PHRASE = "fr.modality.opinion_phrase"
_SPEAKER = frozenset({"je", "j'", "nous", "on"})
_BE = "être"
_ORDERS = ("ons", "ez")
_HOLDS = frozenset({ClauseKind.COMPLETIVE, ClauseKind.CIRCUMSTANCE})
_MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET})
_SAID = frozenset({Tag.QUOTATION, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.NOUN, Tag.NAME})
_PREDICATE = 6
"""How many words may stand between a verb and what it says of somebody."""
_CAPTION = 300
"""Characters of the line below a picture."""

_span = attrgetter("span")


def checkable(reading: Reading) -> Reading:
    """Say of each claim among `statements` whether it can be checked, and if not why."""
    contents = Contents(reading, Rows(reading.quotations, _span))
    weighing = _Weighing(reading, contents)
    return replace(reading, statements=tuple(weighing.weighed(s) for s in reading.statements))


class _Weighing:
    def __init__(self, reading: Reading, contents: Contents) -> None:
        self._contents = contents
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
        if "notice" in scene.signs:
            return Uncheckable.NOTICE
        if self._is_caption(statement):
            return Uncheckable.CAPTION
        if any(row.span.overlap(scene.syntax.span) for row in self._figures.touching(statement.span)):
            return None
        if scene.syntax.quotation is None and self._reports(scene, statement):
            return None
        if not scene.mains:
            return Uncheckable.COURTESY if next(_opening(scene), None) else None
        found = [self._of_clause(scene, clause) for clause in scene.mains]
        return None if None in found else found[0]

    def _of_clause(self, scene: Scene, clause: Clause) -> Uncheckable | None:
        """Why a clause states nothing that can be checked."""
        quoted = scene.syntax.quotation is not None
        if quoted and _is_judged(scene, clause):
            return Uncheckable.JUDGEMENT  # « il est logique que l'armée aide »: what it holds is only judged
        if _holds_content(scene, clause):
            return None
        if self._is_feeling(scene, clause) or (quoted and _is_own(scene, clause, "own")):
            return Uncheckable.FEELING
        if _governed(scene, clause, "courtesy") or next(_opening(scene), None):
            return Uncheckable.COURTESY
        if next(scene.marked("scene", clause), None):
            return Uncheckable.SCENE
        if not quoted:
            return None
        if _is_order(scene, clause) or is_advice(scene, clause) or _is_own(scene, clause, "wish"):
            return Uncheckable.APPEAL
        judged = opinion(scene, clause)
        return Uncheckable.JUDGEMENT if judged is not None and judged.rule == _PHRASE else None

    def _is_feeling(self, scene: Scene, clause: Clause) -> bool:
        """« nous sommes fiers », « a exprimé sa tristesse », « s'est dit “choqué” »."""
        if _governed(scene, clause, "feeling"):
            return True
        verb = scene.verb(clause)
        if verb is None or not any(scene.heads(clause, sign) for sign in scene.signs.get("says", ())):
            return False
        words = scene.syntax.words[verb.last : scene.last]
        said = next((word for word in words if word.tag in _SAID), None)
        if said is not None and said.tag is Tag.QUOTATION:
            inner = (self._contents.scene(s, s.span) for s in self._contents.within(said.span))
            return any(sign.first <= 2 for part in inner for sign in part.signs.get("state", ()))
        return _is_said_of(scene, clause, "state")

    def _is_caption(self, statement: Statement) -> bool:
        """Whether the line is short and ends with the credit of a picture."""
        line = next(iter(self._lines.touching(statement.span)), None)
        return line is not None and len(line.span) < _CAPTION and self._contents.line_ends_with("caption", line.span)

    def _reports(self, scene: Scene, statement: Statement) -> bool:
        """Whether somebody is told to say more than a few words: a whole clause."""
        contents = [row.content.span for row in self._told.touching(statement.span)]
        verbs = (word.span for word in scene.syntax.words if word.tag is Tag.FINITE)
        return any(content.contains(verb) for verb in verbs for content in contents)


def _holds_content(scene: Scene, clause: Clause) -> bool:
    """« nous regrettons que la gare ferme », « il faut partir parce que le pont cède »."""
    verb = scene.verb(clause)
    return any(
        c.kind in _HOLDS and c.parent is not None and scene.syntax.clauses[c.parent] is clause
        for c in scene.clauses
        if verb is not None and c.first >= verb.last
    )


def _governed(scene: Scene, clause: Clause, kind: str) -> bool:
    """Whether the clause's own verb, or one it governs, makes a sign of a kind."""
    return any(sign.verb is not None for sign in scene.governed(kind, clause))


def _is_said_of(scene: Scene, clause: Clause, kind: str) -> bool:
    """Whether a sign is what the clause says of its subject: « nous sommes très fiers »."""
    verb = scene.verb(clause)
    signs = (s for s in scene.marked(kind, clause) if verb is not None and s.first >= verb.finite)
    between = (scene.syntax.words[verb.last : s.first] for s in signs if verb is not None)
    return any(len(words) < _PREDICATE and not any(w.tag in _MARKS for w in words) for words in between)


def _is_judged(scene: Scene, clause: Clause) -> bool:
    verb = scene.verb(clause)
    return is_judged(scene, clause) or (verb is not None and verb.lemma == _BE and _is_said_of(scene, clause, "worth"))


def _opening(scene: Scene) -> Iterator[Sighting]:
    """The words of thanks with which a sentence opens."""
    return (s for s in scene.signs.get("courtesy", ()) if s.sign.only == "head" and s.first <= scene.first + 1)


def _is_own(scene: Scene, clause: Clause, kind: str) -> bool:
    """Whether the speaker is the subject of a verb of a kind: « nous voulons »."""
    verb = scene.verb(clause)
    if verb is None or not any(scene.heads(clause, sign) for sign in scene.signs.get(kind, ())):
        return False
    return any(word.form in _SPEAKER for word in scene.syntax.words[max(scene.first, verb.first - 2) : verb.finite])


def _is_order(scene: Scene, clause: Clause) -> bool:
    """« Restez chez vous », « battons-nous »."""
    verb = scene.verb(clause)
    if verb is None or clause.subject is not None or verb.finite != verb.first:
        return False
    first = scene.syntax.words[verb.finite]
    return first.tag is Tag.FINITE and first.form.endswith(_ORDERS)
