"""Bare clauses: with no opener, “said [the road was safe]”, or no verb, « trois morts, [dont un enfant], »."""

from __future__ import annotations

from briefing.extract.analysis.inversion import can_be_subject
from briefing.extract.analysis.open_clauses import ClauseTree, OpenClause
from briefing.extract.analysis.syntax import ClauseKind, NounGroup, Tag, VerbGroup

_JOINTS = frozenset({Tag.COMMA, Tag.COORDINATOR, Tag.STOP, Tag.QUOTATION})


def opens_bare(tree: ClauseTree, n: int) -> bool:
    """Open the clause of verb `n` where it hangs on a verb before it with no subordinator; False where it does not."""
    verb = tree.verbs[n]
    for depth in range(len(tree.stack) - 1, -1, -1):
        subject = _subject_behind(tree, depth, verb)
        if subject is not None:
            tree.close_to(depth + 1, subject.first)
            tree.open(OpenClause(ClauseKind.COMPLETIVE, subject.first, tree.stack[depth], verb=n))
            return True
    return False


def inserted_subject(tree: ClauseTree, verb: VerbGroup) -> NounGroup | None:
    """“the road, [the mayor] said, is safe”: the subject, between two commas with its verb, of what is inserted."""
    if tree.top.verb is not None or not tree.grammar.takes_clause(verb.lemma):
        return None
    closed = verb.last < len(tree.words) and tree.words[verb.last].tag is Tag.COMMA
    subject = next((g for g in tree.nouns if max(g.whole, g.last) == verb.first and can_be_subject(tree, g)), None)
    opened = subject is not None and subject.first > 1 and tree.words[subject.first - 1].tag is Tag.COMMA
    return subject if closed and opened else None


def _subject_behind(tree: ClauseTree, depth: int, verb: VerbGroup) -> NounGroup | None:
    """The group between the verb of an open clause, where it takes a bare one, and the verb that comes next."""
    number = tree.clauses[tree.stack[depth]].verb
    governor = tree.verbs[number] if number is not None else None
    if governor is None or governor.passive:
        return None
    last = governor if governor.infinitive is None else tree.verbs[governor.infinitive]
    if not tree.grammar.takes_clause(last.lemma):
        return None
    limit = tree.clauses[tree.stack[depth + 1]].first if depth + 1 < len(tree.stack) else verb.first
    free = [g for g in tree.nouns if last.last <= g.first and g.last <= limit and can_be_subject(tree, g)]
    subject = free[-1] if free else None
    while subject is not None and subject.joined_to is not None:
        subject = tree.nouns[subject.joined_to]
    if subject is None or any(word.tag in _JOINTS for word in tree.words[last.last : subject.first]):
        return None
    return subject


def is_bare(tree: ClauseTree, clause: OpenClause, verb: VerbGroup) -> bool:
    """« trois victimes, [dont une fillette], sont … »: nothing but a noun group stands between two commas."""
    if clause.opener is None or tree.words[clause.opener].kind != "oblique":
        return False
    alone = any(g.first == clause.opener + 1 and g.whole == verb.first - 1 for g in tree.nouns)
    return alone and clause.first > 0 and tree.words[clause.first - 1].tag is Tag.COMMA


def ends_at_comma(tree: ClauseTree, comma: int) -> bool:
    """Whether a comma closes the innermost clause."""
    clause = tree.top
    if clause.verb is None:
        return _is_sample(tree, clause, comma) or _is_compared(tree, clause)
    short = clause.kind in (ClauseKind.INSERTION, ClauseKind.PARTICIPIAL) and not tree.brackets
    return short or _is_aside(tree, clause, comma)


def _is_aside(tree: ClauseTree, clause: OpenClause, comma: int) -> bool:
    """« Pour le maire, [qui défend le club], « il plaît » »: a relative between commas before what is quoted."""
    outer = tree.clauses[clause.parent] if clause.parent is not None else clause
    if clause.kind is not ClauseKind.RELATIVE or outer.verb is not None or not clause.first:
        return False
    quoted = comma + 1 < len(tree.words) and tree.words[comma + 1].tag is Tag.QUOTATION
    return quoted and tree.words[clause.first - 1].tag is Tag.COMMA


def _is_sample(tree: ClauseTree, clause: OpenClause, end: int) -> bool:
    """« plusieurs médias, [dont Le Parisien], »: some of those named before, by name or as « une fillette »."""
    if clause.opener is None or tree.words[clause.opener].kind != "oblique":
        return False
    group = next((g for g in tree.nouns if g.first == clause.opener + 1), None)
    if group is None or group.whole != end or tree.words[clause.first - 1].tag is not Tag.COMMA:
        return False
    determiner = tree.words[group.determiner].kind if group.determiner is not None else ""
    counted = tree.words[group.first].tag is Tag.NUMBER or determiner in ("indefinite", "quantifier")
    return counted or tree.words[group.head].capital > 0


def _is_compared(tree: ClauseTree, clause: OpenClause) -> bool:
    """« quatre ans plus tard [que prévu], a annoncé la mairie »: a word alone behind what is compared."""
    if clause.opener is None or tree.words[clause.opener].kind != "that":
        return False
    before, behind = (tree.words[i].tag for i in (max(0, clause.opener - 1), clause.opener + 1))
    return before in (Tag.ADVERB, Tag.ADJECTIVE) and behind in (Tag.PARTICIPLE, Tag.NOUN)
