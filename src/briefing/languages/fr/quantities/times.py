"""Lengths of time that are dates (« trois jours plus tard ») and hours of the day (« à 20 heures »)."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.grammar.voices import nouns_of
from briefing.languages.fr.quantities.context import FigureContext
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, measures
from briefing.languages.fr.quantities.lexicon.vocabulary import words as listed

_HOURS = 24
_CLOCK = ("h", "min", "mn", "'")


def is_date(around: FigureContext) -> bool:
    """« il y a trois ans », « trois jours plus tard », and what is in a date.

    « depuis trente ans » says how long, whatever date may be made of it.
    """
    unit = around.figure.unit
    if around.kind is Kind.TIME and around.form_before in listed("lasting"):
        return False
    if around.known.dates.touching(around.span):
        return True
    if unit is None or unit.kind is not Kind.TIME:
        return False
    if any(around.phrase_before(size) in listed("date_before") for size in (1, 2, 3)):
        return True
    behind = [word.form for word in (around.after(), around.after(1)) if word]
    dated = behind[:1] and (behind[0] in listed("date_after") or " ".join(behind) in listed("date_after"))
    return bool(dated)


def is_clock(around: FigureContext) -> bool:
    """« à 20 heures », « 18 h », « entre 8 et 10 heures »; « à deux heures de Paris » is a distance."""
    words, unit, amount = around.syntax.words, around.figure.unit, around.figure.amount
    if amount.lead > 1 and words[amount.lead - 1].form in _CLOCK and words[amount.lead - 2].form[0].isdecimal():
        return True  # « 2 h 03 min »
    if unit is None or unit.name != "heure" or around.figure.value > _HOURS:
        return False
    after, behind = around.after(), around.after(1)
    following = after.form if after else ""
    if following in listed("hour_follow_ups") or f"{following} {behind.form if behind else ''}" in listed(
        "hour_follow_ups"
    ):
        return True
    if following[:1].isdecimal():
        return True
    rate = following == "par" and behind is not None and behind.form in measures()  # « 11 heures par jour »
    if rate or following in nouns_of("bare_of"):
        return False
    if around.lead == 0 and (after is None or after.tag is Tag.STOP):
        return True  # « Vingt et une heures. »
    abbreviated = words[around.figure.last - 1].form[-1] == "h" and not around.beside
    return abbreviated or _tells_the_hour(around)


def _tells_the_hour(around: FigureContext) -> bool:
    """Whether the words in front lead to an hour of the day."""
    if around.beside:
        return around.beside.entry.words[0] in listed("hour_bounds")
    before, amount = around.form_before, around.figure.amount
    if around.phrase_before(2) in listed("hour_openers") or _ends_hours(around):
        return True
    scheduled = before == "de" and around.lead > 1 and around.syntax.words[around.lead - 2].lemma in listed("scheduled")
    from_to = around.figure.top is not None and before == "de"
    dated = around.known.dates.ends_at(around.syntax.words[amount.lead].start - 1)
    return scheduled or from_to or before in listed("hour_prepositions") or dated


def _ends_hours(around: FigureContext) -> bool:
    """« entre 22 heures et [7 heures] »."""
    words = around.syntax.words[max(0, around.lead - 4) : around.lead]
    return [w.form for w in words[:1]] == ["entre"] and [w.form for w in words[2:]] == ["heures", "et"]
