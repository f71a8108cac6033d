"""What is possible and what is announced: hedges, the future, « va » and « doit » with an infinitive."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag, VerbGroup
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.modality.signs import Sighting
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.modality.opinion import is_advice, is_judged
from briefing.languages.fr.modality.signs import words_of
from briefing.model.claim import Modality


def possible(scene: Scene, clause: Clause) -> Verdict | None:
    """A hedge on the main verb."""
    for found in scene.governed("hedge", clause):
        if _hedges(scene, clause, found):
            return scene.verdict(Modality.POSSIBLE, "fr.modality.hedge", found.first, found.last)
    return None


def _hedges(scene: Scene, clause: Clause, found: Sighting) -> bool:
    """Whether the hedge bears on the clause: a verb on its own must head it, an adverb must stand beside its verb."""
    verb = scene.verb(clause)
    match found.sign.only:
        case "near":
            return verb is None or found.first <= scene.first + 1 or verb.first - 1 <= found.first <= verb.last + 1
        case "present":
            return _is_present(scene, clause, found)
        case "affirmed" | "predicate" if verb is not None and (verb.negated or verb.restricted):
            return False
        case "predicate" if verb is not None and not _has_predicate(scene, verb):
            return False
    if found.sign.words:
        return True
    return scene.heads(clause, found) and not _concedes(scene, clause) and not _looks_back(scene, clause)


def _has_predicate(scene: Scene, verb: VerbGroup) -> bool:
    """« paraît [compromis] », and not « paraît jeudi »: what something seems to be stands behind its verb."""
    behind = next((word for word in scene.syntax.words[verb.last :] if word.tag is not Tag.ADVERB), None)
    says = (Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.INFINITIVE, Tag.NOUN)
    return behind is not None and behind.tag in says and behind.kind != "when"


def _concedes(scene: Scene, clause: Clause) -> bool:
    """« peut sembler anodin », « semble absurde », « il me semble »: the author's reading, not a possible fact."""
    if any(scene.heads(clause, sign) for sign in scene.marked("opinion", clause) if sign.verb is not None):
        return True
    verb = scene.verb(clause)
    if verb is None or verb.lemma not in words_of("seeming"):
        return False
    personal = any(word.form in words_of("touched") for word in scene.syntax.words[verb.first : verb.finite])
    return personal or is_judged(scene, clause)


def _looks_back(scene: Scene, clause: Clause) -> bool:
    """« pouvait », « a pu »: what was possible then is told as a fact; « a paru en mars »."""
    verb = scene.verb(clause)
    if verb is None or verb.lemma == "sembler":
        return False
    return verb.compound or (verb.lemma == "pouvoir" and verb.tense is not Tense.PRESENT)


def predicted(scene: Scene, clause: Clause) -> Verdict | None:
    """The future announced as a fact: a future tense, or an announcement."""
    verb = scene.verb(clause)
    if verb is None or is_judged(scene, clause) or is_advice(scene, clause) or _is_history(scene):
        return None
    if clause.kind is ClauseKind.RELATIVE and "opinion" in scene.signs:
        return None  # « Reste à savoir qui gagnera »
    if verb.tense is Tense.FUTURE and not (verb.compound and scene.syntax.words[verb.finite].lemma == "avoir"):
        return scene.verdict(Modality.PREDICTED, "fr.modality.future", *scene.words_of(verb))
    for found in scene.governed("announced", clause):
        if _announces(scene, clause, found):
            last = found.last if found.sign.only == "present" else scene.chain(clause)[1].last
            return scene.verdict(Modality.PREDICTED, "fr.modality.announced", found.first, last)
    return None


def _is_history(scene: Scene) -> bool:
    """« en 1995, il deviendra maire »: every date that names its year lies before publication."""
    values = [d.value[:10] for d in scene.dates if d.value and d.value[:4] in d.exact]
    if not values or scene.reading.published is None:
        return False
    published = str(scene.reading.published)
    return all(value < published[: len(value)] for value in values)


def _announces(scene: Scene, clause: Clause, found: Sighting) -> bool:
    """The conditions of the list: in the present, with an infinitive right behind, an event or a date to come."""
    if not _is_present(scene, clause, found):
        return False
    verb = scene.verb(clause)
    if found.sign.only == "present" or verb is None:
        return True
    return verb.infinitive is not None and (found.sign.only != "planned" or _is_planned(scene, clause))


def _is_present(scene: Scene, clause: Clause, found: Sighting) -> bool:
    """Whether the sign's verb heads the clause in the present, unnegated (« est prévu », not « a été prévu »)."""
    verb = scene.verb(clause)
    present = verb is not None and verb.tense is Tense.PRESENT and found.verb == verb.finite
    return present and verb is not None and not verb.negated


def _is_planned(scene: Scene, clause: Clause) -> bool:
    """« doit » announces with an event or a date to come; otherwise it obliges."""
    if scene.form(scene.first) in words_of("generic"):
        return False
    infinitive = scene.chain(clause)[1]
    return infinitive.passive or infinitive.lemma in words_of("event") or any(date.value for date in scene.dates)
