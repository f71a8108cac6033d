"""What one affirms and another denies.

Someone must hold each side: the article where it asserts, or a source that it names. A conditional that nobody stands
behind contradicts nothing, and a source that denies is not the article denying.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.claim import Modality
from briefing.model.relation import DifferenceKind, Field
from briefing.relate.differ.apart import Apart
from briefing.relate.subject.acts import Act, akin
from briefing.relate.subject.subject import Subject, order
from briefing.relate.timeline import days_between
from briefing.relate.voice import voices

_LATER = 180
"""Days after which a statement rather updates a denial than contradicts it."""
_NEIGHBOURS = 24
"""With how many affirmations of a block a denial is compared; it keeps the work linear."""

Denial = tuple[Subject, Act]


def denials(subjects: Sequence[Subject]) -> Iterator[Apart]:
    """Each act that a claim denies and a claim of another article affirms; the best such pair for each two articles."""
    blocks: dict[tuple[str, str], list[Denial]] = defaultdict(list)
    for subject in subjects:
        if is_held(subject):
            for act in subject.acts:
                if not (act.action.aside or act.action.negated):
                    for key in _keys(act):
                        blocks[key].append((subject, act))
    for block in blocks.values():
        block.sort(key=lambda row: order(row[0]))
    best: dict[tuple[str, str, str], tuple[float, Subject, Subject]] = {}
    for denied, affirmed, thing, weight in _opposed(subjects, blocks):
        where = (thing, denied.article.id, affirmed.article.id)
        if where not in best or weight > best[where][0]:
            best[where] = (weight, denied, affirmed)
    for _, denied, affirmed in best.values():
        yield _apart(denied, affirmed)


def is_held(subject: Subject) -> bool:
    """Whether somebody stands behind it: the article asserts it, or a source says so."""
    modality = subject.claim.modality
    return modality is Modality.ASSERTED or (modality is Modality.ALLEGED and bool(voices(subject.claim)))


def _keys(act: Act) -> Iterator[tuple[str, str]]:
    return ((act.action.broader or act.action.name, thing) for thing in sorted(act.named))


def _opposed(
    subjects: Iterable[Subject], blocks: dict[tuple[str, str], list[Denial]]
) -> Iterator[tuple[Subject, Subject, str, float]]:
    """Denied and affirmed claims of different articles, the thing they are about, and how well they match."""
    for denied in subjects:
        for act in denied.acts if denied.claim.modality is Modality.DENIED else ():
            for key in _keys(act):
                for affirmed, theirs in _around(blocks.get(key, []), denied):
                    weight = _weight(denied, act, affirmed, theirs)
                    if weight:
                        yield denied, affirmed, key[1], weight


def _around(block: list[Denial], denied: Subject) -> list[Denial]:
    """The affirmations of a block that were published closest to a denial."""
    place = bisect(block, order(denied), key=lambda row: order(row[0]))
    return block[max(0, place - _NEIGHBOURS // 2) : place + _NEIGHBOURS // 2]


def _weight(denied: Subject, act: Act, affirmed: Subject, theirs: Act) -> float:
    """How well an affirmed act fits a denied one; 0 when it cannot be the same."""
    parties = (denied.concerned | denied.speakers) & (affirmed.concerned | affirmed.speakers)
    story = frozenset({denied.story} & {affirmed.story}) if not (denied.parties and affirmed.parties) else frozenset()
    parties |= story
    elsewhere = denied.grounds and affirmed.grounds and not denied.grounds & affirmed.grounds
    others = act.owners and theirs.owners and not act.owners & theirs.owners
    if denied.article.id == affirmed.article.id or not parties or elsewhere or others:
        return 0.0
    if not akin(act.action, theirs.action):
        return 0.0
    exact = act.action.name == theirs.action.name
    return len(parties) + 2.0 * exact + 2.0 * bool(denied.grounds & affirmed.grounds)


def _apart(denied: Subject, affirmed: Subject) -> Apart:
    """The affirmation first, as the reason says; later on, or from the denier's own side, it updates the denial."""
    later = order(affirmed) > order(denied)
    days = days_between(denied.article.meta.published or "", affirmed.article.meta.published or "")
    kind = DifferenceKind.UPDATE if later and days >= _LATER else DifferenceKind.CONTRADICTION
    return Apart(affirmed, denied, kind, Field.POLARITY, (who(affirmed), who(denied)))


def who(subject: Subject) -> str:
    """Those who hold it, by name; empty where the article does."""
    return ", ".join(voice.name for voice in voices(subject.claim))
