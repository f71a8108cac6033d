"""One article, speaker, claim or link as a page shows it. Addresses (`path`) are written from the root of the site."""

from __future__ import annotations

from msgspec import Struct

from briefing.model.article import Rights
from briefing.model.claim import Modality, Status
from briefing.model.ruling import Ruling
from briefing.pages.paths import note_anchor
from briefing.relate.voice import side_by_side


class Link(Struct, frozen=True):
    """Words and where they lead; `path` is None for what has no page."""

    label: str
    path: str | None = None


class Download(Struct, frozen=True, kw_only=True):
    """A file of the data page: what it is (`json`, `bibtex`…), where it lies, how many bytes, of which article.

    A preview makes it when it is asked for; its `size` is then unknown.
    """

    kind: str
    path: str
    media: str
    size: int | None = None
    article: str | None = None


class Speaker(Struct, frozen=True, kw_only=True):
    """Who says a claim. `key` filters; `named` tells a known person or body from « une source »."""

    name: str
    key: str
    path: str | None = None
    named: bool = False
    beside: bool = False
    """Says a part of its own beside the speaker before it, who does not pass it on."""


def nearest(speakers: tuple[Speaker, ...], beside: str) -> str:
    """Who is nearest to the words, by name; several side by side with `beside` between them."""
    return beside.join(chain[-1].name for chain in side_by_side(speakers))


class ArticleShown(Struct, frozen=True, kw_only=True):
    """What heads an article's page and names it elsewhere."""

    id: str
    title: str
    supplied: bool
    """The title is the project's, not the publisher's."""
    author: str | None
    outlet: str | None
    published: str | None
    note: str | None
    """Why the date is what it is, when it was deduced."""
    url: str | None
    archived: str | None
    original_sha256: str | None
    """The hash of the source that the article was made of."""
    rights: Rights
    reliability: str | None
    language: str
    path: str
    retrieved: str | None
    text_sha256: str
    """The hash of its text, by which anybody can tell whether theirs is the one that was read."""


class DateShown(Struct, frozen=True, kw_only=True):
    """A date of a claim: its value, the words that give it, whether the year stands in them."""

    value: str
    exact: str | None
    deduced: bool
    mod: str = ""
    """Which side or part of the date is meant: before, after, approx, start, mid or end."""
    words: str | None = None
    """The words of the passage that it dates, where they are not the whole."""
    before: str = ""
    after: str = ""
    """What stands around them in the passage, where they are too few to tell anything alone."""
    beside: bool = False
    """It dates something that the passage only mentions."""
    stating: str | None = None
    """The passage from the words on that state what happened, where others stand before them."""

    @property
    def unclear(self) -> bool:
        """Whether a reader of its words cannot tell the day: « vendredi », not « 13 avril »."""
        return self.deduced and self.exact is not None and not any(char.isdecimal() for char in self.exact)


class Remark(Struct, frozen=True, kw_only=True):
    """A dated sentence that is no claim, with the reason; it has a place in its article and no card."""

    date: DateShown
    reason: str
    article: ArticleShown
    path: str
    voice: str
    """Who says it: the article."""

    @property
    def id(self) -> str:
        """Its own address, by which it is told from others."""
        return self.path


class FigureShown(Struct, frozen=True, kw_only=True):
    """A number of a claim with its bound, both in `words`; `vague`: a floor that is an order of magnitude."""

    value: float
    value_max: float | None
    bound: str
    unit: str | None
    words: str
    vague: bool

    @property
    def shape(self) -> str:
        """How it is drawn: by its bound, « des milliers » as `vague`."""
        return "vague" if self.vague else self.bound


class Counterpart(Struct, frozen=True, kw_only=True):
    """Another claim as a card names it: who says it, where, with which certainty."""

    id: str
    modality: Modality
    speaker: str
    article: ArticleShown
    path: str


class GroupHead(Struct, frozen=True, kw_only=True):
    """A corroboration as a claim's card names it."""

    id: str
    title: str
    titled: bool
    """A person named it; otherwise the title is one of its passages."""
    path: str
    articles: int
    origins: tuple[str, ...]
    akin: bool = False
    """Its claims only go the same way."""
    claims: tuple[Counterpart, ...] = ()


class DifferenceHead(Struct, frozen=True, kw_only=True):
    """A difference as a claim's card names it."""

    id: str
    kind: str
    field: str
    title: str
    """The question that its claims answer, and others with them."""
    reason: str
    path: str
    claims: tuple[Counterpart, ...] = ()


class Backlink(Struct, frozen=True, kw_only=True):
    """A sentence of a page people wrote that cites a claim."""

    sentence: str
    page: Link


class QuotationShown(Struct, frozen=True, kw_only=True):
    """Words that somebody says, and who."""

    exact: str
    speaker: Speaker
    cue: str | None


class ClaimShown(Struct, frozen=True, kw_only=True):
    """A claim with all that its card says. `passage`, `before` and `after` are None where the rights say so."""

    id: str
    number: int
    """Its place in its article, from 1."""
    modality: Modality
    cue: str | None
    rule: str
    unchecked: str | None
    """Why it cannot be checked, a key of the catalogue; None where it can."""
    status: Status
    review: Ruling | None
    """Who read it, when and why they accepted it."""
    credibility: int | None
    likelihood: str | None
    confidence: str | None
    note: str | None
    speakers: tuple[Speaker, ...]
    """Outermost first, the last one being the origin; then those of the next chain. Never empty."""
    passage: str | None
    before: str
    after: str
    article: ArticleShown
    path: str
    life: str
    """The claim's own page; empty where nobody answers for it."""
    publisher: str | None
    dates: tuple[DateShown, ...]
    figures: tuple[FigureShown, ...]
    quotations: tuple[QuotationShown, ...]
    actors: tuple[Link, ...]
    actor_keys: tuple[str, ...]
    groups: tuple[GroupHead, ...]
    differences: tuple[DifferenceHead, ...]
    backlinks: tuple[Backlink, ...]

    @property
    def chains(self) -> tuple[tuple[Speaker, ...], ...]:
        """Those who say it side by side, each followed by who passes on their words: the nearest first."""
        return tuple(chain[::-1] for chain in side_by_side(self.speakers))

    @property
    def note_path(self) -> str:
        """Where its card stands, beside the text."""
        return self.path.replace(f"#{self.id}", f"#{note_anchor(self.id)}")

    @property
    def speaks_itself(self) -> bool:
        """Whether the article says it, without a source."""
        return self.speaker.key == "voice-of-article"

    @property
    def speaker(self) -> Speaker:
        """Who is nearest to the words: the last of those who pass them on; of several side by side, the first."""
        return self.chains[0][0]
