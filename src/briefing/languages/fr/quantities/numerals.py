"""Numerals: how French writes numbers, in digits, in words, and in both (« 2,5 millions », « 1 million 200 000 »).

Rules of the spelling: Grevisse, *Le Bon Usage*, § 595–601. Both spellings of 1990 are read (« vingt et un »,
« vingt-et-un », « deux-cent-mille »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.extract.analysis.syntax import Word
from briefing.extract.numbers import decimal
from briefing.languages.fr.quantities.lexicon.vocabulary import Multiplier, cardinals, scales

_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 1_000_000
_LONGEST = 24  # words; longer than any number anybody spells
_DIGITS = re.compile(r"[0-9][0-9 .,:']*(?<=[0-9])")
_HALVES = frozenset({"demi", "demie"})


class Numeral(NamedTuple):
    """A number as written: words `first` to `last` (excluded).

    `scale` is its last multiplier (a million in « 2,5 millions »), 1 without. `glued`: the letters that touch its
    digits, as in « 18h ».
    """

    first: int
    last: int
    value: Decimal
    spelled: bool
    scale: int = 1
    glued: str = ""


class _Part(NamedTuple):
    value: Decimal
    after: int


def read(words: Sequence[Word], first: int) -> Numeral | None:
    """The longest numeral that begins with a word, or None."""
    if digits := _DIGITS.match(words[first].form):
        glued = words[first].form[digits.end() :]
        value = decimal(digits[0])
        if value is None or (glued and glued not in scales()):
            return None if value is None else Numeral(first, first + 1, value, False, 1, glued)
        if glued:
            return Numeral(first, first + 1, value * scales()[glued].value, False, scales()[glued].value)
    return _scaled(words, first, spelled=digits is None)


def spelled(atoms: Sequence[str]) -> tuple[int, int]:
    """The value of the longest number below a million that the words spell from the first on, and how many it takes."""
    total = group = taken = 0
    for n, atom in enumerate(atoms):
        if atom == "et":
            following = cardinals().get(atoms[n + 1]) if n + 1 < len(atoms) else None
            if following not in (1, 11) or group % _HUNDRED < 20 or group % 10:
                break
            continue
        value = cardinals().get(atom)
        joined = None if value is None else _joined(total, group, value, first=not taken)
        if joined is None:
            break
        total, group = joined
        taken = n + 1
    return total + group, taken


def _joined(total: int, group: int, value: int, *, first: bool) -> tuple[int, int] | None:
    """The thousands and the rest with one more word, or None where the number ends before it."""
    if value == _THOUSAND:
        return None if total or group == 1 else ((group or 1) * _THOUSAND, 0)
    if value == _HUNDRED:
        few = group in range(2, 10)
        return (total, group * _HUNDRED) if few else (None if group else (total, _HUNDRED))
    if value == 20 and group % _HUNDRED == 4:
        return total, group + 76  # « quatre-vingts »
    if group == 0:
        return (total, value) if first or value else None
    return (total, group + value) if _fits(group % _HUNDRED, value) else None


def _fits(tens: int, value: int) -> bool:
    """Whether a word below a hundred goes on after « soixante », « dix » or « cent »."""
    if tens == 0:
        return 0 < value < _HUNDRED
    if tens in (60, 80):
        return 0 < value < 20
    return tens % 10 == 0 and (7 if tens == 10 else 1) <= value <= 9


def _scaled(words: Sequence[Word], first: int, *, spelled: bool) -> Numeral | None:
    """« 2,5 millions », « un million deux cent mille »: parts with ever smaller scales."""
    value, scale, at, thousands = Decimal(0), 0, first, False
    while scale != 1 and at < len(words) and (part := _below_million(words, at)):
        factor = _scale(words, part.after)
        mixed = bool(scale) and words[at].form[0].isdecimal() is spelled
        if scale and (mixed or max(part.value, Decimal(factor)) >= scale):
            break
        thousands = words[part.after - 1].form.endswith("mille") and factor == 1
        at = part.after + (factor > 1)
        value, scale = value + part.value * factor, factor
    if at == first:
        return None
    if scale > 1 and at + 1 < len(words) and words[at].form == "et" and words[at + 1].form in _HALVES:
        at, value = at + 2, value + Decimal(scale) / 2
    return Numeral(first, at, value, spelled, _THOUSAND if thousands else scale or 1)


def _scale(words: Sequence[Word], at: int) -> int:
    """The value of a scale that multiplies: « millions », « M » before a currency."""
    known = scales().get(words[at].form) if at < len(words) else None
    if known is None or known.kind is Multiplier.GROUP:
        return 1
    if known.kind is Multiplier.SIGN:
        after = words[at + 1].form if at + 1 < len(words) else ""
        return (
            known.value if after in ("€", "$", "£", "¥") or (after in ("d'", "de") and len(words[at].form) > 1) else 1
        )
    return known.value


def _below_million(words: Sequence[Word], at: int) -> _Part | None:
    if words[at].form[0].isdecimal():
        value = decimal(words[at].form)
        if value is None:
            return None
        thousand = at + 1 < len(words) and words[at + 1].form == "mille"
        return _Part(value * _THOUSAND, at + 2) if thousand else _Part(value, at + 1)
    atoms = list(_atoms(words, at))
    value_of, taken = spelled([atom for atom, _ in atoms])
    if taken and taken < len(atoms) and atoms[taken][1] == atoms[taken - 1][1]:
        return None  # « cinq-à-sept »: a word of which only a part is a number
    return _Part(Decimal(value_of), atoms[taken - 1][1] + 1) if taken else None


def _atoms(words: Sequence[Word], at: int) -> Iterator[tuple[str, int]]:
    """The number words from a word on, hyphens taken apart, each with the index of its word."""
    for i in range(at, min(len(words), at + _LONGEST)):
        parts = words[i].form.split("-")
        yield from ((part, i) for part in parts)
        if not all(part in cardinals() or part == "et" for part in parts):
            return
