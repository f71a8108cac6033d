"""Reading articles on a Dask cluster (the extra `cluster`): the same function, for more than one machine can read.

The cluster does what a cluster is for: it gives a dead worker's articles to another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from distributed import Client, as_completed

from briefing.cache.digest import program
from briefing.problems import BriefingError
from briefing.project.readings import Many, Read, Task, read

_PATIENCE = 20
"""Seconds until a scheduler that does not answer is given up."""
_AGAIN = 5
"""How often an article goes to another worker when the one that read it died."""
_AT_A_TIME = 8
"""Articles that a worker takes together: a message for each would cost more than the reading."""


def on_cluster(address: str) -> Many:
    """A way of reading articles: by the workers of the scheduler at `address` (`tcp://host:8786`).

    Raises BriefingError when nobody answers there, or when the workers have another program than this one.
    """

    def many(tasks: Sequence[Task]) -> Iterator[Read]:
        if not tasks:
            return
        with _connected(address) as client:
            yield from _in_order(client, tasks, address)

    return many


def _connected(address: str) -> Client:
    try:
        return Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as problem:
        message = f"no scheduler answers there ({problem}); start one with “dask scheduler”, workers with “dask worker”"
        raise BriefingError.at(address, message) from None


def _in_order(client: Client, tasks: Sequence[Task], address: str) -> Iterator[Read]:
    """The readings in the order of the tasks, whoever was first."""
    parts = [list(tasks[start : start + _AT_A_TIME]) for start in range(0, len(tasks), _AT_A_TIME)]
    futures = client.map(read_by, [program()] * len(parts), parts, retries=_AGAIN, pure=False)
    place = {future.key: number for number, future in enumerate(futures)}
    waiting: dict[int, list[Read]] = {}
    due = 0
    for future in as_completed(futures):  # type: ignore[no-untyped-call]
        found = future.result()
        if found is None:
            message = "a worker has another version of briefing, of its rules or its libraries; install the same there"
            raise BriefingError.at(address, message)
        waiting[place[future.key]] = found
        while due in waiting:
            yield from waiting.pop(due)
            due += 1


def read_by(expected: str, tasks: Sequence[Task]) -> list[Read] | None:
    """The readings of some articles; None where this worker's program is not the `expected` one."""
    return [read(task) for task in tasks] if program() == expected else None
