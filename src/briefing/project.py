"""A project on disk: read it all, extract what the articles say, relate it to one dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing import __version__
from briefing.corpus.entities import load_entities
from briefing.corpus.loader import load_corpus
from briefing.extract.pack import LanguagePack, Theme
from briefing.extract.pipeline import annotate, extract
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import ClaimFile
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.problems import BriefingError, Problem, Severity, Where, did_you_mean
from briefing.relate.dossier import relate
from briefing.store.files import FOLDER, SCHEMA, read_claims, schema, write
from briefing.store.reconcile import Outcome, reconcile, save
from briefing.store.verify import verified


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project's dossier, what is wrong with its files, and which claim files changed or would."""

    dossier: Dossier
    problems: tuple[Problem, ...] = ()
    changed: tuple[str, ...] = ()


def load(root: Path) -> Loaded:
    """The dossier as its files stand; nothing is extracted, nothing written."""
    articles, entities, problems = _sources(root)
    files = []
    for article in articles:
        stored = read_claims(root, article.id)
        problems += stored.problems
        if stored.file is not None:
            file, wrong = verified(stored.file, stored, article)
            files.append(file)
            problems += wrong
    return _loaded(articles, files, entities, problems + _orphans(root, articles))


def refresh(root: Path, *, locked: bool = False, on_article: Callable[[Article], None] | None = None) -> Loaded:
    """Extract every article, merge with what people decided and write the claim files; `locked` writes nothing.

    A project with an error in one file still extracts the others.
    """
    articles, entities, problems = _sources(root)
    files, changed = [], []
    for article in articles:
        outcome, found = _extract(root, article, entities)
        problems += found
        if on_article:
            on_article(article)
        if outcome is None or outcome.file is None:
            continue
        file, wrong = verified(outcome.file, outcome.stored, article)
        files.append(file)
        problems += wrong
        if outcome.new_text is not None:
            changed.append(outcome.stored.path)
        if not locked:
            problems += _saved(root, outcome)
    if articles and not locked:
        _publish_schema(root)
    return _loaded(articles, files, entities, problems + _orphans(root, articles), changed)


def outdated(loaded: Loaded) -> list[Problem]:
    """For CI: a problem for each claim file that an extraction would change."""
    message = "the rules find other claims than the file holds; run briefing extract and commit what it writes"
    return [Problem(Where(path), message) for path in loaded.changed]


def _sources(root: Path) -> tuple[tuple[Article, ...], tuple[Entity, ...], list[Problem]]:
    articles, problems = load_corpus(root)
    entities, found = load_entities(root)
    return articles, entities, problems + found


def _extract(root: Path, article: Article, entities: tuple[Entity, ...]) -> tuple[Outcome | None, list[Problem]]:
    pack = find_pack(article.meta.language)
    if pack is None:
        return None, [_no_pack(article)]
    outcome = reconcile(root, article, extract(article, pack, entities), generator(pack))
    return outcome, list(outcome.problems)


def read_article(root: Path, name: str) -> Reading:
    """All that the rules find in one article, named by its id or its path.

    Raises BriefingError when there is no such article or its language has no rules.
    """
    articles, entities, problems = _sources(root)
    wanted = Path(name).stem
    article = next((a for a in articles if a.id == wanted), None)
    if article is None:
        hint = did_you_mean(wanted, [a.id for a in articles])
        raise BriefingError(*problems, Problem(Where("corpus"), f"there is no article “{wanted}”{hint}"))
    pack = find_pack(article.meta.language)
    if pack is None:
        raise BriefingError(_no_pack(article))
    return annotate(article, pack, entities)


def _no_pack(article: Article) -> Problem:
    where = Where(article.path)
    return Problem(
        where, f"language: there are no rules for “{article.meta.language}”; install its pack or correct the key"
    )


def generator(pack: LanguagePack) -> str:
    """What a claim file names as the maker of its drafts."""
    return f"briefing {__version__}, {pack.code} {pack.version}"


def _saved(root: Path, outcome: Outcome) -> list[Problem]:
    try:
        save(root, outcome)
    except BriefingError as problem:
        return list(problem.problems)
    return []


def _publish_schema(root: Path) -> None:
    standing = (root / SCHEMA).read_text("utf-8") if (root / SCHEMA).is_file() else None
    write(root, SCHEMA, schema(), expected=standing)


def _orphans(root: Path, articles: Iterable[Article]) -> list[Problem]:
    """Claim files whose article is gone."""
    known = {article.id for article in articles} | {path.stem for path in (root / "corpus").rglob("*.md")} | {"links"}
    return [
        Problem(
            Where(f"{FOLDER}/{path.name}"),
            f"there is no article corpus/{path.stem}.md; add it, rename this file or remove it",
            Severity.WARNING,
        )
        for path in sorted((root / FOLDER).glob("*.yaml"))
        if path.stem not in known
    ]


def _loaded(
    articles: tuple[Article, ...],
    files: list[ClaimFile],
    entities: tuple[Entity, ...],
    problems: list[Problem],
    changed: Iterable[str] = (),
) -> Loaded:
    packs = {article.meta.language: find_pack(article.meta.language) for article in articles}
    known = [entity for pack in packs.values() if pack for entity in pack.gazetteer()]

    def read(language: str, passage: str) -> tuple[Theme, ...]:
        pack = packs[language]
        return pack.themes(passage) if pack else ()

    dossier = relate(articles, tuple(files), entities, known=known, read=read)
    return Loaded(dossier, tuple(sorted(set(problems))), tuple(changed))
