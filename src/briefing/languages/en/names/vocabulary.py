"""What the words of a name tell."""

from __future__ import annotations

from functools import cache

from briefing.yamlfile.packaged import packaged


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `words.yaml` or `first_names.yaml`."""
    content = {**_lists("words"), **_lists("first_names")}
    return frozenset(word.replace("-Cup", " Cup") for word in content[name].split())


def _lists(name: str) -> dict[str, str]:
    return packaged(__package__, name, dict[str, str])
