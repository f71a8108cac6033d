"""Numerals: numbers in digits, in words, and in both: « 2,5 millions », « 1 million 2 », “three hundred and six”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from briefing.extract.analysis.syntax import Word
from briefing.extract.words.lexicon import Entry

_THOUSAND = 1000
_LONGEST = 24  # words; longer than any number anybody spells
_DIGITS = re.compile(r"[0-9][0-9 .,:']*(?<=[0-9])")
_CURRENCIES = frozenset("€$£¥")


class Multiplier(StrEnum):
    """How a scale is used."""

    NOUN = "noun"
    """« deux millions d'euros », “two million euros”."""
    GROUP = "group"
    """« une dizaine de cas »: so many more or less, with an article."""
    SIGN = "sign"
    """After digits and before a currency: « 2 Md$ »."""


class Scale(Entry, frozen=True, kw_only=True):
    """Words that multiply a number."""

    words: tuple[str, ...]
    kind: Multiplier
    value: int
    example: str = ""
    alone: bool = False
    """Whether it also counts where no noun follows: « une centaine ont fui »."""


class NumberWords(Struct, frozen=True, kw_only=True):
    """The words by which a language writes numbers, in lower case."""

    cardinals: Mapping[str, int]
    """Up to a thousand."""
    scales: Mapping[str, Scale]
    joint: str
    """What may stand between two words of a number: « vingt [et] un »."""
    adds: Callable[[int, int, bool], int | None]
    """What a number below a thousand becomes by one more word, behind the joint or not; None where it ends before it.

    A thousand, as that word, is multiplied by what it becomes.
    """
    decimal: Callable[[str], Decimal | None]
    """The value of digits with their marks."""
    of: frozenset[str] = frozenset()
    """What stands between a large number and its noun: « deux millions [d'] euros »."""
    halves: frozenset[str] = frozenset()
    """« un million et [demi] »."""
    estimating: frozenset[str] = frozenset()
    """Adjectives between a number and its scale: « une [bonne] dizaine »."""


class Numeral(Struct, frozen=True):
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


class _Part(Struct, frozen=True):
    value: Decimal
    after: int


def read(words: Sequence[Word], first: int, known: NumberWords) -> Numeral | None:
    """The longest numeral that begins with a word, or None."""
    if digits := _DIGITS.match(words[first].form):
        glued = words[first].form[digits.end() :]
        value = known.decimal(digits[0])
        if value is None or (glued and glued not in known.scales):
            return None if value is None else Numeral(first, first + 1, value, False, 1, glued)
        if glued:
            scale = known.scales[glued].value
            return Numeral(first, first + 1, value * scale, False, scale)
    return _scaled(words, first, known, spelled=digits is None)


def spelled(atoms: Sequence[str], known: NumberWords) -> tuple[int, int]:
    """The value of the longest number below a million that the words spell from the first on, and how many it takes."""
    total = rest = taken = 0
    joined = False
    for n, atom in enumerate(atoms):
        if atom == known.joint and taken == n > 0:
            joined = True
            continue
        value = known.cardinals.get(atom)
        zero = value == 0 and taken
        more = None if value is None or zero else known.adds(rest, value, joined)
        if more is None or (value == _THOUSAND and total):
            break
        total, rest = (more * _THOUSAND, 0) if value == _THOUSAND else (total, more)
        taken, joined = n + 1, False
    return total + rest, taken


def _scaled(words: Sequence[Word], first: int, known: NumberWords, *, spelled: bool) -> Numeral | None:
    """« 2,5 millions », « un million deux cent mille »: parts with ever smaller scales."""
    value, scale, at, thousands = Decimal(0), 0, first, False
    while scale != 1 and at < len(words) and (part := _below_million(words, at, known)):
        factor = _scale(words, part.after, known)
        mixed = bool(scale) and words[at].form[0].isdecimal() is spelled
        if scale and (mixed or max(part.value, Decimal(factor)) >= scale):
            break
        thousands = factor == 1 and known.cardinals.get(_last_atom(words[part.after - 1])) == _THOUSAND
        at = part.after + (factor > 1)
        value, scale = value + part.value * factor, factor
    if at == first:
        return None
    if scale > 1 and at + 1 < len(words) and words[at].form == known.joint and words[at + 1].form in known.halves:
        at, value = at + 2, value + Decimal(scale) / 2
    return Numeral(first, at, value, spelled, _THOUSAND if thousands else scale or 1)


def _last_atom(word: Word) -> str:
    return word.form.rpartition("-")[2]


def _scale(words: Sequence[Word], at: int, known: NumberWords) -> int:
    """The value of a scale that multiplies: « millions », « M » before a currency; 1 where there is none."""
    scale = known.scales.get(words[at].form) if at < len(words) else None
    if scale is None or scale.kind is Multiplier.GROUP:
        return 1
    if scale.kind is Multiplier.SIGN:
        after = words[at + 1].form if at + 1 < len(words) else ""
        counts = after in _CURRENCIES or (after in known.of and len(words[at].form) > 1)
        return scale.value if counts else 1
    return scale.value


def _below_million(words: Sequence[Word], at: int, known: NumberWords) -> _Part | None:
    if words[at].form[0].isdecimal():
        value = known.decimal(words[at].form)
        if value is None:
            return None
        thousand = at + 1 < len(words) and known.cardinals.get(words[at + 1].form) == _THOUSAND
        return _Part(value * _THOUSAND, at + 2) if thousand else _Part(value, at + 1)
    atoms = list(_atoms(words, at, known))
    value_of, taken = spelled([atom for atom, _ in atoms], known)
    if taken and taken < len(atoms) and atoms[taken][1] == atoms[taken - 1][1]:
        return None  # « cinq-à-sept »: a word of which only a part is a number
    return _Part(Decimal(value_of), atoms[taken - 1][1] + 1) if taken else None


def _atoms(words: Sequence[Word], at: int, known: NumberWords) -> Iterator[tuple[str, int]]:
    """The number words from a word on, hyphens taken apart, each with the index of its word."""
    for i in range(at, min(len(words), at + _LONGEST)):
        parts = words[i].form.split("-")
        yield from ((part, i) for part in parts)
        if not all(part in known.cardinals or part == known.joint for part in parts):
            return
