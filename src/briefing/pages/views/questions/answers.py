"""The picture of a question: who answers what in which article, as a row of signs along time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing.model.article import Rights
from briefing.model.claim import Claim, Modality
from briefing.model.relation import Asked
from briefing.model.span import Span
from briefing.pages.typography import capital
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.questions.parties import Parties
from briefing.pages.views.shown import ArticleShown, ClaimShown, Link

_COLUMNS = 6
"""Articles a picture shows, the newest; so many stand beside their words on a telephone."""
_ROWS = 7


class Answer(Struct, frozen=True):
    """A row: a party and what it says, or the words of an answer and who gives it; under each article its claims."""

    who: Link
    words: str
    """Of the passage, as they stand there; empty where the row is a party's."""
    language: str
    cells: tuple[tuple[ClaimShown, ...], ...]


class Answers(Struct, frozen=True):
    """The rows, the articles above their columns in order of publication, and how many claims are left out."""

    articles: tuple[ArticleShown, ...]
    rows: tuple[Answer, ...]
    left: int = 0


def answers(parties: Parties, asked: Asked, claims: Sequence[ClaimShown]) -> Answers:
    """Of claims in order of publication: who affirms and who denies, else answer by answer."""
    articles = tuple({claim.article.id: claim.article for claim in claims}.values())[-_COLUMNS:]
    placed = {article.id for article in articles}
    shown = [claim for claim in claims if claim.article.id in placed]
    denies = any(claim.modality is Modality.DENIED for claim in shown)  # else one sign would stand for yes and no
    by_party = asked is Asked.WHETHER and denies
    gathered = _by_party(parties, shown) if by_party else _one_by_one(parties.catalogue, asked, shown)
    rows = tuple(
        Answer(who, words, language, tuple(_in(article, said) for article in articles))
        for who, words, language, said in list(gathered)[:_ROWS]
    )
    kept = {claim.id for row in rows for cell in row.cells for claim in cell}
    return Answers(articles, rows, len(claims) - len(kept))


_Row = tuple[Link, str, str, tuple[ClaimShown, ...]]


def _in(article: ArticleShown, claims: Iterable[ClaimShown]) -> tuple[ClaimShown, ...]:
    return tuple(claim for claim in claims if claim.article.id == article.id)


def _by_party(parties: Parties, claims: Iterable[ClaimShown]) -> Iterator[_Row]:
    """Those who affirm above those who deny; then who is not named, and the articles themselves."""
    found: dict[Link, list[ClaimShown]] = {}
    nobody: list[ClaimShown] = []
    for claim in claims:
        said = parties.of[claim.id]
        for party in said:
            found.setdefault(parties.link(party), []).append(claim)
        if not said:
            nobody.append(claim)

    def weight(row: tuple[Link, list[ClaimShown]]) -> tuple[float, int, str]:
        denials = sum(claim.modality is Modality.DENIED for claim in row[1])
        return denials / len(row[1]), -len(row[1]), row[0].label

    yield from ((who, "", "", tuple(said)) for who, said in sorted(found.items(), key=weight))
    for key in ("unnamed_source", "voice_of_article"):
        unnamed = [claim for claim in nobody if claim.speaks_itself is (key == "voice_of_article")]
        if unnamed:
            yield Link(str(parties.catalogue.words[key])), "", "", tuple(unnamed)


def _one_by_one(catalogue: Catalogue, asked: Asked, claims: Iterable[ClaimShown]) -> Iterator[_Row]:
    """A claim a row: its telling words, and who says them."""
    for claim in claims:
        link = Link(capital(claim.speaker.name), claim.speaker.path)
        yield link, _telling(catalogue, asked, claim), claim.article.language, (claim,)


def _telling(catalogue: Catalogue, asked: Asked, claim: ClaimShown) -> str:
    """The words that answer, as they stand in the article; none where they may not be shown."""
    if claim.article.rights is Rights.NONE:
        return ""
    found, text = catalogue.dossier.claims[claim.id], catalogue.layouts[claim.article.id].text
    span = _answering(asked, found).stripped(text)
    return ("… " if span.start > found.evidence.start else "") + span.of(text)


def _answering(asked: Asked, claim: Claim) -> Span:
    """Where: what follows the number; else what the source is said to say, and without one the passage."""
    whole = claim.evidence.span
    numbers = [quantity.end for quantity in claim.quantities if whole.start <= quantity.end < whole.end]
    if asked is Asked.WHERE and numbers:
        return Span(numbers[0], whole.end)
    said = [a.content.span for a in claim.attribution if whole.contains(a.content.span)]
    return min(said, key=len, default=whole)
