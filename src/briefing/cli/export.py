"""`briefing export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.check.settings import read_settings
from briefing.cli.shared import finish, in_project, loaded
from briefing.corpus.textfile import is_inside
from briefing.export import NAMES
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from briefing.plugin.publication import Publication


_OWN = ("corpus", "claims", "editions", "src")
"""Folders of a project, beside that of its pages, whose files people write or the program reads."""
_PROPOSING = ("json", "ro-crate")
"""The formats that tell what is only proposed, which takes longer to find out."""


@click.command()
@in_project
@click.option("--format", "form", type=click.Choice(NAMES), default=NAMES[0], show_default=True, help="What to write.")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Write to this file, or into this folder (- or nothing: standard output). "
    "In a folder, csv makes a table of each kind of thing, annotations a file of each article.",
)
def export(root: Path, form: str, output: Path | None) -> None:
    """Write the dossier (articles, claims, entities, links) in a format that other programs read.

    ro-crate writes all of them into a folder, described as one package (RO-Crate 1.2) to archive and to cite.

    markdown writes every page of the site as plain Markdown into a folder, with a mkdocs.yml, for engines that run no
    plugins: `zensical build` in that folder makes a site of it.
    """
    from briefing.pages.citations import problems
    from briefing.plugin.publication import publication

    if output is not None and _is_taken(root, output):
        message = "this folder holds the project's own files; write an export elsewhere with -o"
        raise BriefingError.at(output, message)
    project = loaded(root, proposing=form in _PROPOSING)
    published = publication(root, project.dossier)
    if output is None or str(output) == "-":
        click.echo(_one(published, form), nl=False)
    else:
        _write(published, form, output)
    finish((*project.problems, *problems(published.cited, project.dossier)), quiet=True)


def _is_taken(root: Path, output: Path) -> bool:
    """Whether an export would lie among files that people write; beside the project's folders one file may."""
    own = (*_OWN, read_settings(root)[0].docs)
    return is_inside(root, output) or any(is_inside(output, root / folder) for folder in own)


def _one(published: Publication, form: str) -> str:
    from briefing.export.formats import FORMATS
    from briefing.export.parts import ANEW

    if form not in FORMATS:
        raise click.UsageError(f"{form} makes many files; say in which folder with -o DIR")
    return FORMATS[form].one(published.site, published.site.edition.address, ANEW)


def _write(published: Publication, form: str, output: Path) -> None:
    """Write one file, or what a folder gets: one that exists, or for a format of many files a name without ending."""
    from briefing.export.downloads import package
    from briefing.export.folder import write_files
    from briefing.export.formats import FORMATS
    from briefing.export.markdown.pages import markdown_site

    if form == "markdown":
        write_files(output, markdown_site(published.site, published.written, published.extensions), whole=True)
    elif form == "ro-crate":
        write_files(output, package(published.site), whole=True)
    elif output.is_dir() or (FORMATS[form].many and not output.suffix):
        many, address = FORMATS[form].many, published.site.edition.address
        one = iter([(FORMATS[form].file, _one(published, form))])
        write_files(output, many(published.site, address) if many else one)
    else:
        write_files(output.parent, iter([(output.name, _one(published, form))]))
