"""What a number counts: a unit of measure, a currency, or the noun that follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from briefing.languages.fr.quantities.amounts import Amount
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, either, measures
from briefing.languages.fr.quantities.nouns import Noun, Wanted, name_at, noun_at

_OF = re.compile(r" d(?:e(?= )|(?='))")
_HALF = re.compile(r" et demie?(?!\w)", re.IGNORECASE)
_SIGNS_IN_FRONT = frozenset("$€£¥")
_PLURAL_FROM = 2
_NAMED_BELOW = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit and where its words end. `adjectives` stand before the noun; `half`: « et demie » follows it."""

    name: str
    kind: Kind
    end: int
    adjectives: tuple[str, ...] = ()
    half: bool = False
    signed: bool = False


def unit_after(text: str, amount: Amount) -> Unit | None:
    """The unit that follows the amount, or None where it is left out or there is none."""
    link = _OF.match(text, amount.span.end) if amount.linked else None
    at = link.end() if link else amount.span.end
    unit = _measure(text, at) or _counted(text, at, amount, linked=link is not None) or _in_front(text, amount)
    if unit is None or amount.linked or not (half := _HALF.match(text, unit.end)):
        return unit
    return replace(unit, end=half.end(), half=True)


def _in_front(text: str, amount: Amount) -> Unit | None:
    """« $300 »: the sign of a currency stands before the number."""
    sign = text[max(0, amount.lead - 2) : amount.lead].rstrip(" ")[-1:]
    known = measures().get(sign) if sign in _SIGNS_IN_FRONT else None
    return Unit(name=known.unit, kind=known.kind, end=amount.span.end) if known else None


@cache
def _forms() -> re.Pattern[str]:
    """Measures as written: symbols in their own case, words in any; after « d' » no space stands before them."""
    names = [form for form in measures() if len(form) > 3 and form.islower()]
    symbols = measures().keys() - names
    return re.compile(rf"[ ']?((?i:{either(names)})|{either(symbols)})(?![\w'])")


def _measure(text: str, at: int) -> Unit | None:
    """« 12 km », « 5 % », « 3 nouveaux milliards d'euros » aside: a unit of `units.yaml` or `currencies.yaml`."""
    found = _forms().match(text, at)
    if found is None:
        return None
    known = measures().get(found[1]) or measures()[found[1].lower()]
    return Unit(name=known.unit, kind=known.kind, end=found.end(), signed=known.signed)


def _counted(text: str, at: int, amount: Amount, *, linked: bool) -> Unit | None:
    """The noun after the number, after « de » when the number is a noun itself."""
    if amount.linked and not linked:
        return None
    if amount.spelled and amount.value == 0:
        return None  # « zéro déchet » counts nothing
    shouting = text[amount.span.start : amount.span.end].isupper()
    plural = linked or amount.value >= _PLURAL_FROM
    noun = noun_at(text, at, Wanted(plural=plural, shouting=shouting, article=amount.is_one))
    if noun is None and linked:
        noun = noun_at(text, at, Wanted(plural=False))
    if noun is None and amount.value < _NAMED_BELOW and text[amount.span.start - 2 : amount.span.start - 1].islower():
        noun = name_at(text, at)
    return _from(text, noun) if noun else None


def _from(text: str, noun: Noun) -> Unit:
    known = measures().get(text[noun.span.start : noun.span.end])  # « trois longues heures »
    kind, name = (known.kind, known.unit) if known else (Kind.THING, noun.singular)
    return Unit(name=name, kind=kind, end=noun.span.end, adjectives=noun.adjectives)
