"""Makes `src/briefing/schemas/*.json` from the types, each property described by the docstring of its field.

python scripts/schemas.py
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from briefing import schemas
from briefing.export.to_json import WORDS_OF_THE_TEXT
from briefing.model.annotation import UNWRITTEN
from briefing.model.article import Metadata
from briefing.model.claim import Because, Claim, ClaimFile
from briefing.model.entity import Entity
from briefing.model.link import Link
from briefing.model.measure import Measure
from briefing.model.relation import Corroboration, Difference, Proposal, Question, SetAside
from briefing.store.defaults import PLACE
from briefing.yamlfile.shape import structs_in

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Links(Struct, frozen=True):
    """One file."""

    links: tuple[Link, ...]
    """The decisions, in the order in which they were taken."""


class ExportedArticle(Metadata, frozen=True, kw_only=True):
    """An article: what is known about it, and as much of its text as its rights allow."""

    id: str
    text_sha256: str
    text: str = ""


class ExportedClaim(Claim, frozen=True, kw_only=True):
    """A claim, and the article that it was found in."""

    because: Because
    article: str


class Exported(Struct, frozen=True):
    """The document. What is unknown or empty is left out of every object."""

    articles: tuple[ExportedArticle, ...]
    claims: tuple[ExportedClaim, ...]
    entities: tuple[Entity, ...]
    corroborations: tuple[Corroboration, ...]
    differences: tuple[Difference, ...]
    questions: tuple[Question, ...]
    proposals: tuple[Proposal, ...]
    measures: tuple[Measure, ...]
    copies: tuple[tuple[str, str], ...]
    set_aside: tuple[SetAside, ...]


def made() -> dict[str, str]:
    """The text of each schema by its name."""
    return {"claims": _claims(), "links": _links(), "export": _export()}


def _claims() -> str:
    found = _described(ClaimFile)
    found["$defs"].pop("Span", None)  # only what is not written has one
    for name, part in found["$defs"].items():
        if name != "Because":  # only there the rule is written to the file
            part["properties"] = {k: v for k, v in part.get("properties", {}).items() if k not in UNWRITTEN}
        if "required" in part:
            part["required"] = [key for key in part["required"] if key not in PLACE]
    return _written(found, "Briefing claim file")


def _links() -> str:
    return _written(_described(_Links), "Briefing links file")


def _export() -> str:
    found = _described(Exported)
    found["$defs"].pop("Span", None)  # only what is not written has one
    for name, part in found["$defs"].items():
        if name != "Because":  # only there the rule is written
            part["properties"] = {k: v for k, v in part.get("properties", {}).items() if k not in UNWRITTEN}
        part.get("properties", {}).pop("nth", None)
        if "required" in part:
            part["required"] = [key for key in part["required"] if key not in WORDS_OF_THE_TEXT]
    return _written(found, "Briefing export")


def _written(schema: dict[str, Any], title: str) -> str:
    named = {"$schema": _DIALECT, **schema, "title": title}
    return json.dumps(named, allow_nan=False, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _described(wanted: type) -> dict[str, Any]:
    """The schema of a type, each property with the docstring of its field in place of a made-up title."""
    _, parts = msgspec.json.schema_components([wanted], ref_template="#/$defs/{name}")
    schema: dict[str, Any] = {**parts.pop(wanted.__name__), "$defs": parts}
    docs = {kind.__name__: _docs(kind) for kind in structs_in(wanted)}
    for part in (schema, *parts.values()):
        if "properties" in part:
            part["additionalProperties"] = False
        for name, field in part.get("properties", {}).items():
            words = docs.get(part.get("title", ""), {}).get(name)
            if words:
                field["description"] = words
    return schema


def _docs(wanted: type) -> dict[str, str]:
    """The docstring of each field of a struct, its own or inherited."""
    found: dict[str, str] = {}
    for owner in reversed(wanted.__mro__):
        if owner not in Struct.__mro__:
            found |= _of_module(owner.__module__).get(owner.__name__, {})
    return found


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """The docstrings of a module's fields, by class and field; none where its source is not at hand."""
    try:
        tree = ast.parse(Path(str(sys.modules[name].__file__)).read_text("utf-8"))
    except (OSError, KeyError):
        return {}
    return {node.name: dict(_below(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _below(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Each field that a string follows, and the string on one line."""
    for field, doc in pairwise(node.body):
        match field, doc:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, " ".join(words.split())


if __name__ == "__main__":
    for schema, text in made().items():
        Path(schemas.__file__).with_name(f"{schema}.json").write_text(text, "utf-8")
