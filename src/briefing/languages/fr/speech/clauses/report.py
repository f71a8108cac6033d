"""A report: somebody says something by some words, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefing.languages.fr.speech.syntax.grammar import Tag
from briefing.languages.fr.speech.syntax.groups import Group, Words


class Clause(NamedTuple):
    """The words of a sentence, where reports break it, and where its cue verbs begin."""

    words: Words
    stops: frozenset[int] = frozenset()
    verbs: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """Groups are indices of the sentence's words; a source of None goes on with the last speaker."""

    rule: str
    cue: Group
    source: Group | None
    content: Group
    indirect: bool = True
    """Whether the content is a reported clause; otherwise it only holds quoted words of the source."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Words that looked like a report and are none, and why: what `briefing explain` tells."""

    rule: str
    cue: Group
    why: str


Finding = Report | Rejected


def is_quoted(words: Words, group: Group) -> bool:
    """Whether nothing but quotations stands in the group."""
    marks = {Tag.QUOTE, Tag.COMMA, Tag.STOP, Tag.COLON}
    return all(word.tag in marks for word in words[group.first : group.last])


def holds_quotation(words: Words, group: Group) -> bool:
    """Whether a quotation stands in the group."""
    return any(word.tag is Tag.QUOTE for word in words[group.first : group.last])
