"""What of Material's frame is ours, the menu, the search box and the icon, and what of the rest no page asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from briefing.model.article import Article
from briefing.pages.paths import ASSETS
from briefing.pages.strings import strings, table
from briefing.plugin.log import CONFIG, note
from briefing.problems import BriefingError
from briefing.project.sources import main_language

_TEMPLATES = Path(__file__).parent / "templates"
_FAVICON = "assets/images/favicon.png"
_INDEX = "search/search_index.json"
_SCHEMES = (
    ("light", "default", "material/moon-waning-crescent", "to_dark"),
    ("dark", "slate", "material/white-balance-sunny", "to_light"),
)
"""What the reader's system asks for, the theme's scheme for it, and the icon and name of the way to the other."""
_NEED_SCRIPTS = (
    "announce.dismiss",
    "content.code.",
    "content.footnote.tooltips",
    "content.tabs.link",
    "content.tooltips",
    "header.autohide",
    "navigation.instant",
    "navigation.tracking",
    "search.",
)


def set_up(config: MkDocsConfig, articles: Iterable[Article]) -> None:
    """Put our partials before Material's, after those of the project, and decide what the project leaves open.

    The language is that of most articles. Without a palette Material names no scheme on its
    pages, and colours and signs of modality would be missing.
    """
    theme = config.theme
    if not any("language" in asked for asked in _themes(config)):
        theme["language"] = main_language(articles)
    _check_language(theme)
    theme.dirs.insert(1 if theme.custom_dir else 0, str(_TEMPLATES))
    if isinstance(theme.get("font"), dict):
        theme["font"] = False  # the theme's default asks Google for its fonts
    if theme.get("favicon") == _FAVICON:
        theme["favicon"] = f"{ASSETS}/favicon.svg"
    if not theme.get("palette"):
        theme["palette"] = _palette(table(strings(str(theme.get("language") or "en")), "schemes"))


def ask_nobody(config: MkDocsConfig) -> None:
    """Of another theme, what its pages would load from elsewhere, unless the project says that it wants it."""
    if not any("highlightjs" in asked for asked in _themes(config)):
        config.theme["highlightjs"] = False


def _check_language(theme: Theme) -> None:
    """Raises BriefingError for a language that the theme does not speak."""
    language = str(theme.get("language") or "en")
    if not any(Path(folder, "partials/languages", f"{language}.html").is_file() for folder in theme.dirs):
        raise BriefingError.at(CONFIG, f"theme: Material has no language “{language}”; write fr or en")


def _themes(config: MkDocsConfig) -> Iterator[dict[str, object]]:
    """What mkdocs.yml says of the theme, more than its name."""
    said = (settings.get("theme") for settings in config.user_configs)
    return (theme for theme in said if isinstance(theme, dict))


def _palette(names: Mapping[str, str]) -> list[dict[str, str | dict[str, str]]]:
    """Paper by day and by night, as the reader's system asks or as they choose."""
    return [
        {
            "media": f"(prefers-color-scheme: {asked})",
            "scheme": scheme,
            "primary": "custom",
            "toggle": {"icon": icon, "name": names[name]},
        }
        for asked, scheme, icon, name in _SCHEMES
    ]


def leave_out(files: Files, config: MkDocsConfig) -> None:
    """Of the files to be written, drop the theme's scripts and the maps of its sources."""
    for file in [file for file in files if _is_unused(file, config)]:
        files.remove(file)


def note_idle(config: MkDocsConfig) -> None:
    """Say which features of the theme a project asks for that do nothing without the theme's scripts."""
    asked = (str(feature) for feature in config.theme.get("features") or ())
    if idle := [feature for feature in asked if feature.startswith(_NEED_SCRIPTS)]:
        note(f"theme features: {', '.join(idle)} need scripts of the theme, which are not published; remove them")


def remove_index(site: Path) -> None:
    """Remove the index of the theme's search, which ours replaces."""
    (site / _INDEX).unlink(missing_ok=True)
    with suppress(OSError):  # another plugin's files stand beside it, or there is no such folder
        (site / _INDEX).parent.rmdir()


def _is_unused(file: File, config: MkDocsConfig) -> bool:
    is_theirs = file.generated_by is None and file.src_dir != config.docs_dir
    return is_theirs and (file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"))
