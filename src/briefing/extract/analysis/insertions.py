"""Clauses inserted between two marks: « la grève, [a précisé le syndicat], continue »."""

from __future__ import annotations

from itertools import pairwise

from briefing.extract.analysis.open_clauses import ClauseTree, OpenClause
from briefing.extract.analysis.subjects import subject_follows
from briefing.extract.analysis.syntax import Tag, VerbGroup


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
    """« Un choix « utile », [a tranché la maire] »: one comma alone never stands between a subject and its verb."""
    if verb.first < 2 or tree.words[verb.first - 2].tag is not Tag.QUOTATION:
        return False
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
