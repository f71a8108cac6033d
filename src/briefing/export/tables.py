"""The dossier as tables: columns have the names of the JSON export, a cell holds one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from msgspec import Struct

from briefing.model.annotation import Quantity
from briefing.model.claim import Claim
from briefing.pages.site import Site
from briefing.pages.views.shown import ClaimShown

Cell = str | int | float | None
Row = tuple[Cell, ...]
Rows = Callable[[Claim, ClaimShown], Iterable[Row]]
"""What a table says of a claim."""
_BETWEEN = " | "
"""Between the values of one cell that holds several."""


class Group(Struct, frozen=True):
    """The rows about an article, those of its claims; None: about the dossier."""

    article: str | None
    rows: Iterable[Row]


class Table(Struct, frozen=True):
    """A name, the names of the columns, and the rows."""

    name: str
    columns: tuple[str, ...]
    groups: Iterable[Group]


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
    return Table("claims", columns, _by_article(site, lambda claim, shown: (_claim(site, claim, shown),)))


def _by_article(site: Site, rows: Rows) -> Iterator[Group]:
    dossier, shown = site.catalogue.dossier, site.catalogue.claims
    for article in dossier.articles:
        claims = dossier.claims_of(article)
        yield Group(article.id, chain.from_iterable(map(rows, claims, [shown[claim.id] for claim in claims])))


def _claim(site: Site, claim: Claim, shown: ClaimShown) -> Row:
    ruling = claim.review
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
    return Table("articles", (*columns, *more), (Group(None, rows),))


def _inside_claims(site: Site) -> Iterator[Table]:
    """What stands inside claims; an article's own words only where its rights allow."""
    place = ("exact", "start", "end")
    inside = (
        ("quotations", ("speaker", "entity", "cue", *place), _quotations),
        ("attributions", ("source", "entity", "candidates", "cue", "rank", *place), _attributions),
        ("dates", ("value", "mod", *place), _dates),
        ("quantities", ("value", "value_max", "bound", "unit", *place), _quantities),
        ("mentions", ("entity", "type", "stands_for", *place), _mentions),
    )
    for name, columns, rows in inside:
        yield Table(name, ("claim", *columns), _by_article(site, rows))


def _quotations(claim: Claim, shown: ClaimShown) -> Iterator[Row]:
    for q in claim.quotes:
        who = (q.speaker, q.entity or _several(q.entities), _words(shown, q.cue))
        yield (claim.id, *who, _words(shown, q.exact), q.start, q.end)


def _attributions(claim: Claim, shown: ClaimShown) -> Iterator[Row]:
    for rank, a in enumerate(claim.attribution, 1):
        who = (a.source, a.entity or _several(a.entities), _several(a.candidates), _words(shown, a.cue), rank)
        yield (claim.id, *who, _words(shown, a.content.exact), a.content.start, a.content.end)


def _dates(claim: Claim, shown: ClaimShown) -> Iterator[Row]:
    for d in claim.dates:
        yield claim.id, d.value, d.mod, _words(shown, d.exact), d.start, d.end


def _quantities(claim: Claim, shown: ClaimShown) -> Iterator[Row]:
    for q in claim.quantities:
        yield claim.id, q.value, q.value_max, q.bound.value, q.unit, _words(shown, q.exact), q.start, q.end


def _mentions(claim: Claim, shown: ClaimShown) -> Iterator[Row]:
    for m in claim.entities:
        yield claim.id, m.entity, m.type.value, m.stands_for, _words(shown, m.exact), m.start, m.end


def _words(claim: ClaimShown, words: str | None) -> str | None:
    return None if claim.passage is None else words


def _entities(site: Site) -> Table:
    entities = site.catalogue.entities.values()
    rows = (
        (e.id, e.name, e.type.value, _several(e.aliases), e.stands_for, e.affiliation, e.wikidata, e.note)
        for e in entities
    )
    columns = ("id", "name", "type", "aliases", "stands_for", "affiliation", "wikidata", "note")
    return Table("entities", columns, (Group(None, rows),))


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
    columns = ("id", "claim", "kind", "field", "reason", "origins", "decided")
    return Table("links", columns, (Group(None, rows),))
