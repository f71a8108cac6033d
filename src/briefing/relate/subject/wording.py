"""How a claim is worded: its stems, names and loose numbers, by which unknown words can still be compared."""

from __future__ import annotations

import re
from typing import TypedDict

from briefing.model.claim import Claim
from briefing.relate.subject.stretches import Stretch

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_LETTERS, _STEM = 4, 6
"""Letters of a word that says something, and how many tell it from others."""


class Wording(TypedDict):
    """How a claim is worded."""

    stems: frozenset[str]
    names: frozenset[str]


def wording(text: str, stated: list[Stretch]) -> Wording:
    """The stems and names of what is stated."""
    words = [(m.start(), m[0]) for a, b in stated for m in _WORD.finditer(text, a, b)]
    return {
        "stems": frozenset(word.casefold()[:_STEM] for _, word in words if len(word) >= _LETTERS),
        "names": frozenset(word for at, word in words if at and word[0].isupper()),
    }


def loose_digits(claim: Claim) -> frozenset[str]:
    """The numbers in digits that belong to no date and count nothing: « 6 h 45 »."""
    offset = claim.evidence.start
    read = [(row.start - offset, row.end - offset) for row in (*claim.dates, *claim.quantities)]
    found = _DIGITS.finditer(claim.evidence.exact)
    return frozenset(m[0] for m in found if not any(a <= m.start() < b for a, b in read))
