"""Numbers whose noun is left out: « dont 72 détruites », « contre 2,8 milliards », « trois d'entre eux »."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefing.languages.fr.quantities.context import Around, opens
from briefing.languages.fr.quantities.grouping import shifts
from briefing.languages.fr.quantities.lexicon.vocabulary import either, words
from briefing.languages.fr.quantities.nouns import FINITE, Wanted, is_participle, noun_at
from briefing.languages.fr.quantities.numerals import read
from briefing.languages.fr.verbs import analyse, is_form

REACH = 250  # characters between a number and the noun that it takes up
_SHORT = 1000  # below it, « contre 56,7 » takes up the scale of « 46,4 milliards » too
_TELLING = 100  # with a bound, a number from here on counts without any noun: « on en attend plus de 400 »

_AMONG = re.compile(r" d'entre (?:eux|elles|nous|vous)(?!\w)")
_PART = re.compile(r" (?:des|de (?:ses|ces|leurs|nos|vos|mes))(?= )")
_OTHERS = re.compile(r" autres(?! [^\W\d_]+s(?!\w))")
_MORE = re.compile(r" de (?:plus|moins|trop)(?! en )(?!\w)")
_NUMBER_OF = re.compile(r"nombre(?: [^\W\d_]+)? d(?:e(?= )|(?='))(.{2,60})")
_NEXT_VERB = re.compile(r" (?:n'|ne |s'|se |en |y |l'|les )?([^\W\d_]+nt)(?!\w)")
_WE_ARE = re.compile(r"(?<!\w)(?:ils|elles|nous|vous|qui) ([^\W\d_]+) $", re.IGNORECASE)
_OF_THEM = re.compile(r"(?<!\w)en ([^\W\d_]+) $")
_STOP = re.compile(r"[.!?…;] ")


@dataclass(frozen=True, slots=True)
class Previous:
    """The quantity before, whose unit a number may take up. `scale`: a million in « 46 millions », else 1."""

    lead: int
    end: int
    unit: str | None
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Restored:
    """The unit of an elliptic number, None where the text does not give it; `times`: the scale it takes up too."""

    unit: str | None
    end: int
    times: int = 1


def resumes(around: Around) -> bool:
    """« dont 72 détruites »: what follows is no noun but says more of what was counted before."""
    resuming = around.word_before.lower() in words("resuming")
    return resuming and around.group.unit is not None and is_participle(around.last_word)


def restored(around: Around, previous: Previous | None) -> Restored | None:
    """What a number without a noun counts, or None where it counts nothing."""
    near = previous if previous and around.lead - previous.end < REACH else None
    if around.group.amount.linked:
        return _linked(around, near)
    if around.group.amount.is_year_like:
        return None
    return next((found for rule in _RULES if (found := rule(around, near))), None)


def _here(around: Around, previous: Previous | None) -> Restored:
    """The number alone, with the unit of the quantity before."""
    return Restored(previous.unit if previous else None, around.group.amount.span.end)


def _is_same_sentence(around: Around, previous: Previous) -> bool:
    return _STOP.search(around.text, previous.end, around.lead) is None


def _linked(around: Around, near: Previous | None) -> Restored | None:
    """« contre 2,8 milliards » takes up euros; « une centaine ont fui » counts by itself."""
    same = near if near and _is_same_sentence(around, near) else None
    resumed = same is not None and (same.scale > 1 or around.word_before.lower() == "dont")
    return _here(around, same if resumed else None) if around.group.amount.alone else None


def _part(around: Around, near: Previous | None) -> Restored | None:
    """« deux d'entre eux », « trois des suspects », « trois des cinq suspects »."""
    text, end = around.text, around.group.amount.span.end
    if _AMONG.match(text, end):
        return _here(around, near)
    part = _PART.match(text, end)
    if part is None:
        return None
    whole = read(text, part.end() + 1)
    noun = noun_at(text, whole.span.end if whole else part.end(), Wanted())
    return Restored(noun.singular, noun.span.end) if noun else None


def _resumed(around: Around, near: Previous | None) -> Restored | None:
    """« dont 72 », « contre 180 », « plus de 40 », « 12 morts en 2022, 15 en 2023 », « de 300 agents à 250 »."""
    if near is None or not _is_same_sentence(around, near):
        return None
    text, lead, amount = around.text, around.lead, around.group.amount
    if around.word_before.lower() in words("resuming"):
        return Restored(near.unit, amount.span.end, near.scale if amount.value < _SHORT else 1)
    in_series = text[max(0, lead - 2) : lead] in {", ", " ("} or around.word_before == "et"
    elsewhere = in_series and _elsewhere().match(text, amount.span.end)
    onward = text[near.end : lead] == " à " and shifts(text, near.lead)
    return _here(around, near) if around.beside or elsewhere or onward else None


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf" (?:{either(words('circumstances'))})(?!\w)")


def _varying(around: Around, _: Previous | None) -> Restored | None:
    """« le nombre de blessés passe de 12 à 15 », « … a augmenté de 300 »."""
    end = around.group.amount.span.end
    onward = around.text.startswith(" à ", end) and read(around.text, end + 3) is not None
    noun = _number_of(around)
    given = noun is not None and around.word_before.lower() in words("number_links")
    return Restored(noun, end) if given or (onward and shifts(around.text, around.lead)) else None


def _number_of(around: Around) -> str | None:
    """The noun of « le nombre de … » earlier in the sentence."""
    line = around.text[max(0, around.lead - REACH) : around.lead].rpartition("\n")[2]
    sentence = _STOP.split(line)[-1]
    found = _NUMBER_OF.match(sentence, max(0, sentence.rfind("nombre")))
    noun = noun_at(found[1], 0, Wanted()) if found else None
    return noun.singular if noun else None


def _pronoun(around: Around, near: Previous | None) -> Restored | None:
    """« ils étaient 300 à défiler », « on en compte 40 »: a number that stands for a noun beside a pronoun."""
    front = around.text[max(0, around.lead - 40) : around.lead]
    if (found := _WE_ARE.search(front)) and any(form.lemma == "être" for form in analyse(found[1].lower())):
        return Restored(None, around.group.amount.span.end)
    if (found := _OF_THEM.search(front)) and is_form(found[1].lower(), *FINITE):
        return _here(around, near)
    return None


def _subject(around: Around, near: Previous | None) -> Restored | None:
    """« trois de plus », « deux autres ont fui », « quatre sont morts »."""
    text, end, start = around.text, around.group.amount.span.end, around.lead
    if near and (_MORE.match(text, end) or _OTHERS.match(text, end)):
        return _here(around, near)
    verb = _NEXT_VERB.match(text, end)
    opening = opens(text, start) or text[max(0, start - 2) : start] in {", ", "; "}
    opening = opening or around.word_before.lower() in words("clause_openers")
    return _here(around, near) if verb and opening and is_form(verb[1].lower(), *FINITE) else None


def _bounded(around: Around, _: Previous | None) -> Restored | None:
    """« plus de 400 »: with a bound, a number counts though its noun is far."""
    counts = around.beside is not None and around.group.value >= _TELLING
    return _here(around, None) if counts else None


_RULES: tuple[Callable[[Around, Previous | None], Restored | None], ...] = (
    _part,
    _resumed,
    _varying,
    _pronoun,
    _subject,
    _bounded,
)
