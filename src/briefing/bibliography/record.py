"""A bibliographic record: what every format of references says of a source, each in its own syntax."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import dropwhile, takewhile

from msgspec import Struct

from briefing.model.article import Article
from briefing.model.date import Date
from briefing.model.entity import slug

_GIVEN = re.compile(r"[^\W\d_](?:[^\W\d_]*[a-zà-ÿ]|\.)(?:-[^\W\d_]+\.?)?")
IsGiven = Callable[[str], bool]
"""Whether a word is a given name, in the language of an article."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def _unknown(_word: str) -> bool:
    return False


class Name(Struct, frozen=True):
    """An author: family name, with its particle (« de La Mothe »), and given name of a person; else as written."""

    family: str
    given: str = ""

    @property
    def whole(self) -> str:
        """The name as it is read: « Éric de La Mothe »."""
        return f"{self.given} {self.family}".strip()


class Record(Struct, frozen=True, kw_only=True):
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


def record(
    article: Article, *, untitled: str, is_given: IsGiven = _unknown, url: str | None = None, note: str | None = None
) -> Record:
    """The record of an article; `url` is its publisher's page, `untitled` its name where it has none."""
    meta = article.meta
    return Record(
        key=slug(article.id),
        title=on_one_line(meta.title or untitled),
        newspaper=bool(meta.outlet),
        authors=names(meta.author, is_given),
        container=on_one_line(meta.outlet) if meta.outlet else None,
        published=Date.parse(meta.published),
        accessed=Date.parse(meta.retrieved),
        url=url,
        language=meta.language,
        note=note,
    )


def names(author: str | None, is_given: IsGiven = _unknown) -> tuple[Name, ...]:
    """The authors of a line: parted by semicolons, or by commas behind a name in full (« Jean Petit, AFP »).

    A name is taken apart where a comma does it, or where it begins as a person's does; « Agence France-Presse » has no
    family name.
    """
    wholes = (whole.strip() for whole in on_one_line(author or "").split(";"))
    return tuple(_name(part, is_given) for whole in wholes for part in _in_full(whole, is_given) if part)


def on_one_line(text: str) -> str:
    """`text` on one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _in_full(whole: str, is_given: IsGiven) -> list[str]:
    parts = [part.strip() for part in whole.split(",")]
    return parts if all(" " in part for part in parts) or _person(parts[0], is_given) else [whole]


def _name(written: str, is_given: IsGiven) -> Name:
    family, _, given = (part.strip() for part in written.partition(","))
    if family and _GIVEN.fullmatch(given):
        return Name(family, given)
    return _person(written, is_given) or Name(written)


def _person(written: str, is_given: IsGiven) -> Name | None:
    """« Jean-Paul Petit », « Anne de La Mothe »; None for two (« Anne et Paul Roy ») and for what is no person."""
    words = written.split()
    given = list(takewhile(is_given, words[:-1]))
    family = words[len(given) :]
    named = list(dropwhile(str.islower, family))
    is_joint = family != named and any(map(is_given, named))
    if not given or is_joint or not named or not all(word[:1].isupper() for word in named):
        return None
    return Name(" ".join(family), " ".join(given))
