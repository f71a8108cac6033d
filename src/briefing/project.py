"""A project on disk: read it all, extract what the articles say, relate it to one dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from briefing import __version__
from briefing.corpus.entities import load_entities
from briefing.corpus.loader import load_corpus
from briefing.disk.write import sweep, write
from briefing.editions.files import Published, read_editions
from briefing.extract.assemble import assemble
from briefing.extract.pack import LanguagePack, Theme
from briefing.extract.pipeline import annotate
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Modality
from briefing.model.dossier import Aside, Dossier
from briefing.model.entity import Entity
from briefing.problems import BriefingError, Problem, Severity, Where, did_you_mean
from briefing.relate.dossier import relate
from briefing.store import links
from briefing.store.files import FOLDER, SCHEMA, claims_path, read_claims, schema, withheld
from briefing.store.reconcile import Outcome, extracted, reconcile
from briefing.store.verify import verified

Merge = Callable[[Path, Article, tuple[Claim, ...], str], Outcome]
"""Drafts meet a claim file: `reconcile`, or `extracted`, which also writes it."""
_WRITTEN = ("corpus", "claims", "claims/.base", "claims/links", "editions", "schemas")
"""The folders in which commands write."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project's dossier, what is wrong with its files, which claim files changed or would, and what was published."""

    dossier: Dossier
    problems: tuple[Problem, ...] = ()
    changed: tuple[str, ...] = ()
    editions: tuple[Published, ...] = ()
    """The earliest first."""


def load(root: Path) -> Loaded:
    """The dossier as its files stand; nothing is extracted, nothing written."""
    articles, entities, problems = _sources(root)
    files = []
    for article in articles:
        stored = read_claims(root, article.id, article.text)
        problems += stored.problems
        if stored.file is not None:
            file, wrong = verified(stored.file, stored, article)
            files.append(file)
            problems += wrong
    return _with_editions(root, _loaded(root, articles, files, entities, problems + _orphans(root, articles)))


def refresh(root: Path, *, locked: bool = False, on_article: Callable[[Article], None] | None = None) -> Loaded:
    """Extract every article, merge with what people decided and write the claim files; `locked` writes nothing.

    A project with an error in one file still extracts the others.
    """
    if not locked:
        sweep(root, _WRITTEN)
    articles, entities, problems = _sources(root)
    files, changed, asides = [], [], {}
    for article in articles:
        outcome, found = _extract(root, article, entities, reconcile if locked else extracted)
        problems += found
        asides[article.id] = _asides(article, entities)
        if on_article:
            on_article(article)
        if outcome is None or outcome.file is None:
            continue
        file, wrong = verified(outcome.file, outcome.stored, article)
        files.append(file)
        problems += wrong
        if outcome.new_text is not None:
            changed.append(outcome.stored.path)
    if articles and not locked:
        _publish_schemas(root)
    loaded = _loaded(root, articles, files, entities, problems + _orphans(root, articles), changed=changed)
    return _with_editions(root, replace(loaded, dossier=replace(loaded.dossier, asides=asides)))


def outdated(loaded: Loaded) -> list[Problem]:
    """For CI: a problem for each claim file that an extraction would change."""
    message = "the rules find other claims than the file holds; run briefing extract and commit what it writes"
    return [Problem(Where(path), message) for path in loaded.changed]


def _sources(root: Path) -> tuple[tuple[Article, ...], tuple[Entity, ...], list[Problem]]:
    articles, problems = load_corpus(root)
    entities, found = load_entities(root)
    return articles, entities, problems + found


def _extract(
    root: Path, article: Article, entities: tuple[Entity, ...], merged: Merge
) -> tuple[Outcome | None, list[Problem]]:
    pack = find_pack(article.meta.language)
    if pack is None:
        return None, [no_pack(article)]
    outcome = merged(root, article, _drafts(article, pack, entities), generator(pack))
    return outcome, list(outcome.problems)


def _drafts(article: Article, pack: LanguagePack, entities: tuple[Entity, ...]) -> tuple[Claim, ...]:
    return _read(article, pack, entities)[0]


def _asides(article: Article, entities: tuple[Entity, ...]) -> tuple[Aside, ...]:
    pack = find_pack(article.meta.language)
    return _read(article, pack, entities)[1] if pack else ()


@lru_cache(maxsize=2000)
def _read(
    article: Article, pack: LanguagePack, entities: tuple[Entity, ...]
) -> tuple[tuple[Claim, ...], tuple[Aside, ...]]:
    """What the rules find, and the opinions they leave out; a preview does not read the same article twice."""
    reading = annotate(article, pack, entities)
    opinions = (s for s in reading.statements if s.modality is Modality.OPINION and not s.checkable)
    return assemble(reading), tuple(Aside(s.span, s.modality) for s in opinions)


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
        raise BriefingError(no_pack(article))
    return annotate(article, pack, entities)


def no_pack(article: Article) -> Problem:
    """The article's language has no rules."""
    where = Where(article.path)
    return Problem(
        where, f"language: there are no rules for “{article.meta.language}”; install its pack or correct the key"
    )


def generator(pack: LanguagePack) -> str:
    """What a claim file names as the maker of its drafts."""
    return f"briefing {__version__}, {pack.code} {pack.version}"


def _publish_schemas(root: Path) -> None:
    for path, text in ((SCHEMA, schema()), (links.SCHEMA, links.schema())):
        standing = (root / path).read_text("utf-8") if (root / path).is_file() else None
        write(root, path, text, expected=standing)


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
        if path.stem not in known and path.name != Path(links.FILE).name
    ]


def _loaded(
    root: Path,
    articles: tuple[Article, ...],
    files: list[ClaimFile],
    entities: tuple[Entity, ...],
    problems: list[Problem],
    *,
    changed: Iterable[str] = (),
) -> Loaded:
    packs = {article.meta.language: find_pack(article.meta.language) for article in articles}
    known = [entity for pack in packs.values() if pack for entity in pack.gazetteer()]

    def read(language: str, passage: str) -> tuple[Theme, ...]:
        pack = packs.get(language)
        return pack.themes(passage) if pack else ()

    main = packs[_main_language(articles)] if articles else None
    reasons = main.reasons() if main else {}
    decided = links.load_links(root, {claim.id: file.article for file in files for claim in file.claims})
    dossier = relate(articles, tuple(files), entities, known=known, read=read, reasons=reasons, links=decided.links)
    dossier = replace(dossier, withheld=_withheld(root, articles, files, problems))
    return Loaded(dossier, tuple(sorted({*problems, *decided.problems})), tuple(changed))


def _withheld(
    root: Path, articles: Iterable[Article], files: Iterable[ClaimFile], problems: Iterable[Problem]
) -> dict[str, str]:
    """Why claims that some file names are in no dossier: who cites them is not to look for a misspelt id."""
    shown = {claim.id for file in files for claim in file.claims}
    faulty = {problem.where.path for problem in problems}
    read = {article.id for article in articles}
    found = {}
    sound = {file.article for file in files} - {Path(path).stem for path in faulty if path.startswith(f"{FOLDER}/")}
    for claim, article, is_rejected in withheld(root, sound):
        if is_rejected:
            why = "which a person rejected; cite another claim, or remove the citation"
        elif article in read:
            why = f"which is not published for what is wrong in {claims_path(article)}; mend that first"
        else:
            why = f"whose article “{article}” is gone or cannot be read; {claims_path(article)} still names the claim"
        if claim not in shown:
            found[claim] = why
    return found


def _with_editions(root: Path, loaded: Loaded) -> Loaded:
    editions, problems = read_editions(root)
    return replace(loaded, editions=editions, problems=tuple(sorted({*loaded.problems, *problems})))


def _main_language(articles: Iterable[Article]) -> str:
    """The language of most articles."""
    languages = Counter(article.meta.language for article in articles)
    return min(languages, key=lambda code: (-languages[code], code))
