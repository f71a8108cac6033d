"""Asides inside what is said: « Nous irons, assure le maire. Rien n'est joué », and the lines of a dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.reading import Reading
from briefing.languages.fr.speech.clauses.cues import CueVerb, Frame, cue_verbs, may_be_cue
from briefing.languages.fr.speech.clauses.subjects import subject_after
from briefing.languages.fr.speech.syntax.adjuncts import skip_adjuncts
from briefing.languages.fr.speech.syntax.grammar import Tag
from briefing.languages.fr.speech.syntax.groups import Words, after, tag_at
from briefing.languages.fr.speech.syntax.voices import Voice, is_someone, voice_of
from briefing.languages.fr.speech.syntax.words import words
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span

_THIRD = ("il", "elle", "ils", "elles")
_DASH = re.compile(r"–\s*(?=\S)")
_LONGEST = 3000
_MARKS = re.compile(r"[«»“”\"]")


def without_asides(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The parts of a quotation on both sides of its asides, each with the rule that found it."""
    found = list(_asides(text, span))
    rule = "aside" if found else "marks"
    start = span.start
    for aside in [*found, Span(span.end, span.end)]:
        part = Span(start, aside.start).stripped(text)
        if any(c.isalnum() for c in part.of(text)):
            yield part, rule
        start = aside.end


def _asides(text: str, span: Span) -> Iterator[Span]:
    """Where a cue verb with its subject behind it interrupts a quotation, commas included."""
    if len(span) > _LONGEST or not _may_be_broken(text, span):
        return
    inside = words(text, span, [Span(*m.span()) for m in _NESTED.finditer(text, span.start, span.end)])
    after = span.start
    for verb in cue_verbs(inside):
        aside = _aside(inside, verb)
        if aside and aside.start > after:
            yield aside
            after = aside.end


def _may_be_broken(text: str, span: Span) -> bool:
    """Whether a cue verb stands soon after a comma: only then the words are worth reading."""
    breaks = _BREAK.finditer(text, span.start, span.end)
    return any(may_be_cue(word) for found in breaks for word in _LETTERS.findall(found[0].lower()))


_BREAK = re.compile(r"[,?!…] ?[^,.;?!…]{0,30}")
_LETTERS = re.compile(r"[^\W\d_]+")
_NESTED = re.compile(r"«[^«»]{0,500}»|“[^“”]{0,500}”|\"[^\"]{0,500}\"|‹[^‹›]{0,500}›")


def _aside(inside: Words, verb: CueVerb) -> Span | None:
    before = tag_at(inside, verb.first - 1)
    if verb.tag is not Tag.VERB or not verb.having(Frame.INSERTION) or before not in (Tag.COMMA, Tag.STOP):
        return None
    if before is Tag.STOP and inside[verb.first - 1].form not in "?!…":
        return None
    end = _end(inside, verb)
    if end is None:
        return None
    closed = end < len(inside) and inside[end].tag in (Tag.COMMA, Tag.STOP)
    start = inside[verb.first - 1].start if before is Tag.COMMA else inside[verb.first].start
    return Span(start, inside[end].end if closed else inside[end - 1].end)


def _end(inside: Words, verb: CueVerb) -> int | None:
    """The index of the comma or stop behind the aside, or None where the verb makes none."""
    if verb.inverted is not None:
        pronoun = inside[verb.inverted].form.rsplit("-", 1)[-1]
        last = max(verb.last, verb.inverted + 1) if pronoun in _THIRD else None
    else:
        source = subject_after(inside, verb.last)
        last = source.last if source and is_someone(inside, source) else None
    if last is None:
        return None
    last = _past_apposition(inside, skip_adjuncts(inside, last))
    return last if tag_at(inside, last) in (None, Tag.COMMA, Tag.STOP) else None


def _past_apposition(inside: Words, i: int) -> int:
    """Past « , 54 ans, agriculteur à Dreux »: who speaks, not what is said."""
    while tag_at(inside, i) is Tag.COMMA:
        group = after(inside, i + 1)
        aged = tag_at(inside, i + 1) is Tag.NUMBER
        role = group is not None and voice_of(inside, group) in (Voice.PERSON, Voice.EXPERT)
        end = next((j for j in range(i + 1, len(inside)) if inside[j].tag in (Tag.COMMA, Tag.STOP)), i)
        if end == i or not (aged or role) or any(word.tag is Tag.VERB for word in inside[i:end]):
            break
        i = end
    return i


def dialogue_spans(reading: Reading) -> Iterator[Span]:
    """What is said in runs of two lines or more that begin with a dash, when one of them is plainly spoken."""
    run: list[Block] = []
    for block in (*reading.blocks, None):
        if block and block.kind is BlockKind.PARAGRAPH and _DASH.match(reading.text, block.span.start):
            run.append(block)
            continue
        if len(run) > 1 and _is_dialogue(reading.text, run):
            for line in run:
                yield from _said(reading.text, line)
        run = []


def _is_dialogue(text: str, run: list[Block]) -> bool:
    """An aside (« répond le député »), or a question that another line answers."""
    questions = [text[block.span.end - 1] == "?" for block in run]
    answered = any(questions) and not all(questions)
    return answered or any(any(_asides(text, _line(text, block))) for block in run)


def _line(text: str, block: Block) -> Span:
    dash = _DASH.match(text, block.span.start)
    return Span(dash.end() if dash else block.span.start, block.span.end)


def _said(text: str, block: Block) -> Iterator[Span]:
    line = _line(text, block)
    if _MARKS.search(text, line.start, line.end):
        return
    for part, _ in without_asides(text, line):
        yield part
