"""The quantities of an English article: numbers that count or measure, each with its unit and bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.quantities.arithmetic import Spans, plain, shared_scale
from briefing.extract.reading import Decision, Reading
from briefing.languages.en.quantities.numerals import Number, numbers
from briefing.languages.en.quantities.units import Counted, counted
from briefing.languages.en.quantities.vocabulary import bounding, known
from briefing.model.annotation import Bound, Quantity
from briefing.model.span import Span

_REACH = 30
_LAST = re.compile(r"([\w$.'-]+)[ (]*$")
_NEXT = re.compile(r" ?([\w.']+)")
_WORDED = 12
"""Numbers below are written as words, and may point back: « the two »."""


def quantities(reading: Reading) -> Reading:
    """Fill `quantities`, in the order of the text."""
    dates = Spans(date.span for date in reading.dates)
    sentences = merge(reading.parsed.outer, reading.parsed.inner, key=lambda s: s.span.start)
    rows = [row for syntax in sentences for row in _of_sentence(reading, syntax, dates)]
    found = sorted((row for row in rows if isinstance(row, Quantity)), key=lambda row: row.start)
    shown = (Decision(row.rule, row.span) for row in found)
    lost = (row for row in rows if isinstance(row, Decision))
    return replace(reading, quantities=tuple(found)).noting(*shown, *lost)


def _of_sentence(reading: Reading, syntax: Syntax, dates: Spans) -> Iterator[Quantity | Decision]:
    counting = [n for n in numbers(reading.text, syntax) if dates.touching(Span(n.start, n.end)) is None]
    skip, before = 0, None
    for place, number in enumerate(counting):
        if place < skip:
            continue
        second = counting[place + 1] if place + 1 < len(counting) else None
        joined = _joined(reading.text, number, second) if second else ""
        last = second if joined else None
        skip = place + 2 if joined else place + 1
        unit_of = counted(reading.text, syntax, last or number)
        shared = before if not unit_of.unit and _shares(reading.text, number) else None
        why = "" if joined == "in" else _refused(reading.text, number, unit_of)
        if not (why or unit_of.unit or shared or _stands_alone(reading.text, number)):
            why = "nothing is counted"
        if why:
            yield Decision("en.quantities.number", Span(number.start, number.end), kept=False, why=why)
        else:
            row = _row(reading, number, replace(unit_of, unit=unit_of.unit or shared), joined, last)
            before = row.unit
            yield row


def _row(reading: Reading, number: Number, unit_of: Counted, joined: str, last: Number | None) -> Quantity:
    top = last if joined == "range" else None
    first = shared_scale(number.value, top.value, top.amount.scale) if top and not number.scaled else number.value
    return Quantity(
        exact=reading.article.text[number.start : unit_of.end],
        start=number.start,
        end=unit_of.end,
        value=plain(first),
        value_max=plain(top.value) if top else None,
        bound=Bound.RANGE if top else _bound(reading.text, number, unit_of),
        unit=f"{unit_of.unit} in {plain(last.value)}" if joined == "in" and last else unit_of.unit,
        rule=f"en.quantities.{joined or ('crowd' if number.crowd else 'number')}",
    )


def _joined(text: str, number: Number, second: Number) -> str:
    """« 300 to 400 homes » is a range; « 47 of 60 drones » counts drones, « one in five homes » homes in five."""
    between = text[number.end : second.start].strip().lower()
    return "range" if _is_range(text, number, second) else known().parts.get(between, "")


def _is_range(text: str, number: Number, second: Number) -> bool:
    """« 300 to 400 », « between 300 and 400 », « two or three », « 10-15 »; not « from 10 to 20 », which are two."""
    between = text[number.end : second.start].strip().lower().removesuffix("$").strip()
    before = _last_word(text, number.start).lower()
    if number.end == second.start or second.value <= number.value or between not in known().joints:
        return False
    if between == "and":
        return before == "between"
    if between == "or":
        return second.value - number.value <= 2
    return before not in ("from", "between") or between != "to"


def _bound(text: str, number: Number, unit_of: Counted) -> Bound:
    before = _bounded_by(text, number)
    if before:
        return before[1]
    after = text[unit_of.end : unit_of.end + _REACH].lower().lstrip(" ,")
    for words, bound in bounding(after=True):
        if after.startswith(words) and not after[len(words) :][:1].isalnum():
            return bound
    return Bound.MIN if number.crowd else Bound.EXACT


def _bounded_by(text: str, number: Number) -> tuple[str, Bound] | None:
    """The words before a number that bound it."""
    before = text[max(0, number.start - _REACH) : number.start].rstrip(" (").lower()
    fits = (pair for pair in bounding(after=False) if before.endswith(pair[0]))
    return next((pair for pair in fits if not before.removesuffix(pair[0])[-1:].isalnum()), None)


def _refused(text: str, number: Number, unit_of: Counted) -> str:
    """Why a number is no quantity; empty where it may be one."""
    before, after = _last_word(text, number.start), _NEXT.match(text, number.end)
    following = after[1].lower().rstrip(".") if after else ""
    if following in known().clocks:
        return "a time of day"
    if before.lower() in known().labels.split() or (before == "No." or text[number.start - 1 : number.start] == "#"):
        return "the number of something"
    worded = not text[number.start : number.end][0].isdecimal() and not number.currency
    if worded and number.value == 1 and _bound(text, number, unit_of) is Bound.EXACT:
        return "an article or a pronoun"
    if worded and number.value < _WORDED and before.lower() in known().anaphors:
        return "it points back"
    named = before[:1].isupper() and before.isalpha() and unit_of.unit is None
    return "part of a name" if named and not text[: number.start].rstrip().endswith(".") else ""


def _stands_alone(text: str, number: Number) -> bool:
    """A number that counts without its noun: bounded, large, or grouped by thousands."""
    written = text[number.start : number.end]
    return number.scaled or "," in written or _bound(text, number, Counted(None, number.end)) is not Bound.EXACT


def _shares(text: str, number: Number) -> bool:
    """« 300 homes, 72 of which », « up from 180 », « and some 60 »: the noun is that of the number before."""
    bound = _bounded_by(text, number)
    start = text.rindex(bound[0][-1], 0, number.start) + 1 - len(bound[0]) if bound else number.start
    following = _NEXT.match(text, number.end)
    follows = following is not None and following[1] in known().follows
    whole = text.startswith((" of them", " of whom", " of which"), number.end)
    return follows or whole or _last_word(text, start).lower() in known().shares


def _last_word(text: str, end: int) -> str:
    found = _LAST.search(text, max(0, end - _REACH), end)
    return found[1] if found else ""
