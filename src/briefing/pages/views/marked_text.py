"""An article's running text, cut where claims and the words that decide their modality begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing.corpus.text import fold
from briefing.model.claim import Claim
from briefing.model.span import Span
from briefing.pages.views.inside.not_taken import NotTaken
from briefing.pages.views.shown import ClaimShown

_CUE_REACH = 160
_CLOSING = {"open": "close", "core": "uncore", "cue": "uncue", "aside": "unaside"}


class Piece(Struct, frozen=True):
    """One step through a text: `text`, or `open`, `close` or `call` of a claim.

    `core` and `uncore` stand around its stating words, `cue` and `uncue` around telling ones, `aside` and `unaside`
    around what is no claim.
    """

    kind: str
    text: str = ""
    claim: ClaimShown | None = None
    left: NotTaken | None = None
    first: bool = False
    """It begins here: this mark bears its anchor."""


class Marking(Struct, frozen=True):
    """A span to mark: `open` a claim, `core` its stating words or `cue` its telling words, `aside` what is no claim."""

    kind: str
    span: Span
    claim: ClaimShown | None = None
    left: NotTaken | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        """Longer spans open before those they hold, a claim before its words."""
        return self.span.start, -self.span.end, list(_CLOSING).index(self.kind)


def cue_span(text: str, claim: Claim, block: Span) -> Span | None:
    """Where the words that decided a claim's modality stand: in its evidence, else shortly before it in its block."""
    if not claim.because.cue:
        return None
    cue = re.compile(rf"(?<!\w){re.escape(fold(claim.because.cue))}(?!\w)", re.IGNORECASE)
    inside = cue.search(text, claim.evidence.start, claim.evidence.end)
    if inside:
        return Span(*inside.span())
    before = list(cue.finditer(text, max(block.start, claim.evidence.start - _CUE_REACH), claim.evidence.start))
    return Span(*before[-1].span()) if before else None


def pieces(text: str, span: Span, markings: Sequence[Marking]) -> tuple[Piece, ...]:
    """The text of `span` as well-nested pieces. Markings that cross are split; a claim is called where it ends."""
    inside = sorted((m for m in markings if m.span.overlap(span)), key=lambda m: m.order)
    edges = {span.start, span.end}
    for m in inside:
        edges |= {max(m.span.start, span.start), min(m.span.end, span.end)}
    cuts = sorted(edges)
    return tuple(_walk(text, span, inside, cuts))


def _walk(text: str, span: Span, inside: list[Marking], cuts: list[int]) -> Iterator[Piece]:
    stack: list[Marking] = []
    waiting = 0
    for here, following in zip(cuts, [*cuts[1:], span.end], strict=True):
        yield from _close(stack, here, span)
        while waiting < len(inside) and max(inside[waiting].span.start, span.start) <= here:
            marking = inside[waiting]
            stack.append(marking)
            yield _opening(marking, first=marking.span.start >= span.start)
            waiting += 1
        if here < following:
            yield Piece("text", text[here:following])


def _close(stack: list[Marking], here: int, span: Span) -> Iterator[Piece]:
    """Close what ends `here`, and for a moment what stands inside it but goes on."""
    ending = [m for m in stack if min(m.span.end, span.end) <= here]
    if not ending:
        return
    kept: list[Marking] = []
    while any(m in stack for m in ending):
        marking = stack.pop()
        yield Piece(_CLOSING[marking.kind], claim=marking.claim)
        if marking not in ending:
            kept.append(marking)
    yield from (Piece("call", claim=m.claim) for m in reversed(ending) if m.kind == "open" and m.span.end <= span.end)
    for marking in reversed(kept):
        stack.append(marking)
        yield _opening(marking, first=False)


def _opening(marking: Marking, *, first: bool) -> Piece:
    return Piece(
        marking.kind, claim=marking.claim, left=marking.left, first=first and marking.kind in ("open", "aside")
    )


def plain(pieces_: Iterable[Piece]) -> str:
    """The words alone."""
    return "".join(p.text for p in pieces_ if p.kind == "text")
