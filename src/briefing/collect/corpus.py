"""The project's corpus as `add` meets it: what is there already, under which names, and where new files go."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct, field

from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.words import plain
from briefing.corpus.front import wrong_address
from briefing.corpus.loader import load_article
from briefing.corpus.textfile import is_inside
from briefing.model.article import Article
from briefing.model.entity import wrong_id
from briefing.problems import BriefingError
from briefing.relate.copies import copies

FOLDER = "corpus"
_HASH = re.compile(r"^original_sha256:\s*['\"]?([0-9a-f]{64})", re.MULTILINE)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})
_LONG = 60


class Corpus(Struct):
    """The articles of a project, and the ways in which one is recognised."""

    articles: list[Article] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    paths: dict[tuple[str, str], str] = field(default_factory=dict)
    """By « hash », « url » or « text » and its value."""

    def remember(self, article: Article, sha256: str | None) -> None:
        """Know an article from now on."""
        self.articles.append(article)
        self.ids.add(article.id)
        for trait in _traits(article.text, article.meta.url, sha256):
            self.paths.setdefault(trait, article.path)

    def catch_up(self, root: Path) -> None:
        """Know what others have added since."""
        for path in sorted((root / FOLDER).rglob("*.md")):
            if path.stem in self.ids:
                continue
            self.ids.add(path.stem)
            article, _ = load_article(path, root) if not path.is_symlink() else (None, [])
            if article:
                found = _HASH.search(path.read_text("utf-8"))
                self.remember(article, found[1] if found else None)

    def same_as(self, found: Found, original: Original) -> str | None:
        """The path of an article that is the same: the same bytes, the same address, or the same words."""
        traits = _traits(found.text, found.url, original.sha256)
        return next((self.paths[trait] for trait in traits if trait in self.paths), None)

    def at(self, url: str) -> str | None:
        """The path of the article that is published at an address."""
        name, *_ = _traits("", url, None)
        return self.paths.get(name)

    def new_id(self, found: Found) -> str:
        """An id that no article has yet: title (else the first words) and day."""
        name = _slug(found.title or " ".join(found.text.split()[:8])) or "article"
        name = f"{name}-{found.published}" if found.published else name
        names = chain([name], (f"{name}-{number}" for number in count(2)))
        return next(name for name in names if name not in self.ids and not wrong_id(name))

    def near_copies(self) -> dict[str, str]:
        """The articles that repeat an earlier one almost word for word, and the ids of those."""
        return copies(self.articles)


def read_corpus(root: Path) -> Corpus:
    """The corpus as it stands; files that cannot be read are no article, but their names are taken.

    Raises BriefingError when the corpus lies outside the project: a link leads there.
    """
    folder = root / FOLDER
    if not is_inside(folder, root):
        raise BriefingError.at(FOLDER, "the corpus is a link that leads outside the project; nothing is added")
    if folder.exists() and not folder.is_dir():
        raise BriefingError.at(FOLDER, "this is a file; make it a folder")
    corpus = Corpus()
    corpus.catch_up(root)
    return corpus


def _traits(text: str, url: str | None, sha256: str | None) -> Iterable[tuple[str, str]]:
    if sha256:
        yield "hash", sha256
    if url and not wrong_address(url):
        parts = urlsplit(url)
        yield "url", f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{_query(parts.query)}"
    yield "text", re.sub(r"\W+", "", text.casefold())


def _query(query: str) -> str:
    """What of an address's query names the article, not who sent the reader."""
    told = [part for part in query.split("&") if not re.match(r"utm_|fbclid|gclid|xtor|at_|mc_|ref=|amp", part)]
    return "&".join(sorted(told))


def _slug(title: str) -> str:
    """A title as a file's name: `la-crue-de-mai`, cut between words."""
    letters = unicodedata.normalize("NFKD", plain(title).translate(_LIGATURES))
    bare = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[^\W\da-z]", "", letters)).strip("-")
    return bare if len(bare) <= _LONG else bare[: _LONG + 1].rpartition("-")[0] or bare[:_LONG]
