"""Bytes become text: by their mark, by what server and page say, as UTF-8, else as Windows Western European."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_TAG = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml|article|main|div|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_pdf(raw: bytes) -> bool:
    """Whether these are the bytes of a PDF."""
    return b"%PDF-" in raw[:1024]


def is_page(raw: bytes) -> bool:
    """Whether this begins as an HTML page does."""
    return bool(_TAG.match(decode(raw[:8192]).encode()))


def is_binary(raw: bytes) -> bool:
    """Whether this is no text in any encoding: it holds null characters."""
    return b"\x00" in raw[:100_000] and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def decode(raw: bytes, charset: str | None = None) -> str:
    """The text in some bytes; `charset` is what the server named. Never fails."""
    marked = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    meta = _META.search(raw[:8192])
    named = (marked, charset, meta[1].decode("ascii") if meta else None, "utf-8", "cp1252")
    for encoding in named:
        try:
            if encoding:
                return raw.decode(_western(encoding))
        except (LookupError, ValueError):
            continue
    return raw.decode("latin-1")


def _western(encoding: str) -> str:
    """What browsers read where a page says Latin-1 or ASCII."""
    return "cp1252" if encoding.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else encoding
