"""Pairs of quotation marks: « », “ ”, " ", ‹ ›, nested, wrongly turned, mixed or never closed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from briefing.model.span import Span

_MARK = re.compile(r"[«»“”„\"‹›]|<<|>>")
_FAMILY = {"«": "«", "»": "«", "<<": "«", ">>": "«", "“": "“", "”": "“", "„": "“", '"': '"', "‹": "‹", "›": "‹"}
_CLOSERS = frozenset({"»", ">>", "”", "›"})
_DEEPEST = 4


class Pairs(Struct):
    """What a block's marks enclose (marks left out), and what its neighbours must complete."""

    inside: list[Span] = field(default_factory=list)
    unclosed: int | None = None
    """Where the words of a quotation begin that the block does not close."""
    stray: int | None = None
    """Where a closing mark stands before any opening one."""


class _Open(Struct, frozen=True):
    family: str
    start: int


def pairs(text: str, block: Span) -> Pairs:
    """The quotations of a block, in linear time; a mark that makes no sense is left alone."""
    found = Pairs()
    stack: list[_Open] = []
    marks = list(_MARK.finditer(text, block.start, block.end))
    last = {_FAMILY[mark[0]]: mark.start() for mark in marks}
    for mark in marks:
        family = _FAMILY[mark[0]]
        if _closes(text, mark, stack, last):
            _close(text, mark, family, stack, found)
        elif stack and stack[-1] == _Open(family, mark.start()):
            stack[-1] = _Open(family, mark.end())  # the mark is doubled
        elif _opens(text, mark, stack, last):
            stack.append(_Open(family, mark.end()))
        elif (
            (mark[0] in _CLOSERS or _ends_words(text, mark)) and found.stray is None and not stack and not found.inside
        ):
            found.stray = mark.start()
    if stack:
        found.unclosed = stack[0].start
    found.inside = sorted(span for span in found.inside if any(c.isalnum() for c in span.of(text)))
    return found


def _close(text: str, mark: re.Match[str], family: str, stack: list[_Open], found: Pairs) -> None:
    """Close the nearest mark of the family, or the nearest of all where the pair is mixed."""
    depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), len(stack) - 1)
    found.inside.append(Span(stack[depth].start, mark.start()).stripped(text))
    del stack[depth:]


def _is_open(stack: Sequence[_Open], family: str) -> bool:
    return any(entry.family == family for entry in stack)


def _closes(text: str, mark: re.Match[str], stack: Sequence[_Open], last: dict[str, int]) -> bool:
    if not stack or stack[-1].start == mark.start():
        return False
    sign, family = mark[0], _FAMILY[mark[0]]
    if _is_open(stack, family):
        return sign in _CLOSERS or (sign == '"' and not _nests(text, mark, last)) or _leans_left(text, mark)
    own_closer_follows = last.get(stack[-1].family, -1) > mark.start()
    return _leans_left(text, mark) and not own_closer_follows


def _nests(text: str, mark: re.Match[str], last: dict[str, int]) -> bool:
    """« "Voir l'exposition "Versailles" ouvrir" »: a plain mark that opens again, with room to close."""
    return _leans_right(text, mark) and text.count('"', mark.end(), last['"'] + 1) > 1


def _opens(text: str, mark: re.Match[str], stack: Sequence[_Open], last: dict[str, int]) -> bool:
    sign, family = mark[0], _FAMILY[mark[0]]
    if len(stack) >= _DEEPEST:
        return False
    if sign in _CLOSERS:
        return _leans_right(text, mark) and last[family] > mark.start()
    if sign == '"':
        inch = text[mark.start() - 1 : mark.start()].isdecimal()
        return (
            not inch
            and not (_ends_words(text, mark) and not stack)
            and (last[family] > mark.start() or _leans_right(text, mark))
        )
    return True


def _ends_words(text: str, mark: re.Match[str]) -> bool:
    """« filet", rigole »: a plain mark between a word, or its full stop, and a space or comma opens nothing."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] == '"' and (before.isalpha() or before in (".", "!", "?", "…")) and after in (" ", ",", ".")


def _leans_left(text: str, mark: re.Match[str]) -> bool:
    """« mot» »: attached to what precedes and not to what follows."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(before.strip()) and before not in "('" and not after.isalnum()


def _leans_right(text: str, mark: re.Match[str]) -> bool:
    """« d' »mot »: attached to what follows and not to what precedes."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return after.isalnum() and (not before.strip() or before in "('")
