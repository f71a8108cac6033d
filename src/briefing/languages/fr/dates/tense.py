"""Whether the clause around a date looks back or ahead, by the tense of its verb.

French puts a date after its verb (« a signé lundi ») or at the head of the clause (« Lundi, il a signé »); so the
verb group counts that is nearest once commas, relative pronouns and quotation marks have been made long.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import accumulate

from briefing.extract.lexicon import load
from briefing.languages.fr.verbs import Form, Tense, analyse


class Outlook(Enum):
    """Where a verb looks."""

    PAST = "past"
    NARRATIVE = "passé simple: a story that has no tie with today"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """An entry of `clauses.yaml`: a word by which a clause is cut, a verb is recognised or excluded."""

    words: tuple[str, ...]
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: the numbers of its first and last word, and where it looks."""

    first: int
    last: int
    outlook: Outlook


_WORD = re.compile(r"[^\W\d_]+'?|[,;:()–«»\"“”.!?…]|[0-9]+")
_PARTICIPLE = re.compile(r".{2,}(?:é|i|u|is|it|int|ert|ort)e?s?$")
_FUTURE = re.compile(r"[a-zà-ÿ]{2,}(?:[eid]r|ttr|îtr|vr)(?:a|ont)$")
_WIDTH = {",": 15, "–": 15, ";": 20, ":": 20, "(": 15, ")": 15, ".": 40, "!": 40, "?": 40, "…": 40}
_QUOTE_WIDTH = 15
_LINK_WIDTH = 12
_AFTER = 8  # a verb that follows the date, against one before it
_REACH = 7  # words between a verb and the infinitive that depends on it
_SIMPLE = {
    Tense.FUTURE: Outlook.FUTURE,
    Tense.CONDITIONAL: Outlook.FUTURE,
    Tense.PAST_SIMPLE: Outlook.NARRATIVE,
    Tense.IMPERFECT: Outlook.PAST,
    Tense.PRESENT: Outlook.PRESENT,
    Tense.SUBJUNCTIVE: Outlook.PRESENT,
}
_NEVER_NOUNS = {Tense.FUTURE, Tense.CONDITIONAL, Tense.IMPERFECT}
_PASSED_OVER = {"l'", "le", "la", "les", "en", "de", "d'"}  # « l'a de nouveau signé », « vient d'en parler »


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(word for cue in load(__package__, "clauses", Cue) if cue.kind == kind for word in cue.words)


class Clauses:
    """The verb groups of a stretch of text, found once and asked for every date in it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_WORD.finditer(text, start, end))
        self.words = [m[0] for m in found]
        self.starts = [m.start() for m in found]
        self.groups = list(_groups(self.words))
        self._widths = [0, *accumulate(_width(word) for word in self.words)]

    def outlook(self, start: int, end: int) -> Outlook:
        """Where the clause of the words from `start` to `end` looks."""
        group = self._nearest(start, end)
        if group is None:
            return Outlook.UNKNOWN
        said = group.outlook is Outlook.PRESENT and self._is_telling(group, start)
        return Outlook.PAST if said else group.outlook

    def _is_telling(self, group: Group, start: int) -> bool:
        """« assure mardi le maire », « Mardi, le maire assure que »: what is told has been said already."""
        at = bisect_left(self.starts, start)
        beside = at == 0 or self.words[group.last + 1 : at] in ([], ["ce"])
        telling = any(form.lemma in _cues("telling") for form in analyse(self.words[group.last]))
        return beside and telling and (at == 0 or group.last < at)

    def verb(self, start: int, end: int) -> str:
        """The last word of the verb group of that clause, or nothing."""
        group = self._nearest(start, end)
        return self.words[group.last] if group else ""

    def _nearest(self, start: int, end: int) -> Group | None:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end) - 1
        return min(self.groups, key=lambda g: self._distance(g, first, last), default=None)

    def _distance(self, group: Group, first: int, last: int) -> int:
        if group.last < first:
            return self._widths[first] - self._widths[group.last + 1]
        return self._widths[max(group.first, last + 1)] - self._widths[last + 1] + _AFTER


def _width(word: str) -> int:
    if word in '«»"“”':
        return _QUOTE_WIDTH
    return _WIDTH.get(word) or (_LINK_WIDTH if word in _cues("link") else 1)


def _groups(words: Sequence[str]) -> Iterator[Group]:
    """The verb groups in order; an infinitive that depends on a verb that looks ahead is one too."""
    at, ahead = 0, -_REACH
    while at < len(words):
        group = _finite(words, at) or _participle(words, at)
        if group is None:
            if at - ahead <= _REACH and _is(words[at], Tense.INFINITIVE):
                yield Group(at, at, Outlook.FUTURE)
            at += 1
            continue
        yield group
        if any(form.lemma in _cues("prospective") for form in analyse(words[group.last])):
            ahead = group.last
        at = group.last + 1


def _finite(words: Sequence[str], at: int) -> Group | None:
    """The group that a finite verb opens: « a signé », « va partir », « doit se tenir », or the verb alone."""
    word = words[at]
    forms = [form for form in _readings(words, at) if form.tense in _SIMPLE and _is_third_person(words, at, form)]
    if not forms:
        return Group(at, at, Outlook.FUTURE) if _FUTURE.match(word) and not _after_noun_sign(words, at) else None
    form = _best(forms)
    lemmas = {f.lemma for f in forms}
    if lemmas & {"avoir", "être"} and (participle := _next(words, at, _looks_like_participle) or _been(words, at)):
        return Group(at, participle, _compound(words, at, participle, form))
    if lemmas & _cues("modal") and (infinitive := _next(words, at, lambda w: _is(w, Tense.INFINITIVE))):
        return Group(at, infinitive, _modal(form))
    return Group(at, at, _SIMPLE[form.tense])


def _is_third_person(words: Sequence[str], at: int, form: Form) -> bool:
    """« réunis » is a participle, not « je réunis », unless « je » or « tu » stands before."""
    first = words[at][-1] in "sx" and form.tense in {Tense.PRESENT, Tense.PAST_SIMPLE}
    return not first or words[at].endswith("ons") or bool(set(words[max(0, at - 3) : at]) & {"je", "j'", "tu"})


def _readings(words: Sequence[str], at: int) -> tuple[Form, ...]:
    """What verb the word may be, unless the word before it makes it a noun (« la marche », « l'est »)."""
    word = words[at]
    if word in _cues("never") or word in _cues("reached") or (at == 0 and _is(word, Tense.PAST_PARTICIPLE)):
        return ()
    if not _after_noun_sign(words, at) or (_is_auxiliary(word) and words[at - 1 : at + 1] != ["l'", "est"]):
        return analyse(word)
    return tuple(form for form in analyse(word) if form.tense in _NEVER_NOUNS)  # « il les rencontrera »


def _after_noun_sign(words: Sequence[str], at: int) -> bool:
    return at > 0 and words[at - 1] in _cues("noun")


def _is_auxiliary(word: str) -> bool:
    return any(form.lemma in {"avoir", "être"} for form in analyse(word))


def _best(forms: Sequence[Form]) -> Form:
    """The least ambiguous reading: « finit » is a present before it is a passé simple."""
    order = list(_SIMPLE)
    order.remove(Tense.PRESENT)
    order.insert(0, Tense.PRESENT)
    return min(forms, key=lambda form: order.index(form.tense))


def _next(words: Sequence[str], at: int, wanted: Callable[[str], bool]) -> int | None:
    """The next word, at most five further in the same clause, that is `wanted`."""
    for number in range(at + 1, min(at + 6, len(words))):
        if words[number] in _WIDTH or words[number] in _cues("noun") - _PASSED_OVER:
            return None
        if words[number] != "été" and wanted(words[number]):
            return number
    return None


def _been(words: Sequence[str], at: int) -> int | None:
    """« ont été froids », « n'a pas été »."""
    return next((n for n in range(at + 1, min(at + 4, len(words))) if words[n] == "été"), None)


def _is(word: str, tense: Tense) -> bool:
    return any(form.tense is tense for form in analyse(word))


def _looks_like_participle(word: str) -> bool:
    return _is(word, Tense.PAST_PARTICIPLE) or (bool(_PARTICIPLE.match(word)) and word not in _cues("never"))


def _compound(words: Sequence[str], at: int, participle: int, auxiliary: Form) -> Outlook:
    """Auxiliary and participle: past, unless the verb « être » makes a passive (« est signé », « sera signé »)."""
    if auxiliary.tense is Tense.FUTURE:
        return Outlook.FUTURE
    schedules = words[participle] in _cues("scheduled")
    passive = auxiliary.lemma == "être" and not _is_past_with_etre(words, at, participle)
    if passive and auxiliary.tense in {Tense.CONDITIONAL, Tense.PRESENT, Tense.SUBJUNCTIVE}:
        return Outlook.FUTURE if schedules or auxiliary.tense is Tense.CONDITIONAL else Outlook.PRESENT
    if passive and schedules:
        return Outlook.UNKNOWN  # « était prévu lundi »: before or after today
    return Outlook.NARRATIVE if auxiliary.tense is Tense.PAST_SIMPLE else Outlook.PAST


def _is_past_with_etre(words: Sequence[str], at: int, participle: int) -> bool:
    reflexive = at > 0 and words[at - 1] in {"s'", "se"}
    lemmas = {form.lemma for form in analyse(words[participle])}
    return reflexive or bool(lemmas & _cues("moves")) or "été" in words[at:participle]


def _modal(form: Form) -> Outlook:
    """« va partir », « doit se tenir », « vient d'annoncer », « devait se tenir »."""
    if form.lemma == "venir":
        return Outlook.PAST
    return Outlook.UNKNOWN if form.tense is Tense.IMPERFECT else Outlook.FUTURE


def _participle(words: Sequence[str], at: int) -> Group | None:
    """A participle without auxiliary: « signé lundi », « prévue lundi », « ayant signé lundi »."""
    word = words[at]
    if word == "été" or word in _cues("never") or _after_noun_sign(words, at):
        return None
    if word in _cues("scheduled"):
        return Group(at, at, Outlook.UNKNOWN)
    return Group(at, at, Outlook.PAST) if _is(word, Tense.PAST_PARTICIPLE) else None
