"""YAML that comes with the program: read by the fast parser, and as the type that its reader declares."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

from briefing.problems import BriefingError

T = TypeVar("T")

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def packaged(package: str, name: str, wanted: type[T], *, below: str | None = None) -> T:
    """The content of `name`.yaml in a package, or what stands `below` one of its keys: a value, or rows of one type.

    Raises BriefingError when the file does not fit: it comes with the program, so this is a maintainer's mistake.
    """
    content = yaml.load((files(package) / f"{name}.yaml").read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe one
    content = content if below is None else content[below]
    try:
        return msgspec.convert(content, wanted)
    except msgspec.ValidationError as wrong:
        raise BriefingError.at(f"{package.replace('.', '/')}/{name}.yaml", str(wrong)) from None
