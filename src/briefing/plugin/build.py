"""Building and serving a project's site from our own command, without a word of MkDocs on the way."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from briefing.problems import BriefingError, Problem, Where

CONFIG = "mkdocs.yml"


def build_site(root: Path, *, site_dir: Path | None = None, locked: bool = False, strict: bool = False) -> None:
    """Write the site of a project to `site_dir` (default: what mkdocs.yml says).

    Raises BriefingError with every problem when the site cannot be built; a site that stood there is left as it was.
    """
    given = {"site_dir": str(site_dir.resolve())} if site_dir else {}
    with _problems_of(root) as config_file:
        config = load_config(str(config_file), strict=strict or None, **given)
        if locked:
            config.plugins["briefing"].config["locked"] = True
        mkdocs_build.build(config)


def serve_site(root: Path, address: str) -> None:
    """Show the site at `address` (host:port) until interrupted, rebuilding when files change."""
    with _problems_of(root) as config_file:
        mkdocs_serve.serve(str(config_file), dev_addr=address)


@contextmanager
def _problems_of(root: Path) -> Iterator[Path]:
    """MkDocs' log on standard error, and its exceptions as ours."""
    config = root / CONFIG
    if not config.is_file():
        raise BriefingError(
            Problem(Where(CONFIG), "there is no mkdocs.yml; make one with site_name and the plugin briefing")
        )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        yield config
    except Abort:  # its reason stands in the log
        raise BriefingError from None
    except (ConfigurationError, MkDocsException) as problem:
        raise BriefingError(Problem(Where(CONFIG), str(problem))) from None
    finally:
        log.removeHandler(handler)
