"""Why a number is no quantity, first reason first."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.quantities import bounds
from briefing.languages.fr.quantities.context import FigureContext
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, false_friends
from briefing.languages.fr.quantities.lexicon.vocabulary import words as listed
from briefing.languages.fr.quantities.times import is_clock, is_date
from briefing.model.annotation import Bound

ARTICLE = "« un » is an article here"
ANAPHORIC = "the number refers back or is known: « les deux pays »"
_GLUE = "-–/.,:+"
_MEASURED = (Kind.SHARE, Kind.MONEY)
_PHRASE_WINDOW = 4
_LONGEST_TITLE = 45
_TELLING = 100


def exclusion(around: FigureContext) -> str | None:
    """The first reason that holds, None when the number may be a quantity."""
    return next((name for name, holds in _CHECKS if holds(around)), None)


def _is_article(around: FigureContext) -> bool:
    """« un » counts only beside a bound (« plus d'une heure »), in a range, a ratio, with « et demi », or in a toll."""
    figure, unit = around.figure, around.figure.unit
    if not figure.amount.is_one or figure.top or figure.over:
        return False
    if unit is None:
        return True
    counts = around.beside is not None and (around.beside.entry.article or around.kind is not Kind.THING)
    return not counts and not unit.half and not (unit.name in listed("toll") and not unit.before)


def _is_glued(around: FigureContext) -> bool:
    """« Su-35 », « 3-1 », « 2e », « 10h30 », « 01.42.36 »: signs or letters touch the number."""
    text, span, amount = around.known.text, around.span, around.figure.amount
    if amount.glued and around.figure.unit is None:
        return True
    left, right = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    before = left[-1:] in {"°", "#", "@", "_", ",", "."} or left[-1:].isalnum()  # « ,5 % » is not 5 %
    before = before or (len(left) > 1 and left[1] in _GLUE and left[0].isalnum())
    touched = right[:1].isalnum() or right[:1] == "_" or (right[:1] == "/" and around.figure.unit is None)
    after = len(right) > 1 and right[0] in _GLUE and (right[1].isdecimal() or (right[0] == "-" and right[1].isalpha()))
    return before or touched or after


def _is_in_name(around: FigureContext) -> bool:
    """A number inside a mention, or in words with a capital in mid-sentence: « les Dix Commandements »."""
    words, amount = around.syntax.words, around.figure.amount
    if around.known.mentions.touching(around.syntax.span_of(amount.first, amount.last)):
        return True
    number = words[amount.first : amount.last]
    if not amount.spelled or all(word.capital == 2 for word in number):
        return False
    opens = amount.lead == 0 or words[amount.lead - 1].tag in (Tag.STOP, Tag.BRACKET, Tag.QUOTATION)
    if any(word.capital for word in number[1:]) or (words[amount.lead].capital and not opens):
        return True
    written = around.known.text[number[0].start : number[0].end]
    return any(part[:1].isupper() for part in written.split("-")[1:])


def _is_label(around: FigureContext) -> bool:
    """« Boeing 737 américains », « numéro 2 »: the number names what stands before it."""
    before, amount = around.before, around.figure.amount
    if before is None or around.beside or around.kind in _MEASURED:
        return False
    if before.form in listed("labels"):
        return True
    bare = not amount.spelled and amount.scale == 1 and around.kind is Kind.THING
    named = before.tag is Tag.NAME or (before.kind == "guessed" and not before.span.of(around.known.text).islower())
    if not bare or not named:
        return False
    group = around.syntax.noun_at(around.lead - 1)
    return group is None or group.preposition is None


def _is_year(around: FigureContext) -> bool:
    """« en 2022 », where a noun happens to follow."""
    before = around.before
    dated = (
        around.beside is None and before is not None and (before.form in listed("before_year") or before.kind == "when")
    )
    return dated and around.figure.amount.is_year_like(around.syntax.words)


def _is_always(around: FigureContext) -> bool:
    """« 24 heures sur 24 », « 7 jours sur 7 »: all the time."""
    return around.figure.over == around.figure.value


def _is_singular(around: FigureContext) -> bool:
    """« le 400 mètres », « la 5e », « un 20 heures »; « le 1 % le plus riche », « le 1,5 milliard attendu » count."""
    counts = around.kind in _MEASURED or around.figure.amount.linked
    return _determiner(around) in listed("singular_determiners") and not counts


def _is_manner(around: FigureContext) -> bool:
    """« par milliers », « en dizaines »: a noun of number that counts nothing here."""
    amount = around.figure.amount
    if amount.vague is None or amount.lead != amount.first:
        return False
    return amount.vague is Bound.APPROX or _determiner(around) in listed("no_count_before")


def _is_anaphoric(around: FigureContext) -> bool:
    """« les deux pays », « ces trois cibles »: a number said before, or known."""
    word = _determiner(around)
    if word in listed("demonstratives"):
        return around.kind is not Kind.TIME
    definite = word in listed("definite_determiners") and not (around.figure.amount.vague and word == "des")
    return definite and not _is_news(around) and _is_known(around)


def _is_news(around: FigureContext) -> bool:
    """« la barre des 50 buts », « les 7 % », « les 45 à 50 élèves », « sur les 14 000 que compte le pays »."""
    figure = around.figure
    if around.phrase_before(2) in {f"{noun} des" for noun in listed("thresholds")}:
        return True
    if bounds.after(around.known.text, around.syntax, figure.last) or around.kind in _MEASURED:
        return True
    if figure.top is not None and around.syntax.words[figure.amount.last].form == "à":
        return True
    return figure.unit is None and figure.value >= _TELLING and _says_more(around)


def _is_known(around: FigureContext) -> bool:
    """Whether so many were counted before; « deux » and a length of time are known unless the group says more."""
    unit, value = around.figure.unit, around.figure.value
    if unit is None or (value, unit.name) in around.known.counted:
        return True
    if not listed("others").isdisjoint(unit.before) or unit.name in listed("others"):
        return True
    taken_out = not listed("taken_out").isdisjoint(unit.before)
    if around.kind is Kind.TIME:
        return not taken_out and around.phrase_before(2) not in listed("within")
    return value <= 2 and not taken_out and not _says_more(around)


def _says_more(around: FigureContext) -> bool:
    """Whether an adjective, participle or relative clause stands behind the noun."""
    after, behind = around.after(), around.after(1)
    if after is None or behind is None:
        return False
    word = behind if after.tag is Tag.ADVERB else after
    return word.tag in (Tag.PARTICIPLE, Tag.RELATIVE) or after.form in ("que", "qu'")


def _determiner(around: FigureContext) -> str:
    """The word before the number, where no bound words stand between."""
    return "" if around.beside else around.form_before


def _is_phrase(around: FigureContext) -> bool:
    """« deux poids, deux mesures »: see `false_friends.yaml`."""
    words, figure = around.syntax.words, around.figure
    first, last = max(0, figure.amount.first - _PHRASE_WINDOW), min(len(words), figure.last + _PHRASE_WINDOW)
    start = words[first].start
    stretch = around.known.text[start : words[last - 1].end].lower()
    span = around.span
    for phrase in false_friends():
        at = stretch.find(phrase)
        if at >= 0 and start + at < span.end and span.start < start + at + len(phrase):
            return True
    return False


def _is_title(around: FigureContext) -> bool:
    """« le film « Douze hommes en colère » »: a few words quoted in mid-sentence, with a capital."""
    syntax, words = around.syntax, around.syntax.words
    if syntax.quotation is None or len(syntax.quotation) > _LONGEST_TITLE or not words[0].capital:
        return False
    before = around.known.text[max(0, syntax.quotation.start - 6) : syntax.quotation.start].rstrip(' «"“')
    return before[-1:].isalpha() and before[-1:].islower() and words[-1].tag is not Tag.STOP


_CHECKS: tuple[tuple[str, Callable[[FigureContext], bool]], ...] = (
    (ARTICLE, _is_article),
    ("letters or signs touch the number", _is_glued),
    ("a date or a length of time that dates", is_date),
    ("part of a name", _is_in_name),
    ("it names what stands before it: « phase 3 »", _is_label),
    ("a year", _is_year),
    ("an hour of the day", is_clock),
    ("all the time: « 24 heures sur 24 »", _is_always),
    ("a singular determiner makes a name of it: « le 400 mètres »", _is_singular),
    ("a manner or a measure, no count: « par milliers »", _is_manner),
    (ANAPHORIC, _is_anaphoric),
    ("a set phrase", _is_phrase),
    ("a title", _is_title),
)
