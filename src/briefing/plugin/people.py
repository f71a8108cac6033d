"""The files that people wrote for the site, read as `briefing check` reads them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from msgspec import Struct

from briefing.check.pages import TAKEN, problems_of_front, read_page, wrong_place
from briefing.pages.citations import Citation, citations
from briefing.plugin.log import report
from briefing.problems import Problem, Where


class Prose(Struct, frozen=True):
    """What the pages cite, and what keeps files of the docs folder from being published."""

    cited: tuple[Citation, ...]
    problems: tuple[Problem, ...]


def of_people(files: Iterable[File], config: MkDocsConfig) -> list[File]:
    """The pages and other files that the site shows and neither we, the theme nor a plugin made."""
    shown = (file for file in files if not file.generated_by and not file.inclusion.is_excluded())  # type: ignore[no-untyped-call]
    return [file for file in shown if file.is_documentation_page() or file.src_dir == config.docs_dir]


def prose(people: Iterable[File], root: Path, config: MkDocsConfig) -> Prose:
    """The pages among these files, read once each."""
    docs = Path(config.docs_dir)
    folder = docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.as_posix()
    cited: list[Citation] = []
    problems: list[Problem] = []
    for file in people:
        where, path = f"{folder}/{file.src_uri}", Path(file.abs_src_path or "")
        if not file.is_documentation_page():
            problems += wrong_place(path, where, root, docs)
            continue
        text, wrong = read_page(path, file.src_uri, where) if file.abs_src_path else (file.content_string, [])
        problems += [*wrong, *problems_of_front(text or "", where)]
        cited += citations(text or "", where, file.src_uri)
    return Prose(tuple(cited), tuple(problems))


def add(ours: Iterable[File], files: Files, people: Iterable[File]) -> None:
    """Our files join those of the site, unless one stands where people put theirs: that ends the build."""
    theirs = {file.dest_uri: file.src_uri for file in people}
    ours = list(ours)
    taken = (theirs[file.dest_uri] for file in ours if file.dest_uri in theirs)
    report(Problem(Where(f"docs/{name}"), TAKEN) for name in taken)
    for file in ours:
        files.append(file)
