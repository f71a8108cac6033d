"""The clause tree of a tagged sentence: each finite verb, gerund and infinitive with its opener, subject and extent.

Openers (relatives, subordinators) wait on a stack for their verb; a verb without an opener belongs to the outermost
clause that still lacks one, or is joined to a clause before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.analysis.bare_clauses import ends_at_comma, inserted_subject, is_bare, opens_bare
from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.inversion import is_insertion, verb_follows
from briefing.extract.analysis.open_clauses import ClauseTree, OpenClause
from briefing.extract.analysis.subjects import subject_of
from briefing.extract.analysis.syntax import Clause, ClauseKind, NounGroup, Tag, VerbGroup, Word


def clauses(
    words: Sequence[Word], nouns: Sequence[NounGroup], verbs: Sequence[VerbGroup], grammar: GroupWords
) -> tuple[Clause, ...]:
    """The clauses in the order in which they open."""
    tree = ClauseTree(words, nouns, verbs, grammar)
    at = {verb.first: n for n, verb in enumerate(verbs)}
    tree.open(OpenClause(ClauseKind.MAIN, 0, None))
    i = 0
    while i < len(words):
        if i in at:
            _verb(tree, at[i])
        elif words[i].tag in _TURNS:
            _word(tree, i)
        i = verbs[at[i]].last if i in at else i + 1
    tree.close_to(0, len(words))
    for clause in tree.clauses:
        clause.subject = subject_of(tree, clause)
    return tuple(
        Clause(c.kind, c.first, max(c.last, c.first + 1), c.opener, c.verb, c.subject, c.parent, c.coordinated)
        for c in tree.clauses
    )


_TURNS = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR, Tag.BRACKET, Tag.STOP, Tag.COMMA})
"""What opens or closes a clause beside its verb."""


def _word(tree: ClauseTree, i: int) -> None:
    word = tree.words[i]
    if word.tag in (Tag.RELATIVE, Tag.SUBORDINATOR):
        before = tree.words[i - 1].tag if i else None
        _opener(tree, i - (before is Tag.PREPOSITION and word.tag is Tag.RELATIVE), i)
    elif word.tag is Tag.BRACKET:
        _bracket(tree, i)
    elif word.tag is Tag.STOP:
        _stop(tree, i)
    elif word.tag is Tag.COMMA and ends_at_comma(tree, i):
        tree.close_to(len(tree.stack) - 1, i)


def _opener(tree: ClauseTree, first: int, opener: int) -> None:
    word = tree.words[opener]
    if word.tag is Tag.RELATIVE:
        kind = ClauseKind.RELATIVE
    elif word.kind == "that":
        kind = ClauseKind.COMPLETIVE
    else:
        kind = ClauseKind.CIRCUMSTANCE
    joined = _joined_before(tree, first)
    if joined is not None:
        tree.close_to(joined, first - 1)
    tree.open(OpenClause(kind, first, tree.stack[-1], opener))


def _joined_before(tree: ClauseTree, first: int) -> int | None:
    """The depth of the clause to which « et que » joins a new one: the parent of the one of the same kind."""
    if first == 0 or tree.words[first - 1].tag is not Tag.COORDINATOR:
        return None
    for depth in range(len(tree.stack) - 1, 0, -1):
        clause = tree.clauses[tree.stack[depth]]
        if clause.opener is not None and tree.words[clause.opener].tag is tree.words[first].tag:
            return depth
    return None


def _bracket(tree: ClauseTree, i: int) -> None:
    if tree.words[i].form in "([":
        tree.brackets.append(len(tree.stack))
        tree.open(OpenClause(ClauseKind.INSERTION, i, tree.stack[-1]))
    elif tree.brackets:
        tree.close_to(tree.brackets.pop(), i + 1)


def _stop(tree: ClauseTree, i: int) -> None:
    """A colon or semicolon ends all but the bracket it stands in."""
    if tree.brackets or i == len(tree.words) - 1:
        return
    if tree.clauses[tree.stack[0]].verb is None and tree.stack[0] == len(tree.clauses) - 1:
        return  # « Ukraine : la Russie frappe »: the heading in front is no clause of its own
    tree.close_to(0, i)
    tree.open(OpenClause(ClauseKind.MAIN, i + 1, None))


def _verb(tree: ClauseTree, n: int) -> None:
    verb = tree.verbs[n]
    tag = tree.words[verb.finite].tag
    if tag is Tag.FINITE:
        _finite(tree, n)
    elif tag is Tag.INFINITIVE:
        governed = n > 0 and tree.verbs[n - 1].infinitive == n
        if not governed:
            _inner(tree, n, ClauseKind.INFINITIVE)
    else:
        _inner(tree, n, ClauseKind.PARTICIPIAL)


def _inner(tree: ClauseTree, n: int, kind: ClauseKind) -> None:
    """An infinitive or participle opens a clause of its own, with its preposition: « [de livrer] », « [en disant] »."""
    verb = tree.verbs[n]
    first = verb.first
    if first > 0 and tree.words[first - 1].tag is Tag.PREPOSITION:
        first -= 1
    waiting = tree.top.verb is None and tree.top.opener is not None
    if waiting and tree.words[verb.finite].tag is Tag.INFINITIVE:
        tree.top.verb = n  # « il sait que faire », « où aller »
        return
    while tree.top.kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPIAL) and _starts_anew(tree, first):
        tree.close_to(len(tree.stack) - 1, first)
    tree.open(OpenClause(kind, first, tree.stack[-1], verb=n))


def _starts_anew(tree: ClauseTree, first: int) -> bool:
    return first > 0 and tree.words[first - 1].tag in (Tag.COMMA, Tag.COORDINATOR)


def _finite(tree: ClauseTree, n: int) -> None:
    verb = tree.verbs[n]
    if is_insertion(tree, verb):
        tree.open(OpenClause(ClauseKind.INSERTION, verb.first, tree.stack[-1], verb=n))
        return
    inserted = inserted_subject(tree, verb)
    if inserted is not None and verb_follows(tree, verb):
        tree.open(OpenClause(ClauseKind.INSERTION, inserted.first, tree.stack[-1], verb=n))
        return
    bottom = tree.brackets[-1] if tree.brackets else 0
    shares = verb.finite < verb.first  # « a dit que l'an est « dur » et [promis] »: it is joined to what it shares with
    lacking = [d for d in range(bottom, len(tree.stack)) if not shares and _waits(tree, d, verb)]
    if lacking:
        depth = lacking[-1]
        if depth < len(tree.stack) - 1:
            tree.close_to(depth + 1, _border(tree, verb))
        tree.top.verb = n
        return
    if not opens_bare(tree, n):
        _joined(tree, n)


def _waits(tree: ClauseTree, depth: int, verb: VerbGroup) -> bool:
    """Whether a clause lacks its verb; in « comme appartenant à l'enfant, a été vue », « comme » has its own.

    Nor does « comme » wait behind a comma: « d'autres, comme celui prévu en mai, pourraient suivre ».
    """
    clause = tree.clauses[tree.stack[depth]]
    if clause.verb is not None:
        return False
    inner = tree.clauses[tree.stack[depth + 1]] if depth + 1 < len(tree.stack) else None
    elliptic = inner is not None and clause.opener is not None and inner.first == clause.opener + 1
    compared = clause.opener is not None and tree.words[clause.opener].kind == "manner"
    return not (
        (elliptic or compared or is_bare(tree, clause, verb))
        and verb.first > 0
        and tree.words[verb.first - 1].tag is Tag.COMMA
    )


def _border(tree: ClauseTree, verb: VerbGroup) -> int:
    """Where a subordinate clause ends before its parent's verb, « un ami qui dort[,] et le maire, Paul Petit, rit »."""
    top = tree.top
    begin = tree.verbs[top.verb].last if top.verb is not None else top.first
    subject = _before_apposition(tree, verb)
    for i in range((subject if subject > begin else verb.first) - 1, begin - 1, -1):
        if tree.words[i].tag is Tag.COMMA:
            return i
    return verb.first


def _joined(tree: ClauseTree, n: int) -> None:
    """A finite verb where no clause lacks one: joined by « et » or a comma to the clause it is most like."""
    verb = tree.verbs[n]
    top = tree.verbs[tree.top.verb] if tree.top.verb is not None else None
    begun = top.last if top else 0
    before = _before_apposition(tree, verb)
    joint = next((i for i in range(before - 1, begun - 1, -1) if tree.words[i].tag in _JOINTS), None)
    border = joint if joint is not None else verb.first
    bottom = tree.brackets[-1] if tree.brackets else 0
    depth = _target(tree, n, bottom, coordinated=joint is not None and tree.words[joint].tag is Tag.COORDINATOR)
    joined = tree.clauses[tree.stack[depth]]
    number, parent = tree.stack[depth], joined.parent
    tree.close_to(depth, border)
    first = border + 1 if joint is not None else border
    tree.open(OpenClause(joined.kind, first, parent, verb=n, coordinated=number))


def _before_apposition(tree: ClauseTree, verb: VerbGroup) -> int:
    """« il nie, mais [le directeur], Paul Petit, parle »: where a subject with its apposition begins."""
    comma = verb.first - 1
    if comma < 0 or tree.words[comma].tag is not Tag.COMMA:
        return verb.first
    apposed = (group.apposed_to for group in tree.nouns if group.whole == comma and group.apposed_to is not None)
    subject = next((tree.nouns[n] for n in apposed if tree.nouns[n].preposition is None), None)
    return subject.first if subject is not None else verb.first


_JOINTS = frozenset({Tag.COORDINATOR, Tag.COMMA})


def _target(tree: ClauseTree, n: int, bottom: int, *, coordinated: bool) -> int:
    """The depth of the clause joined to: by a comma the outermost; by « et » the innermost of the same tense."""
    finite = [d for d in range(bottom, len(tree.stack)) if _is_finite(tree, tree.stack[d])]
    if not finite:
        return bottom
    if not coordinated or _comma_before_joint(tree, tree.verbs[n]):
        return finite[0]
    verb = tree.verbs[n]
    alike = [d for d in finite if _alike(tree, tree.stack[d], verb)]
    return alike[-1] if alike else finite[-1]


def _comma_before_joint(tree: ClauseTree, verb: VerbGroup) -> bool:
    """« …, mais assure que »: a comma before the coordinator takes up the outermost clause."""
    for i in range(verb.first - 1, 0, -1):
        if tree.words[i].tag is Tag.COORDINATOR:
            return tree.words[i - 1].tag is Tag.COMMA
    return False


def _is_finite(tree: ClauseTree, number: int) -> bool:
    verb = tree.clauses[number].verb
    return verb is not None and tree.words[tree.verbs[verb].finite].tag is Tag.FINITE


def _alike(tree: ClauseTree, number: int, verb: VerbGroup) -> bool:
    index = tree.clauses[number].verb
    other = tree.verbs[index] if index is not None else verb
    return (other.tense, other.compound) == (verb.tense, verb.compound)
