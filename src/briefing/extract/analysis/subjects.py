"""The subject of a clause: the group before its verb that agrees, the one behind it, or what a pronoun takes up."""

from __future__ import annotations

from briefing.extract.analysis.inversion import ASIDE_LONGEST, can_be_subject, subject_behind, subject_follows
from briefing.extract.analysis.open_clauses import ClauseTree, OpenClause
from briefing.extract.analysis.syntax import ClauseKind, NounGroup, Tag, VerbGroup


def subject_of(tree: ClauseTree, clause: OpenClause) -> int | None:
    """The noun group that is the subject of a clause with a verb."""
    if clause.verb is None:
        return None
    verb = tree.verbs[clause.verb]
    if verb.inverted is not None:
        return next((n for n, group in enumerate(tree.nouns) if group.head == verb.inverted), None)
    if clause.kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPIAL):
        return _unsaid(tree, clause, verb)
    opener = tree.words[clause.opener].kind if clause.opener is not None else ""
    if opener == "either":
        own = _before(tree, clause, verb)
        return own if own is not None else _antecedent(tree, clause.first, verb)
    if opener == "subject":
        return _antecedent(tree, clause.first, verb)
    behind_quotation = subject_behind(tree, verb) if _follows_quotation(tree, verb) else None
    before = behind_quotation if behind_quotation is not None else _before(tree, clause, verb)
    if before is not None and verb.number == "p" and _is_one_person(tree, tree.nouns[before]):
        behind = subject_behind(tree, verb)  # « …, ont annoncé les deux clubs »: many announce
        return behind if behind is not None else before
    if before is not None:
        return before
    if clause.coordinated is not None:
        joined = tree.clauses[clause.coordinated]
        return joined.subject if joined.subject is not None else subject_of(tree, joined)
    return subject_behind(tree, verb)


def _unsaid(tree: ClauseTree, clause: OpenClause, verb: VerbGroup) -> int | None:
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
    parent = _inserted_before(tree, clause.first - 1) or parent
    return subject_of(tree, parent) if parent is not None and parent is not clause else None


def _inserted_before(tree: ClauseTree, comma: int) -> OpenClause | None:
    """« …, a dit le maire[, Paul Petit], affirmant que »: the insertion in front, past an apposition."""
    apposed = (group for group in tree.nouns if group.whole == comma and group.apposed_to is not None)
    ends = {comma, *(group.first - 1 for group in apposed)}
    return next((c for c in tree.clauses if c.kind is ClauseKind.INSERTION and c.last in ends), None)


def _follows_quotation(tree: ClauseTree, verb: VerbGroup) -> bool:
    """« Le train « partira », a dit le chef de gare »: who said it stands behind, also far behind the quotation."""
    i = verb.first - 1
    if i <= 0 or tree.words[i].tag is not Tag.COMMA or not subject_follows(tree, verb):
        return False
    quoted = tree.words[i - 1].tag is Tag.QUOTATION and not (i > 1 and tree.words[i - 2].tag in _NAMING)
    return quoted or _verb_is_quoted(tree, i)


_NAMING = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.NOUN})
"""Tags of the word before a quotation that names something: « lauréat pour « Mahmoud », publie … »."""


def _verb_is_quoted(tree: ClauseTree, end: int) -> bool:
    """Whether the clause before a word has its verb in a quotation, and no other."""
    for word in reversed(tree.words[max(0, end - ASIDE_LONGEST) : end]):
        if word.tag in (Tag.FINITE, Tag.STOP):
            return False
        if word.tag is Tag.QUOTATION and word.kind == "predicate":
            return True
    return False


def _antecedent(tree: ClauseTree, opener: int, verb: VerbGroup) -> int | None:
    """The group that a relative pronoun takes up: the outermost that ends before it and agrees with its verb."""
    end = opener - 1 if opener and tree.words[opener - 1].tag is Tag.COMMA else opener
    ending = [n for n, group in enumerate(tree.nouns) if group.whole == end and group.first < end]
    agreeing = [n for n in ending if not (verb.number and tree.nouns[n].number not in ("", verb.number))]
    best = next(iter(agreeing or ending), None)
    apposed = tree.nouns[best].apposed_to if best is not None else None
    return apposed if apposed is not None else best


def _before(tree: ClauseTree, clause: OpenClause, verb: VerbGroup) -> int | None:
    """The nearest free group before the verb that agrees with it; an apposition stands for what it is set against."""
    inner = [(c.first, c.last) for c in tree.clauses if c is not clause and clause.first < c.first < verb.first]
    free: list[int] = []
    for n, group in enumerate(tree.nouns):
        if group.first >= verb.first:
            break
        if group.first < clause.first or group.last > verb.first or not can_be_subject(tree, group):
            continue
        if not any(first <= group.head < last for first, last in inner):
            free.append(n)
    agreeing = [n for n in free if _agrees(tree, n, verb) and not _cut_off(tree, n, verb)]
    whole = [n for n in agreeing if not _joined_to_complement(tree, n)] or agreeing
    return next(reversed([n for n in whole if not _only_beside(tree, n)] or whole), None)


def _only_beside(tree: ClauseTree, n: int) -> bool:
    """« le maire, Paul Petit, [lui] a répondu », « la députée, [calculatrice] en main, a ri »: hardly the subject."""
    group = tree.nouns[n]
    head = tree.words[group.head]
    bare = head.tag is Tag.NOUN and group.determiner is None and group.number == "s"
    return head.kind == "stressed" or (bare and group.first > 0 and tree.words[group.first - 1].tag is Tag.COMMA)


def _cut_off(tree: ClauseTree, n: int, verb: VerbGroup) -> bool:
    """« Bref, [conclut] la maire »: nothing but a comma stands between a group and the verb, so it is no subject."""
    end = tree.nouns[n].whole
    return end == verb.first - 1 and tree.words[end].tag is Tag.COMMA and tree.nouns[n].joined_to is None


def _joined_to_complement(tree: ClauseTree, n: int) -> bool:
    """« une rencontre entre un ministre et [un diplomate] a eu lieu »: the second of two behind one preposition."""
    joined = tree.nouns[n].joined_to
    return joined is not None and tree.nouns[joined].preposition is not None


def _agrees(tree: ClauseTree, n: int, verb: VerbGroup) -> bool:
    """In number; « [Moscou] et [Pyongyang] » are many, « entre la France et [la Chine] » is no subject."""
    group = tree.nouns[n]
    if not verb.number or group.number in ("", verb.number):
        return True
    joined = group.joined_to
    return verb.number == "p" and joined is not None and can_be_subject(tree, tree.nouns[joined])


def _is_one_person(tree: ClauseTree, group: NounGroup) -> bool:
    """« Anne Petit »: two names or more, without an article, joined to no other."""
    words = tree.words[group.first : group.last]
    return group.joined_to is None and len(words) > 1 and all(word.tag is Tag.NAME for word in words)
