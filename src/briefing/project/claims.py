"""The claim file of each article: as it stands, or after the rules' findings met it. What is sound is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from os.path import realpath
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from briefing.cache.digest import digest, hash_of, hash_of_file, program
from briefing.cache.results import Results
from briefing.disk.journal import finish
from briefing.disk.lock import locked as alone
from briefing.disk.write import changed_meanwhile
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import ClaimFile
from briefing.model.dossier import NOTHING, Noted
from briefing.problems import BriefingError, Problem, Severity, Where, errors
from briefing.project.readings import Many, Read, readings
from briefing.project.sources import Sources, generator, is_overtaken, no_pack
from briefing.store import links
from briefing.store.base import base_path, read_bases
from briefing.store.files import FOLDER, claims_path, read_claims
from briefing.store.pending import pending_path
from briefing.store.reconcile import Outcome, as_written, reconcile, save
from briefing.store.verify import mistakes, verified

_VERIFIED, _SETTLED = "verified", "settled"

Texts: TypeAlias = tuple[str | None, ...]
"""The hashes of the claim file and of what is remembered beside it (None: no file); of a link, where it leads."""
LINK = "-> "


class Claimed(Struct, frozen=True):
    """The claims of one article. `texts` holds what stands in its files, where that is sure."""

    file: ClaimFile | None = None
    problems: tuple[Problem, ...] = ()
    changed: str | None = None
    """The path of the claim file, where it changed or would."""
    noted: Noted = NOTHING
    texts: Texts | None = None
    is_overtaken: bool = False
    """Whether the article or the list of entities changed while they were read, so that nothing was written."""


def standing(root: Path, sources: Sources, kept: Results) -> Iterable[Claimed]:
    """The claim files as they are."""
    for article in sources.articles:
        key = _verified_key(article, _texts(root, article))
        file = kept.get(_VERIFIED, key, ClaimFile)
        yield Claimed(file) if file else _read(root, article, key, kept)


def _verified_key(article: Article, texts: Texts) -> str:
    return digest(program(), article, texts)


def _read(root: Path, article: Article, key: str, kept: Results) -> Claimed:
    stored = read_claims(root, article)
    if stored.file is None:
        return Claimed(None, mistakes(stored, article))
    file, wrong = verified(stored, article)
    problems = (*stored.problems, *wrong)
    if not problems and key == _verified_key(article, _texts(root, article)):  # nobody saved meanwhile
        kept.put(_VERIFIED, key, file)
    return Claimed(file, problems)


def met(root: Path, sources: Sources, kept: Results, many: Many, *, locked: bool) -> Iterable[Claimed]:
    """The claim files after the rules' findings met them; `locked` writes nothing.

    Where neither the article, its file nor the rules changed since this last changed nothing, there is nothing to do.
    """
    for article, reading, found in readings(sources, kept, many):
        of_article = digest(reading, article.path, article.body_line)
        texts = _texts(root, article)
        is_settled = kept.get(_SETTLED, digest(of_article, texts), bool)
        file = kept.get(_VERIFIED, _verified_key(article, texts), ClaimFile) if is_settled else None
        if file is not None:
            yield Claimed(file, noted=found.noted, texts=texts)
            continue
        claimed = _met(root, sources, article, found, locked=locked)
        if claimed.texts is not None and not claimed.problems and not locked:
            kept.put(_SETTLED, digest(of_article, claimed.texts), value=True)
            kept.put(_VERIFIED, _verified_key(article, claimed.texts), claimed.file)
        yield claimed


def _met(root: Path, sources: Sources, article: Article, found: Read, *, locked: bool) -> Claimed:
    pack = find_pack(article.meta.language)
    if pack is None:
        return Claimed(None, (no_pack(article),), noted=found.noted)
    if found.problems:
        return Claimed(None, found.problems)
    propose = partial(reconcile, root, article, found.claims, generator(pack))
    outcome = propose() if locked else _written(root, sources, article, propose)
    if outcome is None:
        return Claimed(problems=(changed_meanwhile(article.path),), is_overtaken=True)
    if outcome.file is None:
        return Claimed(None, outcome.problems, noted=found.noted)
    file, wrong = verified(outcome.stored, article)
    changed = outcome.stored.path if outcome.new_text is not None and not errors(outcome.problems) else None
    return Claimed(file, (*outcome.problems, *wrong), changed, found.noted, _texts_after(root, outcome))


def _written(root: Path, sources: Sources, article: Article, propose: Callable[[], Outcome]) -> Outcome | None:
    """Propose and write while nobody else writes; None where what the proposal was made of is no longer so."""
    with alone(root):
        finish(root)
        if is_overtaken(root, sources, article):
            return None
        outcome = propose()
        try:
            save(root, outcome)
        except BriefingError as wrong:
            return replace(outcome, problems=(*outcome.problems, *wrong.problems))
    return outcome


def _texts_after(root: Path, outcome: Outcome) -> Texts | None:
    """What stands in the files once the outcome is saved, where the rules would surely say the same again."""
    is_ours = outcome.is_untouched and not outcome.pending
    text = outcome.stored.text if outcome.new_text is None else outcome.new_text
    if text is None or not (outcome.new_text is None or is_ours):
        return None
    remembered = (hash_of(part.encode()) if part else None for part in (outcome.base, outcome.pending))
    return (hash_of(text.encode()), *remembered, _link(root / FOLDER))


def _texts(root: Path, article: Article) -> Texts:
    contents = (_link(root / path) or hash_of_file(root / path) for path in paths_of(article))
    return (*contents, _link(root / FOLDER))


def paths_of(article: Article) -> tuple[str, str, str]:
    """The claim file, what the rules proposed last, and what waits for a person."""
    return claims_path(article.id), base_path(article.id), pending_path(article.id)


def _link(path: Path) -> str | None:
    return f"{LINK}{realpath(path)}" if path.is_symlink() else None


def orphans(root: Path, articles: Iterable[Article]) -> list[Problem]:
    """Claim files whose article is gone: a warning where a person may have worked on them, else something to know."""
    known = {article.id for article in articles} | {path.stem for path in (root / "corpus").rglob("*.md")} | {"links"}
    return [
        Problem(
            Where(f"{FOLDER}/{path.name}"),
            f"there is no article corpus/{path.stem}.md; "
            f"add it, run briefing rename {path.stem} NEW, or delete this file",
            Severity.NOTE if as_written(root, path.stem, read_bases(root, path.stem)) else Severity.WARNING,
        )
        for path in sorted((root / FOLDER).glob("*.yaml"))
        if path.stem not in known and path.name != Path(links.FILE).name
    ]
