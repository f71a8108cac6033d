"""Dates in French text: where they stand, what they mean, and which day that is seen from the publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.dates.forms.language import REFUSED
from briefing.languages.fr.dates.meaning import Meaning, Moment
from briefing.languages.fr.dates.periods import Period
from briefing.languages.fr.dates.scene import Scene
from briefing.languages.fr.dates.tense import Outlook
from briefing.languages.fr.dates.words.tokens import Item
from briefing.languages.fr.dates.words.vocabulary import friends
from briefing.model.annotation import DateMention
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span

_BACK = {"depuis"}
_AHEAD = {"dès", "jusque", "dici", "avant"}
_STORY = {Outlook.NARRATIVE, Outlook.PRESENT}
_OLD = timedelta(366)


def dates(reading: Reading) -> Reading:
    """Fill `dates`, in the order of the text; what looks like a date and is none is noted."""
    scene = Scene(reading)
    rows = [row for block in scene.blocks() for row in _Telling(scene, block).rows()]
    found = tuple(row for row in rows if isinstance(row, DateMention))
    return replace(reading, dates=found).noting(*(row for row in rows if isinstance(row, Decision)))


class _Telling:
    """The dates of one block, each seen from those before it."""

    def __init__(self, scene: Scene, block: Block) -> None:
        self.scene = scene
        self.block = block
        self.anchor: Period | None = None
        self.story: Period | None = None

    def rows(self) -> Iterator[DateMention | Decision]:
        """What is found, and what is refused."""
        for items in self.scene.rows(self.block):
            for at, item in enumerate(items):
                if why := self._refusal(item):
                    yield Decision(f"fr.dates.{item.rule}", Span(item.start, item.end), kept=False, why=why)
                elif item.meaning is not None:
                    yield self._told(items, at, item.meaning)

    def _refusal(self, item: Item) -> str:
        if item.tag == REFUSED:
            return "the words have another sense here"
        return "nowadays, not this day" if item.tag == "TODAY" and not self._is_this_day(item) else ""

    def _is_this_day(self, item: Item) -> bool:
        """« aujourd'hui » is the day itself beside an event, and « nowadays » beside a state."""
        outlook = self._outlook(item)
        if outlook is Outlook.PRESENT:
            verb = self.scene.clauses(item, self.block).verb(item.start, item.end)
            return verb in friends("happening")
        return outlook is not Outlook.UNKNOWN

    def _told(self, items: Sequence[Item], at: int, meaning: Meaning) -> DateMention:
        """The date at `at`, which the next ones are then seen from."""
        period = meaning.resolve(self._moment(items, at))
        self.story = self._story(items, at, period)
        self.anchor = period or self.anchor
        item = items[at]
        return DateMention(
            exact=self.scene.reading.article.text[item.start : item.end],
            start=item.start,
            end=item.end,
            value=period.value if period else None,
            mod=item.mod,
            rule=f"fr.dates.{item.rule}",
        )

    def _moment(self, items: Sequence[Item], at: int) -> Moment:
        item, today = items[at], self.scene.today
        return Moment(
            today=today,
            near=today,
            anchor=self.anchor,
            story=self.story,
            spoken=self.block.kind is BlockKind.BLOCK_QUOTE or self.scene.is_spoken(item.start),
            outlook=lambda: self._outlook_after(items, at),
        )

    def _outlook(self, item: Item) -> Outlook:
        return self.scene.clauses(item, self.block).outlook(item.start, item.end)

    def _outlook_after(self, items: Sequence[Item], at: int) -> Outlook:
        """Where the clause looks, unless the preposition tells: « depuis mardi », « dès mardi »."""
        before = {item.tag for item in items[max(0, at - 2) : at]}
        if before & _BACK:
            return Outlook.PAST
        outlook = self._outlook(items[at])
        return Outlook.FUTURE if before & _AHEAD and outlook in {Outlook.PRESENT, Outlook.UNKNOWN} else outlook

    def _story(self, items: Sequence[Item], at: int, period: Period | None) -> Period | None:
        """The date, where it opens or goes on with a story of long ago: « En 1789, les états généraux s'ouvrent »."""
        today = self.scene.today
        if period is None or today is None or period.last + _OLD > today.first:
            return None
        adverbial = at > 0 and items[at - 1].tag in {"en", "le"}
        return period if adverbial and self._outlook(items[at]) in _STORY else None
