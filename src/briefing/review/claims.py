"""Claims that wait for a person, and what a person decides about them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from briefing.corpus.loader import load_corpus
from briefing.disk.lock import locked
from briefing.disk.write import write
from briefing.model.article import Article
from briefing.model.claim import Claim, Status
from briefing.model.ruling import Ruling
from briefing.problems import BriefingError, Problem, Where, did_you_mean
from briefing.store.files import (
    FOLDER,
    Stored,
    claims_path,
    pending_path,
    read_claims,
    understood,
)
from briefing.store.pending import emit_pending, read_pending
from briefing.store.place import is_lost
from briefing.store.reconcile import remember, unmergeable
from briefing.store.sides import proposals
from briefing.store.text.edit import edited

_ID = re.compile(r"^\W*id:\s*[\"']?([^\s\"',}]+)", re.MULTILINE)


class Kind(StrEnum):
    """Why a claim waits for a person."""

    NEW = "new"
    """Nobody has looked at it."""
    CHANGED = "changed"
    """The rules find something else than when a person decided."""
    SUSPECT = "suspect"
    """Its words are not in the article."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A claim that waits, and where it stands in its file."""

    claim: Claim
    kind: Kind
    where: Where
    changes: tuple[str, ...] = ()
    """What the rules find now, a line each."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What waits in one article, and how far its review has come."""

    article: str
    matters: tuple[Matter, ...]
    decided: int
    claims: int


def sheets(root: Path, wanted: Collection[str] = ()) -> tuple[list[Sheet], list[Problem]]:
    """A sheet for each article (`wanted` ids only, if any are given), and what is wrong with the files."""
    articles, problems = load_corpus(root)
    known = [article.id for article in articles]
    problems += [_no_article(name, known) for name in wanted if name not in known]
    found = []
    for article in articles:
        if wanted and article.id not in wanted:
            continue
        stored = read_claims(root, article)
        problems += stored.problems
        if stored.file is not None:
            found.append(_sheet(root, article, stored))
    return found, problems


def _no_article(name: str, known: Iterable[str]) -> Problem:
    return Problem(Where("corpus"), f"there is no article “{name}”{did_you_mean(name, known)}")


def _sheet(root: Path, article: Article, stored: Stored) -> Sheet:
    claims = stored.file.claims if stored.file else ()
    was, now = proposals(root, article, stored)
    matters = []
    for number, claim in enumerate(claims):
        kind = _kind(claim, article, was)
        if kind is not None:
            changes = tuple(_changes(claim, was[claim.id], now.get(claim.id))) if kind is Kind.CHANGED else ()
            matters.append(Matter(claim, kind, _where(stored, number), changes))
    return Sheet(article.id, tuple(matters), sum(c.status is not Status.DRAFT for c in claims), len(claims))


def _where(stored: Stored, number: int) -> Where:
    return stored.document.where(["claims", number]) if stored.document else Where(stored.path)


def _kind(claim: Claim, article: Article, was: Mapping[str, Claim]) -> Kind | None:
    if claim.status is Status.REJECTED:
        return None
    if is_lost(claim, article.text):
        return Kind.SUSPECT
    if claim.id in was:
        return Kind.CHANGED
    return Kind.NEW if claim.status is Status.DRAFT else None


def _changes(claim: Claim, was: Claim, now: Claim | None) -> Iterator[str]:
    """What the rules find now where they had found something else and the person's word stands."""
    if now is None:
        yield "the rules no longer find it"
        return
    for name in (field.name for field in fields(Claim)):
        yours, before, after = (getattr(version, name) for version in (claim, was, now))
        if after not in (before, yours):
            yield f"{name}: {_shown(yours)} here; the rules now find {_shown(after)}"


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


def decide(root: Path, names: Sequence[str], status: Status, ruling: Ruling) -> list[Sheet]:
    """Record in the claim files what a person decided about some claims; the sheets of their articles afterwards.

    Raises BriefingError, before anything is written, when one of the ids is unknown, a claim file cannot be read, or a
    claim that is accepted has lost its words; and when somebody saved a file meanwhile.
    """
    if not names:
        return []
    with locked(root):
        held = _decide(root, names, status, ruling)
    return sheets(root, held)[0]


def _decide(root: Path, names: Sequence[str], status: Status, ruling: Ruling) -> dict[str, set[str]]:
    held = _held(root, names)
    articles, problems = load_corpus(root)
    texts = {article.id: article for article in articles}
    orphans = [name for name in held if name not in texts]
    if orphans:
        raise BriefingError(*problems, *(_no_article(name, texts) for name in orphans))
    changes = [_decided(root, texts[name], ids, status, ruling) for name, ids in held.items()]
    for stored, text in changes:
        write(root, stored.path, text, expected=stored.text)
    for name, ids in held.items():
        pending = read_pending(root, pending_path(name), name)
        remember(root, pending_path(name), emit_pending(pending.without(ids)))
    return held


def _held(root: Path, names: Sequence[str]) -> dict[str, set[str]]:
    """The ids that each article's claim file holds. Raises BriefingError for those that none holds."""
    files = sorted((root / FOLDER).glob("*.yaml"))
    ids = {path.stem: set(_ID.findall(path.read_text("utf-8", "replace"))) for path in files if path.is_file()}
    known = {name for found in ids.values() for name in found}
    unknown = [name for name in dict.fromkeys(names) if name not in known]
    if unknown:
        raise BriefingError(*(_unknown(name, ids) for name in unknown))
    return {article: found & set(names) for article, found in ids.items() if found & set(names)}


def _unknown(name: str, articles: Collection[str]) -> Problem:
    if name in articles:
        message = f"“{name}” is an article; to accept all its drafts, say --all-of {name}"
        return Problem(Where(claims_path(name)), message)
    return Problem(Where(FOLDER), f"there is no claim “{name}”; briefing review lists those that wait")


def _decided(root: Path, article: Article, ids: Collection[str], status: Status, ruling: Ruling) -> tuple[Stored, str]:
    """The claim file and its text with the decision."""
    stored = read_claims(root, article)
    said = stored.said
    if stored.file is None or said is None or stored.text is None or stored.document is None:
        raise BriefingError(*stored.problems)
    wrong = [
        _no_words(claim, _where(stored, number))
        for number, claim in enumerate(stored.file.claims)
        if claim.id in ids and status is Status.REVIEWED and is_lost(claim, article.text)
    ]
    if wrong:
        raise BriefingError(*wrong)
    decided = replace(
        said, claims=tuple(replace(c, status=status, review=ruling) if c.id in ids else c for c in said.claims)
    )
    text = edited(stored.text, stored.document.root, said, decided)
    if understood(stored.path, text, article.id).said != decided:
        raise BriefingError(unmergeable(stored.path))
    return stored, text


def _no_words(claim: Claim, where: Where) -> Problem:
    return Problem(where, f"{claim.id}: its words are not in the article; correct its passages first, or reject it")


def of_links(root: Path, names: Sequence[str]) -> list[str]:
    """Those of the names that are neither a claim's id nor an article's."""
    return [name for name in names if not name.startswith("c-") and not (root / claims_path(name)).is_file()]
