"""What a command costs: processor seconds and memory, of the process and its children, as the system counts them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PER_MB = 1024 if sys.platform == "linux" else 1024 * 1024
"""In what the system counts memory."""


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
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or each command would compile the program first
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.execvp(command[0], list(command))  # noqa: S606 - the commands are our own
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - began
    if status != 0:
        return None
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / PER_MB)


def preview_cost(command: Sequence[str], folder: Path, change: Callable[[], None]) -> Cost | None:
    """From a change to the word « ready » of a preview that was ready before; None where no seconds are told."""
    if not Path("/proc/self/stat").exists():
        return None
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as preview:
        try:
            if not _is_ready(preview):
                return None
            used, began = _seconds(preview.pid), time.perf_counter()
            change()
            if not _is_ready(preview):
                return None
            return Cost(_seconds(preview.pid) - used, time.perf_counter() - began, _held(preview.pid))
        finally:
            preview.terminate()


def _is_ready(preview: subprocess.Popen[str]) -> bool:
    return any("ready in" in line for line in preview.stdout or ())


def _seconds(process: int) -> float:
    """CPU seconds of a process so far (proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _held(process: int) -> float:
    """The most memory that it held (MB)."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def size_of(folder: Path) -> tuple[float, int]:
    """Megabytes and files of a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files) / 1e6, len(files)
