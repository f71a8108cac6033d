"""RIS: a tag a line, which EndNote, Zotero, Mendeley and library catalogues read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.bibliography.record import Name, Record, on_one_line
from briefing.model.date import Date

_END = "\r\n"


def ris(records: Iterable[Record]) -> str:
    """The records, each from TY to ER, in lines that end as the format wants."""
    return _END.join(ris_entry(record) for record in records)


def ris_entry(record: Record) -> str:
    """One record: a newspaper article (NEWS), or a web page (ELEC) where no outlet is known."""
    return "".join(f"{tag}  - {on_one_line(value)}{_END}" for tag, value in _tags(record) if value or tag == "ER")


def _tags(record: Record) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if record.newspaper else "ELEC"
    yield "ID", record.key
    yield "TI", record.title
    for name in record.authors:
        yield "AU", _name(name)
    yield "T2", record.container or ""
    if record.published:
        yield "PY", str(record.published.parts[0][0])
        yield "DA", _date(record.published)
    if record.accessed:
        yield "Y2", _date(record.accessed)
    yield "UR", record.url or ""
    yield "LA", record.language
    yield "N1", record.note or ""
    yield "ER", ""


def _name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family


def _date(date: Date) -> str:
    """`YYYY/MM/DD/other`: what is not known stays empty; what the three numbers cannot say stands behind them."""
    year, month, day = (*(f"{part:02}" for part in date.parts[0]), "", "")[:3]
    other = date.value.replace("/", " – ") if date.interval or date.circa or date.season else ""
    return f"{year}/{month}/{day}/{other}"
