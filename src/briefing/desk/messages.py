"""What a person is told at the desk, in the language of the page: the commands' own sentences, by a list of pairs."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from briefing.pages.typography import spaces
from briefing.problems import Problem
from briefing.yamlfile.packaged import packaged

_NAMED = re.compile(r"\{(\w+)\}")
_SENTENCES = frozenset({"hint", "why", "said", "message", "status"})
_KINDS = {"id": r"c-[^\s:]+", "hint": "(?:; did you mean .+)?", "key": r"[\w.]+", "field": r"[\w.+]+"}


def problem_in(language: str, problem: Problem) -> str:
    """A problem with its place."""
    return str(replace(problem, message=in_words(language, problem.message)))


def in_words(language: str, message: str) -> str:
    """A sentence of the commands in another language; as it is where the list has none."""
    for pattern, said in _messages(language.partition("-")[0]):
        if match := pattern.fullmatch(message):
            values = {
                name: in_words(language, given) if name in _SENTENCES else given
                for name, given in match.groupdict().items()
            }
            return said.format_map(values)
    return message


@cache
def _messages(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The pairs of a language; of two that fit, the one with more words of its own comes first."""
    rows = [row for row in packaged("briefing.desk", "messages", list[dict[str, str]]) if language in row]
    rows.sort(key=lambda row: -len(_NAMED.sub("", row["told"])))
    return tuple((_pattern(row["told"]), spaces(row[language].replace("'", "’"), language)) for row in rows)


def _pattern(sentence: str) -> re.Pattern[str]:
    """What the sentence is with any names in its braces."""
    parts = _NAMED.split(sentence)
    named = (f"(?P<{name}>{_KINDS.get(name, '.+?')})" for name in parts[1::2])
    fixed = map(re.escape, parts[::2])
    return re.compile("".join(part for both in zip(fixed, [*named, ""], strict=True) for part in both), re.DOTALL)
