"""Which sentences and clauses are statements that can be checked, and how sure the text is of each.

Order of modalities when several fit: question, denied, alleged, possible, predicted, opinion, asserted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.extract.modality.statements import NOT_CLAIMS, ORDER
from briefing.extract.reading import Decision, Reading, Statement
from briefing.extract.rows import Rows
from briefing.languages.en.grammar import Word, is_finite, kind
from briefing.languages.en.modality.markers import Found
from briefing.languages.en.scene import Scene
from briefing.languages.en.speech.vocabulary import is_report, verbs
from briefing.model.annotation import Attribution
from briefing.model.article import BlockKind, Sentence
from briefing.model.claim import Because, Modality
from briefing.model.span import Span

_RULES = {
    Modality.DENIED: "denial",
    Modality.ALLEGED: "passed_on",
    Modality.POSSIBLE: "hedge",
    Modality.PREDICTED: "announced",
}
_JOINT = re.compile(r"; |, (?:but|while|whereas|although|though) ", re.IGNORECASE)
_FEWEST_WORDS = 3
_ENDING = 20
"""How many characters of a sentence may hold its closing marks."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says of a statement."""

    modality: Modality
    rule: str
    cue: str = ""
    at: Span | None = None
    checkable: bool = True


def statements(reading: Reading) -> Reading:
    """Fill `statements`: one a sentence, or one a clause where clauses differ in modality or source."""
    scene = Scene(reading)
    found: list[Statement] = []
    noted: list[Decision] = []
    for sentence in reading.sentences:
        for span, verdicts in _judged(scene, sentence):
            best = verdicts[0]
            checkable = best.checkable and best.modality not in NOT_CLAIMS
            found.append(Statement(span, best.modality, Because(f"en.modality.{best.rule}", best.cue), checkable))
            noted += (_lost(v, best) for v in verdicts[1:] if v.at and v.rule != best.rule)
    return replace(reading, statements=tuple(found)).noting(*noted)


def _lost(verdict: Verdict, best: Verdict) -> Decision:
    at = verdict.at or Span(0, 0)
    return Decision(f"en.modality.{verdict.rule}", at, kept=False, why=f"en.modality.{best.rule} goes first")


def _judged(scene: Scene, sentence: Sentence) -> list[tuple[Span, list[Verdict]]]:
    whole = [(sentence.span, _verdicts(scene, sentence.span, sentence))]
    parts = [(span, _verdicts(scene, span, sentence)) for span in _parts(scene, sentence.span)]
    differ = {(verdicts[0].modality, _source(scene, span)) for span, verdicts in parts}
    return parts if len(parts) > 1 and len(differ) > 1 else whole


def _source(scene: Scene, span: Span) -> str | None:
    return next((a.source for a in scene.attributions.touching(span) if span.contains(a.content.span)), None)


def _parts(scene: Scene, sentence: Span) -> Iterator[Span]:
    """The clauses on both sides of « ; » and « , but », each with a verb, outside quotations and reports."""
    held = [row.span for row in scene.quotations.touching(sentence)]
    held += [a.content.span for a in scene.attributions.touching(sentence)]
    inside = Rows(held, lambda span: span)
    joints = [
        m
        for m in _JOINT.finditer(scene.text, sentence.start, sentence.end)
        if not inside.touching(Span(m.start(), m.end()))
    ]
    starts = [sentence.start, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), sentence.end]
    start, before = sentence.start, _stretch(scene, Span(starts[0], ends[0]))
    for joint, end in zip(joints, ends[1:], strict=True):  # each stretch is read once
        after = _stretch(scene, Span(joint.end(), end))
        if before.is_clause and after.is_clause:
            yield Span(start, joint.start())
            start, before = joint.end(), after
        else:
            between = _stretch(scene, Span(*joint.span()))
            before = _Stretch(before.words + between.words + after.words, before.has_verb or after.has_verb)
    yield Span(start, sentence.end)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """How many words stand between two joints, and whether a verb is one of them."""

    words: int
    has_verb: bool

    @property
    def is_clause(self) -> bool:
        return self.words >= _FEWEST_WORDS and self.has_verb


def _stretch(scene: Scene, span: Span) -> _Stretch:
    line = [word.lower for word in scene.words(span)]
    return _Stretch(len(line), any(is_finite(w) or is_report(w) for w in line))


def _verdicts(scene: Scene, span: Span, sentence: Sentence) -> list[Verdict]:
    """What the rules say of a statement, the one that holds first."""
    ending = scene.text[max(span.start, span.end - _ENDING) : span.end].rstrip(" \"'”»)!")
    if span.end == sentence.span.end and ending.endswith("?"):
        return [Verdict(Modality.QUESTION, "question", "?")]
    if not _states(scene, span):
        return [Verdict(Modality.ASSERTED, "fragment", checkable=False)]
    found = [*_denied(scene, span), *_alleged(scene, span), *_marked(scene, span)]
    return sorted(found, key=_rank) or [Verdict(Modality.ASSERTED, "asserted")]


def _rank(verdict: Verdict) -> float:
    """The place in ORDER; an avowed opinion (« in my view, it will fail ») goes before what it contains."""
    return ORDER.index(Modality.POSSIBLE) - 0.5 if verdict.rule == "first_person" else ORDER.index(verdict.modality)


def _states(scene: Scene, span: Span) -> bool:
    """A verb, or in a list or a note a figure; not an order to the reader."""
    line = [word.lower for word in scene.words(span)]
    if line and line[0] in kind("orders"):
        return False
    block = next(iter(scene.blocks.touching(span)), None)
    counted = bool(scene.quantities.touching(span))
    if block and block.kind is BlockKind.LIST_ITEM:
        return counted or any(is_finite(w) for w in line)
    verb = any(is_finite(w) or is_report(w) or w.endswith("s") for w in line)
    return (verb and len(line) > 2) or counted or any(w in kind("pronouns") for w in line)


def _denied(scene: Scene, span: Span) -> Iterator[Verdict]:
    """A report whose verb denies: « The firm denied that … », « denies any link »."""
    for report in _reports(scene, span):
        verb = verbs().get(report.cue.split()[0].lower())
        if verb and "denial" in verb.takes:
            yield Verdict(Modality.DENIED, "denial", report.cue, report.content.span)
    line = scene.words(span)
    for place, word in enumerate(line):
        if _denies_alone(line, place) and not (scene.set_aside(span, word.start) or scene.quoted(word.start)):
            cue = scene.reading.article.text[word.start : word.end]
            yield Verdict(Modality.DENIED, "denial", cue, Span(word.start, word.end))


def _denies_alone(line: Sequence[Word], place: int) -> bool:
    """« the union denies it »: a denial that no report holds; not « refused to deny », « was denied »."""
    verb = verbs().get(line[place].lower)
    if verb is None or "denial" not in verb.takes or "charges" in verb.takes:
        return False
    before = {word.lower for word in line[max(0, place - 2) : place]}
    if before & (kind("passives") | kind("negations") | {"to"}) or any(word.endswith("n't") for word in before):
        return False
    return place + 1 == len(line) or line[place + 1].lower in kind("pronoun_objects") | {"."}


def _alleged(scene: Scene, span: Span) -> Iterator[Verdict]:
    """What a source carries: a report, or words in quotation marks with a speaker or of a sentence's length."""
    for report in _reports(scene, span):
        if not scene.set_aside(span, report.content.start):
            yield Verdict(Modality.ALLEGED, "attributed", report.cue, report.content.span)
    for quotation in scene.quotations.touching(span):
        shared = quotation.span.overlap(span)
        said = quotation.speaker or shared * 2 > len(span)
        if shared and said and not scene.set_aside(span, quotation.start):
            mark = scene.reading.article.text[quotation.start - 1 : quotation.start]
            cue = quotation.cue or ("" if mark.isalnum() else mark.strip())
            yield Verdict(Modality.ALLEGED, "quoted", cue, quotation.span)


def _reports(scene: Scene, span: Span) -> Iterator[Attribution]:
    return (a for a in scene.attributions.touching(span) if a.content.span.overlap(span) * 2 > len(a.content.span))


def _marked(scene: Scene, span: Span) -> Iterator[Verdict]:
    for found in scene.markers.touching(span):
        at = found.span
        if _fits(scene, span, found):
            rule = "first_person" if found.marker.avowed else _RULES.get(found.marker.modality, "judgement")
            yield Verdict(found.marker.modality, rule, at.of(scene.reading.article.text), at)


def _fits(scene: Scene, span: Span, found: Found) -> bool:
    """Whether a marker decides: in the main clause, as a verb and no noun, with what it needs."""
    written = scene.reading.article.text[found.span.start : found.span.end]
    before = scene.text[max(span.start, found.span.start - 12) : found.span.start].split()[-1:]
    noun = before and before[0].lower() in kind("articles")
    if written.lower() in ("will", "may", "might") and (
        noun or (written[0].isupper() and found.span.start > span.start)
    ):
        return False
    if found.marker.with_ == "date" and not scene.dates.touching(span):
        return False
    if _not_present(scene.text, found):
        return False
    return not scene.set_aside(span, found.span.start)


def _not_present(text: str, found: Found) -> bool:
    """« could not », « couldn't »: somebody was not able to."""
    words_of = text[found.span.start : found.span.end].lower()
    following = text[found.span.end : found.span.end + 8].lower()
    return words_of == "could" and following.startswith((" not ", "n't", " only "))
