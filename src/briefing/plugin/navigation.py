"""The navigation: what the user's mkdocs.yml lists, and our sections that it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from briefing.pages.paths import HOME
from briefing.pages.site import GROUPS, Site

Nav: TypeAlias = "list[str | dict[str, str | Nav]]"


def navigation(site: Site, nav: Nav | None, written: list[str]) -> Nav:
    """The user's pages, our sections that they leave out, then the user's groups of pages; without any, all of theirs.

    A page that somebody wrote about the dossier comes before the lists; a group (a guide, an annex) after them.
    """
    if nav is None:
        nav = [{site.titles["home"]: HOME}, *(path for path in written if path not in (HOME, "README.md"))]
    listed = set(_paths(nav))
    added: Nav = []
    for group, sections in GROUPS.items():
        missing: Nav = [
            {site.titles[key]: path}
            for key in sections
            if (path := site.paths.section(key)) in site.pages and path not in listed
        ]
        if missing:
            added.append({site.groups[group]: missing} if len(missing) > 1 else missing[0])
    first = next((i for i, item in enumerate(nav) if _is_group(item)), len(nav))
    return [*nav[:first], *added, *nav[first:]]


def _is_group(item: str | dict[str, str | Nav]) -> bool:
    return isinstance(item, dict) and any(isinstance(target, list) for target in item.values())


def _paths(nav: Nav) -> Iterator[str]:
    for item in nav:
        for target in item.values() if isinstance(item, dict) else (item,):
            yield from _paths(target) if isinstance(target, list) else (target,)
