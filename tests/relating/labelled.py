"""Dossiers whose links people wrote down: `dossiers/NN/*.md` and, beside them, `expected.yaml`.

`corroborations` are groups of one passage an article that say the same checkable thing; `differences` two passages on
the same thing that do not agree; `acceptable` pairs that a reader may defend: found is no fault, missed no loss.
A passage is a stretch of the article, found once; it meets a claim when they share half of the shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml
from msgspec import Struct, convert

from briefing.corpus.loader import load_article
from briefing.corpus.text import fold
from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.span import Span

FOLDER = Path(__file__).parent / "dossiers"


@dataclass(frozen=True)
class Member:
    """A passage of an article, verbatim."""

    article: str
    evidence: str


@dataclass(frozen=True)
class Wanted:
    """A group or a difference; `kind` and `field` only for a difference."""

    id: str
    members: tuple[Member, ...]
    strength: str = "same"
    kind: str = ""
    field: str = ""
    what: str = ""


@dataclass(frozen=True)
class Expected:
    """The content of `expected.yaml`."""

    event: str
    corroborations: tuple[Wanted, ...] = ()
    differences: tuple[Wanted, ...] = ()
    acceptable: tuple[tuple[str, str, str, str], ...] = ()


@dataclass(frozen=True)
class Expectation:
    """Two passages that belong together: `kind` is same, or the kind of a difference, or open."""

    kind: str
    field: str
    ends: tuple[tuple[str, Span], tuple[str, Span]]
    name: str


class Labelled(Struct, frozen=True):
    """A dossier: articles in order of publication with their claims, and what is expected of their pairs."""

    name: str
    articles: tuple[Article, ...]
    claims: dict[str, tuple[Claim, ...]]
    expectations: tuple[Expectation, ...] = ()

    def of(self, one: Claim, other: Claim) -> list[Expectation]:
        """What is expected of two claims."""
        where = {id(c): article for article, own in self.claims.items() for c in own}
        ends = ((where[id(one)], one.evidence.span), (where[id(other)], other.evidence.span))
        return [e for e in self.expectations if _meets(e, *ends) or _meets(e, *reversed(ends))]


End = tuple[str, Span]


def _meets(expected: Expectation, one: End, other: End) -> bool:
    return all(
        wanted[0] == found[0] and _touches(wanted[1], found[1])
        for wanted, found in zip(expected.ends, (one, other), strict=True)
    )


def _touches(one: Span, other: Span) -> bool:
    return one.overlap(other) * 2 >= min(len(one), len(other)) > 0


def labelled(folder: Path = FOLDER) -> Iterator[Labelled]:
    """Every dossier of a folder."""
    for path in sorted(folder.glob("*/expected.yaml")):
        yield _labelled(path)


def _labelled(path: Path) -> Labelled:
    pack = find_pack("fr")
    assert pack is not None
    articles = [_article(text) for text in path.parent.glob("*.md")]
    articles.sort(key=lambda article: (article.meta.published or "", article.id))
    claims = {a.id: tuple(sorted(extract(a, pack), key=lambda c: c.evidence.start)) for a in articles}
    expected = convert(yaml.safe_load(path.read_text("utf-8")), Expected)
    texts = {article.id: article.text for article in articles}
    return Labelled(path.parent.name, tuple(articles), claims, tuple(_expectations(expected, texts)))


def _article(path: Path) -> Article:
    article, problems = load_article(path, path.parent)
    assert article is not None, problems
    return article


def _expectations(expected: Expected, texts: dict[str, str]) -> Iterator[Expectation]:
    for group in expected.corroborations:
        for one, other in combinations(group.members, 2):
            yield Expectation("same", "", (_end(one, texts), _end(other, texts)), group.id)
    for difference in expected.differences:
        one, other = difference.members
        yield Expectation(difference.kind, difference.field, (_end(one, texts), _end(other, texts)), difference.id)
    for a, first, b, second in expected.acceptable:
        yield Expectation("open", "", (_end(Member(a, first), texts), _end(Member(b, second), texts)), "open")


def _end(member: Member, texts: dict[str, str]) -> End:
    start = fold(texts[member.article]).index(fold(member.evidence))
    return member.article, Span(start, start + len(member.evidence))
