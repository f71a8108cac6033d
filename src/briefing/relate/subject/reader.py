"""What the relating asks of a language pack: the themes of a passage."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.pack import Theme

Reader = Callable[[str, str], tuple[Theme, ...]]
"""The themes of a passage in a language: (language, passage)."""
ACTION, NATION, WHERE = "action", "nation", "where"
