"""The words in which two passages part."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.extract.words.wording import Wording
from briefing.languages import find_pack
from briefing.model.annotation import Quantity
from briefing.model.article import Rights
from briefing.model.claim import Claim, Modality
from briefing.model.relation import Difference, Field
from briefing.model.span import Span
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.inside.where import where
from briefing.pages.views.marked_text import cue_span
from briefing.relate.slots.slots import said_by
from briefing.relate.slots.words import Word, words

Pieces = tuple[tuple[str, bool], ...]
"""A passage in parts: words, and whether they are what differs."""
_Told = tuple[Hashable, Span]

_NAMING = (Field.NAME, Field.PLACE)
"""Of these a name tells in what two passages part; of others it only tells who."""
_LONGEST = 700
"""Of a passage that runs on, the beginning is shown as it stands."""


def differing_pieces(catalogue: Catalogue, difference: Difference) -> tuple[Pieces | None, ...]:
    """Both passages, cut at the words that differ."""
    claims = [catalogue.dossier.claims[claim] for claim in difference.claims]
    known = any(difference.told)
    told = (
        [[words.span for words in own] for own in difference.told] if known else _found(catalogue, claims, difference)
    )
    return tuple(_pieces(catalogue, claim, spans) for claim, spans in zip(claims, told, strict=True))


def _found(catalogue: Catalogue, claims: Sequence[Claim], difference: Difference) -> Iterator[list[Span]]:
    """The words of the field in which they part, where only a person knows that they do; else those of their line."""
    shared = set.intersection(*({mention.entity for mention in claim.entities} for claim in claims))
    told = [list(_told(catalogue, claim, difference, shared)) for claim in claims]
    named = _named_in(catalogue, claims, difference)
    for mine, theirs, line in zip(told, reversed(told), named, strict=True):
        values = {value for value, _ in theirs}
        yield sorted({span for value, span in mine if value not in values}, key=lambda span: span.start) or line


def _told(catalogue: Catalogue, claim: Claim, difference: Difference, shared: set[str | None]) -> Iterator[_Told]:
    """What a claim says of a field, and where; of a name, what both claims mean under two (`shared` entities)."""
    field = difference.field
    if field is Field.QUANTITY:
        yield from (((q.value, q.value_max, q.bound, q.unit), q.span) for q in _compared(catalogue, claim, difference))
    elif field is Field.DATE:
        yield from ((d.value, d.span) for d in claim.dates)
    elif field is Field.PLACE:
        yield from ((m.entity, m.span) for m in where(catalogue.dossier.article_of(claim), claim))
    elif field is Field.NAME:
        yield from (((m.entity, m.exact.casefold()), m.span) for m in claim.entities if m.entity in shared)
    elif field is Field.CERTAINTY or (field is Field.POLARITY and claim.modality is Modality.DENIED):
        text = catalogue.layouts[catalogue.dossier.article_of(claim).id].folded
        cue = cue_span(text, claim, claim.evidence.span)
        if cue:
            yield claim.modality, cue


def _compared(catalogue: Catalogue, claim: Claim, difference: Difference) -> Iterable[Quantity]:
    """The numbers of a claim that measure what the other measures too; all, where nothing says which."""
    measure = catalogue.dossier.measure_of(difference.claims)
    return catalogue.dossier.numbers_of(claim.id, measure) if measure else claim.quantities


def _named_in(catalogue: Catalogue, claims: Sequence[Claim], difference: Difference) -> Iterator[list[Span]]:
    """The words of each passage that the line which tells of both repeats, and that the other has not."""
    packs = [find_pack(catalogue.dossier.article_of(claim).meta.language) for claim in claims]
    wordings = [pack.wording() if pack else Wording() for pack in packs]
    told = [said_by(claim, wording).told for claim, wording in zip(claims, wordings, strict=True)]
    stems = [{word.stem for word in own} for own in told]
    for claim, own, others, wording in zip(claims, told, reversed(stems), wordings, strict=True):
        line = words(difference.reason, wording, (), ()).told
        wanted = {word.stem for word in line if difference.field in _NAMING or not word.is_name} - others
        start = claim.evidence.start
        yield [Span(start + first, start + end) for first, end in _runs(own, wanted)]


def _runs(told: Sequence[Word], wanted: set[str]) -> Iterator[tuple[int, int]]:
    """Where words with these stems stand, those between which no other word tells anything as one."""
    first: int | None = None
    for word, following in pairwise([*told, None]):
        if word is None or word.stem not in wanted:
            continue
        first = word.start if first is None else first
        if following is None or following.stem not in wanted or following.part != word.part:
            yield first, word.end
            first = None


def _pieces(catalogue: Catalogue, claim: Claim, spans: Iterable[Span]) -> Pieces | None:
    article, passage = catalogue.dossier.article_of(claim), claim.evidence.span
    if article.meta.rights is Rights.NONE or len(passage) > _LONGEST:
        return None
    text, pieces, end = catalogue.layouts[article.id].text, [], passage.start
    for span in spans:
        if end <= span.start and span.end <= passage.end:
            pieces += [(text[end : span.start], False), (span.of(text), True)]
            end = span.end
    return tuple(piece for piece in (*pieces, (text[end : passage.end], False)) if piece[0])
