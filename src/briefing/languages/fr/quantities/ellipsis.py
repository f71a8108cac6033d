"""Numbers whose noun is left out: « dont 72 détruites », « contre 2,8 milliards », « trois d'entre eux »."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag, Word
from briefing.extract.quantities.numerals import read
from briefing.extract.words.morphology import Pos
from briefing.languages.fr.grammar.lexicon import lexicon
from briefing.languages.fr.quantities.context import FigureContext
from briefing.languages.fr.quantities.joined import shifts
from briefing.languages.fr.quantities.lexicon.vocabulary import number_words
from briefing.languages.fr.quantities.lexicon.vocabulary import words as listed
from briefing.languages.fr.quantities.units import singular
from briefing.model.annotation import Bound

REACH = 250  # characters between a number and the noun that it takes up
_SHORT = 1000  # below it, « contre 56,7 » takes up the scale of « 46,4 milliards » too
_NAMING = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.OTHER})
_VERBAL = frozenset({Tag.FINITE, Tag.PARTICIPLE, Tag.CLITIC, Tag.NEGATION, Tag.ADVERB})
_FAR = 40  # words from a number back to « nombre »
_NEAR = 3  # words from « nombre » to its noun: « le nombre total de blessés »
_TELLING = 100  # a number from here on counts without any noun: « la norme est de 400 »
_BOUNDED = 10  # the same beside a bound: « on en attend plus de soixante »

_CODE = 3  # more figures than these without a mark are a code or a number of the telephone


class Previous(Struct, frozen=True):
    """The quantity before, whose unit a number may take up. `scale`: a million in « 46 millions », else 1.

    `spreads`: its bound, where it counts for a number joined by « et » too.
    """

    syntax: Syntax
    lead: int
    last: int
    end: int
    unit: str | None
    scale: int = 1
    spreads: Bound | None = None


class Restored(Struct, frozen=True):
    """The unit of an elliptic number, None where the text does not give it; `times`: the scale it takes up too."""

    unit: str | None
    last: int
    times: int = 1


def resumes(around: FigureContext) -> bool:
    """« dont 72 détruites »: what follows is no noun but says more of what was counted before.

    « contre 245 et 12 abstentions »: nor is it the noun of the next number.
    """
    unit = around.figure.unit
    if unit is None or around.form_before not in listed("resuming"):
        return False
    if unit.head >= around.figure.last:
        return True
    found = lexicon().analyses(around.syntax.words[unit.head].form)
    return bool(found) and not any(a.pos is Pos.NOUN for a in found)


def restored(around: FigureContext, previous: Previous | None) -> Restored | None:
    """What a number without a noun counts, or None where it counts nothing."""
    words, amount = around.syntax.words, around.figure.amount
    here = words[around.lead].start
    near = previous if previous and here - previous.end < REACH else None
    if amount.linked:
        return _linked(around, near)
    if amount.is_year_like(words):
        return None
    return next((found for rule in _RULES if (found := rule(around, near))), None)


def _here(around: FigureContext, previous: Previous | None) -> Restored:
    """The number alone, with the unit of the quantity before."""
    return Restored(previous.unit if previous else None, around.figure.last)


def _scaled(around: FigureContext, near: Previous) -> Restored:
    """The same, with its scale: « contre 56,7 » behind « 46,4 milliards »."""
    return Restored(near.unit, around.figure.last, near.scale if around.figure.amount.value < _SHORT else 1)


def _linked(around: FigureContext, near: Previous | None) -> Restored | None:
    """« contre 2,8 milliards » takes up euros; « une centaine ont fui » counts by itself."""
    same = near if near and near.syntax is around.syntax else None
    resumed = same is not None and (same.scale > 1 or around.form_before == "dont")
    return _here(around, same if resumed else None) if around.figure.amount.alone else None


def _part(around: FigureContext, near: Previous | None) -> Restored | None:
    """« deux d'entre eux », « trois des suspects », « trois des cinq suspects »."""
    words, at = around.syntax.words, around.figure.amount.last
    among = at < len(words) and words[at].form == "d'entre"
    if among and at + 1 < len(words) and words[at + 1].tag is Tag.PRONOUN:
        return Restored(_of_subject(around, near, words[at + 1]), around.figure.last) if near else _here(around, None)
    size = next((n for n in (1, 2) if " ".join(word.form for word in words[at : at + n]) in listed("of_a_whole")), 0)
    if not size or at + size >= len(words):
        return None
    whole = read(words, at + size, number_words()) if words[at + size].tag is Tag.NUMBER else None
    group = around.syntax.noun_at(whole.last if whole else at + size)
    if group is None or words[group.head].tag is not Tag.NOUN:
        return None
    apart = whole is not None and not whole.spelled  # « 612 des 840 salariés » are two numbers
    return Restored(singular(around.known.text, words[group.head]), around.figure.last if apart else group.head + 1)


def _of_subject(around: FigureContext, near: Previous, pronoun: Word) -> str | None:
    """« Vingt élèves de trois écoles sont malades. Deux d'entre [eux] … »: whom the sentence before is about."""
    if near.syntax is around.syntax:
        return near.unit
    subjects = (near.syntax.nouns[number] for number in sorted(near.syntax.subjects))
    group = next((g for g in subjects if g.number == "p" and g.gender in ("", pronoun.gender)), None)
    head = None if group is None else near.syntax.words[group.head]
    return singular(around.known.text, head) if head and head.tag is Tag.NOUN else near.unit


def _resumed(around: FigureContext, near: Previous | None) -> Restored | None:
    """« dont 72 », « contre 180 », « plus de 40 », « 12 morts en 2022, 15 en 2023 (sur 300) », « de 300 à 250 »."""
    if near is None or near.syntax is not around.syntax:
        return None
    amount, before, after = around.figure.amount, around.form_before, around.after()
    if before in listed("resuming") or (before == "sur" and near.last == around.lead - 1):
        return _scaled(around, near)
    circumstance = after is not None and (after.tag is Tag.PREPOSITION or after.form in listed("circumstances"))
    elsewhere = circumstance and before in {",", "(", "et", ":"}
    onward = before == "à" and near.last == around.lead - 1 and shifts(around.syntax, near.lead)
    enclosed = before == "(" and after is not None and after.form == ")" and amount.value >= _TELLING
    return _here(around, near) if around.beside or elsewhere or onward or enclosed else None


def _varying(around: FigureContext, _: Previous | None) -> Restored | None:
    """« le nombre de blessés passe de 12 à 15 », « … a augmenté de 300 », « estime à 5 000 le nombre de morts »."""
    words, last = around.syntax.words, around.figure.amount.last
    before = around.form_before
    onward = last + 1 < len(words) and words[last].form == "à" and words[last + 1].tag is Tag.NUMBER
    noun = _number_of(around)
    reached = (
        around.before is not None and around.before.tense is not None and around.before.lemma in listed("reaching")
    )
    given = noun is not None and (before in listed("number_links") or reached)
    if given or (onward and shifts(around.syntax, around.lead)) or (before in {"à", "entre"} and _is_estimated(around)):
        return Restored(noun, around.figure.last)
    return None


def _is_estimated(around: FigureContext) -> bool:
    """« l'ONU estime à 5 000 », « le bilan s'élève à 120 »: what stands before « à » is a verb of estimating."""
    at = around.lead - 2
    words = around.syntax.words
    while at > 0 and words[at].tag is Tag.ADVERB:
        at -= 1
    return at >= 0 and words[at].tense is not None and words[at].lemma in listed("estimating_verbs")


def _number_of(around: FigureContext) -> str | None:
    """The noun of « le nombre de … » in the sentence, the nearest one before the number first."""
    words, syntax = around.syntax.words, around.syntax
    last = around.figure.amount.last
    before = range(around.lead - 1, max(-1, around.lead - _FAR), -1)
    for i in (*before, *range(last, min(len(words), last + _NEAR))):
        if words[i].form in listed("number_of"):
            groups = (syntax.noun_at(k) for k in range(i + 1, i + 1 + _NEAR))
            group = next((group for group in groups if group is not None and group.head > i), None)
            return singular(around.known.text, words[group.head]) if group else None
    return None


def _pronoun(around: FigureContext, near: Previous | None) -> Restored | None:
    """« ils étaient 300 à défiler », « on en compte 40 », « les juges sont trois »: behind its noun or pronoun."""
    words = around.syntax.words
    only, between = around.phrase_before(2) in listed("no_more_than"), around.form_before == "entre"
    at = last = around.lead - (2 if only else int(between and around.figure.top is not None))
    while at > 0 and words[at - 1].tag in _VERBAL:
        at -= 1
    verb = words[at:last]
    if not any(word.tag is Tag.FINITE for word in verb):
        return None
    head = next(word for word in reversed(verb) if word.tag is not Tag.ADVERB)
    being = any(a.lemma == "être" for a in lexicon().analyses(head.form))
    if being and at and (words[at - 1].form in listed("who") or _is_many(words[at - 1])):
        return Restored(None, around.figure.last)
    if any(word.form == "en" and word.tag is Tag.CLITIC for word in verb):
        return _scaled(around, near) if near and near.syntax is around.syntax else _here(around, near)
    return None


def _is_many(word: Word) -> bool:
    return word.tag is Tag.NOUN and word.number == "p"


def _subject(around: FigureContext, near: Previous | None) -> Restored | None:
    """« trois de plus », « deux autres ont fui », « quatre sont morts »."""
    after, behind = around.after(), around.after(1)
    if after is None:
        return None
    more = after.form in listed("more") or f"{after.form} {behind.form if behind else ''}" in listed("more")
    if near and (more or after.form == "autres"):
        return _here(around, near)
    verb = behind if behind and after.tag in (Tag.NEGATION, Tag.CLITIC, Tag.ADVERB) else after
    finite = verb.tag is Tag.FINITE and verb.number != "s"
    opening = around.opens or around.form_before in listed("clause_openers")
    return _here(around, near) if finite and opening else None


def _told(around: FigureContext, near: Previous | None) -> Restored | None:
    """« plus de 400 », « 0,34 en juin », « sur les 14 000 que compte le pays »: it counts though its noun is far."""
    amount, first = around.figure.amount, around.syntax.words[around.figure.amount.first]
    code = len(first.form) > _CODE and first.form.isdecimal()
    least = _BOUNDED if around.beside else _TELLING
    if code or not (around.figure.value >= least or amount.value % 1):
        return None
    return None if around.beside is None and _is_named_or_rated(around) else _here(around, near)


def _is_named_or_rated(around: FigureContext) -> bool:
    """« salle 101 », a score such as « 101 à 98 », « 6,8 sur l'échelle de Richter »."""
    before, after, behind = around.before, around.after(), around.after(1)
    beside_another = any(word is not None and word.tag is Tag.NUMBER for word in (before, after, behind))
    names = before is not None and before.tag in _NAMING
    return names or beside_another or (after is not None and after.form == "sur")


_RULES: tuple[Callable[[FigureContext, Previous | None], Restored | None], ...] = (
    _part,
    _resumed,
    _varying,
    _pronoun,
    _subject,
    _told,
)
