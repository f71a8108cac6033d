"""An article's page: its text in rows, each paragraph beside the cards of the claims that begin in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from briefing.model.article import Article, Block, BlockKind, Rights
from briefing.model.claim import Modality, Status
from briefing.model.entity import Entity
from briefing.model.span import Span
from briefing.pages.paths import lodger_anchor
from briefing.pages.views.actors import told_of
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.inside.core import core_span
from briefing.pages.views.inside.not_taken import NotTaken, Reason, by_reason, not_taken
from briefing.pages.views.marked_text import Marking, Piece, cue_span, pieces
from briefing.pages.views.shown import ArticleShown, ClaimShown

_LEADING = re.compile(r"(?:#{1,6}|[-*•▪◦]|\d{1,2}[.)])\s+")
_CELL = re.compile(r"[^|]+")
_RULE_CELL = re.compile(r"[\s:-]+")
_KINDS = {
    BlockKind.TABLE_ROW: "table",
    BlockKind.LIST_ITEM: "list",
    BlockKind.BLOCK_QUOTE: "quote",
    BlockKind.SIGNATURE: "quote",
}

Line = tuple[Piece, ...]


class Row(Struct, frozen=True):
    """A stretch of text and its cards: one paragraph, heading or quotation, or a whole list or table."""

    kind: str
    number: int
    lines: tuple[tuple[Line, ...], ...]
    """A table's line has many cells, every other line has one."""
    claims: tuple[ClaimShown, ...]


class Lodger(Struct, frozen=True):
    """An entity that this article alone names, and the claims that do."""

    entity: Entity
    anchor: str
    claims: tuple[ClaimShown, ...]


class ArticlePage(Struct, frozen=True, kw_only=True):
    """All that an article's template needs. `rows` is empty where the text may not be shown."""

    article: ArticleShown
    rows: tuple[Row, ...]
    claims: tuple[ClaimShown, ...]
    modalities: tuple[tuple[str, int], ...]
    not_taken: tuple[NotTaken, ...]
    """What no claim states, in the order of the text; its words only where the rights let a page show them."""
    reviewed: int
    readers: tuple[str, ...]
    """Who checked its claims by hand."""
    lodgers: tuple[Lodger, ...]
    previous: ArticleShown | None
    following: ArticleShown | None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What no claim states, reason by reason."""
        return by_reason(self.not_taken)


def article_pages(catalogue: Catalogue, *, text: bool = True) -> Iterator[ArticlePage]:
    """One page an article, in order of publication, each knowing its neighbours; without `text`, what a list says."""
    shown = list(catalogue.articles.values())
    for place, article in enumerate(catalogue.dossier.articles):
        claims, left = catalogue.by_article[article.id], not_taken(catalogue, article) if text else ()
        yield ArticlePage(
            article=shown[place],
            rows=tuple(_rows(catalogue, article, left)) if text and article.meta.rights is Rights.FULL else (),
            claims=claims,
            modalities=modality_counts(claims),
            not_taken=left,
            reviewed=sum(c.status is Status.REVIEWED for c in claims),
            readers=readers(claims),
            lodgers=tuple(_lodgers(catalogue, article)) if text else (),
            previous=shown[place - 1] if place else None,
            following=shown[place + 1] if place + 1 < len(shown) else None,
        )


def _lodgers(catalogue: Catalogue, article: Article) -> Iterator[Lodger]:
    """In the order in which the text names them."""
    found: dict[str, dict[str, ClaimShown]] = defaultdict(dict)
    for claim in catalogue.dossier.claims_of(article):
        for entity in told_of(claim):
            if entity in catalogue.lodged and entity in catalogue.entities:
                found[entity][claim.id] = catalogue.claims[claim.id]
    for key, claims in found.items():
        yield Lodger(catalogue.entities[key], lodger_anchor(key), tuple(claims.values()))


def modality_counts(claims: Iterable[ClaimShown]) -> tuple[tuple[str, int], ...]:
    """How many claims of each modality, in the order of the model, absent ones left out."""
    counts = Counter(c.modality for c in claims)
    return tuple((modality.value, counts[modality]) for modality in Modality if counts[modality])


def readers(claims: Iterable[ClaimShown]) -> tuple[str, ...]:
    """Who checked claims by hand, in alphabetical order."""
    return tuple(sorted({c.review.who.replace("'", "’") for c in claims if c.review}))


def _rows(catalogue: Catalogue, article: Article, left: Iterable[NotTaken]) -> Iterator[Row]:
    layout = catalogue.layouts[article.id]
    markings = _markings(catalogue, article, layout.blocks, left)
    numbered = list(enumerate(layout.blocks))
    for number, (key, group) in enumerate(groupby(numbered, key=_together), 1):
        blocks = list(group)
        lines = [tuple(_line(layout.text, block, markings[n])) for n, block in blocks]
        claims = [
            m.claim
            for n, block in blocks
            for m in markings[n]
            if m.claim and m.kind == "open" and block.span.start <= m.span.start
        ]
        kind = "signature" if blocks[0][1].kind is BlockKind.SIGNATURE else key[0]
        yield Row(kind, number, tuple(line for line in lines if line), tuple(claims))


def _together(numbered: tuple[int, Block]) -> tuple[str, int]:
    """List items, table rows, a quotation and its signature make one row; every other block stands alone."""
    place, block = numbered
    kind = _KINDS.get(block.kind, block.kind.value)
    return kind, -1 if kind in ("table", "list", "quote") else place


def _markings(
    catalogue: Catalogue, article: Article, blocks: tuple[Block, ...], left: Iterable[NotTaken]
) -> dict[int, list[Marking]]:
    """The claims and cues of each block, by its number; a claim of several blocks is marked in each."""
    found: dict[int, list[Marking]] = defaultdict(list)
    text, starts = catalogue.layouts[article.id].folded, [block.span.start for block in blocks]
    for claim in catalogue.dossier.claims_of(article):
        span, shown = claim.evidence.span, catalogue.claims[claim.id]
        core = core_span(claim, catalogue.dossier.noted_of(article).cores)
        first = max(0, bisect_right(starts, span.start) - 1)
        for number in range(first, bisect_right(starts, max(span.start, span.end - 1))):
            found[number] += (Marking("open", span, shown), Marking("core", core, shown))
            cue = cue_span(text, claim, blocks[number].span)
            if cue and blocks[number].span.contains(cue):
                found[number].append(Marking("cue", cue, shown))
    for one in left:
        found[max(0, bisect_right(starts, one.span.start) - 1)].append(Marking("aside", one.span, left=one))
    return found


def _line(text: str, block: Block, markings: list[Marking]) -> Iterator[Line]:
    """The cells of a table's row, or the one line of any other block without its list or heading mark."""
    span = block.span
    if block.kind is BlockKind.TABLE_ROW:
        cells = [Span(span.start + m.start(), span.start + m.end()) for m in _CELL.finditer(span.of(text))]
        filled = [cell.stripped(text) for cell in cells if cell.of(text).strip()]
        if not all(_RULE_CELL.fullmatch(cell.of(text)) for cell in filled):
            yield from (pieces(text, cell, markings) for cell in filled)
        return
    mark = _LEADING.match(span.of(text)) if block.kind in (BlockKind.LIST_ITEM, BlockKind.HEADING) else None
    yield pieces(text, Span(span.start + mark.end(), span.end) if mark else span, markings)
