"""The formats in which a dossier leaves the program."""

from __future__ import annotations

from collections.abc import Callable

from briefing.export.to_json import to_json
from briefing.model.dossier import Dossier

FORMATS: dict[str, Callable[[Dossier], str]] = {"json": to_json}
"""Each turns a dossier into the text of one file."""
