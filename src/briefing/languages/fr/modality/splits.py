"""Where one sentence makes two statements: parts with their own verb that may differ in source or modality.

A cut is made only where the part behind it stands on its own: after « ; », before « , mais » with a subject,
« , tandis que », « , déclarant que », after a leading « Si … a nié, » and around « , une alliance qui pourrait … ».
No attribution or quotation is cut in two, nor parted from its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.languages.fr.modality.scene import Scene
from briefing.languages.fr.modality.sources import cue_span
from briefing.languages.fr.modality.syntax.clauses import Clause
from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.heads import before_clitics
from briefing.languages.fr.modality.syntax.openers import Role
from briefing.model.span import Span

_NOUN_PHRASE = 9
"""How many tokens before « qui » its noun phrase may begin."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence and the clauses that decide its modality."""

    span: Span
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """The part before ends before token `end`, the part behind begins with token `start`; they may share words."""

    end: int
    start: int
    clause: Clause | None = None
    """What heads the part behind, where it is no main clause."""
    before: Clause | None = None
    """What heads the part before, where it is no main clause."""


def parts(scene: Scene) -> tuple[Part, ...]:
    """The parts of the sentence; one where no safe cut is found."""
    cuts = sorted((c for c in _cuts(scene) if _is_safe(scene, c)), key=lambda c: c.end)
    end = len(scene.tokens)
    found: list[Part] = []
    start, lead = 0, None
    for cut in [*cuts, _Cut(end, end)]:
        head = cut.before or lead
        inside = (head,) if head else tuple(c for c in scene.mains if start <= c.verb < cut.end)
        if cut.end <= start or not inside:
            return (Part(scene.span, scene.mains),)
        found.append(Part(_span(scene, start, cut.end), inside))
        start, lead = cut.start, cut.clause
    return tuple(found)


def _span(scene: Scene, start: int, end: int) -> Span:
    """From token `start` to before `end`; the sentence's own ends are kept."""
    first = scene.span.start if start == 0 else scene.tokens.starts[start]
    last = scene.span.end if end == len(scene.tokens) else scene.tokens.ends[end - 1]
    return Span(first, last)


def _cuts(scene: Scene) -> Iterator[_Cut]:
    yield from _between_mains(scene)
    for clause in scene.clauses:
        if clause.role is Role.CIRCUMSTANCE:
            yield from _around_circumstance(scene, clause)
        if clause.role is Role.RELATIVE:
            yield from _before_antecedent(scene, clause)
    yield from _before_participle(scene)


def _between_mains(scene: Scene) -> Iterator[_Cut]:
    """After « ; », and at « , mais » or « , et » where a subject follows."""
    tokens = scene.tokens
    for clause in scene.mains[1:]:
        at = clause.start
        if tokens[at] == ";":
            yield _Cut(at, at + 1)
        elif (
            tokens[at] in grammar().adversatives and tokens[at - 1] == "," and before_clitics(tokens, clause.verb) > at
        ):
            yield _Cut(at - 1, at + 1)


def _around_circumstance(scene: Scene, clause: Clause) -> Iterator[_Cut]:
    """« …, tandis que B », « …, même si B », and « Si A a nié, B »."""
    tokens, at, words = scene.tokens, clause.opener, grammar()
    contrasts = tokens[at - 1] in words.contrasts
    if not (contrasts or tokens[at] in words.conditions):
        return
    first = at - 1 if contrasts else at
    if contrasts and first > 1 and tokens[first - 1] == ",":
        yield _Cut(first - 1, at + 1, clause=clause)
    main = next((m for m in scene.mains if m.verb > clause.verb), None)
    if first == 0 and main and _speaks(scene, clause):
        commas = [n for n in range(clause.verb, main.verb) if tokens[n] == ","]
        if len(commas) == 1:
            yield _Cut(commas[0], commas[0] + 1, before=clause)


def _speaks(scene: Scene, clause: Clause) -> bool:
    """Whether the clause reports or denies, so that it is a statement and no condition."""
    verbs = [scene.tokens.span(n, n) for n in scene.group(clause)]
    denies = any(True for _ in scene.governed("denials", clause))
    return denies or any(cue.overlap(verb) for cue in _cue_spans(scene) for verb in verbs)


def _cue_spans(scene: Scene) -> list[Span]:
    found = (cue_span(scene, a.cue, a.content.span) for a in scene.attributions)
    return [span for span in found if span is not None]


def _before_participle(scene: Scene) -> Iterator[_Cut]:
    """« …, déclarant que B », « …, niant B »: a participle that reports a clause, or denies."""
    tokens, cues = scene.tokens, _cue_spans(scene)
    denials = {m.verb for m in scene.markers.get("denials", ())}
    if not cues and not denials:
        return
    for place in range(2, len(tokens) - 2):
        if not tokens.forms[place].gerund or tokens[place - 1] != ",":
            continue
        clausal = not grammar().que.isdisjoint(tokens.words[place + 1 : place + 4])
        if place in denials or (clausal and any(s.overlap(tokens.span(place, place)) for s in cues)):
            end = next((n for n in range(place, len(tokens)) if tokens[n] == ";"), len(tokens))
            yield _Cut(place - 1, place, clause=Clause(place, Role.MAIN, place, end))


def _before_antecedent(scene: Scene, clause: Clause) -> Iterator[_Cut]:
    """« …, scellant une alliance qui pourrait … »: a noun phrase stated in the first part, qualified in the second."""
    tokens, opener = scene.tokens, clause.opener
    if tokens[opener] != "qui" or clause.end < len(tokens) - 2:
        return
    reach = range(opener - 2, max(0, opener - _NOUN_PHRASE), -1)
    comma = next((n for n in reach if tokens[n] == ","), 0)
    if not comma:
        return
    start = comma + 1
    if tokens.forms[start].gerund:
        start = next((n for n in range(start + 1, opener) if tokens[n] in grammar().determiners), 0)
    if start and tokens[start] in grammar().determiners:
        yield _Cut(opener, start, clause=clause)


def _is_safe(scene: Scene, cut: _Cut) -> bool:
    """No quotation or attribution crosses the cut."""
    at = scene.tokens.starts[cut.start]
    return not any(s.start < at < s.end for s in (*(q.span for q in scene.quotations), *_reaches(scene)))


def _reaches(scene: Scene) -> Iterator[Span]:
    """From cue to content; a source that opens the sentence (« Selon X, A, mais B ») reaches to the next one."""
    for number, attribution in enumerate(scene.attributions):
        content = attribution.content.span
        cue = cue_span(scene, attribution.cue, content) or content
        start, end = min(cue.start, content.start), max(cue.end, content.end)
        if scene.reading.text.startswith(attribution.cue, scene.span.start):
            later = scene.attributions[number + 1 :]
            end = later[0].content.start if later else scene.span.end
        yield Span(start, end)
