"""Asides inside what is said: « Nous irons, assure le maire. Rien n'est joué », and the lines of a dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.analysis.syntax import Clause, NounGroup, Syntax, Tag, VerbGroup, clash
from briefing.extract.reading import Reading
from briefing.extract.speech.extent import verb_end
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.grammar.voices import can_speak, nouns_of
from briefing.languages.fr.grammar.words import readings
from briefing.languages.fr.reporting.cues import Frame, cue_verb, is_cue
from briefing.languages.fr.reporting.reports import place_of
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span

_DASH = re.compile(r"–\s*(?=\S)")
_LONGEST = 3000
"""Code points of a quotation that is looked through; longer ones are documents."""
_WINDOW = 300
"""Code points behind a comma in which an aside ends."""
_MARKS = re.compile(r"[«»“”\"]")
_BREAK = re.compile(r"[,?!…] ?[^,.;?!…]{0,30}")
_LETTERS = re.compile(r"[^\W\d_]+")
_NESTED = re.compile(r"«[^«»]{0,500}»|“[^“”]{0,500}”|\"[^\"]{0,500}\"|‹[^‹›]{0,500}›")


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
    """Where a verb of saying with its subject behind it interrupts a quotation, commas included.

    What stands before a comma is read as a quotation of its own, so that « …, tonne Anne Petit » has a verb.
    """
    after = span.start
    for found in _BREAK.finditer(text, span.start, span.end) if len(span) <= _LONGEST else ():
        words = _LETTERS.findall(found[0].lower())
        if found.start() > after and any(_is_verb(word, saying=n > 0) for n, word in enumerate(words)):
            said = Span(after, found.start() + (found[0][0] != ","))
            syntax = _read(text, said, min(span.end, said.end + _WINDOW))
            aside = next(filter(None, (_aside(syntax, clause) for clause in syntax.clauses)), None)
            if aside is not None:
                aside = aside if _awaits_object(text, said) else _with_setting(syntax, aside)
                yield aside
                after = aside.end


def _read(text: str, said: Span, end: int) -> Syntax:
    """The words up to `end`, of which the first are said."""
    nested = (Span(*m.span()) for m in _NESTED.finditer(text, said.end, end))
    return grammar().parse(text, Span(said.start, end), [said, *nested])


def _is_verb(word: str, *, saying: bool) -> bool:
    verbal = (reading for reading in readings(word, 0) if reading.tense is not None)
    return any(is_cue(reading.lemma) if saying else "3" in reading.person for reading in verbal)


def _aside(syntax: Syntax, clause: Clause) -> Span | None:
    verb = syntax.verb_of(clause)
    comma = len(syntax.words) > 1 and syntax.words[1].tag is Tag.COMMA
    if verb is None or "3" not in verb.person or clause.opener is not None or verb.first != 1 + comma:
        return None
    source = syntax.subject_of(clause)
    if source is None or (source.first < verb.last - 1 and verb.inverted is None):
        return None
    if syntax.words[source.head].person and "3" not in syntax.words[source.head].person:
        return None
    cue = cue_verb(syntax, verb)
    if syntax.words[source.head].form in nouns_of("on"):
        place = place_of(syntax, clause, cue) if cue is not None else None
        if place is None:
            return None
        source = syntax.nouns[place]  # « Rien n'est exclu, souffle-t-on [à la mairie]. On attend. »
    if not can_speak(syntax, source):
        return None
    last = max(source.whole, verb_end(syntax, verb))
    if not ((cue and cue.having(Frame.INSERTION)) or _only_tells_who(syntax, verb, last)):
        return None
    return _with_marks(syntax, verb, source, last)


def _only_tells_who(syntax: Syntax, verb: VerbGroup, last: int) -> bool:
    """« …, tonne Anne Petit. », « …, a-t-il ironisé, … »: who stands so says it, whatever the verb."""
    told = verb.tense not in (Tense.FUTURE, Tense.CONDITIONAL) and not (verb.negated or verb.passive)
    closing = syntax.words[last] if last < len(syntax.words) else None
    return told and (closing is None or closing.tag is Tag.COMMA or closing.form == ".")


def _with_marks(syntax: Syntax, verb: VerbGroup, source: NounGroup, last: int) -> Span | None:
    """The aside up to the mark behind it; past what stands behind a comma and only tells who speaks."""
    words = syntax.words
    end = _segment_end(syntax, last)
    if any(word.tag in (Tag.FINITE, Tag.SUBJECT) for word in words[last:end]) and not _is_relative(syntax, last):
        return None
    while end + 1 < len(words) and words[end].tag is Tag.COMMA and _describes(syntax, source, end + 1):
        end = _segment_end(syntax, end + 1)
    comma = words[verb.first - 1].tag is Tag.COMMA
    start = words[verb.first - comma].start
    return Span(start, words[end].end if end < len(words) else words[end - 1].end)


def _awaits_object(text: str, said: Span) -> bool:
    """« Il faut, dit-il, [une réforme] »: whether what is said breaks off at its verb."""
    last = _LETTERS.findall(said.of(text).lower())[-1:]
    return any(min(readings(word, 0), key=lambda r: r.cost).tag is Tag.FINITE for word in last)


def _with_setting(syntax: Syntax, aside: Span) -> Span:
    """« …, raconte-t-il[, une couverture sur les épaules, au gymnase.] Ma fille pleurait »: to the full stop.

    Before another sentence that is said, what has no verb tells how, when or where the one before was.
    """
    words = syntax.words
    comma = next((k for k, word in enumerate(words) if word.end == aside.end), len(words) - 1)
    stop = next((k for k in range(comma, len(words)) if words[k].tag is Tag.STOP), len(words))
    if words[comma].tag is not Tag.COMMA or stop + 1 >= len(words) or words[stop].form != ".":
        return aside
    tells = words[comma + 1].tag in _SETTING and not {word.tag for word in words[comma:stop]} & _CLAUSE
    return Span(aside.start, words[stop].end) if tells else aside


_SETTING = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.GERUND})
_CLAUSE = frozenset({Tag.FINITE, Tag.SUBJECT, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR})


def _segment_end(syntax: Syntax, i: int) -> int:
    """The next comma or full stop, or the end."""
    marks = (k for k in range(i, len(syntax.words)) if syntax.words[k].tag in (Tag.COMMA, Tag.STOP))
    return next(marks, len(syntax.words))


def _describes(syntax: Syntax, source: NounGroup, i: int) -> bool:
    """« , 54 ans », « , agriculteur à Dreux », « , élue en mai. », « , qui y vit. »: who speaks, not what is said."""
    first, end = syntax.words[i], _segment_end(syntax, i)
    ended = end == len(syntax.words) or syntax.words[end].tag is Tag.STOP
    if first.tag is Tag.RELATIVE:
        return ended and _is_relative(syntax, i) and syntax.words[source.head].tag is not Tag.SUBJECT
    if any(word.tag is Tag.FINITE for word in syntax.words[i:end]):
        return False
    if first.tag in (Tag.PARTICIPLE, Tag.ADJECTIVE) and not clash(first, source):
        return ended
    group = next((g for g in syntax.nouns if g.first == i), None)
    bare = group is not None and group.determiner is None and can_speak(syntax, group)
    return first.tag is Tag.NUMBER or bare or (group is not None and group.apposed_to is not None)


def _is_relative(syntax: Syntax, i: int) -> bool:
    """« [qui] y travaille depuis 2011 », « [dont] le fils est élève ici »."""
    telling = i < len(syntax.words) and syntax.words[i].tag is Tag.RELATIVE
    return telling and syntax.words[i].kind in ("subject", "oblique")


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
