"""What the rules find in each article: read once for a text and its metadata, the entities and the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from briefing.cache.digest import digest, program
from briefing.cache.results import Results
from briefing.extract.assemble import assemble
from briefing.extract.cores import cores
from briefing.extract.pipeline import annotate
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.dossier import NOTHING, Aside, Noted
from briefing.model.entity import Register
from briefing.problems import BriefingError, Problem
from briefing.project.sources import Sources

_STAGE = "reading"


class Read(Struct, frozen=True):
    """The draft claims of an article, what the rules noted beside them, and what stopped the rules if they did."""

    claims: tuple[Claim, ...] = ()
    noted: Noted = NOTHING
    problems: tuple[Problem, ...] = ()


class Task(Struct, frozen=True):
    """An article to read, and what its project says of names."""

    article: Article
    register: Register


Many: TypeAlias = "Callable[[Sequence[Task]], Iterable[Read]]"
"""How many articles are read: one after the other, by processes, or on a cluster; in the order of the tasks."""


def read(task: Task) -> Read:
    """What the rules of its language find in an article; nothing where it has none."""
    pack = find_pack(task.article.meta.language)
    if pack is None:
        return Read()
    try:
        reading = annotate(task.article, pack, task.register.entities, task.register.ignored)
    except BriefingError as stopped:
        return Read(problems=stopped.problems)
    return Read(assemble(reading), _noted(reading))


def _noted(reading: Reading) -> Noted:
    left = (s for s in reading.statements if not s.is_claim)
    return Noted(
        blocks=reading.blocks,
        sentences=tuple(sentence.span for sentence in reading.sentences),
        asides=tuple(Aside(s.span, s.modality, s.because.rule.rpartition(".")[2]) for s in left),
        dated=reading.dated,
        cores=tuple(cores((*reading.parsed.outer, *reading.parsed.inner))),
    )


def one_by_one(tasks: Sequence[Task]) -> Iterator[Read]:
    """In this process."""
    return map(read, tasks)


def readings(sources: Sources, kept: Results, many: Many = one_by_one) -> Iterator[tuple[Article, str, Read]]:
    """Each article with the key and the value of its reading; what was not kept is read as it is asked for."""
    register = digest(sources.register)
    found = [(article, _key(article, register)) for article in sources.articles]
    known = {key: value for _, key in found if (value := kept.get(_STAGE, key, Read)) is not None}
    new = iter(many([Task(article, sources.register) for article, key in found if key not in known]))
    for article, key in found:
        if key in known:
            yield article, key, known.pop(key)
        else:
            value = next(new)
            if not value.problems:
                kept.put(_STAGE, key, value)
            yield article, key, value


def _key(article: Article, register: str) -> str:
    """Of all that rules read; where the file lies and on which line its text begins, they do not."""
    return digest(program(), replace(article, path="", body_line=1), register)
