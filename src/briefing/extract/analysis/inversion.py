"""Verbs before their subject, « …, a dit hier à l'AFP [le ministre] », and the clauses that they insert."""

from __future__ import annotations

from itertools import pairwise

from briefing.extract.analysis.open_clauses import ClauseTree, OpenClause
from briefing.extract.analysis.syntax import NounGroup, Tag, VerbGroup
from briefing.extract.analysis.verb_groups import past_infinitive


def can_be_subject(tree: ClauseTree, group: NounGroup) -> bool:
    """Whether a group may be one: free, no apposition, no date, no quotation alone."""
    alone = tree.words[group.head].tag is Tag.QUOTATION and group.head == group.first
    return group.preposition is None and group.apposed_to is None and not alone and not group.when


def subject_behind(tree: ClauseTree, verb: VerbGroup) -> int | None:
    """« a dit le ministre », « est mort hier un enfant »: the group right behind, where it agrees."""
    n = _next_group(tree, _last_of(tree, verb))
    if n is None:
        return None
    group = tree.nouns[n]
    if group.preposition is not None or not _agrees_behind(tree, n, verb):
        return None
    return n


def _row(tree: ClauseTree, n: int) -> list[int]:
    """« ont annoncé [la police], [les pompiers] et [le parquet] »: a group and those joined to it, in order."""
    row = [n]
    for m in range(n + 1, len(tree.nouns)):
        if tree.nouns[m].joined_to == row[-1]:
            row.append(m)
    return row


def _agrees_behind(tree: ClauseTree, n: int, verb: VerbGroup) -> bool:
    """In number; « ont dit [le maire] et la préfète » are many."""
    number = tree.nouns[n].number
    several = verb.number == "p" and len(_row(tree, n)) > 1
    return not verb.number or number in ("", verb.number) or several


def subject_follows(tree: ClauseTree, verb: VerbGroup) -> bool:
    """Whether a group without preposition stands right behind the verb and nothing but a complement after it."""
    group = _next_group(tree, _last_of(tree, verb))
    if group is None or not can_be_subject(tree, tree.nouns[group]):
        return False
    if not _agrees_behind(tree, group, verb):
        return False
    after = tree.nouns[_row(tree, group)[-1]].whole
    limit = tree.words[after].tag if after < len(tree.words) else Tag.STOP
    return limit in (Tag.COMMA, Tag.STOP, Tag.PREPOSITION, Tag.RELATIVE, Tag.BRACKET, Tag.ADVERB)


def _last_of(tree: ClauseTree, verb: VerbGroup) -> int:
    """Where a verb ends with the infinitive right behind it: « …, croit savoir le journal »."""
    if verb.first == 0 or tree.words[verb.first - 1].tag is not Tag.COMMA:
        return verb.last
    last = tree.verbs[verb.infinitive].last if verb.infinitive is not None else verb.last
    return _past_asides(tree, past_infinitive(tree.words, tree.verbs, last))


def _past_asides(tree: ClauseTree, i: int) -> int:
    """« « … », confie[, la gorge serrée,] Maryse », « réagit [jeudi, dans un tract,] le maire »: who stands behind."""
    words, comma = tree.words, _past_day(tree, i)
    if comma >= len(words) or words[comma].tag is not Tag.COMMA:
        return i
    for end in range(comma + 1, min(len(words), comma + ASIDE_LONGEST)):
        if words[end].tag is Tag.COMMA and any(g.first == end + 1 and can_be_subject(tree, g) for g in tree.nouns):
            return end + 1
        if words[end].tag in _NO_ASIDE:
            return i
    return i


def _past_day(tree: ClauseTree, i: int) -> int:
    """« a réagi [mercredi soir], dans un communiqué, »: behind adverbs and bare dates."""
    while i < len(tree.words):
        day = next((group.whole for group in tree.nouns if group.first == i and group.when), i)
        if day == i and tree.words[i].tag is not Tag.ADVERB:
            return i
        i = max(day, i + 1)
    return i


_NO_ASIDE = frozenset({Tag.FINITE, Tag.STOP, Tag.QUOTATION, Tag.RELATIVE, Tag.SUBORDINATOR})
ASIDE_LONGEST = 15
"""Words between a verb of saying and its subject, or what it reports, that are looked through."""


def _next_group(tree: ClauseTree, i: int) -> int | None:
    """The noun group that begins at a word, adverbs and bare dates passed over."""
    words = tree.words
    while i < len(words) and (words[i].tag is Tag.ADVERB or _is_day(tree, i)):
        i += 1
    if i + 1 < len(words) and words[i].tag is Tag.PREPOSITION and words[i + 1].tag is Tag.GERUND:
        i += 2  # « a résumé en sortant un participant »
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


def is_insertion(tree: ClauseTree, verb: VerbGroup) -> bool:
    """« la grève[, a précisé le syndicat,] continue »: a verb and its subject between two marks."""
    if verb.first == 0 or tree.words[verb.first - 1].tag not in (Tag.COMMA, Tag.QUOTATION):
        return False
    if verb.inverted is None and not subject_follows(tree, verb):
        return False
    if _is_named_by_quotation(tree, verb):
        return False
    if tree.top.verb is not None:
        return verb.inverted is not None or verb_follows(tree, verb) or not _is_awaited(tree, verb)
    if verb_follows(tree, verb) and not _resumes(tree, verb):
        return True  # « Sans réforme, a-t-elle prévenu, le régime sera déficitaire »
    waiting = tree.top.opener is not None or _has_subject(tree, tree.top, verb.first)
    return waiting and (verb.inverted is not None or _is_cut_off(tree, verb))


def _is_cut_off(tree: ClauseTree, verb: VerbGroup) -> bool:
    """« Un choix utile, [a tranché la maire] »: one comma alone never stands between a subject and its verb."""
    return all(word.tag is not Tag.COMMA for word in tree.words[tree.top.first : verb.first - 1])


def _is_awaited(tree: ClauseTree, verb: VerbGroup) -> bool:
    """« Le maire, qui espère un accord, [a signé] la lettre »: a clause around has a subject and lacks its verb."""
    if tree.words[verb.first - 1].tag is not Tag.COMMA:
        return False
    for number, inside in pairwise(tree.stack):
        outer = tree.clauses[number]
        if outer.verb is None and _has_subject(tree, outer, tree.clauses[inside].first):
            return True
    return False


def _is_named_by_quotation(tree: ClauseTree, verb: VerbGroup) -> bool:
    """« le « Tigre » espère »: the quotation before the verb has an article, so it is the subject."""
    before = [word.tag for word in tree.words[max(0, verb.first - 2) : verb.first]]
    return before == [Tag.DETERMINER, Tag.QUOTATION]


def verb_follows(tree: ClauseTree, verb: VerbGroup) -> bool:
    """Whether the clause that waits for its verb finds one behind the comma that closes the insertion."""
    closed = False
    for word in tree.words[verb.last :]:
        closed = closed or word.tag is Tag.COMMA
        if word.tag in (Tag.RELATIVE, Tag.SUBORDINATOR, Tag.STOP):
            return False
        if word.tag is Tag.FINITE:
            return closed
    return False


def _resumes(tree: ClauseTree, verb: VerbGroup) -> bool:
    """« la panne du phare, mardi soir, [avait surpris] les pêcheurs »: behind a date between two commas."""
    for i in range(verb.first - 2, max(-1, verb.first - 2 - _ASIDE), -1):
        word = tree.words[i]
        if word.tag is Tag.COMMA:
            return i < verb.first - 2
        if word.tag not in (Tag.NUMBER, Tag.ADVERB, Tag.DETERMINER) and word.kind not in ("when", "ordinal"):
            return False
    return False


_ASIDE = 6
"""Words that a date between two commas may have: « le lundi 3 mars au soir »."""


def _has_subject(tree: ClauseTree, clause: OpenClause, before: int) -> bool:
    return any(
        group.preposition is None and not group.when
        for group in tree.nouns
        if clause.first <= group.first < before and tree.words[group.head].tag is not Tag.QUOTATION
    )
