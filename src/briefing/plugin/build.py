"""Building a project's site from our own command, without a word of MkDocs on the way."""

from __future__ import annotations

import os
import shutil
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Literal, TypeAlias

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from msgspec import Struct

from briefing import project
from briefing.cache.pages import pages
from briefing.cache.site import contents, finish, site_key
from briefing.disk.lock import locked as alone
from briefing.disk.manifest import MARK
from briefing.plugin import BriefingPlugin
from briefing.plugin.edition import inputs
from briefing.plugin.files.clock import clock_as_given
from briefing.plugin.log import CONFIG, PLUGIN, heard, problems_of
from briefing.plugin.place import check_place, put_in_place
from briefing.problems import BriefingError

Environments: TypeAlias = dict[tuple[str, ...], Environment]
"""The theme's templates, by its folders."""
_FRESH = f"{MARK}/next"
_LONG = 900.0
"""Seconds that a build waits for another one into the same folder."""


class Built(Struct, frozen=True):
    """Where the site is, and for whose sake every page was rendered alone, which takes longer; mostly nobody's."""

    site: Path
    others: list[str]


def build_site(
    root: Path,
    *,
    site_dir: Path | None = None,
    site_url: str | None = None,
    locked: bool = False,
    strict: bool | None = None,
    edition: date | None = None,
    tell: project.Tell = lambda _step, _done, _total: None,
) -> Built:
    """Write the site of a project to `site_dir` (default: what mkdocs.yml says), and keep it as the edition of a day.

    `site_url` is its public address, where mkdocs.yml names none; `strict` whether warnings end it, where that is to be
    another way than mkdocs.yml says.

    Raises BriefingError with every problem when the site cannot be built; a site that stood there is left as it was.
    """
    given = {"site_dir": str(site_dir.resolve())} if site_dir else {}
    key = site_key(site_dir and str(site_dir), site_url, locked, strict)
    settings = contents(root, [CONFIG]) or {}
    with problems_of(root) as config_file, heard() as said:
        config = load_config(str(config_file), strict=strict, **given)
        config.site_url = config.site_url or site_url
        plugin, site = plugin_of(config), Path(config.site_dir)
        plugin.config |= {"locked": locked or plugin.config.locked, "publish": edition}
        plugin.tell = tell
        watched = inputs(root, config, plugin.config)
        before = contents(root, watched) if watched and not edition else None
        make(config, "build")
        plugin.save_edition()
        read = None if before is None else {**before, **settings, **plugin.texts}
        finish(root, key, watched=watched, read=read, folder=site, said=said)
        return Built(site, plugin.others)


def plugin_of(config: MkDocsConfig) -> BriefingPlugin:
    """Our plugin. Raises BriefingError where mkdocs.yml leaves it out."""
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, BriefingPlugin):
        raise BriefingError.at(CONFIG, f"plugins: add “{PLUGIN}”, which makes the pages")
    return plugin


def make(config: MkDocsConfig, command: Literal["build", "serve"], known: Environments | None = None) -> int:
    """Build in a hidden folder, then put what differs in its place; how many files changed.

    A preview passes what it has `known` of the theme since its last build.
    """
    site = Path(config.site_dir)
    check_place(site)
    site.mkdir(parents=True, exist_ok=True)
    with alone(site, patience=_LONG), clock_as_given():
        return _made(config, command, site, {} if known is None else known)


def _made(config: MkDocsConfig, command: Literal["build", "serve"], site: Path, known: Environments) -> int:
    root, plugin, fresh = Path(config.config_file_path).parent, plugin_of(config), site / _FRESH
    shutil.rmtree(fresh, ignore_errors=True)  # what a build that was killed left
    config.site_dir = str(fresh)
    config.theme.get_env = partial(_environment, config.theme, known)  # type: ignore[method-assign]
    config.plugins.on_startup(command=command, dirty=False)
    try:
        with pages(root, site) as plugin.pages:
            mkdocs_build.build(config)
            return put_in_place(fresh, site, plugin.pages.kept)
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(fresh, ignore_errors=True)


def _environment(theme: Theme, known: Environments) -> Environment:
    """The theme's templates, listed without Material's ten thousand icons, which MkDocs would look at one by one."""
    folders = tuple(theme.dirs)
    if folders not in known:
        found = known[folders] = Theme.get_env(theme)
        if theme.custom_dir is None and found.loader:
            found.loader.list_templates = partial(_templates, folders)  # type: ignore[method-assign]
    return known[folders]


@cache
def _templates(folders: tuple[str, ...]) -> list[str]:
    found = set()
    for folder in folders:
        for place, inside, names in os.walk(folder):
            inside[:] = [name for name in inside if not name.startswith(".")]
            found |= {Path(place, name).relative_to(folder).as_posix() for name in names}
    return sorted(found)
