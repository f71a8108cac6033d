"""Kills, and two commands at once, hundreds of times (`make fuzz`); `test_together.py` does a few of each.

Each command runs in a process of its own. After a kill every file of the project must be read without a problem and
hold all that was done before; after a pair, what both did.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations_with_replacement
from pathlib import Path

from briefing.problems import errors
from briefing.project import load, refresh
from working import WORKS, Work, desking, editing, extracting, is_there, project, publishing

_ALL = (*WORKS, publishing)
_IN_ONE_PROJECT = 8
"""Rounds, so that a project stays small (a command reads all of it) and each decision falls on a claim of its own."""


def _started(work: Callable[[], object]) -> int:
    """The process that does it; it ends with 1 where that fails."""
    process = os.fork()
    if process:
        return process
    try:
        work()
    except BaseException:  # noqa: BLE001 - it is printed, and the process ends
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _ended(process: int) -> int:
    """How it ended: 0, 1, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _projects(times: int) -> Iterator[tuple[Path, range]]:
    """Fresh projects, with the rounds of each."""
    for first in range(0, times, _IN_ONE_PROJECT):
        with tempfile.TemporaryDirectory(prefix="hammer-") as folder:
            yield project(Path(folder) / "project"), range(min(_IN_ONE_PROJECT, times - first))


def _missing(root: Path, done: list[tuple[Work, int]], *, is_quiet: bool = True) -> Iterator[str]:
    """What cannot be read, or was done and is not there; where a work was stopped, what it left to do is no loss."""
    found = load(root).problems
    yield from (str(problem) for problem in (found if is_quiet else errors(found)))
    yield from (f"what {work.__name__} did is lost ({n})" for work, n in done if not is_there(root, work, n))


def pairs(one: Work, other: Work, times: int) -> Iterator[str]:
    """Two commands at once, `times` times; what was lost."""
    for root, rounds in _projects(times):
        done: list[tuple[Work, int]] = []
        for number in rounds:
            both = [(one, 2 * number), (other, 2 * number + 1)]
            processes = [_started(work(root, n)) for work, n in both]
            done += [pair for pair, process in zip(both, processes, strict=True) if _ended(process) == 0]
            failed = {work for work, n in both if (work, n) not in done}
            yield from (f"{work.__name__} failed" for work in failed - {publishing})  # refused beside a later edition
        yield from _missing(root, done)


def kills(works: Sequence[Work], times: int, chance: random.Random) -> Iterator[str]:
    """Commands at once, killed at any moment, `times` times, after others that went well; what was lost."""
    for root, rounds in _projects(times):
        done = [(before, n) for n, before in enumerate(WORKS) if _ended(_started(before(root, n))) == 0]
        began, first = time.monotonic(), len(WORKS)
        done += _ended_well(works, first, [_started(work(root, first)) for work in works])
        usual = time.monotonic() - began
        for number in (first + 1 + n for n in rounds):
            processes = [_started(work(root, number)) for work in works]
            time.sleep(chance.uniform(0, usual))
            for process in processes:
                os.kill(process, signal.SIGKILL)
            done += _ended_well(works, number, processes)
            yield from _missing(root, done, is_quiet=False)
        refresh(root)
        yield from _missing(root, done)
        yield from (f"left behind: {path.relative_to(root)}" for path in root.rglob(".*.*.*.*") if path.is_file())


def _ended_well(works: Sequence[Work], number: int, processes: Sequence[int]) -> list[tuple[Work, int]]:
    return [(work, number) for work, process in zip(works, processes, strict=True) if _ended(process) == 0]


def _told(what: str, lost: Iterator[str]) -> int:
    began, found = time.monotonic(), list(lost)
    print(f"{what}: {len(found)} lost, {time.monotonic() - began:.0f} s", *found[:5], sep="\n  ", flush=True)
    return len(found)


def _trials(of_kills: int, of_pairs: int, chance: random.Random) -> Iterator[tuple[str, Iterator[str]]]:
    """What each is called, and what it will have lost."""
    for works in (*((work,) for work in _ALL), (desking, editing, extracting)):
        yield f"{of_kills} kills of {' beside '.join(w.__name__ for w in works)}", kills(works, of_kills, chance)
    for one, other in combinations_with_replacement(_ALL, 2):
        yield f"{of_pairs} pairs of {one.__name__} and {other.__name__}", pairs(one, other, of_pairs)


def main() -> None:
    """Ends with 1 if anything was lost."""
    given = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    given.add_argument("--kills", type=int, default=200, help="of each command")
    given.add_argument("--pairs", type=int, default=200, help="of every two commands")
    given.add_argument("--seed", type=int, default=time.time_ns())
    given.add_argument("--only", nargs="+", default=[""], metavar="WORDS", help="« pairs of adding and linking »")
    asked = given.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311 - moments, no secrets
    print(f"seed {asked.seed}")
    trials = _trials(asked.kills, asked.pairs, chance)
    lost = [_told(what, trial) for what, trial in trials if any(words in what for words in asked.only)]
    sys.exit(any(lost))


if __name__ == "__main__":
    main()
