"""What each edition changed, line by line, as the page, the feed and the home page show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar, cast

from msgspec import Struct

from briefing.editions.changes import Alteration, Turn, Withdrawn, changes
from briefing.editions.files import Published
from briefing.editions.snapshot import ArticleSeen, ClaimSeen, LinkSeen, Snapshot
from briefing.model.article import Rights
from briefing.model.claim import Modality
from briefing.pages.strings import Words
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import Link, Speaker
from briefing.relate.voice import side_by_side

T = TypeVar("T", ClaimSeen, LinkSeen)
L = TypeVar("L")
_CURRENT = "current"


class Altered(Struct, frozen=True):
    """« modalité : affirmé → rapporté »; `field` is a name of the catalogue's."""

    field: str
    before: str
    after: str


class Reason(Struct, frozen=True):
    """Why something was withdrawn: a name of the catalogue's; when a person rejected it, and that person's words."""

    name: str
    when: str | None = None
    words: str | None = None


class ClaimLine(Struct, frozen=True, kw_only=True):
    """A claim as an edition showed it; `path` leads to where it stands now, None where it is no longer there."""

    modality: Modality
    speakers: tuple[Speaker, ...]
    passage: str | None
    article: Link
    path: str | None
    altered: tuple[Altered, ...] = ()
    why: Reason | None = None

    @property
    def chains(self) -> tuple[tuple[Speaker, ...], ...]:
        """As `ClaimShown.chains`."""
        return tuple(chain[::-1] for chain in side_by_side(self.speakers))


class LinkLine(Struct, frozen=True, kw_only=True):
    """A link as an edition showed it, with the passages that it joins."""

    kind: str
    words: str | None
    claims: tuple[ClaimLine, ...]
    path: str | None
    altered: tuple[Altered, ...] = ()
    why: Reason | None = None


class Lines(Struct, Generic[L], frozen=True, kw_only=True):
    """The lines of one sort of thing."""

    added: tuple[L, ...] = ()
    changed: tuple[L, ...] = ()
    withdrawn: tuple[L, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.withdrawn)


class EditionShown(Struct, frozen=True, kw_only=True):
    """One edition and what it changed. `day` is None for what is not published yet, `since` for the first edition."""

    anchor: str = _CURRENT
    urn: str = ""
    day: str | None = None
    since: str | None = None
    articles: Lines[Link] = Lines()
    claims: Lines[ClaimLine] = Lines()
    links: Lines[LinkLine] = Lines()
    articles_in_all: int = 0
    claims_in_all: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.claims or self.links)


def history(catalogue: Catalogue, current: Snapshot, editions: Sequence[Published]) -> tuple[EditionShown, ...]:
    """Every edition, the newest first; before them what changed since, where something did."""
    if not editions:
        return ()
    states: list[Snapshot] = [*editions]
    if changes(editions[-1], current):
        states.append(current)
    shown = [Turned(catalogue, before, after).edition() for before, after in pairwise([Snapshot(), *states])]
    return tuple(reversed(shown))


class Turned(Struct, frozen=True, dict=True):
    """Two states that follow each other; before the first edition nothing was seen, and nothing is new in it."""

    catalogue: Catalogue
    before: Snapshot
    after: Snapshot

    def edition(self) -> EditionShown:
        """What the second changed."""
        before, after = self.before, self.after
        first = not isinstance(before, Published)
        found = changes(after if first else before, after)
        return EditionShown(
            anchor=f"edition-{after.edition}" if isinstance(after, Published) else _CURRENT,
            urn=after.id if isinstance(after, Published) else "",
            day=after.edition.isoformat() if isinstance(after, Published) else None,
            since=before.edition.isoformat() if isinstance(before, Published) else None,
            articles=Lines(
                added=self._articles(found.new),
                changed=self._articles(found.corrected),
                withdrawn=self._articles(found.dropped),
            ),
            claims=_lines(found.claims, self.claim),
            links=_lines(found.links, self._link),
            articles_in_all=len(after.articles),
            claims_in_all=len(after.claims),
        )

    def _articles(self, articles: Mapping[str, ArticleSeen]) -> tuple[Link, ...]:
        return tuple(self._article(key) for key in articles)

    def _article(self, key: str, last: ArticleSeen | None = None) -> Link:
        """By the name it bears now, or bore last."""
        known = self.catalogue.articles.get(key)
        if known:
            return Link(f"[{known.title}]" if known.supplied else known.title, known.path)
        seen = self.after.articles.get(key) or self.before.articles.get(key) or last
        return Link(seen.title if seen and seen.title else str(self.catalogue.words["untitled"]))

    def claim(
        self,
        key: str,
        seen: ClaimSeen,
        altered: Iterable[Alteration] = (),
        why: Reason | None = None,
        article: ArticleSeen | None = None,
    ) -> ClaimLine:
        """A claim as it was shown; `article` is how its article was, where neither state holds that any more."""
        now = self.catalogue.claims.get(key)
        shown = self.catalogue.articles.get(seen.article)
        hidden = shown is not None and shown.rights is Rights.NONE
        chained = {who.key for who in now.speakers if not who.beside} if now else ()  # an edition does not tell
        speakers = tuple(Speaker(name=n, key=known, beside=known not in chained) for known, n in seen.speakers.items())
        return ClaimLine(
            modality=seen.modality,
            speakers=speakers or (self.catalogue.nobody(seen.modality),),
            passage=None if hidden else seen.passage,
            article=self._article(seen.article, article),
            path=now.path if now else None,
            altered=tuple(self.altered(a) for a in altered if not (hidden and a.field == "passage")),
            why=why,
        )

    def _link(
        self, key: str, seen: LinkSeen, altered: Iterable[Alteration] = (), why: Reason | None = None
    ) -> LinkLine:
        known = ((c, self.after.claims.get(c) or self.before.claims.get(c)) for c in seen.claims)
        return LinkLine(
            kind=seen.kind,
            words=seen.words,
            claims=tuple(self.claim(claim, was) for claim, was in known if was),
            path=self._link_paths.get(key),
            altered=tuple(self.altered(a) for a in altered),
            why=why,
        )

    @cached_property
    def _link_paths(self) -> dict[str, str]:
        groups, differences = self.catalogue.groups.items(), self.catalogue.differences.items()
        return {key: group.path for key, group in groups} | {key: link.path for key, link in differences}

    def altered(self, alteration: Alteration) -> Altered:
        """What changed, in words."""
        written = (self._written(alteration.field, value) for value in (alteration.before, alteration.after))
        return Altered(alteration.field, *written)

    def _written(self, field: str, value: object) -> str:
        """A value as a reader knows it: a word of the catalogue, names, or how many passages; nothing for none."""
        if field == "speakers":
            return ", ".join(cast("dict[str, str]", value).values()) or str(self.catalogue.words["voice_of_article"])
        if field == "claims":
            return str(len(cast("tuple[str, ...]", value)))
        words = cast("Mapping[str, Words]", self.catalogue.words.get(field, {}))
        return str(words.get(str(value), value)) if value is not None else ""


def _lines(turn: Turn[T], line: Callable[..., L]) -> Lines[L]:
    return Lines(
        added=tuple(line(key, seen) for key, seen in turn.added.items()),
        changed=tuple(line(changed.id, changed.seen, altered=changed.altered) for changed in turn.changed),
        withdrawn=tuple(line(gone.id, gone.seen, why=_reason(gone)) for gone in turn.withdrawn),
    )


def _reason(gone: Withdrawn[T]) -> Reason:
    said = gone.rejection
    if said is None:
        return Reason(gone.why.value)
    return Reason(gone.why.value, said.when.isoformat() if said.when else None, said.why)
