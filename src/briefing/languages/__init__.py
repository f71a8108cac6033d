"""Language packs, found by their entry point `briefing.languages`; the built-in ones take the same way."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoints, entry_points

from briefing.extract.pack import LanguagePack


@cache
def find_pack(code: str) -> LanguagePack | None:
    """The pack for a language code (`fr`, `fr-CA`), or None where there is none."""
    for entry in _installed():
        if entry.name == code.partition("-")[0].lower():
            pack: LanguagePack = entry.load()
            return pack
    return None


@cache
def _installed() -> EntryPoints:
    """Found once: for them the files of every distribution are opened."""
    return entry_points(group="briefing.languages")
