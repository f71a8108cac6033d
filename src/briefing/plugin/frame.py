"""The theme's frame: rendered once for the pages of a folder, then joined with what each page has of its own.

Pages of one folder that stand in no navigation differ in title, address, head and body alone. MkDocs knows them as
files, so that links to them hold; where another plugin works on pages, it renders each of them as it does any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from posixpath import basename, dirname
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from msgspec import Struct

from briefing.cache.digest import digest

_TITLE, _NAME, _HEAD = "briefingtitlehere", "briefingnamehere", "briefingheadhere"
_BODY = '<h1 class="briefingbodyhere">'
"""With a heading, as all our pages have one: the theme gives its own to a page that has none."""
_PLACE = re.compile(f"({_TITLE}|{_NAME}|{_HEAD}|{_BODY})")
_ON_PAGES = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
_KNOWN = ("briefing.", "mkdocs.contrib.search", "material.plugins.search")
"""Who may work on pages: our plugin, and a search that our pages keep out of."""


class Own(Struct, frozen=True):
    """What a page has of its own. `title` is printed as it is; `name` is the last part of its address."""

    title: str
    name: str
    head: str
    body: str


class Frame(Struct, frozen=True):
    """The theme's text, and at every second place the name of what goes there."""

    parts: tuple[str, ...]
    key: str
    """The hash of the text."""

    def around(self, own: Own) -> str:
        """The whole page."""
        values = {_TITLE: own.title, _NAME: own.name, _HEAD: own.head, _BODY: own.body}
        return "".join(values[part] if place % 2 else part for place, part in enumerate(self.parts))


class Frames:
    """The frames of one build; `finish` is what every page of the theme goes through, with what its head is to hold."""

    def __init__(
        self, env: Environment, nav: Navigation, files: Files, config: MkDocsConfig, finish: Callable[[str, str], str]
    ) -> None:
        self._env, self._nav, self._config, self._finish = env, nav, config, finish
        self._documents = files.documentation_pages()
        self._known: dict[str, Frame] = {}

    def of(self, path: str) -> Frame:
        """The frame of a page, by its source path."""
        folder = dirname(path)
        if folder not in self._known:
            html = self._finish(self._rendered(folder), _HEAD)
            self._known[folder] = Frame(tuple(_PLACE.split(html)), digest(html))
        return self._known[folder]

    def _rendered(self, folder: str) -> str:
        page = Page(_TITLE, File.generated(self._config, f"{folder}/{_NAME}.md", content=""), self._config)
        page.meta = {"title": _TITLE, "hide": ["toc"], "search": {"exclude": True}}
        page.content, page.toc, page.active = _BODY, TableOfContents([]), True
        context = get_context(self._nav, self._documents, self._config, page)
        context = self._config.plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
        return self._env.get_template("main.html").render(context)


def name_of(path: str) -> str:
    """The last part of a page's address, by its source path."""
    return quote(basename(path).removesuffix(".md"))


def others_on_pages(config: MkDocsConfig) -> list[str]:
    """Who else works on every page, so that it must be rendered alone: a theme's own templates, plugins, hooks."""
    names = {id(plugin): name for name, plugin in config.plugins.items()}
    found = [names.get(id(owner), "a hook") for owner in _owners(config)]
    own = [f"theme {config.theme.name}"] if config.theme.name != "material" or config.theme.custom_dir else []
    return sorted({*found, *own})


def _owners(config: MkDocsConfig) -> Iterator[object]:
    for event in _ON_PAGES:
        for method in config.plugins.events[event]:
            owner = getattr(method, "__self__", None)
            if not type(owner).__module__.startswith(_KNOWN):
                yield owner
