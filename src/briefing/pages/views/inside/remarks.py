"""Dated sentences that are no claim, and articles on the day of their publication: what else a chronology holds."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.rows import Rows
from briefing.model.claim import Modality
from briefing.pages.views.across.timeline import Publication
from briefing.pages.views.amounts import day
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.inside.not_taken import may_be_shown, not_taken
from briefing.pages.views.shown import Remark

_PAST = (Modality.ASSERTED, Modality.ALLEGED, Modality.DENIED)


def remarks(catalogue: Catalogue) -> Iterator[Remark]:
    """What the articles date in passing, in sentences that no claim touches; nothing of an article that rights hide."""
    for article in filter(may_be_shown, catalogue.dossier.articles):
        left = Rows(not_taken(catalogue, article), lambda one: one.span)
        text, shown = catalogue.layouts[article.id].text, catalogue.articles[article.id]
        for dated in catalogue.dossier.noted_of(article).dated:
            touched = left.touching(dated.date.span)
            if touched and dated.date.value:
                yield Remark(
                    date=day(dated.date, hidden=False, words=dated.words.of(text)),
                    reason=touched[0].reason,
                    article=shown,
                    path=f"{shown.path}#{touched[0].anchor}",
                    voice=str(catalogue.words["voice_of_article"]),
                )


def publications(catalogue: Catalogue) -> Iterator[Publication]:
    """Each article with its claims that no passage dates and that look back: they happened before it was published."""
    for key, shown in catalogue.articles.items():
        claims = catalogue.by_article[key]
        undated = tuple(claim for claim in claims if not claim.dates and claim.modality in _PAST)
        yield Publication(shown, undated, sum(bool(claim.dates) for claim in claims))
