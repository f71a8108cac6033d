"""The annotations of an article (`NAME.gold.yaml`) and between articles (`cross.yaml`), as gold/GUIDELINES.md tells.

Only the fields that are compared; the files say more.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

NOT_CLAIMS = frozenset({"opinion", "question"})
"""Labels of sentences that need no claim."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation; `speaker` is None where nobody is named."""

    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """Indirect speech: the reported clause and its source as written."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence and its modality; `alt` holds what a careful reader may defend too."""

    text: str
    label: str
    alt: tuple[str, ...] = ()

    @property
    def allowed(self) -> frozenset[str]:
        """Every label that is right."""
        return frozenset({self.label, *self.alt})


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity."""

    text: str
    value: float
    bound: str = "exact"


@dataclass(frozen=True, slots=True)
class Dated:
    """A temporal expression; `value` is None where the text gives none."""

    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An entity and its distinct surface strings."""

    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """A checkable statement, by its evidence."""

    evidence: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that a careful reader found in one article."""

    quotes: tuple[Quoted, ...] = ()
    attributions: tuple[Reported, ...] = ()
    modality: tuple[Judged, ...] = ()
    not_sentences: tuple[str, ...] = ()
    quantities: tuple[Measured, ...] = ()
    dates: tuple[Dated, ...] = ()
    entities: tuple[Named, ...] = ()
    claims: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A passage of an article that belongs to a group."""

    article: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Group:
    """Passages of several articles about the same thing."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """The groups across articles."""

    corroboration: tuple[Group, ...] = ()
    differences: tuple[Group, ...] = ()


_ANNOTATIONS, _LINKS = TypeAdapter(Annotations), TypeAdapter(Links)


def read_annotations(folder: Path) -> dict[str, Annotations]:
    """The annotations of each article of the folder, by the article's name; in order of names."""
    paths = sorted(folder.glob("*.gold.yaml"), key=lambda path: path.name.removesuffix(".gold.yaml"))
    return {path.name.removesuffix(".gold.yaml"): _ANNOTATIONS.validate_python(_read(path)) for path in paths}


def read_links(folder: Path) -> Links | None:
    """The annotated links between the folder's articles, None where there are no annotations of that kind."""
    path = folder / "cross.yaml"
    return _LINKS.validate_python(_read(path)) if path.exists() else None


def _read(path: Path) -> object:
    return yaml.safe_load(path.read_text("utf-8")) or {}
