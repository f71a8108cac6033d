"""The dossier as tables: columns have the names of the JSON export, a cell holds one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.model.annotation import Quantity
from briefing.model.claim import Claim
from briefing.pages.site import Site
from briefing.pages.views.shown import ClaimShown

Cell = str | int | float | None
Row = tuple[Cell, ...]
_BETWEEN = " | "
"""Between the values of one cell that holds several."""


class Table(Struct, frozen=True):
    """A name, the names of the columns, and the rows."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


def tables(site: Site) -> Iterator[Table]:
    """Every table of a dossier, claims first."""
    yield claims_table(site)
    yield _articles(site)
    yield from _inside_claims(site)
    yield _entities(site)
    yield _links(site)


def claims_table(site: Site) -> Table:
    """One row a claim, with the article it stands in, so that the table can be read alone."""
    columns = (
        *("id", "passage", "modality", "speaker", "article", "title", "outlet", "published"),
        *("cue", "rule", "checkable", "reason", "status"),
        *("reviewed_by", "reviewed_on", "why", "credibility", "likelihood", "confidence"),
        *("dates", "quantities", "entities", "corroborations", "differences", "start", "end", "permalink", "note"),
    )
    return Table("claims", columns, (_claim(site, claim) for claim in site.catalogue.dossier.claims.values()))


def _claim(site: Site, claim: Claim) -> Row:
    shown, ruling = site.catalogue.claims[claim.id], claim.review
    article = site.catalogue.dossier.article_of(claim)
    ruled = (ruling.who, ruling.when.isoformat(), ruling.why) if ruling else (None, None, None)
    return (
        *(claim.id, shown.passage, claim.modality.value, site.citing.credit(shown)),
        *(article.id, article.meta.title, article.meta.outlet, article.meta.published),
        *(shown.cue, claim.because.rule, claim.checkable, claim.reason, claim.status.value, *ruled),
        *(claim.credibility, claim.likelihood, claim.confidence),
        _several(date.value for date in claim.dates),
        _several(_amount(quantity) for quantity in claim.quantities),
        _several(mention.entity for mention in claim.entities),
        _several(group.id for group in shown.groups),
        _several(difference.id for difference in shown.differences),
        *(claim.evidence.start, claim.evidence.end, site.citing.permalink(shown), claim.note),
    )


def _several(values: Iterable[str | None]) -> str | None:
    return _BETWEEN.join(dict.fromkeys(value for value in values if value)) or None


def _amount(quantity: Quantity) -> str:
    """« min 900 habitant », « 10000-12000 soldat »."""
    value = f"{quantity.value}-{quantity.value_max}" if quantity.value_max is not None else str(quantity.value)
    bound = "" if quantity.bound in ("exact", "range") else quantity.bound
    return " ".join(part for part in (bound, value, quantity.unit) if part)


def _articles(site: Site) -> Table:
    columns = ("id", "title", "author", "outlet", "published", "published_note", "url", "archived", "language")
    more = ("retrieved", "rights", "reliability", "tags", "claims", "text_sha256")
    dossier = site.catalogue.dossier
    rows = (
        (
            *(article.id, *(getattr(article.meta, column) for column in columns[1:])),
            *(article.meta.retrieved, article.meta.rights.value, article.meta.reliability),
            *(_several(article.meta.tags), len(dossier.claims_of(article)), article.text_sha256),
        )
        for article in dossier.articles
    )
    return Table("articles", (*columns, *more), rows)


def _inside_claims(site: Site) -> Iterator[Table]:
    """What stands inside claims; an article's own words only where its rights allow."""
    pairs = [(claim, site.catalogue.claims[claim.id]) for claim in site.catalogue.dossier.claims.values()]
    place = ("exact", "start", "end")
    quotations = (
        (c.id, q.speaker, q.entity or _several(q.entities), _words(s, q.cue), _words(s, q.exact), q.start, q.end)
        for c, s in pairs for q in c.quotes
    )  # fmt: skip
    yield Table("quotations", ("claim", "speaker", "entity", "cue", *place), quotations)
    attributions = (
        (
            *(c.id, a.source, a.entity or _several(a.entities), _several(a.candidates), _words(s, a.cue), rank),
            *(_words(s, a.content.exact), a.content.start, a.content.end),
        )
        for c, s in pairs for rank, a in enumerate(c.attribution, 1)
    )  # fmt: skip
    yield Table("attributions", ("claim", "source", "entity", "candidates", "cue", "rank", *place), attributions)
    dates = ((c.id, d.value, d.mod, _words(s, d.exact), d.start, d.end) for c, s in pairs for d in c.dates)
    yield Table("dates", ("claim", "value", "mod", *place), dates)
    quantities = (
        (c.id, q.value, q.value_max, q.bound.value, q.unit, _words(s, q.exact), q.start, q.end)
        for c, s in pairs for q in c.quantities
    )  # fmt: skip
    yield Table("quantities", ("claim", "value", "value_max", "bound", "unit", *place), quantities)
    mentions = (
        (c.id, m.entity, m.type.value, m.stands_for, _words(s, m.exact), m.start, m.end)
        for c, s in pairs for m in c.entities
    )  # fmt: skip
    yield Table("mentions", ("claim", "entity", "type", "stands_for", *place), mentions)


def _words(claim: ClaimShown, words: str | None) -> str | None:
    return None if claim.passage is None else words


def _entities(site: Site) -> Table:
    entities = site.catalogue.entities.values()
    rows = (
        (e.id, e.name, e.type.value, _several(e.aliases), e.stands_for, e.affiliation, e.wikidata, e.note)
        for e in entities
    )
    return Table("entities", ("id", "name", "type", "aliases", "stands_for", "affiliation", "wikidata", "note"), rows)


def _links(site: Site) -> Table:
    """One row a claim of a link; `kind` is corroboration or a kind of difference."""
    dossier = site.catalogue.dossier
    rows: list[Row] = []
    for group in dossier.corroborations:
        joined = ("corroboration", None, group.title, _several(group.origins), group.decided.value)
        rows += [(group.id, claim, *joined) for claim in group.claims]
    for link in dossier.differences:
        opposed = (link.kind.value, link.field.value, link.reason, None, link.decided.value)
        rows += [(link.id, claim, *opposed) for claim in link.claims]
    return Table("links", ("id", "claim", "kind", "field", "reason", "origins", "decided"), rows)
