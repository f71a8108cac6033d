"""The dates of an English article: each shape where the words around it allow one, with its value."""

from __future__ import annotations

import re
from functools import partial

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.dates.meaning import Moment
from briefing.extract.dates.outlook import Outlook
from briefing.extract.reading import Decision, Reading
from briefing.languages.en.dates.meaning import sense
from briefing.languages.en.dates.patterns import shapes
from briefing.languages.en.dates.vocabulary import either, listed
from briefing.model.annotation import DateMention
from briefing.model.date import Date
from briefing.model.span import Passage, Span

_NEEDS_LEAD = frozenset({"month", "year", "span", "season"})
_REACH = 24
_COUNTED = re.compile(r" [a-z]+s\b")


def dates(reading: Reading) -> Reading:
    """Fill `dates`, in the order of the text."""
    found: list[DateMention] = []
    lost: list[Decision] = []
    today, anchor = Date.parse(reading.article.meta.published), None
    for unit in reading.parsed.outer:
        for match in shapes().finditer(reading.text, unit.span.start, unit.span.end):
            syntax = reading.parsed.at(match.start()) or unit
            looks = Outlook.FUTURE if _looks_ahead(reading.text, syntax, match) else Outlook.PAST
            why = _refused(reading.text, match, looks)
            if why:
                lost.append(Decision(_rule(match), Span(*match.span()), kept=False, why=why))
                continue
            spoken = syntax.quotation is not None
            moment = Moment(today=today, near=today, anchor=anchor, spoken=spoken, outlook=partial(_given, looks))
            meant = sense(match)
            day = meant.meaning.resolve(moment)
            found.append(_row(reading, match, day, meant.mod))
            anchor = day or anchor
    return replace(reading, dates=tuple(found)).noting(*(Decision(d.rule, d.span) for d in found), *lost)


def _given(looks: Outlook) -> Outlook:
    return looks


def _row(reading: Reading, match: re.Match[str], day: Date | None, mod: str | None) -> DateMention:
    start = match.end() - len(match[0].removeprefix("the "))
    place = Passage.at(reading.article.text, Span(start, match.end()))
    value = day.value if day else None
    return DateMention(exact=place.exact, start=place.start, end=place.end, value=value, mod=mod, rule=_rule(match))


def _rule(match: re.Match[str]) -> str:
    return f"en.dates.{match.lastgroup}"


def _looks_ahead(text: str, syntax: Syntax, match: re.Match[str]) -> bool:
    """Whether the clause of the date speaks of what is to come."""
    word = text[max(syntax.span.start, match.start() - _REACH) : match.start()].split()[-1:]
    if word and word[0].lower() in listed("ahead_before"):
        return True
    place = syntax.index_at(match.start())
    clause = syntax.clause_at(place) if place is not None else None
    if clause is None:
        return False
    own = (i for i in range(clause.first, clause.last) if syntax.clause_at(i) is clause)
    return any(syntax.words[i].form in listed("ahead") for i in own)


def _refused(text: str, match: re.Match[str], looks: Outlook) -> str:
    """Why words of that shape are no date here; empty where they are one."""
    name = match.lastgroup
    before = text[max(0, match.start() - _REACH) : match.start()]
    word = before.split()[-1].lower() if before.split() and before[-1:].isspace() else ""
    if name in _NEEDS_LEAD and not _is_led(match, word, before):
        return "no preposition leads to it"
    if name in ("year", "span") and _COUNTED.match(text, match.end()) and word not in ("in", "since"):
        return "it counts what follows"
    if name == "hence" and looks is not Outlook.FUTURE:
        return "a duration"
    return ""


def _is_led(match: re.Match[str], word: str, before: str) -> bool:
    """A bare month or year needs a word before it: « in May », « (2019) »; a month alone in a title does not."""
    if match.lastgroup != "month":
        return word in listed("leads") or (match.lastgroup == "year" and before[-1:] == "(")
    if word in ("and", "or", "to"):
        return re.search(rf"(?:{either('months', capital=True)}) \w+ $", before) is not None
    return word in listed("leads") or (word == "" and match["m_m"].rstrip(".").lower() not in listed("doubtful"))
