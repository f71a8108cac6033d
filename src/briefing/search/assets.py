"""What the site needs beside the index: one script and one style sheet."""

from __future__ import annotations

from importlib.resources import files


def assets() -> dict[str, str]:
    """The files by name: our scripts joined in the order of their names, and the styles."""
    folder = files(__package__) / "assets"
    scripts = sorted((file for file in folder.iterdir() if file.name.endswith(".js")), key=lambda file: file.name)
    return {
        "search.js": "\n".join(script.read_text("utf-8") for script in scripts),
        "search.css": (folder / "search.css").read_text("utf-8"),
    }
