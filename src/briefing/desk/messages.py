"""What a person is told at the desk, in the language of the page: the commands' own sentences, by a list of pairs."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.pages.typography import spaces
from briefing.problems import Problem
from briefing.yamlfile.packaged import packaged

_NAMED = re.compile(r"\{(\w+)\}")
_SENTENCES = frozenset({"hint", "why", "said", "message", "status"})
_KINDS = {"id": r"c-[^\s:]+", "hint": "(?:; did you mean .+)?", "key": r"[\w.]+", "field": r"[\w.+]+"}


class _Message(Struct, frozen=True):
    en: str
    fr: str


def problem_in(language: str, problem: Problem) -> str:
    """A problem with its place."""
    return str(replace(problem, message=in_words(language, problem.message)))


def in_words(language: str, message: str) -> str:
    """A sentence of the commands in another language; as it is where the list has none."""
    if language.partition("-")[0] != "fr":
        return message
    for pattern, said in _messages():
        if match := pattern.fullmatch(message):
            values = {
                name: in_words(language, given) if name in _SENTENCES else given
                for name, given in match.groupdict().items()
            }
            return said.format_map(values)
    return message


@cache
def _messages() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The pairs; of two that fit, the one with more words of its own comes first."""
    found = packaged("briefing.desk", "messages", tuple[_Message, ...])
    found = tuple(sorted(found, key=lambda pair: -len(_NAMED.sub("", pair.en))))
    return tuple((_pattern(pair.en), spaces(pair.fr.replace("'", "’"), "fr")) for pair in found)


def _pattern(sentence: str) -> re.Pattern[str]:
    """What the sentence is with any names in its braces."""
    parts = _NAMED.split(sentence)
    named = (f"(?P<{name}>{_KINDS.get(name, '.+?')})" for name in parts[1::2])
    fixed = map(re.escape, parts[::2])
    return re.compile("".join(part for both in zip(fixed, [*named, ""], strict=True) for part in both), re.DOTALL)
