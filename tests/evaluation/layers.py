"""One function a layer: what the claims of an article say, against its annotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.model.annotation import Attribution, DateMention, Quantity, Quotation
from briefing.model.span import Span

from .annotated import NOT_CLAIMS, Dated, Measured, Quoted, Reported, rows
from .body import Located
from .comparing import Compared
from .folding import same_date, says
from .matching import Pair, Score, likeness, match
from .names import entities, linking, types

_SAME_QUOTE, _SAME_CONTENT, _SAME_SENTENCE = 0.8, 0.3, 0.3
_Quotes = tuple[list[Located[Quotation]], list[Pair]]


def quotes(c: Compared) -> Score:
    """Quoted spans, overlap over union at least 0.8."""
    found, pairs = quote_pairs(c)
    return c.paired(c.quotes, found, pairs, say_wanted=lambda w: w.text, say_found=lambda f: f.exact)


def quote_pairs(c: Compared) -> _Quotes:
    """The found quotations, and their numbers beside those of the annotated ones."""

    def alike(a: Located[Quoted], b: Located[Quotation]) -> float:
        same = likeness(a.span, b.span)
        return same if same >= _SAME_QUOTE else 0

    found = c.pooled(lambda claim: claim.quotes)
    return found, match(c.quotes, found, alike)


def speakers(c: Compared) -> Score:
    """Precision: right names among those given to annotated quotations; recall: among the speakers that are owed."""
    found, pairs = quote_pairs(c)
    partner = dict(pairs)
    wanted = given = right = 0
    missed, invented = [], []
    for i, quote in enumerate(c.quotes):
        row, said = quote.row, found[partner[i]].row.speaker if i in partner else None
        is_right = bool(row.speaker and said and says(row.speaker, row.alt, said))
        is_owed = bool(row.speaker) and not row.inferred and (i in partner or c.is_owed(quote))
        wanted, given, right = wanted + (is_right or is_owed), given + bool(said), right + is_right
        fault = f"{row.speaker or '∅'} ≠ {said or '∅'} | {row.text}"
        missed += [fault] if is_owed and not is_right else []
        invented += [fault] if said and not is_right else []
    return Score(wanted, given, right, right, tuple(missed), tuple(invented))


def attributions(c: Compared) -> Score:
    """Indirect speech: the source as written, half of the clause covered; direct speech found here is no invention."""
    found, pairs = report_pairs(c)
    return c.paired(
        c.reported,
        found,
        pairs,
        say_wanted=lambda w: f"{w.source} | {w.text}",
        say_found=lambda f: f"{f.source or '∅'} | {f.content.exact}",
        excused=lambda row: _is_direct(c, row.span),
    )


def report_pairs(c: Compared) -> tuple[list[Located[Attribution]], list[Pair]]:
    """The found reports, and their numbers beside those of the annotated ones."""
    found = {(c.body.trimmed(row.content.span), row.source): row for claim in c.found for row in claim.attribution}
    located = [Located(span, row) for (span, _), row in found.items()]

    def alike(a: Located[Reported], b: Located[Attribution]) -> float:
        whole = [s.span for s in c.sentences if a.row.whole and s.span.contains(a.span)]
        near = [likeness(span, b.span) for span in (a.span, *whole) if 2 * span.overlap(b.span) >= len(span)]
        close = [share for share in near if share >= _SAME_CONTENT]
        return max(close) if close and says(a.row.source, a.row.alt, b.row.source) else 0

    return located, match(c.reported, located, alike)


def _is_direct(c: Compared, span: Span) -> bool:
    """Whether a report goes around a full quotation or is mostly a quoted fragment, and covers no annotated clause."""
    whole = any(span.overlap(q.span) for q in c.quotes if q.row.kind == "full")
    quoted = 2 * sum(span.overlap(q.span) for q in c.quotes) >= len(span) > 0
    covers = any(2 * w.span.overlap(span) >= len(w.span) for w in c.reported if not w.row.optional)
    return (whole or quoted) and not covers


def modality(c: Compared) -> Score:
    """The share of annotated sentences with a right label; opinions and questions need no claim."""
    wrong, hit = [], 0
    for sentence in c.sentences:
        given, row = _labels(c, sentence.span), sentence.row
        is_right = bool(given & row.allowed) or (bool(row.allowed & NOT_CLAIMS) and given <= NOT_CLAIMS)
        hit += is_right
        if not is_right and not row.optional:
            wrong.append(f"{row.label} ≠ {' '.join(sorted(given)) or '∅'} | {row.text}")
    return Score(hit + len(wrong), hit + len(wrong), hit, hit, tuple(wrong))


def _labels(c: Compared, sentence: Span) -> set[str]:
    """The modalities of the claims that cover 30 % of a sentence, and of the one that covers most of it."""
    over = [(sentence.overlap(claim.span), claim) for claim in c.claims if sentence.overlap(claim.span)]
    given = {str(claim.row.modality) for size, claim in over if size >= _SAME_SENTENCE * len(sentence)}
    size, best = max(over, key=lambda pair: (pair[0], len(pair[1].span)), default=(0, None))
    if best is not None and size >= _SAME_SENTENCE * min(len(sentence), len(best.span)):
        given.add(str(best.row.modality))
    return given


def quantities(c: Compared) -> Score:
    """Place, value and bound."""

    def alike(a: Located[Measured], b: Located[Quantity]) -> float:
        same = a.row.value == b.row.value and a.row.bound == b.row.bound
        return likeness(a.span, b.span) if same and a.row.value_max in {None, b.row.value_max} else 0

    wanted, found = c.body.located(c.annotations.quantities), c.pooled(lambda claim: claim.quantities)
    return c.paired(
        wanted,
        found,
        match(wanted, found, alike),
        say_wanted=lambda w: f"{w.text} = {w.value:g} {w.bound}",
        say_found=lambda f: f"{f.exact} = {f.value:g} {f.bound}",
    )


def dates(c: Compared) -> Score:
    """Place, days and what part of them is meant."""

    def alike(a: Located[Dated], b: Located[DateMention]) -> float:
        return likeness(a.span, b.span) if same_date(a.row, b.row.value, b.row.mod) else 0

    wanted, found = c.body.located(c.annotations.dates), c.pooled(lambda claim: claim.dates)
    return c.paired(
        wanted,
        found,
        match(wanted, found, alike),
        say_wanted=lambda w: f"{w.text} = {w.value or '∅'} {w.mod}".rstrip(),
        say_found=lambda f: f"{f.exact} = {f.value or '∅'} {f.mod or ''}".rstrip(),
    )


def claims(c: Compared) -> Score:
    """Recall: statements half of whose evidence is covered. Precision: claims that hold something to check."""
    if c.annotations.claims is None:
        return Score()
    wanted = c.body.located(rows(c.annotations.claims))
    found = [claim for claim in c.claims if claim.row.modality not in NOT_CLAIMS]
    covered = [2 * sum(w.span.overlap(f.span) for f in found) >= len(w.span) for w in wanted]
    missed = [w.row for w, is_covered in zip(wanted, covered, strict=True) if not is_covered and not w.row.optional]
    places = [s.span for s in c.sentences if s.row.allowed - NOT_CLAIMS] + [w.span for w in wanted]
    idle = [f for f in found if not any(2 * f.span.overlap(place) >= len(f.span) for place in places)]
    return Score(
        sum(covered) + len(missed),
        len(found),
        sum(covered),
        len(found) - len(idle),
        tuple(row.text for row in missed),
        tuple(f.row.evidence.exact for f in idle),
    )


def linked(c: Compared) -> Score:
    """Which surfaces, speakers and sources are one entity."""
    said, quoted = quote_pairs(c)
    heard, reported = report_pairs(c)
    return linking(
        c, [(c.quotes[i].row, said[j].row) for i, j in quoted], [(c.reported[i].row, heard[j].row) for i, j in reported]
    )


LAYERS: Mapping[str, Callable[[Compared], Score]] = {
    "quotes": quotes,
    "speakers": speakers,
    "attributions": attributions,
    "modality": modality,
    "quantities": quantities,
    "dates": dates,
    "entities": entities,
    "types": types,
    "linking": linked,
    "claims": claims,
}
"""Every layer inside an article, in the order in which it is shown."""

PARTIAL = frozenset({"entities", "types", "linking", "claims"})
"""Layers that not every article is annotated for; where they have no annotation, what is found is not wrong."""
