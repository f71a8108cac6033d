"""`briefing`, and `python -m briefing`: the command line, which may be stopped while it is still being loaded."""

from __future__ import annotations

import signal
import sys
from types import FrameType


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.stderr.write("\nbriefing: stopped before anything was done\n")
    sys.exit(128 + signal.SIGINT)  # as a shell has it


signal.signal(signal.SIGINT, _stop)

from briefing.cli import main as run  # noqa: E402 - loading it is what may be stopped


def main() -> None:
    """Run the command line; from here on a command says itself how it was stopped."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
