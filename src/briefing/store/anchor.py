"""Evidence found again after an article's text was corrected: the same words, in the one place they can stand.

Nothing here looks for similar words. A passage is found where it stands once, or where its neighbours leave it one
place; else it stays as it was, and whoever verifies it sees that its words are gone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable

from briefing.corpus.places import all_occurrences
from briefing.model.span import Passage, Span
from briefing.store.base import digest

_NEAR = 16
_GLUED_BEFORE = re.compile(r"(?:\w|\w[-‐‑])\Z")  # « 1120 postes », « non-respect »
_GLUED_AFTER = re.compile(r"\w|[-‐‑]\w")
_SIGN_OR_DECIMAL = re.compile(r"(?:(?<!\w)[-−+]|\d[.,])\Z")  # « 3,5 % » does not hold « 5 % »
_THOUSANDS_BEFORE = re.compile(r"(?<!\d)\d{1,3}(?:\s\d{3})*\s\Z")  # nor « 1 120 postes » « 120 postes »
_THOUSANDS_AFTER = re.compile(r"\s\d{3}(?!\d)|[.,]\d")
_GROUP = re.compile(r"\d{3}(?!\d)")
_SENTENCE_END = re.compile(r"[.!?…][\s»”]*\s(?![\s»”a-zà-öø-ÿœ])|\n")  # « Oui ! » a-t-il dit » is one


class Former:
    """A text that was corrected, as far as the passages `known` from it tell, beside the `text` of now."""

    def __init__(self, text: str, known: Iterable[Passage]) -> None:
        self._text = text
        self._known: dict[str, set[Span]] = defaultdict(set)
        for passage in known:
            if _is_possible(passage):
                self._known[passage.exact].add(passage.span)
        self._places = whole_places(text, self._known)
        self._settled: dict[str, dict[Span, Span | None]] = {}
        self._landmarks: list[tuple[Span, Span]] = sorted(
            (min(spans), self._places[exact][0])
            for exact, spans in self._known.items()
            if len(spans) == 1 and len(self._places[exact]) == 1
        )
        self._starts = [was.start for was, _ in self._landmarks]
        self._by_end = sorted(self._landmarks, key=lambda pair: pair[0].end)
        self._ends = [was.end for was, _ in self._by_end]

    def place(self, passage: Passage) -> Span | None:
        """The one place where the passage can stand now; None when its words are gone or it could be several."""
        if not _is_possible(passage):
            return None
        known = self._known.get(passage.exact, {passage.span})
        places = self._places_of(passage.exact)
        if len(places) == 1 and known <= {passage.span}:
            return places[0]
        there = self._within_landmark(passage)
        if there is not None:
            return there
        if passage.span not in self._known.get(passage.exact, ()):
            return self._between_neighbours(passage.span, places, known)
        if passage.exact not in self._settled:  # sentences may have changed places: none is given twice
            found = {span: self._between_neighbours(span, places, known) for span in known}
            taken = Counter(found.values())
            self._settled[passage.exact] = {span: now for span, now in found.items() if taken[now] == 1}
        return self._settled[passage.exact].get(passage.span)

    def _places_of(self, exact: str) -> list[Span]:
        if exact not in self._places:
            self._places |= whole_places(self._text, [exact])
        return self._places[exact]

    def _within_landmark(self, passage: Passage) -> Span | None:
        """What stands in words that were found again stands in them still."""
        index = bisect_right(self._starts, passage.start) - 1
        was, now = self._landmarks[index] if index >= 0 else (Span(0, 0), Span(0, 0))
        there = Span(passage.start + now.start - was.start, passage.end + now.start - was.start)
        return there if was.contains(passage.span) and there.of(self._text) == passage.exact else None

    def _between_neighbours(self, was: Span, places: Iterable[Span], known: Iterable[Span]) -> Span | None:
        """The same words stood or stand more than once: those count that stand between the same neighbours."""
        (before, low), (after, high) = self._neighbours(was)
        inside = [place for place in places if low.end <= place.start and place.end <= high.start]
        rivals = [span for span in known if before.end <= span.start and span.end <= after.start]
        shifts = {low.start - before.start, high.start - after.start}
        unmoved = [place for place in inside if {place.start - was.start} == shifts]
        if unmoved or len(inside) == len(rivals) == 1:
            return (unmoved or inside)[0]
        return None

    def _neighbours(self, was: Span) -> tuple[tuple[Span, Span], tuple[Span, Span]]:
        """The nearest landmarks on both sides, each where it was and where it is; the text's ends where none is."""
        before, after = bisect_right(self._ends, was.start) - 1, bisect_left(self._starts, was.end)
        begin, beyond = Span(0, 0), Span(len(self._text) + was.end, len(self._text) + was.end)
        end = Span(len(self._text), len(self._text))
        low = self._by_end[before] if before >= 0 else (begin, begin)
        high = self._landmarks[after] if after < len(self._landmarks) else (beyond, end)
        return low, high


def _is_possible(passage: Passage) -> bool:
    """Whether the passage can have stood in any text: a slip of the pen is not looked for elsewhere."""
    return passage.start >= 0 and passage.end - passage.start == len(passage.exact) > 0


def whole_places(text: str, wanted: Iterable[str]) -> dict[str, list[Span]]:
    """Where each of the wanted words stands in the text as a whole."""
    found = all_occurrences(text, wanted)
    return {exact: [span for span in spans if is_whole(text, span)] for exact, spans in found.items()}


def is_whole(text: str, span: Span) -> bool:
    """Whether the words at `span` are not the part of a longer word, compound or number."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    first, last = text[span.start], text[span.end - 1]
    if first.isalnum() and _GLUED_BEFORE.search(before):
        return False
    if last.isalnum() and _GLUED_AFTER.match(after):
        return False
    if first.isdecimal() and _SIGN_OR_DECIMAL.search(before):
        return False
    if _GROUP.match(text, span.start) and _THOUSANDS_BEFORE.search(before):
        return False
    return not (last.isdecimal() and _THOUSANDS_AFTER.match(after))


def around(span: Span, text: str) -> str:
    """A short hash of the words of its sentence before and after a passage; nothing where it is the whole sentence."""
    line = text.rfind("\n", 0, span.start) + 1
    begin = max((end.end() for end in _SENTENCE_END.finditer(text, line, span.start)), default=line)
    ends = (end.end() for end in _SENTENCE_END.finditer(text, span.start))
    end = next((end for end in ends if end >= span.end), len(text))
    before, after = text[begin : span.start].split(), text[span.end : end].split()
    return digest(" ".join((*before, "|", *after))) if before or after else ""
