"""What a file is, by the bytes it begins with: those that hold no article are refused with what to do instead."""

from __future__ import annotations

import re

_PICTURE = "a picture; run a text recognition on it, or type its text into a file"
_SOUND = "a sound or a film; write down what is said in it and add that"
_PACKED = "a packed file; unpack it and add what is in it"
_OLD = "an old office document; save it as .docx or as text"
_BEFORE_SVG = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?"
_BEGINNINGS = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\x00|MM\x00\*|BM....\x00{4}|\x00\x00\x01\x00|8BPS", _PICTURE),
    (rb"....ftyp(?:avif|avis|heic|heix|mif1|msf1)", _PICTURE),
    (_BEFORE_SVG + rb"<svg\b", _PICTURE),
    (rb"ID3[\x02-\x04]|OggS|fLaC|RIFF....(?:WAVE|AVI )|....ftyp|\x1aE\xdf\xa3|\xff[\xfb\xf3]", _SOUND),
    (rb"PK\x03\x04|PK\x05\x06|\x1f\x8b|BZh\d|\xfd7zXZ\x00|7z\xbc\xaf|Rar!\x1a|\x28\xb5\x2f\xfd|.{257}ustar", _PACKED),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\s*\{\\rtf|%!PS", _OLD),
)
_REFUSED = [(re.compile(pattern, re.DOTALL), what) for pattern, what in _BEGINNINGS]
_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml|article|main|div|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


def refused(raw: bytes) -> str | None:
    """What this is, where it can hold no article, and what to do instead; None where it may."""
    return next((what for pattern, what in _REFUSED if pattern.match(raw)), None)


def is_pdf(raw: bytes) -> bool:
    """Whether these are the bytes of a PDF, which may begin behind some others."""
    return raw.startswith(b"%PDF-") or (b"%PDF-" in raw[:1024] and b"startxref" in raw[-2048:])


def is_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return bool(_PAGE.match(text))


def ending(raw: bytes) -> str:
    """How a file's name ends that holds these bytes: `.pdf`, `.html`, `.docx`, else `.txt`."""
    if is_pdf(raw):
        return ".pdf"
    if raw.startswith(b"PK"):
        return ".docx"
    return ".html" if is_page(raw[:8192].decode("utf-8", "replace").lstrip("\ufeff")) else ".txt"
