"""What the word before a number makes of it: « les deux pays » refers back, « le 400 mètres » is a name."""

from __future__ import annotations

from functools import cache

from briefing.languages.fr.quantities import bounds
from briefing.languages.fr.quantities.context import Around
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, words
from briefing.model.annotation import Bound

_LARGE = 100


def is_article(around: Around) -> bool:
    """« un » and « une » count only beside a bound (« plus d'une heure »), in a range, a ratio, or with « et demi »."""
    group = around.group
    if not group.amount.is_one or group.top or group.over:
        return False
    if group.unit is None:
        return True
    counts = around.beside is not None and (around.beside.entry.article or around.kind is not Kind.THING)
    return not counts and not group.unit.half


def is_always(around: Around) -> bool:
    """« 24 heures sur 24 », « 7 jours sur 7 »: all the time."""
    return around.group.over == around.group.value


def is_singular(around: Around) -> bool:
    """« le 400 mètres », « la 5e », « un 20 heures »; « le 1 % le plus riche » counts."""
    return _bare_word(around) in words("singular_determiners") and around.kind not in {Kind.SHARE, Kind.MONEY}


def is_anaphoric(around: Around) -> bool:
    """« les deux pays », « ces trois cibles »: a number said before, or known.

    A large one, a measure or a sum is news even after « les » (« les 350 salariés »), unless the text gave it before.
    """
    word, group = _bare_word(around), around.group
    if word in words("demonstratives"):
        return True
    if word not in words("definite_determiners") or (group.amount.vague and word == "des"):
        return False
    if around.follows(_thresholds()) or bounds.after(around.text, group.end):  # « les 65 ans et plus »
        return False
    if group.amount.vague or around.kind is Kind.TIME:
        return True
    measured = around.kind in {Kind.SHARE, Kind.MONEY} or (around.kind is Kind.SIZE and not group.amount.spelled)
    return not measured and (group.value < _LARGE or group.value in around.counted)


@cache
def _thresholds() -> frozenset[str]:
    return frozenset(f"{noun} des" for noun in words("thresholds"))


def is_manner(around: Around) -> bool:
    """« par milliers », « les dizaines de lettres »: a noun of number that counts nothing here."""
    amount = around.group.amount
    if amount.vague is None or amount.lead != amount.span.start:
        return False
    return amount.vague is Bound.APPROX or _bare_word(around) in words("no_count_before")


def _bare_word(around: Around) -> str:
    """The word before the number, where no bound words stand between."""
    return "" if around.beside else around.word_before.lower()
