"""What is wrong with claim files beside the articles and entities they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from briefing.cache.digest import digest, hash_of_file, program
from briefing.cache.results import Results
from briefing.corpus.entities import FILE as ENTITIES
from briefing.corpus.entities import load_entities
from briefing.corpus.textfile import CONFLICT, legible
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.dossier import Dossier
from briefing.model.span import Span
from briefing.problems import Problem, Severity, Where, did_you_mean
from briefing.project.mistakes import in_part
from briefing.project.sources import gazetteer
from briefing.store.base import FOLDER as BASE
from briefing.store.base import base_paths, read_bases
from briefing.store.files import FOLDER, Stored, claims_path, read_file
from briefing.store.links import FOLDER as LINKS

_PROPOSED = "proposed"
Keys = tuple[str | int, ...]
Read = Callable[[str], Stored]


def problems_of_claims(root: Path, dossier: Dossier, kept: Results) -> Iterator[Problem]:
    """Claims that are missing, stale or there twice, and names of entities that nobody knows."""
    stored = cache(lambda article: read_file(root, article))  # read again, but only for the line of a problem
    yield from _missing(root, dossier)
    yield from _unread(root)
    yield from _unmended(root)
    texts = {article.id: article.text_sha256 for article in dossier.articles}
    files = (*dossier.files, *in_part(root, dossier))
    for file in files:
        yield from _stale(texts, file, stored)
        yield from _repeated(file, stored)
    yield from _unknown(root, dossier, files, stored, kept)


def _missing(root: Path, dossier: Dossier) -> Iterator[Problem]:
    for article in dossier.articles:
        if not (root / claims_path(article.id)).exists():
            message = "no claims have been extracted from it yet; run briefing extract"
            yield Problem(Where(article.path), message, Severity.WARNING)


def _unread(root: Path) -> Iterator[Problem]:
    """Files in claims/ that nobody reads, for their ending."""
    for folder in (FOLDER, LINKS):
        for path in sorted((root / folder).glob("*.yml")):
            message = f"this file is not read; rename it to {path.stem}.yaml"
            yield Problem(Where(f"{folder}/{path.name}"), message, Severity.WARNING)


def _unmended(root: Path) -> Iterator[Problem]:
    """What git could not join of the program's own notes, which the next extraction mends."""
    for path in sorted((root / BASE).glob("*.yaml")):
        name = f"{BASE}/{path.name}"
        mark = CONFLICT.search(text := legible(path, name))
        if mark:
            message = "git left a conflict here; run briefing extract, which mends it"
            yield Problem(Where.at(name, text, mark.start()), message, Severity.WARNING)


def _stale(texts: Mapping[str, str], file: ClaimFile, stored: Read) -> Iterator[Problem]:
    """A file made of another text than the article's (`texts`: their hashes); one written by hand names no text."""
    if file.text_sha256 and file.text_sha256 != texts.get(file.article):
        message = "the article's text changed after its claims were extracted; run briefing extract"
        yield Problem(stored(file.article).where("text_sha256"), message, Severity.WARNING)


def _repeated(file: ClaimFile, stored: Read) -> Iterator[Problem]:
    """A draft beside another claim of the very same words: both would be published."""
    first: dict[Span, Claim] = {}
    for claim in (claim for claim in file.claims if claim.status is not Status.REJECTED):
        other = first.setdefault(claim.evidence.span, claim)
        if other is not claim and Status.DRAFT in {other.status, claim.status}:
            message = f"{claim.id} repeats the passage of {other.id}; run briefing extract; if both stay, reject one"
            yield Problem(stored(file.article).where_of(claim.id), message, Severity.WARNING)


def _unknown(
    root: Path, dossier: Dossier, files: Iterable[ClaimFile], stored: Read, kept: Results
) -> Iterator[Problem]:
    """Entities that a person named and that neither the project, its languages nor the rules know."""
    entities = load_entities(root)[0].entities  # the dossier adds every other one that a claim names
    languages = (article.meta.language for article in dossier.articles)
    listed = {entity.id for entity in (*entities, *gazetteer(languages))}
    for file in files:
        named = [(claim, keys, name) for claim in file.claims for keys, name in _names(claim) if name not in listed]
        proposed = _proposed(root, file.article, kept) if named else frozenset()
        for claim, keys, name in named:
            if name not in proposed:
                ours = proposed | {entity.id for entity in entities}
                hint = did_you_mean(name, ours) or did_you_mean(name, listed) or f"; add it to {ENTITIES} or correct it"
                message = f"{claim.id}: nobody knows the entity “{name}”{hint}"
                yield Problem(stored(file.article).where_of(claim.id, *keys), message, Severity.WARNING)


def _proposed(root: Path, article: str, kept: Results) -> frozenset[str]:
    """The entities that the rules themselves named, by the words of the article; read again where its base changed."""
    key = digest(program(), [hash_of_file(root / path) for path in base_paths(article)])
    known = kept.get(_PROPOSED, key, frozenset[str])
    if known is None:
        bases = read_bases(root, article)
        known = frozenset(name for base in bases for claim in base.claims for _, name in _names(claim))
        kept.put(_PROPOSED, key, known)
    return known


def _names(claim: Claim) -> Iterator[tuple[Keys, str]]:
    """Every id of an entity in a claim, and where it stands there."""
    found: list[tuple[Keys, str | None]] = [
        *((("attribution", n, "entity"), row.entity) for n, row in enumerate(claim.attribution)),
        *((("attribution", n, "entities"), name) for n, row in enumerate(claim.attribution) for name in row.entities),
        *((("quotes", n, "entity"), row.entity) for n, row in enumerate(claim.quotes)),
        *((("quotes", n, "entities"), name) for n, row in enumerate(claim.quotes) for name in row.entities),
        *((("entities", n, "entity"), row.entity) for n, row in enumerate(claim.entities)),
        *((("entities", n, "stands_for"), row.stands_for) for n, row in enumerate(claim.entities)),
    ]
    yield from ((keys, name) for keys, name in found if name)
