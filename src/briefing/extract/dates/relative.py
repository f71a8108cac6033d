"""What forms mean that are told from the day of publication or from a date named before, and vague ones.

Each function is the meaning of a form's parts, None where they are no date. The parts have the names `anyunit`, `count`
(tagged `vague` where it counts nothing), `low` (the first of two counts), `turn`, `side` (-1 before, 1 after).
"""

from __future__ import annotations

from briefing.extract.dates.calendar import Reach, Unit
from briefing.extract.dates.compound import Between, FromAnchor, Moved
from briefing.extract.dates.constructions import Parts
from briefing.extract.dates.meaning import Meaning, Offset, Unknown, Weekday, Weekend
from briefing.extract.dates.named import reach

_BLURRED = {Unit.DECADE, Unit.CENTURY}  # « il y a deux siècles » tells no century
_DAY = 24  # hours
_WHOLE = {Unit.WEEKEND, Unit.QUARTER, Unit.HALF}


def vague(_found: Parts) -> Meaning:
    """« ces derniers mois », « il y a des années »: nothing to count with."""
    return Unknown()


def _step(found: Parts) -> int:
    """-1 for « dernier », 1 for « prochain », 0 for « ce » and « en cours »."""
    turn = reach(found)
    return 0 if turn is None else -1 if turn is Reach.LAST else 1


def neighbour(found: Parts) -> Meaning | None:
    """« ce mois », « l'an dernier », « la semaine prochaine »."""
    if found.unit("anyunit") is Unit.WEEKEND:
        return Weekend(reach(found))
    if found.unit("anyunit") is Unit.DAY and found.get("turn"):
        return None
    return Offset(found.unit("anyunit"), _step(found))


def anchored_neighbour(found: Parts) -> Meaning:
    """« l'année suivante », « le mois précédent », « ce jour-là », « la même année »."""
    return Offset(found.unit("anyunit"), found.number("following") if found.get("following") else 0, anchored=True)


def _is_vague(found: Parts) -> bool:
    """« quelques jours », « deux ou trois ans », « deux siècles »: nothing to count with."""
    return found.named["count"].tag == "vague" or found.get("low") is not None or found.unit("anyunit") in _BLURRED


def _counted(found: Parts, sign: int, *, anchored: bool = False) -> Meaning:
    """So many units before (-1) or after (1)."""
    if _is_vague(found):
        return Unknown()
    return Offset(found.unit("anyunit"), sign * found.number("count"), anchored)


def ago(found: Parts) -> Meaning:
    """« il y a trois jours »."""
    return _counted(found, -1)


def ahead(found: Parts) -> Meaning | None:
    """« dans trois jours »; « dans une année marquée par » counts nothing."""
    return None if found.number("count") == 1 and found.named["anyunit"].tag == "length" else _counted(found, 1)


def later(found: Parts) -> Meaning:
    """« trois jours plus tard »: counted from the date told before."""
    return _counted(found, found.number("later"), anchored=True)


def roughly(found: Parts) -> str | None:
    """« environ », « une dizaine de », « et demi »: the number is not the exact one."""
    count = found.get("count")
    return "approx" if found.get("bound") or found.get("half_more") or (count and count.tag == "about") else None


def from_date(found: Parts) -> Meaning:
    """« deux jours avant Noël »: the other date is told."""
    if _is_vague(found):
        return Unknown()
    return Moved(found.meaning("DATED"), found.unit("anyunit"), found.number("side") * found.number("count"))


def beside(found: Parts) -> Meaning:
    """« trois jours après, »: counted from the date told before."""
    return _counted(found, found.number("side"), anchored=True)


def weekday(found: Parts) -> Meaning:
    """« vendredi », « ce vendredi », « lundi prochain »."""
    return Weekday(found.number("weekday"), reach(found), pointed=found.get("this") is not None)


def weekday_after(found: Parts) -> Meaning:
    """« le lundi suivant »."""
    return FromAnchor(Weekday(found.number("weekday"), Reach.NEXT if found.number("following") > 0 else Reach.LAST))


def night(found: Parts) -> Meaning | None:
    """« la nuit du samedi au dimanche »."""
    first, last = found.number("first"), found.number("last")
    return Between(Weekday(first), Weekday(last)) if (last - first) % 7 == 1 else None


def weekdays(found: Parts) -> Meaning:
    """« de samedi à lundi »."""
    return Between(Weekday(found.number("first")), Weekday(found.number("last")))


def hours(found: Parts) -> Meaning | None:
    """« 48 heures plus tôt »: as many days."""
    days, rest = divmod(found.number("count"), _DAY)
    return Offset(Unit.DAY, found.number("side") * days, anchored=True) if days and not rest else None


def deictic(found: Parts) -> Meaning:
    """« hier », « demain »."""
    return Offset(Unit.DAY, found.number("deictic"))


def today(_found: Parts) -> Meaning:
    """« aujourd'hui », « ce soir »."""
    return Offset(Unit.DAY, 0)


def last_night(_found: Parts) -> Meaning:
    """« la nuit dernière »: the day that it began on."""
    return Offset(Unit.DAY, -1)


def whole(found: Parts) -> Meaning | None:
    """« le prochain trimestre » is one; « la prochaine année » runs from today and is vague."""
    return neighbour(found) if found.get("next") and found.unit("anyunit") in _WHOLE else Unknown()


def weekend(found: Parts) -> Meaning | None:
    """« pendant le week-end »."""
    return Weekend() if found.unit("anyunit") is Unit.WEEKEND else None


def several(found: Parts) -> Meaning | None:
    """« ces derniers mois »; « les six derniers mois » says how long, and is a quantity."""
    return None if found.get("count") else Unknown()


def this(found: Parts) -> Meaning | None:
    """« ce mois »; « cette journée » is the one that is told of."""
    return None if found.unit("anyunit") is Unit.DAY and found.named["anyunit"].tag == "length" else neighbour(found)
