"""Files of the site that no page is: written at once, and without the hour."""

from __future__ import annotations

import os
from calendar import timegm
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from briefing.export.downloads import downloads, offered
from briefing.export.sources import sources_script
from briefing.model.date import Date
from briefing.model.dossier import Dossier
from briefing.pages.paths import ASSETS
from briefing.pages.site import Site
from briefing.plugin.files.standing import StandingFile
from briefing.plugin.live.later import Later
from briefing.problems import BriefingError

_EPOCH = "SOURCE_DATE_EPOCH"
_LAST = 2**32 - 1
"""The last second that a packed sitemap can name (RFC 1952)."""


def download_files(site: Site, config: MkDocsConfig, later: Later | None) -> Iterator[File]:
    """The files to download, each written at once, so that no more than one is held in memory; in a preview `later`."""
    yield File.generated(config, f"{ASSETS}/sources.js", content=sources_script(site))
    if later is None:
        for path, text in downloads(site):
            yield _written(config, path, text)
        return
    offers = list(offered(site))
    site.downloads = tuple(offer.download for offer in offers)
    for offer in offers:
        yield StandingFile(offer.download.path, config, offer.text, later)


def _written(config: MkDocsConfig, path: str, text: str) -> File:
    target = Path(config.site_dir, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="")
    return File.generated(config, path, abs_src_path=str(target))


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
