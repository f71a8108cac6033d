"""The desk's page and what it is made of: no inline script or style, nothing from elsewhere."""

from __future__ import annotations

import html
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from briefing.desk.queue import Queue
from briefing.pages.strings import Words, strings, word

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
    " base-uri 'none'; form-action 'none'"
)
_PAGE = """\
<!doctype html>
<html lang="{language}" data-md-color-scheme="default">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="favicon.svg">
<link rel="stylesheet" href="desk.css">
</head>
<body>
<noscript><p>{noscript}</p></noscript>
<div id="desk" data-mode="{mode}"></div>
{data}<script src="words.js"></script>
<script src="desk.js"></script>
</body>
</html>
"""


def page(language: str, *, is_served: bool) -> str:
    """The page: `is_served`: it asks its server for all it shows; else that stands beside it."""
    words = strings(language)
    return _PAGE.format(
        language=html.escape(language),
        policy=html.escape(POLICY),
        title=html.escape(word(words, "desk", "title")),
        noscript=html.escape(word(words, "desk", "noscript")),
        mode="served" if is_served else "alone",
        data="" if is_served else '<script src="data.js"></script>\n',
    )


def assets(language: str) -> Iterator[tuple[str, bytes]]:
    """The files that the page names."""
    site, ours = files("briefing.pages") / "assets", files(__package__) / "assets"
    yield "desk.css", (site / "styles" / "00-tokens.css").read_bytes() + b"\n" + (ours / "desk.css").read_bytes()
    yield "desk.js", _joined(ours / "scripts")
    yield "words.js", _assigned("briefingWords", _words(language))
    yield "favicon.svg", (site / "favicon.svg").read_bytes()
    for font in sorted((site / "fonts").iterdir(), key=lambda font: font.name):
        yield f"fonts/{font.name}", font.read_bytes()


def folder_of(language: str) -> str:
    """The folder in which the desk stands in a site."""
    return word(strings(language), "desk", "folder")


def alone(language: str, content: Queue) -> Iterator[tuple[str, bytes]]:
    """A folder that needs no server: the page, what it shows, and what it is made of."""
    yield "index.html", page(language, is_served=False).encode()
    yield "data.js", _assigned("briefingDesk", content)
    yield from assets(language)


def _words(language: str) -> dict[str, Words]:
    catalogue = strings(language)
    return {name: catalogue[name] for name in ("desk", "modality")}


def _assigned(name: str, value: object) -> bytes:
    """A script that says a value; `<` cannot end it wherever it is put."""
    return b"window." + name.encode() + b" = " + msgspec.json.encode(value).replace(b"<", b"\\u003c") + b";\n"


def _joined(folder: Traversable) -> bytes:
    return b"\n".join(file.read_bytes() for file in sorted(folder.iterdir(), key=lambda file: file.name))
