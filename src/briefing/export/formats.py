"""The formats in which a dossier leaves the program: each as one file, as a folder, or as either."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from briefing.bibliography.bibtex import bibtex
from briefing.bibliography.csl import csl_json
from briefing.bibliography.record import Record
from briefing.bibliography.ris import ris
from briefing.export.linked.annotations import annotation_files, to_annotations
from briefing.export.linked.graph import to_jsonld
from briefing.export.parts import Parts
from briefing.export.to_csv import csv_tables, to_csv
from briefing.export.to_json import to_json
from briefing.pages.site import Site
from briefing.schemas import schema

Files = Iterator[tuple[str, str]]


class Format(Struct, frozen=True, kw_only=True):
    """`file` is its usual name; `one` makes a file, `many` a folder, of a site and what stands before its addresses.

    What the file says of each article may be taken from its `Parts`.
    """

    file: str
    media: str
    one: Callable[[Site, str, Parts], str]
    many: Callable[[Site, str], Files] | None = None


def _sources(written: Callable[[Iterator[Record]], str]) -> Callable[[Site, str, Parts], str]:
    """A bibliography of the articles."""

    def all_articles(site: Site, _root: str, _parts: Parts) -> str:
        return written(site.citing.article_record(article) for article in site.catalogue.articles.values())

    return all_articles


FORMATS = {
    "json": Format(
        file="briefing.json",
        media="application/json",
        one=lambda site, _root, parts: to_json(site.catalogue.dossier, parts),
    ),
    "csv": Format(
        file="claims.csv",
        media="text/csv",
        one=lambda site, _root, parts: to_csv(site, parts),
        many=lambda site, _root: csv_tables(site),
    ),
    "jsonld": Format(file="briefing.jsonld", media="application/ld+json", one=to_jsonld),
    "annotations": Format(
        file="annotations.jsonld", media="application/ld+json", one=to_annotations, many=annotation_files
    ),
    "csl-json": Format(
        file="sources.csl.json", media="application/vnd.citationstyles.csl+json", one=_sources(csl_json)
    ),
    "bibtex": Format(file="sources.bib", media="application/x-bibtex", one=_sources(bibtex)),
    "ris": Format(file="sources.ris", media="application/x-research-info-systems", one=_sources(ris)),
    "schema": Format(
        file="briefing.schema.json", media="application/schema+json", one=lambda _site, _root, _parts: schema("export")
    ),
}
"""By name, in the order of the data page. `schema` describes the JSON."""
