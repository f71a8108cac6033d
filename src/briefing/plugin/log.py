"""MkDocs' log and exceptions as ours, for what our own commands ask of it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException, PluginError

from briefing.check.settings import read_settings
from briefing.corpus.textfile import is_inside
from briefing.problems import BriefingError, Problem, Severity, Where, errors

CONFIG = "mkdocs.yml"
PLUGIN = "briefing"
_PROGRAM = Path(__file__).resolve().parents[1]
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
    if wrong := errors(read_settings(root)[1]):  # MkDocs would exhaust the stack, or say less
        raise BriefingError(*wrong)
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
    except BriefingError:
        raise
    except Exception as fault:
        if (line := _own_line(fault, root)) is None:
            raise
        message = f"this code of the project fails: {type(fault).__name__}: {fault}"
        raise BriefingError(Problem(line, message)) from None
    finally:
        log.removeHandler(handler)


def _own_line(fault: Exception, root: Path) -> Where | None:
    """The last line of the project's own code, a hook or a template, that a fault came through."""
    folder, foreign = root.resolve(), (_PROGRAM, Path(sys.prefix).resolve())
    steps = [(Path(step.filename), step.lineno or 0) for step in extract_tb(fault.__traceback__)]
    if isinstance(fault, SyntaxError) and fault.filename:
        steps.append((Path(fault.filename), fault.lineno or 0))
    for path, line in reversed(steps):
        is_own = is_inside(path, folder) and not any(is_inside(path, other) for other in foreign)
        if path.is_file() and is_own:
            return Where(path.resolve().relative_to(folder).as_posix(), line)
    return None


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
