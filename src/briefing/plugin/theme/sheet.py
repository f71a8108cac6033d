"""One stylesheet instead of four: of the theme's rules those that the pages use, then ours.

The theme's two files are 150 kB of rules for features that a site may never show; a page waits for all of them before
it shows a word. Classes that a script of the site may set are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.pages.paths import ASSETS

SHEET = f"{ASSETS}/site.css"
_OURS = (f"{ASSETS}/search.css", f"{ASSETS}/briefing.css")
_THEME = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
_SCRIPTS = (f"{ASSETS}/*.js",)
_LINK = re.compile(
    r'[ \t]*<link rel="stylesheet" href="(?P<root>[^"]*?)(?:assets/stylesheets/(?:main|palette)\.\w+\.min\.css'
    rf'|{re.escape(ASSETS)}/(?:search|briefing)\.css)">\n?'
)
_NAMED = tuple(re.compile(attribute + r'="([^"]*)"') for attribute in ("class", r"data-md-color-\w+"))
"""One for each: a pattern that begins with letters is found six times as fast."""
_WORD = re.compile(r"[\w-]+")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PICTURE = re.compile(r"""--[\w-]+:url\((["']?)data:.*?\1\);?""", re.DOTALL)
_MASK = re.compile(r"-webkit-mask-[\w-]+:[^;}]*;?|(?<!-)mask-(?!image)[\w-]+:[^;}]*;?")
_MASKED = re.compile(r"mask-image:var\((--[\w-]+)\)")
_SPACE = re.compile(r"\s+")
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_CHOICE = re.compile(r"\[data-md-color-(?:primary|accent|scheme)=[\"']?([\w-]+)")
_ALTERNATIVE = re.compile(r":(?:not|is|where|has)\([^()]*\)")
_TOKEN = re.compile(r"""\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)"']*\)|[{};]""", re.DOTALL)
_GROUPS = ("@media", "@supports", "@layer", "@container")


def named(html: str) -> set[str]:
    """The classes and colour choices that a page names."""
    values = {value for attribute in _NAMED for value in attribute.findall(html)}
    return {name for value in values for name in value.split()}


def with_one_sheet(html: str) -> str:
    """A page that asks for the one sheet where it asked for the theme's and ours; other sheets stay, after it."""
    head, tag, body = html.partition("</head>")
    first = _LINK.search(head)
    if first is None or "assets/stylesheets/" not in first[0]:
        return html
    link = f'<link rel="stylesheet" href="{first["root"]}{SHEET}">\n'
    return head[: first.start()] + link + _LINK.sub("", head[first.end() :]) + tag + body


def write_sheet(site: Path, used: set[str] | None) -> None:
    """Write the sheet of a built site instead of those it is made of; `used` are the names of all its pages.

    Where they are not known yet (None), all of the theme's rules stay.
    """
    theme = list(_texts(site, *_THEME))
    if theme:
        if used is not None:
            names = used.union(*(_WORD.findall(script) for script in _texts(site, *_SCRIPTS)))
            theme = [pruned(css, names) for css in theme]
        ours = _SPACE.sub(" ", _COMMENT.sub("", "".join(_texts(site, *_OURS))))
        (site / SHEET).write_text("".join(map(drawn, theme)) + ours + "\n", "utf-8")
        for path in _files(site, *_THEME, *_OURS):
            path.unlink()


def drawn(css: str) -> str:
    """The theme's icons as shapes (`styles/12-icons.css`), a disc where there is none, instead of pictures in it."""
    css = _MASK.sub("", _PICTURE.sub("", css))
    return _MASKED.sub(r"clip-path:var(\1,circle(35%))", css)


def _texts(site: Path, *patterns: str) -> Iterator[str]:
    return (path.read_text("utf-8") for path in _files(site, *patterns))


def _files(site: Path, *patterns: str) -> list[Path]:
    return [path for pattern in patterns for path in sorted(site.glob(pattern))]


def pruned(css: str, names: set[str]) -> str:
    """`css` without its comments and without the rules whose selectors need a class or a colour that nothing names."""
    return "".join(_kept(head.strip(), body, names) for head, body in _rules(_COMMENT.sub("", css)))


def _kept(head: str, body: str | None, names: set[str]) -> str:
    if body is None:
        return head
    if head.startswith(_GROUPS):
        inside = pruned(body, names)
        return f"{head}{{{inside}}}" if inside else ""
    if head.startswith("@"):
        return f"{head}{{{body}}}"
    selectors = [selector for selector in _alternatives(head) if _may_match(selector, names)]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _may_match(selector: str, names: set[str]) -> bool:
    needed = _ALTERNATIVE.sub("", selector)
    return names.issuperset(_CLASS.findall(needed)) and names.issuperset(_CHOICE.findall(needed))


def _alternatives(head: str) -> Iterator[str]:
    """The selectors between commas that stand in no parentheses or brackets."""
    depth = start = 0
    for place, char in enumerate(head):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth == 0:
            yield head[start:place]
            start = place + 1
    yield head[start:]


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Each rule of the outer level as (head, body); a statement without a body (`@charset`) has None."""
    start = depth = opened = 0
    for token in _TOKEN.finditer(css):
        if token[0] == "{":
            opened = token.start() if depth == 0 else opened
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened], css[opened + 1 : token.start()]
                start = token.end()
        elif token[0] == ";" and depth == 0:
            yield css[start : token.end()], None
            start = token.end()
