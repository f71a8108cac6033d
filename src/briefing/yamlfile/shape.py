"""A type that a YAML document must fit: every mistake with its line and the nearest match.

msgspec tells the first mistake only; where there is one, each part is asked alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from msgspec import Struct, ValidationError, convert
from msgspec.structs import fields

from briefing.problems import Problem, did_you_mean, enough
from briefing.yamlfile.document import Document

V = TypeVar("V")
Keys: TypeAlias = tuple[str | int, ...]
_LINES = "must be lines of “key: value”"
_LIST = "must be a list; begin each of its lines with “- ”"
_KINDS: Mapping[object, str] = {
    dict: _LINES,
    tuple: _LIST,
    int: "must be a whole number",
    float: "must be a number",
    str: "must be text; put it in quotes",
    bool: "must be true or false",
    date: "must be a day, as 2026-11-21",
}


def fitted(wanted: type[V], document: Document, content: object) -> tuple[V | None, list[Problem]]:
    """The value that `content` makes; else None, and each unknown key and wrong value with its line in the document."""
    found = set(document.problems)
    value = None
    try:
        value = convert(content, wanted)
    except ValidationError:
        told = _mistakes(wanted, content, ())
        found.update(enough(Problem(document.where(keys), _message(wanted, keys, wrong)) for keys, wrong in told))
    return (None, sorted(found)) if found else (value, [])


def _message(wanted: type, keys: Keys, wrong: str) -> str:
    """What is wrong and what to do, in one sentence that begins with the last key that is a field."""
    known = _fields_of(wanted)
    if wrong in {_MISSING, _UNKNOWN}:
        name = str(keys[-1])
        return wrong.format(name, did_you_mean(name, known) or "; remove it")
    key = next((key for key in reversed(keys) if key in known), "the file")
    return f"{key}: {wrong}"


@cache
def _fields_of(wanted: type) -> Collection[str]:
    return frozenset(name for part in structs_in(wanted) for name in part.__struct_fields__)


def structs_in(wanted: type) -> Iterable[type[Struct]]:
    """A struct and those inside it."""
    found: dict[type[Struct], None] = {}
    stack: list[Any] = [wanted]
    while stack:
        part = stack.pop()
        stack.extend(get_args(part))
        if isinstance(part, type) and issubclass(part, Struct) and part not in found:
            found[part] = None
            stack.extend(field.type for field in fields(part))
    return found


_MISSING = "“{0}” is missing; add it"
_UNKNOWN = "unknown key “{0}”{1}"


def _mistakes(wanted: Any, given: object, at: Keys) -> Iterator[tuple[Keys, str]]:
    """Where a value does not fit a type, part by part, and why."""
    kinds = [kind for kind in _kinds(wanted) if kind is not NoneType]
    kind, inside = get_origin(kinds[0]) or kinds[0], get_args(kinds[0])
    if isinstance(given, dict) and isinstance(kind, type) and issubclass(kind, Struct):
        yield from _of_struct(kind, given, at)
    elif isinstance(given, dict) and kind is dict:
        for key, value in given.items():
            yield from _mistakes(inside[1], value, (*at, key))
    elif isinstance(given, list) and kind is tuple and inside[-1] is ...:
        for number, value in enumerate(given):
            yield from _mistakes(inside[0], value, (*at, number))
    else:
        try:
            convert(given, wanted)
        except ValidationError:
            yield at, _why(kinds, given)


def _of_struct(kind: type[Struct], given: Mapping[str, object], at: Keys) -> Iterator[tuple[Keys, str]]:
    known = {field.name: field for field in fields(kind)}
    for name, field in known.items():
        if name in given:
            yield from _mistakes(field.type, given[name], (*at, name))
        elif field.required:
            yield (*at, name), _MISSING
    yield from (((*at, name), _UNKNOWN) for name in given if name not in known)


def _kinds(wanted: Any) -> tuple[Any, ...]:
    """The alternatives of a union, else the type alone."""
    return get_args(wanted) if get_origin(wanted) in {Union, UnionType} else (wanted,)


def _why(kinds: Sequence[Any], given: object) -> str:
    kind = kinds[-1]  # of « int | float » the wider one
    if get_origin(kind) is Annotated:
        return f"must be {get_args(kind)[1].description}"
    if get_origin(kind) is tuple and (several := get_args(kind))[-1] is not ...:
        return f"must be {len(several)} numbers between brackets"
    choices = _choices(kind)
    if choices:
        if given is None or isinstance(given, dict | list):
            return f"must be one of {', '.join(choices)}"
        written = str(given)[:60]
        return f"“{written}” is none of {', '.join(choices)}{did_you_mean(written, choices)}"
    wanted = _KINDS.get(get_origin(kind) or kind, _LINES)
    return wanted if given is None or isinstance(given, dict | list) else f"{wanted}, not “{str(given)[:60]}”"


def _choices(kind: Any) -> list[str]:
    """The values that a type names one by one."""
    if get_origin(kind) is Literal:
        return [str(value) for value in get_args(kind)]
    return [str(value.value) for value in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []
