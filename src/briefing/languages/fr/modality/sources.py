"""Statements that somebody else makes: quoted, attributed to a source, or passed on without one."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, ClauseKind, VerbGroup
from briefing.extract.modality.attributed import attributed, quoted, stated
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.modality.denial import is_cancelled
from briefing.languages.fr.modality.opinion import is_read_into
from briefing.languages.fr.modality.signs import words_of
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, measures
from briefing.model.annotation import Attribution
from briefing.model.claim import Modality
from briefing.model.span import Span

_PAST = frozenset({Tense.IMPERFECT, Tense.PAST, Tense.GERUND})


def alleged(scene: Scene, clause: Clause) -> Verdict | None:
    """The clause lies in a quotation, or a source stands behind its verb."""
    return (
        quoted(scene, clause, "fr")
        or _attributed(scene, clause)
        or _passed_on(scene, clause)
        or _reported(scene, clause)
        or _expected(scene, clause)
        or stated(scene, clause, "fr", "être")
    )


def _attributed(scene: Scene, clause: Clause) -> Verdict | None:
    """Indirect speech, or the conditional in it."""
    found = attributed(scene, clause, _says_nothing)
    return None if found is None else _because_of(scene, found)


def _says_nothing(scene: Scene, clause: Clause, attribution: Attribution) -> bool:
    """« n'a jamais nié les faits », « souhaite fermer l'usine », « rien n'a été annoncé »: acts, not reports."""
    verb = scene.verb(clause)
    if verb is None:
        return False
    wish = verb.lemma in words_of("wish") and attribution.rule == "fr.speech.infinitive"
    unsaid = verb.negated and (verb.passive or verb.lemma in words_of("wish"))
    return (
        is_cancelled(scene, clause)
        or wish
        or unsaid
        or is_read_into(scene, clause)
        or _does(scene, clause, attribution)
    )


def _does(scene: Scene, clause: Clause, attribution: Attribution) -> bool:
    """« annonce un plan », « promet des aides »: done by saying so; not « annonce la mort du roi », which befell."""
    verb = scene.verb(clause)
    if verb is None or verb.lemma not in words_of("performing") or attribution.rule != "fr.speech.object":
        return False
    objects = (scene.syntax.words[group.head].lemma for group in scene.syntax.objects_of(clause))
    return words_of("befalling").isdisjoint(objects)


def _because_of(scene: Scene, attribution: Attribution) -> Verdict:
    """The attribution, or the conditional in its content: hearsay twice, or the future seen from the past."""
    verb = _conditional_in(scene, attribution.content.span)
    if verb is None:
        return Verdict(Modality.ALLEGED, "fr.modality.attributed", attribution.cue)
    hearsay = verb.compound or not _in_the_past(scene, attribution)
    rule = "journalistic_conditional" if hearsay else "future_in_the_past"
    return scene.verdict(Modality.ALLEGED, f"fr.modality.{rule}", *scene.words_of(verb))


def _conditional_in(scene: Scene, content: Span) -> VerbGroup | None:
    """The first conditional in the content that is not « pourrait »."""
    for clause in scene.clauses:
        verb = scene.verb(clause)
        if verb is None or verb.tense is not Tense.CONDITIONAL or verb.lemma == "pouvoir":
            continue
        if content.contains(scene.syntax.words[verb.finite].span):
            return verb
    return None


def _in_the_past(scene: Scene, attribution: Attribution) -> bool:
    """Whether the reporting verb looks back (« a promis », « déclarant »), so that a conditional means the future."""
    cue = attribution.cue_at
    place = scene.syntax.index_at(cue.start) if cue is not None else None
    if place is None:
        return False
    verb = next((v for v in scene.syntax.verbs if v.first <= place < v.last), None)
    return verb is not None and (verb.compound or verb.tense in _PAST)


def _passed_on(scene: Scene, clause: Clause) -> Verdict | None:
    """« est soupçonné de », « le bruit court »."""
    for found in scene.governed("passed_on", clause):
        return scene.verdict(Modality.ALLEGED, "fr.modality.passed_on", found.first, found.last)
    return None


def _reported(scene: Scene, clause: Clause) -> Verdict | None:
    """« Tous deux disent que », « …, a déclaré le maire », where no other rule found the source."""
    verb = scene.verb(clause)
    if verb is None or verb.lemma not in words_of("reporter") or verb.passive or _is_idle(scene, verb):
        return None
    inner = scene.syntax.clause_at(verb.last) if verb.last < scene.last else None
    completed = inner is not None and inner.kind is ClauseKind.COMPLETIVE and inner.first == verb.last
    infinitive = verb.infinitive is not None
    if not (completed or infinitive or _is_inserted(scene, clause)):
        return None
    return scene.verdict(Modality.ALLEGED, "fr.modality.reported", *scene.words_of(verb))


def _expected(scene: Scene, clause: Clause) -> Verdict | None:
    """« La direction attend de ce plan 120 millions d'euros »: a figure that somebody counts on, no time she waits."""
    verb = scene.verb(clause)
    if verb is None or verb.lemma not in words_of("expecting") or verb.passive:
        return None
    objects = [scene.syntax.span_of(group.first, group.last) for group in scene.syntax.objects_of(clause)]
    figures = [q.span for q in scene.quantities if q.unit not in measures() or measures()[q.unit].kind is not Kind.TIME]
    if not any(figure.overlap(span) for figure in figures for span in objects):
        return None
    return scene.verdict(Modality.ALLEGED, "fr.modality.expected", *scene.words_of(verb))


def _is_inserted(scene: Scene, clause: Clause) -> bool:
    return any(c.kind is ClauseKind.INSERTION and c is clause for c in scene.clauses)


def _is_idle(scene: Scene, verb: VerbGroup) -> bool:
    """« on dirait que », « rien ne dit que », « je pense que »: no report."""
    own = not words_of("reported_by_self").isdisjoint({scene.form(verb.first - 1), scene.form(verb.first)})
    return own or verb.tense is Tense.CONDITIONAL or verb.negated
