"""What changed between two editions: added, changed and withdrawn, each thing once and with its reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing.editions.snapshot import GROUP, ArticleSeen, ClaimSeen, LinkSeen, Rejection, Snapshot, link_key

T = TypeVar("T", ClaimSeen, LinkSeen)


class Why(StrEnum):
    """Why something a reader has seen is no longer there."""

    REJECTED = "rejected"
    """A person rejected it."""
    ARTICLE = "article"
    """Its article was withdrawn."""
    TEXT = "text"
    """The text of its article was corrected."""
    CLAIM = "claim"
    """One of the claims that it joined was withdrawn."""
    GONE = "gone"
    """The rules no longer find it."""


class Alteration(Struct, frozen=True):
    """A field that a reader sees, as it was and as it is."""

    field: str
    before: object
    after: object


class Changed(Struct, Generic[T], frozen=True):
    """A claim or a link that is still there and says something else; `id` is its id now, `former` what it was."""

    id: str
    seen: T
    altered: tuple[Alteration, ...]
    former: str


class Withdrawn(Struct, Generic[T], frozen=True):
    """A claim or a link that is no longer there, as it was last seen."""

    id: str
    seen: T
    why: Why
    rejection: Rejection | None = None
    """Where a person rejected it."""


class Turn(Struct, Generic[T], frozen=True, kw_only=True):
    """What happened to the claims, or to the links."""

    added: dict[str, T]
    changed: tuple[Changed[T], ...]
    withdrawn: tuple[Withdrawn[T], ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.withdrawn)


class Changes(Struct, frozen=True, kw_only=True):
    """What a reader who knows the one edition finds new in the next. Articles are ids with what was seen of them."""

    new: dict[str, ArticleSeen]
    corrected: dict[str, ArticleSeen]
    """Articles whose text is another."""
    dropped: dict[str, ArticleSeen]
    claims: Turn[ClaimSeen]
    links: Turn[LinkSeen]

    def __bool__(self) -> bool:
        return bool(self.new or self.corrected or self.dropped or self.claims or self.links)


def changes(before: Snapshot, after: Snapshot) -> Changes:
    """What was added, changed and withdrawn from one to the other, in the order of the site."""
    recut = dict(_recut(before, after))
    claims = _turn(before.claims, after.claims, recut)
    links = _turn(before.links, after.links, dict(_regrouped(before, after, recut)))
    return Changes(
        new={key: seen for key, seen in after.articles.items() if key not in before.articles},
        corrected={k: seen for k, seen in after.articles.items() if before.articles.get(k, seen).text != seen.text},
        dropped={key: seen for key, seen in before.articles.items() if key not in after.articles},
        claims=replace(claims, withdrawn=tuple(_explained(gone, before, after) for gone in claims.withdrawn)),
        links=replace(links, withdrawn=tuple(_explained_link(gone, after) for gone in links.withdrawn)),
    )


def _turn(before: Mapping[str, T], after: Mapping[str, T], moved: Mapping[str, str]) -> Turn[T]:
    """`moved` gives the former id of what is the same thing under another id."""
    former = {key: moved.get(key, key) for key in after}
    still = set(former.values())
    pairs = [(key, before[former[key]], seen) for key, seen in after.items() if former[key] in before]
    altered = [(key, new, found) for key, old, new in pairs if (found := tuple(_altered(old, new)))]
    return Turn(
        added={key: seen for key, seen in after.items() if former[key] not in before},
        changed=tuple(Changed(key, new, found, former[key]) for key, new, found in altered),
        withdrawn=tuple(Withdrawn(key, seen, Why.GONE) for key, seen in before.items() if key not in still),
    )


def _altered(old: T, new: T) -> Iterator[Alteration]:
    """The fields that differ. A speaker under a new name is the same; text hidden or shown by rights is no change.

    Nor is the order in which a link names its claims.
    """
    for name in new.__struct_fields__:
        was, now = getattr(old, name), getattr(new, name)
        alike = {"speakers": list, "claims": set}.get(name)
        same = alike(was) == alike(now) if alike else was == now
        if not same and not (name in ("passage", "words") and None in (was, now)):
            yield Alteration(name, was, now)


def _recut(before: Snapshot, after: Snapshot) -> Iterator[tuple[str, str]]:
    """Claims whose passage was cut otherwise, with their former id: one passage of the article holds the other."""
    gone: dict[str, list[str]] = defaultdict(list)
    for key, seen in before.claims.items():
        if key not in after.claims and key not in after.rejected and seen.passage:
            gone[seen.article].append(key)
    for key, seen in after.claims.items():
        if key in before.claims or not seen.passage:
            continue
        for former in gone.get(seen.article, ()):
            words = before.claims[former].passage or ""
            if words in seen.passage or seen.passage in words:
                gone[seen.article].remove(former)
                yield key, former
                break


def _regrouped(before: Snapshot, after: Snapshot, recut: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Links that gained or lost a passage, with their former id: of those that went, one that shares two at least."""
    holding: dict[str, list[str]] = defaultdict(list)
    for key, seen in before.links.items():
        for claim in seen.claims if key not in after.links else ():
            holding[claim].append(key)
    taken: set[str] = set()
    for key, seen in after.links.items():
        if key in before.links:
            continue
        shared = Counter(former for claim in seen.claims for former in holding[recut.get(claim, claim)])
        for former, number in shared.most_common():
            alike = (before.links[former].kind == GROUP) == (seen.kind == GROUP)
            if number > 1 and alike and former not in taken:
                taken.add(former)
                yield key, former
                break


def _explained(gone: Withdrawn[ClaimSeen], before: Snapshot, after: Snapshot) -> Withdrawn[ClaimSeen]:
    if gone.id in after.rejected:
        return Withdrawn(gone.id, gone.seen, Why.REJECTED, after.rejected[gone.id])
    article = gone.seen.article
    if article not in after.articles:
        return Withdrawn(gone.id, gone.seen, Why.ARTICLE)
    corrected = article in before.articles and before.articles[article].text != after.articles[article].text
    return Withdrawn(gone.id, gone.seen, Why.TEXT if corrected else Why.GONE)


def _explained_link(gone: Withdrawn[LinkSeen], after: Snapshot) -> Withdrawn[LinkSeen]:
    key = link_key(gone.seen.claims)
    if key in after.rejected:
        return Withdrawn(gone.id, gone.seen, Why.REJECTED, after.rejected[key])
    return Withdrawn(gone.id, gone.seen, Why.GONE if {*gone.seen.claims} <= {*after.claims} else Why.CLAIM)
