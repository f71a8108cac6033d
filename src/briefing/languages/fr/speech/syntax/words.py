"""The words of a stretch of text, tagged with the little grammar that speech rules need.

A quotation is one opaque word: what it holds belongs to its speaker, not to the syntax around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.languages.fr.speech.syntax.grammar import Tag, Word, locutions, plain_classes
from briefing.languages.fr.speech.syntax.tagging import followed_by_capital, tag_of, unmake_gerunds, unmake_verb
from briefing.model.span import Span

_PRONOUN = r"(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce)\b(?!-)"
_TOKEN = re.compile(
    r"(?P<elided>(?:[LDSJCldnsjcmt]|[NMT](?='[a-zà-ÿ])|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)'"
    r"(?=\w|\s?[«»“\"]|\s?\Z))"
    r"|(?P<title>(?:MM?|Mmes?|Mlle|Mgr|Dr|Pr|Me|St|[A-ZÀ-Þ](?:\.-?[A-ZÀ-Þ])*)\.(?=[ -]?[A-ZÀ-Þ]))"
    rf"|(?P<word>(?:[Aa]ujourd'|[Qq]uelqu'|[A-Z]'(?=[A-Z]))?[^\W\d_][^\W_]*(?:-(?!{_PRONOUN})[^\W_]+)*)"
    r"|(?P<comma>[,–()\[\]]|(?<= )-(?= ))"
    r"|(?P<stop>[.;!?…])"
    r"|(?P<number>\d(?:[\d.,]*\d)?)"
    rf"|(?P<inverted>-{_PRONOUN})"
    r"|(?P<colon>:)"
    r"|(?P<symbol>[%€$£°]+)"
)
_FIXED = {
    "comma": Tag.COMMA,
    "stop": Tag.STOP,
    "colon": Tag.COLON,
    "inverted": Tag.INVERTED,
    "number": Tag.NUMBER,
    "symbol": Tag.WORD,
    "title": Tag.NAME,
}
_MOST = 400
"""Words that are read of one sentence."""
_DATELINE = 16
"""Words that a dateline may have: « PARIS, 3 mai (AFP) – »."""
_SAID = frozenset({Tag.VERB, Tag.QUOTE})


def words(text: str, span: Span, quotations: Sequence[Span] = ()) -> list[Word]:
    """The words of `span` in order; `quotations` (marks included, apart from each other) become one word each."""
    found: list[Word] = []
    at = span.start
    for quotation in quotations:
        _read(text, at, quotation.start, found)
        if len(found) >= _MOST:
            break
        found.append(Word(quotation.start, quotation.end, "«»", Tag.QUOTE))
        at = quotation.end
    _read(text, at, span.end, found)
    unmake_gerunds(found)
    return found


def _read(text: str, start: int, end: int, found: list[Word]) -> None:
    """Add the words of `text` from `start` to `end`."""
    phrases, plain = locutions(), plain_classes()
    for token in _TOKEN.finditer(text, start, end):
        at, stop = token.span()
        if at < start:
            continue  # inside a locution
        if len(found) >= _MOST:
            return  # no sentence is so long
        form = token[0].lower()
        if form in phrases and (stop_ := _locution(text, at, phrases[form])):
            start = stop_
            found.append(Word(at, stop_, text[at:stop_].lower(), Tag.ADVERB))
            continue
        capital = token[0][0].isupper()
        tag = None if capital else plain.get(form)
        tag = tag or _FIXED.get(token.lastgroup or "") or tag_of(text, stop, form, found, capital=capital)
        if tag is Tag.VERB:
            unmake_verb(found)
        elif form in "–-" and _ends_dateline(text, stop, found):
            tag = Tag.STOP
        found.append(Word(at, stop, form, tag, capital))


def _locution(text: str, start: int, phrases: tuple[str, ...]) -> int | None:
    """The end of the adverb of several words that begins at `start`."""
    for phrase in phrases:
        end = start + len(phrase)
        if text[start:end].lower() == phrase and not text[end : end + 1].isalnum():
            return end
    return None


def _ends_dateline(text: str, end: int, found: list[Word]) -> bool:
    """« CLIMAT – Selon … », « Paris (AFP) – Le ministre »: what the dash closes is no part of the sentence."""
    if not found or len(found) > _DATELINE or any(word.tag in _SAID for word in found):
        return False
    return followed_by_capital(text, end) or text[end + 1 : end + 2] in {"«", "“", '"'}
