"""What a conditional means: hearsay, hypothesis, possibility, advice, a wish.

A conditional in a subordinate clause does not decide for the sentence; after a reporting verb it is the future seen
from the past or hearsay (sources.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.reading import Decision
from briefing.languages.fr.modality.lists.markers import Found
from briefing.languages.fr.modality.scene import Scene, Verdict
from briefing.languages.fr.modality.syntax.clauses import Clause
from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.groups import negation
from briefing.languages.fr.modality.syntax.openers import Role
from briefing.languages.fr.verbs import Tense
from briefing.model.claim import Modality


def conditional(scene: Scene, clause: Clause) -> Verdict | None:
    """The modality of a clause whose verb stands in the conditional."""
    if not scene.tokens.forms[clause.verb].has(Tense.CONDITIONAL):
        return None
    return _idiom(scene, clause) or _hypothesis(scene, clause) or _hearsay(scene, clause)


def set_aside(scene: Scene) -> Iterator[Decision]:
    """The conditionals that do not decide because their clause is subordinate, for the trace."""
    for clause in scene.clauses:
        if clause not in scene.mains and scene.tokens.forms[clause.verb].has(Tense.CONDITIONAL):
            span = scene.tokens.span(clause.verb, clause.verb)
            yield Decision("fr.modality.conditional", span, kept=False, why=f"in a {clause.role} clause")


def _idiom(scene: Scene, clause: Clause) -> Verdict | None:
    """A verb or phrase whose conditional means something else (`conditionals.yaml`); the longest wins."""
    found = [m for m in scene.governed("conditionals", clause) if _applies(scene, clause, m)]
    if not found:
        return None
    best = max(found, key=lambda m: m.last - m.first)
    modality = best.marker.modality or Modality.POSSIBLE
    return scene.verdict(modality, f"{modality}_conditional", best.first, best.last)


def _applies(scene: Scene, clause: Clause, found: Found) -> bool:
    """A verb must be the conditional itself, and be negated where the list asks for it."""
    if found.marker.only == "negated" and not negation(scene.tokens, clause.verb):
        return False
    return found.verb < 0 or found.verb == clause.verb


def _hypothesis(scene: Scene, clause: Clause) -> Verdict | None:
    """« si » and its clause, « en cas de », « une telle mesure », « en baissant les taux »."""
    for found in scene.marked("hypotheses", clause):
        return scene.verdict(Modality.POSSIBLE, "hypothesis", found.first, found.last)
    for other in scene.clauses:
        if other.role is Role.CIRCUMSTANCE and _is_condition(scene, other):
            return scene.verdict(Modality.POSSIBLE, "hypothesis", other.opener, other.verb)
    if scene.tokens[0] == "en" and scene.tokens.forms[1].gerund:
        return scene.verdict(Modality.POSSIBLE, "hypothesis", 0, 1)
    return None


def _is_condition(scene: Scene, clause: Clause) -> bool:
    """« si le vent tombait »; not « même si », « comme si »."""
    concedes = scene.tokens[clause.opener - 1] in grammar().no_conditions
    return scene.tokens[clause.opener] in grammar().conditions and not concedes


def _hearsay(scene: Scene, clause: Clause) -> Verdict | None:
    """The journalistic conditional: what is said, not vouched for. Not with a judgement (« serait absurde »)."""
    judged = any(True for _ in scene.marked("judgements", clause))
    if judged and "être" in scene.tokens.forms[clause.verb].lemmas:
        return None
    group = scene.group(clause)
    return scene.verdict(Modality.ALLEGED, "journalistic_conditional", group[0], group[-1])
