"""What mkdocs.yml says of a site, beside MkDocs' own affairs."""

from __future__ import annotations

import re
from datetime import date
from os.path import relpath
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from briefing.corpus.front import wrong_address
from briefing.editions.files import Published
from briefing.model.date import Date
from briefing.model.dossier import Dossier
from briefing.pages.citations import Citation
from briefing.pages.site import Edition
from briefing.pages.strings import spoken
from briefing.plugin.log import CONFIG
from briefing.problems import BriefingError

_MEASURED = "evaluation.md"
_SOURCES = ("corpus", "claims", "editions", "schemas")
_ANYTHING = re.compile(r"![A-Za-z!]|^INHERIT\b", re.MULTILINE)
_REPORT = re.compile(r"https://[^\s\"<>]+|[^\s\"<>@:?&/]+@[^\s\"<>@:?&/]+")
_EXTENSIONS = frozenset(
    """
    abbr admonition attr_list codehilite def_list extra fenced_code footnotes md_in_html meta sane_lists smarty tables
    toc pymdownx.betterem pymdownx.caret pymdownx.details pymdownx.highlight pymdownx.inlinehilite pymdownx.keys
    pymdownx.mark pymdownx.superfences pymdownx.tabbed pymdownx.tasklist pymdownx.tilde
    """.split()  # noqa: SIM905 - read as a line
)
"""Those that read nothing but the page."""


class Options(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    edition = config_options.Optional(config_options.Type((str, date)))
    """The date of the edition (`2024-11-30`); by default the last published one's, else that of the newest article."""
    templates = config_options.Type(str, default="templates")
    """A folder of the project whose templates replace ours of the same name."""
    directory_urls = config_options.Type(bool, default=False)
    """`articles/x/` instead of `articles/x.html`; a site read from disk needs the latter."""
    locked = config_options.Type(bool, default=False)
    """Write no claim file, and fail where one would change."""
    review = config_options.Type(bool, default=False)
    """Add the desk to the site, for colleagues who have no shell: their decisions become a file."""
    report = config_options.Optional(config_options.Type(str))
    """Where readers report an error: an e-mail address, or the https address of a form (`…/issues/new`)."""
    publish = config_options.Optional(config_options.Type(date))
    """The day of the edition that this build publishes; given on the command line."""


def edition(
    config: MkDocsConfig,
    options: object,
    dossier: Dossier,
    root: Path,
    cited: tuple[Citation, ...],
    *,
    published: tuple[Published, ...] = (),
) -> Edition:
    """Title, date, language and address of the site; `options` are the plugin's, `published` the editions so far."""
    chosen = {key: getattr(options, key, None) for key in ("edition", "templates", "directory_urls", "report")}
    overrides = root / (chosen["templates"] or "templates")
    day = published[-1].edition.isoformat() if published else newest(dossier)
    address = _address(config.site_url or "")
    return Edition(
        title=config.site_name,
        date=_day(str(chosen["edition"] or "")) or day,
        is_published=bool(chosen["edition"] or published),
        language=spoken(str(config.theme.get("language") or "en")),
        directory_urls=bool(chosen["directory_urls"]),
        overrides=overrides if overrides.is_dir() else None,
        cited=cited,
        measured=_MEASURED if (Path(config.docs_dir) / _MEASURED).is_file() else None,
        address=address,
        author=config.site_author,
        published=published,
        report=_report(chosen["report"]),
    )


def _report(given: str | None) -> str | None:
    """Raises BriefingError for what is neither an e-mail address nor one that begins with https."""
    if given and not _REPORT.fullmatch(given):
        message = (
            f"report: “{given}” is no address to write to; give an e-mail address, or one that begins with https://"
        )
        raise BriefingError.at(CONFIG, message)
    return given


def _day(given: str) -> str:
    """Raises BriefingError for what is no date."""
    if given and Date.parse(given) is None:
        raise BriefingError.at(CONFIG, f"edition: “{given}” is no date; write 2024-11-30")
    return given


def _address(given: str) -> str:
    """The site's address, ended with a slash. Raises BriefingError for one that no page could name as it stands."""
    if given and (wrong := wrong_address(given)):
        raise BriefingError.at(CONFIG, f"site_url: {wrong}")
    return f"{given.rstrip('/')}/" if given else ""


def inputs(root: Path, config: MkDocsConfig, options: Options) -> tuple[str, ...]:
    """The files and folders of which a site is made, relative to the project; none where nobody can tell.

    A hook, a plugin or an extension that is not known here may read anything, and so may a tag of YAML.
    """
    file = Path(config.config_file_path)
    extensions = {name.removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    is_known = (
        not _ANYTHING.search(file.read_text("utf-8", "replace"))
        and not config.hooks
        and config.plugins.keys() <= {"briefing", "search", "material/search"}
        and extensions <= _EXTENSIONS
        and config.theme.name in ("material", "mkdocs")
    )
    if not is_known:
        return ()
    own = (config.docs_dir, options.templates, config.theme.custom_dir)
    folders = (relpath(root.resolve() / str(name), root.resolve()) for name in (file, *_SOURCES, *filter(None, own)))
    return tuple(dict.fromkeys(folders))


def newest(dossier: Dossier) -> str | None:
    """The date of an edition that nobody dated: that of the newest article."""
    dates = (article.meta.retrieved or article.meta.published for article in dossier.articles)
    return max((date for date in dates if date), default=None)
