"""What a sequence of readings costs: a small table that a person wrote and can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from briefing.extract.analysis.syntax import Tag
from briefing.extract.words.morphology import Tense


class Candidate(Struct, frozen=True):
    """One reading of a form: what a `Word` will hold, and what it costs beside the other readings."""

    tag: Tag
    lemma: str
    gender: str = ""
    number: str = ""
    person: str = ""
    tense: Tense | None = None
    kind: str = ""
    cost: int = 0


class Costs(Struct, frozen=True):
    """What a sequence of tags costs. The table is complete: one number a pair."""

    after: Mapping[Tag, Mapping[Tag, int]]
    disagreement: int
    """Of gender or number between words of one group, or of person between pronoun and verb."""
    compound: int
    """Of number between two nouns in a row: “a sports club”."""
    second_verb: int
    """A finite verb where its clause has one already."""
    resumed_verb: int
    """The same behind a comma, or a coordinator and something more."""
    coordinated_verb: int
    """The same right behind a coordinator: « accuse la ville et [réclame] un prix »."""
    verbless: int
    """A sentence that ends without a finite verb."""
    second_noun: int
    """A noun behind a noun and its adjective: there the second word is an adjective too."""
    free_relative: int
    """A relative behind a noun that a preposition governs, or a subordinator behind one that none does."""
    joined_noun: int
    """« que » behind a noun without an article that « et » joins: « et [demande] que » is a verb."""
    bare_noun: int
    """A name behind a noun that a comma alone precedes: « …, [estime] Anne Petit » is a verb."""
    closed_name: int
    """A capital that opens the sentence on a word of a closed class: hardly ever a name."""
    unnegated: int
    """« que » for « only » where no « ne » stands before it."""
    object_of_noun: int
    """A determiner or number behind the participle of a noun, or a comma: « le vice-président chargé [des] quais »."""
    auxiliary: int
    """A participle right behind a verb that is no auxiliary, or a finite verb behind one that is and its adverb."""
    governed_verb: int
    """A finite verb behind a pronoun behind a preposition: « dans la [zone] » has a noun."""
    agent: int
    """A participle that is a noun of people too, behind a pronoun that is an article too: « le [commandant] »."""
    unsaid: int
    """Anything but a verb behind a quotation and its comma, where a verb is one of the readings."""


class Row(dict[int, tuple[int, int]]):
    """What it costs to go on with a reading from each state, and the state after it, each worked out when asked for."""

    def __init__(self, step: Callable[[int], tuple[int, int]]) -> None:
        super().__init__()
        self._step = step

    def __missing__(self, state: int) -> tuple[int, int]:
        self[state] = self._step(state)
        return self[state]
