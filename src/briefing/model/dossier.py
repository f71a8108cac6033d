"""The dossier: all articles, claims, entities and links of a project, complete before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct, field

from briefing.model.annotation import DateMention, Quantity
from briefing.model.article import Article, Block
from briefing.model.claim import Claim, ClaimFile, Modality, Status
from briefing.model.entity import Entity
from briefing.model.measure import Measure
from briefing.model.relation import Corroboration, Difference, Proposal, Question, SetAside
from briefing.model.span import Span

L = TypeVar("L", bound=Corroboration | Difference)


class Aside(Struct, frozen=True):
    """A stretch of an article that the rules read and made no claim of, and the last word of the rule that said so."""

    span: Span
    modality: Modality
    rule: str = ""


class Withheld(Struct, frozen=True):
    """Why a claim that stands in a file is not shown."""

    why: str
    """In words that follow the claim's id."""
    is_told: bool = False
    """An error of that file, or of its article's, says so already: one cause, one message."""


class Dated(Struct, frozen=True):
    """A date of an article, and the words that say what it dates."""

    date: DateMention
    words: Span
    aside: bool = False
    """It dates something that its sentence only mentions."""


class Noted(Struct, frozen=True, kw_only=True):
    """What the rules note of an article beside its claims; nothing at all where they did not read it."""

    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    asides: tuple[Aside, ...] = ()
    dated: tuple[Dated, ...] = ()
    """Empty where the language's rules do not tell what a date dates."""
    cores: tuple[Span, ...] = ()
    """The words of each main clause that state something."""


NOTHING = Noted()


class Dossier(Struct, frozen=True, kw_only=True, dict=True):
    """Everything a page may show. Rejected claims are left out of `claims`; articles stand in order of publication."""

    articles: tuple[Article, ...]
    files: tuple[ClaimFile, ...] = ()
    entities: tuple[Entity, ...] = ()
    listed: frozenset[str] = frozenset()
    """Ids of the entities that people described; the others are made of what claims name."""
    corroborations: tuple[Corroboration, ...] = ()
    differences: tuple[Difference, ...] = ()
    questions: tuple[Question, ...] = ()
    """What articles answer in several ways, each difference in one of them."""
    measures: tuple[Measure, ...] = ()
    """At least two values each."""
    copies: tuple[tuple[str, str], ...] = ()
    """Articles that repeat an earlier one almost word for word, with that one: (copy, original) ids."""
    stories: tuple[tuple[str, ...], ...] = ()
    """Ids of articles that tell of one event, two at least in each, the largest first; a guess of the machine's."""
    proposals: tuple[Proposal, ...] = ()
    """Links that wait for a person, the likeliest first; for `briefing review` and exports, on no reader's page."""
    set_aside: tuple[SetAside, ...] = ()
    """Links that were weighed and left out, those that a person rejected first."""
    noted: Mapping[str, Noted] = field(default_factory=dict)
    """What the rules noted beside the claims, by article id."""
    withheld: Mapping[str, Withheld] = field(default_factory=dict)
    """Claims that a file in claims/ names and no page can show, by id."""

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim that nobody rejected, by id, in the order of articles and text."""
        by_article = {file.article: file.claims for file in self.files}
        return {
            claim.id: claim
            for article in self.articles
            for claim in sorted(by_article.get(article.id, ()), key=lambda c: (c.evidence.start, -c.evidence.end))
            if claim.status is not Status.REJECTED
        }

    @cached_property
    def rejected(self) -> frozenset[str]:
        """Ids of the claims that a person rejected."""
        return frozenset(c.id for f in self.files for c in f.claims if c.status is Status.REJECTED)

    @cached_property
    def _article_of(self) -> dict[str, Article]:
        articles = {article.id: article for article in self.articles}
        return {c.id: articles[f.article] for f in self.files if f.article in articles for c in f.claims}

    @cached_property
    def generators(self) -> dict[str, str]:
        """What made the drafts of each article, by the article's id."""
        return {file.article: file.generator for file in self.files}

    @cached_property
    def entity(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.entities}

    def article_of(self, claim: Claim) -> Article:
        """The article in which the claim was found."""
        return self._article_of[claim.id]

    def noted_of(self, article: Article) -> Noted:
        """What the rules noted of an article beside its claims."""
        return self.noted.get(article.id, NOTHING)

    def claims_of(self, article: Article) -> tuple[Claim, ...]:
        """The article's claims, in the order of its text."""
        return self._by_article.get(article.id, ())

    @cached_property
    def _by_article(self) -> dict[str, tuple[Claim, ...]]:
        grouped: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            grouped.setdefault(self._article_of[claim.id].id, []).append(claim)
        return {article: tuple(claims) for article, claims in grouped.items()}

    @cached_property
    def corroborating(self) -> dict[str, tuple[Corroboration, ...]]:
        """The corroborations that each claim belongs to, by claim id."""
        return _by_claim(self.corroborations)

    @cached_property
    def differing(self) -> dict[str, tuple[Difference, ...]]:
        """The differences that each claim belongs to, by claim id."""
        return _by_claim(self.differences)

    @cached_property
    def asked(self) -> dict[str, str]:
        """The title of the question that gathers each difference, by the difference's id."""
        return {ident: question.title for question in self.questions for ident in question.differences}

    def measure_of(self, claims: Iterable[str]) -> Measure | None:
        """The first measure of which all these claims give a number, by their ids."""
        first, *others = (self._numbers.get(claim, {}) for claim in claims)
        shared = (measure for measure in first if all(measure in other for other in others))
        return next((self._measure[measure] for measure in shared), None)

    def numbers_of(self, claim: str, measure: Measure) -> tuple[Quantity, ...]:
        """The numbers that a claim gives of a measure."""
        return self._numbers.get(claim, {}).get(measure.id, ())

    @cached_property
    def _measure(self) -> dict[str, Measure]:
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def _numbers(self) -> dict[str, dict[str, tuple[Quantity, ...]]]:
        """By claim and measure, for a measure may hold a number of most claims."""
        found: dict[str, dict[str, tuple[Quantity, ...]]] = {}
        for measure in self.measures:
            for value in measure.values:
                own = found.setdefault(value.claim, {})
                own[measure.id] = (*own.get(measure.id, ()), value.quantity)
        return found


def _by_claim(links: Iterable[L]) -> dict[str, tuple[L, ...]]:
    found: dict[str, tuple[L, ...]] = {}
    for link in links:
        for claim in link.claims:
            found[claim] = (*found.get(claim, ()), link)
    return found
