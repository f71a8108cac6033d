"""What is wrong with the pages people write: citations, links, addresses, navigation. The same as a build says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath, split
from urllib.parse import unquote

import yaml
from msgspec import Struct

from briefing.check import sentences
from briefing.check.settings import FILE, Settings, read_settings
from briefing.corpus.textfile import LEADS_OUT, is_inside, read_text
from briefing.editions.files import Published, read_editions
from briefing.model.dossier import Dossier
from briefing.pages import citations
from briefing.pages.paths import HOME, Paths
from briefing.pages.site import Edition, Site
from briefing.problems import Problem, Severity, Where, did_you_mean
from briefing.project.sources import main_language
from briefing.yamlfile.nesting import TOO_DEEP, is_too_deep

_PAGE = re.compile(r"\.(?:md|markdown|mdown|mkdn|mkd)$")
_IMAGE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif)$", re.IGNORECASE)
_LINK = re.compile(r"\]\(\s*<?([^\s()<>]+)>?[^()\n]*\)|^ {0,3}\[[^\]\n]+\]:\s*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#?]")
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
TAKEN = "this address belongs to a generated page; give the file another name"
_CLAIM = re.compile(r"(?:n-)?(c-[\w-]+)")


class _Site(Struct, frozen=True, dict=True):
    """What a link may lead to: files of the docs folder and generated pages, by their path from the site's root."""

    folder: str
    texts: Mapping[str, str]
    files: frozenset[str]
    articles: tuple[str, ...]
    """Ids of all articles, also of those that cannot be read: that is told of there."""
    language: str
    dossier: Dossier
    editions: tuple[Published, ...]

    @cached_property
    def ours(self) -> Site:
        """The site of the dossier; a project without pages and links of its own never asks."""
        return Site(self.dossier, Edition(title="", language=self.language, published=self.editions))

    @property
    def paths(self) -> Paths:
        """Where its pages are."""
        return self.ours.paths

    @cached_property
    def generated(self) -> frozenset[str]:
        """The sources of its pages."""
        return frozenset((*self.ours.pages, *(self.paths.child("articles", name) for name in self.articles)))

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Its pages and the two files of each claim that has them, where readers find them."""
        lives = ((life.path, life.json) for life in self.ours.lives.claims.values())
        return frozenset((*map(self.paths.url, self.generated), *chain.from_iterable(lives)))


def problems_of_pages(root: Path, dossier: Dossier) -> list[Problem]:
    """All that is wrong with the docs folder and with mkdocs.yml, unsorted."""
    settings, problems = read_settings(root)
    texts, files, wrong = _read(root, settings)
    articles = tuple(path.stem for path in (root / "corpus").rglob("*.md"))
    language = settings.language or main_language(dossier.articles)
    editions, _ = read_editions(root)
    site = _Site(settings.docs, texts, files, articles, language, dossier, editions)
    for page, text in texts.items():
        where = f"{settings.docs}/{page}"
        problems += citations.problems(citations.citations(text, where, page), dossier)
        problems += citations.unfinished(text, where)
        problems += sentences.uncited(text, where, page)
        problems += sentences.misquoted(text, where, dossier.claims)
        problems += [*problems_of_front(text, where), *_links(text, page, site)]
    if (root / FILE).is_file() and not (root / settings.docs).is_dir():
        message = f"there is no such folder, so no site can be built; make it, or correct docs_dir in {FILE}"
        problems.append(Problem(Where(settings.docs), message))
    return [*problems, *wrong, *_taken(site), *_navigation(settings, site)]


def _read(root: Path, settings: Settings) -> tuple[dict[str, str], frozenset[str], list[Problem]]:
    """The text of each page, all files of the docs folder, and why some pages cannot be read."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    folder = root / settings.docs
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    files = frozenset(name for name in names if not settings.is_excluded(name))
    for name in sorted(files):
        where = f"{settings.docs}/{name}"
        if not _PAGE.search(name):
            problems += wrong_place(folder / name, where, root, folder)
            continue
        text, wrong = read_page(folder / name, name, where)
        problems += wrong
        if text is not None:
            texts[name] = text
    return texts, files, problems


def read_page(path: Path, name: str, where: str) -> tuple[str | None, list[Problem]]:
    """The text of a page, None where it cannot be read, and why; `name` is its path in its folder."""
    text, problems = read_text(path, name)
    return text, [Problem(Where(where, p.where.line), p.message) for p in problems]


def wrong_place(path: Path, where: str, *folders: Path) -> Iterator[Problem]:
    """A picture or another file that is a link out of all these folders: what it leads to would be published."""
    if not any(is_inside(path, folder) for folder in folders):
        yield Problem(Where(where), LEADS_OUT)


def problems_of_front(text: str, where: str) -> Iterator[Problem]:
    """Front matter that is no YAML: MkDocs drops it without a word."""
    front = _FRONT.match(text)
    try:
        if front and is_too_deep(front[1]):
            yield Problem(Where(where, 2), TOO_DEEP)
            return
        yaml.compose(front[1] if front else "", Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 2 if problem.problem_mark else 1
        message = f"the front matter is not valid YAML and would be ignored: {problem.problem}; check quotes and colons"
        yield Problem(Where(where, line), message, Severity.WARNING)
    except (yaml.YAMLError, RecursionError):
        yield Problem(Where(where, 1), "the front matter is not valid YAML and would be ignored", Severity.WARNING)


def _links(text: str, page: str, site: _Site) -> Iterator[Problem]:
    """Links to pages, images and claims of this site that are not there."""
    for match in citations.outside_code(text, _LINK):
        target = match[1] or match[2]
        if _ELSEWHERE.match(target):
            continue
        path, _, fragment = target.partition("#")
        found = normpath(join(dirname(page), unquote(path.partition("?")[0])))
        if wrong := _wrong_target(found, unquote(fragment), site):
            place = match.start(1) if match[1] else match.start(2)
            yield Problem(Where.at(f"{site.folder}/{page}", text, place), wrong, Severity.WARNING)


def _wrong_target(path: str, fragment: str, site: _Site) -> str:
    """Why a link leads nowhere, or nothing."""
    if path in site.generated:
        claim = _CLAIM.fullmatch(fragment)
        why = citations.why_not(claim[1], site.dossier) if claim else ""
        return f"links to {claim[1]}, {why}" if claim and why else ""
    if path in site.files or not (_PAGE.search(path) or _IMAGE.search(path) or path.endswith(".html")):
        return ""
    source = path.removesuffix(".html") + ".md"
    if source != path and source in site.files | site.generated:
        return f"links to {path}; write {source}, which holds for any shape of addresses"
    return f"links to {path}, which is not there{did_you_mean(path, site.files | site.generated)}"


def _taken(site: _Site) -> Iterator[Problem]:
    """Files that stand where a generated one must."""
    for name in sorted(site.files - {HOME, "README.md"}):
        if _address(name, site.paths) in site.addresses:
            yield Problem(Where(f"{site.folder}/{name}"), TAKEN)


def _address(name: str, paths: Paths) -> str:
    """Where MkDocs puts a file of the docs folder: a page as HTML, README in the place of index."""
    if not _PAGE.search(name):
        return name
    folder, stem = split(_PAGE.sub("", name))
    return paths.url(join(folder, "index.md" if stem == "README" else f"{stem}.md"))


def _navigation(settings: Settings, site: _Site) -> Iterator[Problem]:
    """Pages that the navigation names and nobody wrote."""
    for path, line in settings.nav:
        if _ELSEWHERE.match(path) or not _PAGE.search(path) or normpath(path) in site.files:
            continue
        if normpath(path) not in site.generated:
            message = f"nav: there is no page {path}{did_you_mean(path, site.files | site.generated)}"
            yield Problem(Where(FILE, line), message, Severity.WARNING)
