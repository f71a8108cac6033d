"""Reading articles with all processors: they are independent, so the order of the work changes nothing."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.context import BaseContext

from briefing.project.readings import Read, Task, one_by_one, read

_FEW = 20
"""Articles. Below, a second process costs more than it saves."""
_AT_A_TIME = 4
"""Articles that a process takes together, so that none waits long for the last."""


def by_processes(tasks: Sequence[Task]) -> Iterator[Read]:
    """The readings in the order of the tasks; what a process that died has left is read here."""
    workers = min(_processors(), len(tasks) // _AT_A_TIME)
    if len(tasks) < _FEW or workers < 2:
        yield from one_by_one(tasks)
        return
    done = 0
    with ProcessPoolExecutor(workers, mp_context=_context(), initializer=_leave_stopping) as pool:
        found = pool.map(read, tasks, chunksize=_AT_A_TIME)
        try:
            for reading in found:
                done += 1
                yield reading
        except BrokenProcessPool:
            pass
        finally:
            pool.shutdown(cancel_futures=True)  # whoever asked may have stopped
    yield from one_by_one(list(islice(tasks, done, None)))


def _leave_stopping() -> None:
    """Ctrl-C reaches every process of a terminal: the one that asked says so, its workers end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context() -> BaseContext:
    """Forks where that is safe, which spares each process the word lists; with other threads at work it is not."""
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if is_safe else "spawn")
