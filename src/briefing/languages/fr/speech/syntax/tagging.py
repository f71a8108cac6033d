"""Which tag a word has, by its form, the words before it, and at most a glance at what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.languages.fr.speech.syntax.grammar import (
    LIGHT,
    PREVERBAL,
    Tag,
    Word,
    closed_classes,
    grammar,
    is_auxiliary,
)
from briefing.languages.fr.verbs import Tense, analyse

_FINITE = frozenset(
    {Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE, Tense.CONDITIONAL, Tense.PAST_SIMPLE, Tense.SUBJUNCTIVE}
)
_MOODS = {
    Tense.PAST_PARTICIPLE: Tag.PARTICIPLE,
    Tense.PRESENT_PARTICIPLE: Tag.GERUND,
    Tense.INFINITIVE: Tag.INFINITIVE,
}
_GOVERNING = frozenset({Tag.VERB, Tag.GERUND, Tag.PARTICIPLE, Tag.PREPOSITION})
_NON_FINITE = (Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE)
_INTRODUCING = frozenset({Tag.DETERMINER, Tag.PREPOSITION})
_FRESH = frozenset({Tag.STOP, Tag.COLON, Tag.QUOTE})
_ADVERBIAL = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.CLITIC})
_LINKING = frozenset({Tag.RELATIVE, Tag.THAT})
_NOUNS = frozenset({Tag.WORD, Tag.NAME})
_ALONE_BEFORE = frozenset({Tag.COMMA, Tag.STOP, Tag.COLON, Tag.VERB, Tag.CLITIC, Tag.NEGATION, Tag.RELATIVE, Tag.NAME})
_IT_IS = re.compile(r" (?:qu|n'|est\b|ser|fu[tr]|sont\b|dont\b|à quoi|de?vra|doit\b|peut|pour+ait)")


@lru_cache(maxsize=1 << 15)
def _moods(form: str) -> frozenset[Tag]:
    """The verbal tags that a form may have."""
    tenses = {reading.tense for reading in analyse(form)}
    finite = {Tag.VERB} if tenses & _FINITE else set()
    return frozenset(finite | {tag for tense, tag in _MOODS.items() if tense in tenses})


def tag_of(text: str, end: int, form: str, found: list[Word], *, capital: bool) -> Tag:
    """The tag of a word that ends at `end` of `text`, after the words `found`."""
    if capital:
        begins = not found or found[-1].tag in _FRESH or found[-1].form in "–("
        return _capital_tag(form, found, begins=begins, before_name=followed_by_capital(text, end))
    if form == "a":
        return Tag.VERB
    closed = closed_classes().get(form)
    return _closed_tag(closed, form, text, end) if closed else _open_tag(form, found)


def followed_by_capital(text: str, end: int) -> bool:
    """Whether the next word has a capital."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _closed_tag(closed: Tag, form: str, text: str, end: int) -> Tag:
    """« ce qui, ce sera » is a pronoun, « ce vote » is not; « alors » subordinates only with « que »."""
    if form == "ce" and _IT_IS.match(text, end):
        return Tag.NEUTER
    if closed is Tag.SUBORDINATOR and form in grammar("with_that") and not text.startswith((" que ", " qu'"), end):
        return Tag.ADVERB
    return closed


def _capital_tag(form: str, found: list[Word], *, begins: bool, before_name: bool) -> Tag:
    closed = closed_classes().get(form)
    if found and found[-1].tag is Tag.NAME:
        return Tag.NAME  # « Choe Son Hui », « Kim Jong Un »
    if not begins and before_name and closed in PREVERBAL:
        return Tag.NAME  # « Me Sylvain Roy »
    if form == "a":
        return Tag.PREPOSITION if begins else Tag.NAME
    if closed is Tag.TIME and not begins:
        return Tag.NAME  # « Mars » is no month
    if closed:
        return closed
    if form in grammar("prenominal"):
        return Tag.WORD  # « le Premier ministre »
    if not begins or before_name or not _moods(form):
        return Tag.NAME
    return _open_tag(form, found)


def _open_tag(form: str, found: list[Word]) -> Tag:
    moods = _moods(form)
    if not moods:
        adverb = form.endswith("ment") and not (found and _introduces_noun(found))
        return Tag.ADVERB if adverb else Tag.WORD
    if Tag.PARTICIPLE in moods and auxiliary_before(found, len(found)) is not None:
        return Tag.PARTICIPLE
    if Tag.VERB in moods and form not in grammar("noun") and _may_be_finite(form, found):
        return Tag.VERB
    return _non_finite_tag(moods, found, form)


def _non_finite_tag(moods: frozenset[Tag], found: list[Word], form: str) -> Tag:
    if Tag.INFINITIVE in moods and _is_governed(found) and form not in grammar("noun"):
        return Tag.INFINITIVE
    nominal = found and _introduces_noun(found) and found[-1].tag is not Tag.PREPOSITION and not _is_object(found)
    if nominal or (form in grammar("noun") and Tag.INFINITIVE not in moods):
        return Tag.WORD
    return next((tag for tag in _NON_FINITE if tag in moods), Tag.WORD)


def _is_governed(found: list[Word]) -> bool:
    """« affirme l'[avoir] vu », « de les [vendre] »: a pronoun between two verbs, or a preposition and a verb."""
    return len(found) > 1 and found[-1].form in grammar("pronoun") and found[-2].tag in _GOVERNING


def _introduces_noun(found: list[Word]) -> bool:
    """Whether the last word is a determiner, a preposition, or an adjective of the kind that precedes nouns."""
    last = found[-1]
    if last.tag in _INTRODUCING:
        return True
    return last.form in grammar("prenominal") and len(found) > 1 and found[-2].tag in _INTRODUCING


def _is_object(found: list[Word]) -> bool:
    """« il le juge », « n'en doute », « le maire l'assure »: what looks like an article is a pronoun."""
    if found[-1].form not in grammar("pronoun") or len(found) < 2:
        return False
    return found[-2].tag in PREVERBAL or (found[-1].form == "l'" and found[-2].tag in _NOUNS)


def _may_be_finite(form: str, found: list[Word]) -> bool:
    if not found or _is_object(found):
        return True
    last = found[-1]
    if last.form in grammar("alone") or last.tag is Tag.NUMBER:
        return form.endswith("nt")
    if last.tag is Tag.PREPOSITION and form.endswith("ent"):
        return True  # « ont voté contre jugent »: no noun looks like that
    superlative = len(found) > 1 and last.form in {"plus", "moins"} and found[-2].tag is Tag.DETERMINER
    return not (superlative or last.form in grammar("intensifier") or _introduces_noun(found))


def auxiliary_before(found: Sequence[Word], i: int) -> int | None:
    """The index of the auxiliary that governs a participle at `i`; « a été nié » counts from « a »."""
    for j in range(i - 1, max(-1, i - 8), -1):
        word = found[j]
        if is_auxiliary(word):
            return j
        if word.tag not in LIGHT and word.form not in grammar("between"):
            return None
    return None


def unmake_verb(found: list[Word]) -> None:
    """Two finite verbs do not stand side by side: in « le chef rebelle affirme » the first is an adjective."""
    i = len(found) - 1
    while i >= 0 and (found[i].tag in _ADVERBIAL or found[i].form in grammar("pronoun")):
        i -= 1
    if i < 1 or found[i].tag is not Tag.VERB or is_auxiliary(found[i]) or found[i - 1].tag in PREVERBAL:
        return
    if not any(word.tag in _LINKING for word in found[max(0, i - 12) : i]):
        found[i] = found[i]._replace(tag=Tag.WORD)


def unmake_gerunds(found: list[Word]) -> None:
    """« le président sortant, »: without a complement it is an adjective."""
    for i, word in enumerate(found):
        behind_noun = word.tag is Tag.GERUND and i > 0 and found[i - 1].tag in _NOUNS
        if behind_noun and (i + 1 == len(found) or found[i + 1].tag in _ALONE_BEFORE):
            found[i] = word._replace(tag=Tag.WORD)
