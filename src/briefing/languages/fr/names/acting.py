"""When a city or a palace acts: « Pékin dément », « selon Kaboul », « a répondu Matignon »; not « Oslo grandit »."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.analysis.syntax import NounGroup, Tag, VerbGroup
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType


def acting(line: Line) -> frozenset[int]:
    """The words at which a name is the subject of a verb of speech or decision, or a source."""
    nouns = line.syntax.nouns
    heads = {n for n, group in enumerate(nouns) if _is_source(line, group)}
    for clause in line.syntax.clauses:
        verb = line.syntax.verb_of(clause)
        if verb is not None and clause.subject is not None and _is_act(line, verb):
            heads.add(clause.subject)
    for n, group in enumerate(nouns):
        if group.joined_to in heads:
            heads.add(n)
    for n in sorted(heads, reverse=True):
        joined = nouns[n].joined_to
        if joined is not None and nouns[joined].preposition is None:
            heads.add(joined)
    return frozenset(i for n in heads for i in range(nouns[n].first, nouns[n].last))


def doing(line: Line) -> Mapping[int, EntityType]:
    """The words at which a name does what only bodies or places do, and which of them.

    « l'Unaf se bat », « un consensus établi par Factora », « l'Aulnet déborde ».
    """
    nouns = line.syntax.nouns
    heads = {n: EntityType.ORGANISATION for n, group in enumerate(nouns) if _is_agent(line, group)}
    for clause in line.syntax.clauses:
        verb = line.syntax.verb_of(clause)
        kind = _DOERS.get(verb.lemma) if verb is not None and not verb.passive else None
        if kind is not None and clause.subject is not None:
            heads[clause.subject] = kind
    return {i: kind for n, kind in heads.items() for i in range(nouns[n].first, nouns[n].last)}


def _is_agent(line: Line, group: NounGroup) -> bool:
    place = group.preposition
    return place is not None and line.form(place) == "par" and line.tag(place - 1) is Tag.PARTICIPLE


_DOERS = dict.fromkeys(words("doings"), EntityType.ORGANISATION) | dict.fromkeys(words("lying verbs"), EntityType.PLACE)


def _is_source(line: Line, group: NounGroup) -> bool:
    return group.preposition is not None and line.form(group.preposition) in words("sources")


def _is_act(line: Line, verb: VerbGroup) -> bool:
    """« dément », « vient d'annoncer », « veut sanctionner »; « est accusé » is none of its own."""
    if verb.passive:
        return False
    if verb.lemma in words("acts"):
        return True
    further = line.syntax.verbs[verb.infinitive] if verb.infinitive is not None else None
    return further is not None and further.lemma in words("acts")
