"""Typography folded away, so that annotations and findings are compared by their words and not by offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.model.span import Span

R = TypeVar("R")
_FOLDS = str.maketrans(dict.fromkeys("’‘", "'") | dict.fromkeys("“”«»", '"') | dict.fromkeys("–—‑", "-"))
_ENDS = ' ".'
_ENOUGH = 0.6


def fold(text: str) -> str:
    """`text` with one apostrophe, one quotation mark, one dash and single plain spaces."""
    text = unicodedata.normalize("NFKC", text).translate(_FOLDS)
    return re.sub(r"\s+", " ", text).strip()


def key(text: str) -> str:
    """The words of `text` in lower-case ASCII."""
    ascii_text = unicodedata.normalize("NFKD", fold(text)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", ascii_text).strip()


def same_name(wanted: str | None, found: str | None) -> bool:
    """Whether one name's words are all in the other: « Kim » and « Kim Jong-un »."""
    a, b = set(key(wanted or "").split()), set(key(found or "").split())
    return bool(a and b) and (a <= b or b <= a)


def same_evidence(wanted: str, found: str) -> bool:
    """Whether a passage holds an annotated one, or shares most of its words with it."""
    a, b = set(key(wanted).split()), set(key(found).split())
    return bool(a) and (fold(wanted) in fold(found) or len(a & b) >= _ENOUGH * min(len(a), len(b)))


def same_date(wanted: str | None, found: str | None) -> bool:
    """Whether two EDTF values are the same but for their doubts; None is a value too."""
    return _plain_date(wanted) == _plain_date(found)


def _plain_date(value: str | None) -> str:
    return re.sub(r"[~?%]", "", value or "").strip().replace("..", "/")


@dataclass(frozen=True, slots=True)
class Located(Generic[R]):
    """A row, annotated or found, and where its words stand in the folded text."""

    span: Span
    row: R


@dataclass(frozen=True, slots=True)
class Body:
    """An article's folded text, in which rows are found by their words."""

    text: str

    def locate(self, rows: Iterable[R], words: Callable[[R], str]) -> list[Located[R]]:
        """The rows whose words are in the text; the n-th row of the same words stands at their n-th occurrence."""
        last: dict[str, int] = {}
        found = []
        for row in rows:
            exact = fold(words(row)).strip(_ENDS)
            start = self._find(exact, last.get(exact, -1) + 1)
            if start >= 0:
                last[exact] = start
                found.append(Located(Span(start, start + len(exact)), row))
        return found

    def _find(self, exact: str, after: int) -> int:
        if not exact:
            return -1
        start = self.text.find(exact, after)
        return start if start >= 0 else self.text.find(exact)
