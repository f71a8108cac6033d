"""Words as a reader may type them: no case, no accents, no ligatures, elided articles and hyphens apart.

`assets/10-words.js` does the same with what a reader types; `tests/search/vectors.yaml` holds both to one result.
"""

from __future__ import annotations

import re
from unicodedata import category, normalize

# What Unicode does not take apart, and what stands for an apostrophe.
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ı": "i", "ς": "σ"}
_APART = _LETTERS | dict.fromkeys("’‘ʼ`", "'")
# 12 000, 12.000, 12,000 and 12'000 are 12000; 2024 300 is not a number.
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ .,']\d{3})+(?!\d)")
_NO_DIGIT = re.compile(r"\D")
# Letters part from digits: F16 is F-16, 500kg is 500 kg.
_WORD = re.compile(r"[^\W\d_]+|\d+")


class _Folding(dict[int, str]):
    """What each character becomes, worked out at its first appearance."""

    def __missing__(self, code: int) -> str:
        kept = (c for c in normalize("NFKD", chr(code)) if not category(c).startswith("M") and category(c) != "Cf")
        self[code] = "".join(_APART.get(c, c) for c in "".join(kept).lower())
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` in lower case without accents, ligatures and invisible characters; its length may change."""
    return text.translate(_FOLDING)


def tokens(text: str) -> list[str]:
    """The folded words and numbers of `text`, in order; a number grouped by thousands is one."""
    return _WORD.findall(_GROUPED.sub(lambda number: _NO_DIGIT.sub("", number[0]), fold(text)))
