"""The site that a project would publish, for exports: without building it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions
from msgspec import Struct

from briefing.editions.files import read_editions
from briefing.export.markdown.pages import Written
from briefing.model.dossier import Dossier
from briefing.pages.citations import Citation
from briefing.pages.site import Edition, Site
from briefing.plugin.edition import edition, newest
from briefing.plugin.log import CONFIG, PLUGIN, problems_of
from briefing.plugin.people import of_people, prose
from briefing.problems import BriefingError, errors


class Publication(Struct, frozen=True):
    """A site that could be built, the files that people wrote for it, what those cite, and the Markdown they use."""

    site: Site
    written: tuple[Written, ...] = ()
    cited: tuple[Citation, ...] = ()
    extensions: tuple[str, ...] = ()


def publication(root: Path, dossier: Dossier) -> Publication:
    """The site that the project's mkdocs.yml describes, without building it; a plain one where there is none."""
    if not (root / CONFIG).is_file():
        return Publication(Site(dossier, Edition(title="Briefing", date=newest(dossier), is_published=False)))
    with problems_of(root) as config_file:
        config = load_config(str(config_file))
        files = get_files(config)
        set_exclusions(files, config)
        shown = of_people(files, config)
        said = prose(shown, root, config)
        if wrong := errors(said.problems):
            raise BriefingError(*wrong)
        options = config.plugins[PLUGIN].config if PLUGIN in config.plugins else {}
        found = edition(config, options, dossier, root, said.cited, published=read_editions(root)[0])
        written = (Written(f.src_uri, f.content_bytes, f.is_documentation_page()) for f in shown)
        return Publication(Site(dossier, found), tuple(written), said.cited, tuple(config.markdown_extensions))
