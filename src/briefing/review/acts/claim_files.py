"""The claim files that acts change: found by their claims, edited in place, read back before they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.corpus.loader import find_article, no_article
from briefing.corpus.textfile import text_at
from briefing.disk.hunk import Change
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile
from briefing.model.entity import wrong_id
from briefing.problems import BriefingError, Problem, Where
from briefing.store.files import FOLDER, Stored, claims_path, read_claims, understood
from briefing.store.pending import emit_pending, pending_path, read_pending
from briefing.store.reconcile import unmergeable
from briefing.store.text.edit import edited
from briefing.yamlfile import Document

_ID = re.compile(r"^\W*id:\s*[\"']?([^\s\"',}]+)", re.MULTILINE)


class Filed(Struct, frozen=True):
    """An article with its claim file, which can be read."""

    article: Article
    stored: Stored
    text: str
    document: Document
    said: ClaimFile
    """What the file says."""
    claims: tuple[Claim, ...]
    """The same with each passage at its place in the article."""

    def where(self, claim: str) -> Where:
        """The line on which a claim stands."""
        return self.stored.where_of(claim)


def ids(root: Path) -> dict[str, set[str]]:
    """The ids that each article's claim file names, however little else of it can be read."""
    files = sorted((root / FOLDER).glob("*.yaml"))
    return {path.stem: _ids_in(path) for path in files}


def _ids_in(path: Path) -> set[str]:
    return set(_ID.findall(text_at(path) or ""))


def holding(root: Path, claims: Collection[str], hint: str = "") -> dict[str, set[str]]:
    """Which of the claims each article's file holds; `hint`: the article that should hold them all.

    An article that is gone gives no hint: it may have been renamed since. Raises BriefingError for claims that none
    holds, or that stand elsewhere than in an article that is there.
    """
    if wrong_id(hint) and hint:
        raise BriefingError(no_article(hint, ()))
    if hint and (root / claims_path(hint)).is_file():
        held = _ids_in(root / claims_path(hint)) & set(claims)
        if held == set(claims):
            return {hint: held}
        where, away = Where(claims_path(hint)), sorted(set(claims) - held)
        raise BriefingError(*(Problem(where, f"{claim} is no claim of this article; look again") for claim in away))
    known = {article: held & set(claims) for article, held in ids(root).items()}
    unknown = [name for name in dict.fromkeys(claims) if not any(name in held for held in known.values())]
    if unknown:
        raise BriefingError(*(Problem(Where(FOLDER), f"there is no claim “{name}”") for name in unknown))
    return {article: held for article, held in known.items() if held}


def filed(root: Path, name: str) -> Filed:
    """An article and its claim file. Raises BriefingError when one of them is missing or cannot be read."""
    article = find_article(root, name)
    stored = read_claims(root, article)
    if stored.file is None or stored.said is None or stored.text is None or stored.document is None:
        missing = Problem(Where(stored.path), "the article has no claim file yet; run briefing extract")
        raise BriefingError(*(stored.problems or (missing,)))
    return Filed(article, stored, stored.text, stored.document, stored.said, stored.file.claims)


def replaced(held: Filed, change: Callable[[Claim], Claim | None]) -> tuple[Claim, ...]:
    """The claims as the file says them, each changed or (None) taken out."""
    return tuple(now for claim in held.said.claims if (now := change(claim)) is not None)


def rewritten(held: Filed, claims: Sequence[Claim]) -> Change:
    """The claim file with these claims, only their lines touched. Raises BriefingError where its layout forbids."""
    wanted = replace(held.said, claims=tuple(claims))
    text = edited(held.text, held.document.root, held.said, wanted)
    read = understood(held.stored.path, text, held.article.id)
    if read.said != wanted:
        raise BriefingError(*(read.problems or (unmergeable(held.stored.path),)))
    return Change(held.stored.path, held.text, text)


def settled(root: Path, article: str, claims: Collection[str]) -> Iterator[Change]:
    """What waited of these claims waits no longer."""
    path = pending_path(article)
    before = text_at(root / path)
    if before is not None:
        yield Change(path, before, emit_pending(read_pending(root, article).without(claims)) or None)
