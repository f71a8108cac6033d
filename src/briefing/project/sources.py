"""The sources of a project: its articles, and the entities that it knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from briefing import __version__
from briefing.cache.digest import digest, hash_of_file, program
from briefing.cache.results import Results
from briefing.corpus.entities import FILE as ENTITIES
from briefing.corpus.entities import load_entities
from briefing.corpus.loader import load_article, load_corpus
from briefing.extract.pack import LanguagePack
from briefing.extract.pipeline import annotate
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.entity import Entity, Register
from briefing.problems import BriefingError, Problem, Where

_STAGE = "entities"


class Sources(Struct, frozen=True):
    """Articles in order of publication, what the project says of names, and what is wrong with their files."""

    articles: tuple[Article, ...]
    register: Register
    problems: tuple[Problem, ...]
    listed: str | None = None
    """The hash of the file of entities, from before it was read; None: no such file."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities that the project lists."""
        return self.register.entities


def read_sources(root: Path, kept: Results) -> Sources:
    """What stands in `corpus/`."""
    listed = hash_of_file(root / ENTITIES)
    articles, problems = load_corpus(root)
    register, found = _entities(root, listed, kept)
    return Sources(articles, register, (*problems, *found), listed)


def _entities(root: Path, listed: str | None, kept: Results) -> tuple[Register, list[Problem]]:
    """The list of entities is read again where its hash changed, or something is wrong with it."""
    key = digest(program(), listed)
    known = kept.get(_STAGE, key, Register) if listed else None
    if known is not None:
        return known, []
    register, problems = load_entities(root)
    if listed and not problems and hash_of_file(root / ENTITIES) == listed:  # nobody saved meanwhile
        kept.put(_STAGE, key, register)
    return register, problems


def is_overtaken(root: Path, sources: Sources, article: Article) -> bool:
    """Whether somebody changed an article or the list of entities since they were read."""
    return load_article(root / article.path, root)[0] != article or hash_of_file(root / ENTITIES) != sources.listed


def read_by_rules(root: Path, article: Article) -> Reading:
    """All that the rules find in an article. Raises BriefingError where its language has none."""
    pack = find_pack(article.meta.language)
    if pack is None:
        raise BriefingError(no_pack(article))
    register, _ = load_entities(root)
    return annotate(article, pack, register.entities, register.ignored)


def gazetteer(languages: Iterable[str]) -> Iterator[Entity]:
    """The entities that hold for these languages: countries, capitals."""
    for pack in filter(None, map(find_pack, dict.fromkeys(languages))):
        yield from pack.gazetteer()


def no_pack(article: Article) -> Problem:
    """The article's language has no rules."""
    where = Where(article.path)
    return Problem(
        where, f"language: there are no rules for “{article.meta.language}”; install its pack or correct the key"
    )


def generator(pack: LanguagePack) -> str:
    """What a claim file names as the maker of its drafts."""
    return f"briefing {__version__}, {pack.code} {pack.version}"


def main_language(articles: Iterable[Article]) -> str:
    """The language of most articles; French where there is none."""
    languages = Counter(article.meta.language for article in articles)
    return min(languages, key=lambda code: (-languages[code], code), default="fr")
