"""The styles, scripts and fonts of every site, with the licences of all that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from pathlib import Path

from briefing.pages.paths import ASSETS


def static_files(root: Path, language: str, *, with_desk: bool) -> Iterator[tuple[str, bytes]]:
    """Every file of ours that is no page of the dossier, by its path; with the desk, on which readers may review."""
    for name, content in assets():
        yield f"{ASSETS}/{name}", content
    if with_desk:  # few sites have one
        from briefing.desk.page import alone, folder_of
        from briefing.desk.queue import queue

        for name, content in alone(language, queue(root, is_public=True)):
            yield f"{folder_of(language)}/{name}", content


def assets() -> Iterator[tuple[str, bytes]]:
    """Styles and scripts, each joined in the order of their names, fonts and their licences."""
    folder = resources("briefing.pages") / "assets"
    yield "briefing.css", _joined(folder / "styles")
    yield "briefing.js", _joined(folder / "scripts")
    for name in ("favicon.svg", "card.png", "palette.js"):
        yield name, (folder / name).read_bytes()
    yield "card.css", _card(folder)
    for name in ("copy.js", "charts.js", "basket.js", "explorer.js"):
        yield name, (folder / "bare" / name).read_bytes()
    yield "notices.txt", (folder / "notices.txt").read_bytes() + _theirs().encode()
    for font in sorted((folder / "fonts").iterdir(), key=lambda font: font.name):
        yield f"fonts/{font.name}", font.read_bytes()


def _theirs() -> str:
    """The licence of the theme, whose HTML and styles every page holds; it is laid out by version of the packager."""
    theme = distribution("mkdocs-material")
    licence = theme.read_text("licenses/LICENSE") or theme.read_text("LICENSE") or f"{theme.metadata['License']}\n"
    return f"\n== Material for MkDocs: the frame of the pages, its styles and icons ==\n\n{licence}"


def _card(folder: Traversable) -> bytes:
    """The styles of pages without the theme: our colours, which follow the reader's system, and the card's own."""
    tokens = (folder / "styles" / "00-tokens.css").read_text("utf-8")
    light, dark = (block.partition("}")[0].partition("{")[2] for block in tokens.split("[data-md-color-scheme=")[1:3])
    schemes = f":root {{{light}}}\n@media (prefers-color-scheme: dark) {{ :root {{{dark}}} }}\n"
    return (tokens + schemes).encode() + (folder / "bare" / "card.css").read_bytes()


def _joined(folder: Traversable) -> bytes:
    return b"\n".join(file.read_bytes() for file in sorted(folder.iterdir(), key=lambda file: file.name))
