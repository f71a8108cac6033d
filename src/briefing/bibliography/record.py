"""A bibliographic record: what every format of references says of a source, each in its own syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.date import Date
from briefing.model.entity import slug

_GIVEN = re.compile(r"[^\W\d_](?:[^\W\d_]*[a-zà-ÿ]|\.)(?:-[^\W\d_]+\.?)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Name:
    """An author: family and given name where the front matter tells them apart (« Dupont, Jean »), else as written."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A source. `newspaper` tells an article of a named outlet from a page of nobody's; what is unknown is absent."""

    key: str
    """ASCII, unique in a bibliography."""
    title: str
    newspaper: bool
    authors: tuple[Name, ...] = ()
    container: str | None = None
    published: Date | None = None
    accessed: Date | None = None
    url: str | None = None
    language: str = "fr"
    note: str | None = None


def record(article: Article, *, untitled: str, url: str | None = None, note: str | None = None) -> Record:
    """The record of an article; `url` is its publisher's page, `untitled` its name where it has none."""
    meta = article.meta
    return Record(
        key=slug(article.id),
        title=line(meta.title or untitled),
        newspaper=bool(meta.outlet),
        authors=names(meta.author),
        container=line(meta.outlet) if meta.outlet else None,
        published=Date.parse(meta.published),
        accessed=Date.parse(meta.retrieved),
        url=url,
        language=meta.language,
        note=note,
    )


def names(author: str | None) -> tuple[Name, ...]:
    """The authors of a line: parted by semicolons, or by commas between names in full (« Jean Petit, Anne Roy »).

    A name is taken apart only where a comma does it: « Agence France-Presse » has no family name.
    """
    return tuple(_name(part) for whole in line(author or "").split(";") for part in _in_full(whole.strip()) if part)


def line(text: str) -> str:
    """`text` on one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _in_full(whole: str) -> list[str]:
    parts = [part.strip() for part in whole.split(",")]
    return parts if all(" " in part for part in parts) else [whole]


def _name(written: str) -> Name:
    family, _, given = (part.strip() for part in written.partition(","))
    return Name(family, given) if family and _GIVEN.fullmatch(given) else Name(written)
