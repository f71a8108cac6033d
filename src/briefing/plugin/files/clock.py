"""What MkDocs writes is written without the hour."""

from __future__ import annotations

import os
from calendar import timegm
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.model.date import Date
from briefing.model.dossier import Dossier
from briefing.problems import BriefingError

_EPOCH = "SOURCE_DATE_EPOCH"
_LAST = 2**32 - 1
"""The last second that a packed sitemap can name (RFC 1952)."""


def remove_packed(sitemap: Path) -> None:
    """Remove the packed copy that MkDocs makes: nothing asks for it, and its bytes hold the hour and the compressor."""
    sitemap.with_name(f"{sitemap.name}.gz").unlink(missing_ok=True)


@contextmanager
def clock_as_given() -> Iterator[None]:
    """Whatever a build does to the clock ends with it: the next one of a preview may have a newer article."""
    given = os.environ.get(_EPOCH)
    try:
        yield
    finally:
        os.environ.pop(_EPOCH, None)
        os.environ.update({_EPOCH: given} if given is not None else {})


def stop_the_clock(dossier: Dossier) -> None:
    """MkDocs dates its sitemap by the clock; the newest article dates it instead, so that a rebuild changes no byte.

    Raises BriefingError where SOURCE_DATE_EPOCH (reproducible-builds.org) is set to what is no moment.
    """
    given = os.environ.get(_EPOCH, "").strip()
    if given:
        if not (given.isascii() and given.isdecimal() and len(given) <= len(str(_LAST)) and int(given) <= _LAST):
            message = f"“{given}” is no moment; write whole seconds since 1970, 0 to {_LAST}, or unset it"
            raise BriefingError.at(_EPOCH, message)
        return
    days = [day.first for article in dossier.articles if (day := Date.parse(article.meta.published))]
    if days:
        os.environ[_EPOCH] = str(min(max(timegm(max(days).timetuple()), 0), _LAST))
