"""How much speaks for two claims saying the same thing, and what speaks against it.

Points are given for what two statements share: an act with its thing, its parties, a date, further acts. No single
thing suffices; three and a half points make a link. Other roles, dates or numbers forbid it whatever the points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.relate.stories import WEEKS
from briefing.relate.subject.acts import Act, akin
from briefing.relate.subject.subject import Subject
from briefing.relate.timeline import UNKNOWN, compatible, days_between

ENOUGH = 3.5
"""What makes a link."""
_ACT, _AKIN = 2.0, 1.5
"""The same act, or one that is akin, on the same thing or the same party."""
_WORDS, _FEW, _MOST = 2.5, 3, 0.65
"""The same words: so many of them, and this share of all."""
_DATED, _SAME_YEAR = 2.0, 1.5
"""The same month or day of the same thing; the same year."""
_THING = 1.0
"""The dated thing itself, where no act says it."""
_PARTY, _ANOTHER = 1.0, 0.5
"""A party that both name; another one."""
_STORY, _CONTEXT = 1.0, 0.5
"""One of them names no party, but their articles tell one story, or are about the same party."""
_FOCUS = 0.5
"""The act is what both say first."""
_PLACE = 0.5
"""The same place."""
_LONG = 400
"""Days between two articles after which undated claims rather speak of two events."""


class Against(StrEnum):
    """Why two claims that share much are not joined."""

    ROLES = "roles"
    DATES = "dates"
    NUMBERS = "numbers"
    POLARITY = "polarity"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What two claims share, in points, by the words of the first one; and what forbids the link."""

    points: float = 0.0
    acts: tuple[Act, Act] | None = None
    against: Against | None = None
    worded: bool = False
    """Whether most words of the two are the same."""

    @property
    def joins(self) -> bool:
        """Whether the claims say the same."""
        return self.points >= ENOUGH and self.against is None


def weigh(one: Subject, other: Subject) -> Weighed:
    """Weigh two claims of different articles; symmetric."""
    act, points = _best_act(one, other)
    dated = _dated(one, other) if one.datable & other.datable and not _count_others(one, other) else 0.0
    worded = _worded_alike(one, other)
    if worded and points < _WORDS:
        act, points = act or _same_act(one, other), _WORDS
    if not points and not dated:
        return Weighed()
    if dated and not (act and act[0].things):
        points += _THING
    points += dated + _parties(one, other) + _further(one, other, act)
    points += _FOCUS if act and _is_first(act[0], one) and _is_first(act[1], other) else 0.0
    points += _PLACE if one.grounds & other.grounds else 0.0
    return Weighed(points, act, _against(one, other, act), worded)


def _worded_alike(one: Subject, other: Subject) -> bool:
    """Most words shared, no name that the other lacks on both sides, and no act that is another one."""
    shared = len(one.stems & other.stems)
    if shared < _FEW or 2 * shared < _MOST * (len(one.stems) + len(other.stems)):
        return False
    if one.names - other.names and other.names - one.names:
        return False
    acted = [[act.action for act in s.acts if not act.action.aside] for s in (one, other)]
    return not all(acted) or any(akin(mine, theirs) for mine in acted[0] for theirs in acted[1])


def _same_act(one: Subject, other: Subject) -> tuple[Act, Act] | None:
    """The first act that both state, whatever stands around it."""
    pairs = ((mine, theirs) for mine in one.acts for theirs in other.acts if mine.action.name == theirs.action.name)
    return next(pairs, None)


def _best_act(one: Subject, other: Subject) -> tuple[tuple[Act, Act] | None, float]:
    """The pair of acts that say most alike, and its points."""
    best: tuple[tuple[Act, Act] | None, float] = None, 0.0
    for mine in one.acts:
        for theirs in other.acts:
            if akin(mine.action, theirs.action) and not (mine.action.aside or theirs.action.aside):
                points = _alike(mine, theirs, one, other)
                best = max(best, ((mine, theirs), points), key=lambda found: found[1])
    return best


def _alike(mine: Act, theirs: Act, one: Subject, other: Subject) -> float:
    exact = mine.action.name == theirs.action.name
    if mine.named & theirs.named:
        if mine.owners and theirs.owners and not mine.owners & theirs.owners:
            return 0.0
        return _ACT if exact else _AKIN
    return _ACT if exact and _same_sides(mine, theirs, one, other) else 0.0


def _same_sides(mine: Act, theirs: Act, one: Subject, other: Subject) -> bool:
    """The same party acts on the same other one; or it happens to one person, whoever acts."""
    agents = (mine.agent or one.speakers) & (theirs.agent or other.speakers)
    targets = (mine.targets & theirs.targets) - agents
    alone = not (mine.agent and theirs.agent) and any(party in one.people & other.people for party in targets)
    return bool(targets) and (bool(agents) or alone)


def _is_first(act: Act, subject: Subject) -> bool:
    """Whether the act is what the claim says first, and not on the way."""
    return act == next((a for a in subject.acts if not a.action.aside), None)


def _dated(one: Subject, other: Subject) -> float:
    """Points for a date that both name: a month says more than a year."""
    fits = [(a, b) for a in one.dates for b in other.dates if compatible(a, b)]
    if not fits:
        return 0.0
    return _DATED if any(len(a) > 4 and len(b) > 4 for a, b in fits) else _SAME_YEAR


def _count_others(one: Subject, other: Subject) -> bool:
    """Whether each counts something and neither counts what the other does: the same quake, its houses and its dead."""
    mine, theirs = ({count.of for count in subject.counts} for subject in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _parties(one: Subject, other: Subject) -> float:
    shared = len(one.parties & other.parties)
    if shared:
        return _PARTY + (_ANOTHER if shared > 1 else 0.0)
    if one.parties and other.parties:
        return 0.0
    if one.story == other.story and _apart(one, other) <= WEEKS:
        return _STORY
    return _CONTEXT if one.concerned & other.concerned else 0.0


def _apart(one: Subject, other: Subject) -> int:
    """Days between the two articles."""
    return days_between(one.article.meta.published or "", other.article.meta.published or "")


def _further(one: Subject, other: Subject, act: tuple[Act, Act] | None) -> float:
    """Half a point for each other act that both state, one at most."""
    taken = {act[0].action.name, act[1].action.name} if act else set()
    mine, theirs = ({act.action.name for act in s.acts} - taken for s in (one, other))
    return min(1.0, 0.5 * len(mine & theirs))


def _against(one: Subject, other: Subject, act: tuple[Act, Act] | None) -> Against | None:
    if act and act[0].action.negated != act[1].action.negated:
        return Against.POLARITY
    if act and _roles_differ(*act, one.grounds | other.grounds):
        return Against.ROLES
    dated = one.dates and other.dates
    if dated and not any(compatible(a, b) for a in one.dates for b in other.dates):
        return Against.DATES
    if not dated and _LONG < _apart(one, other) < UNKNOWN:
        return Against.DATES
    loose = one.digits and other.digits and not one.digits & other.digits
    return Against.NUMBERS if loose or any(_numbers_clash(one, other)) else None


def _roles_differ(mine: Act, theirs: Act, grounds: frozenset[str]) -> bool:
    """« A livre B », « B livre A »; « A livre B », « A livre C », but not « A est en B », « A est en C »."""
    if mine.action.nominal or theirs.action.nominal:
        return False
    crossed = mine.agent & theirs.target or mine.target & theirs.agent
    straight = mine.agent & theirs.agent or mine.target & theirs.target
    one, other = mine.targets - grounds, theirs.targets - grounds
    return bool(crossed and not straight) or bool(one and other and not one & other)


def _numbers_clash(one: Subject, other: Subject) -> Iterator[bool]:
    for mine in one.counts:
        for theirs in other.counts:
            if mine.of == theirs.of and not (mine.is_vague or theirs.is_vague):
                yield not mine.allows(theirs)
