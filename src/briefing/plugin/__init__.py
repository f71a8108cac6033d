"""The MkDocs plugin: a project's generated pages join the pages people write. Nothing else imports mkdocs."""
# ruff: noqa: ARG002 - MkDocs passes every argument by name

from __future__ import annotations

import logging
import os
from calendar import timegm
from collections.abc import Iterable, Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import TypeAlias

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from briefing import project
from briefing.extract.reading import first_day
from briefing.model.dossier import Dossier
from briefing.pages import citations
from briefing.pages.contents import Content
from briefing.pages.paths import ASSETS, HOME
from briefing.pages.site import GROUPS, Body, Edition, Site
from briefing.pages.theme import mended
from briefing.plugin.search import prepare, search_files
from briefing.problems import Problem, Severity, errors

log = logging.getLogger("mkdocs.plugins.briefing")

Nav: TypeAlias = "list[str | dict[str, str | Nav]]"
_MEASURED = "evaluation.md"
_WATCHED = ("corpus", "claims")
_NOT_FOUND = "<h1>404 - Not found</h1>"
_FAVICON = "assets/images/favicon.png"


class Options(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    edition = config_options.Optional(config_options.Type(str))
    """The date of the edition (`2024-11-30`); by default that of the newest article."""
    templates = config_options.Type(str, default="templates")
    """A folder of the project whose templates replace ours of the same name."""
    directory_urls = config_options.Type(bool, default=False)
    """`articles/x/` instead of `articles/x.html`; a site read from disk needs the latter."""
    locked = config_options.Type(bool, default=False)
    """Write no claim file, and fail where one would change."""


class BriefingPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Loads the project, adds its pages as virtual files, and hands MkDocs their HTML."""

    def __init__(self) -> None:
        self._dossier = Dossier(articles=())
        self._site: Site
        self._root = Path()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the project and set what a site of ours needs and its mkdocs.yml leaves open."""
        self._root = Path(config.config_file_path or "mkdocs.yml").parent.resolve()
        loaded = project.refresh(self._root, locked=self.config.locked)
        _report((*loaded.problems, *(project.outdated(loaded) if self.config.locked else ())))
        self._dossier = loaded.dossier
        _stop_the_clock(loaded.dossier)
        if config.theme.name == "material":
            if isinstance(config.theme.get("font"), dict):
                config.theme["font"] = False  # the theme's default asks Google for its fonts
            if config.theme.get("favicon") == _FAVICON:
                config.theme["favicon"] = f"{ASSETS}/favicon.svg"
        config.use_directory_urls = self.config.directory_urls
        config.extra_css.insert(0, f"{ASSETS}/briefing.css")
        config.extra_javascript.insert(0, f"{ASSETS}/briefing.js")
        prepare(config)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Check what people's pages cite; then add our pages and assets, and the navigation."""
        written = [file for file in files.documentation_pages() if not file.generated_by]
        cited = tuple(
            c
            for file in written
            for c in citations.citations(file.content_string, self._docs_path(file, config), file.src_uri)
        )
        _report(citations.problems(cited, self._dossier))
        site = self._site = Site(self._dossier, self._edition(config, cited))
        taken = {file.src_uri for file in written}
        for path, content in site.pages.items():
            if path == HOME and taken & {HOME, "README.md"}:
                continue
            if path in taken:
                raise PluginError(f"docs/{path}: this address belongs to a generated page; give the file another name")
            inclusion = InclusionLevel.INCLUDED if content.section else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content="", inclusion=inclusion))
        for name, data in _assets():
            files.append(File.generated(config, f"{ASSETS}/{name}", content=data))
        for file in search_files(site, config):
            files.append(file)
        config.nav = _navigation(site, config.nav, sorted(taken))
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Seal citations, so that Markdown never meets what an article says; name and describe our own pages."""
        content = self._page(page)
        if content is None:
            page.meta["search"] = {"exclude": True}  # our own index serves the box
            return citations.sealed(markdown)
        page.meta = {"title": _plain_title(content.title), "hide": ["toc"], "search": {"exclude": True}}
        if content.description:
            page.meta["description"] = _plain_title(content.description)
        return ""

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page's own HTML, title and table of contents."""
        path = page.file.src_uri
        if self._page(page):
            body = self._site.render(path)
            page.toc = _contents(body)
            return body.html
        for item in page.toc:
            _clean(item)
        body = self._site.written(path, html)
        _add_headings(page, body)
        if path == HOME:
            page.meta.setdefault("hide", ["toc"])
        return body.html

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """The whole page, the theme's slips mended."""
        return mended(output)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the theme's own pages; the 404 page speaks the site's language."""
        if not template_name.endswith(".html"):
            return output_content
        return mended(output_content.replace(_NOT_FOUND, self._site.not_found()))

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Rebuild when an article, a claim or a template changes."""
        for folder in (*_WATCHED, self.config.templates):
            if (self._root / folder).is_dir():
                server.watch(str(self._root / folder))
        return server

    def _page(self, page: Page) -> Content | None:
        """Our page, None for one that people or another plugin wrote."""
        return self._site.pages.get(page.file.src_uri) if page.file.generated_by else None

    def _edition(self, config: MkDocsConfig, cited: tuple[citations.Citation, ...]) -> Edition:
        dates = (a.meta.retrieved or a.meta.published for a in self._dossier.articles)
        overrides = self._root / self.config.templates
        return Edition(
            title=config.site_name,
            date=self.config.edition or max((d for d in dates if d), default=None),
            language=str(config.theme.get("language") or "en"),
            directory_urls=config.use_directory_urls,
            overrides=overrides if overrides.is_dir() else None,
            cited=cited,
            measured=_MEASURED if (Path(config.docs_dir) / _MEASURED).is_file() else None,
        )

    def _docs_path(self, file: File, config: MkDocsConfig) -> str:
        docs = Path(config.docs_dir)
        folder = docs.relative_to(self._root).as_posix() if docs.is_relative_to(self._root) else docs.as_posix()
        return f"{folder}/{file.src_uri}"


def _stop_the_clock(dossier: Dossier) -> None:
    """MkDocs dates its sitemap by the clock; the newest article dates it instead, so that a rebuild changes no byte."""
    days = [day for article in dossier.articles if (day := first_day(article.meta.published))]
    if days:
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(timegm(max(days).timetuple())))


def _report(problems: Iterable[Problem]) -> None:
    """Warnings and notes to the log; all errors at once, which ends the build."""
    problems = tuple(problems)
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            log.log(logging.WARNING if problem.severity is Severity.WARNING else logging.INFO, "%s", problem)
    if wrong := errors(problems):
        raise PluginError("\n".join(str(problem) for problem in wrong))


def _assets() -> Iterator[tuple[str, bytes]]:
    """Styles joined in the order of their names, the script, fonts and their licences."""
    folder = resources("briefing.pages") / "assets"
    styles = sorted((style for style in (folder / "styles").iterdir()), key=lambda style: style.name)
    yield "briefing.css", b"\n".join(style.read_bytes() for style in styles)
    for name in ("briefing.js", "favicon.svg"):
        yield name, (folder / name).read_bytes()
    for font in sorted((folder / "fonts").iterdir(), key=lambda font: font.name):
        yield f"fonts/{font.name}", font.read_bytes()


def _navigation(site: Site, nav: Nav | None, written: list[str]) -> Nav:
    """The user's navigation with our sections that it leaves out; without one, home, people's pages, our sections."""
    if nav is None:
        nav = [{site.titles["home"]: HOME}, *(path for path in written if path not in (HOME, "README.md"))]
    listed = set(_paths(nav))
    added: Nav = []
    for group, sections in GROUPS.items():
        missing: Nav = [{site.titles[key]: path} for key in sections if (path := site.paths.section(key)) not in listed]
        if missing:
            added.append({site.groups[group]: missing} if len(missing) > 1 else missing[0])
    return [*nav, *added]


def _paths(nav: Nav) -> Iterator[str]:
    for item in nav:
        for target in item.values() if isinstance(item, dict) else (item,):
            yield from _paths(target) if isinstance(target, list) else (target,)


def _contents(body: Body) -> TableOfContents:
    return TableOfContents([AnchorLink(_plain_title(heading.title), heading.anchor, 2) for heading in body.headings])


def _add_headings(page: Page, body: Body) -> None:
    """Put our headings after those of the page's own text."""
    known = {anchor.id for item in page.toc for anchor in (item, *item.children)}
    page.toc = TableOfContents([*page.toc, *(item for item in _contents(body) if item.id not in known)])


def _clean(item: AnchorLink) -> None:
    item.title = citations.without_marks(item.title)
    for child in item.children:
        _clean(child)


def _plain_title(title: str) -> str:
    """A title that the theme may print as it is: it escapes titles here, prints them raw there, unescapes elsewhere."""
    return title.replace("&", "&amp;").translate({ord("<"): "‹", ord(">"): "›", ord('"'): "”"})
