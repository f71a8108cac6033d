"""The words of a sentence as the constructions of dates see them: each with its tag and its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax, Tag, Word
from briefing.extract.dates.constructions import Item, Value
from briefing.languages.fr.dates.vocabulary import expressions, numbers, vocabulary

_CORE = frozenset(
    [
        "month",
        "abbr",
        "weekday",
        "season",
        "unit",
        "length",
        "years",
        "quarter",
        "half",
        "part",
        "night",
        "deictic",
        "today",
        "eve",
        "holiday",
        "hours",
    ]
)
_NAMES = frozenset({"month", "weekday", "season"})
_MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", "/": "slash", "(": "open", ")": "close"}
_MARKS |= dict.fromkeys("[", "open") | dict.fromkeys("]", "close") | dict.fromkeys('«»“”"', "quote")
_SIGNS = frozenset("%€$£°")
_OPENERS = frozenset({"stop", "quote", "open", "dash"})
_NUMERIC = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
_ORDINAL = re.compile(r"(\d{1,2})(?:er|ère|re|e|è|ème|eme|nd|nde)")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_ORDINAL = re.compile(r"([ivx]+)(?:e|è|ème|er)")
_YEARS = range(1000, 2200)
_LONGEST_YEAR, _LAST_DAY = 4, 31
_YEAR_LENGTHS = (3, 4)
_HUNDRED, _TWENTY = 100, 20
_JOINT = re.compile(r"(^mi-|-(?:ci|là)$|-)")


@cache
def _hearts() -> frozenset[str]:
    """The words of which one stands in every date that is told in letters."""
    core = (form.split()[0] for form, meant in vocabulary().items() if meant.tag in _CORE)
    return frozenset((*core, "/"))


def has_date(words: Sequence[Word]) -> bool:
    """Whether any word may be the heart of a date."""
    hearts = _hearts()
    return any(word.form in hearts or _is_heart(word.form, hearts) for word in words)


def _is_heart(form: str, hearts: frozenset[str]) -> bool:
    if form[0].isdecimal():
        return len(form) in _YEAR_LENGTHS or form.count(".") == 2
    return "-" in form and (form.startswith("mi-") or not hearts.isdisjoint(form.split("-")))


def items(syntax: Syntax) -> list[Item]:
    """The items of a sentence, with a mark at its end, and at its beginning where that opens a quotation."""
    found: list[Item] = []
    span, quotation = syntax.span, syntax.quotation
    if quotation is not None and span.start == quotation.start:
        found.append(Item("quote", span.start, span.start))
    pieces = [(i, piece) for i, word in enumerate(syntax.words) for piece in _pieces(word)]
    at = 0
    while at < len(pieces):
        last = _expression(pieces, at)
        _add(found, _item(pieces[at:last], opening=not found or _opens(found[-1], pieces[at][1])))
        at = last
    closing = "quote" if quotation is not None and span.end == quotation.end else "stop"
    return [*found, Item(closing, span.end, span.end, word=len(syntax.words))]


def _pieces(word: Word) -> list[Word]:
    """« mi-mars », « juin-juillet », « mois-ci » taken apart where a part is a word of the calendar; else the word."""
    form = word.form
    if "-" not in form[1:] or form in vocabulary():
        return [word]
    parts = [part for part in _JOINT.split(form) if part]
    if not any(part in vocabulary() and vocabulary()[part].tag in _CORE for part in parts) and parts[0] != "mi-":
        return [word]
    pieces, start = [], word.start
    named = parts[0] not in vocabulary()
    for part in parts:
        capital = word.capital if named or start == word.start else 0
        tag = word.tag if part != "-" else Tag.STOP
        pieces.append(
            word._replace(start=start, end=start + len(part), form=part, lemma=part, tag=tag, capital=capital)
        )
        start += len(part)
    return pieces


def _expression(pieces: Sequence[tuple[int, Word]], at: int) -> int:
    """Where the expression of several words ends that begins at a piece; else the next piece."""
    for rest in expressions().get(pieces[at][1].form, ()):
        last = at + 1 + len(rest)
        if [piece.form for _, piece in pieces[at + 1 : last]] == list(rest):
            return last
    return at + 1


def _opens(before: Item, word: Word) -> bool:
    """Whether a sentence may begin after this mark; « Quatre-Septembre » is one word."""
    return before.tag in _OPENERS and (before.tag != "dash" or before.end < word.start)


def _item(pieces: Sequence[tuple[int, Word]], *, opening: bool) -> Item:
    i, word = pieces[0]
    end = pieces[-1][1].end
    form = " ".join([piece.form for _, piece in pieces])
    if form in vocabulary():
        tag, value = _known(form, word, opening=opening)
    elif form[0].isdecimal():
        tag, value = _digits(form)
    elif (number := in_letters(form)) is not None:
        tag, value = number
    else:
        tag, value = _plain(word, opening=opening)
    return Item(tag, word.start, end, value, i)


def _known(form: str, word: Word, *, opening: bool) -> tuple[str, Value]:
    """A word of the vocabulary; with a capital inside a sentence it may be a name."""
    meant = vocabulary()[form]
    if meant.tag in _NAMES and word.capital == 1 and not (opening and meant.bare and word.tag is not Tag.NAME):
        return meant.tag.capitalize(), meant.value
    if meant.capital and not word.capital:
        return word.tag.value, word.lemma
    return meant.tag, meant.value


def _digits(form: str) -> tuple[str, Value]:
    if form.isdecimal():
        value = int(form) if len(form) <= _LONGEST_YEAR else 0
        if value in _YEARS:
            return "year", value
        return ("day" if 1 <= value <= _LAST_DAY else "number" if value else "amount"), value
    if found := _ORDINAL.fullmatch(form):
        return "ordinal", int(found[1])
    if _NUMERIC.fullmatch(form):
        return "numeric", form
    return ("amount" if form[-1].isdecimal() and ":" not in form else "label"), form


def in_letters(form: str) -> tuple[str, int] | None:
    """The kind and value of a number in letters: « quatre-vingt-douze » → number, 92; None for another word."""
    total, kind = 0, ""
    for part in [form] if form in numbers() else form.replace("-et-", "-").split("-"):
        number = numbers().get(part)
        if number is None:
            return None
        total, kind = _plus(total, number.value), number.kind
    return kind, total


def _plus(total: int, value: int) -> int:
    """« quatre-[vingts] », « deux [cents] »; else the two are added."""
    times = value == _HUNDRED or (value == _TWENTY and total == _TWENTY // 5)
    return max(total, 1) * value if times else total + value


def _plain(word: Word, *, opening: bool) -> tuple[str, Value]:
    """Any other word by its part of speech, a mark, or the Roman number of a century."""
    if word.form in _SIGNS:
        return "measure", None
    if word.tag is Tag.NUMBER:
        return "amount", word.form
    if word.form in _MARKS or word.tag in (Tag.STOP, Tag.COMMA, Tag.BRACKET, Tag.QUOTATION):
        return ("quote" if word.tag is Tag.QUOTATION else _MARKS.get(word.form, "stop")), None
    if word.capital and (roman := _roman(word.form)):
        return "roman", roman
    if word.capital and (word.tag is Tag.NAME or not opening):
        return "Name", word.lemma
    plural = "s" if word.number == "p" and word.tag in (Tag.NOUN, Tag.ADJECTIVE) else ""
    return word.tag.value + plural, word.lemma


def _roman(form: str) -> int:
    """The number of « xixe », 0 for other words."""
    match = _ROMAN_ORDINAL.fullmatch(form)
    digits = [_ROMAN[c] for c in match[1]] if match else []
    return sum(-d if d < max(digits[n:]) else d for n, d in enumerate(digits))


def _add(found: list[Item], item: Item) -> None:
    """Append an item; « vingt et un » and « une dizaine de » become one."""
    before = found[-1] if found else item
    last = item.tag in ("number", "ordinal") and before.tag == "et" and item.value in (1, 11)
    if last and found[-2:][0].tag == "number":
        found.pop()
        before = found[-1]
    if before.tag == "number" and found and (last or item.tag == "number"):
        value = _plus(int(before.value or 0), int(item.value or 0))
        found[-1] = replace(before, tag=item.tag, end=item.end, value=value)
    elif item.tag == "about" and found and (before.tag == "le" or (before.tag == "number" and before.value == 1)):
        found[-1] = replace(item, start=before.start, word=before.word)
    elif item.tag == "de" and before.tag == "about" and found:
        found[-1] = replace(before, end=item.end)
    else:
        found.append(item)
