"""The JSON Schemas of what we write and read; `scripts/schemas.py` makes all but `check.json` from the types."""

from __future__ import annotations

from importlib.resources import files


def schema(name: str) -> str:
    """The schema of `claims`, `links`, `export` or `check`."""
    return (files(__package__) / f"{name}.json").read_text("utf-8")
