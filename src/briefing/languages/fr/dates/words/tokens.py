"""Words of the text that may belong to a date, with tags; and where in the text it is worth looking.

One pass with one expression finds the words that dates are made of; only what stands around them is cut into items.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick

from briefing.languages.fr.dates.meaning import Meaning
from briefing.languages.fr.dates.words.vocabulary import Value, numbers, vocabulary
from briefing.model.span import Span

_CORE = {"month", "abbr", "weekday", "season", "unit", "length", "years", "quarter", "half", "part", "night"}
_CORE |= {"deictic", "today", "eve", "holiday"}
_NUMBER = re.compile(r"[0-9]+(?:[/.-][0-9]+)*")
_YEAR = re.compile(r"[12][0-9]{3}(?:[/-][0-9-]+)?|[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]+)?")
_MARKS = {
    ",": "comma",
    "-": "dash",
    "–": "dash",
    "/": "slash",
    "(": "open",
    ")": "close",
    "%": "measure",
    "€": "measure",
}
_MARKS |= dict.fromkeys("$£°", "measure") | dict.fromkeys(".!?…;:", "stop") | dict.fromkeys('«»“”"', "quote")
_KINDS = ("number", "ordinal", "about")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NAMES = {"month", "weekday", "season"}
_OPENERS = {"stop", "quote", "open", "dash"}
_BEFORE, _AFTER, _SNAP = 48, 36, 24
_LONGEST, _LONGEST_NUMBER = 4000, 24


@dataclass(frozen=True, slots=True)
class Item:
    """A tagged word, or a date put together from several (then it has a meaning)."""

    tag: str
    start: int
    end: int
    value: Value = None
    meaning: Meaning | None = None
    mod: str | None = None
    rule: str = ""


def _either(words: Iterable[str]) -> str:
    """An alternation, longest first; a word that ends in a letter must end there in the text too."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w) + (r"(?!\w)" if w[-1].isalpha() else "") for w in longest)


@cache
def _core() -> ahocorasick.Automaton:
    """The words without which there is no date, for one pass over the text."""
    automaton = ahocorasick.Automaton()
    for word, meant in vocabulary().items():
        if meant.tag in _CORE:
            automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


def triggers(lower: str) -> list[tuple[int, int]]:
    """Start and end of every word or number that may be the heart of a date, in order."""
    words = [(end + 1 - size, end + 1) for end, size in _core().iter(lower)]
    whole = [(s, e) for s, e in words if not (lower[s - 1 : s].isalnum() or lower[e : e + 1].isalnum())]
    years = [m.span() for m in _NUMBER.finditer(lower) if len(m[0]) < _LONGEST_NUMBER and _YEAR.fullmatch(m[0])]
    return sorted(whole + years)


@cache
def _lexer() -> re.Pattern[str]:
    """One word, number or mark, by the name of its kind."""
    number, ordinal, about = (_either([w for w, n in numbers().items() if n.kind == k]) for k in _KINDS)
    return re.compile(
        r"(?P<web>(?:https?://|www\.|@|\#)\S+)"
        r"|(?P<numeric>[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\w)"
        r"|[0-9]{1,2}(?P<by>[/.-])[0-9]{1,2}(?P=by)(?:[0-9]{4}|[0-9]{2})(?![\w/]))"
        rf"|(?P<about>(?:une |la )?(?:{about})(?: de | d'))"
        rf"|(?P<known>{_either(vocabulary())})"
        rf"|(?P<ordinal>{ordinal}|[0-9]{{1,2}}(?:er|ère|re|e|è|ème|eme|nd|nde)(?!\w))"
        rf"|(?P<number>(?:{number})(?:(?:-et-|-| et | )(?:{number}))*)"
        r"|(?P<clock>[0-9]{1,2} ?(?:h|heures?)(?: ?[0-9]{2})?(?!\w)|[0-9]{1,2}:[0-9]{2}(?!\w))"
        r"|(?P<amount>[0-9]{1,3}(?:[ .][0-9]{3})+(?![0-9])(?:,[0-9]+)?|[0-9]+[.,][0-9]+)"
        r"|(?P<digits>[0-9]+(?!\w))"
        r"|(?P<label>[^\W\d_]+(?:-[^\W\d_]+)*-?[0-9][\w-]*|[0-9]\w*)"
        r"|(?P<word>[^\W\d_]+'?|\w+)"
        r"|(?P<mark>[^\w\s])"
    )


def windows(lower: str, block: Span, hearts: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """The stretches of a block around the hearts of dates, in order, none touching another."""
    start = end = -1
    for at, to in hearts:
        first, last = _snapped(lower, at - _BEFORE, to + _AFTER, block)
        if start < 0:
            start, end = first, last
        elif first <= end and last - start < _LONGEST:
            end = last
        else:
            yield Span(start, end)
            start, end = max(first, end), last
    if start >= 0:
        yield Span(start, end)


def _snapped(lower: str, first: int, last: int, block: Span) -> tuple[int, int]:
    """The two offsets moved out of words, and into the block."""
    space = lower.rfind(" ", max(block.start, first - _SNAP), max(block.start, first))
    first = block.start if first <= block.start else max(space + 1, first - _SNAP)
    space = lower.find(" ", last, last + _SNAP)
    return first, min(block.end, last if space < 0 else space)


def items(lower: str, source: str, window: Span, *, opening: bool, names: Container[int] = ()) -> list[Item]:
    """The tagged words of a window; `opening` where it begins a block, `names` where in the text a name begins."""
    found: list[Item] = []
    for match in _lexer().finditer(lower, window.start, window.end):
        initial = _opens(found[-1], match.start()) if found else opening
        found.append(_item(match, source, initial=initial and match.start() not in names))
    found.append(Item("stop", window.end, window.end))
    return found


def _opens(before: Item, start: int) -> bool:
    """Whether a sentence may begin after this mark; « Quatre-Septembre » is one word."""
    return before.tag in _OPENERS and (before.tag != "dash" or before.end < start)


def _item(match: re.Match[str], source: str, *, initial: bool) -> Item:
    kind, word = str(match.lastgroup), match[0]
    start, end = match.span()
    if kind == "word":
        return _plain(word, source[start:end], start, initial=initial)
    if kind == "known":
        return _known(word, source[start:end], start, initial=initial)
    if kind == "mark":
        return Item(_MARKS.get(word, "mark"), start, end)
    if kind == "digits":
        return _digits(word, start)
    if kind == "number":
        return Item(kind, start, end, in_letters(word))
    if kind == "about":
        return Item(kind, start, end, next(numbers()[w].value for w in word.split() if w in numbers() and w != "une"))
    if kind == "ordinal":
        known = numbers().get(word)
        return Item(kind, start, end, known.value if known else int(re.sub(r"\D", "", word)))
    return Item(kind, start, end, word)


def _digits(word: str, start: int) -> Item:
    value = int(word) if len(word) <= 4 else 0
    tag = "year" if 1000 <= value < 2200 else "day" if 1 <= value <= 31 else "number" if value else "amount"
    return Item(tag, start, start + len(word), value)


def _known(word: str, written: str, start: int, *, initial: bool) -> Item:
    """A word of the vocabulary; with a capital inside a sentence it may be a name."""
    meant, capital, end = vocabulary()[word], written[0].isupper(), start + len(word)
    if meant.tag in _NAMES and capital and not (written.isupper() or (initial and meant.bare)):
        return Item(meant.tag.capitalize(), start, end, meant.value)
    if (meant.capital and written == word) or (meant.tag == "horizon" and written[0] == "H"):
        return _plain(word, written, start, initial=initial)
    return Item(meant.tag, start, end, meant.value)


def _plain(word: str, written: str, start: int, *, initial: bool) -> Item:
    """Any other word, a name, or the Roman number of a century."""
    end = start + len(word)
    if written[0] in _ROMAN and (roman := _roman(written)):
        return Item("roman", start, end, roman)
    return Item("Name" if written[0].isupper() and not initial else "word", start, end, word)


def _roman(written: str) -> int:
    """The number of « XIXe », 0 for other words."""
    match = re.fullmatch(r"([IVX]+)(?:e|è|ème|er)", written)
    digits = [_ROMAN[c] for c in match[1]] if match else []
    return sum(-d if d < max(digits[n:]) else d for n, d in enumerate(digits))


def in_letters(words: str) -> int:
    """The value of a number in letters: « quatre-vingt-douze » → 92, « deux cents » → 200."""
    total = 0
    for part in re.split(r"-et-|-| et | ", words):
        value = numbers()[part].value
        if value == 100 or (value == 20 and total == 4):
            total = max(total, 1) * value
        else:
            total += value
    return total
