"""A reading: what is known of an article so far. Each annotator returns it with its own layer filled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.corpus.text import fold
from briefing.extract.parsed import Parsed
from briefing.model.annotation import Attribution, DateMention, Mention, Quantity, Quotation
from briefing.model.article import Article, Block, Sentence
from briefing.model.claim import Because, Modality, Uncheckable
from briefing.model.date import Date
from briefing.model.dossier import Dated
from briefing.model.entity import Entity
from briefing.model.span import Span


class Statement(Struct, frozen=True):
    """A sentence or clause, its modality, and whether it states something that can be checked."""

    span: Span
    modality: Modality
    because: Because
    checkable: bool = True
    reason: Uncheckable | None = None
    """Why it cannot be checked though it is a claim; what cannot and has none is no claim at all."""

    @property
    def is_claim(self) -> bool:
        """Whether the article makes a claim by it, be it one that cannot be checked."""
        return self.checkable or self.reason is not None


class Decision(Struct, frozen=True):
    """One rule that fired on a span and was kept, or lost and why; `briefing explain` prints these."""

    rule: str
    span: Span
    kept: bool = True
    why: str = ""


class Reading(Struct, frozen=True, kw_only=True):
    """An article, its folded text (same offsets), the project's entities, and the layers filled so far."""

    article: Article
    text: str
    """The article's text, folded one to one: match on this, cite `article.text`."""
    register: tuple[Entity, ...] = ()
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    parsed: Parsed = field(default_factory=Parsed)
    """Each sentence analysed once: every rule asks this."""
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    dates: tuple[DateMention, ...] = ()
    dated: tuple[Dated, ...] = ()
    """What those dates date, where the language tells."""
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @classmethod
    def of(cls, article: Article, register: tuple[Entity, ...] = ()) -> Reading:
        """An article that nobody has annotated yet."""
        return cls(article=article, text=fold(article.text), register=register)

    @property
    def published(self) -> date | None:
        """The first day that the publication date allows, or None when it is unknown or has no year."""
        day = Date.parse(self.article.meta.published)
        return day.first if day else None

    def noting(self, *decisions: Decision) -> Reading:
        """The same reading with more decisions in its trace."""
        return replace(self, decisions=self.decisions + decisions) if decisions else self


Annotator = Callable[[Reading], Reading]
