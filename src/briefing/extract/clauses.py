"""The clause tree of a tagged sentence: each finite verb, gerund and infinitive with its opener, subject and extent.

Openers (relatives, subordinators) wait on a stack for their verb; a verb without an opener belongs to the outermost
clause that still lacks one, or is joined to a clause before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.extract.syntax import Clause, ClauseKind, NounGroup, Tag, VerbGroup, Word


@dataclass(slots=True)
class _Open:
    """A clause that is being read."""

    kind: ClauseKind
    first: int
    parent: int | None
    opener: int | None = None
    verb: int | None = None
    coordinated: int | None = None
    last: int = 0
    subject: int | None = None


@dataclass(slots=True)
class _Tree:
    """The clauses so far, and the stack of those still open (indexes)."""

    words: Sequence[Word]
    nouns: Sequence[NounGroup]
    verbs: Sequence[VerbGroup]
    clauses: list[_Open] = field(default_factory=list)
    stack: list[int] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)

    @property
    def top(self) -> _Open:
        return self.clauses[self.stack[-1]]

    def open(self, clause: _Open) -> None:
        self.clauses.append(clause)
        self.stack.append(len(self.clauses) - 1)

    def close_to(self, depth: int, last: int) -> None:
        """Close what is open above a depth of the stack."""
        while len(self.stack) > depth:
            self.clauses[self.stack.pop()].last = last


def clauses(
    words: Sequence[Word],
    nouns: Sequence[NounGroup],
    verbs: Sequence[VerbGroup],
) -> tuple[Clause, ...]:
    """The clauses in the order in which they open."""
    tree = _Tree(words, nouns, verbs)
    at = {verb.first: n for n, verb in enumerate(verbs)}
    tree.open(_Open(ClauseKind.MAIN, 0, None))
    i = 0
    while i < len(words):
        if i in at:
            _verb(tree, at[i])
            i = verbs[at[i]].last
            continue
        _word(tree, i)
        i += 1
    tree.close_to(0, len(words))
    for clause in tree.clauses:
        clause.subject = _subject(tree, clause)
    return tuple(
        Clause(c.kind, c.first, max(c.last, c.first + 1), c.opener, c.verb, c.subject, c.parent, c.coordinated)
        for c in tree.clauses
    )


def _word(tree: _Tree, i: int) -> None:
    word = tree.words[i]
    if word.tag in (Tag.RELATIVE, Tag.SUBORDINATOR):
        before = tree.words[i - 1].tag if i else None
        _opener(tree, i - (before is Tag.PREPOSITION and word.tag is Tag.RELATIVE), i)
    elif word.tag is Tag.BRACKET:
        _bracket(tree, i)
    elif word.tag is Tag.STOP:
        _stop(tree, i)
    elif word.tag is Tag.COMMA and tree.top.kind in (ClauseKind.INSERTION, ClauseKind.PARTICIPIAL):
        if tree.top.verb is not None and not tree.brackets:
            tree.close_to(len(tree.stack) - 1, i)


def _opener(tree: _Tree, first: int, opener: int) -> None:
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
    tree.open(_Open(kind, first, tree.stack[-1], opener))


def _joined_before(tree: _Tree, first: int) -> int | None:
    """The depth of the clause to which « et que » joins a new one: the parent of the one of the same kind."""
    if first == 0 or tree.words[first - 1].tag is not Tag.COORDINATOR:
        return None
    for depth in range(len(tree.stack) - 1, 0, -1):
        clause = tree.clauses[tree.stack[depth]]
        if clause.opener is not None and tree.words[clause.opener].tag is tree.words[first].tag:
            return depth
    return None


def _bracket(tree: _Tree, i: int) -> None:
    if tree.words[i].form in "([":
        tree.brackets.append(len(tree.stack))
        tree.open(_Open(ClauseKind.INSERTION, i, tree.stack[-1]))
    elif tree.brackets:
        tree.close_to(tree.brackets.pop(), i + 1)


def _stop(tree: _Tree, i: int) -> None:
    """A colon or semicolon ends all but the bracket it stands in."""
    if tree.brackets or i == len(tree.words) - 1:
        return
    if tree.clauses[tree.stack[0]].verb is None and tree.stack[0] == len(tree.clauses) - 1:
        return  # « Ukraine : la Russie frappe »: the heading in front is no clause of its own
    tree.close_to(0, i)
    tree.open(_Open(ClauseKind.MAIN, i + 1, None))


def _verb(tree: _Tree, n: int) -> None:
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


def _inner(tree: _Tree, n: int, kind: ClauseKind) -> None:
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
    tree.open(_Open(kind, first, tree.stack[-1], verb=n))


def _starts_anew(tree: _Tree, first: int) -> bool:
    return first > 0 and tree.words[first - 1].tag in (Tag.COMMA, Tag.COORDINATOR)


def _finite(tree: _Tree, n: int) -> None:
    verb = tree.verbs[n]
    if _is_insertion(tree, verb):
        tree.open(_Open(ClauseKind.INSERTION, verb.first, tree.stack[-1], verb=n))
        return
    bottom = tree.brackets[-1] if tree.brackets else 0
    lacking = [d for d in range(bottom, len(tree.stack)) if _waits(tree, d, verb)]
    if lacking:
        depth = lacking[-1]
        if depth < len(tree.stack) - 1:
            tree.close_to(depth + 1, _border(tree, verb))
        tree.top.verb = n
        return
    _joined(tree, n)


def _waits(tree: _Tree, depth: int, verb: VerbGroup) -> bool:
    """Whether a clause lacks its verb; « comme appartenant à l'enfant, a été retrouvée »: « comme » has found its own."""
    clause = tree.clauses[tree.stack[depth]]
    if clause.verb is not None:
        return False
    inner = tree.clauses[tree.stack[depth + 1]] if depth + 1 < len(tree.stack) else None
    elliptic = inner is not None and clause.opener is not None and inner.first == clause.opener + 1
    return not (elliptic and verb.first > 0 and tree.words[verb.first - 1].tag is Tag.COMMA)


def _border(tree: _Tree, verb: VerbGroup) -> int:
    """Where a subordinate clause ends before the verb of its parent: at the last comma, else at the verb."""
    top = tree.top
    begin = tree.verbs[top.verb].last if top.verb is not None else top.first
    for i in range(verb.first - 1, begin - 1, -1):
        if tree.words[i].tag is Tag.COMMA:
            return i
    return verb.first


def _is_insertion(tree: _Tree, verb: VerbGroup) -> bool:
    """« la grève[, a précisé le syndicat,] continue »: a verb and its subject between two marks."""
    if verb.first == 0 or tree.words[verb.first - 1].tag not in (Tag.COMMA, Tag.QUOTATION):
        return False
    if verb.inverted is None and not _subject_follows(tree, verb):
        return False
    if tree.top.verb is not None:
        return True
    if _verb_follows(tree, verb):
        return True  # « Sans réforme, a-t-elle prévenu, le régime sera déficitaire »
    waiting = tree.top.opener is not None or _has_subject(tree, tree.top, verb.first)
    return waiting and verb.inverted is not None


def _verb_follows(tree: _Tree, verb: VerbGroup) -> bool:
    """Whether the clause that waits for its verb finds one behind the comma that closes the insertion."""
    closed = False
    for word in tree.words[verb.last :]:
        closed = closed or word.tag is Tag.COMMA
        if word.tag in (Tag.RELATIVE, Tag.SUBORDINATOR, Tag.STOP):
            return False
        if word.tag is Tag.FINITE:
            return closed
    return False


def _subject_follows(tree: _Tree, verb: VerbGroup) -> bool:
    """Whether a group without preposition stands right behind the verb and nothing but a complement after it."""
    group = _next_group(tree, _last_of(tree, verb))
    if group is None or not _can_be_subject(tree, tree.nouns[group]):
        return False
    if verb.number and tree.nouns[group].number and verb.number != tree.nouns[group].number:
        return False
    after = tree.nouns[group].whole
    limit = tree.words[after].tag if after < len(tree.words) else Tag.STOP
    return limit in (Tag.COMMA, Tag.STOP, Tag.PREPOSITION, Tag.RELATIVE, Tag.BRACKET, Tag.ADVERB)


def _last_of(tree: _Tree, verb: VerbGroup) -> int:
    """Where a verb ends with the infinitive right behind it: « croit savoir »."""
    return tree.verbs[verb.infinitive].last if verb.infinitive is not None else verb.last


def _next_group(tree: _Tree, i: int) -> int | None:
    """The noun group that begins at a word, adverbs and bare dates passed over."""
    words = tree.words
    while i < len(words) and words[i].tag is Tag.ADVERB:
        i += 1
    if i + 2 < len(words) and words[i].tag is words[i + 2].tag is Tag.COMMA and words[i + 1].tag in _LOOSE:
        i += 3  # « a lâché, agacé, le maraîcher »
    for n, group in enumerate(tree.nouns):
        if group.first == i:
            return _next_group(tree, group.whole) if group.when else n
        if group.first == i + 1 and group.preposition == i:
            ends = (end for end in (group.last, group.whole) if _only_between(tree, end))
            return next((_next_group(tree, end) for end in ends), None)
        if group.first > i:
            break
    return None


_LOOSE = frozenset({Tag.PARTICIPLE, Tag.ADJECTIVE, Tag.PRONOUN})


def _only_between(tree: _Tree, i: int) -> bool:
    """« a précisé [à l'AFP] le parquet », « a répondu [par SMS] la productrice »: whether a free group follows."""
    following = next((group for group in tree.nouns if group.first == i), None)
    return following is not None and following.preposition is None and not following.when


def _has_subject(tree: _Tree, clause: _Open, before: int) -> bool:
    return any(
        group.preposition is None and not group.when
        for group in tree.nouns
        if clause.first <= group.first < before and tree.words[group.head].tag is not Tag.QUOTATION
    )


def _joined(tree: _Tree, n: int) -> None:
    """A finite verb where no clause lacks one: joined by « et » or a comma to the clause it is most like."""
    verb = tree.verbs[n]
    top = tree.verbs[tree.top.verb] if tree.top.verb is not None else None
    joint = next((i for i in range(verb.first - 1, (top.last if top else 0) - 1, -1) if tree.words[i].tag in _JOINTS), None)
    border = joint if joint is not None else verb.first
    bottom = tree.brackets[-1] if tree.brackets else 0
    depth = _target(tree, n, bottom, coordinated=joint is not None and tree.words[joint].tag is Tag.COORDINATOR)
    joined = tree.clauses[tree.stack[depth]]
    number, parent = tree.stack[depth], joined.parent
    tree.close_to(depth, border)
    first = border + 1 if joint is not None else border
    tree.open(_Open(joined.kind, first, parent, verb=n, coordinated=number))


_JOINTS = frozenset({Tag.COORDINATOR, Tag.COMMA})


def _target(tree: _Tree, n: int, bottom: int, *, coordinated: bool) -> int:
    """The depth of the clause joined to: by a comma the outermost; by « et » the innermost of the same tense."""
    finite = [d for d in range(bottom, len(tree.stack)) if _is_finite(tree, tree.stack[d])]
    if not finite:
        return bottom
    if not coordinated or _comma_before_joint(tree, tree.verbs[n]):
        return finite[0]
    verb = tree.verbs[n]
    alike = [d for d in finite if _alike(tree, tree.stack[d], verb)]
    return alike[-1] if alike else finite[-1]


def _comma_before_joint(tree: _Tree, verb: VerbGroup) -> bool:
    """« …, mais assure que »: a comma before the coordinator takes up the outermost clause."""
    for i in range(verb.first - 1, 0, -1):
        if tree.words[i].tag is Tag.COORDINATOR:
            return tree.words[i - 1].tag is Tag.COMMA
    return False


def _is_finite(tree: _Tree, number: int) -> bool:
    verb = tree.clauses[number].verb
    return verb is not None and tree.words[tree.verbs[verb].finite].tag is Tag.FINITE


def _alike(tree: _Tree, number: int, verb: VerbGroup) -> bool:
    index = tree.clauses[number].verb
    other = tree.verbs[index] if index is not None else verb
    return (other.tense, other.compound) == (verb.tense, verb.compound)


def _subject(tree: _Tree, clause: _Open) -> int | None:
    """The noun group that is the subject of a clause with a verb."""
    if clause.verb is None:
        return None
    verb = tree.verbs[clause.verb]
    if verb.inverted is not None:
        return next((n for n, group in enumerate(tree.nouns) if group.head == verb.inverted), None)
    if clause.kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPIAL):
        return _unsaid(tree, clause, verb)
    if clause.opener is not None and tree.words[clause.opener].kind == "subject":
        return _antecedent(tree, clause.first, verb)
    behind_quotation = _behind(tree, verb) if _follows_quotation(tree, verb) else None
    before = behind_quotation if behind_quotation is not None else _before(tree, clause, verb)
    if before is not None:
        return before
    if clause.coordinated is not None:
        joined = tree.clauses[clause.coordinated]
        return joined.subject if joined.subject is not None else _subject(tree, joined)
    return _behind(tree, verb)


def _unsaid(tree: _Tree, clause: _Open, verb: VerbGroup) -> int | None:
    """« [un tract] affirmant que … », « a dit [le maire], ajoutant que … »: else the subject of the clause around."""
    before = tree.words[clause.first - 1].tag if clause.first else Tag.STOP
    if clause.kind is ClauseKind.PARTICIPIAL and before in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PARTICIPLE):
        return _antecedent(tree, clause.first, verb)
    if before is Tag.COORDINATOR and clause.kind is ClauseKind.PARTICIPIAL:
        return None  # « des compléments amincissants ou promettant de guérir »
    parent = tree.clauses[clause.parent] if clause.parent is not None else None
    narrative = clause.kind is ClauseKind.INFINITIVE and before in (Tag.NOUN, Tag.NAME)
    if narrative and tree.words[clause.first].tag is Tag.PREPOSITION and tree.clauses[clause.parent or 0].verb is None:
        return _antecedent(tree, clause.first, verb)  # « Et l'expert d'ajouter que … »
    if clause.kind is ClauseKind.PARTICIPIAL and before is Tag.COMMA:
        while parent is not None and parent.kind is ClauseKind.RELATIVE and parent.parent is not None:
            parent = tree.clauses[parent.parent]  # « le ministre, qui visitait l'usine, disant que … »
    inserted = next((c for c in tree.clauses if c.kind is ClauseKind.INSERTION and c.last == clause.first - 1), None)
    parent = inserted or parent
    return _subject(tree, parent) if parent is not None and parent is not clause else None


def _follows_quotation(tree: _Tree, verb: VerbGroup) -> bool:
    """« Le train « partira », a dit le chef de gare »: who said it stands behind."""
    i = verb.first - 1
    comma = i > 0 and tree.words[i].tag is Tag.COMMA
    return comma and tree.words[i - 1].tag is Tag.QUOTATION and _subject_follows(tree, verb)


def _antecedent(tree: _Tree, opener: int, verb: VerbGroup) -> int | None:
    """The group that a relative pronoun takes up: the outermost that ends before it and agrees with its verb."""
    end = opener - 1 if opener and tree.words[opener - 1].tag is Tag.COMMA else opener
    ending = [n for n, group in enumerate(tree.nouns) if group.whole == end and group.first < end]
    agreeing = [n for n in ending if not (verb.number and tree.nouns[n].number not in ("", verb.number))]
    best = (agreeing or ending or [None])[0]
    apposed = tree.nouns[best].apposed_to if best is not None else None
    return apposed if apposed is not None else best


def _before(tree: _Tree, clause: _Open, verb: VerbGroup) -> int | None:
    """The nearest free group before the verb that agrees with it; an apposition stands for what it is set against."""
    inner = [(c.first, c.last) for c in tree.clauses if c is not clause and clause.first < c.first < verb.first]
    free: list[int] = []
    for n, group in enumerate(tree.nouns):
        if group.first >= verb.first:
            break
        if group.first < clause.first or group.last > verb.first or not _can_be_subject(tree, group):
            continue
        if not any(first <= group.head < last for first, last in inner):
            free.append(n)
    agreeing = [n for n in free if _agrees(tree, n, verb) and not _cut_off(tree, n, verb)]
    whole = [n for n in agreeing if not _joined_to_complement(tree, n)]
    return (whole or agreeing or [None])[-1]


def _cut_off(tree: _Tree, n: int, verb: VerbGroup) -> bool:
    """« Bref, [conclut] la maire »: nothing but a comma stands between a group and the verb, so it is no subject."""
    end = tree.nouns[n].whole
    return end == verb.first - 1 and tree.words[end].tag is Tag.COMMA and tree.nouns[n].joined_to is None


def _joined_to_complement(tree: _Tree, n: int) -> bool:
    """« une rencontre entre un ministre et [un diplomate] a eu lieu »: the second of two behind one preposition."""
    joined = tree.nouns[n].joined_to
    return joined is not None and tree.nouns[joined].preposition is not None


def _can_be_subject(tree: _Tree, group: NounGroup) -> bool:
    alone = tree.words[group.head].tag is Tag.QUOTATION and group.head == group.first
    return group.preposition is None and group.apposed_to is None and not alone and not group.when


def _agrees(tree: _Tree, n: int, verb: VerbGroup) -> bool:
    """In number; « [Moscou] et [Pyongyang] » are many, « entre la France et [la Chine] » is no subject."""
    group = tree.nouns[n]
    if not verb.number or not group.number:
        return True
    if verb.number == group.number:
        return True
    joined = group.joined_to
    return verb.number == "p" and joined is not None and _can_be_subject(tree, tree.nouns[joined])


def _behind(tree: _Tree, verb: VerbGroup) -> int | None:
    """« a dit le ministre », « est mort hier un enfant »: the group right behind, where it agrees."""
    n = _next_group(tree, _last_of(tree, verb))
    if n is None:
        return None
    group = tree.nouns[n]
    if group.preposition is not None or (verb.number and group.number and verb.number != group.number):
        return None
    return n
