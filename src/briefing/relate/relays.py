"""Who passes on what somebody says, as a claim tells: « a déclaré le maire à la BBC », « cité par l'AFP »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing.corpus.text import before
from briefing.extract.words.wording import Wording
from briefing.model.annotation import Mention
from briefing.model.article import Article
from briefing.model.claim import Claim


class Relays(Struct, frozen=True):
    """The `media` that a reader knows, by id, and the words of each language that stand before one that passes on."""

    media: frozenset[str] = frozenset()
    wordings: Mapping[str, Wording] = {}

    def of(self, article: Article, claim: Claim) -> Iterator[Mention]:
        """The media to which a claim was told or that cite it, in the order of the text; not whom it tells of."""
        told = [attribution.content.span for attribution in claim.attribution]
        nearest = (span for span in told if not any(span != other and span.contains(other) for other in told))
        said = [*nearest, *(quote.span for quote in claim.quotes)]
        words = self.wordings.get(article.meta.language, Wording()).relays
        for mention in claim.entities if said else ():
            is_relay = mention.entity in self.media and not words.isdisjoint(before(article.text, mention.start))
            if is_relay and not any(span.contains(mention.span) for span in said):
                yield mention
