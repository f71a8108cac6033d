"""Text that Markdown and its usual extensions must take as it is."""

from __future__ import annotations

import re

_BACKSLASHED = re.compile(r"[\\`*_{}\[\]]")
_ENTITIES = str.maketrans({c: f"&#{ord(c)};" for c in "&<>~^=$|+"})
_MARKS = re.compile(r"_|[^\w \u00a0\u202f]")
_EMOJI = re.compile(r":(?=[\w-]+:)")
_LINE_START = re.compile(r"^(\s*)(?:([#-])|(\d{1,9})([.)]))")
_BLOCKS = ("!!!", "???", "///", ":::")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ADDRESS = re.compile(r"[\x00-\x20()<>\"'\\`*_\[\]|{}\x7f\s]")
_REFERENCE = re.compile(r"&(?=#|\w+;)")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_FOLLOWED = ("https:", "http:", "mailto:")
_CODE = re.compile(r"[\w .,:;/@#%()=+-]+")


def escaped(text: str) -> str:
    """`text` on one line (no-break spaces stay), without meaning for Markdown inside a line."""
    line = _EMOJI.sub("\0", _SPACES.sub(" ", text))
    line = _BACKSLASHED.sub(lambda m: "\\" + m[0], line.translate(_ENTITIES))
    return line.replace("\0", "&#58;")


def guarded(line: str) -> str:
    """A line that begins no list, no heading and no block of an extension."""
    if line.startswith(_BLOCKS):
        return f"&#{ord(line[0])};{line[1:]}"
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line)


def entities(text: str) -> str:
    """`text` for the inside of an element, where some engines read Markdown and some do not."""
    return _MARKS.sub(lambda m: f"&#{ord(m[0])};", text)


def address(url: str) -> str | None:
    """An address that a Markdown link can hold; None for what is no address of a page (`javascript:` and its like)."""
    scheme = _SCHEME.match(url)
    if scheme and scheme[0].lower() not in _FOLLOWED:
        return None
    held = _ADDRESS.sub(lambda m: f"%{ord(m[0]):02X}" if ord(m[0]) < 128 else m[0], url)
    return _REFERENCE.sub("&amp;", held)


def code(text: str) -> str:
    """Code inside a line: between backticks what cannot end them, else as an element."""
    line = _SPACES.sub(" ", text)
    return f"`{line}`" if _CODE.fullmatch(line) else f"<code>{entities(line)}</code>"
