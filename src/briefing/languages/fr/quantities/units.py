"""What a number counts: a unit of measure, a currency, or the head of its noun group."""

from __future__ import annotations

from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax, Tag, Word
from briefing.extract.quantities.amounts import Amount
from briefing.extract.words.morphology import Pos
from briefing.languages.fr.grammar.lexicon import adverbial, lexicon
from briefing.languages.fr.grammar.voices import nouns_of
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, Measure, measures
from briefing.languages.fr.quantities.lexicon.vocabulary import words as listed

_SIGNS_IN_FRONT = frozenset("$€£¥")
_LONGEST = 4  # words: « dollars de Hong Kong », « km/h »
_SYMBOL = 3  # up to so many letters the case of a unit tells: « MW », « mW »
_NAMED_BELOW = 1000
_HEADS = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PARTICIPLE})


class Unit(Struct, frozen=True):
    """A unit and the word behind it. `head` is its noun; `before`: the adjectives between number and noun."""

    name: str
    kind: Kind
    last: int
    head: int
    before: tuple[str, ...] = ()
    half: bool = False
    signed: bool = False


def unit_after(text: str, syntax: Syntax, amount: Amount) -> Unit | None:
    """The unit that follows the amount, or None where it is left out or there is none."""
    words = syntax.words
    if amount.glued:
        return _glued(text, syntax, amount)
    linked = amount.linked and amount.last < len(words) and words[amount.last].form in nouns_of("bare_of")
    at = amount.last + linked
    unit = _measure(text, syntax, at) or _in_front(syntax, amount)
    if unit is None and (linked or not amount.linked) and not _is_glued(words, at):
        unit = _counted(text, syntax, amount, at, linked=linked)
    if unit is None or amount.linked or not _is_half(words, unit.last):
        return unit
    return replace(unit, last=unit.last + 2, half=True)


def _is_glued(words: tuple[Word, ...], at: int) -> bool:
    """« 1e309 euros » is no euro: letters that touch the digits before them."""
    return at < len(words) and words[at - 1].form[-1].isdecimal() and words[at - 1].end == words[at].start


def _is_half(words: tuple[Word, ...], at: int) -> bool:
    return at + 1 < len(words) and words[at].form == "et" and words[at + 1].form in listed("halves")


def _glued(text: str, syntax: Syntax, amount: Amount) -> Unit | None:
    """« 45kg », « 18h »."""
    end = syntax.words[amount.first].end
    known = _known(text[end - len(amount.glued) : end])
    return Unit(known.unit, known.kind, amount.last, amount.first, signed=known.signed) if known else None


def _in_front(syntax: Syntax, amount: Amount) -> Unit | None:
    """« $300 »: the sign of a currency stands before the number."""
    sign = syntax.words[amount.lead - 1].form if amount.lead else ""
    known = measures().get(sign) if sign in _SIGNS_IN_FRONT else None
    return Unit(known.unit, known.kind, amount.last, amount.first) if known else None


def _known(written: str) -> Measure | None:
    known = measures().get(written)
    if known is None and len(written) > _SYMBOL:
        known = measures().get(written.lower())
    return known


@cache
def _first_words() -> frozenset[str]:
    """The first word of every measure, in lower case, as the tokens are cut."""
    return frozenset(
        part.lower() for form in measures() for part in (form, *form.replace("/", " ").split()[:1], form[:1])
    )


def _measure(text: str, syntax: Syntax, at: int) -> Unit | None:
    """The longest measure that begins with a word."""
    words = syntax.words
    if at >= len(words) or words[at].form not in _first_words():
        return None
    for last in range(min(len(words), at + _LONGEST), at, -1):
        known = _known(text[words[at].start : words[last - 1].end])
        if known:
            return Unit(known.unit, known.kind, last, at, signed=known.signed)
    return None


def _counted(text: str, syntax: Syntax, amount: Amount, at: int, *, linked: bool) -> Unit | None:
    """The head of the group in which the number stands, or of the one behind « de »."""
    if at >= len(syntax.words) or (amount.spelled and amount.value == 0):
        return None  # « zéro déchet » counts nothing
    if syntax.words[at].tag is Tag.NUMBER:
        return None  # « contre 530 cinq ans plus tôt »
    if shouted := _shouted(text, syntax, amount, at):
        return shouted
    group = syntax.noun_at(at)
    if amount.is_one and group and group.head < at and _can_be_noun(syntax.words[at]):
        return _of(text, syntax, at, at)  # « moins d'un Français »
    if group is None or (group.first < at and group.head < at) or (group.first > amount.last and not linked):
        return None
    head = _head(syntax, at, group.head)
    word = syntax.words[head]
    apart = group.determiner is not None and group.determiner >= amount.last and not linked
    if head < at or apart or not _may_count(text, syntax, amount, head, linked=linked):
        return None
    return _of(text, syntax, at, head) if word.tag in _HEADS else None


def _head(syntax: Syntax, at: int, head: int) -> int:
    """« jeunes femmes »: of an adjective used as a noun and the noun behind it, the second."""
    words = syntax.words
    if words[head].tag is Tag.NAME:
        return at if words[at].tag is Tag.NAME else head
    after = head + 1
    chosen = words[head].form == "autres" or words[head].form in listed("taken_out")
    if after == len(words) or not (chosen or words[head].form in listed("prenominal")):
        return head
    twice = words[after].tag is Tag.NOUN and not words[after].capital
    return after if twice or (chosen and _can_be_noun(words[after])) else head


def _can_be_noun(word: Word) -> bool:
    return word.tag is Tag.ADJECTIVE and any(a.pos is Pos.NOUN for a in lexicon().analyses(word.form))


def _of(text: str, syntax: Syntax, at: int, head: int) -> Unit:
    words = syntax.words
    before = tuple(word.form for word in words[at:head])
    known = _measure(text, syntax, head)
    if known:
        return replace(known, before=before)
    return Unit(singular(text, words[head]), Kind.THING, head + 1, head, before)


def _may_count(text: str, syntax: Syntax, amount: Amount, head: int, *, linked: bool) -> bool:
    """Whether the noun can be what the number counts: a plural for what is more than one."""
    word = syntax.words[head]
    if word.form in adverbial() and word.form not in measures():
        return False
    if word.form in listed("fractions") | listed("others") | listed("taken_out"):
        return False
    if word.capital == 1 and any(a.pos is Pos.NAME for a in lexicon().analyses(text[word.start : word.end])):
        return False  # « 75008 Paris »
    if word.tag is Tag.NAME:
        model = any(c.isdecimal() for c in word.form) or word.kind == "acronym"
        if amount.is_year_like(syntax.words):
            return False  # « © 2023 AFP »
        return model or (amount.value < _NAMED_BELOW and word.kind == "unknown") or linked
    plural = amount.value >= 2 or linked
    return not plural or word.number != "s" or word.form.endswith(("s", "x", "z")) or linked or _takes_no_plural(word)


def _takes_no_plural(word: Word) -> bool:
    return word.form in listed("unmarked")


def _shouted(text: str, syntax: Syntax, amount: Amount, at: int) -> Unit | None:
    """« TROIS MORTS DANS UN INCENDIE »: in capitals throughout, the word behind the number."""
    words = syntax.words
    shouting = amount.spelled and all(word.capital == 2 for word in words[amount.first : amount.last])
    if not shouting or words[at].capital != 2 or not words[at].form.endswith(("s", "x")):
        return None
    return Unit(singular(text, replace(words[at], tag=Tag.NOUN, lemma=words[at].form)), Kind.THING, at + 1, at)


def singular(text: str, word: Word) -> str:
    """The singular of a noun: its lemma, part by part where it is a compound; names of peoples keep their capital."""
    if word.tag is Tag.NAME:
        return text[word.start : word.end]
    lemma = _lemma(word.form, word.lemma)
    if "-" in word.form and lemma == word.form and not _is_invariable(word.form):
        lemma = "-".join(_lemma(part, part) for part in word.form.split("-"))
    return lemma[0].upper() + lemma[1:] if word.capital == 1 and lemma[0] != word.form else lemma


def _is_invariable(form: str) -> bool:
    return any(a.lemma == form and a.number == "" and a.pos is Pos.NOUN for a in lexicon().analyses(form))


def _lemma(form: str, lemma: str) -> str:
    """The singular in the gender that is written, « blessées » → « blessée »; else the lemma."""
    if _is_invariable(form):
        return form  # « fils », « porte-avions »
    plain = form.removesuffix("s")
    if any(a.number != "p" and a.pos in (Pos.NOUN, Pos.ADJ) for a in lexicon().analyses(plain)):
        own = {a.lemma for a in lexicon().analyses(form)}
        return plain if own & {a.lemma for a in lexicon().analyses(plain)} else lemma
    return lemma if lemma != form else next((a.lemma for a in lexicon().analyses(form) if a.pos is Pos.NOUN), form)
