"""The annotations of an article (`NAME.gold.yaml`) and between articles (`cross.yaml`), as gold/GUIDELINES.md tells.

Only the fields that are compared; the files say more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from msgspec import convert

NOT_CLAIMS = frozenset({"opinion", "question"})
"""Labels of sentences that need no claim."""


_SEVERAL = ("alt", "type")
"""Of these, one may be written without its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Annotated words; `start` tells which of the same ones. What is optional is right if found and no fault if not."""

    text: str
    start: int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted(Row):
    """A quotation; `speaker` is None where nobody is named, and owed only where the text names it (not `inferred`)."""

    speaker: str | None = None
    inferred: bool = False
    kind: str = ""
    alt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(Row):
    """Indirect speech: the reported clause and its source as written; `whole`: its sentence is right too."""

    source: str
    entity: str | None = None
    whole: bool = False
    alt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Row):
    """A sentence and its modality; `alt` holds what a careful reader may defend too."""

    label: str
    alt: tuple[str, ...] = ()

    @property
    def allowed(self) -> frozenset[str]:
        """Every label that is right."""
        return frozenset({self.label, *self.alt})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured(Row):
    """A quantity."""

    value: float
    value_max: float | None = None
    bound: str = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Row):
    """A temporal expression; `value` is None where the text gives none."""

    value: str | None = None
    mod: str = ""
    alt: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity and its distinct surface strings."""

    name: str = ""
    type: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A checkable statement, by its evidence."""

    evidence: str
    start: int | None = None
    optional: bool = False

    @property
    def row(self) -> Row:
        """Its words as those of any other row."""
        return Row(text=self.evidence, start=self.start, optional=self.optional)


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that a careful reader found in one article; None where a layer was not annotated."""

    quotes: tuple[Quoted, ...] = ()
    attributions: tuple[Reported, ...] = ()
    modality: tuple[Judged, ...] = ()
    not_sentences: tuple[str, ...] = ()
    quantities: tuple[Measured, ...] = ()
    dates: tuple[Dated, ...] = ()
    entities: tuple[Named, ...] | None = None
    claims: tuple[Stated, ...] | None = None


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


def read_annotations(folder: Path) -> dict[str, Annotations]:
    """The annotations of each article of the folder, by the article's name; in order of names."""
    paths = sorted(folder.glob("*.gold.yaml"), key=lambda path: path.name.removesuffix(".gold.yaml"))
    return {path.name.removesuffix(".gold.yaml"): convert(_read(path), Annotations) for path in paths}


def read_links(folder: Path) -> Links | None:
    """The annotated links between the folder's articles, None where there are no annotations of that kind."""
    path = folder / "cross.yaml"
    return convert(_read(path), Links) if path.exists() else None


def rows(stated: Sequence[Stated]) -> tuple[Row, ...]:
    """Statements by their words."""
    return tuple(item.row for item in stated)


def _read(path: Path) -> object:
    return _listed(yaml.safe_load(path.read_text("utf-8")) or {})


def _listed(content: object) -> object:
    if isinstance(content, list):
        return [_listed(item) for item in content]
    if not isinstance(content, dict):
        return content
    alone = {key for key in _SEVERAL if key in content and not isinstance(content[key], list)}
    return {key: [value] if key in alone else _listed(value) for key, value in content.items()}
