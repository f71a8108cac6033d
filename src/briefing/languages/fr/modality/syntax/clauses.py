"""The clauses of a sentence: its finite verbs, and which of them are subordinate.

There is no grammar behind this, only a stack: « que », « qui », « quand » wait for their verb, the next finite verb
closes the last one that waits, and a verb for which nothing waits heads a main clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.heads import after_subject, before_clitics, heads
from briefing.languages.fr.modality.syntax.openers import Role, openers, opens, role
from briefing.languages.fr.modality.syntax.tokens import BREAKS, PAUSES, Tokens


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb and the region that it heads; positions are tokens, `end` is excluded."""

    verb: int
    role: Role
    start: int
    end: int
    opener: int = -1
    """The subordinating word, or -1."""


@dataclass(slots=True)
class _Walk:
    """The state of the walk from left to right."""

    waiting: list[int]
    heads: list[tuple[int, int]]
    """(verb, opener), opener -1 for a main clause."""
    guess: int = -1
    """The last main verb, while a surer one may still replace it."""


def clauses(tokens: Tokens) -> tuple[Clause, ...]:
    """All clauses, in the order of their verbs."""
    walk = _Walk([], [])
    for index in range(len(tokens)):
        text = tokens.words[index]
        if text in PAUSES:
            _pause(tokens, walk, index)
        elif text in openers() and opens(tokens, index):
            walk.waiting.append(index)
        elif tokens.forms[index].finite and heads(tokens, index):
            _verb(tokens, walk, index)
    return _extents(tokens, walk.heads or _last_resort(tokens))


def is_verbless(tokens: Tokens) -> bool:
    """Whether no word can head a clause."""
    return not any(heads(tokens, n) for n in range(len(tokens))) and not _last_resort(tokens)


def _last_resort(tokens: Tokens) -> list[tuple[int, int]]:
    """« L'expert en doute », « Le juge la condamne »: a clitic that looks like an article, where no other verb is."""
    for index in range(2, len(tokens)):
        shown = tokens[index + 1] in grammar().objects or tokens[index + 1] in {".", ""}
        if shown and tokens.forms[index].finite and tokens[index - 1] in grammar().clitics:
            return [(index, -1)]
    return []


def _pause(tokens: Tokens, walk: _Walk, index: int) -> None:
    """A comma settles a guessed verb, and ends what waits in vain (« , dont deux enfants, »)."""
    walk.guess = -1
    if walk.waiting and walk.waiting[-1] != index - 1 and tokens[walk.waiting[-1]] in grammar().may_lack_verb:
        walk.waiting.pop()


def _verb(tokens: Tokens, walk: _Walk, index: int) -> None:
    """Give a finite verb its place."""
    found = tokens.forms[index]
    if walk.waiting:
        walk.heads.append((index, walk.waiting.pop()))
        return
    guess = found.weak and not after_subject(tokens, index)
    if found.subjunctive or (guess and not _may_be_weak(tokens, walk, index)):
        return
    if walk.guess >= 0 and not _coordinated(tokens, index):
        walk.heads = [head for head in walk.heads if head[0] != walk.guess]
    opener = _shared_opener(tokens, walk, index)
    walk.heads.append((index, opener))
    walk.guess = index if guess and opener < 0 else -1


def _may_be_weak(tokens: Tokens, walk: _Walk, index: int) -> bool:
    """A doubtful verb counts where a main clause lacks one, or where an object or a subject shows that it is one."""
    after = tokens.forms[index + 1]
    if tokens[index + 1] == "par" or (after.finite and not after.weak):
        return False
    mains = [verb for verb, opener in walk.heads if opener < 0]
    shown = tokens[index + 1] in grammar().objects or tokens.inverted(index) or _turns(tokens, index)
    if not mains or (walk.guess >= 0 and shown):
        return True
    if tokens[index - 1] in PAUSES:
        return shown or index + 1 in tokens.capitals
    return shown and any(t in PAUSES or t in grammar().coordinators for t in tokens.words[mains[-1] + 1 : index])


def _turns(tokens: Tokens, index: int) -> bool:
    """« …, mais conteste toute faute », « …, mais nie avoir menti »; not « un ton vif, mais juste »."""
    turned = tokens[index - 1] == "mais" and tokens[index - 2] == ","
    return turned and (tokens[index + 1] in grammar().turned or tokens.forms[index + 1].infinitive)


def _shared_opener(tokens: Tokens, walk: _Walk, index: int) -> int:
    """« qui a voté et a promis »: a verb right after the coordinator shares the opener of the verb before.

    Not where the number tells otherwise: « Il dit que les prix montent et dément une pénurie ».
    """
    before = _coordinated(tokens, index)
    if not walk.heads or not before or tokens[before - 1] in PAUSES:
        return -1
    last, opener = walk.heads[-1]
    return opener if _is_plural(tokens, last) == _is_plural(tokens, index) else -1


def _is_plural(tokens: Tokens, verb: int) -> bool:
    """« démentent », « ont »; not « dément », « tient »."""
    text = tokens[verb]
    single = text.endswith(("ment", "sent", "ient")) and any(
        lemma.endswith(("mentir", "sentir", "tenir", "venir")) for lemma in tokens.forms[verb].lemmas
    )
    return text.endswith("nt") and not single


def _coordinated(tokens: Tokens, index: int) -> int:
    """The place of the coordinator right before the verb, clitics aside, or 0."""
    before = before_clitics(tokens, index)
    return before if before > 0 and tokens[before] in grammar().coordinators else 0


def _extents(tokens: Tokens, found: list[tuple[int, int]]) -> tuple[Clause, ...]:
    """Where each clause begins and ends."""
    mains = [verb for verb, opener in found if opener < 0]
    return tuple(
        _main(tokens, mains, verb) if opener < 0 else _subordinate(tokens, mains, verb, opener)
        for verb, opener in sorted(found)
    )


def _main(tokens: Tokens, mains: list[int], verb: int) -> Clause:
    """A main clause reaches from the boundary with the last one to that with the next."""
    before = max((m for m in mains if m < verb), default=-1)
    after = min((m for m in mains if m > verb), default=-1)
    start = 0 if before < 0 else _boundary(tokens, before, verb)
    end = len(tokens) if after < 0 else _boundary(tokens, verb, after)
    return Clause(verb, Role.MAIN, start, end)


def _subordinate(tokens: Tokens, mains: list[int], verb: int, opener: int) -> Clause:
    """A subordinate clause ends at the first mark after its verb, or at the next main verb."""
    following = min((m for m in mains if m > verb), default=len(tokens))
    end = next((n for n in range(verb, following) if tokens[n] in BREAKS), following)
    return Clause(verb, role(tokens, opener), opener, end, opener)


def _boundary(tokens: Tokens, first: int, second: int) -> int:
    """Where the clause of the verb `second` begins: after the last mark or coordinator between the two."""
    for place in range(second - 1, first, -1):
        if tokens[place] in BREAKS or tokens[place] in grammar().coordinators:
            return place
    return second
