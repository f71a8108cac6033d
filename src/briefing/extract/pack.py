"""What the engine asks of a language: an ordered list of annotators, and the names everybody knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.extract.reading import Annotator
from briefing.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Theme:
    """A word of a passage and its class: `action/envoyer`, `chose/accord`, `nation/russie`; offsets in the passage."""

    name: str
    start: int
    end: int

    @property
    def kind(self) -> str:
        """action, chose (a thing) or nation."""
        return self.name.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """The rules of one language. Reading `annotators` from left to right tells the whole pipeline."""

    code: str
    version: int
    """Raised when the rules change what they extract."""
    annotators: tuple[Annotator, ...]
    themes: Callable[[str], tuple[Theme, ...]] = lambda _: ()
    """What a passage speaks of, in classes of words that mean the same in the news."""
    gazetteer: Callable[[], tuple[Entity, ...]] = tuple
    """Entities that hold for the language, not for a project: countries, capitals."""
