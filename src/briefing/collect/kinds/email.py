"""A letter (`.eml`, RFC 5322): its subject, its day, and the text or page in it, without what letters put around it."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from itertools import pairwise

from msgspec import Struct

from briefing.collect.kinds.decode import decode
from briefing.collect.lines.bylines import is_name
from briefing.collect.words import every, plain


def _any(name: str) -> str:
    return "|".join(map(re.escape, every(name)))


_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}\r?\n")
_WIDE = 80
"""Characters beyond which no line of a letter is broken by the program that wrote it,"""
_FULL = 50
"""and below which none is: a line that ends before was ended by a person."""
_HANDED_ON = re.compile(r"(?:-{2,}[^\n]*-{2,}\s*\n)?((?:[ \t]*\*?[^\W\d_]{1,10}\*?[\u00a0 ]?:[^\n]*\n){3,})\s*")
"""What a program writes above a letter that it hands on: sender, day, subject, receiver."""
_SUBJECT = re.compile(rf"^[ \t]*\*?(?:{_any('subjects')})\*?\s?:\*?\s*(.+)", re.IGNORECASE | re.MULTILINE)
_AGAIN = re.compile(rf"^(?:(?:{_any('answers')})\s?:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
"""The line below which the sender's own words stand (RFC 3676)."""
_LISTED = frozenset({"list-id", "list-unsubscribe"})
"""Headers of a letter to many (RFC 2919, RFC 2369)."""
_KNOWN = re.compile(rb"^(?:from|subject|date|message-id|mime-version|received):", re.IGNORECASE | re.MULTILINE)


def is_letter(raw: bytes) -> bool:
    """Whether these are the bytes of a letter: several header lines that every letter has."""
    head = _HEADER.match(raw[:65_536])
    return head is not None and len({name.lower() for name in _KNOWN.findall(head[0])}) >= 3


class Letter(Struct, frozen=True):
    """The text or page in a letter, and what its header tells."""

    text: str
    subject: str | None
    day: str | None
    author: str | None
    """The person who sent it to all who asked for it."""


def read_letter(raw: bytes) -> Letter:
    """What a letter says. Raises ValueError where it holds neither text nor page."""
    letter = BytesParser(EmailMessage, policy=policy.default).parsebytes(raw)
    body = letter.get_body(("html", "plain"))
    if body is None:
        raise ValueError("the letter holds no text")
    payload = body.get_payload(decode=True)  # `get_content` takes what names no encoding for ASCII
    text = decode(payload if isinstance(payload, bytes) else b"", body.get_content_charset()).text
    subject = str(letter.get("Subject", "")).strip()
    if body.get_content_subtype() == "plain":
        handed_on = _HANDED_ON.match(text.lstrip())
        inner = _SUBJECT.search(handed_on[1]) if handed_on else None
        subject = inner[1].strip() if inner else subject
        text = _SIGNATURE.split(text.lstrip()[handed_on.end() if handed_on else 0 :])[0]
        text = _whole_lines(text, is_flowed=body.get_param("format") == "flowed")
    return Letter(text, _AGAIN.sub("", subject) or None, _day(letter), _author(letter))


def _author(letter: EmailMessage) -> str | None:
    """The person who sent a letter to a list: who writes under an address that repeats the name, as its host does not.

    Other letters hand on what somebody else wrote.
    """
    if not _LISTED & {name.lower() for name in letter.keys()}:  # noqa: SIM118 - a letter's headers are no dictionary
        return None
    for name, address in getaddresses([str(letter.get("From", ""))])[:1]:
        user, _, host = plain(address).rpartition("@")
        words = [plain(word) for word in re.findall(r"\w{3,}", name)]
        is_person = any(word in user for word in words) and not any(word in host for word in words)
        return name if is_person and is_name(name) else None
    return None


def _whole_lines(text: str, *, is_flowed: bool) -> str:
    """A text whose lines a program broke as it was written: at spaces that it left (RFC 3676), or at a width."""
    lines = text.replace("\r\n", "\n").split("\n")
    if not is_flowed and max(map(len, lines)) > _WIDE:
        return text
    whole = lines[:1]
    for before, line in pairwise(lines):
        goes_on = before.endswith(" ") if is_flowed else len(before) > _FULL and bool(line.strip())
        if goes_on:
            whole[-1] = f"{whole[-1].rstrip(' ')} {line}"
        else:
            whole.append(line)
    return "\n".join(whole)


def _day(letter: EmailMessage) -> str | None:
    """The day of a letter where it was written."""
    try:
        return parsedate_to_datetime(str(letter.get("Date", ""))).date().isoformat()
    except (ValueError, IndexError):
        return None
