"""Files that are made when they are written, each only where it does not stand in the site as it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from briefing.export.lives import life_json
from briefing.kept.digest import Digests, digest
from briefing.kept.pages import Pages
from briefing.pages.site import Site
from briefing.plugin.live.later import Later


class StandingFile(File):
    """A file that MkDocs does not read: `made` is given its path in the site, and says None where it stands.

    In a preview it is made `later`.
    """

    def __init__(self, path: str, config: MkDocsConfig, made: Callable[[str], str | None], later: Later | None) -> None:
        plain = File.generated(config, path, content="")
        super().__init__(
            path,
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=plain.dest_uri,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by, self.abs_src_path = plain.generated_by, None
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
            target = Path(self.abs_dest_path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="")


def lives(
    site: Site, common: str, standing: Pages | None, config: MkDocsConfig, later: Later | None
) -> Iterator[StandingFile]:
    """The pages of claims, the same as JSON, and what stands in the place of articles and entities that went elsewhere.

    `common` is the hash of what all pages are made of.
    """
    digests = Digests()

    def file(path: str, value: object, text: Callable[[], str]) -> StandingFile:
        def made(name: str) -> str | None:
            if standing is None:
                return text()
            key = digest(common, name, digests.of(value))
            if standing.standing(name, key) is not None:
                return None
            standing.note(name, key, ())
            return text()

        return StandingFile(path, config, made, later)

    for life in site.lives.claims.values():
        yield file(life.path, life, lambda life=life: site.bare("claim", life.path, life))  # type: ignore[misc]
        yield file(life.json, life, lambda life=life: life_json(site, life))  # type: ignore[misc]
    for gone in site.lives.articles():
        yield file(gone.path, gone, lambda gone=gone: site.bare("gone", gone.path, gone))  # type: ignore[misc]
    for source, link in site.moved():
        path = site.paths.url(source)
        yield file(source, link, lambda path=path, link=link: site.bare("moved", path, link))  # type: ignore[misc]
