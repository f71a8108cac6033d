"""Bytes become text: by their mark, by what server and page say, as UTF-8, else as Windows Western European."""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

_MARKS = (  # UTF-32's mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 100_000
_NO_CHARSET = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
"""What Python can decode and no page is written in."""


class Decoded(Struct, frozen=True):
    """A text, and how many of its characters are U+FFFD because their bytes mean nothing in its encoding."""

    text: str
    replaced: int = 0


def is_binary(raw: bytes) -> bool:
    """Whether this is no text in any encoding: full of control characters, or of bytes that no language writes."""
    if raw.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    sample = raw[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 50 > len(sample):
        return True
    is_unicode = _utf_8(sample).replaced * 4 <= len(_HIGH.findall(sample))
    return not is_unicode and not _META.search(raw[:8192]) and len(_HIGH.findall(sample)) * 3 > len(sample)


def decode(raw: bytes, charset: str | None = None) -> Decoded:
    """The text in some bytes; `charset` is what the server named. Never fails.

    A byte that means nothing in a text that is UTF-8 for the rest becomes U+FFFD, as in browsers (WHATWG Encoding).
    """
    marked = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    if marked:
        return Decoded(text := raw.decode(marked, "replace"), text.count("\ufffd"))
    meta = _META.search(raw[:8192])
    unicode = _utf_8(raw)
    several = len(unicode.text.encode()) - len(unicode.text) - 2 * unicode.replaced
    named = [name for given in (charset, meta[1].decode("ascii") if meta else None) if (name := _charset(given))]
    if not unicode.replaced and several:
        return unicode  # no other encoding gives this by chance
    for name in named:
        if name == "utf-8" and (unicode.replaced <= 1 or unicode.replaced <= several):
            return unicode
        if name != "utf-8" and (found := _strictly(raw, name)) is not None:
            return Decoded(found)
    return unicode if unicode.replaced <= several else Decoded(_strictly(raw, "cp1252") or raw.decode("latin-1"))


def _utf_8(raw: bytes) -> Decoded:
    text = raw.decode("utf-8", "replace")
    return Decoded(text, text.count("\ufffd") - raw.count("\ufffd".encode()))


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except ValueError:
        return None


def _charset(given: str | None) -> str | None:
    """The encoding that a name means: browsers read what calls itself Latin-1 or ASCII as Windows Western European."""
    try:
        name = codecs.lookup(given or "").name
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSET or name.startswith(("utf-16", "utf-32")):
        return None  # without a mark, and with a name that could be read
    return "cp1252" if name in {"iso8859-1", "ascii"} else name
