"""What people write in mkdocs.yml and in front matter, for a theme that prints it as if it were HTML."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from briefing.pages.titles import plain_title
from briefing.plugin.navigation import Nav

_SETTINGS = ("site_name", "site_description", "site_author")
_META = ("title", "description", "author")


def escape_settings(config: MkDocsConfig) -> None:
    """Escape the texts that the theme prints; after this, nothing but the theme may read them.

    They are marked as escaped, for the places where it does escape.
    """
    for name in _SETTINGS:
        if config[name]:
            config[name] = escape(config[name])
    for toggle in _toggles(config):
        toggle["name"] = escape(toggle.get("name") or "")


def escape_meta(page: Page) -> None:
    """The same for what a page's front matter says of it."""
    for name in _META:
        if isinstance(page.meta.get(name), str):
            page.meta[name] = plain_title(page.meta[name])


def escaped_nav(nav: Nav) -> Nav:
    """A navigation whose titles are escaped, as deep as it nests."""
    return [
        {
            plain_title(str(title)): escaped_nav(target) if isinstance(target, list) else target
            for title, target in item.items()
        }
        if isinstance(item, dict)
        else item
        for item in nav
    ]


def _toggles(config: MkDocsConfig) -> Iterator[dict[str, str]]:
    palette = config.theme.get("palette")
    for choice in palette if isinstance(palette, list) else ():
        if isinstance(choice, dict) and isinstance(choice.get("toggle"), dict):
            yield choice["toggle"]
