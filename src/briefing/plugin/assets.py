"""The styles, scripts and fonts of every site."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files as resources
from importlib.resources.abc import Traversable


def assets() -> Iterator[tuple[str, bytes]]:
    """Styles and scripts, each joined in the order of their names, fonts and their licences."""
    folder = resources("briefing.pages") / "assets"
    yield "briefing.css", _joined(folder / "styles")
    yield "briefing.js", b"\n".join(((folder / "briefing.js").read_bytes(), _joined(folder / "scripts")))
    for name in ("favicon.svg", "card.png", "palette.js"):
        yield name, (folder / name).read_bytes()
    for font in sorted((folder / "fonts").iterdir(), key=lambda font: font.name):
        yield f"fonts/{font.name}", font.read_bytes()


def _joined(folder: Traversable) -> bytes:
    return b"\n".join(file.read_bytes() for file in sorted(folder.iterdir(), key=lambda file: file.name))
