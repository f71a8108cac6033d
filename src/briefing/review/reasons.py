"""Why claims are rejected: what a person chooses from before writing something else."""

from __future__ import annotations

from typing import cast

from briefing.pages.strings import strings


def reasons(language: str) -> list[str]:
    """The usual reasons, in the language in which readers will see them."""
    return cast("list[str]", cast("dict[str, object]", strings(language)["desk"])["reasons"])
