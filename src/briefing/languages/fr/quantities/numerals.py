"""Numerals: how French writes numbers, in digits, in words, and in both (« 2,5 millions », « 1 million 200 000 »).

Rules of the spelling: Grevisse, *Le Bon Usage*, § 595–601. Both spellings of 1990 are read (« vingt et un »,
« vingt-et-un », « deux-cent-mille »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import takewhile

from briefing.languages.fr.quantities.lexicon.vocabulary import Multiplier, cardinals, either, scales
from briefing.model.span import Span

_GROUPED = r"[1-9][0-9]{0,2}(?P<mark>[ .'])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,4}(?![0-9])(?:,[0-9]{1,9})?"
_ENGLISH = r"[1-9][0-9]{0,2}(?:,[0-9]{3})*,000(?![0-9])"
_DIGITS = rf"(?P<grouped>{_GROUPED})|(?P<english>{_ENGLISH})|(?P<plain>[0-9]{{1,15}}(?![0-9])(?:[.,][0-9]{{1,9}})?)"
_HALF = re.compile(r" et demie?(?!\w)", re.IGNORECASE)
_LONGEST_BELOW_HUNDRED = 4  # « soixante et onze », « quatre vingt dix sept »
_HUNDRED, _THOUSAND = 100, 1000


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written. `scale` is its last multiplier (a million in « 2,5 millions »), 1 without."""

    span: Span
    value: Decimal
    spelled: bool
    scale: int = 1


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a numeral in lower case, or digits and their value, and where it ends."""

    word: str
    end: int
    digits: Decimal | None = None

    @property
    def number(self) -> int | None:
        """The value of a number word up to « mille »."""
        return cardinals().get(self.word)


class _Tokens:
    """The tokens from a place on, read as they are asked for."""

    def __init__(self, text: str, start: int) -> None:
        self._source = _tokens(text, start)
        self._read: list[_Token] = []

    def get(self, at: int) -> _Token | None:
        """The token at `at`, or None after the last one."""
        while len(self._read) <= at:
            token = next(self._source, None)
            if token is None:
                return None
            self._read.append(token)
        return self._read[at]

    def up_to(self, after: int) -> list[_Token]:
        """The first tokens, `after` excluded, all read before."""
        return self._read[:after]


@dataclass(frozen=True, slots=True)
class _Part:
    """What the tokens up to `after` (excluded) are worth."""

    value: Decimal
    after: int


def read(text: str, start: int) -> Numeral | None:
    """The longest numeral that begins at `start`, or None."""
    tokens = _Tokens(text, start)
    value, scale, at = Decimal(0), 0, 0
    while scale != 1 and (part := _below_million(tokens, at)):
        factor = _scale(tokens.get(part.after))
        if scale and (_mixes(tokens, at) or max(part.value, Decimal(factor)) >= scale):
            break
        at = part.after + (factor > 1)
        value, scale = value + part.value * factor, factor
    used = tokens.up_to(at)
    if not used:
        return None
    end = used[-1].end
    if scale > 1 and (half := _HALF.match(text, end)):
        end, value = half.end(), value + Decimal(scale) / 2
    scale = _THOUSAND if used[-1].number == _THOUSAND else scale
    return Numeral(Span(start, end), value, all(token.digits is None for token in used), scale)


def _mixes(tokens: _Tokens, at: int) -> bool:
    """« 3 milliards un an plus tôt »: what begins in digits does not go on in words."""
    first, here = tokens.get(0), tokens.get(at)
    return first is not None and here is not None and (first.digits is None) != (here.digits is None)


@cache
def _token() -> re.Pattern[str]:
    nouns = [word for word, scale in scales().items() if scale.kind is Multiplier.NOUN]
    signs = [word for word, scale in scales().items() if scale.kind is Multiplier.SIGN]
    plain = rf"(?P<word>(?i:{either([*cardinals(), *nouns])}))(?!\w)"
    return re.compile(
        rf"{_DIGITS}|{plain}|(?P<et>et)(?=[ -](?i:une?|onze)(?!\w))|(?P<sign>{either(signs)})(?= ?[€$£¥]| d['e])"
    )


def _tokens(text: str, start: int) -> Iterator[_Token]:
    at = start
    while found := _token().match(text, at):
        if found["grouped"] or found["english"] or found["plain"]:
            yield _Token("", found.end(), _decimal(found))
        else:
            yield _Token(found["sign"] or found[0].lower(), found.end())
        at = found.end() + (text[found.end() : found.end() + 1] in {" ", "-"})


def _decimal(found: re.Match[str]) -> Decimal:
    """The value of digits as the French press writes them: « 12.000 », « 3,5 », « 12.5 », and « 14,000 » for 14 000."""
    if found["english"]:
        return Decimal(found["english"].replace(",", ""))
    digits = found["plain"] or found["grouped"].translate({ord(mark): None for mark in " .'"})
    return Decimal(digits.replace(",", "."))


def _scale(token: _Token | None) -> int:
    """The value of a scale (« millions »), 1 for what is none."""
    known = scales().get(token.word) if token else None
    return known.value if known else 1


def _below_million(tokens: _Tokens, at: int) -> _Part | None:
    """Digits, or words up to « neuf cent mille … »; digits may stand before « mille »."""
    first = tokens.get(at)
    digits = first.digits if first else None
    head = _below_thousand(tokens, at) if digits is None else _Part(digits, at + 1)
    next_at = head.after if head else at
    word = tokens.get(next_at)
    if word is None or word.number != _THOUSAND or (head and head.value == 1):
        return head
    thousands = (head.value if head else 1) * Decimal(_THOUSAND)
    return _plus(_Part(thousands, next_at + 1), _below_thousand(tokens, next_at + 1))


def _below_thousand(tokens: _Tokens, at: int) -> _Part | None:
    head = _below_hundred(tokens, at)
    next_at = head.after if head else at
    word = tokens.get(next_at)
    if word is None or word.number != _HUNDRED or (head and head.value not in range(2, 10)):
        return head
    hundreds = (head.value if head else 1) * Decimal(_HUNDRED)
    return _plus(_Part(hundreds, next_at + 1), _below_hundred(tokens, next_at + 1))


def _plus(high: _Part, low: _Part | None) -> _Part:
    return _Part(high.value + low.value, low.after) if low and low.value else high


def _below_hundred(tokens: _Tokens, at: int) -> _Part | None:
    """The longest spelling that begins at `at`."""
    ahead = (tokens.get(at + n) for n in range(_LONGEST_BELOW_HUNDRED))
    words = [token.word for token in takewhile(lambda token: token is not None, ahead) if token]
    for size in range(len(words), 0, -1):
        value = _spellings().get(" ".join(words[:size]))
        if value is not None:
            return _Part(Decimal(value), at + size)
    return None


@cache
def _spellings() -> dict[str, int]:
    """Every spelling of 0 to 99, words parted by spaces."""
    known = {word: value for word, value in cardinals().items() if value < _HUNDRED}

    def among(*values: int) -> dict[str, int]:
        return {word: value for word, value in known.items() if value in values}

    units, tens, sixty = among(*range(1, 10)), among(*range(20, _HUNDRED)), among(60)
    scores = {f"{four} {twenty}": 80 for four in among(4) for twenty in among(20)}
    teens = among(*range(10, 17)) | {f"{ten} {unit}": 10 + units[unit] for ten in among(10) for unit in among(7, 8, 9)}
    return known | scores | teens | _sums(tens | scores, units) | _sums(sixty | scores, teens)


def _sums(high: dict[str, int], low: dict[str, int]) -> dict[str, int]:
    """« vingt deux », « vingt et un », « soixante et onze »."""
    plain = {f"{a} {b}": high[a] + low[b] for a in high for b in low}
    return plain | {f"{a} et {b}": high[a] + low[b] for a in high for b in low if low[b] in {1, 11}}
