"""Which pages a dossier has: for each its path, its title, its template and what the template is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefing.model.annotation import EntityType
from briefing.model.claim import Status
from briefing.pages.paths import HOME
from briefing.pages.views.article import article_pages, modality_counts
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.entities import EntityPage, entity_pages
from briefing.pages.views.figures import Mark, Series, series
from briefing.pages.views.gathered import (
    DifferencePage,
    GroupPage,
    choices,
    difference_pages,
    group_page,
    moments,
    quotations,
    years,
)
from briefing.pages.views.overview import Overview, overview
from briefing.pages.views.shown import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A page before it is rendered. `section` is set for the pages that stand in the navigation."""

    path: str
    title: str
    template: str
    page: object
    section: str | None = None
    more: Mapping[str, object] = field(default_factory=dict)
    description: str = ""
    """One line for search engines and link previews."""


@dataclass(frozen=True)
class Contents:
    """The pages of a dossier, made of views that several of them share."""

    catalogue: Catalogue
    titles: Mapping[str, str]
    leads: Mapping[str, str]

    def pages(self) -> Iterator[Content]:
        """Every page, the home page and the sections first."""
        yield self._section("home", self.overview)
        yield from self._sections()
        yield from self._articles()
        yield from self._groups()
        yield from self._differences()
        yield from self._entities()

    @cached_property
    def overview(self) -> Overview:
        """What the home page says."""
        return overview(self.catalogue, self.groups, self.differences, self.entities)

    @cached_property
    def groups(self) -> tuple[GroupPage, ...]:
        """Corroborations, those of most articles first."""
        found = (group_page(self.catalogue, group) for group in self.catalogue.dossier.corroborations)
        whole = [page for page in found if len(page.claims) > 1]
        return tuple(sorted(whole, key=lambda g: (-g.head.articles, -len(g.head.origins), g.head.id)))

    @cached_property
    def differences(self) -> tuple[DifferencePage, ...]:
        """Differences, contradictions first."""
        return difference_pages(self.catalogue)

    @cached_property
    def entities(self) -> tuple[EntityPage, ...]:
        """Actors and places, those of most articles first."""
        return entity_pages(self.catalogue)

    def _section(self, key: str, page: object) -> Content:
        return Content(
            path=HOME if key == "home" else self.catalogue.paths.section(key),
            title=self.titles[key],
            template=key,
            page=page,
            section=key,
            description=self.leads[key],
        )

    def _sections(self) -> Iterator[Content]:
        claims = tuple(self.catalogue.claims.values())
        counted = modality_counts(claims)
        yield self._section("articles", tuple(article_pages(self.catalogue, text=False)))
        yield self._section("claims", self._explorer())
        yield self._section("corroborations", self.groups)
        yield self._section("differences", self.differences)
        yield self._section("figures", _figures(series(claims)))
        yield self._section("quotations", quotations(claims))
        yield self._section("entities", _by_type(self.entities))
        yield self._section("timeline", years(moments(claims)))
        reviewed = sum(claim.status is Status.REVIEWED for claim in claims)
        yield self._section("method", {"modalities": counted, "claims": len(claims), "reviewed": reviewed})

    def _explorer(self) -> dict[str, object]:
        claims = tuple(self.catalogue.claims.values())
        articles = tuple(self.catalogue.articles.values())
        return {
            "claims": claims,
            "articles": articles,
            "choices": choices(claims),
            "modalities": modality_counts(claims),
        }

    def _articles(self) -> Iterator[Content]:
        paths, total = self.catalogue.paths, len(self.catalogue.articles)
        for place, page in enumerate(article_pages(self.catalogue), 1):
            title = f"[{page.article.title}]" if page.article.supplied else page.article.title
            path = paths.child("articles", page.article.id)
            yield Content(path=path, title=title, template="article", page=page, more={"place": place, "total": total})

    def _groups(self) -> Iterator[Content]:
        links = [Link(page.head.title, page.head.path) for page in self.groups]
        for page, (previous, following) in zip(self.groups, _neighbours(links), strict=True):
            path = self.catalogue.paths.child("corroborations", page.head.id)
            more = {"previous": previous, "following": following}
            yield Content(path=path, title=page.head.title, template="corroboration", page=page, more=more)

    def _differences(self) -> Iterator[Content]:
        links = [Link(page.head.reason, page.head.path) for page in self.differences]
        for page, (previous, following) in zip(self.differences, _neighbours(links), strict=True):
            path = self.catalogue.paths.child("differences", page.head.id)
            more = {"previous": previous, "following": following, "place": page.number, "total": len(links)}
            yield Content(path=path, title=page.head.reason, template="difference", page=page, more=more)

    def _entities(self) -> Iterator[Content]:
        more = {"articles": len(self.catalogue.articles)}
        for page in self.entities:
            path = self.catalogue.paths.child("entities", page.entity.id)
            yield Content(path=path, title=page.entity.name, template="entity", page=page, more=more)


def _neighbours(links: list[Link]) -> list[tuple[Link | None, Link | None]]:
    padded: list[Link | None] = [None, *links, None]
    return list(zip(padded, padded[2:], strict=False))


def _figures(found: tuple[Series, ...]) -> dict[str, object]:
    """Charts for the units that two claims use at least; the other numbers in one table."""
    others: tuple[Mark, ...] = tuple(mark for s in found if len(s.marks) == 1 for mark in s.marks)
    return {"charts": tuple(s for s in found if len(s.marks) > 1), "others": others}


def _by_type(entities: tuple[EntityPage, ...]) -> tuple[tuple[str, tuple[EntityPage, ...]], ...]:
    grouped: dict[EntityType, list[EntityPage]] = defaultdict(list)
    for page in entities:
        grouped[page.entity.type].append(page)
    return tuple((kind.value, tuple(grouped[kind])) for kind in EntityType if grouped[kind])
