"""Attributions: who says something in indirect speech, by which words, and what."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag
from briefing.extract.chains.groups import are_alike
from briefing.extract.reading import Decision, Reading
from briefing.extract.speech.report import Part, Report
from briefing.extract.speech.talk import Talk
from briefing.model.annotation import Attribution
from briefing.model.span import Passage, Span

_OPENING, _CLOSING = tuple('«“„"'), tuple('»”"')
_MARKS = frozenset('«»“”„"')
_GOING_ON = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB})
"""What may follow a participle that has a complement, or a day."""


def attributions(reading: Reading, talk: Talk) -> Reading:
    """Fill `attributions`, in the order of the text; full direct quotations are not repeated here."""
    rows = tuple(row for i in range(len(talk.sentences)) for row in _rows(talk, i))
    decisions = (Decision(row.rule, row.content.span, why=row.cue) for row in rows)
    return replace(reading, attributions=rows).noting(*decisions)


def _rows(talk: Talk, sentence: int) -> Iterator[Attribution]:
    for report in talk.reports[sentence]:
        told = report.source is not None or report.owner is not None
        if report.indirect and told and report.content.first < report.content.last:
            row = _row(talk, sentence, report)
            if not _is_direct(row.content.exact):
                yield row


def _is_direct(content: str) -> bool:
    """« annonce « Demain, tout ferme » »: one quotation that begins with a capital is direct speech, or a title."""
    inside = content[1:-1].strip()
    whole = content[:1] in _OPENING and content[-1:] in _CLOSING and not _MARKS.intersection(inside)
    return whole and inside[:1].isupper()


def _row(talk: Talk, sentence: int, report: Report) -> Attribution:
    syntax, text = talk.sentences[sentence], talk.reading.article.text
    owner = syntax.words[report.owner or 0].span
    names = talk.chains.names
    source = names.with_whole_name(source_span(syntax, report.source)) if report.source is not None else owner
    said = talk.speaker(sentence, report)
    actor, cue = said.actor, syntax.span_of(*report.cue)
    return Attribution(
        source=written(source.of(text)),
        cue=cue.of(text),
        content=Passage.at(text, _content(syntax, report.content, text)),
        entity=actor.entity if actor else None,
        entities=actor.entities if actor else (),
        candidates=said.candidates,
        rule=report.rule,
        source_at=source,
        cue_at=cue,
    )


def _content(syntax: Syntax, part: Part, text: str) -> Span:
    return syntax.span_of(*part).stripped(text, " ,.;:\u00a0\u202f")


def source_span(syntax: Syntax, number: int) -> Span:
    """The words of a source, with what is joined to it and set against it: « Moscou et Pyongyang »."""
    source = group = syntax.nouns[number]
    first, last, latest = group.first, _completed(syntax, group), number
    while group.joined_to is not None and are_alike(syntax, syntax.nouns[group.joined_to], group):
        group = syntax.nouns[group.joined_to]
        first = group.first
    for n, other in enumerate(syntax.nouns):
        if other.apposed_to == number and other.first in (last, last + 1) and _names(syntax, source, other):
            last = max(other.last, other.whole) if syntax.words[other.head].tag is Tag.NOUN else other.last
        if other.joined_to == latest and are_alike(syntax, source, other):
            last, latest = max(last, other.whole), n
    return syntax.span_of(first, last)


def _completed(syntax: Syntax, group: NounGroup) -> int:
    """Where a group ends, without a participle that goes on, « un policier [cité] par », or a number that it tells."""
    last = max(group.whole, group.last)
    if last > group.last + 1 and syntax.words[last - 1].tag is Tag.NUMBER:
        return group.last  # « la police parle de 3 500 manifestants, la CGT [de 9 000] »
    following = syntax.words[last] if last < len(syntax.words) else None
    goes_on = following is not None and (following.tag in _GOING_ON or following.kind == "when")
    is_torn = syntax.words[last - 1].tag is Tag.PARTICIPLE and goes_on and last - 1 > group.head
    return last - is_torn


def written(source: str) -> str:
    """The source as written; « il » for « -t-il »."""
    return source.rsplit("-", 1)[-1] if source.startswith("-") else source


def _names(syntax: Syntax, group: NounGroup, other: NounGroup) -> bool:
    """« le président du club, [Hugo Lambert] », « le chef des armées, [le général Paul Petit] »: a name for a role."""
    role = syntax.words[group.head].tag is Tag.NOUN
    named = any(word.tag is Tag.NAME for word in syntax.words[other.first : other.whole])
    return syntax.words[other.head].tag is Tag.NAME or (role and named)
