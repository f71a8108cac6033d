"""Numbers as they are written: « 12,000 », « $1.5bn », « twenty-one », « a dozen », « hundreds of thousands »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from briefing.languages.en.quantities.vocabulary import known
from briefing.model.span import Span

_DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?!,?\d)(?:\.\d+)?|\d{1,15}(?!\d)(?:\.\d+)?"
_MOST = 10**18
"""What is larger counts nothing that the press writes of: a serial number, a run of zeros."""
_SHORT = ("k", "m", "mn", "bn", "tn")


class Numeral(Struct, frozen=True):
    """A number in a text. `crowd`: « hundreds of »; `currency`: by its sign."""

    value: int | float
    start: int
    end: int
    crowd: bool = False
    currency: str | None = None
    scaled: bool = False


def numerals(text: str, unit: Span) -> Iterator[Numeral]:
    """The numbers of a sentence, in order, whatever they count."""
    return (numeral for numeral in _all(text, unit) if numeral.value <= _MOST)


def _all(text: str, unit: Span) -> Iterator[Numeral]:
    for match in _pattern().finditer(text, unit.start, unit.end):
        if match["crowd"]:
            factors = (known().crowds.get(word) for word in match["crowd"].lower().split())
            value: int | float = 1
            for factor in factors:
                value *= factor or 1
            yield Numeral(value, match.start(), match.end("crowd"), crowd=True, scaled=True)
        elif match["digits"]:
            number = float(match["digits"].replace(",", ""))
            factor = _factor((match["scale"] or match["short"] or "").lower())
            currency = known().signs.get(match["sign"] or "")
            yield Numeral(_tidy(number * factor), match.start(), match.end(), currency=currency, scaled=factor > 1)
        else:
            value = _in_words(match["words"].lower())
            yield Numeral(value, match.start(), match.end(), scaled=value >= 100)


@cache
def _pattern() -> re.Pattern[str]:
    words = known()
    signs = "|".join(re.escape(sign) for sign in sorted(words.signs, key=lambda s: (-len(s), s)))
    scale = "|".join(word for word in words.scales if word not in _SHORT)
    number = "|".join(sorted(words.numbers, key=lambda w: (-len(w), w)))
    crowd = "|".join(words.crowds)
    short = "|".join(sorted((unit for unit in words.units if unit.isalpha() and len(unit) < 4), key=len, reverse=True))
    one = f"(?:half a|an?|{number})"
    scales = f"(?:[ -](?:{scale}))"
    scaled = rf"(?P<scale>{scales}{{1,3}})|(?P<short>{'|'.join(_SHORT[::-1])})(?!\w)"
    digits = rf"(?P<sign>{signs})?(?P<digits>{_DIGITS})(?:{scaled})?"
    named = rf"{one}{scales}{{1,3}}(?:(?: and |[ -])(?:{number}){scales}{{0,3}}){{0,12}}|(?:{number})(?:-(?:{number}))?"
    ends = rf"(?:(?=(?:{short})\b)|(?!\w|[.,]\d|[:/]\d|-[a-z]))"
    crowds = f"(?P<crowd>(?:{crowd})(?: of (?:{crowd})){{0,3}})(?= of )"
    return re.compile(rf"(?<![\w.,/:'-])(?:{crowds}|{digits}|(?P<words>{named})){ends}", re.IGNORECASE)


def _factor(scale: str) -> int:
    found = 1
    for word in re.split(r"[ -]+", scale.strip()):
        found *= known().scales.get(word, 1)
    return found


def _in_words(words: str) -> int | float:
    """« three hundred and fifty thousand »: what stands before a larger scale is multiplied by it."""
    if words.startswith("half a "):
        return _tidy(_factor(words.removeprefix("half a ")) / 2)
    total, current = 0, 0
    for word in re.split(r"[ -]+", words):
        scale = known().scales.get(word)
        if scale is None:
            current += 1 if word in ("a", "an") else known().numbers.get(word, 0)
        elif scale < 1000:
            current = max(current, 1) * scale
        else:
            total, current = total + max(current, 1) * scale, 0
    return total + current


def _tidy(value: float) -> int | float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
