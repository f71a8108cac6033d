"""What is possible and what is announced: hedges, the future, « va » and « doit » with an infinitive."""

from __future__ import annotations

from briefing.languages.fr.modality.lists.markers import Found
from briefing.languages.fr.modality.opinion import is_advice, is_judged
from briefing.languages.fr.modality.scene import Scene, Verdict
from briefing.languages.fr.modality.senses import senses
from briefing.languages.fr.modality.syntax.clauses import Clause
from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.groups import negation
from briefing.languages.fr.verbs import Tense
from briefing.model.claim import Modality

_SEEMING = frozenset({"sembler", "paraître"})


def possible(scene: Scene, clause: Clause) -> Verdict | None:
    """A hedge on the main verb (`hedges.yaml`)."""
    for found in scene.governed("hedges", clause):
        if _hedges(scene, clause, found):
            return scene.verdict(Modality.POSSIBLE, "hedge", found.first, found.last)
    return None


def predicted(scene: Scene, clause: Clause) -> Verdict | None:
    """The future announced as a fact: a future tense, or an announcement of `predictions.yaml`."""
    if is_judged(scene, clause) or is_advice(scene, clause) or _is_history(scene):
        return None
    group = scene.group(clause)
    if scene.tokens.forms[clause.verb].has(Tense.FUTURE) and not _is_perfect(scene, group):
        return scene.verdict(Modality.PREDICTED, "future", group[0], group[-1])
    for found in scene.governed("predictions", clause):
        if _announces(scene, clause, found):
            last = found.last if found.marker.only == "present" else group[1]
            return scene.verdict(Modality.PREDICTED, "announced", found.first, last)
    return None


def _hedges(scene: Scene, clause: Clause, found: Found) -> bool:
    """Whether the hedge bears on the clause: a verb on its own must head it, an adverb must stand beside its verb."""
    only = found.marker.only
    if only == "near":
        return _near(scene, clause, found.first)
    if only == "present":
        return _is_present(scene, clause, found)
    if only == "affirmed" and negation(scene.tokens, clause.verb):
        return False
    if found.marker.words:
        return True
    return found.verb == clause.verb and not _concedes(scene, clause) and not _looks_back(scene, clause)


def _near(scene: Scene, clause: Clause, place: int) -> bool:
    """Beside the verb or its participle, or at the head of the sentence."""
    group = scene.group(clause)
    return place <= 1 or not group or group[0] - 1 <= place <= group[-1] + 2


def _concedes(scene: Scene, clause: Clause) -> bool:
    """« peut sembler anodin », « semble absurde », « il me semble »: the author's reading, not a possible fact."""
    own = any(m.verb == clause.verb for m in scene.marked("opinions", clause))
    personal = scene.tokens[clause.verb - 1] in grammar().me
    return own or (scene.tokens.forms[clause.verb].may_be(_SEEMING) and (personal or is_judged(scene, clause)))


def _looks_back(scene: Scene, clause: Clause) -> bool:
    """« pouvait », « put »: what was possible then is told as a fact."""
    verb = scene.tokens.forms[clause.verb]
    return "pouvoir" in verb.lemmas and not verb.has(Tense.PRESENT)


def _is_perfect(scene: Scene, group: tuple[int, ...]) -> bool:
    """« il aura fallu dix ans »: the future perfect sums up the past."""
    return "avoir" in scene.tokens.forms[group[0]].lemmas and len(group) > 1 and scene.tokens.forms[group[1]].participle


def _is_history(scene: Scene) -> bool:
    """« en 1995, il deviendra maire »: every date that names its year lies before publication."""
    values = [d.value[:10] for d in scene.dates if d.value and d.value[:4] in d.exact]
    if not values or scene.reading.published is None:
        return False
    published = str(scene.reading.published)
    return all(value < published[: len(value)] for value in values)


def _announces(scene: Scene, clause: Clause, found: Found) -> bool:
    """The conditions of `predictions.yaml`."""
    if not _is_present(scene, clause, found):
        return False
    if found.marker.only == "present":
        return True
    tokens, group = scene.tokens, scene.group(clause)
    direct = len(group) > 1 and tokens.forms[group[1]].infinitive
    if not direct or tokens[group[1] - 1] in grammar().infinitive_links:
        return False
    return found.marker.only != "planned" or _is_planned(scene, group)


def _is_present(scene: Scene, clause: Clause, found: Found) -> bool:
    """Whether the marker's verb heads the clause in the present, unnegated (« est prévu », not « a été prévu »)."""
    present = scene.tokens.forms[clause.verb].has(Tense.PRESENT) and found.verb == clause.verb
    return present and not negation(scene.tokens, clause.verb)


def _is_planned(scene: Scene, group: tuple[int, ...]) -> bool:
    """« doit » announces with an event or a date to come; otherwise it obliges."""
    infinitive = scene.tokens.forms[group[1]]
    if scene.tokens[0] in grammar().generic:
        return False
    passive = "être" in infinitive.lemmas and len(group) > 2
    return passive or infinitive.may_be(senses().events) or any(d.value for d in scene.dates)
