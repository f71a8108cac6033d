"""CSL-JSON: the records that citation processors (Zotero, Pandoc, citeproc) read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from briefing.bibliography.record import Name, Record
from briefing.model.date import Date

Item = dict[str, object]


def csl_json(records: Iterable[Record]) -> str:
    """The records as one array; what is unknown is absent."""
    return json.dumps([csl_item(record) for record in records], allow_nan=False, ensure_ascii=False, indent=1) + "\n"


def csl_item(record: Record) -> Item:
    """One record; its type is `article-newspaper`, or `webpage` where no outlet is known."""
    item: Mapping[str, object] = {
        "id": record.key,
        "type": "article-newspaper" if record.newspaper else "webpage",
        "title": record.title,
        "container-title": record.container,
        "author": [_name(name) for name in record.authors],
        "issued": _date(record.published),
        "accessed": _date(record.accessed),
        "URL": record.url,
        "language": record.language,
        "note": record.note,
    }
    return {key: value for key, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _date(date: Date | None) -> Item | None:
    if date is None:
        return None
    found: Item = {"date-parts": [list(part) for part in date.parts]}
    if date.season:
        found["season"] = date.season
    if date.circa:
        found["circa"] = True
    return found
