"""The pages of claims that somebody answers for, and of articles that were withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from briefing.editions.files import Published
from briefing.editions.lives import Life, by_article, lives
from briefing.editions.snapshot import Snapshot, snapshot
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.changes import EditionShown, history
from briefing.pages.views.inside.life import ClaimLife, claim_life


class GoneArticle(Struct, frozen=True):
    """An article that an edition held and the dossier holds no more; its claims keep their anchors."""

    title: str
    path: str
    claims: tuple[ClaimLife, ...]


class Lives(Struct, frozen=True, dict=True):
    """What became of the claims of a dossier; `editions` are those so far, the earliest first."""

    catalogue: Catalogue
    editions: Sequence[Published]

    @cached_property
    def history(self) -> tuple[EditionShown, ...]:
        """Every edition and what it changed, the newest first; nothing before the first."""
        return history(self.catalogue, self._now, self.editions) if self.editions else ()

    @cached_property
    def claims(self) -> dict[str, ClaimLife]:
        """Every claim that an edition held, or that is shown and was written or checked by a person, by id."""
        shown = self.catalogue.claims
        kept = {key: life for key, life in self._found.items() if life.was_published or shown[key].life}
        return {key: claim_life(self.catalogue, life, self._last, self._now) for key, life in kept.items()}

    @cached_property
    def over(self) -> dict[str, tuple[ClaimLife, ...]]:
        """Those that are no longer shown, by the id of their article."""
        grouped = by_article(self._found)
        return {key: tuple(self.claims[life.id] for life in found) for key, found in grouped.items()}

    def articles(self) -> Iterator[GoneArticle]:
        """The articles that were withdrawn."""
        paths = self.catalogue.paths
        for key, claims in self.over.items():
            if key not in self.catalogue.articles:
                path = paths.url(paths.child("articles", key))
                yield GoneArticle(claims[-1].line.article.label, path, claims)

    @cached_property
    def _found(self) -> dict[str, Life]:
        return lives(self.editions, self._now)

    @cached_property
    def _now(self) -> Snapshot:
        return snapshot(self.catalogue.dossier)

    @property
    def _last(self) -> Snapshot:
        return self.editions[-1] if self.editions else Snapshot()
