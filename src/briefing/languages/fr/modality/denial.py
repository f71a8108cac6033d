"""Sentences that say that somebody denies something."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.reading import Decision
from briefing.languages.fr.modality.scene import Scene, Verdict
from briefing.languages.fr.modality.senses import senses
from briefing.languages.fr.modality.syntax.clauses import Clause
from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.groups import negation
from briefing.languages.fr.modality.syntax.openers import Role
from briefing.model.claim import Modality


def denied(scene: Scene, clause: Clause) -> Verdict | None:
    """A verb of denial that is not itself negated or withheld, in the clause or in « , ce qu'il nie »."""
    if not _is_cancelled(scene, clause):
        for found in scene.governed("denials", clause):
            return scene.verdict(Modality.DENIED, "denial", found.first, found.last)
    return _passive(scene, clause) or _afterthought(scene)


def is_cancelled(scene: Scene, clause: Clause) -> bool:
    """Whether the clause holds a denial that does not count: « n'a jamais nié », « refuse de démentir »."""
    return any(True for _ in scene.governed("denials", clause)) and _is_cancelled(scene, clause)


def not_denied(scene: Scene) -> Iterator[Decision]:
    """The denials that do not count, for the trace."""
    for clause in scene.mains:
        if _is_cancelled(scene, clause):
            for found in scene.governed("denials", clause):
                span = scene.tokens.span(found.first, found.last)
                yield Decision("fr.modality.denial", span, kept=False, why="the denial is negated or withheld")


def _is_cancelled(scene: Scene, clause: Clause) -> bool:
    """« n'a jamais nié », « refuse de démentir », « cesse de nier »."""
    withheld = any(scene.tokens.forms[n].may_be(senses().withheld) for n in scene.group(clause))
    return withheld or negation(scene.tokens, clause.verb)


def _passive(scene: Scene, clause: Clause) -> Verdict | None:
    """« Cette version est contestée par l'intéressé »: what is denied is the subject."""
    group = scene.group(clause)
    denier = next((n for n in group[1:] if scene.tokens.forms[n].may_be(senses().deniers)), None)
    subject = scene.tokens.words[clause.start : max(clause.verb, clause.start)]
    if denier is None or senses().deniable.isdisjoint(subject) or _is_cancelled(scene, clause):
        return None
    passive = any("être" in scene.tokens.forms[n].lemmas for n in group)
    return scene.verdict(Modality.DENIED, "denial", clause.verb, denier) if passive else None


def _afterthought(scene: Scene) -> Verdict | None:
    """« Il est accusé de fraude, ce qu'il nie »: a denial in the relative clause that ends the sentence."""
    tokens = scene.tokens
    for clause in scene.clauses:
        if clause.role is Role.MAIN or tokens[clause.opener] not in grammar().que:
            continue
        about = tokens[clause.opener - 1] == "ce" or tokens[clause.opener - 1] in senses().deniable
        verb = next((n for n in scene.group(clause) if tokens.forms[n].may_be(senses().deniers)), None)
        last = clause.end >= len(tokens) - 2
        if about and last and verb is not None and not _is_cancelled(scene, clause):
            return scene.verdict(Modality.DENIED, "denial", clause.verb, verb)
    return None
