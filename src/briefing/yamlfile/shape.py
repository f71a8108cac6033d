"""A type that a YAML document must fit: every mistake with its line and the nearest match.

Pydantic tells all mistakes at once. It is imported when a document is read: most builds read none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar, get_args, get_type_hints

from briefing.problems import Problem, did_you_mean, enough
from briefing.yamlfile.document import Document

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

V = TypeVar("V")
_KINDS = {
    "dataclass_type": "must be lines of “key: value”",
    "dict_type": "must be lines of “key: value”",
    "tuple_type": "must be a list; begin each of its lines with “- ”",
    "list_type": "must be a list; begin each of its lines with “- ”",
    "int_parsing": "must be a number",
    "int_type": "must be a number",
    "int_from_float": "must be a whole number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "finite_number": "must be a number that can be written out",
    "string_type": "must be text; put it in quotes",
}


class Shape(Generic[V]):
    """A type that a document must fit; unknown keys and wrong values become problems, each with its line."""

    def __init__(self, wanted: type[V]) -> None:
        self._wanted = wanted
        self._types = frozenset(dataclasses_in(wanted))
        self._known = frozenset(field.name for part in self._types for field in fields(part))

    def fit(self, document: Document, content: object, at: Sequence[str | int] = ()) -> tuple[V | None, list[Problem]]:
        """The value that `content` (found at `at` in the document) makes, or None and why not."""
        from pydantic import ValidationError

        found = set(document.problems)
        try:
            value = self._adapter.validate_python(content)
        except ValidationError as mistakes:
            told = (self._problem(document, at, mistake) for mistake in mistakes.errors(include_url=False))
            found.update(enough(told))
        return (None, sorted(found)) if found else (value, [])

    @cached_property
    def _adapter(self) -> TypeAdapter[V]:
        from pydantic import TypeAdapter

        return TypeAdapter(self._wanted)

    def _problem(self, document: Document, at: Sequence[str | int], mistake: ErrorDetails) -> Problem:
        keys = [*at, *(key for key in mistake["loc"])]
        return Problem(document.where(keys), _message(mistake, keys, self._known))


def dataclasses_in(wanted: type) -> Iterable[type]:
    """A dataclass and those inside it."""
    found: dict[type, None] = {}
    stack: list[object] = [wanted]
    while stack:
        part = stack.pop()
        stack.extend(get_args(part))
        if isinstance(part, type) and is_dataclass(part) and part not in found:
            found[part] = None
            stack.extend(get_type_hints(part).values())
    return found


def _message(mistake: ErrorDetails, keys: Sequence[str | int], known: Collection[str]) -> str:
    """What is wrong and what to do, in one sentence."""
    words = [key for key in keys if isinstance(key, str)]
    # Pydantic's path ends with the alternatives of a union; the key is the last word that is a field.
    key = next((word for word in reversed(words) if word in known), "the file")
    kind, given = mistake["type"], mistake.get("input")
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        return f"unknown key “{words[-1]}”{did_you_mean(words[-1], known) or '; remove it'}"
    if kind in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return f"“{words[-1]}” is missing; add it"
    if kind == "enum":
        expected = mistake.get("ctx", {}).get("expected", "")
        choices = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
        return f"{key}: “{given}” is none of {', '.join(choices)}{did_you_mean(str(given), choices)}"
    wanted = _KINDS.get(kind) or f"{mistake['msg'][0].lower()}{mistake['msg'][1:]}"
    shown = "" if given is None or isinstance(given, (dict, list)) else f", not “{str(given)[:60]}”"
    return f"{key}: {wanted}{shown}"
