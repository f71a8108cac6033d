"""What a conditional means: hearsay, hypothesis, possibility, advice, a wish.

A conditional in a subordinate clause does not decide for the sentence; after a reporting verb it is the future seen
from the past or hearsay (sources.py).
"""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.modality.signs import Sighting
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.modality.signs import words_of
from briefing.model.claim import Modality


def conditional(scene: Scene, clause: Clause) -> Verdict | None:
    """The modality of a clause whose verb stands in the conditional."""
    verb = scene.verb(clause)
    if verb is None or verb.tense is not Tense.CONDITIONAL:
        return None
    return _idiom(scene, clause) or _hypothesis(scene, clause) or _hearsay(scene, clause)


def _idiom(scene: Scene, clause: Clause) -> Verdict | None:
    """A verb or phrase whose conditional means something else; the longest wins."""
    found = [sign for sign in scene.governed("conditional", clause) if _applies(scene, clause, sign)]
    if not found:
        return None
    best = max(found, key=lambda sign: sign.last - sign.first)
    modality = best.sign.modality or Modality.POSSIBLE
    return scene.verdict(modality, f"fr.modality.{modality}_conditional", best.first, best.last)


def _applies(scene: Scene, clause: Clause, found: Sighting) -> bool:
    """A verb must be the conditional itself, and be negated where the list asks for it (« ne saurait »)."""
    verb = scene.verb(clause)
    if verb is None or found.verb is None:
        return True
    negated = found.sign.only != "negated" or any(
        w.tag is Tag.NEGATION for w in scene.syntax.words[verb.first : verb.finite]
    )
    return negated and found.verb == verb.finite


def _hypothesis(scene: Scene, clause: Clause) -> Verdict | None:
    """« si » and its clause, « en cas de », « une telle mesure », « en baissant les taux »."""
    for found in scene.marked("hypothesis", clause):
        if found.sign.only == "head" and found.first > scene.first + 1:
            continue
        return scene.verdict(Modality.POSSIBLE, "fr.modality.hypothesis", found.first, found.last)
    for other in scene.clauses:
        verb = scene.verb(other)
        if verb is None:
            continue
        if other.kind is ClauseKind.CIRCUMSTANCE and scene.form(other.first) in words_of("condition"):
            return scene.verdict(Modality.POSSIBLE, "fr.modality.hypothesis", other.first, verb.finite + 1)
        if other.kind is ClauseKind.PARTICIPIAL and other.first == scene.first and scene.form(other.first) == "en":
            return scene.verdict(Modality.POSSIBLE, "fr.modality.hypothesis", other.first, verb.last)
    return None


def _hearsay(scene: Scene, clause: Clause) -> Verdict | None:
    """The journalistic conditional: what is said, not vouched for. Not with a judgement (« serait absurde »)."""
    verb = scene.verb(clause)
    if verb is None:
        return None
    judged = any(found.first > verb.finite for found in scene.marked("judgement", clause))  # not « Claire serait »
    if judged and verb.lemma == "être":
        return None
    return scene.verdict(Modality.ALLEGED, "fr.modality.journalistic_conditional", *scene.words_of(verb))
