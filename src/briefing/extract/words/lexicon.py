"""Reading a language pack's word lists: commented YAML whose examples run as tests.

A lexicon is a mapping with `layer` (where its entries show) and `entries`. Each entry is a mapping that fits the
dataclass its component declares; `example` shows it at work with the words that must be found in square brackets,
`counter` shows words in brackets that must not be found.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from briefing.problems import BriefingError, Problem, Where

E = TypeVar("E")


@cache
def load(package: str, name: str, entry: type[E]) -> tuple[E, ...]:
    """The entries of `name`.yaml in `package`, each a value of the dataclass `entry`.

    Raises BriefingError when the file does not fit; entries are language data, so this is a maintainer's mistake.
    """
    path = files(package) / f"{name}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 - a safe loader, in C where there is one
    where = f"{package.replace('.', '/')}/{name}.yaml"
    known = {field.name for field in fields(entry)}  # type: ignore[arg-type] # every entry is a dataclass
    for number, row in enumerate(content["entries"], 1):
        if unknown := set(row) - known:
            raise BriefingError(Problem(Where(where), f"entry {number}: unknown key {min(unknown)}"))
    try:
        return tuple(TypeAdapter(list[entry]).validate_python(content["entries"]))  # type: ignore[valid-type]
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(str(p) for p in first["loc"])
        raise BriefingError(Problem(Where(where), f"{place}: {first['msg']}")) from None
