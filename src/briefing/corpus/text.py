"""One-to-one folding of typographic variants, so that offsets in the fold are offsets in the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_REACH = 24
"""Code points in which two small words stand."""
_APOSTROPHES = "’ʼ‛`´＇"
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_HYPHENS = "\u2010\u2011"
_DASHES = "\u2012\u2013\u2014\u2015\u2212"

_FOLD = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_DASHES, "–"),
    }
)


def before(text: str, start: int) -> list[str]:
    """The last two words before an offset, in lower case and without accents: « dans l' » of « dans l'est »."""
    return plain(text[max(0, start - _REACH) : start]).split()[-2:]


def fold(text: str) -> str:
    """`text` with one apostrophe, one space, one hyphen and one dash; the same number of code points."""
    return text.translate(_FOLD)


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A word in lower case, without accents and ligatures: « Cœurs » and « coeurs » are one."""
    lower = word.lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", lower.replace("œ", "oe").replace("æ", "ae"))
    return "".join(char for char in apart if not unicodedata.combining(char))
