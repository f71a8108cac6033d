"""Tags: what each word does in its sentence, chosen among its readings by what stands beside it.

A reading comes from the language's closed words or its lexicon, or is guessed from the word's ending. The best sequence
of readings is found by dynamic programming over a small table of costs (`Costs`), which a person wrote and can read:
what may follow what, how rare a reading is, and that a clause has one finite verb.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.extract.morphology import Tense
from briefing.extract.syntax import Tag, Word
from briefing.extract.tokens import Token


class Candidate(NamedTuple):
    """One reading of a form: what a `Word` will hold, and what it costs beside the other readings."""

    tag: Tag
    lemma: str
    gender: str = ""
    number: str = ""
    person: str = ""
    tense: Tense | None = None
    kind: str = ""
    cost: int = 0


@dataclass(frozen=True)
class Costs:
    """What a sequence of tags costs. The table is complete: one number a pair."""

    after: Mapping[Tag, Mapping[Tag, int]]
    disagreement: int
    """Of gender or number between words of one group, or of person between pronoun and verb."""
    second_verb: int
    """A finite verb where its clause has one already."""
    resumed_verb: int
    """The same behind a comma or a coordinator."""
    verbless: int
    """A sentence that ends without a finite verb."""
    unnegated: int
    """« que » for « only » where no « ne » stands before it."""
    auxiliary: int
    """A participle right behind a verb that is no auxiliary."""


_NONE, _ONE, _RESUMED, _OPENED = 0, 1, 2, 3
"""Whether the clause so far has no finite verb, one, one and then a comma or a coordinator, or only its opener."""
_GROUP = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NUMBER})
_OPENERS = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR, Tag.STOP})
_JOINTS = frozenset({Tag.COMMA, Tag.COORDINATOR, Tag.BRACKET, Tag.QUOTATION})


_COMPLETING = frozenset({"negative", "restrictive", "indefinite"})
"""Kinds of word that complete a negation: « ne … pas », « ne … que », « ne … rien »."""


class _Path(NamedTuple):
    cost: int
    candidate: Candidate
    verbs: int
    half: bool
    """Whether a « ne » still waits for its « pas » or « que »."""
    before: _Path | None


@dataclass(frozen=True)
class Tagger:
    """Tags tokens with the readings that `readings` gives for a form (lower case) and its capitals."""

    readings: Callable[[str, int], tuple[Candidate, ...]]
    auxiliaries: frozenset[str]
    costs: Costs

    def tag(self, tokens: Sequence[Token]) -> tuple[Word, ...]:
        """The words of a sentence, each with its best reading."""
        chosen = self._best(tokens)
        return tuple(
            Word(
                token.start,
                token.end,
                token.form,
                c.tag,
                c.lemma,
                c.gender,
                c.number,
                c.person,
                c.tense,
                c.kind,
                token.capital,
            )
            for token, c in zip(tokens, chosen, strict=True)
        )

    def _best(self, tokens: Sequence[Token]) -> list[Candidate]:
        start = Candidate(Tag.STOP, "")
        paths = [_Path(0, start, _NONE, False, None)]
        opening = True
        for token in tokens:
            readings = _QUOTED if token.quotation else self.readings(token.form, token.capital)
            if token.capital and opening:
                readings = self._opening(token, readings)
            paths = self._extended(paths, readings)
            opening = opening and not token.form[0].isalnum()
        path: _Path | None = min(paths, key=self._final)
        chosen: list[Candidate] = []
        while path is not None and path.before is not None:
            chosen.append(path.candidate)
            path = path.before
        chosen.reverse()
        return chosen

    def _final(self, path: _Path) -> int:
        return path.cost + (self.costs.verbless if path.verbs in (_NONE, _OPENED) else 0)

    def _opening(self, token: Token, readings: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """A capital that only opens the sentence says nothing of the word."""
        plain = self.readings(token.form, 0)
        known = any(c.kind != "guessed" for c in plain)
        names = tuple(c._replace(cost=c.cost + 2 if known else c.cost) for c in readings if c.tag is Tag.NAME)
        return plain + names if known else (names or plain)

    def _extended(self, paths: list[_Path], readings: tuple[Candidate, ...]) -> list[_Path]:
        best: dict[tuple[Candidate, int, bool], _Path] = {}
        for reading in readings:
            for path in paths:
                cost, verbs = self._step(path, reading)
                half = reading.tag is Tag.NEGATION or (path.half and reading.kind not in _COMPLETING)
                key = (reading, verbs, half)
                held = best.get(key)
                if held is None or cost < held.cost:
                    best[key] = _Path(cost, reading, verbs, half, path)
        return list(best.values())

    def _step(self, path: _Path, reading: Candidate) -> tuple[int, int]:
        """What it costs to go on with a reading, and the state of the clause after it."""
        costs, before, tag = self.costs, path.candidate, reading.tag
        cost = path.cost + reading.cost + costs.after[before.tag][tag]
        verbs = path.verbs
        if reading.kind == "restrictive" and not path.half:
            cost += costs.unnegated
        if tag is Tag.FINITE:
            if verbs == _ONE:
                cost += costs.second_verb
            elif verbs == _RESUMED:
                cost += costs.resumed_verb
            if before.tag is Tag.SUBJECT and not _agree_in_person(before, reading):
                cost += costs.disagreement
            return cost, _ONE
        if tag is Tag.PARTICIPLE and before.tag is Tag.FINITE and before.lemma not in self.auxiliaries:
            cost += costs.auxiliary
        elif tag in _GROUP and before.tag in _GROUP and _clash(before, reading):
            cost += costs.disagreement
        if tag in _OPENERS:
            if tag is Tag.STOP and verbs in (_NONE, _OPENED):
                cost += costs.verbless
            verbs = _NONE if tag is Tag.STOP else _OPENED
        elif tag is Tag.COMMA and verbs == _OPENED and before.tag not in _OPENERS:
            cost += costs.verbless
        elif tag in _JOINTS and verbs == _ONE:
            verbs = _RESUMED
        return cost, verbs


_QUOTED = (Candidate(Tag.QUOTATION, "«»"),)


def _clash(one: Candidate, other: Candidate) -> bool:
    number = one.number and other.number and one.number != other.number
    return bool(number or (one.gender and other.gender and one.gender != other.gender))


def _agree_in_person(subject: Candidate, verb: Candidate) -> bool:
    if subject.number and verb.number and subject.number != verb.number:
        return False
    return not verb.person or not subject.person or bool(set(subject.person) & set(verb.person))
