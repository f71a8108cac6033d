"""The sentences by which a language says why two claims differ or were not joined."""

from __future__ import annotations

from functools import cache

from briefing.yamlfile.packaged import packaged


@cache
def reasons(package: str) -> dict[str, str]:
    """The entries of a pack's `reasons.yaml`, by key."""
    return packaged(package, "reasons", dict[str, str])
