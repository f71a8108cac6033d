"""What stands around passages, so much of it that no other place of the text matches (Web Annotation, 4.2.4)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from briefing.corpus.places import all_occurrences
from briefing.model.span import Span

_REACH = 32
_FARTHEST = 256


def contexts(text: str, spans: Iterable[Span]) -> dict[Span, tuple[str, str]]:
    """The characters before and after each span: as few as tell it from other places that bear the same words.

    Where a text repeats itself for hundreds of characters, the place alone tells. Linear in the text's length.
    """
    found: dict[Span, tuple[str, str]] = {}
    for wanted, same in _places(text, set(spans)):
        reach = _REACH
        while waiting := [span for span in wanted if span not in found]:
            contexts = {span: _context(text, span, reach) for span in same}
            seen = Counter(contexts.values())
            found |= {span: contexts[span] for span in waiting if seen[contexts[span]] == 1 or reach >= _FARTHEST}
            reach *= 2
    return found


def _context(text: str, span: Span, reach: int) -> tuple[str, str]:
    return text[max(0, span.start - reach) : span.start], text[span.end : span.end + reach]


def _places(text: str, spans: set[Span]) -> Iterable[tuple[list[Span], list[Span]]]:
    """The spans that bear the same words, with all places of the text that bear them."""
    wanted: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        wanted[span.of(text)].append(span)
    places = all_occurrences(text, wanted)
    return [(same, places[exact]) for exact, same in wanted.items()]
