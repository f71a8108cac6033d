"""Tags: what each word does in its sentence, chosen among its readings by what stands beside it.

The best sequence of readings is found by dynamic programming over a small table of costs (`Costs`), which a person
wrote and can read: what may follow what, how rare a reading is, and that a clause has one finite verb.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.extract.analysis.syntax import Tag, Word, clash
from briefing.extract.analysis.tokens import Token
from briefing.extract.words.morphology import Tense


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
    second_noun: int
    """A noun behind a noun and its adjective: there the second word is an adjective too."""
    free_relative: int
    """A relative behind a noun that a preposition governs, or a subordinator behind one that none does."""
    closed_name: int
    """A capital that opens the sentence on a word of a closed class: hardly ever a name."""
    unnegated: int
    """« que » for « only » where no « ne » stands before it."""
    auxiliary: int
    """A participle right behind a verb that is no auxiliary."""


_NONE, _ONE, _RESUMED, _OPENED = 0, 1, 2, 3
"""Whether the clause so far has no finite verb, one, one and then a comma or a coordinator, or only its opener."""
_OUTER = 4
"""Added while the clause around a subordinate one still lacks its verb: « le maire, qui part demain, [dit] … »."""
_LACKING = frozenset({_NONE, _OPENED, _OPENED + _OUTER, _ONE + _OUTER, _RESUMED + _OUTER})
_GROUP = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NUMBER})
_OPENERS = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR, Tag.STOP})
_JOINTS = frozenset({Tag.COMMA, Tag.COORDINATOR, Tag.BRACKET, Tag.QUOTATION})


_COMPLETING = frozenset({"negative", "restrictive", "indefinite"})
"""Kinds of word that complete a negation: « ne … pas », « ne … que », « ne … rien »."""


_NO_GROUP, _GOVERNED, _FREE_NOUN, _GOVERNED_NOUN = 0, 1, 2, 3
"""Whether a noun group is open: none, one behind a preposition without its noun, one with its noun, or both."""
_GROUP_GOES_ON = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.ADVERB, Tag.PARTICIPLE})
_NOUNS = frozenset({Tag.NOUN, Tag.NAME})
_CLOSED = frozenset(
    {
        Tag.DETERMINER,
        Tag.SUBJECT,
        Tag.PRONOUN,
        Tag.RELATIVE,
        Tag.SUBORDINATOR,
        Tag.COORDINATOR,
        Tag.PREPOSITION,
        Tag.ADVERB,
        Tag.NEGATION,
        Tag.CLITIC,
    }
)


class _Path(NamedTuple):
    cost: int
    candidate: Candidate
    verbs: int
    half: bool
    """Whether a « ne » still waits for its « pas » or « que »."""
    group: int
    before: _Path | None


@dataclass(frozen=True)
class Tagger:
    """Tags tokens with the readings that `readings` gives for a form (lower case) and its capitals."""

    readings: Callable[[str, int], tuple[Candidate, ...]]
    auxiliaries: frozenset[str]
    costs: Costs

    def tag(self, tokens: Sequence[Token]) -> tuple[Word, ...]:
        """The words of a sentence, each with its best reading."""
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
            for token, c in zip(tokens, self._best(tokens), strict=True)
        )

    def _best(self, tokens: Sequence[Token]) -> list[Candidate]:
        start = Candidate(Tag.STOP, "")
        paths = [_Path(0, start, _NONE, False, _NO_GROUP, None)]
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
        return path.cost + (self.costs.verbless if path.verbs in _LACKING else 0)

    def _opening(self, token: Token, readings: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """A capital that only opens the sentence says nothing of the word."""
        plain = self.readings(token.form, 0)
        known = any(c.kind != "guessed" for c in plain)
        more = self.costs.closed_name if all(c.tag in _CLOSED or c.tag is Tag.FINITE for c in plain) else 2
        names = tuple(c._replace(cost=c.cost + more if known else c.cost) for c in readings if c.tag is Tag.NAME)
        return plain + names if known else (names or plain)

    def _extended(self, paths: list[_Path], readings: tuple[Candidate, ...]) -> list[_Path]:
        if len(readings) == len(paths) == 1:
            return [self._next(paths[0], readings[0])]
        best: dict[tuple[Candidate, int, bool, int], _Path] = {}
        for reading in readings:
            for path in paths:
                following = self._next(path, reading)
                key = (reading, following.verbs, following.half, following.group)
                held = best.get(key)
                if held is None or following.cost < held.cost:
                    best[key] = following
        return list(best.values())

    def _next(self, path: _Path, reading: Candidate) -> _Path:
        cost, verbs = self._step(path, reading)
        half = reading.tag is Tag.NEGATION or (path.half and reading.kind not in _COMPLETING)
        return _Path(cost, reading, verbs, half, _group_after(path.group, reading.tag), path)

    def _verb(self, cost: int, path: _Path, reading: Candidate) -> tuple[int, int]:
        """A finite verb: the clause's first, or the one of the clause around it, or one too many."""
        before, state = path.candidate, path.verbs & 3
        outer = path.verbs >= _OUTER
        if reading.kind == "there":  # « il y a » holds its own subject
            cost += self.costs.after[before.tag][Tag.SUBJECT] - self.costs.after[before.tag][Tag.FINITE]
        if before.tag is Tag.SUBJECT and not _agree_in_person(before, reading):
            cost += self.costs.disagreement
        if state in (_ONE, _RESUMED) and outer:
            return cost, _ONE
        if state == _ONE:
            cost += self.costs.second_verb
        elif state == _RESUMED:
            cost += self.costs.resumed_verb
        return cost, _ONE + (_OUTER if outer else 0)

    def _behind_noun(self, path: _Path, reading: Candidate) -> int:
        """« des pertes [que] les éleveurs estiment », « dit à la presse [que] », « suites graves [profondes] »."""
        if reading.tag is Tag.NOUN:
            return self.costs.second_noun if path.candidate.tag is Tag.ADJECTIVE else 0
        if reading.kind == "that" and path.verbs == _NONE and path.candidate.tag is Tag.COMMA:
            return self.costs.free_relative  # nothing yet that « que » could depend on
        if path.candidate.tag is Tag.COMMA or path.candidate.kind == "when":
            return int(reading.kind == "direct")
        free = path.group == _FREE_NOUN and path.candidate.tag in _NOUNS
        wrong = (reading.kind == "direct" and not free) or (reading.kind == "that" and free)
        return self.costs.free_relative if wrong else 0

    def _step(self, path: _Path, reading: Candidate) -> tuple[int, int]:
        """What it costs to go on with a reading, and the state of the clause after it."""
        costs, before, tag = self.costs, path.candidate, reading.tag
        cost = path.cost + reading.cost + costs.after[before.tag][tag]
        verbs = path.verbs
        if path.group >= _FREE_NOUN or reading.kind in ("direct", "that"):
            cost += self._behind_noun(path, reading)
        if reading.kind == "restrictive" and not path.half:
            cost += costs.unnegated
        if tag is Tag.FINITE:
            return self._verb(cost, path, reading)
        if tag is Tag.PARTICIPLE and before.tag is Tag.FINITE and before.lemma not in self.auxiliaries:
            cost += costs.auxiliary
        elif tag in _GROUP and before.tag in _GROUP and clash(before, reading):
            cost += costs.disagreement
        if tag is Tag.STOP:
            return cost + (costs.verbless if verbs in _LACKING else 0), _NONE
        if tag in _OPENERS:
            return cost, _OPENED + (_OUTER if verbs == _NONE or verbs >= _OUTER else 0)
        if tag is Tag.COMMA and verbs & 3 == _OPENED and before.tag not in _OPENERS:
            cost += costs.verbless
            verbs = _NONE if verbs >= _OUTER else verbs  # « trois victimes, dont une fillette, sont … »
        elif tag is Tag.COMMA and verbs == _ONE + _OUTER:
            verbs = _NONE
        elif tag in _JOINTS and verbs & 3 == _ONE:
            verbs += _RESUMED - _ONE
        return cost, verbs


def _group_after(group: int, tag: Tag) -> int:
    """The state of the noun group after a word."""
    if tag in _NOUNS:
        return _GOVERNED_NOUN if group in (_GOVERNED, _GOVERNED_NOUN) else _FREE_NOUN
    if tag is Tag.PREPOSITION:
        return _GOVERNED
    if tag is Tag.DETERMINER and group >= _FREE_NOUN:
        return _NO_GROUP
    return group if tag in _GROUP_GOES_ON else _NO_GROUP


_QUOTED = (Candidate(Tag.QUOTATION, "«»"),)


def _agree_in_person(subject: Candidate, verb: Candidate) -> bool:
    if subject.number and verb.number and subject.number != verb.number:
        return False
    return not verb.person or not subject.person or bool(set(subject.person) & set(verb.person))
