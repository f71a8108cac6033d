"""What others say in a sentence: the clause lies in a quotation, or a source stands behind its verb."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.modality.splits import cue_span
from briefing.model.annotation import Attribution, Quotation
from briefing.model.article import BlockKind
from briefing.model.claim import Modality
from briefing.model.span import Span

_MARKS = '«»“”„"'
_ENDS = ".!?…"


def quoted(scene: Scene, clause: Clause, code: str) -> Verdict | None:
    """Every sentence inside a direct quotation; and words quoted by the main verb (« a jugé « scandaleux » »)."""
    if scene.kind is BlockKind.BLOCK_QUOTE:
        return Verdict(Modality.ALLEGED, f"{code}.modality.block_quote")
    overlap = sum(quotation.span.overlap(scene.span) for quotation in scene.quotations)
    if 2 * overlap >= len(scene.span) and not all(_only_names(scene, quotation) for quotation in scene.quotations):
        first = scene.quotations[0]
        return Verdict(Modality.ALLEGED, f"{code}.modality.quoted", first.cue or _mark(scene, first))
    for quotation in scene.quotations:
        said = quotation.cue is not None and _by_verb(scene, clause, quotation.cue, quotation.span)
        if said or _is_said(scene, clause, quotation):
            return Verdict(Modality.ALLEGED, f"{code}.modality.quoted", quotation.cue or _mark(scene, quotation))
    return None


def stated(scene: Scene, clause: Clause, code: str, being: str) -> Verdict | None:
    """« Le scrutin a été « calme et transparent » »; not « le film est « Ondine » ». `being` is the verb's lemma."""
    verb = scene.verb(clause)
    if verb is None or verb.lemma != being:
        return None
    for quotation in scene.quotations:
        if scene.syntax.index_at(quotation.start) == verb.last and quotation.exact[:1].islower():
            return Verdict(Modality.ALLEGED, f"{code}.modality.quoted", _mark(scene, quotation))
    return None


def asks_by_quoting(scene: Scene) -> bool:
    """« Le maire lance : « Qui paiera ? » »: whether what a sentence asks is quoted behind a colon, from somebody."""
    return any(
        quotation.speaker is not None and scene.form((scene.syntax.index_at(quotation.start) or 0) - 1) == ":"
        for quotation in scene.quotations
        if quotation.exact.endswith("?")
    )


def attributed(
    scene: Scene, clause: Clause, says_nothing: Callable[[Scene, Clause, Attribution], bool]
) -> Attribution | None:
    """Indirect speech whose content holds the clause's verb, or whose cue is that verb and says something."""
    for attribution in scene.attributions:
        told = _is_verb(scene, clause, attribution.cue_at)
        if not (told or scene.is_told(clause, attribution)):
            continue
        if not _is_aside(scene, clause, attribution) and not (told and says_nothing(scene, clause, attribution)):
            return attribution
    return None


def _only_names(scene: Scene, quotation: Quotation) -> bool:
    """« interdit la vente de « boissons sucrées » »: words that nobody says, behind an article or a preposition."""
    place = scene.syntax.index_at(quotation.start)
    if place is None or place <= scene.first or quotation.speaker is not None or quotation.cue is not None:
        return False
    joint, words = scene.syntax.words[place - 1 : place + 1]
    return words.tag is Tag.QUOTATION and joint.tag in (Tag.DETERMINER, Tag.PREPOSITION)


def _is_said(scene: Scene, clause: Clause, quotation: Quotation) -> bool:
    """Words with a speaker that complete the clause, or its verb."""
    spoken = bool(quotation.speaker or quotation.cue)
    said = (spoken and _completes(scene, quotation)) or _is_predicate(scene, clause, quotation)
    return said or _is_direct(scene, quotation)


def _is_direct(scene: Scene, quotation: Quotation) -> bool:
    """« Il proteste : « Moi, j'irai ! » », « « Je l'ai vu », finit-il par lâcher »: a sentence that somebody says."""
    place = scene.syntax.index_at(quotation.start)
    if place is None or not quotation.exact[:1].isupper():
        return False
    if scene.form(place - 1) == ":":
        return quotation.speaker is not None or _is_sentence(scene, quotation)
    return place == scene.first and scene.form(place + 1) == "," and _is_sentence(scene, quotation)


def _is_sentence(scene: Scene, quotation: Quotation) -> bool:
    """Whether the first sentence of a quotation has a verb, or the quotation ends as sentences do."""
    inner = scene.reading.parsed.at(quotation.start)
    words = inner.words if inner is not None and inner.quotation is not None else ()
    return quotation.exact[-1] in _ENDS or any(word.tag is Tag.FINITE for word in words)


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


def _is_aside(scene: Scene, clause: Clause, attribution: Attribution) -> bool:
    """« Le maire, qui espère un accord, a signé »: what a relative clause reports leaves the main clause alone."""
    cue = attribution.cue_at
    if clause.kind is not ClauseKind.MAIN or cue is None:
        return False
    verbs = (scene.verb(c) for c in scene.clauses if c.kind is ClauseKind.RELATIVE and c is not clause)
    return any(verb is not None and cue.overlap(scene.syntax.span_of(verb.first, verb.last)) for verb in verbs)


def _by_verb(scene: Scene, clause: Clause, cue: str, content: Span) -> bool:
    """Whether the words of a cue are the clause's verb."""
    return _is_verb(scene, clause, cue_span(scene, cue, content))


def _is_verb(scene: Scene, clause: Clause, place: Span | None) -> bool:
    """Whether the clause's verb stands there."""
    chain = scene.chain(clause) if place is not None else []
    return any(place.overlap(scene.syntax.span_of(v.finite, v.last)) for v in chain if place is not None)
