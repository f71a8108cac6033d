"""Noun groups as they tell of somebody: several together, « Moscou et Pyongyang », and without their article."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag


def coordination(syntax: Syntax, number: int) -> tuple[int, ...]:
    """A noun group and those joined to it, in order; not « l'acteur et réalisateur », who is one."""
    return _row(syntax, number, _is_another)


def as_one(syntax: Syntax, number: int) -> tuple[int, ...]:
    """The groups that call one person: « [la présidente] et [cheffe du groupe] », without a second article."""
    return _row(syntax, number, _is_again)


def _row(syntax: Syntax, number: int, is_joined: Callable[[Syntax, int], bool]) -> tuple[int, ...]:
    """A group and those before and behind it that are joined in one way, in order."""
    found = [number]
    while is_joined(syntax, found[0]):
        found.insert(0, syntax.nouns[found[0]].joined_to or 0)
    for n in range(found[-1] + 1, len(syntax.nouns)):
        if syntax.nouns[n].joined_to == found[-1] and is_joined(syntax, n):
            found.append(n)
    return tuple(found)


def _is_again(syntax: Syntax, number: int) -> bool:
    """Whether a group is joined to another and calls the same person."""
    group = syntax.nouns[number]
    joined = group.joined_to is not None and are_alike(syntax, syntax.nouns[group.joined_to], group)
    return joined and not _is_another(syntax, number) and group.number != "p"


def _is_another(syntax: Syntax, number: int) -> bool:
    """Whether a group is joined to another and is somebody else: with a determiner, or by name."""
    group = syntax.nouns[number]
    if group.joined_to is None or not are_alike(syntax, syntax.nouns[group.joined_to], group):
        return False
    return group.determiner is not None or syntax.words[group.head].tag is not Tag.NOUN


def are_alike(syntax: Syntax, one: NounGroup, joined: NounGroup) -> bool:
    """« de la police et [de] la mairie »: whether both stand behind one preposition, or behind one said twice."""
    again = one.preposition is not None and joined.preposition is not None
    repeated = again and syntax.words[(joined.preposition or 0) - 1].tag is Tag.COORDINATOR
    return one.preposition == joined.preposition or repeated


def without_article(syntax: Syntax, group: NounGroup) -> int:
    """The first word of a group that is no article; « plusieurs » stays."""
    first = group.first
    while first < group.head and syntax.words[first].tag is Tag.DETERMINER and syntax.words[first].kind != "quantifier":
        first += 1
    return first
