"""One function a layer: what the claims of an article say, against its annotations.

What stands in a heading, a list of themes, a question or an opinion need not be in a claim: there, what is found is
right, and what is missed is no fault.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.model.annotation import Attribution, DateMention, Quantity, Quotation
from briefing.model.claim import Claim
from briefing.model.span import Span

from .annotated import NOT_CLAIMS, Dated, Measured, Quoted, Reported
from .comparing import Compared
from .folding import Located, key, same_date, same_name
from .matching import Pair, Score, likeness, match, paired, share

_SAME_QUOTE, _SAME_CONTENT, _SAME_SENTENCE, _COVERED = 0.8, 0.5, 0.3, 0.5
_Quotes = tuple[list[Located[Quoted]], list[Located[Quotation]], list[Pair]]
_Names = tuple[Mapping[str, int], Mapping[str, str | None]]


def quotes(c: Compared) -> Score:
    """Quoted spans, overlap over union at least 0.8."""
    return paired(*_quotes(c), lambda w: w.row.text, lambda f: f.row.exact)


def _quotes(c: Compared) -> _Quotes:
    """Annotated and found quotations, and the pairs of their numbers."""

    def alike(a: Located[Quoted], b: Located[Quotation]) -> float:
        same = likeness(a.span, b.span)
        return same if same >= _SAME_QUOTE else 0

    found = c.pooled(lambda claim: claim.quotes)
    wanted, pairs = c.owed(c.quotes, match(c.quotes, found, alike))
    return wanted, found, pairs


def speakers(c: Compared) -> Score:
    """The share of annotated quotations with a known speaker that were found with that speaker."""
    wanted, found, pairs = _quotes(c)
    said = {i: found[j].row.speaker for i, j in pairs}
    known = [(w.row, said.get(i)) for i, w in enumerate(wanted) if w.row.speaker]
    wrong = [(row, name) for row, name in known if not same_name(row.speaker, name)]
    return share(len(known), (_instead(str(row.speaker), name, row.text) for row, name in wrong))


def attributions(c: Compared) -> Score:
    """Indirect speech: the source as written, and overlapping content; direct speech found here too is no fault."""
    wanted = c.body.locate(c.annotations.attributions, lambda row: row.text)
    found = c.body.locate((row for claim in c.found for row in claim.attribution), lambda row: row.content.exact)
    taken = {j for _, j in match(wanted, found, _same_attribution)}
    spare = [any(f.span.overlap(quote.span) for quote in c.quotes) for f in found]
    kept = [f for j, f in enumerate(found) if j in taken or not spare[j]]
    owed, pairs = c.owed(wanted, match(wanted, kept, _same_attribution))
    return paired(owed, kept, pairs, lambda w: _said(w.row.source, w.row.text), _said_found)


def _said_found(found: Located[Attribution]) -> str:
    return _said(found.row.source, found.row.content.exact)


def _said(source: str | None, words: str) -> str:
    return f"{source or '∅'} | {words}"


def _same_attribution(a: Located[Reported], b: Located[Attribution]) -> float:
    same = a.span.overlap(b.span) >= _SAME_CONTENT * min(len(a.span), len(b.span))
    return float(same and same_name(a.row.source, b.row.source))


def modality(c: Compared) -> Score:
    """The share of annotated sentences whose claim has a right label; opinions and questions need no claim."""
    labels = [(s.row, _label(s.span, c.claims)) for s in c.sentences]
    wrong = [(row, label) for row, label in labels if not _is_right(label, row.allowed)]
    return share(len(labels), (_instead(row.label, label, row.text) for row, label in wrong))


def _label(sentence: Span, claims: Sequence[Located[Claim]]) -> str | None:
    """The modality of the claim that covers most of the sentence."""
    best = max(claims, key=lambda claim: sentence.overlap(claim.span), default=None)
    if best is None or sentence.overlap(best.span) < _SAME_SENTENCE * min(len(sentence), len(best.span)):
        return None
    return str(best.row.modality)


def _is_right(label: str | None, allowed: frozenset[str]) -> bool:
    return label in allowed or (bool(allowed & NOT_CLAIMS) and (label is None or label in NOT_CLAIMS))


def quantities(c: Compared) -> Score:
    """Text, value and bound."""

    def alike(a: Located[Measured], b: Located[Quantity]) -> float:
        same = a.row.value == b.row.value and a.row.bound == b.row.bound
        return likeness(a.span, b.span) if same else 0

    wanted = c.checkable(c.body.locate(c.annotations.quantities, lambda row: row.text))
    found = c.checkable(c.pooled(lambda claim: claim.quantities))
    return paired(
        wanted,
        found,
        match(wanted, found, alike),
        lambda w: f"{w.row.text} = {w.row.value:g} {w.row.bound}",
        lambda f: f"{f.row.exact} = {f.row.value:g} {f.row.bound}",
    )


def dates(c: Compared) -> Score:
    """Text and value."""

    def alike(a: Located[Dated], b: Located[DateMention]) -> float:
        return likeness(a.span, b.span) if same_date(a.row.value, b.row.value) else 0

    wanted = c.checkable(c.body.locate(c.annotations.dates, lambda row: row.text))
    found = c.checkable(c.pooled(lambda claim: claim.dates))
    return paired(
        wanted,
        found,
        match(wanted, found, alike),
        lambda w: f"{w.row.text} = {w.row.value or '∅'}",
        lambda f: f"{f.row.exact} = {f.row.value or '∅'}",
    )


def entities(c: Compared) -> Score:
    """Distinct surface strings that name something, among those that stand in a claim."""
    wanted, found = _names(c)
    annotated = {key(mention) for entity in c.annotations.entities for mention in entity.mentions}
    hit = len(wanted.keys() & found.keys())
    missed, invented = sorted(wanted.keys() - found.keys()), sorted(found.keys() - annotated)
    return Score(len(wanted), len(found), hit, hit, tuple(missed), tuple(invented))


def linking(c: Compared) -> Score:
    """Pairs of surface strings that name the same entity, among the strings that were found."""
    wanted, found = _names(c)
    pairs = list(itertools.combinations(sorted(wanted.keys() & found.keys()), 2))
    same = {(a, b) for a, b in pairs if wanted[a] == wanted[b]}
    joined = {(a, b) for a, b in pairs if found[a] == found[b]}
    hit = len(same & joined)
    return Score(len(same), len(joined), hit, hit, _equations(same - joined), _equations(joined - same))


def _names(c: Compared) -> _Names:
    """The entity of each surface string: annotated (and standing in a claim), found."""
    annotated = {key(m): number for number, entity in enumerate(c.annotations.entities) for m in entity.mentions}
    claimed = " ".join(key(claim.evidence.exact) for claim in c.found)
    wanted = {name: number for name, number in annotated.items() if name and f" {name} " in f" {claimed} "}
    return wanted, {key(m.exact): m.entity for claim in c.found for m in claim.entities}


def claims(c: Compared) -> Score:
    """Recall: statements half of whose evidence is covered. Precision: claims that hold something to check."""
    wanted = c.body.locate(c.annotations.claims, lambda row: row.evidence)
    found = [claim for claim in c.claims if claim.row.modality not in NOT_CLAIMS]
    places = [s.span for s in c.sentences if s.row.allowed - NOT_CLAIMS] + [w.span for w in wanted]
    missed = [w for w in wanted if sum(w.span.overlap(f.span) for f in found) < _COVERED * len(w.span)]
    idle = [f for f in found if not any(f.span.overlap(place) >= _COVERED * len(f.span) for place in places)]
    return Score(
        len(wanted),
        len(found),
        len(wanted) - len(missed),
        len(found) - len(idle),
        tuple(w.row.evidence for w in missed),
        tuple(f.row.evidence.exact for f in idle),
    )


def _instead(wanted: str, found: str | None, text: str) -> str:
    return f"{wanted} ≠ {found or '∅'} | {text}"


def _equations(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{a} = {b}" for a, b in sorted(pairs))


LAYERS: Mapping[str, Callable[[Compared], Score]] = {
    "quotes": quotes,
    "speakers": speakers,
    "attributions": attributions,
    "modality": modality,
    "quantities": quantities,
    "dates": dates,
    "entities": entities,
    "linking": linking,
    "claims": claims,
}
"""Every layer inside an article, in the order in which it is shown."""

PARTIAL = frozenset({"entities", "linking", "claims"})
"""Layers that not every article is annotated for; where they have no annotation, what is found is not wrong."""
