"""The JSON Schema of a type, with the docstrings of its fields: what an editor shows while one writes."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any


def described(schema: dict[str, Any], types: Iterable[type]) -> dict[str, Any]:
    """The schema made of `types`, each property with the docstring of its field in place of a made-up title."""
    docs = {wanted.__name__: _docs(wanted) for wanted in types}
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            field.pop("title", None)
            words = docs.get(part.get("title", ""), {}).get(name)
            if words:
                field["description"] = words
    return schema


def _docs(wanted: type) -> dict[str, str]:
    """The docstring of each field of a dataclass, its own or inherited."""
    found: dict[str, str] = {}
    for owner in reversed(wanted.__mro__):
        if owner.__module__ != "builtins":
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
