"""The home page: the questions that articles answer in several ways, dates, articles, and the machine's own list."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, groupby

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.article import Rights
from briefing.model.claim import Modality, Status
from briefing.model.date import Precision
from briefing.pages.views.across.timeline import Event, Moment, in_order, moments
from briefing.pages.views.article import readers
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.entities import EntityPage
from briefing.pages.views.figures import Series, series
from briefing.pages.views.groups import GroupPage
from briefing.pages.views.home.stories import Story, Told, stories
from briefing.pages.views.home.survey import Survey, survey
from briefing.pages.views.inside.telling import says, unfit
from briefing.pages.views.questions.questions import QuestionShown, chief
from briefing.pages.views.shown import ClaimShown
from briefing.relate.origins import origins_of

_QUESTIONS, _MOMENTS, _MARKS = 4, 7, 8


class Overview(Struct, frozen=True, kw_only=True):
    """What the home page says. Each tuple may be empty; its section is then left out."""

    articles: int
    claims: int
    origins: int
    period: tuple[str, ...]
    reviewed: int
    """How many claims were checked by hand."""
    readers: tuple[str, ...]
    questions: tuple[QuestionShown, ...]
    """Those that matter most."""
    others: tuple[QuestionShown, ...]
    asked: tuple[str, ...]
    """The modalities of the answers, for the key."""
    stories: tuple[Story, ...]
    alone: tuple[Told, ...]
    """The articles that no story joins."""
    figures: Series | None
    """The numbers of most claims, where no question shows them."""
    moments: tuple[Moment, ...]
    survey: Survey

    @property
    def verified(self) -> bool:
        """Whether a person stands behind any of its questions."""
        return any(question.stands for question in self.questions)


def overview(
    catalogue: Catalogue,
    groups: tuple[GroupPage, ...],
    asked: tuple[QuestionShown, ...],
    entities: tuple[EntityPage, ...],
) -> Overview:
    """The overview of a dossier, made of what its other pages show."""
    claims = catalogue.checkable
    published = sorted(a.published for a in catalogue.articles.values() if a.published)
    counted = next(iter(series(catalogue)), None)
    foremost, (told, alone) = _subjects_once(chief(asked, _QUESTIONS)), stories(catalogue)
    shown = {question.id for question in foremost}
    return Overview(
        articles=len(catalogue.articles),
        claims=len(claims),
        origins=len(_origins(catalogue, (claim for claim in claims if claim.status is Status.REVIEWED))),
        period=tuple(dict.fromkeys((published[0], published[-1]))) if published else (),
        reviewed=sum(c.status is Status.REVIEWED for c in claims),
        readers=readers(claims),
        questions=foremost,
        others=tuple(question for question in asked if question.id not in shown),
        asked=_modalities(foremost),
        stories=told,
        alone=alone,
        figures=_recent(counted) if counted and not any(question.chart for question in foremost) else None,
        moments=_most_told(moments(c for c in claims if c.modality is not Modality.OPINION)),
        survey=survey(catalogue, groups, entities),
    )


def _subjects_once(asked: Iterable[QuestionShown]) -> tuple[QuestionShown, ...]:
    """What several questions in a row are about stands under the first of them."""
    runs = (list(run) for _, run in groupby(asked, key=lambda question: question.subject))
    return tuple(q if not place else replace(q, subject=None) for run in runs for place, q in enumerate(run))


def _origins(catalogue: Catalogue, claims: Iterable[ClaimShown]) -> set[str]:
    """Those that are named, a government with its services and ministers as one, as corroborations count them."""
    found = (origins_of(catalogue.dossier.claims[claim.id], catalogue.dossier.entity) for claim in claims)
    return {source.counted_as for source in chain.from_iterable(found) if source.is_named}


def _modalities(asked: Iterable[QuestionShown]) -> tuple[str, ...]:
    used = {claim.modality for question in asked for claim in question.claims}
    return tuple(modality.value for modality in Modality if modality in used)


def _recent(counted: Series) -> Series:
    """The last numbers given; the figures page has them all."""
    return replace(counted, marks=counted.marks[-_MARKS:])


def _most_told(found: Iterable[Moment]) -> tuple[Moment, ...]:
    """The dates that most articles give, in order of time, not what rights hide; what is said in passing comes last."""
    told = (replace(m, events=tuple(sorted(m.events, key=_telling))) for m in found)
    shown = [m for m in told if any(c.article.rights is not Rights.NONE for c, _ in m.claims)]
    ranked = sorted(shown, key=_weight)
    return tuple(sorted(ranked[:_MOMENTS], key=lambda m: in_order(m.value, m.mod)))


def _weight(moment: Moment) -> tuple[bool, bool, int, int, int, str]:
    """The heaviest is the least: what is stated, nearer than to the year, dated by several articles, told in detail."""
    articles, vague = {claim.article.id for claim, _ in moment.claims}, (Precision.YEAR, Precision.SPAN)
    first = moment.events[0] if moment.events else None
    told = says(first.claim) if first and isinstance(first.claim, ClaimShown) else 0
    passing = first is not None and first.date.beside
    return passing, moment.precise in vague, -len(articles), -told, -len(moment.claims), moment.value


def _telling(event: Event) -> tuple[object, ...]:
    """What is stated stands before what is said in passing, what several articles tell before what tells most."""
    claim = event.claim
    return (
        event.date.beside,
        -event.articles,
        *((-says(claim), unfit(claim)) if isinstance(claim, ClaimShown) else ()),
    )
