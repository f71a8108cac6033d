"""Where words stand in a text, within longer words too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import ahocorasick

from briefing.model.span import Span

_HEAD = 40
"""Characters by which words are looked for all at once: the search is linear for short words only."""


def occurrences(text: str, exact: str, start: int = 0, stop: int | None = None) -> Iterator[Span]:
    """Everywhere the characters stand in a part of the text."""
    stop = len(text) if stop is None else stop
    while exact and (start := text.find(exact, max(start, 0), stop)) >= 0:
        yield Span(start, start + len(exact))
        start += 1


def all_occurrences(text: str, wanted: Iterable[str]) -> dict[str, list[Span]]:
    """The same for each of the wanted words, in one pass over the text."""
    wanted = set(wanted) - {""}
    heads: dict[str, list[str]] = defaultdict(list)
    for exact in wanted:
        heads[exact[:_HEAD]].append(exact)
    found: dict[str, list[Span]] = {exact: [] for exact in wanted}
    automaton = ahocorasick.Automaton()
    for head in heads:
        automaton.add_word(head, head)
    if heads:
        automaton.make_automaton()
    for last, head in automaton.iter(text) if heads else ():
        start = last + 1 - len(head)
        for exact in heads[head]:
            if text.startswith(exact, start):
                found[exact].append(Span(start, start + len(exact)))
    return found
