"""Claims that wait for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from briefing.cache.digest import digest, hash_of_file, program
from briefing.cache.results import Results, results
from briefing.corpus.loader import load_corpus, no_article
from briefing.model.article import Article
from briefing.model.claim import Claim, Status
from briefing.model.entity import slug
from briefing.problems import BriefingError, Problem, Where
from briefing.relate.voice import Voice, side_by_side, voices
from briefing.store.base import base_paths
from briefing.store.files import Stored, claims_path, read_claims
from briefing.store.pending import pending_path
from briefing.store.place import is_lost
from briefing.store.text.emit import value_text
from briefing.store.versions import proposals

_SHEET = "sheet"
_TURNED = "the article was corrected around its words; it is not published until you have read it again"


class Kind(StrEnum):
    """Why a claim waits for a person."""

    NEW = "new"
    """Nobody has looked at it."""
    CHANGED = "changed"
    """The article says it otherwise than when a person decided, or the rules find something else."""
    SUSPECT = "suspect"
    """Its words are not in the article."""


class Matter(Struct, frozen=True):
    """A claim that waits, and where it stands in its file."""

    claim: Claim
    kind: Kind
    where: Where
    changes: tuple[str, ...] = ()
    """What the rules find now, a line each."""


class Sheet(Struct, frozen=True):
    """What waits in one article, and how far its review has come."""

    article: str
    matters: tuple[Matter, ...]
    decided: int
    claims: int


def sheets(root: Path, wanted: Collection[str] = ()) -> tuple[list[Sheet], list[Problem]]:
    """A sheet for each article (`wanted` ids only, if any are given), and what is wrong with the files."""
    articles, problems = load_corpus(root)
    known = [article.id for article in articles]
    problems += [no_article(name, known) for name in wanted if name not in known]
    found = []
    with results(root) as kept:
        for article in (article for article in articles if not wanted or article.id in wanted):
            sheet, wrong = _kept_sheet(root, article, kept)
            problems += wrong
            if sheet is not None:
                found.append(sheet)
    return found, problems


def _kept_sheet(root: Path, article: Article, kept: Results) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """The sheet of an article, made again where it changed, or a file of its claims."""
    files = (claims_path(article.id), *base_paths(article.id), pending_path(article.id))
    key = digest(program(), article, [hash_of_file(root / path) for path in files])
    known = kept.get(_SHEET, key, Sheet)
    if known is not None:
        return known, ()
    stored = read_claims(root, article)
    sheet = _sheet(root, article, stored) if stored.file is not None else None
    if sheet is not None and not stored.problems:
        kept.put(_SHEET, key, sheet)
    return sheet, stored.problems


def _sheet(root: Path, article: Article, stored: Stored) -> Sheet:
    claims = stored.file.claims if stored.file else ()
    was, now = proposals(root, article, stored)
    matters = []
    for number, claim in enumerate(claims):
        changes = (_TURNED,) if claim.id in stored.corrected else ()
        if claim.id in was:
            changes = (*changes, *_changes(claim, was[claim.id], now.get(claim.id)))
        kind = _kind(claim, article, has_changed=claim.id in was or bool(changes))
        if kind is not None:
            matters.append(Matter(claim, kind, stored.where("claims", number), changes if kind is Kind.CHANGED else ()))
    return Sheet(article.id, tuple(matters), sum(c.status is not Status.DRAFT for c in claims), len(claims))


def _kind(claim: Claim, article: Article, *, has_changed: bool) -> Kind | None:
    if claim.status is Status.REJECTED:
        return None
    if is_lost(claim, article.text):
        return Kind.SUSPECT
    if has_changed:
        return Kind.CHANGED
    return Kind.NEW if claim.status is Status.DRAFT else None


def _changes(claim: Claim, was: Claim, now: Claim | None) -> Iterator[str]:
    """What the rules find now where they had found something else and the person's word stands."""
    if now is None:
        yield "the rules no longer find it"
        return
    for name in Claim.__struct_fields__:
        yours, before, after = (getattr(version, name) for version in (claim, was, now))
        if after not in (before, yours):
            here, found = _apart(yours, after)
            yield f"{name}: {here} here; the rules now find {found}"


def said_by(claim: Claim) -> str:
    """Who says a claim in a line, and between whom the text leaves the choice."""
    chains = (", ".join(map(_voice, chain)) for chain in side_by_side(voices(claim)))
    return "; ".join(chains) or "the article"


def _voice(voice: Voice) -> str:
    if not voice.candidates:
        meant = [entity for entity in (*voice.several, voice.entity) if entity and entity != slug(voice.name)]
        return f"{voice.name} ({', '.join(meant)})" if meant else voice.name
    return f"{voice.name or 'somebody'} (uncertain: {' or '.join(voice.candidates)})"


def _apart(yours: object, after: object) -> tuple[str, str]:
    """Two values in a few words; where these are the same, the rows in which they differ, as a claim file has them."""
    here, found = _shown(yours), _shown(after)
    if here != found:
        return here, found
    mine, theirs = (value if isinstance(value, tuple) else (value,) for value in (yours, after))
    return _rows(mine, theirs), _rows(theirs, mine)


def _rows(rows: Iterable[object], others: Collection[object]) -> str:
    return ", ".join(value_text("", row) for row in rows if row not in others) or "none"


def _shown(value: object) -> str:
    """A field's value in a few words."""
    if isinstance(value, tuple):
        return ", ".join(_shown(getattr(row, "content", row)) for row in value) or "none"
    words = getattr(value, "exact", None) or getattr(value, "rule", None)
    return f"“{words}”" if words else str(value)


def drafts(root: Path, article: str) -> tuple[list[str], list[str]]:
    """The ids of an article's drafts that may be accepted at once, and of those that a person must look at one by one.

    Raises BriefingError when there is no such article or its claims cannot be read.
    """
    found, problems = sheets(root, [article])
    if not found:
        raise BriefingError(*problems)
    waiting = [m for m in found[0].matters if m.claim.status is Status.DRAFT]
    new = [m.claim.id for m in waiting if m.kind is Kind.NEW]
    return new, [m.claim.id for m in waiting if m.kind is not Kind.NEW]
