"""Tags: what each word does in its sentence, chosen among its readings by what stands beside it.

The best sequence of readings is found by dynamic programming over its `steps`: what may follow what, how rare
a reading is, and that a clause has one finite verb.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Tag, Word
from briefing.extract.analysis.tagging.costs import Candidate, Row
from briefing.extract.analysis.tagging.steps import START, Steps
from briefing.extract.analysis.tokens import Token

_VERBAL = frozenset({Tag.FINITE, Tag.NEGATION, Tag.CLITIC})
_REMEMBERED = 16_384
"""Forms whose readings stay at hand: nearly all of a running text."""


class _Path(Struct, frozen=True):
    """A choice of readings up to a word: what it costs, the last of them, and the state in which it leaves."""

    cost: int
    candidate: Candidate
    state: int
    before: _Path | None


_Option: TypeAlias = tuple[Candidate, Row]
"""A reading and the steps with it."""
_BEGIN = _Path(0, Candidate(Tag.STOP, ""), START, None)


class Tagger:
    """Tags tokens with the readings that `readings` gives for a form (lower case) and its capitals."""

    def __init__(self, readings: Callable[[str, int], tuple[Candidate, ...]], steps: Steps) -> None:
        self._readings, self._steps = readings, steps
        self._options = lru_cache(_REMEMBERED)(self._read)
        self._quoted = lru_cache(_REMEMBERED)(self._read_quotation)

    def tag(self, tokens: Sequence[Token]) -> tuple[Word, ...]:
        """The words of a sentence, each with its best reading."""
        return tuple(map(_word, tokens, self._best(tokens)))

    def _best(self, tokens: Sequence[Token]) -> list[Candidate]:
        paths = [_BEGIN]
        opening = True
        for n, token in enumerate(tokens):
            if token.quotation:
                options = self._quoted(token.opening, token.ended)
            else:
                said = n > 1 and tokens[n - 1].form == "," and tokens[n - 2].quotation
                options = self._options(token.form, token.capital, opening, said)
            paths = _extended(paths, options)
            opening = opening and not token.form[0].isalnum()
        path: _Path | None = min(paths, key=lambda path: path.cost + self._steps.end(path.state))
        chosen: list[Candidate] = []
        while path is not None and path.before is not None:
            chosen.append(path.candidate)
            path = path.before
        chosen.reverse()
        return chosen

    def _read_quotation(self, opening: str, ended: bool) -> tuple[_Option, ...]:
        """A quotation; its kind tells whether it ends with a mark (« Dehors ! »), else begins with a verb."""
        readings = self._readings(opening, 0) if opening else ()
        verbal = bool(readings) and min(readings, key=lambda reading: reading.cost).tag in _VERBAL
        quoted = Candidate(Tag.QUOTATION, "«»", kind="ended" if ended else "predicate" if verbal else "")
        return ((quoted, self._steps.with_reading(quoted)),)

    def _read(self, form: str, capital: int, opening: bool, said: bool) -> tuple[_Option, ...]:
        """The readings of a form; `opening`: no word stands before it, `said`: a quotation with its comma does."""
        readings = self._readings(form, capital)
        if said:
            readings = self._steps.saying(readings)
        if capital and opening:
            readings = self._opening(form, readings)
        return tuple((reading, self._steps.with_reading(reading)) for reading in readings)

    def _opening(self, form: str, readings: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """A capital that only opens the sentence says nothing of the word."""
        plain = self._readings(form, 0)
        known = any(c.kind != "guessed" for c in plain)
        more = self._steps.opening(plain) if known else 0
        names = tuple(
            replace(c, cost=c.cost + (more - 1 if more and c.kind != "unknown" else more))  # « Paris, … »
            for c in readings
            if c.tag is Tag.NAME
        )
        return plain + names if known else (names or plain)


def _extended(paths: list[_Path], options: tuple[_Option, ...]) -> list[_Path]:
    """The paths with one reading more: of those that end in the same state the cheapest."""
    found: list[_Path] = []
    for reading, steps in options:
        best: dict[int, _Path] = {}
        for path in paths:
            more, state = steps[path.state]
            cost = path.cost + more + reading.cost
            if state not in best or cost < best[state].cost:
                best[state] = _Path(cost, reading, state, path)
        found += best.values()
    return found


def _word(token: Token, reading: Candidate) -> Word:
    return Word(
        token.start,
        token.end,
        token.form,
        reading.tag,
        reading.lemma,
        reading.gender,
        reading.number,
        reading.person,
        reading.tense,
        reading.kind,
        token.capital,
    )
