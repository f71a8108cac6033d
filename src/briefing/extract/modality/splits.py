"""Where one sentence makes two statements: parts with their own verb that may differ in source or modality."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag
from briefing.extract.modality.scene import Scene
from briefing.model.span import Span


class Cut(Struct, frozen=True):
    """The part before ends before word `end`, the part behind begins with word `start`; they may share words."""

    end: int
    start: int
    clause: Clause | None = None
    """What heads the part behind, where it is no main clause."""
    before: Clause | None = None
    """What heads the part before, where it is no main clause."""


def cuts(scene: Scene, contrasts: Collection[str], conditions: Collection[str]) -> list[Cut]:
    """The safe cuts of a sentence, in order."""
    if len(scene.clauses) < 2:
        return []
    found = list(_between_mains(scene))
    for clause in scene.clauses:
        opener = scene.form(clause.opener) if clause.opener is not None else ""
        if clause.kind is ClauseKind.CIRCUMSTANCE and opener in contrasts:
            found.extend(_at_contrast(scene, clause))
        elif clause.kind is ClauseKind.CIRCUMSTANCE and opener in conditions:
            found.extend(_behind_condition(scene, clause))
        elif clause.kind is ClauseKind.RELATIVE:
            found.extend(_before_antecedent(scene, clause))
        elif clause.kind is ClauseKind.PARTICIPIAL:
            found.extend(_before_participle(scene, clause))
    return sorted((cut for cut in found if _is_safe(scene, cut)), key=lambda cut: (cut.end, cut.start))


def _between_mains(scene: Scene) -> Iterator[Cut]:
    """After « ; », and at « , mais » or « , et » where something stands before the verb."""
    words = scene.syntax.words
    for clause in scene.mains[1:]:
        verb, at = scene.verb(clause), clause.first - 1
        if clause.kind is not ClauseKind.MAIN or verb is None or at <= scene.first:
            continue
        if words[at].form == ";":
            yield Cut(at, at + 1)
        elif words[at].tag is Tag.COORDINATOR and words[at - 1].tag is Tag.COMMA and verb.first > clause.first:
            yield Cut(at - 1, at + 1)


def _at_contrast(scene: Scene, clause: Clause) -> Iterator[Cut]:
    """« …, tandis que B »: the contrast stands beside the main clause, whatever it hangs on."""
    at = clause.first
    if at > scene.first + 1 and scene.syntax.words[at - 1].tag is Tag.COMMA:
        yield Cut(at - 1, at + 1, clause=clause)


def _behind_condition(scene: Scene, clause: Clause) -> Iterator[Cut]:
    """« Si A a nié, B »: where the clause reports or denies it is a statement, and no condition."""
    last = clause.last
    opens = clause.first == scene.first and last < scene.last and scene.syntax.words[last].tag is Tag.COMMA
    if opens and _speaks(scene, clause):
        yield Cut(last, last + 1, before=clause)


def _speaks(scene: Scene, clause: Clause) -> bool:
    if next(scene.governed("denial", clause), None) is not None:
        return True
    verbs = [scene.syntax.span_of(verb.first, verb.last) for verb in scene.chain(clause)]
    return any(cue.overlap(verb) for cue in cue_spans(scene) for verb in verbs)


def _before_participle(scene: Scene, clause: Clause) -> Iterator[Cut]:
    """« …, déclarant que B », « …, niant B »: a participle that reports a clause, or denies."""
    verb, at = scene.verb(clause), clause.first
    words = scene.syntax.words
    if (
        verb is None
        or words[verb.finite].tag is not Tag.GERUND
        or at != verb.first
        or words[at - 1].tag is not Tag.COMMA
    ):
        return
    completed = any(c.kind is ClauseKind.COMPLETIVE and verb.last <= c.first < verb.last + 3 for c in scene.clauses)
    denies = any(sign.verb == verb.finite for sign in scene.signs.get("denial", ()))
    told = completed and any(cue.overlap(words[verb.finite].span) for cue in cue_spans(scene))
    if at > scene.first + 1 and (denies or told):
        yield Cut(at - 1, at, clause=clause)


def _before_antecedent(scene: Scene, clause: Clause) -> Iterator[Cut]:
    """« …, scellant une alliance qui pourrait … »: a noun group stated in the first part, qualified in the second."""
    if clause.last < scene.last - 1 or clause.opener != clause.first or clause.subject is None:
        return
    group = scene.syntax.nouns[clause.subject]
    before = scene.syntax.clause_at(group.first - 1) if group.first > scene.first else None
    behind_comma = before is not None and scene.syntax.words[group.first - 1].tag is Tag.COMMA
    participial = before is not None and before.kind is ClauseKind.PARTICIPIAL and group.first == before.first + 1
    if (behind_comma or participial) and group.determiner == group.first and group.preposition is None:
        yield Cut(clause.first, group.first, clause=clause)


def _is_safe(scene: Scene, cut: Cut) -> bool:
    """No quotation or attribution crosses the cut."""
    at = scene.syntax.words[cut.start].start
    return not any(s.start < at < s.end for s in (*(q.span for q in scene.quotations), *_reaches(scene)))


def _reaches(scene: Scene) -> Iterator[Span]:
    """From cue to content; a source that opens the sentence (« Selon X, A, mais B ») reaches to the next one."""
    for number, attribution in enumerate(scene.attributions):
        content = attribution.content.span
        cue = attribution.cue_at or content
        start, end = min(cue.start, content.start), max(cue.end, content.end)
        if scene.reading.article.text.startswith(attribution.cue, scene.span.start):
            later = scene.attributions[number + 1 :]
            end = later[0].content.start if later else scene.span.end
        yield Span(start, end)


def cue_span(scene: Scene, cue: str, content: Span) -> Span | None:
    """Where a cue stands in the sentence: the occurrence nearest to the content."""
    text = scene.reading.article.text
    before = text.rfind(cue, scene.span.start, max(scene.span.start, content.start))
    after = text.find(cue, content.end, scene.span.end)
    if before < 0 and after < 0:
        return None
    nearer = after < 0 or (before >= 0 and content.start - before <= after - content.end + len(cue))
    start = before if nearer else after
    return Span(start, start + len(cue))


def cue_spans(scene: Scene) -> list[Span]:
    """Where the cues of the sentence's attributions stand."""
    return [row.cue_at for row in scene.attributions if row.cue_at is not None]
