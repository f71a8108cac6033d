"""Text that Markdown and its usual extensions must take as it is."""

from __future__ import annotations

import re

_BACKSLASHED = re.compile(r"[\\`*_{}\[\]]")
_ENTITIES = str.maketrans({c: f"&#{ord(c)};" for c in "&<>~^=$|+"})
_EMOJI = re.compile(r":(?=[\w-]+:)")
_LINE_START = re.compile(r"^(\s*)(?:([#-])|(\d{1,9})([.)]))")
_BLOCKS = ("!!!", "???", "///", ":::")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ADDRESS = re.compile(r"[\s()<>\"'\\`*_\[\]|{}]")


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


def address(url: str) -> str:
    """An address that a Markdown link can hold."""
    return _ADDRESS.sub(lambda m: f"%{ord(m[0]):02X}" if ord(m[0]) < 128 else m[0], url)
