"""Forms of dates told from the day of publication or from a date named before, and vague ones."""

from __future__ import annotations

from briefing.extract.dates.calendar import Reach, Unit
from briefing.extract.dates.compound import Between, FromAnchor, Moved
from briefing.extract.dates.constructions import Construction, Parts
from briefing.extract.dates.meaning import Meaning, Offset, Unknown, Weekday, Weekend
from briefing.languages.fr.dates.named import reach
from briefing.languages.fr.dates.vocabulary import unit

_BLURRED = {Unit.DECADE, Unit.CENTURY}  # « il y a deux siècles » tells no century
_DAY = 24  # hours
_WHOLE = {Unit.WEEKEND, Unit.QUARTER, Unit.HALF}


def _vague(_found: Parts) -> Meaning:
    return Unknown()


def _unit(found: Parts) -> Unit:
    return unit(found.value("anyunit"))


def _step(found: Parts) -> int:
    """-1 for « dernier », 1 for « prochain », 0 for « ce » and « en cours »."""
    turn = reach(found)
    return 0 if turn is None else -1 if turn is Reach.LAST else 1


def _neighbour(found: Parts) -> Meaning | None:
    """« ce mois », « l'an dernier », « la semaine prochaine »."""
    if _unit(found) is Unit.WEEKEND:
        return Weekend(reach(found))
    if _unit(found) is Unit.DAY and found.get("turn"):
        return None
    return Offset(_unit(found), _step(found))


def _anchored_neighbour(found: Parts) -> Meaning:
    """« l'année suivante », « le mois précédent », « ce jour-là », « la même année »."""
    return Offset(_unit(found), found.number("following") if found.get("following") else 0, anchored=True)


def _is_vague(found: Parts) -> bool:
    """« quelques jours », « deux ou trois ans », « deux siècles »: nothing to count with."""
    return found.named["count"].tag == "vague" or found.get("low") is not None or _unit(found) in _BLURRED


def _counted(found: Parts, sign: int, *, anchored: bool = False) -> Meaning:
    """So many units before (-1) or after (1)."""
    if _is_vague(found):
        return Unknown()
    return Offset(_unit(found), sign * found.number("count"), anchored)


def _ago(found: Parts) -> Meaning:
    return _counted(found, -1)


def _ahead(found: Parts) -> Meaning | None:
    """« dans trois jours »; « dans une année marquée par » counts nothing."""
    return None if found.number("count") == 1 and found.named["anyunit"].tag == "length" else _counted(found, 1)


def _later(found: Parts) -> Meaning:
    return _counted(found, found.number("later"), anchored=True)


def _roughly(found: Parts) -> str | None:
    """« environ », « une dizaine de », « et demi »: the number is not the exact one."""
    count = found.get("count")
    return "approx" if found.get("bound") or found.get("half_more") or (count and count.tag == "about") else None


def _offset_or_event(found: Parts) -> Meaning:
    """« deux jours avant Noël »: the other date is told."""
    if _is_vague(found):
        return Unknown()
    return Moved(found.meaning("DATED"), _unit(found), found.number("side") * found.number("count"))


def _beside(found: Parts) -> Meaning:
    """« trois jours après, »: counted from the date told before."""
    return _counted(found, found.number("side"), anchored=True)


def _weekday(found: Parts) -> Meaning | None:
    """« vendredi », « lundi prochain », « lundi en huit »."""
    weeks = {0: 0, 8: 1, 15: 2}.get(found.number("weeks") if found.get("weeks") else 0)
    if weeks is None:
        return None
    return Weekday(found.number("weekday"), Reach.NEXT if weeks else reach(found), weeks)


def _weekday_after(found: Parts) -> Meaning:
    return FromAnchor(Weekday(found.number("weekday"), Reach.NEXT if found.number("following") > 0 else Reach.LAST))


def _night(found: Parts) -> Meaning | None:
    """« la nuit du samedi au dimanche »."""
    first, last = found.number("first"), found.number("last")
    return Between(Weekday(first), Weekday(last)) if (last - first) % 7 == 1 else None


def _weekdays(found: Parts) -> Meaning:
    """« de samedi à lundi »."""
    return Between(Weekday(found.number("first")), Weekday(found.number("last")))


def _hours(found: Parts) -> Meaning | None:
    """« 48 heures plus tôt »: as many days."""
    days, rest = divmod(found.number("count"), _DAY)
    return Offset(Unit.DAY, found.number("side") * days, anchored=True) if days and not rest else None


def _same(found: Parts) -> Meaning:
    """« En 2022, un an après l'accident »: the date before the comma."""
    return found.meaning("DATED")


def _deictic(found: Parts) -> Meaning:
    return Offset(Unit.DAY, found.number("deictic"))


def _today(_found: Parts) -> Meaning:
    return Offset(Unit.DAY, 0)


def _last_night(_found: Parts) -> Meaning:
    return Offset(Unit.DAY, -1)


def _whole(found: Parts) -> Meaning | None:
    """« le prochain trimestre » is one; « la prochaine année » runs from today and is vague."""
    return _neighbour(found) if found.get("next") and _unit(found) in _WHOLE else Unknown()


def _weekend(found: Parts) -> Meaning | None:
    return Weekend() if _unit(found) is Unit.WEEKEND else None


def _several(found: Parts) -> Meaning | None:
    """« ces derniers mois »; « un dernier jour » is none."""
    return None if found.get("count") and found.number("count") == 1 else Unknown()


def _this(found: Parts) -> Meaning | None:
    """« ce mois »; « cette journée » is the one that is told of."""
    return None if _unit(found) is Unit.DAY and found.named["anyunit"].tag == "length" else _neighbour(found)


_MUCH = "(low=number|day ou|à)? count|vague anyunit half_more?"

SPEAKER = (
    Construction("this_part", "DAY", "[ce part|night]", _today),
    Construction("last_night", "DAY", "[le night last]", _last_night),
    Construction("deictic", "DAY", "[deictic part|night]", _deictic),
    Construction("figurative", "", "word|Name de [deictic]"),
    Construction("deictic", "DAY", "[deictic]", _deictic),
    Construction("nowadays", "", "de|adverb [today]"),
    Construction("nowadays", "", "[today adverb|adjective|adjectives|participle]"),
    Construction("today", "TODAY", "[today]", _today),
)

COUNTED = (
    Construction("ago", "SPAN", f"[ilya adverb? bound? {_MUCH} decela]", _ago, _roughly),
    Construction("there_is", "", f"[ilya adverb? bound? {_MUCH}] de|du|des|offday"),
    Construction("ago", "SPAN", f"[ilya adverb? bound? {_MUCH}]", _ago, _roughly),
    Construction("ago_vague", "SPAN", "[ilya des anyunit]", _vague),
    Construction("length", "", "depuis adverb? bound? [(low=number|day ou|à)? count anyunit half_more?]"),
    Construction("since_vague", "SPAN", "depuis [des anyunit]", _vague),
    Construction("in", "SPAN", f"[dans adverb? bound? {_MUCH}]", _ahead, _roughly),
    Construction("within", "SPAN", f"dici bound? [{_MUCH}]", _ahead, _roughly),
    Construction("later", "SPAN", f"[bound? {_MUCH} later]", _later, _roughly),
    Construction("lasting", "", "[count|vague anyunit avant|après] de|à|que"),
    Construction("from_date", "SPAN", f"[{_MUCH} adverb? side=avant|après le? DATED]", _offset_or_event, _roughly),
    Construction("beside", "SPAN", f"[{_MUCH} adverb? side=avant|après] comma|stop|close|quote", _beside, _roughly),
    Construction("hours", "DAY", "[count hours side=avant|après|later] comma|stop|close|quote", _hours),
    Construction("apposed", "SPAN", f"DATED comma [{_MUCH} adverb? avant|après|after_that]", _same),
    Construction("from_event", "SPAN", f"[{_MUCH} adverb? avant|après|after_that]", _vague),
)

NEIGHBOURS = (
    Construction("to_date", "", "à [ce unit]"),
    Construction("same", "SPAN", "[ce|le same? anyunit là]", _anchored_neighbour),
    Construction("same", "SPAN", "[ce|le same anyunit]", _anchored_neighbour),
    Construction("very", "", "[le anyunit same] de|du|des|où"),
    Construction("same", "SPAN", "[le anyunit same]", _anchored_neighbour),
    Construction("following", "SPAN", "[le anyunit following]", _anchored_neighbour),
    Construction("following_vague", "SPAN", "[les anyunit following]", _vague),
    Construction("this", "SPAN", "[ce anyunit ci?]", _this),
    Construction("neighbour", "SPAN", "[le? anyunit turn=last|next]", _neighbour),
    Construction("current", "SPAN", "[le? anyunit current]", _neighbour),
    Construction("weekend", "SPAN", "durant|depuis le? [anyunit]", _weekend),
)

VAGUE = (
    Construction("edge_of", "", "[le|les count? last|next anyunit] de|du|des"),
    Construction("running", "SPAN", "[le last|next anyunit]", _whole),
    Construction("running", "SPAN", "[les|ces? count? vague? last|next anyunit|hours]", _several),
    Construction("coming", "SPAN", "[le|les|ce|ces? anyunit coming|elapsed]", _vague),
    Construction("around_now", "SPAN", "[les|ces anyunit ci]", _vague),
    Construction("around_now", "SPAN", "[les|ces anyunit last|next]", _vague),
    Construction("length", "", "word|Name de [vague anyunit]"),
    Construction("some", "SPAN", "[ces? vague anyunit]", _vague),
)

WEEKDAYS = (
    Construction("night", "SPAN", "night du [first=weekday au last=weekday]", _night),
    Construction("weekday_after", "DAY", "[le weekday following]", _weekday_after),
    Construction("weekday", "WEEKDAY", "[ce? weekday en weeks=number]", _weekday),
    Construction("weekday", "WEEKDAY", "[ce? weekday turn=last|next (au? part|night)?]", _weekday),
    Construction("weekdays", "SPAN", "du|de [first=weekday à last=weekday]", _weekdays),
    Construction("habit", "", "le|les|du|au|number|each [weekday (au? part|night)?]"),
    Construction("weekday", "WEEKDAY", "[ce? weekday (au? part|night)?]", _weekday),
)
