"""Who decides."""

from __future__ import annotations

import getpass
import shutil
import subprocess
from pathlib import Path

from briefing.problems import BriefingError


def reviewer(root: Path) -> str:
    """The name that git knows, or the login name. Raises BriefingError where nobody is known."""
    try:
        return _git_name(root) or getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise BriefingError.at(".", "nobody is known who decides; give your name with --by NAME") from None


def _git_name(root: Path) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        said = subprocess.run([git, "config", "user.name"], cwd=root, capture_output=True, check=False, timeout=10)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout.decode("utf-8", "replace").strip()
