"""Steps of a sentence: what each reading costs behind those before it, by the table of `costs`.

A step depends on the state of the sentence alone, not on how it came about, so each is worked out once.
"""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Tag, clash
from briefing.extract.analysis.tagging.costs import Candidate, Costs, Row

_NONE, _ONE, _RESUMED, _OPENED = 0, 1, 2, 3
"""Whether the clause so far has no finite verb, one, one and then a comma or a coordinator, or only its opener."""
_OUTER = 4
"""Added while the clause around a subordinate one still lacks its verb: « le maire, qui part demain, [dit] … »."""
_LACKING = frozenset({_NONE, _OPENED, _OPENED + _OUTER, _ONE + _OUTER, _RESUMED + _OUTER})
_GROUP = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NUMBER})
_APART = frozenset({(Tag.NOUN, Tag.DETERMINER), (Tag.NOUN, Tag.NUMBER)})
"""Neighbours that need not agree: « a dit à la presse [le] président », « la rentrée [2021] »."""
_OPENERS = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR, Tag.STOP})
_JOINTS = frozenset({Tag.COMMA, Tag.COORDINATOR, Tag.BRACKET, Tag.QUOTATION})
_COMPLETING = frozenset({"negative", "restrictive", "indefinite"})
"""Kinds of word that complete a negation: « ne … pas », « ne … que », « ne … rien »."""
_LASTING = _COMPLETING | {"contracted", "neuter", "when"}
"""Kinds of word that bear on the words behind them."""
_BEARING = _LASTING | {"acronym", "agent", "direct", "that", "there"}
"""Kinds that bear on the words beside them."""
_NO_GROUP, _GOVERNED, _FREE_NOUN, _GOVERNED_NOUN, _JOINED_NOUN, _BARE_NOUN, _PARTICIPIAL = range(7)
"""Whether a noun group is open: none, one behind a preposition without noun, with its noun, both, « et », a comma.

Or a participle behind a comma: « le pont, [fermé] … ».
"""
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


class Clause(Struct, frozen=True):
    """What of the clause so far bears on the words that follow."""

    verbs: int
    half: bool
    """Whether a « ne » still waits for its « pas » or « que »."""
    group: int


class State(Struct, frozen=True):
    """All of a sentence so far on which it depends what the next reading costs."""

    before: Candidate
    """The last reading, as far as it bears on others."""
    clause: Clause


START = 0
"""The number of the state before the first word."""


class Steps:
    """What each step costs by a table; `auxiliaries` are the lemmas of the verbs that make compound tenses.

    States go by numbers, which are quick to look up.
    """

    def __init__(self, costs: Costs, auxiliaries: frozenset[str]) -> None:
        self._costs, self._auxiliaries = costs, auxiliaries
        first = Candidate(Tag.STOP, "")
        self._states: dict[State, int] = {State(first, Clause(_NONE, False, _NO_GROUP)): START}
        self._state_of = list(self._states)
        self._rows: dict[Candidate, Row] = {}

    def with_reading(self, reading: Candidate) -> Row:
        """The steps with a reading: the same for all that bear on others in the same way."""
        bearing = _bearing(reading, reading.lemma if reading.lemma in self._auxiliaries else "")
        return self._rows.setdefault(bearing, Row(partial(self._step, bearing)))

    def end(self, state: int) -> int:
        """What it costs to end there."""
        return self._costs.verbless if self._state_of[state].clause.verbs in _LACKING else 0

    def opening(self, plain: tuple[Candidate, ...]) -> int:
        """What a name costs more where it opens a sentence and its form reads as one of `plain` too."""
        return self._costs.closed_name if all(c.tag in _CLOSED or c.tag is Tag.FINITE for c in plain) else 2

    def saying(self, readings: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Readings behind a quotation and its comma: « … », [juge] le maire, « … », [lui] a-t-il dit."""
        tags = {reading.tag for reading in readings}
        verb = Tag.FINITE if Tag.FINITE in tags else Tag.CLITIC
        if verb not in tags or Tag.DETERMINER in tags:
            return readings
        more = self._costs.unsaid
        return tuple(r if r.tag is verb else replace(r, cost=r.cost + more) for r in readings)

    def _step(self, seen: Candidate, state: int) -> tuple[int, int]:
        before = self._state_of[state]
        cost, verbs = self._cost(before, seen)
        completed = seen.kind in _COMPLETING or before.before.kind in _COMPLETING  # « rien [ne] permet »
        half = not completed and (before.clause.half or seen.tag is Tag.NEGATION)
        if seen.tag is Tag.ADVERB and before.before.lemma in self._auxiliaries:
            seen = replace(seen, lemma=before.before.lemma)  # « has never [confirmed] »
        after = State(_left(seen), Clause(verbs, half, _group_after(before, seen.tag)))
        return cost, self._number(after)

    def _number(self, state: State) -> int:
        """The number of a state; a new one is the next."""
        if state not in self._states:
            self._states[state] = len(self._state_of)
            self._state_of.append(state)
        return self._states[state]

    def _verb(self, cost: int, state: State, reading: Candidate) -> tuple[int, int]:
        """A finite verb: the clause's first, or the one of the clause around it, or one too many."""
        before, verbs = state.before, state.clause.verbs & 3
        outer = state.clause.verbs >= _OUTER
        if reading.kind == "there":  # « il y a » holds its own subject
            cost += self._costs.after[before.tag][Tag.SUBJECT] - self._costs.after[before.tag][Tag.FINITE]
        if before.tag is Tag.SUBJECT and not _agree_in_person(before, reading):
            cost += self._costs.disagreement
        cost += self._costs.governed_verb * ((before.tag, state.clause.group) == (Tag.CLITIC, _GOVERNED))
        if verbs in (_ONE, _RESUMED) and outer:
            return cost, _ONE
        if verbs == _ONE:
            cost += self._costs.second_verb
        elif verbs == _RESUMED:
            coordinated = before.tag is Tag.COORDINATOR
            cost += self._costs.coordinated_verb if coordinated else self._costs.resumed_verb
        return cost, _ONE + (_OUTER if outer else 0)

    def _behind_noun(self, state: State, reading: Candidate) -> int:
        """« des pertes [que] les éleveurs estiment », « dit à la presse [que] », « suites graves [profondes] »."""
        if reading.tag is Tag.NOUN:
            return self._costs.second_noun if state.before.tag is Tag.ADJECTIVE else 0
        if state.clause.group == _JOINED_NOUN and state.before.tag is Tag.NOUN and reading.kind in ("direct", "that"):
            return self._costs.joined_noun
        if reading.kind == "that" and state.clause.verbs == _NONE and state.before.tag is Tag.COMMA:
            return self._costs.free_relative  # nothing yet that « que » could depend on
        if state.before.kind == "neuter":  # « ce que », « ce dont »
            return self._costs.free_relative * (reading.kind == "that")
        if state.before.tag is Tag.COMMA or state.before.kind == "when":
            return int(reading.kind == "direct")
        free = state.clause.group in (_FREE_NOUN, _BARE_NOUN) and state.before.tag in _NOUNS
        wrong = (reading.kind == "direct" and not free) or (reading.kind == "that" and free)
        return self._costs.free_relative if wrong else 0

    def _cost(self, state: State, reading: Candidate) -> tuple[int, int]:
        """What it costs to go on with a reading, and the verbs of the clause after it."""
        costs, before, tag = self._costs, state.before, reading.tag
        last = Tag.DETERMINER if before.kind == "contracted" else before.tag  # « du [premier] syndicat »
        cost, verbs = costs.after[last][tag], state.clause.verbs
        if state.clause.group >= _FREE_NOUN or reading.kind in ("direct", "that"):
            cost += self._behind_noun(state, reading) + self._within_group(state, reading)
        if reading.kind == "restrictive" and not state.clause.half:
            cost += costs.unnegated
        cost += costs.agent * (reading.kind == "agent" and before.tag is Tag.CLITIC)
        if tag is Tag.FINITE:
            helped = before.tag is Tag.ADVERB and before.lemma in self._auxiliaries
            return self._verb(cost + costs.auxiliary * helped, state, reading)
        if tag is Tag.PARTICIPLE and before.tag is Tag.FINITE and before.lemma not in self._auxiliaries:
            cost += costs.auxiliary
        elif tag in _GROUP and (before.tag, tag) not in _APART and before.tag in _GROUP and clash(before, reading):
            cost += costs.compound if tag is before.tag is Tag.NOUN else costs.disagreement
        if tag is Tag.STOP:
            return cost + (costs.verbless if verbs in _LACKING else 0), _NONE
        if tag is Tag.COMMA and verbs & 3 == _OPENED and before.tag not in _OPENERS:
            cost += costs.verbless
        return cost, _verbs_after(verbs, before.tag, tag)

    def _within_group(self, state: State, reading: Candidate) -> int:
        """« le bilan [atteint douze] morts », « …, [estime Anne] Petit »: what would be no noun's."""
        before, tag = state.before.tag, reading.tag
        named = tag is Tag.NAME and state.clause.group == _PARTICIPIAL  # « …, [dit] Anne Petit »
        if before is Tag.PARTICIPLE and (named or tag in (Tag.DETERMINER, Tag.NUMBER)):
            return self._costs.object_of_noun
        bare = state.clause.group == _BARE_NOUN and before is Tag.NOUN and tag is Tag.NAME
        return self._costs.bare_noun if bare and reading.kind != "acronym" else 0  # « Anne Petit, déléguée CFDT »


def _bearing(reading: Candidate, lemma: str) -> Candidate:
    """Of a reading what bears on those beside it."""
    grouped, conjugated = reading.tag in _GROUP, reading.tag in (Tag.SUBJECT, Tag.FINITE)
    return Candidate(
        reading.tag,
        lemma,
        reading.gender if grouped else "",
        reading.number if grouped or conjugated else "",
        reading.person if conjugated else "",
        kind=reading.kind if reading.kind in _BEARING else "",
    )


def _left(reading: Candidate) -> Candidate:
    """Of that, what bears on those behind it."""
    return reading if reading.kind in _LASTING else replace(reading, kind="")


def _verbs_after(verbs: int, before: Tag, tag: Tag) -> int:
    """The verbs of the clause behind a word that is none."""
    if tag in _OPENERS:
        return _OPENED + (_OUTER if verbs in (_NONE, _OPENED) or verbs >= _OUTER else 0)
    if tag is Tag.COMMA and verbs & 3 == _OPENED and before not in _OPENERS:
        return _NONE if verbs >= _OUTER else verbs  # « trois victimes, dont une fillette, sont … »
    if tag is Tag.COMMA and verbs == _ONE + _OUTER:
        return _NONE
    if tag is Tag.QUOTATION and verbs & 3 == _OPENED:
        return verbs + _RESUMED - _OPENED  # « précise que « rien n'est perdu » »: what is quoted may hold the verb
    if tag in _JOINTS and verbs & 3 == _ONE:
        return verbs + _RESUMED - _ONE
    return verbs


def _group_after(state: State, tag: Tag) -> int:
    """The state of the noun group after a word."""
    group = state.clause.group
    if tag is Tag.PARTICIPLE and state.before.tag is Tag.COMMA:
        return _PARTICIPIAL
    if tag is Tag.NOUN and state.before.tag is Tag.COORDINATOR:
        return _JOINED_NOUN
    if tag is Tag.NOUN and state.before.tag is Tag.COMMA:
        return _BARE_NOUN
    if tag in _NOUNS:
        return _GOVERNED_NOUN if group in (_GOVERNED, _GOVERNED_NOUN) else _FREE_NOUN
    if tag is Tag.PREPOSITION:
        return _GOVERNED
    if tag is Tag.DETERMINER and group >= _FREE_NOUN:
        return _NO_GROUP
    return group if tag in _GROUP_GOES_ON or (tag, group) == (Tag.CLITIC, _GOVERNED) else _NO_GROUP


def _agree_in_person(subject: Candidate, verb: Candidate) -> bool:
    if subject.number and verb.number and subject.number != verb.number:
        return False
    return not verb.person or not subject.person or bool(set(subject.person) & set(verb.person))
