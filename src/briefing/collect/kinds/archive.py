"""A page that a browser saved as one file (MHTML): the page in it, and its address."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from msgspec.structs import replace

from briefing.collect.original import Original


def is_archive(raw: bytes) -> bool:
    """Whether these are the bytes of a saved page with its parts."""
    head = raw[:4096].lower()
    return b"mime-version:" in head and b"multipart/related" in head and not head.lstrip().startswith(b"<")


def saved_page(original: Original) -> Original:
    """The first page in an archive. Raises ValueError where it holds none."""
    for part in message_from_bytes(original.raw).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and isinstance(content, bytes):
            address = _address(part)
            return replace(original, raw=content, url=address or original.url, charset=part.get_content_charset())
    raise ValueError("the archive holds no page")


def _address(part: Message) -> str | None:
    address = str(part.get("Content-Location", "")).strip()
    return address if address.startswith(("http://", "https://")) else None
