"""YAML files that people write: read once, validated against a type, every mistake with its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Generic, TypeVar, get_args, get_type_hints

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefing.problems import Problem, Where, did_you_mean

V = TypeVar("V")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEP = 60


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed YAML file: its nodes, which know their lines, and its plain content."""

    path: str
    root: yaml.Node | None
    content: object

    def where(self, keys: Sequence[str | int] = ()) -> Where:
        """The line of the node that `keys` lead to, or of the nearest one above it."""
        node, line = self.root, 1
        for key in keys:
            found = _child(node, key)
            if found is None:
                break
            node, line = found
        return Where(self.path, line)


def _child(node: yaml.Node | None, key: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return value, name.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        item = node.value[key]
        return item, item.start_mark.line + 1
    return None


def parse(text: str, path: str) -> Document | Problem:
    """The document in `text`, or the problem that keeps it from being read (`path` is for the message)."""
    try:
        if _depth(text) > _DEEP:
            return Problem(Where(path), f"brackets are nested more than {_DEEP} deep; write the file in fewer levels")
        loader = _LOADER(text)
        try:
            root = loader.get_single_node()
            content = loader.construct_document(root) if root is not None else None
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        return Problem(
            Where(path, line), f"this is not valid YAML: {problem.problem}; check quotes, colons and indentation"
        )
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        return Problem(Where(path, 1), f"this is not valid YAML: {' '.join(str(problem).split())}")
    return Document(path, root, content)


def _depth(text: str) -> int:
    """How deep brackets nest, roughly: a file that nests thousands of them would exhaust the parser's stack."""
    deepest = depth = 0
    for char in text if text.count("[") + text.count("{") > _DEEP else "":
        depth += (char in "[{") - (char in "]}")
        deepest = max(deepest, depth)
    return deepest


class Shape(Generic[V]):
    """A type that a document must fit; unknown keys and wrong values become problems, each with its line."""

    def __init__(self, wanted: type[V]) -> None:
        self._adapter: TypeAdapter[V] = TypeAdapter(wanted)
        self._known = frozenset(_names(wanted))

    def fit(self, document: Document, content: object, at: Sequence[str | int] = ()) -> tuple[V | None, list[Problem]]:
        """The value that `content` (found at `at` in the document) makes, or None and why not."""
        try:
            return self._adapter.validate_python(content), []
        except ValidationError as mistakes:
            found = {self._problem(document, at, mistake) for mistake in mistakes.errors(include_url=False)}
            return None, sorted(found)

    def json_schema(self) -> dict[str, Any]:
        """The JSON Schema of the type."""
        return self._adapter.json_schema()

    def _problem(self, document: Document, at: Sequence[str | int], mistake: ErrorDetails) -> Problem:
        keys = [*at, *(key for key in mistake["loc"])]
        return Problem(document.where(keys), _message(mistake, keys, self._known))


def _names(wanted: object, seen: frozenset[object] = frozenset()) -> Iterable[str]:
    """The field names of a dataclass and of those inside it."""
    if wanted in seen:
        return
    if is_dataclass(wanted):
        for field in fields(wanted):
            yield field.name
            for part in _parts(wanted, field.name):
                yield from _names(part, seen | {wanted})


def _parts(owner: object, name: str) -> Iterable[object]:
    stack = [get_type_hints(owner).get(name)]
    while stack:
        part = stack.pop()
        stack.extend(get_args(part))
        if is_dataclass(part):
            yield part


def _message(mistake: ErrorDetails, keys: Sequence[str | int], known: Iterable[str]) -> str:
    """What is wrong and what to do, in one sentence."""
    key = next((str(k) for k in reversed(keys) if isinstance(k, str)), "the file")
    kind, given = mistake["type"], mistake.get("input")
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        return f"unknown key “{key}”{did_you_mean(key, known)}"
    if kind in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return f"“{key}” is missing; add it"
    if kind == "enum":
        expected = mistake.get("ctx", {}).get("expected", "")
        choices = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
        return f"{key}: “{given}” is none of {', '.join(choices)}{did_you_mean(str(given), choices)}"
    return f"{key}: {mistake['msg'][0].lower()}{mistake['msg'][1:]}, not “{str(given)[:60]}”"
