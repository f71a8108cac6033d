"""Whether a line is a paragraph of an article, or the site's: a credit, a link elsewhere, a notice, an offer."""

from __future__ import annotations

import re

from briefing.collect.words import beginning, every, folded

_PROSE = re.compile(r"[.!?…:;]\s?[»”\"’')\]]*\s*$")
SHORT = 160
"""More characters are a paragraph, not a line about one."""
_PAYWALL = re.compile("|".join(map(re.escape, every("paywall"))))
_CREDITED = re.compile(
    rf"\((?:{'|'.join(map(re.escape, every('credited')))})\b[^()]*\)$"
    rf"|(?:{'|'.join(map(re.escape, every('credit')))})[^.!?]{{1,50}}$"
    rf"|\b(?:{'|'.join(map(re.escape, every('agencies')))})\s?/[^/.!?]{{2,40}}$"
)
_LENGTH = re.compile(
    rf"\d{{1,3}} ?(?:{'|'.join(map(re.escape, every('lengths')))})\.?|\d{{1,2}}:\d\d ?/ ?-?\d{{1,2}}:\d\d"
)
"""How long a text takes to read, or a record to hear: « 3 min », « 00:00/03:12 »."""
_NOTICE = re.compile("|".join(map(re.escape, every("notices"))))
_INVITATION = re.compile("|".join(map(re.escape, every("invitations"))))


def is_prose(line: str) -> bool:
    """Whether a line reads as a paragraph of an article."""
    return len(line.split()) >= 12 and bool(_PROSE.search(line.rstrip()[-8:])) and not is_about(line)


def is_about(line: str) -> bool:
    """Whether a line is the site's or about the article: a picture's credit, a link elsewhere, a notice, a button."""
    if is_paywall(line):
        return True
    if len(line) > SHORT or not line.strip():
        return False
    if beginning(line, "credit") or beginning(line, "elsewhere"):
        return True
    line = folded(line)
    return bool(_LENGTH.fullmatch(line) or _NOTICE.search(line))


def is_credited(line: str) -> bool:
    """Whether a line ends with a picture's credit: « Le pont, le 3 mai (Photo J. Morel. AFP) », « … © AFP »."""
    return len(line) < 2 * SHORT and bool(_CREDITED.search(folded(line)))


def is_paywall(line: str) -> bool:
    """Whether a line says that the rest is for subscribers."""
    return len(line) < 2 * SHORT and bool(_PAYWALL.search(folded(line)))


def is_invitation(line: str) -> bool:
    """Whether a line asks to subscribe."""
    return len(line) < 2 * SHORT and bool(_INVITATION.search(folded(line)))
