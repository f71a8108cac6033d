"""Language packs, found by their entry point `briefing.languages`; the built-in ones take the same way."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from briefing.extract.pack import LanguagePack


@cache
def find_pack(code: str) -> LanguagePack | None:
    """The pack for a language code (`fr`, `fr-CA`), or None where there is none."""
    for entry in entry_points(group="briefing.languages"):
        if entry.name == code.partition("-")[0].lower():
            pack: LanguagePack = entry.load()
            return pack
    return None
