"""Which pages a dossier has: for each its path, its title, its template and what the template is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.annotation import EntityType
from briefing.pages.bare.lives import Lives
from briefing.pages.map.places import places_map
from briefing.pages.paths import HOME
from briefing.pages.typography import capital
from briefing.pages.views.across.calendar import calendar
from briefing.pages.views.across.explorer import explorer
from briefing.pages.views.across.method import method
from briefing.pages.views.across.moved import Moved, moved
from briefing.pages.views.across.paging import chunks, pager
from briefing.pages.views.across.reversals import reversals
from briefing.pages.views.across.single_origin import on_one_origin, without_source
from briefing.pages.views.across.timeline import Moment, moments, years
from briefing.pages.views.article import article_pages
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.changes import EditionShown
from briefing.pages.views.entities import EntityPage, entity_pages, named_together
from briefing.pages.views.figures import Series, by_article, other_figures, pages_of, series
from briefing.pages.views.groups import DifferencePage, GroupPage, difference_pages, group_page, quotations
from briefing.pages.views.home.overview import Overview, overview
from briefing.pages.views.inside.remarks import publications, remarks
from briefing.pages.views.questions.parties import Parties
from briefing.pages.views.questions.positions import positions
from briefing.pages.views.questions.questions import QuestionShown, questions
from briefing.pages.views.shown import ClaimShown, Link

_GROUPS, _NAMES, _PASSAGES = 50, 12, 400
"""Corroborations or differences a page, each shows its passages; passages of a page of the timeline."""


class Content(Struct, frozen=True, kw_only=True):
    """A page before it is rendered. `section` is set for the pages that stand in the navigation."""

    path: str
    title: str
    template: str
    page: object
    section: str | None = None
    more: Mapping[str, object] = field(default_factory=dict)
    description: str = ""
    """One line for search engines and link previews."""


class Contents(Struct, frozen=True, dict=True):
    """The pages of a dossier, made of views that several of them share."""

    catalogue: Catalogue
    titles: Mapping[str, str]
    leads: Mapping[str, str]
    history: tuple[EditionShown, ...] = ()
    """The newest edition first; before it, what changed since."""
    lives: Lives | None = None

    def pages(self) -> Iterator[Content]:
        """Every page, the home page and the sections first."""
        yield self._section("home", self.overview)
        yield from self._sections()
        yield from self._articles()
        yield from self._groups()
        yield from self._differences()
        yield from self._entities()

    @property
    def latest(self) -> EditionShown | None:
        """The last edition that changed something another one said, or what changed since; None before the second."""
        return self.history[0] if len(self.history) > 1 else None

    @cached_property
    def overview(self) -> Overview:
        """What the home page says."""
        return overview(self.catalogue, self.groups, self.questions, self.entities)

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
    def parties(self) -> Parties:
        """Who speaks for whom."""
        return Parties(self.catalogue)

    @cached_property
    def questions(self) -> tuple[QuestionShown, ...]:
        """What articles answer in several ways, the weightiest first."""
        return questions(self.parties)

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
        claims, every = self.catalogue.checkable, tuple(self.catalogue.claims.values())
        yield self._section("articles", tuple(article_pages(self.catalogue, text=False)))
        if self.latest is not None:
            yield self._section("changes", self.history)
        yield from self._listed("claims", explorer(claims, len(every) - len(claims)))
        yield from self._listed("corroborations", chunks(self.groups, _GROUPS))
        yield from self._listed("differences", chunks(self.differences, _GROUPS))
        yield from self._listed("positions", positions(self.parties, self.questions, self.groups))
        yield from self._listed("alone", on_one_origin(self.catalogue))
        yield from self._listed("unsourced", without_source(self.catalogue))
        yield from self._listed("figures", self._figures())
        yield from self._listed("quotations", [quotations(page) for page in _by_speaker(every)])
        yield from self._listed("entities", self._entity_lists())
        found = moments(claims, remarks(self.catalogue), publications(self.catalogue))
        yield from self._listed("timeline", self._timeline(found))
        if (drawn := places_map(self.catalogue)) is not None:
            yield self._section("map", drawn)
        yield self._section("method", method(self.catalogue))
        yield self._section("data", self.catalogue.articles)
        yield self._section("basket", None)
        if self.catalogue.articles:
            yield self._section("print", None)

    def _listed(self, key: str, pages: Sequence[object]) -> Iterator[Content]:
        """A section whose list may fill several pages; the first stands in the navigation."""
        paths, total = self.catalogue.paths, len(pages)
        for number, page in enumerate(pages, 1):
            more = {"pager": pager(number, total, lambda n: paths.url(paths.page(key, n)))}
            if number == 1:
                yield replace(self._section(key, page), more=more)
            else:
                title = f"{self.titles[key]} ({number}/{total})"
                yield Content(path=paths.page(key, number), title=title, template=key, page=page, more=more)

    @cached_property
    def charts(self) -> tuple[Series, ...]:
        """Every chart of numbers: those of questions, then the series that show no number again."""
        asked = tuple(question.chart for question in self.questions if question.chart)
        return asked + series(self.catalogue, asked)

    def _figures(self) -> list[dict[str, object]]:
        """The charts first, then the numbers of none, on as many pages as needed."""
        drawn = pages_of(self.charts)
        others = chunks(list(other_figures(self.catalogue.claims.values(), self.charts)))
        pages: list[dict[str, object]] = [{"charts": page, "others": ()} for page in drawn[:-1]]
        return pages + [{"charts": () if n else drawn[-1], "others": by_article(rows)} for n, rows in enumerate(others)]

    def _entity_lists(self) -> list[dict[str, object]]:
        together = named_together([page for page in self.entities if not page.is_lodged])
        order = {kind: place for place, kind in enumerate(EntityType)}
        pages = chunks(sorted(self.entities, key=lambda page: order[page.entity.type]))
        return [{"types": _by_type(rows), "together": None if n else together} for n, rows in enumerate(pages)]

    def _timeline(self, found: tuple[Moment, ...]) -> list[dict[str, object]]:
        """The strip stands on the first page and leads to all."""
        paths, pages = self.catalogue.paths, chunks(found, _PASSAGES, lambda moment: moment.passages)
        places = {moment.anchor: number for number, page in enumerate(pages, 1) for moment in page}

        def address(moment: Moment) -> str:
            return f"{paths.url(paths.page('timeline', places[moment.anchor]))}#{moment.anchor}"

        turned = tuple(reversals(self.catalogue))
        strip = calendar(found, address, turned)
        first: dict[str, object] = {"calendar": strip, "reversals": turned}
        later: dict[str, object] = {"calendar": None, "reversals": ()}
        since = strip.first[:4] if strip else ""
        return [
            {**(later if n else first), "since": since, "years": years(page, since)} for n, page in enumerate(pages)
        ]

    def _articles(self) -> Iterator[Content]:
        paths = self.catalogue.paths
        for page in article_pages(self.catalogue):
            title = f"[{page.article.title}]" if page.article.supplied else page.article.title
            path = paths.child("articles", page.article.id)
            gone = self.lives.over.get(page.article.id, ()) if self.lives else ()
            yield Content(path=path, title=title, template="article", page=page, more={"gone": gone})

    def _groups(self) -> Iterator[Content]:
        links = [Link(page.head.title, page.head.path) for page in self.groups]
        for page, (previous, following) in zip(self.groups, _neighbours(links), strict=True):
            path = self.catalogue.paths.child("corroborations", page.head.id)
            more = {"previous": previous, "following": following}
            yield Content(path=path, title=page.head.title, template="corroboration", page=page, more=more)

    def _differences(self) -> Iterator[Content]:
        links = [Link(capital(page.head.reason), page.head.path) for page in self.differences]
        for page, (previous, following) in zip(self.differences, _neighbours(links), strict=True):
            path = self.catalogue.paths.child("differences", page.head.id)
            more = {"previous": previous, "following": following}
            yield Content(path=path, title=capital(page.head.title), template="difference", page=page, more=more)

    def moved(self) -> Iterator[tuple[str, Moved]]:
        """The source path of each entity that stands on its state's page, and the way there."""
        return moved(self.catalogue)

    def _entities(self) -> Iterator[Content]:
        for page in self.entities:
            if not page.is_lodged:
                path = self.catalogue.paths.child("entities", page.entity.id)
                yield Content(path=path, title=page.entity.name, template="entity", page=page)


def _neighbours(links: list[Link]) -> list[tuple[Link | None, Link | None]]:
    padded: list[Link | None] = [None, *links, None]
    return list(zip(padded, padded[2:], strict=False))


def _by_speaker(claims: Sequence[ClaimShown]) -> list[tuple[ClaimShown, ...]]:
    """Claims that quote, those of who is quoted most first, on pages."""
    quoted = [claim for said in quotations(claims) for _, claim in said.quotations]
    return chunks(list(dict.fromkeys(quoted)))


def _by_type(entities: Sequence[EntityPage]) -> tuple[tuple[str, tuple[EntityPage, ...], tuple[EntityPage, ...]], ...]:
    """Of each type a row for each, and where there are many the names alone of those that one claim names."""
    grouped: dict[EntityType, list[EntityPage]] = defaultdict(list)
    for page in entities:
        grouped[page.entity.type].append(page)
    return tuple((kind.value, *_once(grouped[kind])) for kind in EntityType if grouped[kind])


def _once(pages: Sequence[EntityPage]) -> tuple[tuple[EntityPage, ...], tuple[EntityPage, ...]]:
    once = tuple(page for page in pages if page.claims == 1) if len(pages) > _NAMES else ()
    return tuple(page for page in pages if page not in once), once
