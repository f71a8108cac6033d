"""Files that are made when they are written, each only where it does not stand in the site as it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from msgspec.structs import replace

from briefing.cache.digest import Digests, digest, program
from briefing.cache.pages import Pages, Written
from briefing.cache.site import contents
from briefing.export.lives import life_json
from briefing.export.parts import ANEW, Parts
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.pages.site import Site
from briefing.pages.views.shown import ArticleShown, ClaimShown
from briefing.plugin.live.deferred import Later
from briefing.plugin.log import PLUGIN


class Standing:
    """What stands of a site as it would be made again, by what it is made of; nothing does without `pages`."""

    def __init__(self, site: Site, pages: Pages | None) -> None:
        self._site, self._pages = site, pages
        self._digests = Digests(Article, ArticleShown, Claim, ClaimShown)

    def key(self, *made_of: object) -> str:
        """The hash of all that a file is made of: these values, and what every one may use."""
        return digest(self.common, *map(self._digests.of, made_of)) if self._pages else ""

    def known(self, name: str, key: str) -> Written | None:
        """The file of that path in the site, where it stands as it would be made."""
        return self._pages.standing(name, key) if self._pages else None

    def parts(self, name: str, keys: Mapping[str, str]) -> Parts:
        """What the file of that path says of each article as it stands; `keys` are what it would be made of."""
        if not self._pages:
            return ANEW
        content, notes = self._pages.before(name)
        return Parts(keys, content, notes[1:])

    def note(self, name: str, key: str, notes: Iterable[str] = ()) -> None:
        """A file that is made anew, and what the next build must know of it."""
        if self._pages:
            self._pages.note(name, key, notes)

    @cached_property
    def common(self) -> str:
        """What every template may use. A project's own templates may use anything."""
        edition = self._site.edition
        own = contents(edition.overrides, ["."]) if edition.overrides else {}
        whole = self.whole if own != {} else None
        said = replace(edition, overrides=None, cited=(), published=edition.published[-1:])
        return digest(program(), said, own, whole, self._site.latest)

    @cached_property
    def whole(self) -> str:
        """The hash of the dossier."""
        return digest(self._site.catalogue.dossier)


class StandingFile(File):
    """A file that MkDocs does not read: `made` is given its path in the site, and says None where it stands.

    In a preview it is made `later`.
    """

    def __init__(self, path: str, config: MkDocsConfig, made: Callable[[str], str | None], later: Later | None) -> None:
        in_site = File.generated(config, path, content="").dest_uri if path.endswith(".md") else path
        super().__init__(
            path,
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=in_site,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by, self.abs_src_path = PLUGIN, None
        self._made, self._later = made, later

    def is_documentation_page(self) -> bool:
        """MkDocs asks, and passes it by."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - never set by our own commands
        """Write the file, unless it stands in the site as it would be."""
        if self._later:
            self._later.promise(self.dest_uri, lambda: self._made(self.dest_uri) or "")
            return
        text = self._made(self.dest_uri)
        if text is not None:
            put(Path(self.abs_dest_path), text.encode())


def put(target: Path, content: bytes) -> None:
    """Write a file of a site that is being made; its folder is nearly always there."""
    try:
        target.write_bytes(content)
    except FileNotFoundError:
        target.parent.mkdir(parents=True)
        target.write_bytes(content)


def lives(site: Site, standing: Standing, config: MkDocsConfig, later: Later | None) -> Iterator[StandingFile]:
    """The pages of claims, the same as JSON, and what stands in the place of articles and entities that moved."""

    def file(path: str, value: object, text: Callable[[], str]) -> StandingFile:
        def made(name: str) -> str | None:
            key = standing.key(name, value)
            if standing.known(name, key):
                return None
            standing.note(name, key)
            return text()

        return StandingFile(path, config, made, later)

    claims = site.catalogue.dossier.claims
    for life in site.lives.claims.values():
        said = life, claims.get(life.id)
        yield file(life.path, life, lambda life=life: site.bare("claim", life.path, life))  # type: ignore[misc]
        yield file(life.json, said, lambda life=life: life_json(site, life))  # type: ignore[misc]
    for gone in site.lives.articles():
        yield file(gone.path, gone, lambda gone=gone: site.bare("gone", gone.path, gone))  # type: ignore[misc]
    for source, link in site.moved():
        path = site.paths.url(source)
        yield file(source, link, lambda path=path, link=link: site.bare("moved", path, link))  # type: ignore[misc]
