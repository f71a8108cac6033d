"""The dates of an article: each seen from the day of publication and from the dates told before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.dates.constructions import REFUSED, Item
from briefing.extract.dates.meaning import Meaning, Moment
from briefing.extract.dates.outlook import Outlook, verb_around
from briefing.extract.dates.scope import dated
from briefing.extract.reading import Annotator, Decision, Reading
from briefing.extract.words.morphology import Tense
from briefing.model.annotation import DateMention
from briefing.model.article import BlockKind
from briefing.model.date import Date
from briefing.model.span import Span

_STORY = frozenset({Outlook.NARRATIVE, Outlook.PRESENT})
_OLD = timedelta(366)


class DateRules(Struct, frozen=True, kw_only=True):
    """What a language knows of dates."""

    name: str
    """What the names of its rules begin with: `fr.dates`."""
    items: Callable[[Syntax], list[Item]]
    """The words of a sentence with the dates in them put together; nothing for a sentence without any."""
    outlook: Callable[[Syntax, int], Outlook]
    """Where the clause of the date looks that begins at a word."""
    back: frozenset[str] = frozenset()
    """Tags before a date that look back, whatever the tense: « depuis mardi »."""
    ahead: frozenset[str] = frozenset()
    """Tags before a date that look ahead where the tense does not tell: « dès mardi »."""
    until: frozenset[str] = frozenset()
    """Those among them that say how long something goes on."""
    lasting: frozenset[str] = frozenset()
    """Verbs, by lemma, of which that lies ahead though they are done: « a été prolongé jusqu'au 3 mai »."""
    by: frozenset[str] = frozenset()
    """Tags before a date that look ahead, whatever the tense: « d'ici à mardi »."""
    adverbial: frozenset[str] = frozenset()
    """Tags before a date that opens a story: « en 1789 », « le 14 juillet »."""
    happening: frozenset[str] = frozenset()
    """Verbs that make « aujourd'hui » this very day in the present tense: « le procès s'ouvre aujourd'hui »."""

    before_events: frozenset[str] = frozenset()
    """Prepositions behind which a noun names an event: « depuis [l'invasion] »; without any, nothing is dated."""


class _Found(Struct, frozen=True):
    """An item and where it stands: its sentence, and its number among the sentence's items."""

    item: Item
    syntax: Syntax
    items: Sequence[Item]
    at: int


def dating(rules: Callable[[], DateRules]) -> Annotator:
    """The annotator that fills `dates` and `dated` by a language's rules, which are made when first asked."""
    made = cache(rules)

    def date(reading: Reading) -> Reading:
        found = _with_dates(reading, made())
        events = made().before_events
        return replace(found, dated=tuple(dated(found, events))) if events else found

    return date


def _with_dates(reading: Reading, rules: DateRules) -> Reading:
    """The reading with `dates`, in the order of the text; what looks like a date and is none is noted."""
    starts = [block.span.start for block in reading.blocks]
    telling = _Telling(reading, rules, starts, Date.parse(reading.article.meta.published))
    rows = list(telling.rows())
    found = tuple(row for row in rows if isinstance(row, DateMention))
    return replace(reading, dates=found).noting(*(row for row in rows if isinstance(row, Decision)))


def _found(reading: Reading, rules: DateRules) -> Iterator[_Found]:
    """What may be a date, in the order of the text, none over another."""
    sentences = (*reading.parsed.outer, *reading.parsed.inner)
    candidates = [
        _Found(item, syntax, items, at)
        for syntax in sentences
        if (items := rules.items(syntax))
        for at, item in enumerate(items)
        if item.tag == REFUSED or item.meaning is not None
    ]
    end = -1
    for found in sorted(candidates, key=lambda f: (f.item.start, -f.item.end)):
        if found.item.start >= end:
            end = found.item.end
            yield found


class _Telling(Struct):
    """The dates of an article so far."""

    reading: Reading
    rules: DateRules
    starts: Sequence[int]
    """Where the blocks begin."""
    today: Date | None
    anchor: Date | None = None
    story: Date | None = None
    named: dict[int, Date] = field(default_factory=dict)
    block: int = -1

    def rows(self) -> Iterator[DateMention | Decision]:
        """What is found, and what is refused."""
        for found in _found(self.reading, self.rules):
            self._enter(bisect_right(self.starts, found.item.start) - 1)
            item = found.item
            if why := self._refusal(found):
                rule = f"{self.rules.name}.{item.rule}"
                yield Decision(rule, Span(item.start, item.end), kept=False, why=why)
            elif item.meaning is not None:
                yield self._told(found, item.meaning)

    def _enter(self, block: int) -> None:
        """A new block goes on with no story, but « trois jours plus tard » is counted from the block before."""
        if block != self.block:
            self.block, self.story = block, None

    def _refusal(self, found: _Found) -> str:
        if found.item.tag == REFUSED:
            return "the words have another sense here"
        if found.item.tag == "AHEAD" and self._tense(found) is not Outlook.FUTURE:
            return "how long it took"
        return "nowadays, not this day" if found.item.tag == "TODAY" and not self._is_this_day(found) else ""

    def _is_this_day(self, found: _Found) -> bool:
        """« aujourd'hui » is the day itself beside an event, and « nowadays » beside a state."""
        looks = self._tense(found)
        if looks not in (Outlook.PRESENT, Outlook.BESIDE):
            return looks is not Outlook.UNKNOWN
        verb = verb_around(found.syntax, found.item.word)
        return verb is not None and verb.lemma in self.rules.happening

    def _told(self, found: _Found, meaning: Meaning) -> DateMention:
        """The date, which the next ones are then seen from."""
        item = found.item
        day = meaning.resolve(self._moment(found))
        self.story = self._story(found, day)
        self.anchor = day or self.anchor
        if day is not None and day.first == day.last and item.tag == "DAY":
            self.named[day.first.weekday()] = day
        return DateMention(
            exact=self.reading.article.text[item.start : item.end],
            start=item.start,
            end=item.end,
            value=day.value if day else None,
            mod=item.mod,
            rule=f"{self.rules.name}.{item.rule}",
        )

    def _moment(self, found: _Found) -> Moment:
        return Moment(
            today=self.today,
            near=self.today,
            anchor=self.anchor,
            story=self.story,
            told=self.named,
            spoken=found.syntax.quotation is not None or self._is_block_quote(),
            outlook=lambda: self._outlook(found),
        )

    def _is_block_quote(self) -> bool:
        return self.block >= 0 and self.reading.blocks[self.block].kind is BlockKind.BLOCK_QUOTE

    def _tense(self, found: _Found) -> Outlook:
        """Where its clause looks; of a few quoted words the clause around them: « l'avoir dit « dès lundi » »."""
        syntax, quotation = found.syntax, found.syntax.quotation
        if quotation is None or syntax.verbs or not self.reading.text[quotation.start].islower():
            return self.rules.outlook(syntax, found.item.word)
        number = self.reading.parsed.outer_number(quotation.start)
        around = syntax if number is None else self.reading.parsed.outer[number]
        return self.rules.outlook(around, around.index_at(quotation.start) or 0)

    def _outlook(self, found: _Found) -> Outlook:
        """Where the clause looks, unless the preposition tells: « depuis mardi », « dès mardi »."""
        before = {item.tag for item in found.items[max(0, found.at - 2) : found.at]}
        if before & self.rules.back:
            return Outlook.PAST
        if before & self.rules.by:
            return Outlook.FUTURE
        looks = self._tense(found)
        verb = verb_around(found.syntax, found.item.word) if before & self.rules.until else None
        if verb is not None and verb.lemma in self.rules.lasting and verb.tense is Tense.PRESENT:
            return Outlook.FUTURE
        unsure = looks in (Outlook.PRESENT, Outlook.BESIDE, Outlook.UNKNOWN)
        return Outlook.FUTURE if unsure and before & self.rules.ahead else looks

    def _story(self, found: _Found, day: Date | None) -> Date | None:
        """The date, where it opens or goes on with a story of long ago: « En 1789, les états généraux s'ouvrent »."""
        if day is None or self.today is None or self.today.first - day.last < _OLD:
            return None
        adverbial = found.at > 0 and found.items[found.at - 1].tag in self.rules.adverbial
        return day if adverbial and self._tense(found) in _STORY else None
