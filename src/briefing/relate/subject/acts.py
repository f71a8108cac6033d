"""What a claim says is done: each action with the thing it is about and the parties on either side of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.extract.pack import Theme
from briefing.relate.subject.parties import Party

Hit = tuple[int, int, Party]
"""Where a passage names a party: start and end in the passage."""
_REACH = 6
"""Words between an action and its thing: « l'envoi de plusieurs milliers de soldats »."""
_COORDINATED = 3
"""Words between two things of one action."""


@dataclass(frozen=True, slots=True)
class Act:
    """An action, the things it is about, and the parties on the side of who acts and on the other side.

    In the active voice that is before and behind the action, in the passive the other way round; the nearest first.
    """

    action: Theme
    things: tuple[Theme, ...]
    named: frozenset[str]
    """The classes of the things."""
    owners: Party
    """Whose the things are: « des soldats nord-coréens »."""
    before: tuple[Party, ...]
    after: tuple[Party, ...]

    @property
    def agent(self) -> Party:
        """The party nearest to the action on the side of who acts."""
        return self.before[0] if self.before else frozenset()

    @property
    def target(self) -> Party:
        """The party nearest to the action on the other side."""
        return self.after[0] if self.after else frozenset()

    @property
    def targets(self) -> Party:
        """All parties on that side."""
        return frozenset().union(*self.after)


def acts(text: str, actions: Sequence[Theme], things: Sequence[Theme], hits: Sequence[Hit]) -> Iterator[Act]:
    """The acts of a passage in order."""
    owning = [hit for hit in hits if _owns(text, hit, things)]
    for number, action in enumerate(actions):
        left = actions[number - 1].end if number else 0
        right = actions[number + 1].start if number + 1 < len(actions) else len(text)
        own = _behind(text, action, [t for t in things if action.end <= t.start < right]) or _before(
            text, action, [t for t in things if left <= t.start and t.end <= action.start]
        )
        owners = frozenset(p for hit in owning if _owns(text, hit, own) for p in hit[2])
        before = [hit for hit in reversed(hits) if hit[1] <= action.start]
        after = [hit for hit in hits if hit[0] >= action.end and hit not in owning]
        yield Act(action, own, frozenset(thing.name for thing in own), owners, *_sides(action, before, after, owning))


def _sides(
    action: Theme, before: list[Hit], after: list[Hit], owning: list[Hit]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    if action.passive:
        doers = [hit for hit in after if action.doer is not None and hit[0] >= action.doer]
        before, after = doers, [hit for hit in before if hit not in owning]
    return tuple(hit[2] for hit in before), tuple(hit[2] for hit in after)


def _owns(text: str, hit: Hit, things: Sequence[Theme]) -> bool:
    """« des soldats nord-coréens », “North Korean soldiers”: the party whose the thing is, not the one it goes to."""
    return any(touch(text, thing.end, hit[0]) or touch(text, hit[1], thing.start) for thing in things)


def touch(text: str, end: int, start: int) -> bool:
    """Whether nothing but spaces stands between two stretches."""
    return end <= start and not text[end:start].strip()


def _behind(text: str, action: Theme, things: Sequence[Theme]) -> tuple[Theme, ...]:
    """The nearest thing behind the action and those coordinated with it: « livre des obus et des missiles »."""
    found: list[Theme] = []
    for thing in things:
        last, reach = (found[-1].end, _COORDINATED) if found else (action.end, _REACH)
        if len(text[last : thing.start].split()) > reach:
            break
        found.append(thing)
    return tuple(found)


def _before(text: str, action: Theme, things: Sequence[Theme]) -> tuple[Theme, ...]:
    """The thing just before the action: « les soldats envoyés »."""
    return tuple(things[-1:]) if things and len(text[things[-1].end : action.start].split()) <= _REACH else ()


def akin(one: Theme, other: Theme) -> bool:
    """Whether two actions say the same, more or less precisely, and not the contrary."""
    if one.name == other.name:
        return True
    if one.opposite == other.name or other.opposite == one.name:
        return False
    broader = {one.broader or one.name, other.broader or other.name}
    return len(broader) == 1
