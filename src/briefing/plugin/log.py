"""MkDocs' log and exceptions as ours, for what our own commands ask of it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException, PluginError

from briefing.check.settings import read_settings
from briefing.problems import BriefingError, Problem, Severity, Where, errors
from briefing.yamlfile.nesting import TOO_DEEP

CONFIG = "mkdocs.yml"
PLUGIN = "briefing"
_STRICT = (
    "the build is strict: because of what stands above, nothing was written; mend it, or run briefing build --no-strict"
)
_log = logging.getLogger("mkdocs.plugins.briefing")


def config_of(root: Path) -> Path:
    """The project's mkdocs.yml. Raises BriefingError where there is none."""
    config = root / CONFIG
    if not config.is_file():
        raise BriefingError.at(CONFIG, "there is no mkdocs.yml; make one with site_name and the plugin briefing")
    return config


@contextmanager
def problems_of(root: Path) -> Iterator[Path]:
    """MkDocs' log on standard error; its exceptions, and those of files and templates, as ours."""
    config = config_of(root)
    if any(problem.message == TOO_DEEP for problem in read_settings(root)[1]):  # MkDocs would exhaust the stack
        raise BriefingError.at(CONFIG, TOO_DEEP)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        yield config
    except Abort as ended:  # its reason stands in the log
        strict = [Problem(Where(CONFIG), _STRICT)] if "strict" in str(ended) else []
        raise BriefingError(*strict) from None
    except TemplateError as mistake:
        where = Where(getattr(mistake, "filename", None) or CONFIG, getattr(mistake, "lineno", None) or 0)
        raise BriefingError(Problem(where, f"a template cannot be used: {mistake}")) from None
    except OSError as problem:
        name, folder = Path(problem.filename or "site"), root.resolve()
        where = Where((name.relative_to(folder) if name.is_relative_to(folder) else name).as_posix())
        raise BriefingError(Problem(where, f"the file cannot be used: {problem.strerror or problem}")) from None
    except (ConfigurationError, MkDocsException) as problem:
        raise BriefingError.at(CONFIG, str(problem)) from None
    finally:
        log.removeHandler(handler)


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def heard() -> Iterator[list[str]]:
    """The warnings that MkDocs and its plugins write to their log meanwhile."""
    log, handler = logging.getLogger("mkdocs"), _Kept()
    log.addHandler(handler)
    try:
        yield handler.said
    finally:
        log.removeHandler(handler)


def note(words: str) -> None:
    """Something to know that is no problem: it counts in no strict build."""
    _log.info("%s", words)


def report(problems: Iterable[Problem]) -> None:
    """Warnings and notes to the log; all errors at once, which ends the build."""
    problems = tuple(problems)
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            _log.log(logging.WARNING if problem.severity is Severity.WARNING else logging.INFO, "%s", problem)
    if wrong := errors(problems):
        raise PluginError("\n".join(str(problem) for problem in wrong))
