"""A project on disk: read it all, extract what the articles say, relate it to one dossier.

sources → readings → claims → dossier: each stage is a function of the one before, and what it made is kept under the
hash of what it was made of (`cache`), so that a run works out only what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.cache.digest import hash_of
from briefing.cache.results import Results, results
from briefing.corpus.entities import FILE as ENTITIES
from briefing.corpus.textfile import text_at
from briefing.disk.journal import settle
from briefing.disk.write import sweep, write
from briefing.editions.files import Published, read_editions
from briefing.model.dossier import Dossier
from briefing.problems import Problem, Where, errors
from briefing.project.claims import LINK, Claimed, met, orphans, paths_of, standing
from briefing.project.dossier import dossier
from briefing.project.mistakes import mistakes
from briefing.project.readings import Many
from briefing.project.renames import followed
from briefing.project.sources import Sources, read_sources
from briefing.project.workers import by_processes
from briefing.schemas import schema
from briefing.store import links
from briefing.store.files import SCHEMA

Tell: TypeAlias = Callable[[str, int, int], None]
"""Who is told how far a work has come: the name of its step, how much is done, and of how much."""
_TRIES = 5
"""How often all is read while somebody goes on changing it; what is left then is said."""
_WRITTEN = ("corpus", "claims", "claims/.base", "claims/links", "editions", "schemas")
"""The folders in which commands write."""


class Loaded(Struct, frozen=True):
    """A project's dossier, what is wrong with its files, which claim files changed or would, and what was published."""

    dossier: Dossier
    problems: tuple[Problem, ...] = ()
    changed: tuple[str, ...] = ()
    editions: tuple[Published, ...] = ()
    """The earliest first."""
    texts: Mapping[str, str | None] = field(default_factory=dict)
    """The hash of what stands in files that an extraction writes, by path, where that is sure; None: no such file."""


def nobody(_step: str, _done: int, _total: int) -> None:
    """Who hears and shows nothing."""


def load(root: Path, *, proposing: bool = False, tell: Tell = nobody) -> Loaded:
    """The dossier as its files stand; nothing is extracted, none of its files is written; `tell` as in `refresh`.

    `proposing`: with the links that wait for a person and that no page shows.
    """
    with results(root) as kept:
        sources = read_sources(root, kept)
        claimed = list(_told(standing(root, sources, kept), len(sources.articles), tell))
        return _loaded(root, sources, claimed, kept, proposing=proposing)


def refresh(root: Path, *, locked: bool = False, many: Many = by_processes, tell: Tell = nobody) -> Loaded:
    """Extract every article, merge with what people decided and write the claim files; `locked` writes nothing.

    `tell` hears of each article. What somebody changes while it is read is read again, so that nothing older is written
    over something newer. A project with an error in one article still extracts the others; with one in the list
    of entities it changes no claim file, for every claim would lose the names that stand there.
    """
    if not locked:
        sweep(root, _WRITTEN)
        settle(root)
    with results(root) as kept:
        changed: dict[str, None] = {}
        for _ in range(_TRIES):
            sources, claimed = _extracted(root, kept, many, tell, locked=locked)
            changed |= dict.fromkeys(each.changed for each in claimed if each.changed is not None)
            if not any(each.is_overtaken for each in claimed):
                break
        schemas = _publish_schemas(root) if sources.articles and not locked else {}
        loaded = _loaded(root, sources, claimed, kept)
        return replace(loaded, changed=tuple(changed), texts=schemas | _texts(sources, claimed))


def outdated(loaded: Loaded) -> list[Problem]:
    """For CI: a problem for each claim file that an extraction would change."""
    message = "the rules find other claims than the file holds; run briefing extract and commit what it writes"
    return [Problem(Where(path), message) for path in loaded.changed]


def _extracted(root: Path, kept: Results, many: Many, tell: Tell, *, locked: bool) -> tuple[Sources, list[Claimed]]:
    """What stands in the corpus, and the claim files after the rules' findings met them."""
    sources = read_sources(root, kept)
    if not locked:
        sources = replace(sources, problems=(*sources.problems, *followed(root, sources.articles)))
    is_sure = not any(problem.where.path == ENTITIES for problem in errors(sources.problems))
    found = met(root, sources, kept, many, locked=locked) if is_sure else standing(root, sources, kept)
    return sources, list(_told(found, len(sources.articles), tell))


def _told(claimed: Iterable[Claimed], total: int, tell: Tell) -> Iterator[Claimed]:
    for done, found in enumerate(claimed, 1):
        tell("Reading", done, total)
        yield found


def _loaded(
    root: Path, sources: Sources, claimed: Sequence[Claimed], kept: Results, *, proposing: bool = False
) -> Loaded:
    found, problems = dossier(root, sources, claimed, kept, proposing=proposing)
    editions, wrong = read_editions(root)
    changed = tuple(each.changed for each in claimed if each.changed is not None)
    wrong += [*orphans(root, sources.articles), *_no_folders(root), *mistakes(root, sources, found)]
    return Loaded(found, tuple(sorted({*problems, *wrong})), changed, editions)


def _no_folders(root: Path) -> Iterator[Problem]:
    """Files where commands look for a folder: all that should stand in it would be as if it were not there."""
    for name in _WRITTEN:
        if (root / name).exists() and not (root / name).is_dir():
            yield Problem(Where(name), "a file stands where a folder belongs; remove it or give it another name")


def _texts(sources: Sources, claimed: Iterable[Claimed]) -> dict[str, str | None]:
    return {
        path: text
        for article, found in zip(sources.articles, claimed, strict=True)
        for path, text in zip(paths_of(article), found.texts or (), strict=False)
        if not (text or "").startswith(LINK)
    }


def _publish_schemas(root: Path) -> dict[str, str | None]:
    """Write the schemas of the files that people edit; the hashes of their texts by path."""
    texts = {SCHEMA: schema("claims"), links.SCHEMA: schema("links")}
    for path, text in texts.items():
        write(root, path, text, expected=text_at(root / path))
    return {path: hash_of(text.encode()) for path, text in texts.items()}
