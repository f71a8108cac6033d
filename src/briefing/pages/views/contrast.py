"""What differs between two claims: the words of each passage, and the features side by side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from briefing.model.annotation import EntityType, Mention, Quantity
from briefing.model.article import Rights
from briefing.model.claim import Claim, Modality
from briefing.model.relation import Difference, Field
from briefing.model.span import Span
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.running import cue_span
from briefing.pages.views.shown import ClaimShown

Pieces = tuple[tuple[str, bool], ...]
_Told = tuple[Hashable, Span]

_LONGEST = 700
"""Of a passage that runs on, the beginning is shown as it stands."""
_CHIEF = {
    Field.QUANTITY: ("figure",),
    Field.DATE: ("date",),
    Field.PLACE: ("actors",),
    Field.POLARITY: ("modality",),
    Field.CERTAINTY: ("modality",),
    Field.NAME: ("actors",),
    Field.CONTENT: (),
}


def chief_features(field: Field) -> tuple[str, ...]:
    """The rows of the table that tell of a field."""
    return _CHIEF[field]


def features_apart(one: ClaimShown, other: ClaimShown) -> frozenset[str]:
    """The features that both claims have, and in which they differ."""
    features: dict[str, Callable[[ClaimShown], set[Hashable]]] = {
        "speaker": lambda claim: {who.key for who in claim.speakers},
        "modality": lambda claim: {claim.modality},
        "figure": lambda claim: {(f.value, f.value_max, f.bound, f.unit) for f in claim.figures},
        "date": lambda claim: {date.value for date in claim.dates},
        "actors": lambda claim: set(claim.actor_keys),
    }
    told = {name: (of(one), of(other)) for name, of in features.items()}
    return frozenset(name for name, (mine, theirs) in told.items() if mine and theirs and mine != theirs)


def pieces_apart(catalogue: Catalogue, difference: Difference) -> tuple[Pieces | None, ...]:
    """Both passages, cut at the words that differ."""
    claims = [catalogue.dossier.claims[claim] for claim in difference.claims]
    known = any(difference.told)
    told = (
        [[words.span for words in own] for own in difference.told] if known else _found(catalogue, claims, difference)
    )
    return tuple(_pieces(catalogue, claim, spans) for claim, spans in zip(claims, told, strict=True))


def _found(catalogue: Catalogue, claims: Sequence[Claim], difference: Difference) -> Iterator[list[Span]]:
    """The words of the field in which they part, where only a person knows that they do."""
    shared = set.intersection(*({mention.entity for mention in claim.entities} for claim in claims))
    told = [list(_told(catalogue, claim, difference, shared)) for claim in claims]
    for mine, theirs in (told, reversed(told)):
        values = {value for value, _ in theirs}
        yield sorted({span for value, span in mine if value not in values}, key=lambda span: span.start)


def _told(catalogue: Catalogue, claim: Claim, difference: Difference, shared: set[str | None]) -> Iterator[_Told]:
    """What a claim says of a field, and where; of a name, what both claims mean under two (`shared` entities)."""
    field = difference.field
    if field is Field.QUANTITY:
        yield from (((q.value, q.value_max, q.bound, q.unit), q.span) for q in _compared(catalogue, claim, difference))
    elif field is Field.DATE:
        yield from ((d.value, d.span) for d in claim.dates)
    elif field is Field.PLACE:
        yield from ((m.entity, m.span) for m in claim.entities if _is_where(m))
    elif field is Field.NAME:
        yield from (((m.entity, m.exact.casefold()), m.span) for m in claim.entities if m.entity in shared)
    elif field is Field.CERTAINTY or (field is Field.POLARITY and claim.modality is Modality.DENIED):
        text = catalogue.layouts[catalogue.dossier.article_of(claim).id].folded
        cue = cue_span(text, claim, claim.evidence.span)
        if cue:
            yield (claim.modality, claim.because.cue), cue


def _is_where(mention: Mention) -> bool:
    """Whether something is there: « à Séoul », and not « Séoul affirme »."""
    return mention.type is EntityType.PLACE and not mention.stands_for


def _compared(catalogue: Catalogue, claim: Claim, difference: Difference) -> Iterable[Quantity]:
    """The numbers of a claim that measure what the other measures too; all, where nothing says which."""
    measure = catalogue.dossier.measure_of(difference.claims)
    return catalogue.dossier.numbers_of(claim.id, measure) if measure else claim.quantities


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
