"""Tables for a spreadsheet: one of all claims, or a folder of tables that name claims and articles by their ids.

A spreadsheet opens them at once in the site's language: UTF-8 with a byte order mark, and where that language writes a
decimal comma, semicolons between cells, as its spreadsheets expect (RFC 4180 else). No cell is ever a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from babel.numbers import get_decimal_symbol

from briefing.export.parts import ANEW, Parts
from briefing.export.tables import Cell, Table, claims_table, tables
from briefing.pages.site import Site

_MARK = "\ufeff"
# What a spreadsheet takes for a formula (OWASP, CSV injection), in full-width form too; also after what another reader
# takes for the end of a cell: it may part cells with the other sign, and lines wherever one ends.
_FORMULA = re.compile(r"((?:^|[;,\t\r\n|])[\s\"]*)(?=[=+\-@＝＋－＠])|^(?=[\t\r])")
_ODD = re.compile(r"[=+\-@＝＋－＠\x00-\x1f\x7f]")
"""What neither of them can be without."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def to_csv(site: Site, parts: Parts = ANEW) -> str:
    """All claims, one a line."""
    return table_csv(claims_table(site), site.edition.language, parts)


def csv_tables(site: Site) -> Iterator[tuple[str, str]]:
    """File names and tables: claims, articles, what claims hold, entities and links."""
    for table in tables(site):
        yield f"{table.name}.csv", table_csv(table, site.edition.language)


def table_csv(table: Table, language: str, parts: Parts = ANEW) -> str:
    """A table with its head, as a spreadsheet in this language reads it."""
    decimal = get_decimal_symbol(language)
    told = (parts.of(group.article, partial(_lines, group.rows, decimal)) for group in table.groups)
    return "".join((_MARK, _lines([table.columns], decimal), *told))


def _lines(rows: Iterable[Iterable[Cell]], decimal: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if decimal == "," else ",", lineterminator="\r\n")
    writer.writerows(_row(row, decimal) for row in rows)
    return text.getvalue()


def _row(cells: Iterable[Cell], decimal: str) -> Sequence[str]:
    return [_cell(cell, decimal) for cell in cells]


def _cell(cell: Cell, decimal: str) -> str:
    """A number as the language writes it, ungrouped; an apostrophe stands before what would be a formula."""
    if cell is None:
        return ""
    if isinstance(cell, (int, float)):
        return str(cell).replace(".", decimal)
    return _CONTROL.sub(" ", _FORMULA.sub(r"\1'", cell)) if _ODD.search(cell) else cell
