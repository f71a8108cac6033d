"""A finite verb with what it governs, and whether it is negated."""

from __future__ import annotations

from briefing.languages.fr.modality.syntax.grammar import grammar, is_between
from briefing.languages.fr.modality.syntax.tokens import INVERSIONS, Tokens

_REACH = 12
"""How many tokens behind a finite verb may still belong to its group."""
_GAP = 4
"""How many adverbs may stand between two verbs of a group."""


def verb_group(tokens: Tokens, verb: int) -> tuple[int, ...]:
    """The places of a finite verb and of the participles and infinitives that follow it, adverbs between."""
    places = [verb]
    for place in range(verb + 1, min(len(tokens), verb + _REACH)):
        found = tokens.forms[place]
        if found.participle or found.infinitive:
            places.append(place)
        elif not _may_stand_inside(tokens, place) or place - places[-1] > _GAP:
            break
    return tuple(places)


def _may_stand_inside(tokens: Tokens, place: int) -> bool:
    """An adverb, a clitic, or an inverted subject (« a-t-il »)."""
    return is_between(tokens[place]) or tokens[place] in INVERSIONS or tokens[place - 1] in INVERSIONS


def negation(tokens: Tokens, verb: int) -> bool:
    """Whether the finite verb is negated: « ne … pas », « personne ne », « ne peut nier »; not « ne … que »."""
    words, before = grammar(), verb - 1
    while tokens[before] in words.clitics and tokens[before] not in words.ne:
        before -= 1
    if tokens[before] not in words.ne:
        return False
    after = tokens.words[verb + 1 : verb + 5]
    earlier = tokens.words[max(0, before - 8) : before]
    strengthened = not words.negations.isdisjoint(after) or not words.negative_subjects.isdisjoint(earlier)
    return strengthened or tokens.forms[verb].may_be(words.bare_negation)
