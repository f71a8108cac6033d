"""The dates of an English article: each shape where the words around it allow one, with its value."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from briefing.extract.reading import Decision, Reading
from briefing.languages.en.dates.meaning import meaning
from briefing.languages.en.dates.moment import Meaning, Moment
from briefing.languages.en.dates.patterns import shapes
from briefing.languages.en.dates.vocabulary import either, listed
from briefing.languages.en.grammar import is_finite, words
from briefing.languages.en.scene import Scene
from briefing.languages.en.speech.vocabulary import is_report
from briefing.model.annotation import DateMention
from briefing.model.span import Passage, Span

_NEEDS_LEAD = frozenset({"month", "year", "span", "season"})
_REACH = 24
_CLAUSE = 200
"""How many characters of a clause are looked at on each side of a date."""
_COUNTED = re.compile(r" [a-z]+s\b")
_BOUNDARY = re.compile(r"[,;:] | (?:that|and|but|while|because|which|who) ")


def dates(reading: Reading) -> Reading:
    """Fill `dates`, in the order of the text."""
    found: list[DateMention] = []
    lost: list[Decision] = []
    anchor: str | None = None
    scene = Scene(reading)
    for unit in scene.units:
        for match in shapes().finditer(reading.text, unit.start, unit.end):
            why = _refused(reading.text, match)
            if why:
                lost.append(Decision(_rule(match), Span(*match.span()), kept=False, why=why))
                continue
            said = meaning(
                match,
                Moment(reading, _looks_ahead(reading.text, unit, match), anchor, quoted=scene.quoted(match.start())),
            )
            found.append(_row(reading, match, said))
            anchor = said.value or anchor
    return replace(reading, dates=tuple(found)).noting(*(Decision(d.rule, d.span) for d in found), *lost)


def _row(reading: Reading, match: re.Match[str], said: Meaning) -> DateMention:
    start = match.end() - len(match[0].removeprefix("the "))
    place = Passage.at(reading.article.text, Span(start, match.end()))
    return DateMention(
        exact=place.exact, start=place.start, end=place.end, value=said.value, mod=said.mod, rule=_rule(match)
    )


def _rule(match: re.Match[str]) -> str:
    return f"en.dates.{match.lastgroup}"


def _looks_ahead(text: str, unit: Span, match: re.Match[str]) -> bool:
    """Whether the clause of the date speaks of what is to come; a date that opens it alone belongs to the next one."""
    word = text[max(unit.start, match.start() - _REACH) : match.start()].split()[-1:]
    if word and word[0].lower() in listed("ahead_before"):
        return True
    first, last = max(unit.start, match.start() - _CLAUSE), min(unit.end, match.end() + _CLAUSE)
    before = [m.end() for m in _BOUNDARY.finditer(text, first, match.start())]
    start = before[-1] if before else first
    ends = [m.start() for m in _BOUNDARY.finditer(text, match.end(), last)] + [last]
    opens = not any(is_finite(w.lower) or is_report(w.lower) for w in words(text, Span(start, ends[0])))
    end = ends[1] if opens and len(ends) > 1 else ends[0]
    return _ahead().search(text, start, end) is not None


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either('ahead')})\b|'ll\b")


def _refused(text: str, match: re.Match[str]) -> str:
    """Why words of that shape are no date here; empty where they are one."""
    name = match.lastgroup
    before = text[max(0, match.start() - _REACH) : match.start()]
    word = before.split()[-1].lower() if before.split() and before[-1:].isspace() else ""
    if name in _NEEDS_LEAD and not _is_led(match, word, before):
        return "no preposition leads to it"
    if name in ("year", "span") and _COUNTED.match(text, match.end()) and word not in ("in", "since"):
        return "it counts what follows"
    if name == "hence" and not _ahead().search(text, max(0, match.start() - 80), match.start()):
        return "a duration"
    return ""


def _is_led(match: re.Match[str], word: str, before: str) -> bool:
    """A bare month or year needs a word before it: « in May », « (2019) »; a month alone in a title does not."""
    if match.lastgroup != "month":
        return word in listed("leads") or (match.lastgroup == "year" and before[-1:] == "(")
    if word in ("and", "or", "to"):
        return re.search(rf"(?:{either('months', capital=True)}) \w+ $", before) is not None
    return word in listed("leads") or (word == "" and match["m_m"].rstrip(".").lower() not in listed("doubtful"))
