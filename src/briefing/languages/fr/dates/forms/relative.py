"""Forms of dates told from the day of publication or from a date named before, and vague ones."""

from __future__ import annotations

from briefing.languages.fr.dates.compound import Between, FromAnchor, Moved
from briefing.languages.fr.dates.forms.calendar import reach
from briefing.languages.fr.dates.forms.language import Found, Rule
from briefing.languages.fr.dates.meaning import Meaning, Offset, Unknown, Weekday, Weekend
from briefing.languages.fr.dates.periods import Reach, Unit
from briefing.languages.fr.dates.words.vocabulary import unit

_BLURRED = {Unit.DECADE, Unit.CENTURY}  # « il y a deux siècles » tells no century
_WHOLE = {Unit.WEEKEND, Unit.QUARTER, Unit.HALF}


def _vague(_found: Found) -> Meaning:
    return Unknown()


def _unit(found: Found) -> Unit:
    return unit(found.value("anyunit"))


def _step(found: Found) -> int:
    """-1 for « dernier », 1 for « prochain », 0 for « ce » and « en cours »."""
    turn = reach(found)
    return 0 if turn is None else -1 if turn is Reach.LAST else 1


def _neighbour(found: Found) -> Meaning | None:
    """« ce mois », « l'an dernier », « la semaine prochaine »."""
    if _unit(found) is Unit.WEEKEND:
        return Weekend(reach(found))
    if _unit(found) is Unit.DAY and found.get("turn"):
        return None
    return Offset(_unit(found), _step(found))


def _anchored_neighbour(found: Found) -> Meaning:
    """« l'année suivante », « le mois précédent », « ce jour-là », « la même année »."""
    return Offset(_unit(found), found.number("following") if found.get("following") else 0, anchored=True)


def _is_vague(found: Found) -> bool:
    """« quelques jours », « deux ou trois ans », « deux siècles »: nothing to count with."""
    return found.named["count"].tag == "vague" or found.get("low") is not None or _unit(found) in _BLURRED


def _counted(found: Found, sign: int, *, anchored: bool = False) -> Meaning:
    """So many units before (-1) or after (1)."""
    if _is_vague(found):
        return Unknown()
    return Offset(_unit(found), sign * found.number("count"), anchored)


def _ago(found: Found) -> Meaning:
    return _counted(found, -1)


def _ahead(found: Found) -> Meaning | None:
    """« dans trois jours »; « dans une année marquée par » counts nothing."""
    return None if found.number("count") == 1 and found.named["anyunit"].tag == "length" else _counted(found, 1)


def _later(found: Found) -> Meaning:
    return _counted(found, found.number("later"), anchored=True)


def _roughly(found: Found) -> str | None:
    """« environ », « une dizaine de », « et demi »: the number is not the exact one."""
    count = found.get("count")
    return "approx" if found.get("bound") or found.get("half_more") or (count and count.tag == "about") else None


def _offset_or_event(found: Found) -> Meaning:
    """« deux jours avant Noël »: the other date is told."""
    if _is_vague(found):
        return Unknown()
    return Moved(found.meaning("DATED"), _unit(found), found.number("side") * found.number("count"))


def _beside(found: Found) -> Meaning:
    """« trois jours après, »: counted from the date told before."""
    return _counted(found, found.number("side"), anchored=True)


def _weekday(found: Found) -> Meaning | None:
    """« vendredi », « lundi prochain », « lundi en huit »."""
    weeks = {0: 0, 8: 1, 15: 2}.get(found.number("weeks") if found.get("weeks") else 0)
    if weeks is None:
        return None
    return Weekday(found.number("weekday"), Reach.NEXT if weeks else reach(found), weeks)


def _weekday_after(found: Found) -> Meaning:
    return FromAnchor(Weekday(found.number("weekday"), Reach.NEXT if found.number("following") > 0 else Reach.LAST))


def _night(found: Found) -> Meaning | None:
    """« la nuit du samedi au dimanche »."""
    first, last = found.number("first"), found.number("last")
    return Between(Weekday(first), Weekday(last)) if (last - first) % 7 == 1 else None


def _deictic(found: Found) -> Meaning:
    return Offset(Unit.DAY, found.number("deictic"))


def _today(_found: Found) -> Meaning:
    return Offset(Unit.DAY, 0)


def _last_night(_found: Found) -> Meaning:
    return Offset(Unit.DAY, -1)


def _whole(found: Found) -> Meaning | None:
    """« le prochain trimestre » is one; « la prochaine année » runs from today and is vague."""
    return _neighbour(found) if found.get("next") and _unit(found) in _WHOLE else Unknown()


def _weekend(found: Found) -> Meaning | None:
    return Weekend() if _unit(found) is Unit.WEEKEND else None


def _several(found: Found) -> Meaning | None:
    """« ces derniers mois »; « un dernier jour » is none."""
    return None if found.get("count") and found.number("count") == 1 else Unknown()


def _this(found: Found) -> Meaning | None:
    """« ce mois »; « cette journée » is the one that is told of."""
    return None if _unit(found) is Unit.DAY and found.named["anyunit"].tag == "length" else _neighbour(found)


_MUCH = "(low=number|day ou|à)? count|vague anyunit half_more?"

SPEAKER = (
    Rule("this_part", "DAY", "[ce part|night]", _today),
    Rule("last_night", "DAY", "[le night last]", _last_night),
    Rule("deictic", "DAY", "[deictic part|night]", _deictic),
    Rule("figurative", "", "word|Name de [deictic]"),
    Rule("deictic", "DAY", "[deictic]", _deictic),
    Rule("nowadays", "", "de|adverb [today]"),
    Rule("nowadays", "", "[today adverb]"),
    Rule("today", "TODAY", "[today]", _today),
)

COUNTED = (
    Rule("ago", "SPAN", f"[ilya adverb? bound? {_MUCH} decela]", _ago, _roughly),
    Rule("there_is", "", f"[ilya adverb? bound? {_MUCH}] de|du|des|offday"),
    Rule("ago", "SPAN", f"[ilya adverb? bound? {_MUCH}]", _ago, _roughly),
    Rule("ago_vague", "SPAN", "[ilya des anyunit]", _vague),
    Rule("since", "SPAN", f"depuis adverb? bound? [{_MUCH}]", _ago, _roughly),
    Rule("since_vague", "SPAN", "depuis|durant [des anyunit]", _vague),
    Rule("in", "SPAN", f"[dans adverb? bound? {_MUCH}]", _ahead, _roughly),
    Rule("within", "SPAN", f"dici bound? [{_MUCH}]", _ahead, _roughly),
    Rule("later", "SPAN", f"[bound? {_MUCH} later]", _later, _roughly),
    Rule("lasting", "", "[count|vague anyunit avant|après] de|à|que"),
    Rule("from_date", "SPAN", f"[{_MUCH} side=avant|après le? DATED]", _offset_or_event, _roughly),
    Rule("beside", "SPAN", f"[{_MUCH} side=avant|après] comma|stop|close|quote", _beside, _roughly),
    Rule("from_event", "SPAN", f"[{_MUCH} avant|après]", _vague),
)

NEIGHBOURS = (
    Rule("to_date", "", "à [ce unit]"),
    Rule("same", "SPAN", "[ce|le same? anyunit là]", _anchored_neighbour),
    Rule("same", "SPAN", "[ce|le same anyunit]", _anchored_neighbour),
    Rule("same", "SPAN", "[le anyunit same]", _anchored_neighbour),
    Rule("following", "SPAN", "[le anyunit following]", _anchored_neighbour),
    Rule("following_vague", "SPAN", "[les anyunit following]", _vague),
    Rule("this", "SPAN", "[ce anyunit ci?]", _this),
    Rule("neighbour", "SPAN", "[le? anyunit turn=last|next]", _neighbour),
    Rule("current", "SPAN", "[le? anyunit current]", _neighbour),
    Rule("weekend", "SPAN", "durant le? [anyunit]", _weekend),
)

VAGUE = (
    Rule("edge_of", "", "[le|les|ces? count? last|next anyunit] de|du|des"),
    Rule("running", "SPAN", "[le last|next anyunit]", _whole),
    Rule("running", "SPAN", "[les|ces? count? vague? last|next anyunit]", _several),
    Rule("coming", "SPAN", "[le|les|ce|ces? anyunit coming|elapsed]", _vague),
    Rule("around_now", "SPAN", "[les|ces anyunit ci]", _vague),
    Rule("around_now", "SPAN", "[les|ces anyunit last|next]", _vague),
    Rule("length", "", "word|Name de [vague anyunit]"),
    Rule("some", "SPAN", "[ces? vague anyunit]", _vague),
)

WEEKDAYS = (
    Rule("night", "SPAN", "night du [first=weekday au last=weekday]", _night),
    Rule("weekday_after", "DAY", "[le weekday following]", _weekday_after),
    Rule("weekday", "WEEKDAY", "[ce? weekday en weeks=number]", _weekday),
    Rule("weekday", "WEEKDAY", "[ce? weekday turn=last|next (au? part|night)?]", _weekday),
    Rule("habit", "", "le|les|du|au|number|each [weekday (au? part|night)?]"),
    Rule("weekday", "WEEKDAY", "[ce? weekday (au? part|night)?]", _weekday),
)
