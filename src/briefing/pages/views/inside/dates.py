"""The dates of a claim, each with the part of the passage that it dates."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model.annotation import DateMention
from briefing.model.claim import Claim
from briefing.model.dossier import Dated, Noted
from briefing.model.span import Span
from briefing.pages.views.amounts import day
from briefing.pages.views.inside.core import core_span
from briefing.pages.views.shown import DateShown

_TELLING = 35
"""Code points: fewer words tell nothing without those around them."""


def dates(claim: Claim, noted: Noted, text: str, *, hidden: bool) -> tuple[DateShown, ...]:
    """Those that have a value; `noted` and `text` are those of its article."""
    known = {dated.date.start: dated for dated in noted.dated}
    stating = None if hidden else _stating(claim, noted, text)
    found = (_date(claim, date, known.get(date.start), text, hidden=hidden) for date in claim.dates if date.value)
    return tuple(replace(date, stating=stating) for date in found)


def _stating(claim: Claim, noted: Noted, text: str) -> str | None:
    """From what is said, where that is most of it; « le président a annoncé un fonds » from who announced it."""
    said, whole = core_span(claim, noted.cores), claim.evidence.span
    clauses = [core.start for core in noted.cores if whole.contains(core)]
    start = said.start if 2 * len(said) >= len(whole) else min(clauses, default=whole.start)
    return text[start : whole.end] if start > whole.start else None


def _date(claim: Claim, date: DateMention, dated: Dated | None, text: str, *, hidden: bool) -> DateShown:
    if dated is None:
        return day(date, hidden=hidden)
    evidence = claim.evidence.span
    part = Span(max(dated.words.start, evidence.start), min(dated.words.end, evidence.end))
    is_whole = part.start <= evidence.start and part.end >= evidence.end - 1  # but for the full stop
    words = None if is_whole or not part.contains(date.span) else part.of(text)
    found = day(date, hidden=hidden, words=words, beside=dated.aside)
    if found.words is None or len(part) >= _TELLING:
        return found
    return replace(found, before=text[evidence.start : part.start], after=text[part.end : evidence.end])
