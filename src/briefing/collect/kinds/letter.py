"""A letter (`.eml`, RFC 5322): its subject, its day, and the text or page in it."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from briefing.collect.kinds.decode import decode

_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}\r?\n")
_KNOWN = re.compile(rb"^(?:from|subject|date|message-id|mime-version|received):", re.IGNORECASE | re.MULTILINE)


def is_letter(raw: bytes) -> bool:
    """Whether these are the bytes of a letter: several header lines that every letter has."""
    head = _HEADER.match(raw[:65_536])
    return head is not None and len({name.lower() for name in _KNOWN.findall(head[0])}) >= 3


def read_letter(raw: bytes) -> tuple[str, str | None, str | None]:
    """The text or page in a letter, its subject, and its day. Raises ValueError where it holds neither."""
    letter = BytesParser(EmailMessage, policy=policy.default).parsebytes(raw)
    body = letter.get_body(("html", "plain"))
    if body is None:
        raise ValueError("the letter holds no text")
    try:
        text = str(body.get_content())
    except LookupError:  # an encoding that nobody knows
        text = decode(bytes(body.get_payload(decode=True) or b"")).text
    return text, str(letter.get("Subject", "")).strip() or None, _day(letter)


def _day(letter: EmailMessage) -> str | None:
    """The day of a letter where it was written."""
    try:
        return parsedate_to_datetime(str(letter.get("Date", ""))).date().isoformat()
    except (ValueError, IndexError):
        return None
