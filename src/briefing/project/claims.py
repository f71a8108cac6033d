"""The claim file of each article: as it stands, or after the rules' findings met it. What is sound is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from briefing.kept.digest import digest, program
from briefing.kept.results import Results
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import ClaimFile
from briefing.model.dossier import Aside
from briefing.problems import Problem, Severity, Where
from briefing.project.readings import Many, Read, readings
from briefing.project.sources import Sources, generator, no_pack
from briefing.store import links
from briefing.store.files import FOLDER, base_path, claims_path, pending_path, read_claims
from briefing.store.reconcile import Outcome, extracted, reconcile
from briefing.store.verify import verified

_VERIFIED, _SETTLED = "verified", "settled"

Texts: TypeAlias = tuple[bytes | str | None, ...]
"""What stands in the claim file and what is remembered beside it; of a link, where it leads."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """The claims of one article."""

    file: ClaimFile | None = None
    problems: tuple[Problem, ...] = ()
    changed: str | None = None
    """The path of the claim file, where it changed or would."""
    asides: tuple[Aside, ...] = ()


def standing(root: Path, sources: Sources, kept: Results) -> Iterable[Claimed]:
    """The claim files as they are."""
    for article in sources.articles:
        key = _verified_key(root, article)
        file = kept.get(_VERIFIED, key, ClaimFile)
        yield Claimed(file) if file else _read(root, article, key, kept)


def _verified_key(root: Path, article: Article) -> str:
    return digest(program(), article, _texts(root, article))


def _read(root: Path, article: Article, key: str, kept: Results) -> Claimed:
    stored = read_claims(root, article.id, article.text)
    if stored.file is None:
        return Claimed(None, stored.problems)
    file, wrong = verified(stored.file, stored, article)
    problems = (*stored.problems, *wrong)
    if not problems and key == _verified_key(root, article):  # nobody saved meanwhile
        kept.put(_VERIFIED, key, file)
    return Claimed(file, problems)


def met(root: Path, sources: Sources, kept: Results, many: Many, *, locked: bool) -> Iterable[Claimed]:
    """The claim files after the rules' findings met them; `locked` writes nothing.

    Where neither the article, its file nor the rules changed since this last changed nothing, there is nothing to do.
    """
    for article, reading, found in readings(sources, kept, many):
        of_article = digest(reading, article.path, article.body_line)
        key = digest(of_article, _texts(root, article))
        file = kept.get(_SETTLED, key, ClaimFile)
        if file is not None:
            yield Claimed(file, asides=found.asides)
            continue
        claimed, settled = _met(root, article, found, locked=locked)
        if settled is not None:
            kept.put(_SETTLED, digest(of_article, settled), claimed.file)
        yield claimed


def _met(root: Path, article: Article, found: Read, *, locked: bool) -> tuple[Claimed, Texts | None]:
    """The claims, and with which files around them the next run would change nothing; None where that is not sure."""
    pack = find_pack(article.meta.language)
    if pack is None:
        return Claimed(None, (no_pack(article),), asides=found.asides), None
    outcome = (reconcile if locked else extracted)(root, article, found.claims, generator(pack))
    if outcome.file is None:
        return Claimed(None, outcome.problems, asides=found.asides), None
    file, wrong = verified(outcome.file, outcome.stored, article)
    problems = (*outcome.problems, *wrong)
    changed = outcome.stored.path if outcome.new_text is not None else None
    claimed = Claimed(file, problems, changed, found.asides)
    return claimed, None if problems or locked else _texts_after(root, outcome)


def _texts_after(root: Path, outcome: Outcome) -> Texts | None:
    """What stands in the files once the outcome is saved, where the rules themselves would say the same again."""
    is_ours = outcome.new_text == outcome.base and not outcome.pending
    text = outcome.stored.text if outcome.new_text is None else outcome.new_text
    if text is None or not (outcome.new_text is None or is_ours):
        return None
    remembered = (part.encode() or None for part in (outcome.base, outcome.pending))
    return (text.encode(), *remembered, _link(root / FOLDER))


def _texts(root: Path, article: Article) -> Texts:
    paths = (claims_path(article.id), base_path(article.id), pending_path(article.id))
    return (*(_content(root / path) for path in paths), _link(root / FOLDER))


def _content(path: Path) -> bytes | str | None:
    try:
        return _link(path) or path.read_bytes()
    except OSError:
        return None


def _link(path: Path) -> str | None:
    return str(path.resolve()) if path.is_symlink() else None


def orphans(root: Path, articles: Iterable[Article]) -> list[Problem]:
    """Claim files whose article is gone."""
    known = {article.id for article in articles} | {path.stem for path in (root / "corpus").rglob("*.md")} | {"links"}
    return [
        Problem(
            Where(f"{FOLDER}/{path.name}"),
            f"there is no article corpus/{path.stem}.md; add it, rename this file or remove it",
            Severity.WARNING,
        )
        for path in sorted((root / FOLDER).glob("*.yaml"))
        if path.stem not in known and path.name != Path(links.FILE).name
    ]
