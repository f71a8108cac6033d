"""YAML that comes with the program: read by the fast parser, and as the type that its reader declares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any, TypeVar, get_args

import msgspec
import yaml

from briefing.problems import BriefingError, Problem, Where

T = TypeVar("T")

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def packaged(package: str, name: str, wanted: type[T], *, below: str | None = None) -> T:
    """The content of `name`.yaml in a package, or what stands `below` one of its keys: a value, or rows of one type.

    Raises BriefingError when the file does not fit: it comes with the program, so this is a maintainer's mistake.
    """
    content = yaml.load((files(package) / f"{name}.yaml").read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe one
    content = content if below is None else content[below]
    try:
        _check_keys(content, wanted)
        return msgspec.convert(content, wanted)
    except msgspec.ValidationError as wrong:
        raise BriefingError(Problem(Where(f"{package.replace('.', '/')}/{name}.yaml"), str(wrong))) from None


def _check_keys(content: Any, wanted: type) -> None:
    """Raises ValidationError for a key that names no field, which msgspec passes by."""
    rows: Iterable[Any] = [content] if is_dataclass(wanted) else content
    for kind in (wanted, *get_args(wanted)):
        if is_dataclass(kind):
            known = {field.name for field in fields(kind)}
            for number, row in enumerate(rows, 1):
                if unknown := set(row) - known:
                    raise msgspec.ValidationError(f"entry {number}: unknown key {min(unknown)}")
