"""Who speaks: the noun group before a reporting verb, or behind it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.languages.en.grammar import Word, is_finite, kind
from briefing.languages.en.speech.vocabulary import is_report
from briefing.model.span import Span

_BREAKS = frozenset(';:–"“”«»()?')
_MARKS = frozenset(',.;:–"“”«»()')
_ADVERBS_FAR = 3
_LONGEST = 14
_FAR = 32
"""How many words before its verb a subject may begin."""


def subject_before(line: Sequence[Word], verb: int, text: str) -> Span | None:
    """The noun group whose verb stands at `verb`, appositions and relative clauses left out; None where none fits."""
    end = _over_aside(line, _skip_back(line, verb))
    if end <= 0 or line[end - 1].lower in kind("relative_pronouns"):
        return None
    start = _after_adverbial(line, _group_start(line, end, max(0, end - _FAR)), end, text)
    if start >= end or not _may_speak(line, start, end):
        return None
    return Span(line[start].start, line[_relative(line, start, end) - 1].end)


def subject_after(line: Sequence[Word], verb: int) -> Span | None:
    """« … », said the mayor of Leeds: the noun group behind the verb."""
    first = verb + 1
    last = first
    while last < len(line) and last - first < _LONGEST:
        hails = line[last].lower == "from" and not _starts(line, last + 1)  # « a nurse from Leeds »
        if line[last].lower in _MARKS | kind("group_ends") and not hails:
            break
        if line[last].lower == "and" and not _starts(line, last + 1):
            break
        last += 1
    if last == first or not _may_speak(line, first, last):
        return None
    return Span(line[first].start, line[last - 1].end)


def _skip_back(line: Sequence[Word], verb: int) -> int:
    """Over auxiliaries and adverbs: « has repeatedly denied » begins before « has »."""
    place = verb
    while place > 0 and verb - place < 2 * _ADVERBS_FAR:
        word = line[place - 1].lower
        if word not in kind("helpers") and word not in kind("adverbs") and not word.endswith("ly"):
            break
        place -= 1
    return place


def _over_aside(line: Sequence[Word], end: int) -> int:
    """Back over « (BSA) » and « , the mayor, »; 0 where a comma closes nothing that opened nearby."""
    opening = {")": "(", ",": ","}.get(line[end - 1].lower) if end else None
    if opening is None:
        return end
    for place in range(end - 2, max(-1, end - _FAR), -1):
        if line[place].lower == opening:
            return place
        if line[place].lower in _BREAKS:
            return 0
    return 0


def _group_start(line: Sequence[Word], end: int, floor: int) -> int:
    """Back to where the clause begins; « and » is crossed where what stands before it has no verb."""
    place = end
    while place > floor:
        word = line[place - 1].lower
        if word in _BREAKS or word == "," or word in kind("clause_openers"):
            break
        if word in kind("subordinators") and place < end and _starts(line, place):
            break
        if word == "and":
            first = _group_start(line, place - 1, floor)
            if not any(is_finite(w.lower) or is_report(w.lower) for w in line[first : place - 1]):
                return first
            if place == end:  # « visited the site and said »: the subject is that of the first verb
                return first
            break
        place -= 1
    return place


def _after_adverbial(line: Sequence[Word], start: int, end: int, text: str) -> int:
    """« In a statement the ministry said »: the last group that may begin a subject."""
    if start < end and line[start].lower in kind("coordinators"):
        start += 1
    if start >= end or line[start].lower not in kind("prepositions"):
        return start
    begins = [i for i in range(start + 2, end) if _starts(line, i) and line[i - 1].lower not in kind("prepositions")]
    begins = begins or [
        i
        for i in range(start + 2, end)
        if text[line[i].start].isupper()
        and not text[line[i - 1].start].isupper()
        and line[i - 1].lower not in kind("prepositions")
    ]
    return begins[-1] if begins else end


def _relative(line: Sequence[Word], start: int, end: int) -> int:
    """Where a relative clause begins in the group, or its first finite verb: « the engineer who designed it »."""
    joined = line[end - 1].lower == "and"
    for place in range(start + 1, end):
        if joined and is_finite(line[place].lower):
            return place
        if line[place].lower in kind("relative_pronouns") or (line[place].lower == "that" and place > start):
            return place
        if line[place].lower in kind("auxiliaries"):
            return place
    return end


def _may_speak(line: Sequence[Word], start: int, end: int) -> bool:
    """A group that can be a speaker: not « it », « which » or « there », not too long, no verb first."""
    first = line[start].lower
    if end - start > _LONGEST or not first[0].isalnum() or first[0].isdecimal():
        return False
    alone = end - start == 1
    if alone and first in kind("voiceless"):
        return False
    return (
        first not in kind("auxiliaries")
        and first not in kind("voiceless") | kind("negations")
        and first not in kind("prepositions")
    )


def _starts(line: Sequence[Word], place: int) -> bool:
    return place < len(line) and line[place].lower in kind("determiners") | kind("pronouns")
