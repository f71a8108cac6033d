"""The forms in which a language puts questions, by name; those without any word of an article begin « plain »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from briefing.model.relation import Asked
from briefing.yamlfile.packaged import packaged

_COMMON = 3
"""How many of the words that answers have in common a plain question gives."""


@cache
def question_forms(package: str) -> Mapping[str, str]:
    """The entries of a pack's `questions.yaml`."""
    return packaged(package, "questions", dict[str, str])


def plain_question(package: str, asked: Asked, common: Sequence[str]) -> str:
    """« Combien ? (chantier, mairie) »: the words that the answers have in common tell what is asked of."""
    words = ", ".join(common[:_COMMON])
    return question_forms(package)[f"plain.{asked}"] + (f" ({words})" if words else "")
