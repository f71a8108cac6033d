"""The Jinja environment: autoescape on, undefined names are errors, a project's own templates before ours."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from msgspec.structs import asdict

from briefing.pages import typography
from briefing.pages.bare.policy import POLICY
from briefing.pages.dates import partial_date
from briefing.pages.paths import ASSETS
from briefing.pages.strings import Words, strings
from briefing.pages.template_cache import compiled
from briefing.relate.compare.weights import unseen


class _Templates(Environment):
    """Templates that share their names in one mapping."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All names in one: Jinja chains those of all templates and of each, and walks the chain at every render."""
        return {**self.globals, **(d or {})}


def environment(language: str, overrides: Path | None = None) -> Environment:
    """Templates of the package, or of the folder `overrides` where it has one of the same name.

    Everything that a template prints is escaped; text of articles never becomes markup.
    """
    loaders: list[BaseLoader] = [PackageLoader("briefing.pages", "templates")]
    if overrides is not None:
        loaders.insert(0, FileSystemLoader(overrides))
    found = _Templates(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # each build has its own
        bytecode_cache=compiled(language),
    )
    words = strings(language)
    found.globals |= {"policy": POLICY, "assets": ASSETS, "unseen": asdict(unseen())}
    found.globals |= {"t": words, "count": partial(_count, words, language), "filled": _filled}
    found.filters |= {
        "spaced": partial(typography.spaces, language=language),
        "quoted": partial(typography.quoted, language=language),
        "inner": partial(typography.inner, language=language),
        "capital": typography.capital,
        "lowered": partial(typography.lowered, small=frozenset(cast("list[str]", words["small_words"]))),
        "begun": typography.begun,
        "clipped": typography.clipped,
        "clipped_before": typography.clipped_before,
        "precision": typography.precision,
        "number": partial(typography.number, language=language),
        "listing": partial(typography.listing, language=language),
        "date": partial(partial_date, language=language),
        "short_date": partial(partial_date, language=language, length="short"),
    }
    return found


def _count(words: dict[str, Words], language: str, thing: str, count: int) -> str:
    """« 1 article », « 4 articles », with the number written as the language does."""
    forms = words["counts"]
    pattern = forms[thing][typography.plural(count, language)]  # type: ignore[call-overload,index]
    return str(pattern).format(n=typography.number(count, language))


def _filled(pattern: str, **values: object) -> Markup:
    """A sentence of the catalogue with its `{names}` filled, each value escaped unless it is markup."""
    return Markup(escape(pattern).format(**values))  # noqa: S704 - an escaped pattern escapes its values
