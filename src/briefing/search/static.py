"""What the site needs beside the index: one script, one style sheet, and the theme's search partial."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def assets() -> dict[str, str]:
    """The files by name: our scripts joined in the order of their names, and the styles."""
    folder = files(__package__) / "assets"
    scripts = sorted((file for file in folder.iterdir() if file.name.endswith(".js")), key=lambda file: file.name)
    return {
        "search.js": "\n".join(script.read_text("utf-8") for script in scripts),
        "search.css": (folder / "search.css").read_text("utf-8"),
    }


def theme() -> Path:
    """The folder to put before Material's: it holds our `partials/search.html`."""
    return Path(__file__).parent / "theme"
