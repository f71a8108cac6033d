"""Whom a description may mean that no sentence near it names: those named far before, and who is named only behind.

« [Le sélectionneur] sourit : « Enfin ! » Hugo Lambert avait prévenu ses joueurs. »
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.extract.chains.actors import Actor
from briefing.extract.chains.names import PEOPLE, Names


def named_before(names: Names, sentence: int, number: int) -> list[Actor]:
    """The people named in front of a group, but for those whom its sentence only quotes; each once."""
    syntax = names.sentences[sentence]
    end = bisect_left(names.starts, syntax.words[syntax.nouns[number].first].start)
    quoted = [word.span for word in syntax.words if word.tag is Tag.QUOTATION]
    told = (m for m in names.mentions[:end] if m.type in PEOPLE and not any(q.contains(m.span) for q in quoted))
    return list({actor.key: actor for actor in (names.actor(m, "") for m in told)}.values())


def named_next(names: Names, sentence: int, acting: Container[int]) -> Actor | None:
    """The person whom a sentence names as if known, though for the first time; `acting` are its groups that act."""
    syntax = names.sentences[sentence]
    for number, group in enumerate(syntax.nouns):
        mention = names.own_mention(syntax, group) if number in acting else None
        if mention is not None:
            first = names.first_named[mention.entity or mention.exact] == mention.start
            meant = first and mention.type in PEOPLE and _stands_bare(syntax, number)
            return names.actor(mention, group.gender) if meant else None
    return None


def _stands_bare(syntax: Syntax, number: int) -> bool:
    """Whether no word beside a name says who it is: not « Anne Petit, 54 ans, », « le pilier Jean Roux »."""
    group = syntax.nouns[number]
    apposed = group.apposed_to is not None or any(other.apposed_to == number for other in syntax.nouns)
    behind = syntax.words[group.last].tag if group.last < len(syntax.words) else Tag.STOP
    return not apposed and behind not in (Tag.COMMA, Tag.BRACKET)
