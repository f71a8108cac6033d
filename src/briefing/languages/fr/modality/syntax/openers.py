"""Words that open a subordinate clause, and the same words where they do not."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.tokens import PAUSES, Tokens


class Role(StrEnum):
    """What a clause is in its sentence."""

    MAIN = "main"
    RELATIVE = "relative"
    COMPLETIVE = "completive"
    CIRCUMSTANCE = "circumstance"


@cache
def openers() -> frozenset[str]:
    """Every word that may open a subordinate clause."""
    words = grammar()
    return words.que | words.which | words.conditions | words.relatives | words.circumstances


def opens(tokens: Tokens, index: int) -> bool:
    """Whether the word opens a subordinate clause here."""
    text, words = tokens[index], grammar()
    if text in words.que:
        return _que_opens(tokens, index)
    if text in words.which:
        return index > 0 and tokens[index + 1] not in words.que and not tokens.forms[index + 1].finite
    if text == "comme":
        return index == 0 or tokens[index - 1] in PAUSES
    if text == "dont":
        counted = tokens[index + 1] in words.determiners and tokens[index + 3] in PAUSES
        return not (counted or tokens[index + 1].isdigit())
    if text in words.conditions:
        return _si_opens(tokens, index)
    return text in words.relatives or text in words.circumstances


def role(tokens: Tokens, opener: int) -> Role:
    """The role that the opening word gives to its clause."""
    text, words = tokens[opener], grammar()
    if text in words.que:
        return Role.CIRCUMSTANCE if tokens[opener - 1] in words.before_que else Role.COMPLETIVE
    return Role.RELATIVE if text in words.relatives else Role.CIRCUMSTANCE


def _si_opens(tokens: Tokens, index: int) -> bool:
    """« s'il », and « si » before a subject; not « si loin »."""
    after = tokens[index + 1]
    if tokens[index] == "s'":
        return after in {"il", "ils"}
    return after in grammar().determiners or after in grammar().subjects or index + 1 in tokens.capitals


def _que_opens(tokens: Tokens, index: int) -> bool:
    """Not the « que » of a comparison, of « ne … que » or of « est-ce que »."""
    words = grammar()
    if tokens[index - 1] == "ce" and tokens[index - 2] == "-":
        return False
    if tokens[index - 1] in words.before_que:
        return True
    before = tokens.words[max(0, index - 6) : index]
    compares = not words.comparatives.isdisjoint(before) and words.ne.isdisjoint(before)
    if compares and tokens[index + 1] not in words.subjects:
        return False
    return not _is_restrictive(tokens, index)


def _is_restrictive(tokens: Tokens, index: int) -> bool:
    """« ne vise que »: « ne » stands before « que », and no second negation between."""
    for place in range(index - 1, max(-1, index - 9), -1):
        if tokens[place] in PAUSES or tokens[place] in grammar().negations:
            return False
        if tokens[place] in grammar().ne:
            return True
    return False
