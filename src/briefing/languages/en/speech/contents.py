"""What is reported: the clause behind a reporting verb, or the one that it closes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.languages.en.grammar import Word, is_finite, kind
from briefing.languages.en.scene import Scene
from briefing.languages.en.speech.vocabulary import Verb, is_report, phrases
from briefing.model.span import Span

_FAR_THAT = 12
_BREAKS = frozenset(',.;:–"“”«»')
_ENDS = re.compile(
    r"; | – |, (?:but|while|whereas|although|though|adding|according to|prompting|raising) ", re.IGNORECASE
)
TRAIL = " .!?…,;”\"'»)"
"""What closes a sentence and is no part of what is reported."""
_FAR_VERB = 25


def content_after(
    scene: Scene, line: Sequence[Word], place: int, verb: Verb, sentence: Span
) -> tuple[Span | None, Word | None]:
    """What the verb reports, and its « that » where it stands at once behind it; None where nothing fits its frames."""
    text, first = scene.text, _over_adverbials(scene, line, place + 1)
    if "listener" in verb.takes:
        first = _over_adverbials(scene, line, _over_listener(line, first, text))
    if first >= len(line):
        return None, None
    that = _that(line, place + 1, first) if {"clause", "that", "listener"} & set(verb.takes) else None
    if that is not None:
        return _until_end(text, line, that + 1, sentence), line[that] if that == place + 1 else None
    word = line[first].lower
    if not word[0].isalnum() or (word in kind("persons") and line[place - 1].lower == ","):
        return None, None
    if "to" in verb.takes and word == "to" and first + 1 < len(line):
        return _until_end(text, line, first + 1, sentence), None
    stated = {"clause", "listener"} & set(verb.takes) and _zero_clause(line, first)
    named = "noun" in verb.takes and _may_be_object(line, first, verb)
    charged = "of" in verb.takes and any(w.lower in ("of", "about") for w in line[first : first + _FAR_THAT])
    return (_until_end(text, line, first, sentence) if stated or named or charged else None), None


def ends_clause(scene: Scene, line: Sequence[Word], place: int, verb: Verb) -> bool:
    """Whether nothing but a listener, time and place stands between the verb and the end of its clause."""
    if "listener" in verb.takes:
        place = _over_listener(line, place, scene.text)
    place = _over_adverbials(scene, line, place)
    return place >= len(line) or line[place].lower in _BREAKS or line[place].lower in kind("prepositions")


def clause_before(line: Sequence[Word], end: int, sentence: Span, text: str) -> Span | None:
    """« p, X said »: what stands before the comma; an aside leaves the whole sentence."""
    last = next((i for i in range(len(line) - 1, -1, -1) if line[i].end <= end), -1)
    if last < 0 or line[last].lower not in (",", "”", '"', "»", "'"):
        last += 1
        if last < 3 or not any(is_finite(w.lower) for w in line[:last]):
            return None
    stop = line[last].start if last < len(line) else end
    goes_on = _aside(line, end)
    span = Span(sentence.start, sentence.end if goes_on else stop)
    trimmed = span.of(text).rstrip(TRAIL)
    return Span(span.start, span.start + len(trimmed)) if len(trimmed.split()) > 1 else None


def _aside(line: Sequence[Word], start: int) -> bool:
    """Whether the clause goes on behind the words that report: « The bridge, the mayor said, will reopen »."""
    behind = [i for i, word in enumerate(line) if word.start >= start]
    comma = next((i for i in behind if line[i].lower == ","), None)
    return (
        comma is not None
        and comma - behind[0] <= 6
        and any(line[i].lower in kind("auxiliaries") for i in range(comma + 1, min(comma + 3, len(line))))
    )


def _that(line: Sequence[Word], start: int, first: int) -> int | None:
    """« said on Tuesday in Leeds that »: the « that » before any mark."""
    for place in range(start, min(len(line), max(first, start) + _FAR_THAT)):
        if line[place].lower == "that":
            following = line[place + 1].lower if place + 1 < len(line) else ""
            return place if following and following not in kind("auxiliaries") else None
        if line[place].lower in _BREAKS or is_finite(line[place].lower):
            return None
    return None


def _over_adverbials(scene: Scene, line: Sequence[Word], place: int) -> int:
    """Past « on Tuesday », « in a statement », « also »."""
    while place < len(line):
        start = line[place].start
        phrase = _speech_places().match(scene.text, start)
        near = Span(start, line[min(place + 1, len(line) - 1)].end)
        dated = next(iter(scene.dates.touching(near)), None)
        if phrase:
            end = phrase.end()
        elif dated and (line[place].lower in ("on", "late", "early", "in") or dated.start <= start):
            end = dated.end
        elif line[place].lower in kind("adverbs"):
            end = line[place].end
        else:
            return place
        place = next((i for i in range(place, len(line)) if line[i].start >= end), len(line))
    return place


def _over_listener(line: Sequence[Word], place: int, text: str) -> int:
    """Past the one who is told: « reporters », « the BBC », « him », « Ann Hale »."""
    if place >= len(line):
        return place
    listener = _listeners().match(text, line[place].start)
    if listener:
        return next((i for i in range(place, len(line)) if line[i].start >= listener.end()), len(line))
    if line[place].lower in kind("objects"):
        return place + 1
    if line[place].lower in kind("owners"):
        return min(place + 2, len(line))
    while place < len(line) and text[line[place].start].isupper():
        place += 1
    return place


def _zero_clause(line: Sequence[Word], first: int) -> bool:
    """« said the road was safe »: a noun group and a finite verb, with no mark between."""
    if line[first].lower in kind("prepositions") - kind("clause_prepositions"):
        return False
    for place in range(first + 1, min(len(line), first + _FAR_VERB)):
        word = line[place].lower
        if word in _BREAKS and word not in (",", "–"):
            return False
        if is_finite(word) or is_report(word) or _present(line, place):
            return True
    return False


def _present(line: Sequence[Word], place: int) -> bool:
    """Whether a pronoun shows that the word is a verb (« he knows »), or its -s after a noun (« the price rises »)."""
    return line[place - 1].lower in kind("persons") or (
        line[place].lower.endswith("s")
        and line[place - 1].lower not in kind("determiners")
        and not line[place - 1].lower[0].isdecimal()
    )


def _may_be_object(line: Sequence[Word], first: int, verb: Verb) -> bool:
    if "charges" in verb.takes:
        return any(word.lower in phrases().charges.split() for word in line[first : first + 5])
    return line[first].lower not in kind("prepositions") and line[first].lower not in kind("conjunctions")


def _until_end(text: str, line: Sequence[Word], first: int, sentence: Span) -> Span | None:
    """From a word to the end of its clause."""
    if first >= len(line):
        return None
    start = line[first].start
    end = _ENDS.search(text, start, sentence.end)
    words = text[start : end.start() if end else sentence.end].rstrip(TRAIL)
    stop = start + len(words)
    if words.count("“") > words.count("”") or words.count('"') % 2:  # what closes a quotation inside belongs to it
        stop = text.find("”" if "“" in words else '"', stop, sentence.end) + 1 or stop
    return Span(start, stop) if words else None


@cache
def _speech_places() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases().speech_places))})(?: on \w+)?\b")


@cache
def _listeners() -> re.Pattern[str]:
    words = sorted(phrases().listeners.split(), key=len, reverse=True)
    return re.compile(rf"(?:(?:the|a|an|state) )?(?:news )?(?:{'|'.join(words)})\b")
