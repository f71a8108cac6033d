"""Articles and claim files become the dossier: related once for the same claims, links and rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from briefing.cache.digest import digest, program
from briefing.cache.results import Results
from briefing.cache.site import contents
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.dossier import Dossier, Withheld
from briefing.model.link import Link
from briefing.problems import Problem, errors
from briefing.project.claims import Claimed
from briefing.project.sources import Sources, gazetteer, main_language
from briefing.store import links
from briefing.store.files import FOLDER, claims_path, withheld

_STAGE, _DECIDED = "related", "decided"


def dossier(
    root: Path, sources: Sources, claimed: Sequence[Claimed], kept: Results, *, proposing: bool
) -> tuple[Dossier, list[Problem]]:
    """The dossier of a project, with proposals of links if `proposing`; and what is wrong with its files so far."""
    files = tuple(found.file for found in claimed if found.file is not None)
    problems = [*sources.problems, *(p for found in claimed for p in found.problems)]
    named = _withheld(root, sources.articles, files, problems)
    decided = _decided(root, {claim.id: file.article for file in files for claim in file.claims}, named, kept)
    compared = tuple(map(_compared, files))
    key = digest(program(), sources.articles, sources.entities, compared, decided.links, proposing)
    related = kept.get(_STAGE, key, Dossier)
    if related is None:
        related = _related(sources, compared, decided.links, kept, proposing=proposing)
        kept.put(_STAGE, key, replace(related, articles=(), files=()))
    noted = {article.id: found.noted for article, found in zip(sources.articles, claimed, strict=True)}
    problems += decided.problems
    return replace(related, articles=sources.articles, files=files, withheld=named, noted=noted), problems


def _compared(file: ClaimFile) -> ClaimFile:
    """All of the claims that relating may read: what a person thinks of one changes no link, unless it is rejected."""
    return ClaimFile(article=file.article, claims=tuple(map(_said, file.claims)))


def _said(claim: Claim) -> Claim:
    status = Status.REJECTED if claim.status is Status.REJECTED else Status.DRAFT
    return replace(claim, status=status, review=None, credibility=None, likelihood=None, confidence=None, note=None)


def _decided(root: Path, article_of: dict[str, str], named: dict[str, Withheld], kept: Results) -> links.Links:
    """The links that people decided: their files are read again where one changed, or a claim that they may name."""
    written = contents(root, [links.FILE, links.FOLDER])
    key = digest(program(), written, article_of, named)
    known = kept.get(_DECIDED, key, links.Links) if written is not None else None
    if known is not None:
        return known
    found = links.load_links(root, article_of, named)
    if not found.problems and written is not None and written == contents(root, [links.FILE, links.FOLDER]):
        kept.put(_DECIDED, key, found)
    return found


def _related(
    sources: Sources, files: tuple[ClaimFile, ...], decided: Sequence[Link], kept: Results, *, proposing: bool
) -> Dossier:
    from briefing.relate.dossier import Tongue, relate  # most runs have kept what it makes

    articles = sources.articles
    packs = {article.meta.language: find_pack(article.meta.language) for article in articles}
    main = packs[main_language(articles)] if articles else None
    wordings = {language: pack.wording() for language, pack in packs.items() if pack}
    media = frozenset(chain.from_iterable(pack.media() for pack in packs.values() if pack))
    tongue = Tongue(tuple(gazetteer(packs)), wordings, media=media)
    if main:
        tongue = replace(tongue, reasons=main.reasons(), belonging=main.belonging(), ask=main.ask)
    return relate(articles, files, sources.entities, tongue, decided, kept=kept, proposing=proposing)


def _withheld(
    root: Path, articles: Iterable[Article], files: Sequence[ClaimFile], problems: Sequence[Problem]
) -> dict[str, Withheld]:
    """Why claims that some file names are in no dossier: who cites them is not to look for a misspelt id."""
    shown = {claim.id for file in files for claim in file.claims}
    faulty = {Path(problem.where.path).stem for problem in problems if problem.where.path.startswith(f"{FOLDER}/")}
    told = {Path(problem.where.path).stem for problem in errors(problems)}  # of the article or of its claim file
    read = {article.id for article in articles}
    found = {}
    for claim, article, is_rejected in withheld(root, {file.article for file in files} - faulty):
        path = claims_path(article)
        if is_rejected:
            why = "which a person rejected; cite another claim, or remove the citation"
        elif article in read:
            why = f"which is not published for what is wrong in {path}; mend that first"
        else:
            why = f"whose article “{article}” is gone; {path} still names the claim"
        if claim not in shown:
            found[claim] = Withheld(why, is_told=article in told and not is_rejected)
    return found
