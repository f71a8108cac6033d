"""The catalogue: every article and claim of a dossier as pages show it, each made once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from briefing.editions.lives import is_answered_for
from briefing.model.annotation import Quotation
from briefing.model.article import Article, Rights
from briefing.model.claim import Claim, Modality
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity, slug
from briefing.model.relation import Corroboration
from briefing.pages.layout import Layout, layout
from briefing.pages.paths import Paths, publisher_address
from briefing.pages.strings import Words, pronouns
from briefing.pages.typography import shortest, uncertain
from briefing.pages.views.actors import lodged, named, standing
from briefing.pages.views.amounts import figures
from briefing.pages.views.inside.dates import dates
from briefing.pages.views.shown import (
    ArticleShown,
    Backlink,
    ClaimShown,
    Counterpart,
    DifferenceHead,
    GroupHead,
    Link,
    QuotationShown,
    Speaker,
    nearest,
)
from briefing.relate.voice import Voice, voice_of, voices

_WORD = re.compile(r"[^\W\d_]{2}")


class Catalogue(Struct, frozen=True, dict=True):
    """A dossier, its addresses and its words; by claim id what cites each, and which an edition holds."""

    dossier: Dossier
    paths: Paths
    words: Mapping[str, Words]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    published: frozenset[str] = frozenset()

    @cached_property
    def articles(self) -> dict[str, ArticleShown]:
        """Articles by id, in order of publication."""
        return {article.id: self._article(article) for article in self.dossier.articles}

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """Blocks and sentences of each article, by id."""
        return {article.id: layout(article, self.dossier.noted_of(article)) for article in self.dossier.articles}

    def moved(self, paths: Paths, backlinks: Mapping[str, tuple[Backlink, ...]]) -> Catalogue:
        """The same at other addresses; the articles are not read again."""
        found = replace(self, paths=paths, backlinks=backlinks)
        found.__dict__["layouts"] = self.layouts
        return found

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities that a claim names or that speak, by id."""
        return named(self.dossier)

    @cached_property
    def claims(self) -> dict[str, ClaimShown]:
        """Claims by id, in the order of articles and text."""
        placed = ((a, *found) for a in self.dossier.articles for found in enumerate(self.dossier.claims_of(a), 1))
        return {claim.id: self._claim(claim, place, article) for article, place, claim in placed}

    @cached_property
    def checkable(self) -> tuple[ClaimShown, ...]:
        """The claims that state something to check: what is counted and listed."""
        return tuple(claim for claim in self.claims.values() if claim.unchecked is None)

    @cached_property
    def by_article(self) -> dict[str, tuple[ClaimShown, ...]]:
        """The claims of each article, by article id, in the order of its text."""
        return {a.id: tuple(self.claims[c.id] for c in self.dossier.claims_of(a)) for a in self.dossier.articles}

    @cached_property
    def groups(self) -> dict[str, GroupHead]:
        """Corroborations by id, as a card names them: name, address and counts."""
        return {group.id: self._group(group) for group in self.dossier.corroborations}

    @cached_property
    def differences(self) -> dict[str, DifferenceHead]:
        """Differences by id, as a card names them: kind, question, reason and address."""
        return {
            difference.id: DifferenceHead(
                id=difference.id,
                kind=difference.kind.value,
                field=difference.field,
                title=self.dossier.asked.get(difference.id, difference.reason),
                reason=difference.reason,
                path=self.paths.url(self.paths.child("differences", difference.id)),
                claims=self._counterparts(difference.claims),
            )
            for difference in self.dossier.differences
        }

    def chosen(self, ids: Iterable[str]) -> tuple[ClaimShown, ...]:
        """The claims of these ids that nobody rejected."""
        return tuple(self.claims[i] for i in ids if i in self.claims)

    def link(self, entity: str) -> Link | None:
        """The entity's name and where it stands; None for one that no claim names."""
        known = self.entities.get(entity)
        path = self.paths.entity(self.page_of(entity), entity, self.lodged.get(entity))
        return Link(known.name, path) if known else None

    @cached_property
    def lodged(self) -> dict[str, str]:
        """The article on whose page an entity stands, for those that have none of their own."""
        return lodged(self.dossier, self.published, self._states)

    def page_of(self, entity: str) -> str:
        """The entity on whose page one stands: its state, or itself."""
        return self._states.get(entity, entity)

    @cached_property
    def _states(self) -> dict[str, str]:
        return standing(self.entities, self.dossier.entity)

    def speaker(self, voice: Voice) -> Speaker:
        """A voice with its name in full where the entity is known."""
        link = self.link(voice.entity) if voice.entity else None
        if link is None and (voice.candidates or voice.name.casefold() in pronouns()):  # nobody can tell who it is
            return Speaker(name=str(self.words["uncertain_speaker"]), key="uncertain-speaker", beside=voice.beside)
        key = slug(self.page_of(voice.entity) if link and voice.entity else voice.name)
        name, path = (link.label, link.path) if link else (voice.name, None)
        return Speaker(name=name, key=key, path=path, named=link is not None, beside=voice.beside)

    def _group(self, group: Corroboration) -> GroupHead:
        claims = [self.dossier.claims[c] for c in group.claims if c in self.dossier.claims]
        shown = [c.evidence.exact for c in claims if self.dossier.article_of(c).meta.rights is not Rights.NONE]
        original = dict(self.dossier.copies)
        return GroupHead(
            id=group.id,
            title=group.title or shortest(shown) or str(self.words["not_shown"]),
            titled=group.title is not None,
            path=self.paths.url(self.paths.child("corroborations", group.id)),
            articles=len({original.get(a := self.dossier.article_of(c).id, a) for c in claims}),
            origins=group.origins,
            akin=group.akin,
            claims=self._counterparts(group.claims),
        )

    def _counterparts(self, ids: Iterable[str]) -> tuple[Counterpart, ...]:
        return tuple(
            Counterpart(
                id=claim.id,
                modality=claim.modality,
                speaker=nearest(self._speakers[claim.id], str(self.words["beside"])),
                article=(article := self.articles[self.dossier.article_of(claim).id]),
                path=self.paths.claim(article.id, claim.id),
            )
            for claim in (self.dossier.claims[i] for i in ids if i in self.dossier.claims)
        )

    def _article(self, article: Article) -> ArticleShown:
        meta = article.meta
        title = meta.title or str(self.words["untitled"])
        supplied = title.startswith("[") and title.endswith("]")
        return ArticleShown(
            id=article.id,
            title=title[1:-1] if supplied else title,
            supplied=supplied,
            author=meta.author,
            outlet=meta.outlet,
            published=meta.published,
            note=meta.published_note or (str(self.words["approximate"]) if uncertain(meta.published) else None),
            url=publisher_address(meta.url),
            archived=publisher_address(meta.archived),
            original_sha256=meta.original_sha256,
            rights=meta.rights,
            reliability=meta.reliability,
            language=meta.language,
            path=self.paths.url(self.paths.child("articles", article.id)),
            retrieved=meta.retrieved,
            text_sha256=article.text_sha256,
        )

    def _claim(self, claim: Claim, place: int, article: Article) -> ClaimShown:
        shown, path = self.articles[article.id], self.paths.claim(article.id, claim.id)
        hidden = shown.rights is Rights.NONE
        exact = None if hidden else claim.evidence.exact
        before, after = ("", "") if hidden else self.layouts[article.id].around(claim.evidence.span)
        actors = {m.entity: link for m in claim.entities if m.entity and (link := self.link(m.entity))}
        return ClaimShown(
            id=claim.id,
            number=place,
            modality=claim.modality,
            cue=None if hidden or not _WORD.search(claim.because.cue or "") else claim.because.cue,
            rule=claim.because.rule,
            status=claim.status,
            review=claim.review,
            credibility=claim.credibility,
            likelihood=claim.likelihood.value if claim.likelihood else None,
            unchecked=None if claim.checkable else claim.reason.value if claim.reason else "other",
            confidence=claim.confidence.value if claim.confidence else None,
            note=claim.note,
            speakers=self._speakers[claim.id],
            passage=exact,
            before=before,
            after=after,
            article=shown,
            path=path,
            life=self.paths.life(claim.id) if is_answered_for(claim, self.published) else "",
            publisher=publisher_address(article.meta.url, exact),
            dates=dates(claim, self.dossier.noted_of(article), self.layouts[article.id].text, hidden=hidden),
            figures=figures(claim, str(self.words["language"]), hidden=hidden),
            quotations=() if hidden else tuple(self._quotation(q) for q in claim.quotes),
            actors=tuple(actors.values()),
            actor_keys=tuple(slug(self.page_of(key)) for key in actors),
            groups=tuple(self.groups[g.id] for g in self.dossier.corroborating.get(claim.id, ())),
            differences=tuple(self.differences[d.id] for d in self.dossier.differing.get(claim.id, ())),
            backlinks=self.backlinks.get(claim.id, ()),
        )

    @cached_property
    def _speakers(self) -> dict[str, tuple[Speaker, ...]]:
        """Those who say each claim, or what stands for them."""
        return {claim.id: self._speaking(claim) for claim in self.dossier.claims.values()}

    def _speaking(self, claim: Claim) -> tuple[Speaker, ...]:
        found = {speaker.name.casefold(): speaker for speaker in map(self.speaker, voices(claim))}
        return tuple(found.values()) or (self.nobody(claim.modality),)

    def nobody(self, modality: Modality) -> Speaker:
        """Where nobody is said to say it: the article itself, or an unnamed source where it keeps its distance."""
        key = "unnamed_source" if modality in (Modality.ALLEGED, Modality.DENIED) else "voice_of_article"
        return Speaker(name=str(self.words[key]), key=key.replace("_", "-"))

    def _quotation(self, quotation: Quotation) -> QuotationShown:
        is_told = quotation.speaker or quotation.candidates
        speaker = self.speaker(voice_of(quotation)) if is_told else self.nobody(Modality.ALLEGED)
        cue = quotation.cue if _WORD.search(quotation.cue or "") else None
        return QuotationShown(exact=quotation.exact, speaker=speaker, cue=cue)
