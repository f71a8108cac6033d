"""The command `briefing`: says what is wrong by file and line, and ends with 0, 1 (a mistake) or 2 (a wrong call).

Each command stands in the module of its name and is loaded when it is called; those by which a person decides, in
`editing`.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

import click

from briefing import __version__
from briefing.cli.environment import check_time_zone, is_of_output, speak_utf8, unprinted
from briefing.cli.shared import FAILED, show
from briefing.problems import BriefingError, Problem, Where

_EDITING = ("review", "desk", "edit", "claim", "entity", "rename", "remove", "undo")
COMMANDS = ("new", "add", "extract", *_EDITING, "check", "build", "serve", "export", "explain")
"""In the order in which an editor meets them."""

_TRACEBACK = "BRIEFING_TRACEBACK"
_SEARCHES = (50_000, 50, 1000)
"""New objects between two searches for garbage, and how few of these look at older ones: a build makes much and keeps
it, and Python's own would cost a fifth of its time."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; a project's mistake ends with 1, a wrong call with 2."""
    gc.set_threshold(*_SEARCHES)
    speak_utf8()
    try:
        commands.main(arguments, prog_name="briefing")
    except OSError as fault:
        unprinted(fault)
        sys.exit(FAILED)


class _Commands(click.Group):
    """Commands that end with their problems, not with a traceback."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        folder = "briefing.cli.editing" if name in _EDITING else "briefing.cli"
        command: click.Command = getattr(import_module(f"{folder}.{name}"), name)
        return command

    def invoke(self, context: click.Context) -> object:
        try:
            check_time_zone()
            return super().invoke(context)
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except KeyboardInterrupt:
            click.echo("\nbriefing: stopped; what was written until now is whole and stands", err=True)
            return context.exit(128 + signal.SIGINT)  # as a shell has it
        except BriefingError as problem:
            show(problem.problems)
        except Exception as fault:  # the last net: a sentence, whatever went wrong
            if is_of_output(fault):
                raise
            show([_said(fault)])
        return context.exit(FAILED)


def _said(fault: Exception) -> Problem:
    """A fault in a sentence; with BRIEFING_TRACEBACK set, where it happened is printed too."""
    if os.environ.get(_TRACEBACK):
        traceback.print_exception(fault)
    if _is_nowhere():
        return Problem(Where("."), "the folder that you are in is gone; change to one that is there")
    if isinstance(fault, OSError) and fault.filename:
        return Problem(Where(str(fault.filename)), f"the file cannot be used: {fault.strerror or fault}")
    message = (
        f"a fault of the program ({type(fault).__name__}: {fault}); set {_TRACEBACK}=1 to see where, and report it"
    )
    return Problem(Where("briefing"), message)


def _is_nowhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - Path.cwd() asks the same
    except OSError:
        return True
    return False


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefing")
def commands() -> None:
    """Press articles in, a cross-referenced research briefing out.

    Put articles in corpus/<id>.md, then run `briefing build`: the claims found in them are written to claims/, where
    you correct them, and the site to site/.
    """
