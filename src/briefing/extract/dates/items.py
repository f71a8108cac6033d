"""The words of a sentence as the constructions of dates see them: each with its tag and its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax, Tag, Word
from briefing.extract.analysis.tokens import Expression, expression_tree
from briefing.extract.dates.constructions import Item, Value
from briefing.extract.words.lexicon import Entry

_MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", "/": "slash", "(": "open", ")": "close"}
_MARKS |= dict.fromkeys("[", "open") | dict.fromkeys("]", "close") | dict.fromkeys('«»“”"', "quote")
_ENDING = frozenset({Tag.STOP, Tag.COMMA, Tag.BRACKET, Tag.QUOTATION})
_SIGNS = frozenset("%€$£°")
_OPENERS = frozenset({"stop", "quote", "open", "dash"})
_YEARS = range(1000, 2200)
_COMPOUND = 2
_LONGEST_YEAR, _SHORTEST_YEAR, _LAST_DAY = 4, 3, 31
_REMEMBERED = 16_384
"""Forms of which it stays at hand whether a date may have them: nearly all of a running text."""
Tagged = tuple[str, Value]


class CalendarWords(Entry, frozen=True, kw_only=True):
    """An entry of `calendar.yaml`; the fields are explained there."""

    words: tuple[str, ...]
    tag: str
    value: Value = None
    when: bool = False
    capital: bool = False
    bare: bool = True


class Meant(Struct, frozen=True):
    """What a language knows of one written form."""

    tag: str
    value: Value = None
    capital: bool = False
    """It must begin with a capital."""
    bare: bool = True
    """Alone at the head of a sentence it is a date."""


class DateWords(Struct, frozen=True, kw_only=True, dict=True):
    """The words by which a language tells dates, in lower case, as the tokens of a sentence have them."""

    meant: Mapping[str, Meant]
    """Words and expressions, parted by spaces."""
    core: frozenset[str]
    """Tags of which one stands in every date that is told in letters."""
    names: frozenset[str] = frozenset()
    """Tags of words that are rather names where they have a capital: « Mars », « le Printemps arabe »."""
    joint: re.Pattern[str]
    """Where a compound or an expression comes apart, all in a group: « juin-juillet », « mi-mars », “last week”."""
    written: Callable[[str], Tagged | None]
    """A number in letters, or one written in the language's own way: « quatre-vingt-douze », « 1er », “1980s”."""
    other: Callable[[Word], Tagged | None] = lambda _: None
    """A word that only its capital tells: « XIXe »."""
    add: Callable[[list[Item], Item], None] = list.append
    """Appends an item, or makes it one with the last: « vingt et un »."""

    @cached_property
    def hearts(self) -> frozenset[str]:
        """What one part of every date that is told in letters is."""
        hearts = {form for form, meant in self.meant.items() if meant.tag in self.core or form.endswith("-")}
        return frozenset((*(form.split()[0] for form in hearts), "/"))

    @cached_property
    def _expressions(self) -> Expression:
        """The entries of several words."""
        return expression_tree(form.split(" ") for form in self.meant if " " in form)

    @cached_property
    def _may_be_heart(self) -> Callable[[str], bool]:
        return lru_cache(_REMEMBERED)(self._is_heart)

    def _is_heart(self, form: str) -> bool:
        if form in self.hearts:
            return True
        if form[0].isdecimal():
            return len(form) >= _SHORTEST_YEAR and (form.isdecimal() or self.written(form) is not None)
        return not form.isalpha() and not self.hearts.isdisjoint(self.joint.split(form))

    def items(self, syntax: Syntax) -> list[Item]:
        """The items of a sentence between two marks, which are those of its quotation where it begins or ends one.

        None where no word may be the heart of a date.
        """
        if not any(map(self._may_be_heart, (word.form for word in syntax.words))):
            return []
        span, quotation = syntax.span, syntax.quotation
        opening = "quote" if quotation is not None and span.start == quotation.start else "stop"
        closing = "quote" if quotation is not None and span.end == quotation.end else "stop"
        found = [Item(opening, span.start, span.start)]
        pieces = [(i, piece) for i, word in enumerate(syntax.words) for piece in self._pieces(word)]
        forms = [piece.form for _, piece in pieces]
        at = 0
        while at < len(pieces):
            last = self._expressions.end(forms, at)
            word = pieces[at][1]
            opens = word.capital > 0 and (len(found) == 1 or _opens(found[-1], word))
            self.add(found, self._item(" ".join(forms[at:last]), pieces[at:last], opening=opens))
            at = last
        return [*found, Item(closing, span.end, span.end, word=len(syntax.words))]

    def _pieces(self, word: Word) -> list[Word]:
        """A compound taken apart where a part is a word of the calendar; else the word."""
        form = word.form
        if form.isalpha() or form in self.meant:
            return [word]
        parts = [part for part in self.joint.split(form) if part]
        if len(parts) < _COMPOUND or self.hearts.isdisjoint(parts):
            return [word]
        pieces, start = [], word.start
        named = parts[0] not in self.meant
        for part in parts:
            capital = word.capital if named or start == word.start else 0
            end, tag = start + len(part), word.tag if part != "-" else Tag.STOP
            if not part.isspace():
                pieces.append(replace(word, start=start, end=end, form=part, lemma=part, tag=tag, capital=capital))
            start = end
        return pieces

    def _item(self, form: str, pieces: Sequence[tuple[int, Word]], *, opening: bool) -> Item:
        i, word = pieces[0]
        if form in self.meant:
            tag, value = self._known(form, word, opening=opening)
        else:
            tag, value = self.written(form) or self._unlisted(word, opening=opening)
        return Item(tag, word.start, pieces[-1][1].end, value, i)

    def _known(self, form: str, word: Word, *, opening: bool) -> Tagged:
        """A word of the vocabulary; with a capital inside a sentence it may be a name."""
        meant = self.meant[form]
        if meant.tag in self.names and word.capital == 1 and not (opening and meant.bare and word.tag is not Tag.NAME):
            return meant.tag.capitalize(), meant.value
        if meant.capital and not word.capital:
            return word.tag.value, word.lemma
        return meant.tag, meant.value

    def _unlisted(self, word: Word, *, opening: bool) -> Tagged:
        """Any other word by its part of speech, or a mark."""
        if word.form[0].isdecimal():
            return _digits(word.form)
        if word.form in _SIGNS:
            return "measure", None
        if word.tag is Tag.NUMBER:
            return "amount", word.form
        if word.form in _MARKS or word.tag in _ENDING:
            return ("quote" if word.tag is Tag.QUOTATION else _MARKS.get(word.form, "stop")), None
        if word.capital and (told := self.other(word)):
            return told
        if word.capital and (word.tag is Tag.NAME or not opening):
            return "Name", word.lemma
        plural = "s" if word.number == "p" and word.tag in (Tag.NOUN, Tag.ADJECTIVE) else ""
        return word.tag.value + plural, word.lemma


def _opens(before: Item, word: Word) -> bool:
    """Whether a sentence may begin after this mark; « Quatre-Septembre » is one word."""
    return before.tag in _OPENERS and (before.tag != "dash" or before.end < word.start)


def _digits(form: str) -> Tagged:
    if form.isdecimal():
        value = int(form) if len(form) <= _LONGEST_YEAR else 0
        if value in _YEARS:
            return "year", value
        return ("day" if 1 <= value <= _LAST_DAY else "number" if value else "amount"), value
    return ("amount" if form[-1].isdecimal() and ":" not in form else "label"), form
