"""What of Material's frame is ours: the menu and the search box, the icon, and no request for fonts."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from briefing.pages.paths import ASSETS

_TEMPLATES = Path(__file__).parent / "templates"
_FAVICON = "assets/images/favicon.png"


def set_up(config: MkDocsConfig) -> None:
    """Put our partials before Material's, after those of the project, and our icon where the project has none."""
    theme = config.theme
    theme.dirs.insert(1 if theme.custom_dir else 0, str(_TEMPLATES))
    if isinstance(theme.get("font"), dict):
        theme["font"] = False  # the theme's default asks Google for its fonts
    if theme.get("favicon") == _FAVICON:
        theme["favicon"] = f"{ASSETS}/favicon.svg"
