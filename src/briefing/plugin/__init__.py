"""The MkDocs plugin: a project's generated pages join the pages people write. Nothing else imports mkdocs."""
# ruff: noqa: ARG002 - MkDocs passes every argument by name

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from briefing import project
from briefing.cache.pages import Pages
from briefing.disk.manifest import remember, standing
from briefing.editions.files import Published, prepared, save
from briefing.editions.snapshot import snapshot
from briefing.export.linked.page import linked_page
from briefing.model.dossier import Dossier
from briefing.pages import citations
from briefing.pages.bare.feed import FEED
from briefing.pages.contents import Content
from briefing.pages.paths import ASSETS, HOME
from briefing.pages.site import Body, Site
from briefing.pages.template_cache import compiled
from briefing.pages.titles import plain_title
from briefing.plugin.assets import static_files
from briefing.plugin.edition import Options
from briefing.plugin.edition import edition as site_edition
from briefing.plugin.files.clock import remove_packed, stop_the_clock
from briefing.plugin.files.downloads import download_files
from briefing.plugin.files.incremental import Standing, lives
from briefing.plugin.frame import Frames, others_on_pages
from briefing.plugin.headings import add_headings, clean, contents
from briefing.plugin.joined import Joined, date_for_packing, listed, page_file
from briefing.plugin.live.deferred import PLACE, Later
from briefing.plugin.log import note, report
from briefing.plugin.navigation import navigation
from briefing.plugin.people import add, of_people, prose
from briefing.plugin.place import KIND, check_alone
from briefing.plugin.search import prepare, search_files
from briefing.plugin.theme.escaping import escape_meta, escape_settings, escaped_nav
from briefing.plugin.theme.policy import aligned, refused, with_policy
from briefing.plugin.theme.repairs import mended, sized_icons, with_head
from briefing.plugin.theme.setup import ask_nobody, leave_out, note_idle, remove_index, set_up
from briefing.plugin.theme.sheet import named, with_one_sheet, write_sheet

if TYPE_CHECKING:  # a build needs no server
    from mkdocs.livereload import LiveReloadServer

_WATCHED = ("corpus", "claims", "editions")
_NOT_FOUND = "<h1>404 - Not found</h1>"


class BriefingPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Loads the project, adds its pages as virtual files, and hands MkDocs their HTML."""

    def __init__(self) -> None:
        self._dossier = Dossier(articles=())
        self._editions: tuple[Published, ...] = ()
        self._site: Site
        self._root = Path()
        self._used: set[str] = set()
        self.others: list[str] = []
        self.tell: project.Tell = lambda _step, _done, _total: None
        self.pages: Pages | None = None
        """The pages of the last build; our own commands give them."""
        self.later: Later | None = None
        """A preview's: the pages and files that wait until somebody asks for them."""
        self.texts: Mapping[str, str | None] = {}
        self._is_strict = False  # pages carry the policy with the one theme whose scripts we replace

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the project and set what a site of ours needs and its mkdocs.yml leaves open."""
        self._root = Path(config.config_file_path or "mkdocs.yml").parent.resolve()
        loaded = project.refresh(self._root, locked=self.config.locked, tell=self.tell)
        report((*loaded.problems, *(project.outdated(loaded) if self.config.locked else ())))
        self._dossier = loaded.dossier
        self._editions, self.texts = loaded.editions, loaded.texts
        if self.config.publish:
            edition = prepared(snapshot(loaded.dossier), self.config.publish, loaded.editions)
            self._editions = (*(e for e in loaded.editions if e.edition != edition.edition), edition)
        stop_the_clock(loaded.dossier)
        self._is_strict = config.theme.name == "material"
        if self._is_strict:
            set_up(config, loaded.dossier.articles)
        else:
            ask_nobody(config)
        config.use_directory_urls = self.config.directory_urls
        config.extra_css.insert(0, f"{ASSETS}/briefing.css")
        config.extra_javascript.insert(0, f"{ASSETS}/briefing.js")
        prepare(config)
        return config

    def on_pre_build(self, /, *, config: MkDocsConfig) -> None:
        """MkDocs empties the folder of the site: it holds nothing but what a build wrote."""
        check_alone(Path(config.site_dir))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Check what people's pages cite; then add our pages and assets, and the navigation."""
        self.others = others_on_pages(config)
        if self.others:
            note(f"every page is rendered alone, which takes longer, for {', '.join(self.others)}")
        people = self._people = of_people(files, config)
        said = prose(people, self._root, config)
        report((*said.problems, *citations.problems(said.cited, self._dossier)))
        edition = site_edition(config, self.config, self._dossier, self._root, said.cited, published=self._editions)
        site = self._site = Site(self._dossier, edition)
        self._standing = Standing(site, None if self.later else self.pages)
        pages = {file.src_uri for file in people if file.is_documentation_page()}
        add(self._ours(site, config, has_home=bool(pages & {HOME, "README.md"})), files, people)
        self._prose: dict[str, tuple[Page, str]] = {}
        config.nav = escaped_nav(navigation(site, config.nav, sorted(pages)))
        return files

    def _ours(self, site: Site, config: MkDocsConfig, *, has_home: bool) -> Iterator[File]:
        """Every file that we bring before pages are read."""
        if feed := site.feed():
            yield File.generated(config, FEED, content=feed)
        yield from download_files(site, config, self._standing, self.later)
        for path, content in site.pages.items():
            if not (path == HOME and has_home):
                yield page_file(content, config, self._made, alone=bool(self.others), later=self.later)
        for path, data in static_files(self._root, site.edition.language, with_desk=self.config.review):
            yield File.generated(config, path, content=data)

    def _made(self, content: Content, name: str) -> str | None:
        return self._joined.made(content, name)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation for the frames."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Add the search index, now that all pages are read; compile the theme's templates once for all previews."""
        add(search_files(self._site, config, self._prose), files, self._people)
        if self._is_strict:
            leave_out(files, config)
            note_idle(config)
        escape_settings(config)
        env.bytecode_cache = compiled("theme")
        self._files = files
        frames = Frames(env, self._nav, files, config, self._finished)
        self._joined = Joined(self._site, frames, self._standing, self.tell)
        add(lives(self._site, self._standing, config, self.later), files, self._people)
        if self.later:
            self.later.key = self._joined.prepared(self._dossier)
        return env

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Seal citations, so that Markdown never meets what an article says; name and describe our own pages."""
        content = self._page(page)
        if content is None:
            escape_meta(page)
            page.meta["search"] = {"exclude": True}  # our own index serves the box
            return citations.sealed(markdown)
        page.meta = {"title": plain_title(content.title), "hide": ["toc"], "search": {"exclude": True}}
        if content.description:
            page.meta["description"] = plain_title(content.description)
        return ""

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page's own HTML, title and table of contents."""
        path = page.file.src_uri
        if self._page(page):
            waits = self.later and self._site.pages[path].section == "print"  # the page that holds all others
            body = Body(PLACE, ()) if waits else self._site.render(path)
            page.toc = contents(body) if self._site.pages[path].section else TableOfContents([])
            return body.html
        for item in page.toc:
            clean(item)
        html = aligned(html)
        if path != self._site.edition.measured:  # a log of faults, which would drown what articles say
            self._prose[path] = (page, html)
        body = self._site.written(path, html)
        add_headings(page, body)
        if path == HOME:
            page.meta.setdefault("hide", ["toc"])
        return body.html

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """The whole page, the theme's slips mended, with what its head says to other programs."""
        path = page.file.src_uri
        about = page.meta.get("description") or (config.site_description if path == HOME else None)
        head = self._site.metadata(path, unescape(str(page.title)), unescape(about) if about else None)
        head += linked_page(self._site, path)
        html = self._finished(output, head)
        if self._is_strict and not self._page(page):
            report(refused(html, path))
        if self.later and PLACE in html:
            self.later.promise(page.file.dest_uri, lambda: html.replace(PLACE, self._site.render(path).html))
        return html

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The sitemap lists our pages in their order, however they are made."""
        if template_name == "sitemap.xml":
            context["pages"] = listed(self._files, self._site, config)
        return context

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the theme's own pages; the 404 page speaks the site's language and reads without styles."""
        if template_name == "sitemap.xml":
            date_for_packing(self._files)
        if not template_name.endswith(".html"):
            return output_content
        return sized_icons(self._finished(output_content.replace(_NOT_FOUND, self._site.not_found()), ""))

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Rebuild when an article, a claim or a template changes."""
        for folder in (*_WATCHED, self.config.templates):
            if (self._root / folder).is_dir():
                server.watch(str(self._root / folder))
        return server

    def _finished(self, html: str, head: str) -> str:
        """A page of the theme as it is published; `head` is what its head says besides."""
        html = with_one_sheet(mended(html, self._site.theme_words))
        self._used.update(named(html))
        return with_head(with_policy(html) if self._is_strict else html, head)

    def on_post_build(self, /, *, config: MkDocsConfig) -> None:
        """One stylesheet for all pages: the theme's rules that they use, then ours."""
        write_sheet(Path(config.site_dir), None if self.later else self._used | self._joined.used)
        if self._is_strict:
            remove_index(Path(config.site_dir))
        remove_packed(Path(config.site_dir) / "sitemap.xml")
        remember(Path(config.site_dir), KIND, standing(Path(config.site_dir)))

    def save_edition(self) -> None:
        """Keep the edition that was asked for, once its site is there."""
        if self.config.publish:
            save(self._root, self._editions[-1])

    def _page(self, page: Page) -> Content | None:
        """Our page, None for one that people or another plugin wrote."""
        return self._site.pages.get(page.file.src_uri) if page.file.generated_by else None
