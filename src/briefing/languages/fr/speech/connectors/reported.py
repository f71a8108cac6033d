"""What a named source says, before or behind its « selon »."""

from __future__ import annotations

from briefing.languages.fr.speech.clauses.appositions import stretch_behind
from briefing.languages.fr.speech.clauses.report import Clause
from briefing.languages.fr.speech.clauses.stretch import clause_start, stretch
from briefing.languages.fr.speech.syntax.grammar import VERBAL, Tag
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, has_verb, tag_at


def content_around(clause: Clause, cue: Group, group: Group, source: Group) -> Group | None:
    """What the source says; `group` is what stands at the connector, `source` perhaps the name that explains it."""
    words = clause.words
    start = clause_start(words, cue.first)
    end = max(group.last, source.last)
    if _opens_clause(words, start, cue.first):
        following = stretch_behind(clause, end)
        return following and _without_on(words, following)
    return _preceding(clause, start, cue, end)


def _without_on(words: Words, content: Group) -> Group:
    """« De source policière, on indique que … »: what is indicated."""
    if form_at(words, content.first) not in {"on", "l'"}:
        return content
    that = next((i for i in range(*content) if words[i].tag is Tag.THAT), content.last)
    return Group(that + 1, content.last) if that < min(content.first + 9, content.last - 1) else content


def _opens_clause(words: Words, start: int, i: int) -> bool:
    """Whether what the source says is still to come: nothing, an adverbial or « et, » precedes."""
    if i == start or words[i - 1].tag in (Tag.THAT, Tag.COLON):
        return True
    if words[i - 1].tag is Tag.COORDINATOR:
        return True
    before = words[start:i]
    if words[i - 1].tag is Tag.COMMA:
        linked = len(before) > 1 and words[i - 2].tag in (Tag.COORDINATOR, Tag.THAT, Tag.RELATIVE)
        waits = _is_subject(words, start) or any(w.tag in (Tag.VERB, Tag.QUOTE) for w in before)
        return linked or not waits
    return all(w.tag in (Tag.ADVERB, Tag.SUBORDINATOR) for w in before)


def _is_subject(words: Words, start: int) -> bool:
    """« Les prix, selon l'Insee, ont augmenté »: a subject waits for its verb."""
    return words[start].tag in (Tag.DETERMINER, Tag.NAME, Tag.NUMBER, Tag.SUBJECT)


def _preceding(clause: Clause, start: int, cue: Group, end: int) -> Group | None:
    """What stands before the connector, and after it where the clause goes on: « Les prix, selon l'Insee, montent »."""
    words = clause.words
    last = cue.first
    while last > start and words[last - 1].tag in (Tag.COMMA, Tag.STOP):
        last -= 1
    if start in clause.stops:  # « Selon le bilan, dix blessés, selon les pompiers »
        start = next((i + 1 for i in range(start, last) if words[i].tag is Tag.COMMA), start)
    start = _nearest_clause(clause, start, last)
    if start >= last:
        return None
    rest = stretch(clause, end + 1) if form_at(words, end) in {",", "–"} and _goes_on(clause, end + 1) else None
    return Group(start, rest.last if rest else last)


def _nearest_clause(clause: Clause, start: int, last: int) -> int:
    """Past « tandis que », « mais », the cue of another report, or up to a bare figure: « trois morts selon … »."""
    words = clause.words
    for i in range(last - 1, start, -1):
        word = words[i]
        if word.tag is Tag.COMMA and tag_at(words, i + 1) is Tag.NUMBER and not has_verb(words, i, last):
            return i + 1
        if word.tag is Tag.THAT and form_at(words, i - 1) in {"tandis", "alors"}:
            return i + 1
        if word.form in {"mais", "or"} and has_verb(words, i, last):
            return i + 1
    return start


def _goes_on(clause: Clause, i: int) -> bool:
    """Whether the clause that the source interrupts needs what follows."""
    following = tag_at(clause.words, i)
    return i not in clause.stops and following in VERBAL | {Tag.THAT, Tag.PREPOSITION}
