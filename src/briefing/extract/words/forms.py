"""What a search must know of a language: words that need not be found, and what joins the forms of one word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct, field

from briefing.yamlfile.packaged import packaged


class Final(Struct, frozen=True, kw_only=True):
    """An ending that is evened out after all others: what it `becomes`, where so many letters are `left` before it."""

    ends: str
    becomes: str = ""
    left: int = 0


class WordForms(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The content of a pack's `search.yaml`, which explains the fields and the order in which they are used."""

    stop: tuple[str, ...] = ()
    irregular: Mapping[str, str] = field(default_factory=dict)
    verbs: Mapping[str, str] = field(default_factory=dict)
    """Irregular forms by infinitive, several in one string."""
    plurals: str = ""
    """The letters that make a plural."""
    endings: Mapping[str, str] = field(default_factory=dict)
    suffixes: Mapping[int, str] = field(default_factory=dict)
    finals: tuple[Final, ...] = ()


@cache
def word_forms(package: str) -> WordForms:
    """The `search.yaml` of a language pack."""
    return packaged(package, "search", WordForms)
