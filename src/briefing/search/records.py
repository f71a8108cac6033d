"""What the index keeps of each claim: what a result shows, and the words that find it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from msgspec import Struct

from briefing.pages.dates import partial_date
from briefing.pages.strings import Words
from briefing.pages.typography import quoted, spaces
from briefing.pages.views.across.explorer import newest_first
from briefing.pages.views.citing import credit
from briefing.pages.views.shown import ArticleShown, ClaimShown

_NOBODY = frozenset({"voice-of-article", "unnamed-source"})


class Headline(Struct, frozen=True, kw_only=True):
    """An article as results name it; `path` is its page's address from the root of the site."""

    title: str
    path: str
    date: str
    language: str


class Record(Struct, frozen=True, kw_only=True):
    """A claim as results show it. `passage` is empty where the rights say so; `named` are speakers to be found by."""

    id: str
    passage: str
    speakers: str
    named: str
    modality: str
    article: Headline


def records(claims: Iterable[ClaimShown], words: Mapping[str, Words]) -> list[Record]:
    """Claims of the newest article first, in the order of its text; `words` are the interface's."""
    found: list[Record] = []
    for _, group in groupby(newest_first(claims), key=lambda claim: claim.article.id):
        of_article = list(group)
        headline = _headline(of_article[0].article, words)
        found += (_record(claim, headline, words) for claim in of_article)
    return found


def _headline(article: ArticleShown, words: Mapping[str, Words]) -> Headline:
    title = spaces(article.title, article.language)
    return Headline(
        title=f"[{title}]" if article.supplied else title,
        path=article.path,
        date=partial_date(article.published, str(words["language"]), "short") if article.published else "",
        language=article.language,
    )


def _record(claim: ClaimShown, article: Headline, words: Mapping[str, Words]) -> Record:
    return Record(
        id=claim.id,
        passage=quoted(claim.passage, article.language) if claim.passage else "",
        speakers=credit(claim, words, str(words["language"])),
        named=" ".join(who.name for who in claim.speakers[::-1] if who.key not in _NOBODY),
        modality=claim.modality.value,
        article=article,
    )
