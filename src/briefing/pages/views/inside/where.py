"""Where a claim says that something is."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.corpus.text import before
from briefing.languages import find_pack
from briefing.model.annotation import EntityType, Mention
from briefing.model.article import Article
from briefing.model.claim import Claim


def where(article: Article, claim: Claim) -> Iterator[Mention]:
    """The places where something is or goes to: « en Russie », not « la Russie a livré »."""
    pack = find_pack(article.meta.language)
    locatives = pack.wording().locatives if pack else frozenset()
    for mention in claim.entities:
        if mention.type is EntityType.PLACE and not locatives.isdisjoint(before(article.text, mention.start)):
            yield mention
