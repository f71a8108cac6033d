"""What a command costs: processor seconds and memory, of the process and its children, as the system counts them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PER_MB = 1024 if sys.platform == "linux" else 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds, wall seconds, and the most memory that one process held (MB)."""

    cpu: float
    wall: float
    memory: float


def cost_of(command: Sequence[str], folder: Path) -> Cost | None:
    """Run a command in a folder, in silence; None where it ends with a mistake."""
    began = time.perf_counter()
    process = os.fork()
    if process == 0:
        os.chdir(folder)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.execvp(command[0], list(command))  # noqa: S606 - the commands are our own
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - began
    if status != 0:
        return None
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / _PER_MB)


def size_of(folder: Path) -> tuple[float, int]:
    """Megabytes and files of a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files) / 1e6, len(files)
