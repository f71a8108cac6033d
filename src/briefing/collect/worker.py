"""Work on what strangers made, in a process of its own: within a time and a memory, its death survived."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import ParamSpec, Self, TypeVar

_MEMORY = 3 * 2**30
"""Bytes; a page of 20 MB needs a third of it."""
_START = 60.0
"""Seconds for a process to begin, on a slow machine."""
_CONTEXT: ForkServerContext | SpawnContext = (
    get_context("forkserver") if "forkserver" in get_all_start_methods() else get_context("spawn")
)
if isinstance(_CONTEXT, ForkServerContext):
    _CONTEXT.set_forkserver_preload(["briefing.collect.reading"])  # so that the second process begins at once

P = ParamSpec("P")
T = TypeVar("T")


class EndedError(Exception):
    """The process died at its work: it took more memory than it may, or a library crashed."""


class Worker:
    """A process that does one piece of work after another; one that takes too long is ended, and another begins.

    What it is given and what it gives back is copied; functions are found by their name.
    """

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def call(self, seconds: float, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `work` returns. Raises its ValueError, TimeoutError after `seconds`, EndedError when it died."""
        line = self._line or self._begin()
        try:
            line.send((work, args, kwargs))
            if not line.poll(seconds):
                self._end()
                raise TimeoutError
            outcome: T = line.recv()
        except (EOFError, ConnectionError):
            self._end()
            raise EndedError from None
        if isinstance(outcome, ValueError):
            raise outcome
        return outcome

    def _begin(self) -> Connection:
        line, other = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(other,), daemon=True)
        self._process.start()
        other.close()
        self._line = line
        if line.poll(_START):
            line.recv()
        return line

    def _end(self) -> None:
        if self._process and self._line:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._line.close()
        self._process = self._line = None


def _work(line: Connection) -> None:
    """What the process does: what it is sent, until nobody listens."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which ends this process
    _limit_memory()
    line.send(None)
    with contextlib.suppress(EOFError, ConnectionError):
        while True:
            work, args, kwargs = line.recv()
            line.send(_tried(work, args, kwargs))


def _tried(work: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> object:
    """What the work returns, or the ValueError that says why it cannot."""
    try:
        return work(*args, **kwargs)
    except ValueError as problem:
        return problem


def _limit_memory() -> None:
    """Where the system can; Windows cannot."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
