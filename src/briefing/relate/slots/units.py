"""What a number counts, by its unit: whether two units can count the same thing."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from briefing.corpus.text import plain
from briefing.extract.words.wording import Wording
from briefing.relate.slots.words import stem


class Kind(StrEnum):
    """What units count; those of two kinds never count one thing."""

    SHARE = "share"
    MONEY = "money"
    TIME = "time"
    SIZE = "size"
    PEOPLE = "people"
    THING = "thing"


class Fate(StrEnum):
    """What befalls people; those of two fates are never the same."""

    DEAD = "dead"
    HURT = "hurt"
    MISSING = "missing"


class Unit(Struct, frozen=True):
    """A unit by its stem, its currency or %."""

    stem: str
    kind: Kind
    is_general: bool = False
    """Whether it leaves to other words what is counted: « personne », « cas »."""
    fate: Fate | None = None
    """What befell the people whom it counts."""

    @property
    def is_signed(self) -> bool:
        """Whether it is a sign, which says nothing of what is counted."""
        return self.kind in (Kind.SHARE, Kind.MONEY)

    def fits(self, other: Unit) -> float:
        """How well two units fit, from 0 (they cannot count the same) to 1 (one unit)."""
        if self.stem == other.stem:
            return 1.0
        if self.is_signed or other.is_signed or (self.fate and other.fate and self.fate is not other.fate):
            return 0.0
        if self.kind is not other.kind:
            return 0.6 if self._is_case_of(other) or other._is_case_of(self) else 0.0
        if self.kind in (Kind.TIME, Kind.SIZE):
            return 0.3
        return 0.6 if self.is_general or other.is_general else 0.4

    def _is_case_of(self, other: Unit) -> bool:
        """« vingt-sept cas », « dix-neuf malades »; no death is one."""
        return self.is_general and self.kind is Kind.THING and other.kind is Kind.PEOPLE and not other.fate


def unit(written: str, wording: Wording) -> Unit:
    """The unit that a quantity names: its first noun, %, or a currency."""
    if written == "%":
        return Unit(written, Kind.SHARE)
    if written.isupper():
        return Unit(written, Kind.MONEY)
    noun = written.split(maxsplit=1)[0]
    low = plain(noun)
    is_general = low in wording.people or low in wording.cases
    fate = _fate(low, wording)
    return Unit(stem(noun), Kind.PEOPLE if fate else _kind(noun, low, wording), is_general, fate)


def _fate(low: str, wording: Wording) -> Fate | None:
    fates = {Fate.DEAD: wording.dead, Fate.HURT: wording.hurt, Fate.MISSING: wording.missing}
    return next((fate for fate, units in fates.items() if low in units), None)


def _kind(noun: str, low: str, wording: Wording) -> Kind:
    if low in wording.durations:
        return Kind.TIME
    if low in wording.sizes:
        return Kind.SIZE
    is_person = low in wording.people or low in wording.victims or wording.is_person(noun)
    return Kind.PEOPLE if is_person else Kind.THING
