"""Statements that somebody else makes: quoted, attributed to a source, or passed on without one."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag, VerbGroup
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.modality.splits import cue_span
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.modality.denial import is_cancelled
from briefing.languages.fr.modality.opinion import is_read_into
from briefing.languages.fr.modality.signs import words_of
from briefing.model.annotation import Attribution, Quotation
from briefing.model.article import BlockKind
from briefing.model.claim import Modality
from briefing.model.span import Span

_MARKS = '«»“”„"'
_PAST = frozenset({Tense.IMPERFECT, Tense.PAST, Tense.GERUND})
_FIRST = frozenset({"je", "j'", "me", "m'", "nous", "-je", "-nous"})


def alleged(scene: Scene, clause: Clause) -> Verdict | None:
    """The clause lies in a quotation, or a source stands behind its verb."""
    return _quoted(scene, clause) or _attributed(scene, clause) or _passed_on(scene, clause) or _reported(scene, clause)


def _quoted(scene: Scene, clause: Clause) -> Verdict | None:
    """Every sentence inside a direct quotation; and words quoted by the main verb (« a jugé « scandaleux » »)."""
    if scene.kind is BlockKind.BLOCK_QUOTE:
        return Verdict(Modality.ALLEGED, "fr.modality.block_quote")
    overlap = sum(quotation.span.overlap(scene.span) for quotation in scene.quotations)
    if 2 * overlap >= len(scene.span):
        first = scene.quotations[0]
        return Verdict(Modality.ALLEGED, "fr.modality.quoted", first.cue or _mark(scene, first))
    for quotation in scene.quotations:
        said = quotation.cue is not None and _by_verb(scene, clause, quotation.cue, quotation.span)
        if said or _is_said(scene, clause, quotation):
            return Verdict(Modality.ALLEGED, "fr.modality.quoted", quotation.cue or _mark(scene, quotation))
    return None


def _is_said(scene: Scene, clause: Clause, quotation: Quotation) -> bool:
    """Words with a speaker that complete the clause, or its verb."""
    spoken = bool(quotation.speaker or quotation.cue)
    return (spoken and _completes(scene, quotation)) or _is_predicate(scene, clause, quotation)


def _completes(scene: Scene, quotation: Quotation) -> bool:
    """« a réagi en ajoutant qu'« il ne s'agit plus » »: the quotation stands behind « que »."""
    place = scene.syntax.index_at(quotation.start)
    before = scene.syntax.words[place - 1] if place is not None and place > scene.first else None
    inner = scene.syntax.clause_at(place) if place is not None else None
    return before is not None and before.kind == "that" and inner is not None and scene.verb(inner) is None


def _is_predicate(scene: Scene, clause: Clause, quotation: Quotation) -> bool:
    """« Le prestataire « collabore pleinement » avec la justice »: the clause's verb is quoted."""
    return (
        scene.verb(clause) is None
        and scene.form(scene.syntax.index_at(quotation.start) or 0) == "«»"
        and _has_verb(scene, quotation)
    )


def _has_verb(scene: Scene, quotation: Quotation) -> bool:
    inner = scene.reading.parsed.at(quotation.start)
    first = inner.words[0] if inner is not None and inner.quotation is not None and inner.words else None
    return first is not None and first.tag in (Tag.FINITE, Tag.NEGATION)


def _mark(scene: Scene, quotation: Quotation) -> str:
    """The mark that opens the quotation, as written."""
    before = scene.reading.article.text[max(0, quotation.start - 2) : quotation.start].rstrip()
    return before[-1:] if before[-1:] in _MARKS else ""


def _attributed(scene: Scene, clause: Clause) -> Verdict | None:
    """Indirect speech whose content holds the clause's verb, or whose cue is that verb."""
    for attribution in scene.attributions:
        content = attribution.content.span
        told = _is_verb(scene, clause, attribution.cue_at)
        if not (told or scene.covers(clause, content)):
            continue
        if not _is_aside(scene, clause, attribution) and not (told and _says_nothing(scene, clause, attribution)):
            return _because_of(scene, attribution)
    return None


def _says_nothing(scene: Scene, clause: Clause, attribution: Attribution) -> bool:
    """« n'a jamais nié les faits », « souhaite fermer l'usine », « rien n'a été annoncé »: acts, not reports."""
    verb = scene.verb(clause)
    if verb is None:
        return False
    wish = verb.lemma in words_of("wish") and attribution.rule == "fr.speech.infinitive"
    unsaid = verb.negated and (verb.passive or verb.lemma in words_of("wish"))
    return is_cancelled(scene, clause) or wish or unsaid or is_read_into(scene, clause)


def _is_aside(scene: Scene, clause: Clause, attribution: Attribution) -> bool:
    """« Le maire, qui espère un accord, a signé »: what a relative clause reports leaves the main clause alone."""
    cue = attribution.cue_at
    if clause.kind is not ClauseKind.MAIN or cue is None:
        return False
    verbs = (scene.verb(c) for c in scene.clauses if c.kind is ClauseKind.RELATIVE and c is not clause)
    return any(verb is not None and cue.overlap(scene.syntax.span_of(verb.first, verb.last)) for verb in verbs)


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


def _is_inserted(scene: Scene, clause: Clause) -> bool:
    return any(c.kind is ClauseKind.INSERTION and c is clause for c in scene.clauses)


def _is_idle(scene: Scene, verb: VerbGroup) -> bool:
    """« on dirait que », « rien ne dit que », « je pense que »: no report."""
    own = scene.form(verb.first - 1) in _FIRST or scene.form(verb.first) in _FIRST
    return own or verb.tense is Tense.CONDITIONAL or verb.negated


def _by_verb(scene: Scene, clause: Clause, cue: str, content: Span) -> bool:
    """Whether the words of a cue are the clause's verb."""
    return _is_verb(scene, clause, cue_span(scene, cue, content))


def _is_verb(scene: Scene, clause: Clause, place: Span | None) -> bool:
    """Whether the clause's verb stands there."""
    chain = scene.chain(clause) if place is not None else []
    return any(place.overlap(scene.syntax.span_of(v.finite, v.last)) for v in chain if place is not None)
