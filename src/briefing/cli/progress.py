"""A bar with rate and time left, for work of more than a second, where somebody looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_SOON = 1.0
"""Seconds before which no bar appears."""


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """What a long work tells of itself: the name of a step, how much of it is done, and of how much.

    Nothing is shown when quiet, or when standard error is no terminal.
    """
    bar = _Bar()
    try:
        yield bar.tell if sys.stderr.isatty() and not quiet else _ignore
    finally:
        bar.end()


def _ignore(_step: str, _done: int, _total: int) -> None:
    pass


class _Bar:
    def __init__(self) -> None:
        self._step, self._begun, self._done = "", 0.0, 0
        self._shown: ProgressBar[Any] | None = None

    def tell(self, step: str, done: int, total: int) -> None:
        """Show how far the step has come, once it has taken a while."""
        if step != self._step or done < self._done:
            self.end()
            self._step, self._begun = step, time.monotonic()
        self._done = done
        if self._shown is None and time.monotonic() - self._begun > _SOON:
            self._shown = click.progressbar(
                length=total, label=step, file=sys.stderr, show_pos=True, item_show_func=self._rate
            )
            self._shown.render_progress()
        if self._shown is not None:
            with suppress(OSError):
                self._shown.update(done - self._shown.pos, current_item=done)

    def _rate(self, done: int | None) -> str:
        return f"{(done or 0) / max(time.monotonic() - self._begun, 0.001):.0f}/s"

    def end(self) -> None:
        """Leave the line to what comes next."""
        if self._shown is not None:
            self._shown.render_finish()
        self._step, self._done, self._shown = "", 0, None
