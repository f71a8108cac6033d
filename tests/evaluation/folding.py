"""Typography and titles folded away, so that annotations and findings are compared by what they say."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from briefing.model.date import Date

from .annotated import Dated

_FOLDS = str.maketrans(dict.fromkeys("’‘", "'") | dict.fromkeys("“”«»", '"') | dict.fromkeys("–—‑", "-"))
_ENOUGH = 0.6
_LEADING = frozenset(
    "m mm mme mmes mlle me mgr dr pr monsieur madame mademoiselle le la les l un une des du au aux".split()  # noqa: SIM905
)
"""What may stand before a name and is none of it."""
_SMALLEST, _LARGEST = 1 / 13, 1 / 2
"""What share of a date « fin », « début » or « mi » may mean: of a year a month, or half of it."""


def fold(text: str) -> str:
    """`text` with one apostrophe, one quotation mark, one dash and single plain spaces."""
    text = unicodedata.normalize("NFKC", text).translate(_FOLDS)
    return re.sub(r"\s+", " ", text).strip()


def key(text: str) -> str:
    """The words of `text` in lower-case ASCII."""
    ascii_text = unicodedata.normalize("NFKD", fold(text)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", ascii_text).strip()


def name_key(text: str) -> str:
    """A name without article and title of civility: « Mme Morel » is « Morel », « le Sénat » « Sénat »."""
    words = key(text).split()
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(words)


def same_name(wanted: str | None, found: str | None) -> bool:
    """Whether one name's words are all in the other: « Kim » and « Kim Jong-un »."""
    a, b = set(name_key(wanted or "").split()), set(name_key(found or "").split())
    return bool(a and b) and (a <= b or b <= a)


def says(wanted: str | None, alternatives: tuple[str, ...], found: str | None) -> bool:
    """Whether a name is the annotated one, a part of it or more than it, or exactly one of its alternatives."""
    return same_name(wanted, found) or name_key(found or "") in map(name_key, alternatives)


def same_evidence(wanted: str, found: str) -> bool:
    """Whether a passage holds an annotated one, or shares most of its words with it."""
    a, b = set(key(wanted).split()), set(key(found).split())
    return bool(a) and (fold(wanted) in fold(found) or len(a & b) >= _ENOUGH * min(len(a), len(b)))


def same_date(wanted: Dated, value: str | None, mod: str | None) -> bool:
    """The same days and, where annotated, the same mod; or the days that the mod means (fin 2019: 2019-12)."""
    given = _days(value)
    meant = [_days(text) for text in (wanted.value, *wanted.alt)]
    if given in meant and wanted.mod.upper() in {"", (mod or "").upper()}:
        return True
    wholes = (whole for whole in meant if isinstance(whole, tuple))
    return not mod and isinstance(given, tuple) and any(_is_part(given, whole, wanted.mod.upper()) for whole in wholes)


def _is_part(given: tuple[date, date], whole: tuple[date, date], mod: str) -> bool:
    """Whether days are the beginning, the middle or the end of others."""
    if not (whole[0] <= given[0] and given[1] <= whole[1]):
        return False
    share = ((given[1] - given[0]).days + 1) / ((whole[1] - whole[0]).days + 1)
    begins, ends = given[0] == whole[0], given[1] == whole[1]
    place = {"START": begins, "END": ends, "MID": not begins and not ends}
    return _SMALLEST <= share <= _LARGEST and place.get(mod, False)


def _days(value: str | None) -> tuple[date, date] | str | None:
    """The days of an EDTF value, None where it says nothing; what cannot be read stays text."""
    text = re.sub(r"[~?%\s]", "", value or "").replace("..", "/") if "/" not in (value or "") else value or ""
    found = Date.parse(re.sub(r"[~?%\s]", "", text))
    return (found.first, found.last) if found else (text or None)
