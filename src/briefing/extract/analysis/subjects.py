"""The subject of a clause: the group before its verb that agrees, the one behind it, or what a pronoun takes up."""

from __future__ import annotations

from briefing.extract.analysis.open_clauses import ClauseTree, OpenClause
from briefing.extract.analysis.syntax import ClauseKind, NounGroup, Tag, VerbGroup
from briefing.extract.analysis.verb_groups import past_infinitive


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
    behind_quotation = _behind(tree, verb) if _follows_quotation(tree, verb) else None
    before = behind_quotation if behind_quotation is not None else _before(tree, clause, verb)
    if before is not None and verb.number == "p" and _is_one_person(tree, tree.nouns[before]):
        behind = _behind(tree, verb)  # « …, ont annoncé les deux clubs »: many announce
        return behind if behind is not None else before
    if before is not None:
        return before
    if clause.coordinated is not None:
        joined = tree.clauses[clause.coordinated]
        return joined.subject if joined.subject is not None else subject_of(tree, joined)
    return _behind(tree, verb)


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
    for word in reversed(tree.words[max(0, end - _ASIDE_LONGEST) : end]):
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


def can_be_subject(tree: ClauseTree, group: NounGroup) -> bool:
    """Whether a group may be one: free, no apposition, no date, no quotation alone."""
    alone = tree.words[group.head].tag is Tag.QUOTATION and group.head == group.first
    return group.preposition is None and group.apposed_to is None and not alone and not group.when


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


def _behind(tree: ClauseTree, verb: VerbGroup) -> int | None:
    """« a dit le ministre », « est mort hier un enfant »: the group right behind, where it agrees."""
    n = _next_group(tree, _last_of(tree, verb))
    if n is None:
        return None
    group = tree.nouns[n]
    if group.preposition is not None or not _agrees_behind(tree, n, verb):
        return None
    return n


def _agrees_behind(tree: ClauseTree, n: int, verb: VerbGroup) -> bool:
    """In number; « ont dit [le maire] et la préfète » are many."""
    number = tree.nouns[n].number
    several = verb.number == "p" and any(group.joined_to == n for group in tree.nouns)
    return not verb.number or number in ("", verb.number) or several


def subject_follows(tree: ClauseTree, verb: VerbGroup) -> bool:
    """Whether a group without preposition stands right behind the verb and nothing but a complement after it."""
    group = _next_group(tree, _last_of(tree, verb))
    if group is None or not can_be_subject(tree, tree.nouns[group]):
        return False
    if not _agrees_behind(tree, group, verb):
        return False
    after = tree.nouns[group].whole
    limit = tree.words[after].tag if after < len(tree.words) else Tag.STOP
    return limit in (Tag.COMMA, Tag.STOP, Tag.PREPOSITION, Tag.RELATIVE, Tag.BRACKET, Tag.ADVERB)


def _last_of(tree: ClauseTree, verb: VerbGroup) -> int:
    """Where a verb ends with the infinitive right behind it: « …, croit savoir le journal »."""
    behind_comma = verb.first > 0 and tree.words[verb.first - 1].tag is Tag.COMMA
    last = tree.verbs[verb.infinitive].last if verb.infinitive is not None and behind_comma else verb.last
    quoted = behind_comma and verb.first > 1 and tree.words[verb.first - 2].tag is Tag.QUOTATION
    last = past_infinitive(tree.words, tree.verbs, last) if behind_comma else last
    return _past_aside(tree, last) if quoted else last


def _past_aside(tree: ClauseTree, i: int) -> int:
    """« « … », confie[, la gorge serrée,] Maryse »: the word behind what stands between two commas, with no verb."""
    words = tree.words
    if i >= len(words) or words[i].tag is not Tag.COMMA:
        return i
    for end in range(i + 1, min(len(words), i + _ASIDE_LONGEST)):
        if words[end].tag is Tag.COMMA:
            return end + 1 if any(g.first == end + 1 and can_be_subject(tree, g) for g in tree.nouns) else i
        if words[end].tag in _NO_ASIDE:
            return i
    return i


_NO_ASIDE = frozenset({Tag.FINITE, Tag.STOP, Tag.QUOTATION, Tag.RELATIVE, Tag.SUBORDINATOR})
_ASIDE_LONGEST = 15
"""Words between a verb of saying and its subject, or what it reports, that are looked through."""


def _next_group(tree: ClauseTree, i: int) -> int | None:
    """The noun group that begins at a word, adverbs and bare dates passed over."""
    words = tree.words
    while i < len(words) and (words[i].tag is Tag.ADVERB or _is_day(tree, i)):
        i += 1
    if i + 1 < len(words) and words[i].tag is Tag.PREPOSITION and words[i + 1].tag is Tag.GERUND:
        i += 2  # « a résumé en sortant un participant »
    if i + 2 < len(words) and words[i].tag is words[i + 2].tag is Tag.COMMA and words[i + 1].tag in _LOOSE:
        i += 3  # « a lâché, agacé, le maraîcher »
    for n, group in enumerate(tree.nouns):
        if group.first == i:
            return _next_group(tree, group.whole) if group.when else n
        if group.first == i + 1 and group.preposition == i:
            ends = (end for end in (group.whole, group.last) if _only_between(tree, end))
            return next((_next_group(tree, end) for end in ends), _name_closing(tree, group))
        if group.first > i:
            break
    return None


def _name_closing(tree: ClauseTree, around: NounGroup) -> int | None:
    """« a dit en conférence de presse [Anne Petit] »: somebody's name that ends a group of things."""
    closing = (n for n, group in enumerate(tree.nouns) if around.last < group.first and group.whole == around.whole)
    somebody = (n for n in closing if tree.words[tree.nouns[n].first].kind in ("given", "title"))
    return next((n for n in somebody if can_be_subject(tree, tree.nouns[n])), None)


def _only_between(tree: ClauseTree, i: int) -> bool:
    """« a précisé [à l'AFP] le parquet », « a répondu [par SMS] la productrice »: whether a free group follows."""
    following = next((group for group in tree.nouns if group.first == i), None)
    return following is not None and following.preposition is None and not following.when


def _is_day(tree: ClauseTree, i: int) -> bool:
    """« a indiqué [ce] vendredi le procureur »: an article before an adverb that no group holds."""
    day = i + 1 < len(tree.words) and tree.words[i + 1].tag is Tag.ADVERB and tree.words[i + 1].kind == ""
    return day and tree.words[i].kind == "demonstrative"


_LOOSE = frozenset({Tag.PARTICIPLE, Tag.ADJECTIVE, Tag.PRONOUN})
